//! Sheets: records whose places are declared once and then filled in, checked, kept and shown
//! alike. What a place may hold is its [`Input`]; what is wrong is told for the whole sheet at once.

mod facts;
mod input;
mod lists;
mod slot;
mod value;

pub use facts::Facts;
pub use input::{Blank, Input};
pub use lists::{DealLine, Step};
pub use slot::Slot;
pub(super) use value::{Value, value_words};

/// A record with declared places: `name: Type = Slot Input, must?;`.
macro_rules! sheet {
    ($(#[$meta:meta])* $name:ident {
        $($(#[$fmeta:meta])* $field:ident : $type:ty = $slot:ident $input:expr $(, $must:ident)? ;)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name { $($(#[$fmeta])* pub $field: $type),+ }

        impl $name {
            /// The places, in the order of the form.
            pub const BLANKS: &'static [$crate::domain::Blank] = &[
                $($crate::domain::Blank {
                    slot: $crate::domain::Slot::$slot,
                    input: $input,
                    must: $crate::domain::sheet::must!($($must)?),
                }),+
            ];

            /// What stands in each place; empty places left out.
            pub fn facts(&self) -> $crate::domain::Facts {
                let mut facts = $crate::domain::Facts::default();
                $(facts.put($crate::domain::Slot::$slot, &self.$field);)+
                facts
            }

            /// The record with these facts; `None` when one cannot be read or a needed one is missing.
            pub fn of_facts(facts: &$crate::domain::Facts) -> Option<Self> {
                Some(Self { $($field: facts.take($crate::domain::Slot::$slot)?),+ })
            }
        }
    };
}

/// Several sheets and the kind that tells them apart.
macro_rules! sheets {
    ($(#[$meta:meta])* $all:ident, $(#[$kmeta:meta])* $kind:ident: $(
        $(#[$smeta:meta])* $name:ident = $key:literal { $($body:tt)+ }
    )+) => {
        $($crate::domain::sheet::sheet! { $(#[$smeta])* $name { $($body)+ } })+

        $crate::domain::axes::axis! {
            $(#[$kmeta])*
            $kind { $($(#[$smeta])* $name = $key),+ }
        }

        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $all { $($(#[$smeta])* $name($name)),+ }

        impl $all {
            /// Which kind.
            pub fn kind(&self) -> $kind {
                match self { $(Self::$name(_) => $kind::$name),+ }
            }

            /// What stands in each place.
            pub fn facts(&self) -> $crate::domain::Facts {
                match self { $(Self::$name(sheet) => sheet.facts()),+ }
            }

            /// The record of this kind with these facts.
            pub fn of_facts(kind: $kind, facts: &$crate::domain::Facts) -> Option<Self> {
                Some(match kind { $($kind::$name => Self::$name($name::of_facts(facts)?)),+ })
            }
        }

        impl $kind {
            /// The places of a record of this kind, in the order of the form.
            pub fn blanks(self) -> &'static [$crate::domain::Blank] {
                match self { $(Self::$name => $name::BLANKS),+ }
            }
        }

        $(impl From<$name> for $all {
            fn from(sheet: $name) -> Self {
                Self::$name(sheet)
            }
        }

        impl<'a> TryFrom<&'a $all> for &'a $name {
            type Error = ();

            fn try_from(all: &'a $all) -> Result<Self, ()> {
                match all { $all::$name(sheet) => Ok(sheet), #[allow(unreachable_patterns, reason = "an enum of one")] _ => Err(()) }
            }
        })+
    };
}

macro_rules! must {
    () => {
        false
    };
    (must) => {
        true
    };
}

pub(super) use {must, sheet, sheets};
