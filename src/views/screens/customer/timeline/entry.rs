//! Which entries a history has, in which order.

use std::cmp::Reverse;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use crate::domain::{ChangeId, Classification, ContactId, Customer};

/// Which entries are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Every one.
    All,
    /// Contacts.
    Contacts,
    /// Changes of phase and profile.
    Changes,
}

impl Show {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::All, Self::Contacts, Self::Changes];

    /// The stable word for scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Contacts => "contacts",
            Self::Changes => "changes",
        }
    }
}

/// One entry, by what finds it again in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// A contact.
    Contact(NaiveDateTime, ContactId),
    /// A change of the phase.
    Phase(ChangeId),
    /// Every other change of the profile on one day.
    Profile(NaiveDate),
}

/// One line of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    /// What.
    pub entry: Entry,
    /// The year, at its first line going back, except for the newest line's own year.
    pub year: Option<i32>,
}

/// The lines of a history, newest first.
pub fn lines(customer: &Customer, show: Show) -> Vec<Line> {
    let mut entries: Vec<(NaiveDateTime, Entry)> = Vec::new();
    if show != Show::Changes {
        let contacts = customer.contacts.keys();
        entries.extend(contacts.map(|(at, id)| (*at, Entry::Contact(*at, *id))));
    }
    if show != Show::Contacts {
        changes(customer, &mut entries);
    }
    entries.sort_by_key(|(at, _)| Reverse(*at));
    let mut last = entries.first().map(|(at, _)| at.year());
    let lines = entries.into_iter().map(|(at, entry)| {
        let year = (last != Some(at.year())).then_some(at.year());
        last = Some(at.year());
        Line { entry, year }
    });
    lines.collect()
}

/// How many lines a choice shows.
pub fn count(customer: &Customer, show: Show) -> usize {
    match show {
        Show::Contacts => customer.contacts.len(),
        show => lines(customer, show).len(),
    }
}

/// A file begins with its first phase; every later change comes after the contacts of its day.
fn changes(customer: &Customer, entries: &mut Vec<(NaiveDateTime, Entry)>) {
    let end_of_day = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or(NaiveTime::MIN);
    for (index, change) in customer.history.iter().enumerate() {
        let time = if index == 0 { NaiveTime::MIN } else { end_of_day };
        let entry = match change.to {
            Classification::Phase(_) => Entry::Phase(change.id),
            _ => Entry::Profile(change.on),
        };
        let is_known = matches!(entry, Entry::Profile(_))
            && entries.iter().rev().any(|(_, known)| *known == entry);
        if !is_known {
            entries.push((change.on.and_time(time), entry));
        }
    }
}
