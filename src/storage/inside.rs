//! One record as it is stored, for the person it is about: every entry, the fields with two values,
//! and its erasure from everywhere.

use std::future::Future;

use super::{
    book::{Book, Receipt},
    document::Patch,
    lane::LaneError,
    ledger::Reading,
    merge::merge,
    operation::Written,
    page,
    points::PointError,
    record::{Entry, Record, RecordKey},
};

/// A field for which two devices or tabs wrote different values without knowing of each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// The path of the field, `section/name`.
    pub path: String,
    /// The value that is shown, as plain text.
    pub shown: String,
    /// The other value, as plain text.
    pub other: String,
    /// When the other one was written, in milliseconds since 1970.
    pub other_ms: u64,
    key: RecordKey,
    shown_entry: Entry,
    other_entry: Entry,
}

impl Version {
    /// What puts the other value in the place of the one that is shown.
    pub fn choose_other(&self) -> Patch {
        let fields = vec![(self.path.clone(), self.other_entry.value.clone())];
        Patch { key: self.key.clone(), fields }
    }
}

/// One stored entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEntry {
    /// Its path, `section/name`.
    pub path: String,
    /// Its value as plain text; empty when it was removed.
    pub text: String,
    /// When it was written, in milliseconds since 1970.
    pub at_ms: u64,
}

/// A stored value as a person reads it: text without quotes, of lists and objects what is in them,
/// nothing for nothing.
fn plain(entry: &Entry) -> String {
    let (mut words, mut rest) = (Vec::new(), entry.value.as_ref());
    while let Some(start) = rest.find(|c: char| !"{}[],: ".contains(c)) {
        let (word, behind) = one(rest.get(start..).unwrap_or_default());
        rest = behind;
        // What stands before a colon is a name, and `null` is nothing.
        if !behind.starts_with(':') && word != Record::REMOVED {
            words.push(serde_json::from_str(word).unwrap_or_else(|_| word.to_owned()));
        }
    }
    words.join(" · ")
}

/// The text, number or flag at the start, and what is behind it.
fn one(json: &str) -> (&str, &str) {
    let mut is_escaped = false;
    let is_text = json.starts_with('"');
    let ends = |(at, c): (usize, char)| match is_text {
        true if at == 0 => None,
        true if is_escaped => {
            is_escaped = false;
            None
        }
        true => {
            is_escaped = c == '\\';
            (c == '"').then_some(at + 1)
        }
        false => ",:]}".contains(c).then_some(at),
    };
    let end = json.char_indices().find_map(ends).unwrap_or(json.len());
    json.split_at_checked(end).unwrap_or((json, ""))
}

impl Book {
    /// The record as it is stored, everything that waits for it merged in.
    fn record_of(&self, key: RecordKey) -> impl Future<Output = Result<Record, LaneError>> + use<> {
        let book = self.clone();
        let reading = Reading::begin(&self.ledger);
        async move {
            let pages = book.lane.read(&[key.page()]).await?;
            let found = pages.iter().find_map(|(_, bytes)| page::find(bytes, &key));
            let stored = found.unwrap_or_else(|| Record::new(key.clone()));
            let overlay = book.ledger.borrow().overlay(reading.since, |page| page == key.page());
            let waiting = overlay.into_iter().find(|(waiting, _)| *waiting == key);
            Ok(waiting.into_iter().flat_map(|(_, parts)| parts).fold(stored, merge))
        }
    }

    /// The fields of a record that have two values.
    pub fn versions(
        &self,
        key: RecordKey,
    ) -> impl Future<Output = Result<Vec<Version>, LaneError>> + use<> {
        let reading = self.record_of(key);
        async move {
            let record = reading.await?;
            let version = |(path, shown, other): (&str, &Entry, &Entry)| Version {
                path: path.to_owned(),
                shown: plain(shown),
                other: plain(other),
                other_ms: other.stamp.wall_ms(),
                key: record.key.clone(),
                shown_entry: shown.clone(),
                other_entry: other.clone(),
            };
            Ok(record.versions().map(version).collect())
        }
    }

    /// Every entry of a record.
    pub fn stored(
        &self,
        key: RecordKey,
    ) -> impl Future<Output = Result<Vec<StoredEntry>, LaneError>> + use<> {
        let reading = self.record_of(key);
        async move {
            let record = reading.await?;
            let sections = record.sections.iter();
            let entries = sections.flat_map(|(section, entries)| {
                entries.iter().map(move |(name, entry)| StoredEntry {
                    path: [section, "/", name].concat(),
                    text: plain(entry),
                    at_ms: entry.stamp.wall_ms(),
                })
            });
            Ok(entries.collect())
        }
    }

    /// Lets the value that is shown stand: the other one is gone for good.
    pub fn keep_shown(&self, version: &Version, now_ms: u64) -> Option<Receipt> {
        let (key, entry) = (version.key.clone(), version.shown_entry.clone());
        let written = self.ledger.borrow_mut().rewritten(key, &version.path, entry, now_ms);
        self.take(vec![written])
    }

    /// Erases a person: nothing but the fact stays, and it beats every value that any copy may still
    /// bring. There is no way back.
    pub fn erase(&self, key: RecordKey, now_ms: u64) -> Option<Receipt> {
        let stamp = self.ledger.borrow_mut().over_all(&key, now_ms);
        self.take(vec![Written::Part(Record::erase(key, stamp), None)])
    }

    /// Erases a person from every restore point. A point that cannot be written anew goes whole.
    pub fn erase_in_points(
        &self,
        key: RecordKey,
    ) -> impl Future<Output = Result<(), PointError>> + use<> {
        let shelf = self.shelf.clone();
        async move {
            match shelf {
                Some(shelf) => super::points::without(&*shelf, &key).await,
                None => Ok(()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Stamp;

    #[test]
    fn stored_values_are_readable() {
        let plain = |value: &str| plain(&Entry { value: value.into(), stamp: Stamp::BEFORE_ALL });
        for (stored, read) in [
            ("null", ""),
            ("12", "12"),
            (r#""Say \"yes\": ok""#, r#"Say "yes": ok"#),
            (r#"[{"name":"Uwe","role":"Chef"},{"name":"Ida"}]"#, "Uwe · Chef · Ida"),
            (r#"{"cents":-5,"expected":true,"x":null}"#, "-5 · true"),
        ] {
            assert_eq!(plain(stored), read);
        }
    }
}
