//! The workspace as one file that a person holds: `{"format":"rapport-workspace","schema":1,
//! "made_at":…,"records":[…]}`, each record as `record_text` writes it.
//!
//! A file may come from anyone, so everything is counted before it is read.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{
    SCHEMA,
    document::{customer, settings},
    page,
    record::{Record, RecordKey},
    stamp::Stamp,
};
use crate::domain::{
    CONTACTS_MAX, Customer, EMAIL_MAX, LINE_MAX, NOTE_MAX, PEOPLE_MAX, Settings, TAG_MAX, TAGS_MAX,
    Workspace,
};

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
    bytes: &'a [u8],
    records: Vec<&'a RawValue>,
}

/// Reads the frame of a workspace file and counts what is in it.
pub fn read(bytes: &[u8]) -> Result<WorkspaceFile<'_>, FileProblem> {
    #[derive(Deserialize)]
    struct Version {
        format: String,
        schema: u16,
    }
    #[derive(Deserialize)]
    struct Content<'a> {
        #[serde(default)]
        made_at: u64,
        #[serde(borrow)]
        records: Vec<&'a RawValue>,
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.len() > FILE_MAX {
        return Err(FileProblem::TooLarge);
    }
    count(bytes)?;
    let broken = |error: serde_json::Error| match announces_itself(bytes) {
        true => FileProblem::Damaged { line: error.line(), column: error.column() },
        false => FileProblem::NotAWorkspaceFile,
    };
    let version: Version = serde_json::from_slice(bytes).map_err(broken)?;
    if version.format != FORMAT {
        return Err(FileProblem::NotAWorkspaceFile);
    }
    if version.schema > SCHEMA {
        return Err(FileProblem::TooNew(version.schema));
    }
    let content: Content<'_> = serde_json::from_slice(bytes).map_err(broken)?;
    if content.records.len() > RECORDS_MAX {
        return Err(FileProblem::TooLarge);
    }
    Ok(WorkspaceFile { made_at: content.made_at, bytes, records: content.records })
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
        for raw in &self.records {
            let json = raw.get().as_bytes();
            match page::head(json).map(|key| key.kind) {
                Some(kind) if kind == RecordKey::CUSTOMER => {
                    let read = customer::read(json).map_err(|_| self.broken_at(raw))?;
                    if let Some(customer) = read.customer {
                        within_limits(&customer)?;
                        workspace.put(customer);
                    }
                }
                Some(kind) if kind == RecordKey::SETTINGS => {
                    let settings = self.record(raw).map(|record| settings::of_record(&record))?;
                    workspace.put_settings(settings.map_err(|_| self.broken_at(raw))?);
                }
                Some(_) => {}
                None => return Err(self.broken_at(raw)),
            }
        }
        Ok(workspace)
    }

    /// Every record with its stamps. All of them can be read, and none holds more than it may.
    pub fn records(&self) -> Result<Vec<Record>, FileProblem> {
        self.workspace()?;
        self.records.iter().map(|raw| self.record(raw)).collect()
    }

    fn record(&self, raw: &RawValue) -> Result<Record, FileProblem> {
        let record = Record::from_json(raw.get().as_bytes()).map_err(|_| self.broken_at(raw))?;
        let is_plausible = record.entries().all(|entry| entry.stamp.is_plausible());
        if is_plausible { Ok(record) } else { Err(self.broken_at(raw)) }
    }

    /// Where a record begins that cannot be read.
    fn broken_at(&self, raw: &RawValue) -> FileProblem {
        let start = (raw.get().as_ptr() as usize).saturating_sub(self.bytes.as_ptr() as usize);
        let before = self.bytes.get(..start).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let last = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        FileProblem::Damaged { line, column: last.len() + 1 }
    }
}

/// Refuses a customer that no form of the app would have let in.
fn within_limits(customer: &Customer) -> Result<(), FileProblem> {
    let (details, profile) = (&customer.details, &customer.profile);
    let (address, evidence) = (&details.address, &profile.evidence);
    let long = |text: &String, max: usize| text.len() > max && text.chars().count() > max;
    let people = details.people.iter().flat_map(|p| [&p.name, &p.role, &p.email, &p.phone]);
    let lines = [
        [&details.name, &details.sector, &details.email, &details.phone],
        [&address.street, &address.postal_code, &address.city, &address.country],
        [&details.our_contact, &evidence.trust, &evidence.shared_values, &evidence.experience],
    ];
    let notes = [&details.need, &details.notes, &details.web, &profile.customer_view.evidence];
    let is_over = customer.contacts.len() > CONTACTS_MAX
        || details.people.len() > PEOPLE_MAX
        || details.tags.len() > TAGS_MAX
        || details.tags.iter().any(|tag| long(tag, TAG_MAX))
        || lines.into_iter().flatten().chain(people).any(|text| long(text, EMAIL_MAX))
        || notes.into_iter().any(|text| long(text, NOTE_MAX))
        || customer.contacts.values().any(|contact| {
            let next = contact.next.iter().map(|next| &next.text);
            next.chain([&contact.with]).any(|text| long(text, LINE_MAX))
                || long(&contact.text, NOTE_MAX)
                || long(&contact.heard, NOTE_MAX)
        });
    if is_over { Err(FileProblem::TooLarge) } else { Ok(()) }
}

/// The file of a workspace in which everything was written at `stamp`.
pub fn write(workspace: &Workspace, stamp: Stamp) -> Vec<u8> {
    let mut file = begin(stamp.wall_ms());
    if **workspace.settings() != Settings::default() {
        push(&mut file, &settings::to_record(workspace.settings(), stamp).to_json());
    }
    for card in workspace.in_order() {
        push(&mut file, &customer::write(&card.customer, stamp));
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
