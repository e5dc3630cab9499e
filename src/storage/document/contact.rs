//! A contact and a change of classification as they are stored.

use std::{borrow::Cow, fmt};

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::word::{W, Word};
use crate::{
    domain::{
        Change, ChangeId, Channel, Classification, Contact, ContactId, Direction, Intensity, Mode,
        Mood, NextStep, Phase, Purpose, RelationType, View,
    },
    storage::Stamp,
};

/// One entry of the section `contacts`, by the contact's id, schema 1. The names are a contract.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StoredContact<'a> {
    #[serde(rename = "~", default, skip_serializing_if = "Option::is_none")]
    pub stamp: Option<Stamp>,
    at: W<NaiveDateTime>,
    channel: W<Channel>,
    direction: W<Direction>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    purpose: Option<W<Purpose>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mood: Option<W<Mood>>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    with: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    text: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    heard: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    next: Option<StoredStep<'a>>,
    /// What newer versions keep with a contact.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

#[derive(Debug, Serialize, Deserialize)]
struct StoredStep<'a> {
    #[serde(default, skip_serializing_if = "str::is_empty")]
    text: Cow<'a, str>,
    due: W<NaiveDate>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    done: bool,
}

impl<'a> StoredContact<'a> {
    pub fn of(contact: &'a Contact) -> Self {
        Self {
            stamp: None,
            at: W(contact.at),
            channel: W(contact.channel),
            direction: W(contact.direction),
            purpose: contact.purpose.map(W),
            mood: contact.mood.map(W),
            with: Cow::Borrowed(&contact.with),
            text: Cow::Borrowed(&contact.text),
            heard: Cow::Borrowed(&contact.heard),
            next: contact.next.as_ref().map(|next| StoredStep {
                text: Cow::Borrowed(&next.text),
                due: W(next.due),
                done: next.done,
            }),
            unknown: Map::new(),
        }
    }

    pub fn contact(self, id: Uuid) -> Contact {
        Contact {
            id: ContactId(id),
            at: self.at.0,
            channel: self.channel.0,
            direction: self.direction.0,
            purpose: self.purpose.map(|word| word.0),
            mood: self.mood.map(|word| word.0),
            with: self.with.into_owned(),
            text: self.text.into_owned(),
            heard: self.heard.into_owned(),
            next: self.next.map(|next| NextStep {
                text: next.text.into_owned(),
                due: next.due.0,
                done: next.done,
            }),
            extra: None,
        }
    }
}

/// One entry of the section `changes`, by the change's id, schema 1. The names are a contract.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StoredChange {
    #[serde(rename = "~", default, skip_serializing_if = "Option::is_none")]
    pub stamp: Option<Stamp>,
    on: W<NaiveDate>,
    to: W<Classification>,
    /// The place among the changes of one day.
    #[serde(default, skip_serializing_if = "is_zero")]
    n: u32,
}

/// What changes are sorted by: oldest first, whatever order two tabs wrote them in.
pub(super) type ChangeOrder = (NaiveDate, u32, Uuid);

fn is_zero(n: &u32) -> bool {
    *n == 0
}

impl StoredChange {
    pub fn of(change: &Change, place: usize) -> Self {
        let n = u32::try_from(place).unwrap_or(u32::MAX);
        Self { stamp: None, on: W(change.on), to: W(change.to), n }
    }

    pub fn change(self, id: Uuid) -> (ChangeOrder, Change) {
        ((self.on.0, self.n, id), Change { id: ChangeId(id), on: self.on.0, to: self.to.0 })
    }
}

/// The word for an axis that is not set (any more).
const NONE: &str = "none";

/// `phase/bind`, `type/none`, `customer_view/relation`.
impl Word for Classification {
    fn read(text: &str) -> Option<Self> {
        /// The inner `None` is a value that is not set.
        fn option<T>(word: &str, read: fn(&str) -> Option<T>) -> Option<Option<T>> {
            if word == NONE { Some(None) } else { read(word).map(Some) }
        }
        let (axis, word) = text.split_once('/')?;
        Some(match axis {
            "phase" => Self::Phase(Phase::from_key(word)?),
            "type" => Self::Type(option(word, RelationType::from_key)?),
            "mode" => Self::Mode(option(word, Mode::from_key)?),
            "intensity" => Self::Intensity(option(word, Intensity::from_key)?),
            "own_view" => Self::OwnView(View::from_key(word)?),
            "customer_view" => Self::CustomerView(View::from_key(word)?),
            _ => return None,
        })
    }

    fn write(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (axis, word) = match self {
            Self::Phase(phase) => ("phase", phase.key()),
            Self::Type(value) => ("type", value.map_or(NONE, RelationType::key)),
            Self::Mode(value) => ("mode", value.map_or(NONE, Mode::key)),
            Self::Intensity(value) => ("intensity", value.map_or(NONE, Intensity::key)),
            Self::OwnView(view) => ("own_view", view.key()),
            Self::CustomerView(view) => ("customer_view", view.key()),
            Self::Rating(dimension, None) => (dimension.key(), NONE),
            Self::Rating(dimension, Some(_)) => (dimension.key(), "?"),
        };
        write!(out, "{axis}/{word}")
    }
}
