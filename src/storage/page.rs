//! A row of the lane: the files of all records whose id ends on the same byte.

use litemap::LiteMap;

use uuid::Uuid;

use super::{
    codec::{Unreadable, members},
    damage::Reason,
    document::{self, Noted, Reading},
    frame::{self, Piece},
    lane::LaneError,
    merge::merge,
    operation::Written,
    record::{Record, RecordKey},
};
use crate::domain::Workspace;

/// What is to be merged into the files while they are read: operations that are not stored yet.
pub(super) type Overlay = LiteMap<RecordKey, Vec<Record>>;

/// What a page holds.
pub(super) enum Found<'a> {
    /// A record that is in the workspace now, or out of it.
    Read(RecordKey, Noted),
    /// A record of a kind that is not to be read, or not known to this version. It is kept.
    Other,
    /// Something that cannot be read. It is kept.
    Damaged(&'a [u8], Reason),
}

/// How the records of a kind are read, if they are to be.
pub(super) type Kinds = fn(&str) -> Option<&'static Reading>;

/// Gives a file with everything merged in that waits for it; `None` when nothing does.
pub(super) type Add<'a> = dyn FnMut(&RecordKey, &[u8]) -> Option<Result<Vec<u8>, Unreadable>> + 'a;

/// Adds what waits; the keys that were met leave the overlay.
pub(super) fn adding(
    overlay: &mut Overlay,
) -> impl FnMut(&RecordKey, &[u8]) -> Option<Result<Vec<u8>, Unreadable>> + '_ {
    |key, json| {
        let waiting = overlay.remove(key)?;
        Some(
            Record::from_json(json).map(|stored| waiting.into_iter().fold(stored, merge).to_json()),
        )
    }
}

/// Reads a page into a workspace, with what is to be added.
pub(super) fn read<'a>(
    page: &'a [u8],
    kinds: Kinds,
    add: &mut Add<'_>,
    workspace: &mut Workspace,
    mut each: impl FnMut(Found<'a>),
) {
    for piece in frame::pieces(page) {
        each(match piece {
            Piece::File { json, bytes } => {
                read_file(json, kinds, add, workspace).unwrap_or_else(|error| {
                    Found::Damaged(bytes, Reason::Unreadable(error.to_string()))
                })
            }
            other => Found::Damaged(other.bytes(), other.reason().unwrap_or(Reason::Broken)),
        });
    }
}

fn read_file<'a>(
    json: &[u8],
    kinds: Kinds,
    add: &mut Add<'_>,
    workspace: &mut Workspace,
) -> Result<Found<'a>, Unreadable> {
    let key = head(json).ok_or(Unreadable::Missing("kind"))?;
    match add(&key, json) {
        Some(merged) => read_json(key, &merged?, kinds, workspace),
        None => read_json(key, json, kinds, workspace),
    }
}

/// Reads one record into a workspace.
pub(super) fn read_record<'a>(
    record: &Record,
    workspace: &mut Workspace,
) -> Result<Found<'a>, Unreadable> {
    read_json(record.key.clone(), &record.to_json(), Reading::any, workspace)
}

/// Reads the JSON of a record into a workspace.
pub(super) fn read_json<'a>(
    key: RecordKey,
    json: &[u8],
    kinds: Kinds,
    workspace: &mut Workspace,
) -> Result<Found<'a>, Unreadable> {
    let json = std::str::from_utf8(json).map_err(|_| Unreadable::Missing("UTF-8"))?;
    let Some(kind) = kinds(&key.kind) else { return Ok(Found::Other) };
    let noted = document::read(kind, &key, json, workspace)?;
    Ok(Found::Read(key, noted))
}

/// Hands on the JSON of every record of a page, everything that waits for it merged in. A file whose
/// checksum is right is what was written and need not be read.
pub(super) fn export(page: &[u8], overlay: &mut Overlay, mut each: impl FnMut(&[u8])) {
    for piece in frame::pieces(page) {
        let Piece::File { json, .. } = piece else { continue };
        let Some(key) = head(json) else { continue };
        match overlay.remove(&key) {
            Some(waiting) => {
                if let Ok(stored) = Record::from_json(json) {
                    each(&waiting.into_iter().fold(stored, merge).to_json());
                }
            }
            None => each(json),
        }
    }
}

