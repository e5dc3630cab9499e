//! How each type of value is written as canonical text and read back.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime, Timelike};

use crate::domain::{
    amount::Amount,
    ids::{AssetId, ContactId, MatterId},
    iso,
};

/// A value in a place of a sheet. Empty text is an empty place.
pub trait Value: Sized {
    /// The canonical text; empty when there is no value.
    fn write(&self) -> String;
    /// Reads what [`write`](Self::write) wrote.
    fn read(text: &str) -> Option<Self>;
}

impl Value for String {
    fn write(&self) -> String {
        self.clone()
    }

    fn read(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl<T: Value> Value for Option<T> {
    fn write(&self) -> String {
        self.as_ref().map(T::write).unwrap_or_default()
    }

    fn read(text: &str) -> Option<Self> {
        if text.is_empty() { Some(None) } else { T::read(text).map(Some) }
    }
}

impl Value for bool {
    fn write(&self) -> String {
        if *self { "yes".to_owned() } else { String::new() }
    }

    fn read(text: &str) -> Option<Self> {
        Some(!text.is_empty())
    }
}

impl Value for Amount {
    fn write(&self) -> String {
        self.0.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        let in_range =
            |cents: &i64| cents.unsigned_abs() <= crate::domain::AMOUNT_MAX.unsigned_abs();
        text.parse().ok().filter(in_range).map(Self)
    }
}

impl Value for NaiveDateTime {
    fn write(&self) -> String {
        iso::minute_text(*self)
    }

    fn read(text: &str) -> Option<Self> {
        // To the minute, as it is written.
        let at = crate::domain::contact::read_minute(text)?;
        at.date().and_hms_opt(at.hour(), at.minute(), 0)
    }
}

impl Value for NaiveDate {
    fn write(&self) -> String {
        iso::day_text(*self)
    }

    fn read(text: &str) -> Option<Self> {
        crate::domain::contact::read_day(text)
    }
}

macro_rules! value_by_text {
    ($($type:ty),+) => {$(
        impl Value for $type {
            fn write(&self) -> String {
                self.to_string()
            }

            fn read(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        }
    )+};
}

value_by_text!(u32, crate::domain::Level, AssetId, ContactId, MatterId);

/// Lines of their own; none of them is empty.
impl Value for Vec<String> {
    fn write(&self) -> String {
        self.join("\n")
    }

    fn read(text: &str) -> Option<Self> {
        Some(text.lines().map(str::to_owned).collect())
    }
}

impl<T: Value + Ord> Value for BTreeSet<T> {
    fn write(&self) -> String {
        self.iter().map(T::write).collect::<Vec<_>>().join(" ")
    }

    fn read(text: &str) -> Option<Self> {
        Some(text.split_ascii_whitespace().filter_map(T::read).collect())
    }
}

/// Choices by their key; the keys for a form beside them.
macro_rules! value_words {
    ($($type:ident),+ $(,)?) => {$(
        impl $crate::domain::sheet::Value for $type {
            fn write(&self) -> String {
                self.key().to_owned()
            }

            fn read(text: &str) -> Option<Self> {
                Self::from_key(text)
            }
        }
    )+};
}
pub(in crate::domain) use value_words;
