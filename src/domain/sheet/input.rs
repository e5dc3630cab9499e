//! What a place of a sheet takes, and how typed text becomes canonical.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Slot, Value, lists};
use crate::domain::{
    amount::parse_amount,
    contact::{read_day, read_minute},
    draft::web_address,
    iso,
    limits::{ITEMS_MAX, LINE_MAX, NOTE_MAX},
    problem::Issue,
    text::{clean_line, clean_text},
};

/// One place of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blank {
    /// Which.
    pub slot: Slot,
    /// What it takes.
    pub input: Input,
    /// Whether it must be filled.
    pub must: bool,
}

/// What a place takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// One line, at most [`LINE_MAX`] characters.
    Line,
    /// Several lines, at most [`NOTE_MAX`] characters.
    Text,
    /// A day.
    Day,
    /// A day that is not to come.
    PastDay,
    /// A day and time that is not to come, by the clock on the wall.
    Minute,
    /// An amount of money; canonical in minor units.
    Money,
    /// A whole number from 1 to this.
    Count(u32),
    /// 1 to 5.
    Level,
    /// One of these keys.
    Choice(&'static [&'static str]),
    /// Any of these keys, separated by blanks.
    Choices(&'static [&'static str]),
    /// Yes or nothing.
    Flag,
    /// A web address.
    Link,
    /// Lines of their own, at most [`ITEMS_MAX`].
    Items,
    /// Steps with a mark for done.
    Steps,
    /// Products with a quantity.
    Lines,
    /// Products, by id.
    Products,
    /// Conditions with an answer and a note.
    Verdicts,
    /// An id that the person never types.
    Hidden,
}

impl Input {
    /// The canonical text of what was typed, or what is wrong with it.
    pub fn canonical(self, text: &str, now: NaiveDateTime) -> Result<String, Issue> {
        let line = clean_line(text);
        match self {
            Self::Line => short(line, LINE_MAX),
            Self::Text => short(clean_text(text), NOTE_MAX),
            _ if line.is_empty() => Ok(line),
            Self::Day => day(&line).map(|day| day.to_string()),
            Self::PastDay => match day(&line)? {
                day if day > now.date() => Err(Issue::InTheFuture),
                day => Ok(day.to_string()),
            },
            Self::Minute => match read_minute(&line).ok_or(Issue::NotADay)? {
                at if at > now + chrono::Duration::days(1) => Err(Issue::InTheFuture),
                at => Ok(iso::minute_text(at)),
            },
            Self::Money => {
                parse_amount(&line).map(|amount| amount.write()).ok_or(Issue::NotAnAmount)
            }
            Self::Count(max) => {
                let number = line.parse::<u32>().ok().filter(|n| (1..=max).contains(n));
                number.map(|number| number.to_string()).ok_or(Issue::NotACount(max))
            }
            Self::Level => Self::Count(5).canonical(&line, now),
            Self::Choice(keys) => {
                keys.contains(&line.as_str()).then_some(line).ok_or(Issue::Missing)
            }
            Self::Choices(keys) => {
                let known = line.split(' ').filter(|key| keys.contains(key));
                Ok(known.collect::<Vec<_>>().join(" "))
            }
            Self::Flag => Ok(true.write()),
            Self::Link => web_address(&line).ok_or(Issue::NotAWebAddress),
            Self::Items => items(text),
            Self::Steps => lists::steps(text),
            Self::Lines => lists::deal_lines(text),
            Self::Verdicts => lists::verdicts(text),
            Self::Products | Self::Hidden => Ok(line),
        }
    }
}

fn day(text: &str) -> Result<NaiveDate, Issue> {
    read_day(text).ok_or(Issue::NotADay)
}

fn short(text: String, max: usize) -> Result<String, Issue> {
    if text.chars().count() > max { Err(Issue::TooLong(max)) } else { Ok(text) }
}

fn items(text: &str) -> Result<String, Issue> {
    let items: Vec<String> = text.lines().map(clean_line).filter(|line| !line.is_empty()).collect();
    if items.len() > ITEMS_MAX {
        return Err(Issue::TooMany(ITEMS_MAX));
    }
    if items.iter().any(|item| item.chars().count() > LINE_MAX) {
        return Err(Issue::TooLong(LINE_MAX));
    }
    Ok(items.join("\n"))
}