/// One record of a page with everything it holds.
pub(super) fn find(page: &[u8], key: &RecordKey) -> Option<Record> {
    let files = frame::pieces(page).filter_map(|piece| match piece {
        Piece::File { json, .. } if head(json).as_ref() == Some(key) => {
            Record::from_json(json).ok()
        }
        _ => None,
    });
    files.reduce(merge)
}

/// The page after everything was merged in. What cannot be read is kept byte for byte; what a newer
/// version wrote is not touched: then nothing is written at all.
pub(super) fn rewrite(old: &[u8], written: &[&Written]) -> Result<Vec<u8>, LaneError> {
    let mut waiting: LiteMap<RecordKey, Vec<&Written>> = LiteMap::new();
    for written in written {
        waiting.entry(written.key().clone()).or_default().push(written);
    }
    let mut stored: LiteMap<RecordKey, Record> = LiteMap::new();
    let mut new = Vec::with_capacity(old.len() + 1024);
    for piece in frame::pieces(old) {
        match awaited(piece, &waiting)? {
            Some(record) => {
                let earlier = stored.remove(&record.key);
                let record = earlier.into_iter().fold(record, merge);
                stored.insert(record.key.clone(), record);
            }
            None => new.extend_from_slice(piece.bytes()),
        }
    }
    for (key, written) in waiting {
        frame::write(&mut new, &merged(stored.remove(&key), &written));
    }
    Ok(new)
}

/// The record in this piece if something waits for it.
fn awaited(
    piece: Piece<'_>,
    waiting: &LiteMap<RecordKey, Vec<&Written>>,
) -> Result<Option<Record>, LaneError> {
    match piece {
        Piece::File { json, .. } if head(json).is_some_and(|key| waiting.contains_key(&key)) => {
            Ok(Record::from_json(json).ok())
        }
        Piece::Sealed { json, .. } if head(json).is_some_and(|key| waiting.contains_key(&key)) => {
            Err(LaneError::VersionTooNew)
        }
        _ => Ok(None),
    }
}

fn merged(stored: Option<Record>, written: &[&Written]) -> Vec<u8> {
    match (stored, written) {
        (None, [only]) => only.fresh_json(),
        (None, [first, rest @ ..]) => {
            let fresh = Record::from_json(&first.fresh_json()).unwrap_or_else(|_| first.record());
            rest.iter().map(|written| written.record()).fold(fresh, merge).to_json()
        }
        (Some(stored), written) => {
            written.iter().map(|written| written.record()).fold(stored, merge).to_json()
        }
        (None, []) => Vec::new(),
    }
}

/// Which record a file is, without reading all of it: `kind` and `id` are written first.
pub(super) fn head(json: &[u8]) -> Option<RecordKey> {
    let quick = || {
        let rest = json.strip_prefix(br#"{"kind":""#)?;
        let end = rest.iter().position(|byte| !(byte.is_ascii_alphanumeric() || *byte == b'-'))?;
        let (kind, rest) = rest.split_at_checked(end)?;
        let (id, _) = rest.strip_prefix(br#"","id":""#)?.split_at_checked(36)?;
        Some(key(std::str::from_utf8(kind).ok()?, Uuid::try_parse_ascii(id).ok()?))
    };
    quick().or_else(|| {
        let (mut kind, mut id) = (None::<String>, None);
        let read = members(std::str::from_utf8(json).ok()?, |members| {
            while let Some(name) = members.name()? {
                match name.as_ref() {
                    "kind" => members.value(&mut kind)?,
                    "id" => members.value(&mut id)?,
                    _ => members.skip()?,
                }
            }
            Ok(())
        });
        read.ok()?;
        Some(key(&kind?, id?))
    })
}

fn key(kind: &str, id: Uuid) -> RecordKey {
    RecordKey { kind: document::kind_name(kind), id }
}
