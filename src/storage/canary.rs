//! The canary: how much was stored, kept in the other lane, so that a wiped database is noticed.

use super::{
    SCHEMA,
    codec::{object, shape, written},
};

/// What the canary knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Canary {
    /// How many customer files were stored, those taken back included: a number that never falls.
    pub customers: usize,
    /// The schema they were written in.
    pub schema: u16,
}

shape! {
    Canary new ();
    "customers" => customers,
    "schema" => schema,
}

impl Canary {
    /// The canary for this many customer files.
    pub fn of(customers: usize) -> Self {
        Self { customers, schema: SCHEMA }
    }

    /// Reads the text; what is unreadable says nothing.
    pub fn read(text: &str) -> Option<Self> {
        let mut canary = Self::default();
        object(text, &mut canary).ok().map(|()| canary)
    }

    /// The text to keep.
    pub fn text(self) -> String {
        written(&self)
    }
}
