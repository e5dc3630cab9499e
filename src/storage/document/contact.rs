//! A contact and a change of classification as they are stored: entries of a customer file.

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use crate::{
    domain::{
        Change, ChangeId, Classification, Contact, Dimension, Extra, Intensity, Mode, NextStep,
        Phase, RelationType, View,
    },
    storage::codec::{
        Blank, Entries, Item, Read, Section, Timed, Token, Value, Wrong, shape, text,
    },
};

shape! {
    Contact new (id);
    "at" => at,
    "channel" => channel,
    "direction" => direction,
    "purpose" => purpose,
    "mood" => mood,
    "with" => with,
    "text" => text,
    "heard" => heard,
    "next" => next,
    "extra" => extra,
}

shape! {
    Extra new ();
    "ours" => ours,
    "minutes" => minutes,
    "manner" => manner,
    "deal" => deal,
    "site_facts" => site_facts,
    "access" => access,
    "delivery" => delivery,
    "assembly" => assembly,
    "open_points" => open_points,
    "problem" => problem,
    "advice" => advice,
    "result" => result,
}

shape! {
    NextStep new ();
    "text" => text,
    "due" => due,
    "done" => done,
}

impl Timed for Contact {
    type Time = NaiveDateTime;

    fn time(&self) -> NaiveDateTime {
        self.at
    }
}

/// A change with its place in the history.
struct StoredChange {
    on: NaiveDate,
    to: Classification,
    /// The place among the changes of one day.
    n: usize,
}

shape! {
    StoredChange new ();
    "on" => on,
    "to" => to,
    "n" => n,
}

/// The changes, oldest first, whatever order two tabs wrote them in.
impl Section for Vec<Change> {
    fn each<'a>(&'a self, each: &mut dyn FnMut(Uuid, Item<'a>)) {
        for (n, change) in self.iter().enumerate() {
            let stored = StoredChange { on: change.on, to: change.to, n };
            each(change.id.0, Item::Made(Box::new(stored)));
        }
    }

    fn merge(&mut self, entries: &mut dyn Entries) -> Read {
        let mut merged: Vec<(NaiveDate, usize, Uuid, Classification)> = Vec::new();
        let mut replaced = Vec::new();
        while let Some(id) = entries.next()? {
            let mut stored = StoredChange::blank(id);
            replaced.push(id);
            if entries.fill(&mut stored)? {
                merged.push((stored.on, stored.n, id, stored.to));
            }
        }
        let kept = self.iter().filter(|change| !replaced.contains(&change.id.0));
        merged.extend(kept.enumerate().map(|(n, kept)| (kept.on, n, kept.id.0, kept.to)));
        merged.sort_unstable_by_key(|(on, n, id, _)| (*on, *n, *id));
        *self =
            merged.into_iter().map(|(on, _, id, to)| Change { id: ChangeId(id), on, to }).collect();
        Ok(())
    }
}

/// The word for an axis that is not set (any more).
const NONE: &str = "none";

impl Blank for Classification {
    fn blank(_: Uuid) -> Self {
        Self::Phase(Phase::default())
    }
}

/// `phase/bind`, `type/none`, `customer_view/relation`.
impl Value for Classification {
    fn is_needed(&self) -> bool {
        true
    }

    fn write(&self, out: &mut String) {
        let (axis, word) = match self {
            Self::Phase(phase) => ("phase/", phase.key()),
            Self::Type(value) => ("type/", value.map_or(NONE, RelationType::key)),
            Self::Mode(value) => ("mode/", value.map_or(NONE, Mode::key)),
            Self::Intensity(value) => ("intensity/", value.map_or(NONE, Intensity::key)),
            Self::OwnView(view) => ("own_view/", view.key()),
            Self::CustomerView(view) => ("customer_view/", view.key()),
            Self::Rating(dimension, level) => {
                let level = level.map_or(NONE.to_owned(), |level| level.to_string());
                return text(&[dimension.key(), "/", &level].concat(), out);
            }
        };
        text(&[axis, word].concat(), out);
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Wrong> {
        let Token::Text(text) = token else { return Err(Wrong) };
        *self = read_classification(text).ok_or(Wrong)?;
        Ok(())
    }
}

fn read_classification(text: &str) -> Option<Classification> {
    /// The inner `None` is a value that is not set.
    fn option<T>(word: &str, read: fn(&str) -> Option<T>) -> Option<Option<T>> {
        if word == NONE { Some(None) } else { read(word).map(Some) }
    }
    let (axis, word) = text.split_once('/')?;
    Some(match axis {
        "phase" => Classification::Phase(Phase::from_key(word)?),
        "type" => Classification::Type(option(word, RelationType::from_key)?),
        "mode" => Classification::Mode(option(word, Mode::from_key)?),
        "intensity" => Classification::Intensity(option(word, Intensity::from_key)?),
        "own_view" => Classification::OwnView(View::from_key(word)?),
        "customer_view" => Classification::CustomerView(View::from_key(word)?),
        axis => {
            let level = if word == NONE { None } else { Some(word.parse().ok()?) };
            Classification::Rating(Dimension::from_key(axis)?, level)
        }
    })
}
