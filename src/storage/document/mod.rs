//! The stored shape of everything, kept for ever: which record has which names.
//!
//! Schema 1. A newer version may add fields, sections, kinds of records and names inside an entry
//! of a section without a new schema: older builds keep them as they are. New words for a choice,
//! new meanings and anything inside a single field need a new schema.
//!
//! How to add something, with `codec` as the grammar:
//!
//! * **A field**: its line in the `file!` or `shape!` of its record, and in the fixture test.
//! * **A section of a customer file**, say deals: `shape! { Deal new (id); "title" => title, … }` in
//!   a file of its own here; `deals: ById<Deal>` in [`Customer`](crate::domain::Customer) with
//!   `impl HasId for Deal`; the line `"deals" => deals` under `sections` in `customer.rs`.
//! * **A kind of records**, say products: `file! { Product; "name" => name, … sections … }`, `impl
//!   Blank` (how it begins) and `impl Kept` (where it lies in the workspace) in a file of its own
//!   here; `Kind::of::<Product>()` in `kind.rs`.
//! * **An axis or an id**: its line in `words.rs`.
//!
//! Merge, journal, undo, other tabs, workspace files and backups then do it like all the others.

mod asset;
mod contact;
mod customer;
mod ideas;
mod kind;
mod matter;
mod reading;
mod settings;
mod words;

use std::{borrow::Cow, sync::Arc};

use uuid::Uuid;

use super::{
    codec::{Read, Section, Shape, text, written, written_shape},
    record::{Record, RecordKey},
    stamp::Stamp,
};
use crate::domain::Workspace;
use kind::{KINDS, Kept, Kind, NAMES};
use reading::fill_patched;

pub use super::codec::Unreadable;
pub(super) use kind::{File, Reading};
pub(super) use reading::{Noted, read};

/// What is to be written into one record: paths `section/name` with their new values as JSON, where
/// `null` removes. Only what differs, so that undoing one change leaves every other one alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Patch {
    /// Which record.
    pub key: RecordKey,
    /// The entries.
    pub fields: Vec<(String, Box<str>)>,
}

/// How a record changed between two workspaces.
pub(super) struct Difference {
    /// Which record.
    pub key: RecordKey,
    /// How it was; none when it is new.
    pub before: Option<Arc<dyn File>>,
    /// How it is; none when it was taken back.
    pub after: Option<Arc<dyn File>>,
}

impl Difference {
    /// What the difference writes.
    pub fn patch(&self) -> Patch {
        let mut fields = Vec::new();
        match &self.after {
            Some(after) => {
                differing_fields(self.before.as_deref(), after.as_ref(), &mut fields);
                for (place, name) in after.sections().iter().enumerate() {
                    if let Some(new) = after.section(place) {
                        let old = self.before.as_ref().and_then(|before| before.section(place));
                        differing_entries(name, old, new, &mut fields);
                    }
                }
                if self.before.is_none() {
                    fields.push((path(Record::FIELDS, Record::GONE), Record::REMOVED.into()));
                }
            }
            None => fields.push((path(Record::FIELDS, Record::GONE), "true".into())),
        }
        Patch { key: self.key.clone(), fields }
    }
}

/// The fields that differ; a new record begins with everything that is not new.
fn differing_fields(
    before: Option<&dyn File>,
    after: &dyn File,
    found: &mut Vec<(String, Box<str>)>,
) {
    let json = |file: &dyn File, place| {
        let value = file.value(place).filter(|value| !value.is_new());
        value.map_or_else(|| Record::REMOVED.to_owned(), written)
    };
    for (place, name) in after.names().iter().enumerate() {
        let new = json(after, place);
        let old = before.map_or_else(|| Record::REMOVED.to_owned(), |before| json(before, place));
        if old != new {
            found.push((path(Record::FIELDS, name), new.into()));
        }
    }
}

