//! What a tab knows of the stored records without keeping them: enough to stamp the next edit.

use std::collections::HashMap;

use serde_json::{Map, Value};
use uuid::Uuid;

use super::{
    document::customer::ReadCustomer,
    record::{Record, RecordKey},
    stamp::Stamp,
};
use crate::domain::{ContactId, CustomerId};

/// Everything a tab knows.
#[derive(Default)]
pub(super) struct Known {
    records: HashMap<Uuid, Trace>,
    /// What newer versions keep with a contact; most often nothing at all.
    unknown: HashMap<(CustomerId, ContactId), Map<String, Value>>,
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

    /// Notes a customer file as it was read.
    pub fn note_read(&mut self, read: &mut ReadCustomer) {
        self.unknown.extend(read.take_unknown());
        let trace = self.records.entry(read.id.0).or_default();
        trace.latest = trace.latest.max(read.latest);
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

    /// Adds to the values of contacts what newer versions keep with them.
    pub fn complete(&self, id: CustomerId, fields: &mut [(String, Value)]) {
        if self.unknown.is_empty() {
            return;
        }
        for (path, value) in fields {
            let Some((Record::CONTACTS, contact)) = path.split_once('/') else { continue };
            let contact = contact.parse().ok().and_then(|contact| self.unknown.get(&(id, contact)));
            if let (Some(unknown), Value::Object(value)) = (contact, value) {
                for (name, extra) in unknown {
                    value.entry(name).or_insert_with(|| extra.clone());
                }
            }
        }
    }
}
