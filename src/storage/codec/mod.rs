//! Records to JSON and back. One description of a record serves both directions.
//!
//! ```text
//! shape! {
//!     NextStep new ();              // `()`: nothing but what is stored
//!     "text" => text,               // the stored name, for ever => the field, a path if need be
//!     "due" => due,
//!     "done" => done,
//! }
//! ```
//!
//! * What a field holds decides how it is stored: text, number, flag, day, moment, word of an axis,
//!   id, money, another shape, or an `Option`, `Vec` or `BTreeSet` of these ([`Value`]).
//! * A value that is as in a new record ([`Value::is_new`]) is not written, a missing or `null` one
//!   is read as new, and what cannot be new ([`Value::is_needed`]) must be there.
//! * Reading is one pass without any tree between the bytes and the record; it stops at the first
//!   thing it does not understand and never nests deeper than 128.
//! * Everything works on `dyn`, so that one more record costs its names and no code of its own.
//!
//! Knows nothing of customers; `document` describes the records with it.

mod leaf;
mod list;
mod read;
mod section;
#[cfg(test)]
mod tests;
mod write;

use std::fmt;

use uuid::Uuid;

pub(super) use leaf::word;
pub(super) use read::{Members, Read, complete, fill, list, members, object, place, value};
pub(super) use section::{Entries, Id, Item, Section, Timed};
pub(super) use write::{text, written, written_shape};

/// Something that stands in JSON under a name.
pub(super) trait Value {
    /// Whether it is as in a new record. Then it is not written.
    fn is_new(&self) -> bool {
        false
    }

    /// Whether a record without it cannot be understood.
    fn is_needed(&self) -> bool {
        false
    }

    /// Appends its JSON.
    fn write(&self, out: &mut String);

    /// Takes in what was read; [`Token::Null`] makes it new.
    fn take(&mut self, token: Token<'_>) -> Result<(), Wrong>;

    /// What takes in an object or a list, emptied.
    fn inside(&mut self) -> Inside<'_> {
        Inside::Nothing
    }
}

/// A single thing in JSON. Numbers are whole.
#[derive(Clone, Copy)]
pub(super) enum Token<'a> {
    /// `null`
    Null,
    /// `true`, `false`
    Flag(bool),
    /// `12`
    Number(i64),
    /// `"…"`
    Text(&'a str),
}

/// A value cannot be what was read for it.
pub(super) struct Wrong;

/// What is inside a value.
pub(super) enum Inside<'a> {
    /// Nothing: neither an object nor a list.
    Nothing,
    /// The fields of an object.
    Shape(&'a mut dyn Shape),
    /// The items of a list.
    List(&'a mut dyn List),
}

/// Fields by name. Made by [`shape!`].
pub(super) trait Shape {
    /// The names, in the order in which they are written; at most 128.
    fn names(&self) -> &'static [&'static str];
    /// The value of the name at this place.
    fn value(&self, place: usize) -> Option<&dyn Value>;
    /// The same, to be read into.
    fn value_mut(&mut self, place: usize) -> Option<&mut dyn Value>;
}

/// Items of one kind.
pub(super) trait List {
    /// Lets one more item be filled in; false when there are too many.
    fn add(&mut self, fill: &mut dyn FnMut(&mut dyn Value)) -> bool;
}

/// How something is before anything of it was read.
pub(super) trait Blank {
    /// The id is that of the record or entry; only a field that holds it needs it.
    fn blank(id: Uuid) -> Self;
}

/// Why something stored cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Something that must be there is not.
    Missing(&'static str),
    /// The JSON is not of this shape; in the reader's words, with line and column.
    Shape(String),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(what) => {
                out.write_str(what)?;
                out.write_str(" is missing")
            }
            Self::Shape(words) => out.write_str(words),
        }
    }
}

impl std::error::Error for Unreadable {}

impl From<serde_json::Error> for Unreadable {
    fn from(error: serde_json::Error) -> Self {
        Self::Shape(error.to_string())
    }
}

/// Describes the fields of a record, see the module. With `new (…)` the whole record is a value and
/// an entry; the fields in the brackets are not stored, the id above all. Without it the record says
/// itself how it begins ([`Blank`]).
macro_rules! shape {
    ($record:ident new ($($unstored:ident),*); $($name:literal => $field:ident),+ $(,)?) => {
        $crate::storage::codec::shape!($record; $($name => $field),+);

        impl $crate::storage::codec::Blank for $record {
            fn blank(id: uuid::Uuid) -> Self {
                use $crate::storage::codec::Blank;
                Self { $($unstored: Blank::blank(id),)* $($field: Blank::blank(id)),+ }
            }
        }

        impl $crate::storage::codec::Value for $record {
            fn is_needed(&self) -> bool {
                true
            }

            fn write(&self, out: &mut String) {
                $crate::storage::codec::written_shape(self, out);
            }

            fn take(
                &mut self,
                _: $crate::storage::codec::Token<'_>,
            ) -> Result<(), $crate::storage::codec::Wrong> {
                Err($crate::storage::codec::Wrong)
            }

            fn inside(&mut self) -> $crate::storage::codec::Inside<'_> {
                *self = $crate::storage::codec::Blank::blank(uuid::Uuid::nil());
                $crate::storage::codec::Inside::Shape(self)
            }
        }
    };
    ($record:ident; $($name:literal => $($field:ident).+),+ $(,)?) => {
        impl $crate::storage::codec::Shape for $record {
            fn names(&self) -> &'static [&'static str] {
                const NAMES: &[&str] = &[$($name),+];
                const { assert!(NAMES.len() <= 128) };
                NAMES
            }

            #[allow(unused_assignments, reason = "the last field has none behind it")]
            fn value(&self, place: usize) -> Option<&dyn $crate::storage::codec::Value> {
                let mut here = 0;
                $(
                    if place == here {
                        return Some(&self.$($field).+);
                    }
                    here += 1;
                )+
                None
            }

            #[allow(unused_assignments, reason = "the last field has none behind it")]
            fn value_mut(
                &mut self,
                place: usize,
            ) -> Option<&mut dyn $crate::storage::codec::Value> {
                let mut here = 0;
                $(
                    if place == here {
                        return Some(&mut self.$($field).+);
                    }
                    here += 1;
                )+
                None
            }
        }
    };
}
pub(super) use shape;
