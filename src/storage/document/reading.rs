//! Stored records into the workspace: whole ones from their JSON, and patches.

use uuid::Uuid;

use super::{File, Reading, Unreadable};
use crate::{
    domain::Workspace,
    storage::{
        codec::{Entries, Members, Read, Shape, complete, fill, members, object, place, value},
        record::{Record, RecordKey},
        stamp::Stamp,
    },
};

/// What was noted while a record was read.
#[derive(Debug)]
pub(in crate::storage) struct Noted {
    /// Whether it is not as it was in the workspace.
    pub changes: bool,
    /// The latest stamp in it.
    pub latest: Stamp,
    /// What newer versions keep inside its entries: by path, the members without their brackets.
    pub unknown: Vec<(String, String)>,
}

/// Reads the JSON of a record into a workspace.
pub(in crate::storage) fn read(
    kind: &Reading,
    key: &RecordKey,
    json: &str,
    workspace: &mut Workspace,
) -> Read<Noted> {
    let mut noted = Noted { changes: false, latest: Stamp::BEFORE_ALL, unknown: Vec::new() };
    noted.changes =
        (kind.read)(workspace, key.id, &mut |file, _| read_file(json, file, &mut noted))?;
    Ok(noted)
}

/// Reads a whole file; false when it was taken back.
fn read_file(json: &str, file: &mut dyn File, noted: &mut Noted) -> Read<bool> {
    let (mut seen, mut is_gone, mut base) = (0, false, None);
    members(json, |members| {
        while let Some(name) = members.name()? {
            match name.as_ref() {
                "kind" | "id" => members.skip()?,
                "at" => members.value(&mut base)?,
                "own" => read_stamps(members, noted)?,
                Record::FIELDS => {
                    members.members(&mut |members| {
                        seen |= fill(file, members, &mut |name, members| match name {
                            Record::GONE => members.value(&mut is_gone),
                            _ => members.skip(),
                        })?;
                        Ok(())
                    })?;
                }
                section => match place(file.sections(), section, 0) {
                    Some(place) => {
                        let Some(into) = file.section_mut(place) else { continue };
                        members.members(&mut |members| {
                            into.merge(&mut StoredEntries { section, members, noted, id: None })
                        })?;
                    }
                    None => members.skip()?,
                },
            }
        }
        Ok(())
    })?;
    noted.latest = noted.latest.max(base.ok_or(Unreadable::Missing("at"))?);
    if !is_gone {
        complete(file, seen)?;
    }
    Ok(!is_gone)
}

/// The stamps in `own`; their paths do not matter to a reader.
fn read_stamps(members: &mut dyn Members<'_>, noted: &mut Noted) -> Read {
    members.members(&mut |members| {
        while let Some(stamp) = members.name()? {
            noted.latest = noted.latest.max(stamp_of(&stamp)?);
            members.skip()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn stamp_of(text: &str) -> Read<Stamp> {
    Stamp::parse(text).ok_or_else(|| Unreadable::Shape("a stamp of 22 characters".to_owned()))
}

fn uuid(text: &str) -> Read<Uuid> {
    Uuid::try_parse(text).map_err(|_| Unreadable::Shape("an entry has no id".to_owned()))
}

/// The entries of a section as they come from the JSON of a file.
struct StoredEntries<'e, 'de> {
    section: &'e str,
    members: &'e mut dyn Members<'de>,
    noted: &'e mut Noted,
    id: Option<Uuid>,
}

impl Entries for StoredEntries<'_, '_> {
    fn next(&mut self) -> Read<Option<Uuid>> {
        self.id = self.members.name()?.map(|name| uuid(&name)).transpose()?;
        Ok(self.id)
    }

    fn fill(&mut self, shape: &mut dyn Shape) -> Read<bool> {
        let (noted, mut unknown) = (&mut *self.noted, String::new());
        let is_there = self.members.members(&mut |members| {
            let seen = fill(shape, members, &mut |name, members| {
                if name == Record::STAMP {
                    let mut stamp = Stamp::BEFORE_ALL;
                    members.value(&mut stamp)?;
                    noted.latest = noted.latest.max(stamp);
                    return Ok(());
                }
                if !unknown.is_empty() {
                    unknown.push(',');
                }
                crate::storage::codec::text(name, &mut unknown);
                unknown.push(':');
                unknown.push_str(members.raw()?);
                Ok(())
            })?;
            complete(shape, seen)
        })?;
        if let (Some(id), false) = (self.id, unknown.is_empty()) {
            self.noted.unknown.push((super::path(self.section, &id.to_string()), unknown));
        }
        Ok(is_there)
    }
}

/// Fills in what a patch writes; false when it takes the file back.
pub(super) fn fill_patched(
    file: &mut dyn File,
    was_there: bool,
    fields: &[(String, Box<str>)],
) -> Read<bool> {
    let (mut seen, mut is_gone) = (if was_there { u128::MAX } else { 0 }, false);
    let mut entries: Vec<Vec<(Uuid, &str)>> = file.sections().iter().map(|_| Vec::new()).collect();
    for (path, json) in fields {
        match path.split_once('/') {
            Some((Record::FIELDS, Record::GONE)) => is_gone = &**json == "true",
            Some((Record::FIELDS, name)) => {
                if let Some(place) = place(file.names(), name, 0)
                    && let Some(field) = file.value_mut(place)
                {
                    value(json, field)?;
                    seen |= 1 << place;
                }
            }
            Some((section, id)) => {
                if let Some(place) = place(file.sections(), section, 0)
                    && let Some(entries) = entries.get_mut(place)
                {
                    entries.push((uuid(id)?, json));
                }
            }
            None => {}
        }
    }
    for (place, entries) in entries.iter().enumerate().filter(|(_, entries)| !entries.is_empty()) {
        if let Some(section) = file.section_mut(place) {
            section.merge(&mut PatchedEntries { rest: entries, json: "" })?;
        }
    }
    if !is_gone {
        complete(file, seen)?;
    }
    Ok(!is_gone)
}

/// The entries of a section in a patch.
struct PatchedEntries<'p> {
    rest: &'p [(Uuid, &'p str)],
    json: &'p str,
}

impl Entries for PatchedEntries<'_> {
    fn next(&mut self) -> Read<Option<Uuid>> {
        let Some(((id, json), rest)) = self.rest.split_first() else { return Ok(None) };
        (self.rest, self.json) = (rest, json);
        Ok(Some(*id))
    }

    fn fill(&mut self, shape: &mut dyn Shape) -> Read<bool> {
        if self.json == Record::REMOVED {
            return Ok(false);
        }
        object(self.json, shape).map(|()| true)
    }
}
