//! The book: leads every operation through both lanes and lets in what others wrote.
//!
//! One thread. Nothing is borrowed while something is awaited, so operations can be recorded while
//! others are being saved. Knows the lanes only by their traits.

use std::{cell::RefCell, future::Future, rc::Rc};

use super::{
    file,
    journal::Journal,
    lane::{Lane, LaneError},
    ledger::{Condition, Ledger, Reading},
    merge::merge,
    operation::{OperationId, Written},
    page,
    points::Shelf,
    reading::Reader,
    record::{Record, RecordKey},
};
use crate::domain::Workspace;

/// The longest journal entry, in bytes. A larger operation (an import) goes straight to the lane.
const JOURNAL_ENTRY_MAX: usize = 1_000_000;
/// How many pages a backup reads in one go.
const PAGES_AT_ONCE: usize = 16;

/// A workspace's storage. A clone is the same book.
#[derive(Clone)]
pub struct Book {
    pub(super) lane: Rc<dyn Lane>,
    pub(super) journal: Rc<dyn Journal>,
    pub(super) ledger: Rc<RefCell<Ledger>>,
    pub(super) shelf: Option<Rc<dyn Shelf>>,
}

/// What a recorded operation is saved by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Which operation.
    pub id: OperationId,
    /// Whether the journal took it: then it survives the death of the tab from now on (P1).
    pub journaled: bool,
    /// The pages it writes, for the message to the other tabs.
    pub pages: Vec<u8>,
}

/// Pages as they were when they were fetched.
pub struct Arrived {
    pages: Vec<(u8, Vec<u8>)>,
    reading: Reading,
}

impl Book {
    /// Records the difference of two workspaces, inside the click and before anything is shown:
    /// the journal first. `None` when nothing differs, or when the workspace was wiped.
    pub fn record(&self, before: &Workspace, after: &Workspace, now_ms: u64) -> Option<Receipt> {
        let written = self.ledger.borrow_mut().written(before, after, now_ms);
        self.take(written)
    }

    /// Records the merge of foreign records, with the stamps they have: a workspace file, another
    /// device. What it changes is seen by absorbing the touched pages once it is saved.
    pub fn adopt(&self, records: Vec<Record>) -> Option<Receipt> {
        self.take(records.into_iter().map(|record| Written::Part(record, None)).collect())
    }

    pub(super) fn take(&self, written: Vec<Written>) -> Option<Receipt> {
        let mut ledger = self.ledger.borrow_mut();
        if written.is_empty() || ledger.condition == Condition::Wiped {
            return None;
        }
        let operation = ledger.number(written);
        let entry = match ledger.condition {
            Condition::Writable => operation.text(JOURNAL_ENTRY_MAX),
            Condition::Newer | Condition::Wiped => None,
        };
        let append = |text: String| self.journal.append(&operation.id.to_string(), &text).is_ok();
        let journaled = entry.is_some_and(append);
        Some(ledger.keep(operation, journaled))
    }

    /// Saves an operation in one strict transaction. Once this is `Ok`, and only then, it is
    /// "Saved" (P2). On an error it stays in the journal and in memory, to be tried again; saving
    /// twice is saving once. Gives the touched pages, for the other tabs.
    pub fn save(
        &self,
        receipt: &Receipt,
    ) -> impl Future<Output = Result<Vec<u8>, LaneError>> + use<> {
        let (book, id) = (self.clone(), receipt.id);
        async move {
            let to_save = book.ledger.borrow().to_save(id)?;
            let Some(operation) = to_save else { return Ok(Vec::new()) };
            let by_page = operation.by_page();
            let pages: Vec<u8> = by_page.keys().copied().collect();
            let rewrite = |number: u8, old: Option<&[u8]>| {
                let here = by_page.get(&number).map(Vec::as_slice).unwrap_or_default();
                page::rewrite(old.unwrap_or_default(), here)
            };
            let saved = book.lane.update(&pages, &rewrite).await;
            if saved == Err(LaneError::VersionTooNew) {
                book.ledger.borrow_mut().condition = Condition::Newer;
            }
            saved?;
            book.ledger.borrow_mut().settle(id);
            book.journal.remove(&id.to_string());
            book.raise_canary();
            Ok(pages)
        }
    }

