//! How single values are written: a text, a number, a day, a moment, an id, a word of an axis.

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use super::{Blank, Token, Value, Wrong, write};
use crate::{
    domain::{Amount, Rank, iso},
    storage::Stamp,
};

impl Blank for String {
    fn blank(_: Uuid) -> Self {
        Self::new()
    }
}

impl Value for String {
    fn is_new(&self) -> bool {
        self.is_empty()
    }

    fn write(&self, out: &mut String) {
        write::text(self, out);
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Wrong> {
        *self = match token {
            Token::Text(text) => text.to_owned(),
            Token::Null => Self::new(),
            _ => return Err(Wrong),
        };
        Ok(())
    }
}

impl Blank for bool {
    fn blank(_: Uuid) -> Self {
        false
    }
}

impl Value for bool {
    fn is_new(&self) -> bool {
        !self
    }

    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Wrong> {
        *self = match token {
            Token::Flag(flag) => flag,
            Token::Null => false,
            _ => return Err(Wrong),
        };
        Ok(())
    }
}

macro_rules! numbers {
    ($($name:ty),+) => {$(
        impl Blank for $name {
            fn blank(_: Uuid) -> Self {
                0
            }
        }

        impl Value for $name {
            fn is_new(&self) -> bool {
                *self == 0
            }

            fn write(&self, out: &mut String) {
                out.push_str(&self.to_string());
            }

            fn take(&mut self, token: Token<'_>) -> Result<(), Wrong> {
                *self = match token {
                    Token::Number(number) => number.try_into().map_err(|_| Wrong)?,
                    Token::Null => 0,
                    _ => return Err(Wrong),
                };
                Ok(())
            }
        }
    )+};
}

numbers!(u8, u16, u32, u64, usize, i64);

/// A value that must be there and is one text.
macro_rules! texts {
    ($($name:ty, $blank:expr, $read:expr, $text:expr);+ $(;)?) => {$(
        impl Blank for $name {
            fn blank(_: Uuid) -> Self {
                $blank
            }
        }

        impl Value for $name {
            fn is_needed(&self) -> bool {
                true
            }

            fn write(&self, out: &mut String) {
                out.push('"');
                out.push_str(&$text(*self));
                out.push('"');
            }

            fn take(&mut self, token: Token<'_>) -> Result<(), Wrong> {
                let Token::Text(text) = token else { return Err(Wrong) };
                *self = $read(text).ok_or(Wrong)?;
                Ok(())
            }
        }
    )+};
}

texts! {
    NaiveDate, Self::default(), iso::read_day, iso::day_text;
    NaiveDateTime, Self::default(), iso::read_moment, iso::moment_text;
    Stamp, Self::BEFORE_ALL, Stamp::parse, |stamp: Stamp| stamp.to_string();
}

impl Blank for Amount {
    fn blank(_: Uuid) -> Self {
        Self::default()
    }
}

/// Whole minor units.
impl Value for Amount {
    fn is_needed(&self) -> bool {
        true
    }

    fn write(&self, out: &mut String) {
        self.0.write(out);
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Wrong> {
        let Token::Number(number) = token else { return Err(Wrong) };
        self.0 = number;
        Ok(())
    }
}

impl Blank for Rank {
    fn blank(_: Uuid) -> Self {
        Self::default()
    }
}

impl Value for Rank {
    fn is_new(&self) -> bool {
        *self == Self::default()
    }

    fn write(&self, out: &mut String) {
        write::text(&self.to_string(), out);
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Wrong> {
        let is_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        *self = match token {
            Token::Text(text) if text.len().is_multiple_of(2) && text.bytes().all(is_hex) => {
                Self::parse(text).ok_or(Wrong)?
            }
            Token::Null => Self::default(),
            _ => return Err(Wrong),
        };
        Ok(())
    }
}

impl Blank for Uuid {
    fn blank(id: Uuid) -> Self {
        id
    }
}

impl Value for Uuid {
    fn is_needed(&self) -> bool {
        true
    }

    fn write(&self, out: &mut String) {
        out.push('"');
        out.push_str(self.hyphenated().encode_lower(&mut Uuid::encode_buffer()));
        out.push('"');
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Wrong> {
        let Token::Text(text) = token else { return Err(Wrong) };
        *self = Uuid::try_parse(text).map_err(|_| Wrong)?;
        Ok(())
    }
}

/// Makes the values of an axis words: `word!(Mood = Neutral, needed)` must be there, `word!(Phase =
/// Acquire, new)` is `acquire` when missing. A word this version does not know makes the record
/// unreadable rather than something else; new words therefore need a new schema.
macro_rules! word {
    ($($axis:ident = $first:ident, $how:ident);+ $(;)?) => {$(
        impl $crate::storage::codec::Blank for $axis {
            fn blank(_: uuid::Uuid) -> Self {
                Self::$first
            }
        }

        impl $crate::storage::codec::Value for $axis {
            $crate::storage::codec::word!(@$how $first);

            fn write(&self, out: &mut String) {
                $crate::storage::codec::text(self.key(), out);
            }

            fn take(
                &mut self,
                token: $crate::storage::codec::Token<'_>,
            ) -> Result<(), $crate::storage::codec::Wrong> {
                use $crate::storage::codec::{Token, Wrong};
                *self = match token {
                    Token::Text(text) => Self::from_key(text).ok_or(Wrong)?,
                    Token::Null if !$crate::storage::codec::Value::is_needed(self) => Self::$first,
                    _ => return Err(Wrong),
                };
                Ok(())
            }
        }
    )+};
    (@needed $first:ident) => {
        fn is_needed(&self) -> bool {
            true
        }
    };
    (@new $first:ident) => {
        fn is_new(&self) -> bool {
            *self == Self::$first
        }
    };
}
pub(in crate::storage) use word;
