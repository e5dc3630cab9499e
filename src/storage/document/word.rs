//! How single values are written: a word for a choice, a day, a moment, a map by id.

use std::{fmt, marker::PhantomData};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, MapAccess},
};
use uuid::Uuid;

use crate::domain::{
    Channel, ContactForm, ContactWish, Direction, Intensity, Kind, Mode, Mood, Phase, Purpose,
    Rank, RelationType, Source, Standing, View,
};

/// A value that is stored as one text. A text this version does not know makes the file unreadable
/// rather than something else; new words therefore need a new schema.
pub(super) trait Word: Sized {
    /// Reads the text.
    fn read(text: &str) -> Option<Self>;
    /// The text.
    fn write(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// A [`Word`] in a stored type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct W<T>(pub T);

impl<T: Word> fmt::Display for W<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write(out)
    }
}

impl<T: Word> Serialize for W<T> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de, T: Word> Deserialize<'de> for W<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Text<T>(PhantomData<T>);
        impl<T: Word> de::Visitor<'_> for Text<T> {
            type Value = W<T>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a known word")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<W<T>, E> {
                let unknown = || E::invalid_value(de::Unexpected::Str(text), &self);
                T::read(text).map(W).ok_or_else(unknown)
            }
        }
        from.deserialize_str(Text(PhantomData))
    }
}

macro_rules! words_by_key {
    ($($name:ty),+ $(,)?) => {$(
        impl Word for $name {
            fn read(text: &str) -> Option<Self> {
                Self::from_key(text)
            }

            fn write(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(self.key())
            }
        }
    )+};
}

words_by_key!(
    Channel,
    ContactForm,
    ContactWish,
    Direction,
    Intensity,
    Mode,
    Mood,
    Phase,
    Purpose,
    RelationType,
    Source,
    Standing,
    View,
);

impl Word for Kind {
    fn read(text: &str) -> Option<Self> {
        match text {
            "firm" => Some(Self::Firm),
            "person" => Some(Self::Person),
            _ => None,
        }
    }

    fn write(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Firm => "firm",
            Self::Person => "person",
        })
    }
}

impl Word for Rank {
    fn read(text: &str) -> Option<Self> {
        let is_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let fits = text.len().is_multiple_of(2) && text.bytes().all(is_hex);
        fits.then(|| Self::parse(text)).flatten()
    }

    fn write(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{self}")
    }
}

/// `2026-03-12`.
impl Word for NaiveDate {
    fn read(text: &str) -> Option<Self> {
        read_day(text.as_bytes()).or_else(|| text.parse().ok())
    }

    fn write(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{self}")
    }
}

/// `2026-03-12T10:30`, with seconds only where there are any.
impl Word for NaiveDateTime {
    fn read(text: &str) -> Option<Self> {
        let minute = || {
            let (day, time) = text.as_bytes().split_at_checked(10)?;
            let [b'T', h1, h2, b':', m1, m2] = time else { return None };
            let time = NaiveTime::from_hms_opt(number(&[*h1, *h2])?, number(&[*m1, *m2])?, 0)?;
            Some(read_day(day)?.and_time(time))
        };
        minute().or_else(|| text.parse().ok())
    }

    fn write(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        use chrono::{Datelike, Timelike};
        let (day, time) = (self.date(), self.time());
        let is_usual =
            (0..=9999).contains(&day.year()) && (time.second(), time.nanosecond()) == (0, 0);
        match is_usual {
            true => write!(out, "{day}T{:02}:{:02}", time.hour(), time.minute()),
            false => write!(out, "{self:?}"),
        }
    }
}

/// The usual form in one pass: a hundred thousand of them are read at every start.
fn read_day(text: &[u8]) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let year = i32::try_from(number(&[*y1, *y2, *y3, *y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, digit| {
        digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0'))
    })
}

/// Entries by id, in the order they are written; `None` is a removed one.
#[derive(Debug)]
pub(super) struct ById<T>(pub Vec<(Uuid, Option<T>)>);

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ById<T> {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Serialize> Serialize for ById<T> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_map(self.0.iter().map(|(id, entry)| (id, entry)))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ById<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Entries<T> {
            type Value = ById<T>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("entries by id")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ById<T>, A::Error> {
                let mut entries = Vec::with_capacity(map.size_hint().unwrap_or(0).min(64));
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(ById(entries))
            }
        }
        from.deserialize_map(Entries(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads<T: Word + PartialEq + fmt::Debug>(text: &str) {
        let value = T::read(text).unwrap();
        assert_eq!(W(value).to_string(), text);
    }

    #[test]
    fn days_and_moments_read_back() {
        reads::<NaiveDate>("2026-03-12");
        reads::<NaiveDate>("0001-01-01");
        reads::<NaiveDate>("+12345-01-01");
        reads::<NaiveDate>("-0400-02-29");
        reads::<NaiveDateTime>("2026-03-12T10:30");
        reads::<NaiveDateTime>("2026-03-12T10:30:07");
        reads::<NaiveDateTime>("2026-03-12T10:30:07.250");
        reads::<NaiveDateTime>("+12345-01-01T00:00:01");
    }

    #[test]
    fn what_is_no_word_is_refused() {
        assert_eq!(NaiveDate::read("2026-02-30"), None);
        assert_eq!(NaiveDate::read("2026-é-1"), None);
        assert_eq!(NaiveDateTime::read("2026-03-12T24:00"), None);
        assert_eq!(Rank::read("é€"), None);
        assert_eq!(Rank::read("80f"), None);
        assert_eq!(Rank::read(""), None);
        assert_eq!(Channel::read("fax"), None);
        assert_eq!(Kind::read(""), None);
    }

    #[test]
    fn a_far_year_reads_back_to_the_minute() {
        let at = NaiveDate::from_ymd_opt(12_345, 1, 1).unwrap().and_hms_opt(8, 0, 0).unwrap();
        assert_eq!(NaiveDateTime::read(&W(at).to_string()), Some(at));
    }
}
