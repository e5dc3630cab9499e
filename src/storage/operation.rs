//! One change of the person as it is journaled and stored: the merge of a few records or parts of
//! them. Doing it twice is doing it once.

use std::{fmt, str::FromStr, sync::Arc};

use litemap::LiteMap;

use super::{
    SCHEMA,
    codec::{Unreadable, list, members},
    damage::Reason,
    document::{self, File},
    merge::merge,
    record::{Record, RecordKey},
    stamp::Stamp,
};

/// Which operation: no two tabs of any device ever give the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OperationId {
    /// The device, by its random number.
    pub device: u64,
    /// The tab, by the random number it drew when its page was loaded.
    pub tab: u64,
    /// The how many-th of the tab.
    pub number: u64,
}

impl fmt::Display for OperationId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:016x}-{:016x}-{:08x}", self.device, self.tab, self.number)
    }
}

impl FromStr for OperationId {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.splitn(3, '-').map(|part| u64::from_str_radix(part, 16));
        let mut next = || parts.next().unwrap_or_else(|| u64::from_str_radix("", 16));
        Ok(Self { device: next()?, tab: next()?, number: next()? })
    }
}

/// One operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Which.
    pub id: OperationId,
    /// What it writes.
    pub(super) written: Vec<Written>,
}

/// What an operation writes into one record.
#[derive(Clone)]
pub(super) enum Written {
    /// A new record. It becomes bytes only when it is needed: an import has thousands.
    Whole(RecordKey, Arc<dyn File>, Stamp),
    /// Some entries, and the whole record as the person saw it, should the store have lost it.
    Part(Record, Option<Arc<dyn File>>),
}

impl fmt::Debug for Written {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.key(), out)
    }
}

impl Written {
    /// Which record it is for.
    pub fn key(&self) -> &RecordKey {
        match self {
            Self::Whole(key, ..) => key,
            Self::Part(record, _) => &record.key,
        }
    }

    /// The record or part to merge in.
    pub fn record(&self) -> Record {
        match self {
            Self::Whole(key, file, stamp) => whole(key, file.as_ref(), *stamp),
            Self::Part(record, _) => record.clone(),
        }
    }

    /// The record to store where there is none. What an edit does not name is filled in from memory
    /// with a stamp before all others, so that it loses to anything that turns up again.
    pub fn fresh_json(&self) -> Vec<u8> {
        match self {
            Self::Part(record, None) => {
                merge(Record::new(record.key.clone()), record.clone()).to_json()
            }
            Self::Part(record, Some(rest)) => {
                let rest = whole(&record.key, rest.as_ref(), Stamp::BEFORE_ALL);
                merge(rest, record.clone()).to_json()
            }
            other => other.json(),
        }
    }

    fn json(&self) -> Vec<u8> {
        match self {
            Self::Whole(key, file, stamp) => document::write(key, file.as_ref(), *stamp),
            Self::Part(record, _) => record.to_json(),
        }
    }
}

fn whole(key: &RecordKey, file: &dyn File, stamp: Stamp) -> Record {
    let empty = |_| Record::new(key.clone());
    Record::from_json(&document::write(key, file, stamp)).unwrap_or_else(empty)
}

impl Operation {
    /// The pages it touches.
    pub fn pages(&self) -> Vec<u8> {
        self.by_page().keys().copied().collect()
    }

    /// What it writes, by page.
    pub(super) fn by_page(&self) -> LiteMap<u8, Vec<&Written>> {
        let mut pages: LiteMap<u8, Vec<&Written>> = LiteMap::new();
        for written in &self.written {
            pages.entry(written.key().page()).or_default().push(written);
        }
        pages
    }

    /// The journal entry: the checksum in eight digits and the JSON. `None` when it is longer than
    /// `limit` bytes.
    pub fn text(&self, limit: usize) -> Option<String> {
        let mut json = format!(r#"{{"schema":{SCHEMA},"records":["#).into_bytes();
        for (index, written) in self.written.iter().enumerate() {
            if index > 0 {
                json.push(b',');
            }
            json.extend_from_slice(&written.json());
            if json.len() > limit {
                return None;
            }
        }
        json.extend_from_slice(b"]}");
        let json = String::from_utf8(json).ok()?;
        Some(format!("{:08x}{json}", crc32fast::hash(json.as_bytes())))
    }

    /// Reads a journal entry.
    pub fn read(id: OperationId, text: &str) -> Result<Self, Reason> {
        let unreadable = |error: Unreadable| Reason::Unreadable(error.to_string());
        let (sum, json) = text.split_at_checked(8).ok_or(Reason::Broken)?;
        if u32::from_str_radix(sum, 16) != Ok(crc32fast::hash(json.as_bytes())) {
            return Err(Reason::Broken);
        }
        let (schema, records) = content(json).map_err(unreadable)?;
        if schema > SCHEMA {
            return Err(Reason::Newer(schema));
        }
        let records = list(records).map_err(|error| unreadable(error.into()))?;
        let record = |json: &str| Record::from_json(json.as_bytes()).map_err(unreadable);
        let part = |json| Ok(Written::Part(record(json)?, None));
        Ok(Self { id, written: records.into_iter().map(part).collect::<Result<_, Reason>>()? })
    }
}

/// The schema of a journal entry and its records.
fn content(json: &str) -> Result<(u16, &str), Unreadable> {
    let (mut schema, mut records) = (None, "[]");
    members(json, |members| {
        while let Some(name) = members.name()? {
            match name.as_ref() {
                "schema" => members.value(&mut schema)?,
                "records" => records = members.raw()?,
                _ => members.skip()?,
            }
        }
        Ok(())
    })?;
    Ok((schema.ok_or(Unreadable::Missing("schema"))?, records))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::storage::trials::any_record;

    const ID: OperationId = OperationId { device: u64::MAX, tab: 3, number: 17 };

    fn records(operation: &Operation) -> Vec<Record> {
        operation.written.iter().map(Written::record).collect()
    }

    proptest! {
        #[test]
        fn an_entry_reads_back(records in prop::collection::vec(any_record(), 0..4)) {
            let parts = records.iter().cloned().map(|record| Written::Part(record, None));
            let text = Operation { id: ID, written: parts.collect() }.text(1_000_000).unwrap();
            prop_assert_eq!(self::records(&Operation::read(ID, &text).unwrap()), records);
        }

        #[test]
        fn a_changed_entry_is_refused(record in any_record(), at in any::<prop::sample::Index>()) {
            let written = vec![Written::Part(record, None)];
            let mut text = Operation { id: ID, written }.text(1_000_000).unwrap();
            let at = at.index(text.len() - 1);
            if text.is_char_boundary(at) && text.is_char_boundary(at + 1) && &text[at..=at] != "%" {
                text.replace_range(at..=at, "%");
                prop_assert_eq!(Operation::read(ID, &text).unwrap_err(), Reason::Broken);
            }
        }
    }

    #[test]
    fn an_id_reads_back() {
        assert_eq!(ID.to_string().parse(), Ok(ID));
        assert!("".parse::<OperationId>().is_err());
        assert!("1-2".parse::<OperationId>().is_err());
        assert!("1-2-3-4".parse::<OperationId>().is_err());
    }

    #[test]
    fn an_entry_that_is_too_long_is_not_written_at_all() {
        let record = Record::new(RecordKey::settings());
        let operation = Operation { id: ID, written: vec![Written::Part(record, None)] };
        assert_eq!(operation.text(10), None);
    }
}
