//! The start: read the pages, merge what the journal still holds, compare with the canary, say
//! what is damaged. Unreadable data is never replaced by empty data.

use std::{cell::RefCell, rc::Rc};

use super::{
    book::Book,
    canary::Canary,
    codec::Unreadable,
    damage::{Damage, Place, Reason},
    journal::Journal,
    known::Known,
    lane::{Lane, LaneError},
    ledger::{Condition, Ledger},
    memory::{MemoryJournal, MemoryLane},
    operation::Operation,
    page::{self, Found, Overlay},
    record::Record,
};
use crate::domain::Workspace;

/// What was found at the start.
#[derive(Debug)]
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
}

impl Book {
    /// Opens a workspace. `device` is the random number of this browser, `tab` one that was drawn
    /// when this page was loaded and is used by no other. An error means that the lane cannot be
    /// read at all; nothing was changed then.
    pub async fn open(
        lane: Rc<dyn Lane>,
        journal: Rc<dyn Journal>,
        device: u64,
        tab: u64,
        now_ms: u64,
    ) -> Result<(Self, Opened), LaneError> {
        let mut ledger = Ledger::new(device, tab);
        let mut reader = Reader::onto(Workspace::default());
        for (key, text) in journal.entries() {
            match read_entry(&key, &text) {
                Ok(operation) => ledger.keep_replayed(operation),
                Err(reason) => reader.damage.push(Damage {
                    place: Place::Journal(key),
                    bytes: text.into_bytes(),
                    reason,
                }),
            }
        }
        let mut overlay = ledger.overlay(0, |_| true);
        let known = &mut ledger.known;
        lane.read_all(&mut |number, bytes| {
            reader.read_page(number, bytes, &mut overlay, known);
        })
        .await?;
        reader.read_rest(overlay, known);
        ledger.advance_clock(now_ms);
        let (replayed, read_only) = (ledger.unsaved().len(), reader.is_newer());
        if read_only {
            ledger.condition = Condition::Newer;
        }
        let book = Self { lane, journal, ledger: Rc::new(RefCell::new(ledger)) };
        let missing = book.count_missing(&reader.damage);
        book.raise_canary();
        if !read_only {
            // What fails stays pending and in the journal; the workspace shows it either way.
            for receipt in book.unsaved() {
                let _ = book.save(&receipt).await;
            }
        }
        let Reader { workspace, damage, .. } = reader;
        Ok((book, Opened { workspace, damage, replayed, missing, read_only }))
    }

    /// A book that keeps nothing beyond this page: where the browser refuses to store anything.
    pub fn in_memory(device: u64, tab: u64) -> (Self, Opened) {
        let book = Self {
            lane: Rc::new(MemoryLane::default()),
            journal: Rc::new(MemoryJournal::default()),
            ledger: Rc::new(RefCell::new(Ledger::new(device, tab))),
        };
        let workspace = Workspace::default();
        let opened =
            Opened { workspace, damage: Vec::new(), replayed: 0, missing: None, read_only: false };
        (book, opened)
    }

    fn count_missing(&self, damage: &[Damage]) -> Option<usize> {
        let told = self.journal.canary().and_then(|text| Canary::read(&text))?;
        let damaged = damage.iter().filter(|damage| matches!(damage.place, Place::Page(_))).count();
        let found = self.ledger.borrow().known.stored() + damaged;
        told.customers.checked_sub(found).filter(|missing| *missing > 0)
    }
}

fn read_entry(key: &str, text: &str) -> Result<Operation, Reason> {
    let id = key.parse().map_err(|_| Reason::Broken)?;
    Operation::read(id, text)
}

/// Reads pages into a workspace.
pub(super) struct Reader {
    workspace: Workspace,
    damage: Vec<Damage>,
    is_changed: bool,
}

impl Reader {
    /// A reader that starts from this workspace.
    pub fn onto(workspace: Workspace) -> Self {
        Self { workspace, damage: Vec::new(), is_changed: false }
    }

    /// The workspace, if anything in it is not as it was.
    pub fn changed(self) -> Option<Workspace> {
        self.is_changed.then_some(self.workspace)
    }

    /// Whether something of a newer version was met in a page.
    pub fn is_newer(&self) -> bool {
        let newer = |damage: &Damage| {
            matches!((&damage.place, &damage.reason), (Place::Page(_), Reason::Newer(_)))
        };
        self.damage.iter().any(newer)
    }

    /// Reads one page.
    pub fn read_page(&mut self, number: u8, page: &[u8], overlay: &mut Overlay, known: &mut Known) {
        let mut workspace = std::mem::take(&mut self.workspace);
        page::read(page, overlay, &mut workspace, |found| {
            if let Found::Read(key, _) = &found {
                known.note_stored(key);
            }
            self.take(number, found, known);
        });
        self.workspace = workspace;
    }

    /// Reads what no page held: new files that only the journal has.
    fn read_rest(&mut self, overlay: Overlay, known: &mut Known) {
        for (key, parts) in overlay {
            let number = key.page();
            let record = parts.into_iter().fold(Record::new(key), super::merge);
            match page::read_record(&record, &mut self.workspace) {
                Ok(found) => self.take(number, found, known),
                Err(error) => {
                    self.take(number, Found::Damaged(&record.to_json(), reason(&error)), known);
                }
            }
        }
    }

    fn take(&mut self, number: u8, found: Found<'_>, known: &mut Known) {
        match found {
            Found::Read(key, noted) => {
                self.is_changed |= noted.changes;
                known.note_read(&key, noted);
            }
            Found::Other => {}
            Found::Damaged(bytes, reason) => {
                let place = Place::Page(number);
                self.damage.push(Damage { place, bytes: bytes.to_vec(), reason });
            }
        }
    }
}

fn reason(error: &Unreadable) -> Reason {
    Reason::Unreadable(error.to_string())
}
