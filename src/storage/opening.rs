//! The start: read the pages, merge what the journal still holds, compare with the canary, say
//! what is damaged. Unreadable data is never replaced by empty data.

use std::{cell::RefCell, rc::Rc};

use super::{
    SCHEMA,
    book::Book,
    damage::{Damage, Place, Reason},
    document::Reading,
    journal::Journal,
    known::Known,
    lane::{Lane, LaneError},
    ledger::{Condition, Ledger},
    memory::{MemoryJournal, MemoryLane},
    operation::Operation,
    page::{self, Found, Overlay},
    points::{Cause, Shelf},
    reading::{Looked, Reader},
    record::Record,
};
use crate::domain::Workspace;

/// What was found at the start.
#[derive(Debug, Default)]
pub struct Opened {
    /// Everything that could be read.
    pub workspace: Workspace,
    /// What could not be read. Its bytes stay where they are.
    pub damage: Vec<Damage>,
    /// How many operations the journal gave back.
    pub replayed: usize,
    /// How many customers were stored once and are neither there nor among the damage.
    pub missing: Option<usize>,
    /// Whether a newer version has written here: look and export, but change nothing.
    pub read_only: bool,
    /// Whether the tables hold no customer file at all.
    pub is_new: bool,
    /// How many customers the tables had lost and a restore point gave back.
    pub came_back: Option<usize>,
}

impl Opened {
    fn has_lost(&self) -> bool {
        let is_page = |damage: &Damage| matches!(damage.place, Place::Page(_));
        self.missing.is_some() || self.damage.iter().any(is_page)
    }
}

impl Book {
    /// Opens a workspace without restore points; see [`open_with`](Self::open_with).
    pub async fn open(
        lane: Rc<dyn Lane>,
        journal: Rc<dyn Journal>,
        device: u64,
        tab: u64,
        now_ms: u64,
    ) -> Result<(Self, Opened), LaneError> {
        Self::open_with(lane, journal, None, device, tab, now_ms).await
    }

    /// Opens a workspace. `device` is the random number of this browser, `tab` one that was drawn
    /// when this page was loaded and is used by no other. What the tables lost comes back from the
    /// latest restore point that can be read; as everywhere, nothing newer is overwritten. An error
    /// means that the lane cannot be read at all; nothing was changed then.
    pub async fn open_with(
        lane: Rc<dyn Lane>,
        journal: Rc<dyn Journal>,
        shelf: Option<Rc<dyn Shelf>>,
        device: u64,
        tab: u64,
        now_ms: u64,
    ) -> Result<(Self, Opened), LaneError> {
        let ledger = Ledger::new(device, tab);
        let book = Self { lane, journal, shelf, ledger: Rc::new(RefCell::new(ledger)) };
        let mut opened = book.read_everything().await?;
        if !opened.read_only && (opened.is_new || opened.has_lost()) {
            let before = opened.workspace.len();
            if book.rebuild().await {
                let ledger = Ledger::new(device, tab);
                book.ledger.replace(ledger);
                opened = book.read_everything().await?;
                opened.came_back = Some(opened.workspace.len().saturating_sub(before));
            }
        }
        book.ledger.borrow_mut().advance_clock(now_ms);
        if opened.read_only {
            book.ledger.borrow_mut().condition = Condition::Newer;
            return Ok((book, opened));
        }
        if book.told().schema < SCHEMA && !opened.is_new {
            // Before anything is written in the new shape. A browser without a shelf goes on.
            let _ = book.keep_point(Cause::Upgrade, now_ms).await;
        }
        book.raise_canary();
        // What fails stays pending and in the journal; the workspace shows it either way.
        for receipt in book.unsaved() {
            let _ = book.save(&receipt).await;
        }
        Ok((book, opened))
    }