/// The entries that differ. One that both have in the same place in memory does not, which spares
/// the writing of all that were not touched.
fn differing_entries(
    section: &str,
    before: Option<&dyn Section>,
    after: &dyn Section,
    found: &mut Vec<(String, Box<str>)>,
) {
    use super::codec::Item;
    let mut old: Vec<(Uuid, Option<Item<'_>>)> = Vec::new();
    if let Some(before) = before {
        before.each(&mut |id, entry| old.push((id, Some(entry))));
    }
    old.sort_unstable_by_key(|(id, _)| *id);
    after.each(&mut |id, new| {
        let at = old.binary_search_by_key(&id, |(id, _)| *id).ok();
        let earlier = at.and_then(|at| old.get_mut(at)?.1.take());
        if let (Some(Item::Kept(old)), Item::Kept(new)) = (&earlier, &new)
            && std::ptr::addr_eq(*old, *new)
        {
            return;
        }
        let json = entry(new.shape());
        if earlier.is_none_or(|earlier| entry(earlier.shape()) != json) {
            found.push((path(section, &id.to_string()), json.into()));
        }
    });
    for (id, _) in old.into_iter().filter(|(_, entry)| entry.is_some()) {
        found.push((path(section, &id.to_string()), Record::REMOVED.into()));
    }
}

fn entry(shape: &dyn Shape) -> String {
    let mut json = String::new();
    written_shape(shape, &mut json);
    json
}

fn path(section: &str, name: &str) -> String {
    [section, "/", name].concat()
}

/// How two workspaces differ, in the time of their difference.
pub(super) fn differences(before: &Workspace, after: &Workspace) -> Vec<Difference> {
    let mut found = Vec::new();
    for kind in KINDS {
        for id in (kind.changed)(before, after) {
            found.push(Difference {
                key: RecordKey { kind: kind.reading.name.into(), id },
                before: (kind.get)(before, id),
                after: (kind.get)(after, id),
            });
        }
    }
    found
}

/// What has to be written to get from one workspace to another, in the time of their difference.
pub fn difference(before: &Workspace, after: &Workspace) -> Vec<Patch> {
    let patches = differences(before, after).into_iter().map(|found| found.patch());
    patches.filter(|patch| !patch.fields.is_empty()).collect()
}

/// Writes patches into a workspace: all of them, or none and the reason.
pub fn apply(workspace: &mut Workspace, patches: &[Patch]) -> Read {
    let mut patched = workspace.clone();
    for Patch { key, fields } in patches {
        if let Some(kind) = Kind::named(&key.kind) {
            (kind.edit)(&mut patched, key.id, &mut |file, was_there| {
                fill_patched(file, was_there, fields)
            })?;
        }
    }
    *workspace = patched;
    Ok(())
}

/// The word for a kind, without a copy of it where the kind is known.
pub(super) fn kind_name(kind: &str) -> Cow<'static, str> {
    match NAMES.iter().find(|name| **name == kind) {
        Some(known) => Cow::Borrowed(known),
        None => Cow::Owned(kind.to_owned()),
    }
}

/// Whether a record holds no more than the forms of the app let in.
pub(super) fn fits(workspace: &Workspace, key: &RecordKey) -> bool {
    Kind::named(&key.kind).is_none_or(|kind| (kind.fits)(workspace, key.id))
}

/// The JSON of a whole record in which everything was written at `stamp`; see `record_text`.
pub(super) fn write(key: &RecordKey, file: &dyn File, stamp: Stamp) -> Vec<u8> {
    let mut out = String::with_capacity(512);
    key.write_head(stamp, &mut out);
    out.push_str(r#","fields":"#);
    written_shape(file, &mut out);
    for (place, name) in file.sections().iter().enumerate() {
        let mut next = '{';
        if let Some(section) = file.section(place) {
            section.each(&mut |id, entry| {
                if next == '{' {
                    out.push(',');
                    text(name, &mut out);
                    out.push(':');
                }
                out.push(std::mem::replace(&mut next, ','));
                text(&id.to_string(), &mut out);
                out.push(':');
                written_shape(entry.shape(), &mut out);
            });
        }
        if next == ',' {
            out.push('}');
        }
    }
    out.push('}');
    out.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::{KINDS, NAMES};

    #[test]
    fn every_kind_has_its_word() {
        let names: Vec<&str> = KINDS.iter().map(|kind| kind.reading.name).collect();
        assert_eq!(names, NAMES);
    }
}
