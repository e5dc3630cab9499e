//! What a tab knows of the stored records without keeping them: enough to stamp the next edit.

use std::collections::HashMap;

use litemap::LiteMap;
use uuid::Uuid;

use super::{
    document::{Noted, Patch},
    record::RecordKey,
    stamp::Stamp,
};

/// Everything a tab knows.
#[derive(Default)]
pub(super) struct Known {
    records: HashMap<Uuid, Trace>,
    /// What newer versions keep inside an entry, by record and path; most often nothing at all.
    unknown: LiteMap<(Uuid, String), String>,
    stored: usize,
}

/// What is known of one record.
#[derive(Clone, Copy, Default)]
struct Trace {
    latest: Stamp,
    is_stored: bool,
}

impl Known {
    /// How many customer files are stored, those taken back included.
    pub fn stored(&self) -> usize {
        self.stored
    }

    /// The latest stamp of a record.
    pub fn latest(&self, id: Uuid) -> Option<Stamp> {
        self.records.get(&id).map(|trace| trace.latest)
    }

    /// The latest stamp of all.
    pub fn latest_of_all(&self) -> Option<Stamp> {
        self.records.values().map(|trace| trace.latest).max()
    }

    /// Notes a record as it was read.
    pub fn note_read(&mut self, key: &RecordKey, noted: Noted) {
        for (path, members) in noted.unknown {
            self.unknown.insert((key.id, path), members);
        }
        self.note_edit(key.id, noted.latest);
    }

    /// Notes an edit, stored or not.
    pub fn note_edit(&mut self, id: Uuid, stamp: Stamp) {
        let trace = self.records.entry(id).or_default();
        trace.latest = trace.latest.max(stamp);
    }

    /// Notes that a record is in the store.
    pub fn note_stored(&mut self, key: &RecordKey) {
        let trace = self.records.entry(key.id).or_default();
        if key.kind == RecordKey::CUSTOMER && !trace.is_stored {
            trace.is_stored = true;
            self.stored += 1;
        }
    }

    /// Adds to the entries of a patch what newer versions keep inside them.
    pub fn complete(&self, patch: &mut Patch) {
        if self.unknown.is_empty() {
            return;
        }
        for (path, json) in &mut patch.fields {
            let unknown = self.unknown.get(&(patch.key.id, path.clone()));
            if let (Some(unknown), Some(known)) = (unknown, json.strip_suffix('}')) {
                let comma = if known == "{" { "" } else { "," };
                *json = [known, comma, unknown, "}"].concat().into();
            }
        }
    }
}
