//! Which lines a history has, in which order: the domain's events with the years between them.

use chrono::{Datelike, NaiveDateTime};

use crate::domain::{Customer, Happening, Looking, timeline};

/// One line of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    /// When.
    pub at: NaiveDateTime,
    /// What.
    pub event: Happening,
    /// The year, at its first line going back, except for the newest line's own year.
    pub year: Option<i32>,
}

/// The lines of a history, newest first.
pub fn lines(customer: &Customer, looking: Looking) -> Vec<Line> {
    let events = timeline(customer, looking);
    let mut last = events.first().map(|(at, _)| at.year());
    let lines = events.into_iter().map(|(at, event)| {
        let year = (last != Some(at.year())).then_some(at.year());
        last = Some(at.year());
        Line { at, event, year }
    });
    lines.collect()
}