    /// Goes on from a look at the pages that was completed. What others stored since is to be
    /// absorbed.
    pub fn take_up(
        lane: Rc<dyn Lane>,
        journal: Rc<dyn Journal>,
        shelf: Option<Rc<dyn Shelf>>,
        device: u64,
        tab: u64,
        now_ms: u64,
        looked: Looked,
    ) -> Self {
        let mut ledger = Ledger::new(device, tab);
        ledger.known = looked.known;
        ledger.advance_clock(now_ms);
        let book = Self { lane, journal, shelf, ledger: Rc::new(RefCell::new(ledger)) };
        book.raise_canary();
        book
    }

    /// Everything that is stored and journaled, into a new ledger.
    async fn read_everything(&self) -> Result<Opened, LaneError> {
        let mut reader = Reader::onto(Workspace::default());
        for (key, text) in self.journal.entries() {
            match read_entry(&key, &text) {
                Ok(operation) => self.ledger.borrow_mut().keep_replayed(operation),
                Err(reason) => reader.damage.push(Damage {
                    place: Place::Journal(key),
                    bytes: text.into_bytes(),
                    reason,
                }),
            }
        }
        let mut overlay = self.ledger.borrow().overlay(0, |_| true);
        self.lane
            .read_all(&mut |number, bytes| {
                let known = &mut self.ledger.borrow_mut().known;
                reader.read_page(number, bytes, &mut page::adding(&mut overlay), known);
            })
            .await?;
        reader.read_rest(overlay, &mut self.ledger.borrow_mut().known);
        let replayed = self.ledger.borrow().unsaved().len();
        let is_new = self.ledger.borrow().known.stored() == 0;
        let missing = self.count_missing(&reader.damage);
        let read_only = reader.is_newer();
        let Reader { workspace, damage, .. } = reader;
        Ok(Opened { workspace, damage, replayed, missing, read_only, is_new, came_back: None })
    }

    /// A book that keeps nothing beyond this page: where the browser refuses to store anything.
    pub fn in_memory(device: u64, tab: u64) -> (Self, Opened) {
        let book = Self {
            lane: Rc::new(MemoryLane::default()),
            journal: Rc::new(MemoryJournal::default()),
            ledger: Rc::new(RefCell::new(Ledger::new(device, tab))),
            shelf: None,
        };
        (book, Opened::default())
    }

    fn count_missing(&self, damage: &[Damage]) -> Option<usize> {
        let told = self.told();
        let damaged = damage.iter().filter(|damage| matches!(damage.place, Place::Page(_))).count();
        let found = self.ledger.borrow().known.stored() + damaged;
        told.customers.checked_sub(found).filter(|missing| *missing > 0)
    }
}

fn read_entry(key: &str, text: &str) -> Result<Operation, Reason> {
    let id = key.parse().map_err(|_| Reason::Broken)?;
    Operation::read(id, text)
}

impl Looked {
    /// Reads what the look left out. Gives whether there was anything; `None` when some of it is
    /// damaged, so that the whole start has to say so.
    pub fn complete(&mut self) -> Option<bool> {
        let rest = std::mem::take(&mut self.rest);
        for json in &rest {
            let key = page::head(json)?;
            let found = page::read_json(key, json, Reading::any, &mut self.workspace).ok()?;
            if let Found::Read(key, noted) = found {
                self.known.note_stored(&key);
                self.known.note_read(&key, noted);
            }
        }
        Some(!rest.is_empty())
    }
}

impl Reader {
    /// Reads what no page held: new files that only the journal has.
    fn read_rest(&mut self, overlay: Overlay, known: &mut Known) {
        for (key, parts) in overlay {
            let number = key.page();
            let record = parts.into_iter().fold(Record::new(key), super::merge);
            match page::read_record(&record, &mut self.workspace) {
                Ok(found) => self.take(number, found, known),
                Err(error) => {
                    let reason = Reason::Unreadable(error.to_string());
                    self.take(number, Found::Damaged(&record.to_json(), reason), known);
                }
            }
        }
    }
}
