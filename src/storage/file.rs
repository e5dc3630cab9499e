//! The workspace as one file that a person holds: `{"format":"rapport-workspace","schema":1,
//! "made_at":…,"records":[…]}`, each record as `record_text` writes it.
//!
//! A file may come from anyone, so everything is counted before it is read.

use super::{
    SCHEMA,
    codec::{list, members},
    document::{self, Reading},
    page,
    record::Record,
    stamp::Stamp,
};
use crate::domain::Workspace;

/// The word that names the format.
const FORMAT: &str = "rapport-workspace";
/// The longest file, in bytes (`reliability`, limits).
pub const FILE_MAX: usize = 64 * 1024 * 1024;
/// The deepest nesting.
const DEPTH_MAX: usize = 32;
/// The most records.
const RECORDS_MAX: usize = 200_000;
/// The most fields, contacts and changes of all records together.
const ENTRIES_MAX: usize = 2_000_000;
/// How deep the entries lie: file, list of records, record, section.
const ENTRY_DEPTH: usize = 4;

/// Why a file was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// It is something else.
    NotAWorkspaceFile,
    /// A newer version of the app made it, in this schema.
    TooNew(u16),
    /// It is a workspace file, but broken here.
    Damaged {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// It holds more than a workspace may hold.
    TooLarge,
}

/// A workspace file whose frame was read; its records are read when they are asked for.
#[derive(Debug)]
pub struct WorkspaceFile<'a> {
    /// When it was made, in milliseconds since 1970.
    pub made_at: u64,
    json: &'a str,
    records: Vec<&'a str>,
}

/// Reads the frame of a workspace file and counts what is in it.
pub fn read(bytes: &[u8]) -> Result<WorkspaceFile<'_>, FileProblem> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.len() > FILE_MAX {
        return Err(FileProblem::TooLarge);
    }
    count(bytes)?;
    let broken = |at| if announces_itself(bytes) { at } else { FileProblem::NotAWorkspaceFile };
    let json = std::str::from_utf8(bytes)
        .map_err(|error| broken(damaged_at(bytes, error.valid_up_to())))?;
    let (mut format, mut schema, mut made_at) = (String::new(), 0_u16, 0_u64);
    let mut records = None;
    let read = members(json, |members| {
        while let Some(name) = members.name()? {
            match name.as_ref() {
                "format" => members.value(&mut format)?,
                "schema" => members.value(&mut schema)?,
                "made_at" => members.value(&mut made_at)?,
                "records" => records = Some(members.raw()?),
                _ => members.skip()?,
            }
        }
        Ok(())
    });
    read.map_err(|error| {
        broken(FileProblem::Damaged { line: error.line(), column: error.column() })
    })?;
    if format != FORMAT {
        return Err(FileProblem::NotAWorkspaceFile);
    }
    if schema > SCHEMA {
        return Err(FileProblem::TooNew(schema));
    }
    let raw = records.unwrap_or("[]");
    let records = list(raw).map_err(|_| damaged_at(bytes, offset(json, raw)))?;
    if records.len() > RECORDS_MAX {
        return Err(FileProblem::TooLarge);
    }
    Ok(WorkspaceFile { made_at, json, records })
}

/// Where a part of a text begins.
fn offset(whole: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

/// The line and column of a place.
fn damaged_at(bytes: &[u8], place: usize) -> FileProblem {
    let before = bytes.get(..place).unwrap_or_default();
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let last = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
    FileProblem::Damaged { line, column: last.len() + 1 }
}

/// Whether a file that cannot be read says at its start that it is one of ours.
fn announces_itself(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(200)).unwrap_or_default();
    start.windows(FORMAT.len()).any(|window| window == FORMAT.as_bytes())
}

/// Refuses what is nested too deep or has too many entries, before anything is built from it.
fn count(bytes: &[u8]) -> Result<(), FileProblem> {
    let (mut depth, mut entries) = (0_usize, 0_usize);
    let (mut in_text, mut escaped) = (false, false);
    for byte in bytes {
        match (in_text, byte) {
            (true, _) if escaped => escaped = false,
            (true, b'\\') => escaped = true,
            (_, b'"') => in_text = !in_text,
            (true, _) => {}
            (false, b'{' | b'[') => depth += 1,
            (false, b'}' | b']') => depth = depth.saturating_sub(1),
            (false, b':') if depth == ENTRY_DEPTH => entries += 1,
            _ => {}
        }
        if depth > DEPTH_MAX {
            return Err(FileProblem::NotAWorkspaceFile);
        }
    }
    if entries > ENTRIES_MAX { Err(FileProblem::TooLarge) } else { Ok(()) }
}

impl WorkspaceFile<'_> {
    /// The workspace in the file, for one that is empty or to look at. To bring a file into a
    /// workspace that is not empty, [`adopt`](super::Book::adopt) its records.
    pub fn workspace(&self) -> Result<Workspace, FileProblem> {
        let mut workspace = Workspace::default();
        for json in &self.records {
            let broken = || self.broken_at(json);
            let key = page::head(json.as_bytes()).ok_or_else(broken)?;
            page::read_json(key.clone(), json.as_bytes(), Reading::any, &mut workspace)
                .map_err(|_| broken())?;
            if !document::fits(&workspace, &key) {
                return Err(FileProblem::TooLarge);
            }
        }
        Ok(workspace)
    }

    /// Every record with its stamps. All of them can be read, and none holds more than it may.
    pub fn records(&self) -> Result<Vec<Record>, FileProblem> {
        self.workspace()?;
        self.records.iter().map(|json| self.record(json)).collect()
    }

    fn record(&self, json: &str) -> Result<Record, FileProblem> {
        let record = Record::from_json(json.as_bytes()).map_err(|_| self.broken_at(json))?;
        let is_plausible = record.entries().all(|entry| entry.stamp.is_plausible());
        if is_plausible { Ok(record) } else { Err(self.broken_at(json)) }
    }

    /// Where a record begins that cannot be read.
    fn broken_at(&self, json: &str) -> FileProblem {
        damaged_at(self.json.as_bytes(), offset(self.json, json))
    }
}

/// The file of a workspace in which everything was written at `stamp`.
pub fn write(workspace: &Workspace, stamp: Stamp) -> Vec<u8> {
    let mut file = begin(stamp.wall_ms());
    for found in document::differences(&Workspace::default(), workspace) {
        if let Some(record) = found.after {
            push(&mut file, &document::write(&found.key, record.as_ref(), stamp));
        }
    }
    end(file)
}

/// Starts a file.
pub(super) fn begin(made_at: u64) -> Vec<u8> {
    format!(r#"{{"format":"{FORMAT}","schema":{SCHEMA},"made_at":{made_at},"records":["#)
        .into_bytes()
}

/// Adds the JSON of a record.
pub(super) fn push(file: &mut Vec<u8>, json: &[u8]) {
    if file.last() == Some(&b'}') {
        file.push(b',');
    }
    file.push(b'\n');
    file.extend_from_slice(json);
}

/// Ends a file.
pub(super) fn end(mut file: Vec<u8>) -> Vec<u8> {
    file.extend_from_slice(b"\n]}\n");
    file
}
