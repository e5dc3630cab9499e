//! A record as storage sees it: fields with stamps, in sections, whatever they mean.
//!
//! Knows nothing of customers. Fields and sections of newer versions are kept like any other.

use std::{borrow::Cow, fmt};

use litemap::LiteMap;

use uuid::Uuid;

use super::stamp::Stamp;
use crate::domain::CustomerId;

/// Which record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordKey {
    /// What it is: [`CUSTOMER`](Self::CUSTOMER), [`SETTINGS`](Self::SETTINGS) or a newer word.
    pub kind: Cow<'static, str>,
    /// Its id.
    pub id: Uuid,
}

impl RecordKey {
    /// The kind of a customer file.
    pub const CUSTOMER: &'static str = "customer";
    /// The kind of the settings.
    pub const SETTINGS: &'static str = "settings";

    /// The key of a customer file.
    pub fn customer(id: CustomerId) -> Self {
        Self { kind: Cow::Borrowed(Self::CUSTOMER), id: id.0 }
    }

    /// The key of the settings: there is one such record, the same in every workspace.
    pub fn settings() -> Self {
        Self { kind: Cow::Borrowed(Self::SETTINGS), id: Uuid::nil() }
    }

    /// The page that holds the record: the same in every tab, without any shared counter.
    pub fn page(&self) -> u8 {
        let [.., last] = *self.id.as_bytes();
        last
    }
}

impl fmt::Display for RecordKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}", self.kind, self.id)
    }
}

/// A value and when it was written. A removed value is [`null`](Record::REMOVED) and keeps its stamp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The value as JSON in its shortest form; two are the same when their texts are.
    pub value: Box<str>,
    /// When it was written.
    pub stamp: Stamp,
}

impl Entry {
    /// Whether the value has members.
    pub(super) fn is_object(&self) -> bool {
        self.value.starts_with('{')
    }
}

/// The entries of one section by name.
pub type Section = LiteMap<String, Entry>;

/// A record or a part of one: merging a part into the whole is how an edit is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Which record.
    pub key: RecordKey,
    /// The sections by name; none of them is empty.
    pub sections: LiteMap<String, Section>,
}

impl Record {
    /// The section of single fields.
    pub const FIELDS: &'static str = "fields";
    /// The field that is `true` once the whole record was taken back.
    pub const GONE: &'static str = "gone";
    /// The value of what was removed.
    pub const REMOVED: &'static str = "null";
    /// The key that holds an entry's own stamp inside its value. No value uses it otherwise.
    pub const STAMP: &'static str = "~";

    /// A record without any entry.
    pub fn new(key: RecordKey) -> Self {
        Self { key, sections: LiteMap::new() }
    }

    /// Writes an entry at a path `section/name`, its value as JSON in the shortest form. A path
    /// without a section is no path and left out.
    pub fn set(&mut self, path: &str, value: impl Into<Box<str>>, stamp: Stamp) {
        if let Some((section, name)) = path.split_once('/') {
            let section = self.sections.entry(section.to_owned()).or_default();
            section.insert(name.to_owned(), Entry { value: value.into(), stamp });
        }
    }

    /// The entry at a path `section/name`.
    pub fn get(&self, path: &str) -> Option<&Entry> {
        let (section, name) = path.split_once('/')?;
        self.sections.get(section)?.get(name)
    }

    /// Every entry.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.sections.values().flat_map(LiteMap::values)
    }

    /// The latest stamp in the record.
    pub fn latest(&self) -> Stamp {
        self.entries().map(|entry| entry.stamp).max().unwrap_or(Stamp::BEFORE_ALL)
    }
}
