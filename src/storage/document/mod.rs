//! The stored shape of everything, apart from the domain's shape, versioned and kept for ever.
//!
//! Schema 1. A newer version may add fields, sections, kinds of records and entries inside a
//! contact without a new schema: older builds keep them as they are. New words for a choice, new
//! meanings and anything inside a single field need a new schema.

mod contact;
pub(super) mod customer;
mod fields;
pub(super) mod settings;
mod word;

use std::{fmt, sync::Arc};

use serde_json::Value;

use super::record::{Record, RecordKey};
use crate::domain::{Customer, CustomerId, Workspace};

/// What is to be written into one record: paths `section/name` with their new values, where `null`
/// removes. Only what differs, so that undoing one change leaves every other one alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Patch {
    /// Which record.
    pub key: RecordKey,
    /// The entries.
    pub fields: Vec<(String, Value)>,
}

/// Why something stored cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Something that must be there is not.
    Missing(&'static str),
    /// The JSON is not of this shape; in the reader's words, with line and column.
    Shape(String),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(what) => write!(out, "{what} is missing"),
            Self::Shape(words) => out.write_str(words),
        }
    }
}

impl std::error::Error for Unreadable {}

impl From<serde_json::Error> for Unreadable {
    fn from(error: serde_json::Error) -> Self {
        Self::Shape(error.to_string())
    }
}

/// How a record changed between two workspaces.
pub(super) enum Difference<'a> {
    /// A customer file that was not there before.
    New(&'a Arc<Customer>),
    /// A customer file with other entries than before.
    Edited(&'a Arc<Customer>, Vec<(String, Value)>),
    /// A customer file that is not there any more.
    Gone(CustomerId),
    /// Settings with other entries than before.
    Settings(Vec<(String, Value)>),
}

impl Difference<'_> {
    /// What the difference writes.
    pub fn patch(self) -> Patch {
        let (key, fields) = match self {
            Self::New(customer) => (RecordKey::customer(customer.id), whole(customer)),
            Self::Edited(customer, fields) => (RecordKey::customer(customer.id), fields),
            Self::Gone(id) => (RecordKey::customer(id), vec![gone(true)]),
            Self::Settings(fields) => (RecordKey::settings(), fields),
        };
        Patch { key, fields }
    }
}

/// The entry that takes a file back or lets it stand again.
pub(super) fn gone(gone: bool) -> (String, Value) {
    let value = if gone { Value::Bool(true) } else { Value::Null };
    (format!("{}/gone", Record::FIELDS), value)
}

/// Every entry of a customer file, a file that was taken back let stand again.
fn whole(customer: &Customer) -> Vec<(String, Value)> {
    let record = Record::from_json(&customer::write(customer, super::Stamp::BEFORE_ALL));
    let sections = record.map(|record| record.sections).unwrap_or_default();
    let entries = sections.into_iter().flat_map(|(section, entries)| {
        entries.into_iter().map(move |(name, entry)| (format!("{section}/{name}"), entry.value))
    });
    entries.chain([gone(false)]).collect()
}

/// How two workspaces differ, in the time of their difference.
pub(super) fn differences<'a>(before: &'a Workspace, after: &'a Workspace) -> Vec<Difference<'a>> {
    let mut found = Vec::new();
    for id in after.changed_since(before) {
        match (before.customer(id), after.customer(id)) {
            (None, Some(customer)) => found.push(Difference::New(customer)),
            (Some(_), None) => found.push(Difference::Gone(id)),
            (Some(before), Some(after)) => {
                let fields = customer::differences(before, after);
                if !fields.is_empty() {
                    found.push(Difference::Edited(after, fields));
                }
            }
            (None, None) => {}
        }
    }
    if before.settings() != after.settings() {
        let fields = settings::differences(before.settings(), after.settings());
        found.push(Difference::Settings(fields));
    }
    found
}

/// What has to be written to get from one workspace to another, in the time of their difference.
pub fn difference(before: &Workspace, after: &Workspace) -> Vec<Patch> {
    differences(before, after).into_iter().map(Difference::patch).collect()
}

/// Writes patches into a workspace: all of them, or none and the reason.
pub fn apply(workspace: &mut Workspace, patches: &[Patch]) -> Result<(), Unreadable> {
    let mut patched = workspace.clone();
    for Patch { key, fields } in patches {
        match key.kind.as_ref() {
            RecordKey::CUSTOMER => {
                let id = CustomerId(key.id);
                let before = patched.customer(id).cloned();
                match customer::patched(id, before.as_deref(), fields)? {
                    Some(customer) => patched.put(customer),
                    None => {
                        patched.remove(id);
                    }
                }
            }
            RecordKey::SETTINGS => {
                let settings = settings::patched(patched.settings(), fields)?;
                patched.put_settings(settings);
            }
            _ => {}
        }
    }
    *workspace = patched;
    Ok(())
}
