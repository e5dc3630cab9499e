//! The canary: how much was stored, kept in the other lane, so that a wiped database is noticed.

use serde::{Deserialize, Serialize};

use super::SCHEMA;

/// What the canary knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Canary {
    /// How many customer files were stored, those taken back included: a number that never falls.
    pub customers: usize,
    /// The schema they were written in.
    pub schema: u16,
}

impl Canary {
    /// The canary for this many customer files.
    pub fn of(customers: usize) -> Self {
        Self { customers, schema: SCHEMA }
    }

    /// Reads the text; what is unreadable says nothing.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// The text to keep.
    pub fn text(self) -> String {
        serde_json::to_string(&self).unwrap_or_default()
    }
}