    /// Every operation that is not saved, oldest first for each tab.
    pub fn unsaved(&self) -> Vec<Receipt> {
        self.ledger.borrow().unsaved()
    }

    /// Whether a newer version has written here; then nothing more is written.
    pub fn is_read_only(&self) -> bool {
        self.ledger.borrow().condition == Condition::Newer
    }

    /// Fetches pages that another tab wrote.
    pub fn fetch(&self, pages: &[u8]) -> impl Future<Output = Result<Arrived, LaneError>> + use<> {
        let (book, numbers) = (self.clone(), pages.to_vec());
        let reading = Reading::begin(&self.ledger);
        async move {
            let pages = book.lane.read(&numbers).await?;
            Ok(Arrived { pages, reading })
        }
    }

    /// Takes fetched pages into the workspace that is shown now. Own operations that the fetching
    /// could not see are merged in, so that nothing of them is undone. `None` when nothing differs.
    pub fn absorb(&self, arrived: Arrived, into: &Workspace) -> Option<Workspace> {
        let mut ledger = self.ledger.borrow_mut();
        let is_here = |page| arrived.pages.iter().any(|(number, _)| *number == page);
        let mut overlay = ledger.overlay(arrived.reading.since, is_here);
        let mut reader = Reader::onto(into.clone());
        for (number, bytes) in &arrived.pages {
            let add = &mut page::adding(&mut overlay);
            reader.read_page(*number, bytes, add, &mut ledger.known);
        }
        if reader.is_newer() {
            ledger.condition = Condition::Newer;
        }
        drop(ledger);
        self.raise_canary();
        reader.changed()
    }

    /// The whole workspace as a file, with every stamp and everything that newer versions keep.
    /// What is not saved yet is in it, too. Read in small steps, so that the page stays alive.
    pub fn backup(&self, now_ms: u64) -> impl Future<Output = Result<Vec<u8>, LaneError>> + use<> {
        let book = self.clone();
        let reading = Reading::begin(&self.ledger);
        async move {
            let mut file = file::begin(now_ms);
            let mut seen: Vec<(RecordKey, Vec<Record>)> = Vec::new();
            let numbers: Vec<u8> = (0..=u8::MAX).collect();
            for some in numbers.chunks(PAGES_AT_ONCE) {
                let pages = book.lane.read(some).await?;
                let mut overlay =
                    book.ledger.borrow().overlay(reading.since, |page| some.contains(&page));
                for (_, bytes) in &pages {
                    page::export(bytes, &mut overlay, |json| file::push(&mut file, json));
                }
                seen.extend(overlay);
            }
            for (key, parts) in seen {
                let record = parts.into_iter().fold(Record::new(key), merge);
                file::push(&mut file, &record.to_json());
            }
            Ok(file::end(file))
        }
    }

    /// Every stored byte, page after page, then every journal entry as a line: what can still be
    /// downloaded when nothing can be read (P5).
    pub fn raw(&self) -> impl Future<Output = Result<Vec<u8>, LaneError>> + use<> {
        let book = self.clone();
        async move {
            let mut raw = Vec::new();
            book.lane.read_all(&mut |_, bytes| raw.extend_from_slice(bytes)).await?;
            for (key, text) in book.journal.entries() {
                raw.extend_from_slice(format!("\n{key} {text}").as_bytes());
            }
            Ok(raw)
        }
    }

    /// Removes the whole workspace from both lanes. Nothing is recorded or saved afterwards.
    pub fn wipe(&self) -> impl Future<Output = Result<(), LaneError>> + use<> {
        let book = self.clone();
        book.ledger.borrow_mut().condition = Condition::Wiped;
        async move {
            // The journal first: an entry that outlived the pages would bring them back in part.
            for (key, _) in book.journal.entries() {
                book.journal.remove(&key);
            }
            book.journal.set_canary(None);
            let wiped = book.lane.wipe().await;
            if wiped.is_err() {
                book.ledger.borrow_mut().condition = Condition::Writable;
            }
            wiped
        }
    }
}
