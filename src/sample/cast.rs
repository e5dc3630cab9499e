//! The sample as it is stored: who and when in `cast.json`, the words in one file per language.
//!
//! Days are counted back from today, so that the sample is as fresh on any day: `-28` is 28 days
//! ago. A course such as `loose stable@53` says: loose at first, stable since 53 days ago. A
//! contact is one line: `-28 15:10 in call 5 advice #1 >4 !` is day, time, direction, channel,
//! mood, purpose, the person (`#`, the first one unless told), the day the next step is due (`>`)
//! and whether it is done (`!`). The words for it are `text|heard|next`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::{Channel, Direction, Mood, Problems, Purpose};

/// What can be wrong with the stored sample. A test keeps it from ever reaching a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A file is not of the expected shape.
    Unreadable {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// There are no words for this customer, or not for every contact.
    NoWords(&'static str),
    /// A word on no axis, a line that is no contact, or a customer nobody knows.
    Unknown(&'static str),
    /// The domain does not take this customer.
    Refused(&'static str, Problems),
}

/// One customer without any language.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Member {
    pub id: &'static str,
    pub name: &'static str,
    pub private: bool,
    pub standing: &'static str,
    /// Postal code and town.
    pub place: &'static str,
    pub mail: &'static str,
    pub phone: &'static str,
    pub web: &'static str,
    #[serde(borrow)]
    pub people: Vec<&'static str>,
    /// The contact person on our side.
    pub ours: &'static str,
    pub source: &'static str,
    /// The `id` of the customer who recommended us.
    pub by: &'static str,
    pub wish: &'static str,
    pub prefers: &'static str,
    pub form: &'static str,
    /// The rhythm, in days.
    pub every: Option<u16>,
    /// Whole euros per year; expected as long as the phase is the first.
    pub worth: Option<u32>,
    /// The day of the first touch point where it is earlier than every contact.
    pub since: Option<i64>,
    pub phase: &'static str,
    #[serde(rename = "type")]
    pub main_type: &'static str,
    /// Further types, separated by commas.
    pub also: &'static str,
    pub mode: &'static str,
    pub intensity: &'static str,
    pub own: &'static str,
    pub theirs: &'static str,
    #[serde(borrow)]
    pub contacts: Vec<&'static str>,
}

/// The words for one customer.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Words {
    pub sector: &'static str,
    #[serde(borrow)]
    pub roles: Vec<&'static str>,
    pub tags: &'static str,
    pub need: &'static str,
    pub notes: &'static str,
    pub trust: &'static str,
    pub values: &'static str,
    pub experience: &'static str,
    /// What the customer's view rests on, unless it is what was heard on that day.
    pub view: &'static str,
    #[serde(borrow)]
    pub contacts: Vec<&'static str>,
}

/// Every customer, in the order of the board.
pub(super) fn members() -> Result<Vec<Member>, Fault> {
    serde_json::from_str(include_str!("cast.json")).map_err(unreadable)
}

/// The words of a language file, by customer.
pub(super) fn words(file: &'static str) -> Result<BTreeMap<&'static str, Words>, Fault> {
    serde_json::from_str(file).map_err(unreadable)
}

fn unreadable(error: serde_json::Error) -> Fault {
    Fault::Unreadable { line: error.line(), column: error.column() }
}

/// One contact without any language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub day: i64,
    pub time: &'static str,
    pub direction: Direction,
    pub channel: Channel,
    pub mood: Mood,
    pub purpose: Purpose,
    pub who: usize,
    pub due: Option<i64>,
    pub done: bool,
}

impl Row {
    /// Reads the line of a contact.
    pub fn read(line: &'static str) -> Result<Self, Fault> {
        Self::parse(line).ok_or(Fault::Unknown(line))
    }

    fn parse(line: &'static str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let mut row = Self {
            day: words.next()?.parse().ok()?,
            time: words.next()?,
            direction: Direction::from_key(words.next()?)?,
            channel: Channel::from_key(words.next()?)?,
            mood: Mood::from_key(words.next()?)?,
            purpose: Purpose::from_key(words.next()?)?,
            who: 0,
            due: None,
            done: false,
        };
        for word in words {
            match word.split_at_checked(1)? {
                ("#", who) => row.who = who.parse().ok()?,
                (">", day) => row.due = Some(day.parse().ok()?),
                ("!", "") => row.done = true,
                _ => return None,
            }
        }
        Some(row)
    }
}

/// Reads a course such as `loose stable@53` into its values, each with the day it began. A value
/// without a day holds from the `start`.
pub(super) fn course<T>(
    text: &'static str,
    start: i64,
    from_key: impl Fn(&str) -> Option<T>,
) -> Result<Vec<(i64, T)>, Fault> {
    let step = |word: &'static str| {
        let (key, day) = match word.split_once('@') {
            Some((key, days)) => (key, -days.parse::<i64>().ok()?),
            None => (word, start),
        };
        Some((day, from_key(key)?))
    };
    text.split_whitespace().map(|word| step(word).ok_or(Fault::Unknown(word))).collect()
}

/// Reads a single word; empty means: not set.
pub(super) fn word<T>(
    text: &'static str,
    from_key: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, Fault> {
    if text.is_empty() {
        return Ok(None);
    }
    from_key(text).map(Some).ok_or(Fault::Unknown(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Intensity;

    #[test]
    fn a_contact_is_one_line() {
        let row = Row::read("-28 15:10 in call 5 advice #1 >4 !").unwrap();
        assert_eq!(
            (row.day, row.time, row.who, row.due, row.done),
            (-28, "15:10", 1, Some(4), true)
        );
        assert_eq!(Row::read("-1 09:00 out email 3 care").unwrap().due, None);
        assert_eq!(Row::read("-1 09:00 up email 3"), Err(Fault::Unknown("-1 09:00 up email 3")));
        assert!(Row::read("-1 09:00 out email 3 care ?").is_err());
    }

    #[test]
    fn a_course_begins_at_the_start_or_on_its_day() {
        let read = course("loose stable@53", -161, Intensity::from_key).unwrap();
        assert_eq!(read, [(-161, Intensity::Loose), (-53, Intensity::Stable)]);
        assert_eq!(course("firm@3", -9, Intensity::from_key), Err(Fault::Unknown("firm@3")));
        assert!(course("", -9, Intensity::from_key).unwrap().is_empty());
    }
}
