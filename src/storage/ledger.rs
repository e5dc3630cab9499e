//! What a tab has in hand: its clock, what it knows of the stored records, and which operations
//! are not stored yet.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use litemap::LiteMap;

use super::{
    book::Receipt,
    document::{self, Difference},
    known::Known,
    lane::LaneError,
    operation::{Operation, OperationId, Written},
    page::Overlay,
    record::{Entry, Record, RecordKey},
    stamp::{Clock, Stamp},
};
use crate::domain::Workspace;

/// Everything of a tab that is in memory only.
pub(super) struct Ledger {
    device: u64,
    tab: u64,
    next: u64,
    clock: Clock,
    /// What is known of the stored records.
    pub known: Known,
    /// Whether anything may be written.
    pub condition: Condition,
    pending: LiteMap<OperationId, Pending>,
    /// Operations that were stored while a reading was under way, which may not have seen them.
    settled: Vec<(u64, Rc<Operation>)>,
    settlements: u64,
    readings: usize,
}

/// Whether a workspace may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Condition {
    /// It may.
    Writable,
    /// A newer version has written here; this one keeps its hands off.
    Newer,
    /// It was removed.
    Wiped,
}

/// An operation that is not stored yet.
struct Pending {
    operation: Rc<Operation>,
    journaled: bool,
}

impl Ledger {
    /// An empty ledger.
    pub fn new(device: u64, tab: u64) -> Self {
        Self {
            device,
            tab,
            next: 0,
            clock: Clock::new(device),
            known: Known::default(),
            condition: Condition::Writable,
            pending: LiteMap::new(),
            settled: Vec::new(),
            settlements: 0,
            readings: 0,
        }
    }

    /// Gives what is to be written the next number of this tab.
    pub fn number(&mut self, written: Vec<Written>) -> Operation {
        let id = OperationId { device: self.device, tab: self.tab, number: self.next };
        self.next += 1;
        Operation { id, written }
    }

    /// Keeps an operation until it is stored.
    pub fn keep(&mut self, operation: Operation, journaled: bool) -> Receipt {
        let receipt = Receipt { id: operation.id, journaled, pages: operation.pages() };
        self.pending.insert(operation.id, Pending { operation: Rc::new(operation), journaled });
        receipt
    }

    /// Takes an operation from the journal, whichever tab left it there.
    pub fn keep_replayed(&mut self, operation: Operation) {
        let id = operation.id;
        if (id.device, id.tab) == (self.device, self.tab) {
            self.next = self.next.max(id.number.saturating_add(1));
        }
        self.keep(operation, true);
    }

    /// The operation to store; none when it is stored already.
    pub fn to_save(&self, id: OperationId) -> Result<Option<Rc<Operation>>, LaneError> {
        match self.condition {
            Condition::Writable => {
                Ok(self.pending.get(&id).map(|pending| Rc::clone(&pending.operation)))
            }
            Condition::Newer => Err(LaneError::VersionTooNew),
            Condition::Wiped => Err(LaneError::Closed),
        }
    }

    /// Every operation that is not stored, oldest first for each tab.
    pub fn unsaved(&self) -> Vec<Receipt> {
        let receipt = |pending: &Pending| Receipt {
            id: pending.operation.id,
            journaled: pending.journaled,
            pages: pending.operation.pages(),
        };
        self.pending.values().map(receipt).collect()
    }

    /// Moves the clock up to what was seen, by no more than a day.
    pub fn advance_clock(&mut self, now_ms: u64) {
        self.clock.tick(now_ms, self.known.latest_of_all());
    }

    /// Everything for pages that `holds` which a reading that began after `since` settlements may
    /// not have seen.
    pub fn overlay(&self, since: u64, holds: impl Fn(u8) -> bool) -> Overlay {
        let settled = self.settled.iter().filter(|(at, _)| *at > since).map(|(_, settled)| settled);
        let pending = self.pending.values().map(|pending| &pending.operation);
        let mut overlay = Overlay::new();
        for written in settled.chain(pending).flat_map(|operation| &operation.written) {
            let key = written.key();
            if holds(key.page()) {
                overlay.entry(key.clone()).or_default().push(written.record());
            }
        }
        overlay
    }

    /// What to write for the difference of two workspaces, each record stamped over its latest.
    pub fn written(&mut self, before: &Workspace, after: &Workspace, now_ms: u64) -> Vec<Written> {
        let differences = document::differences(before, after);
        if differences.is_empty() {
            return Vec::new();
        }
        let tick = self.clock.tick(now_ms, None);
        differences.into_iter().filter_map(|found| self.stamped(found, tick, now_ms)).collect()
    }

    fn stamped(&mut self, found: Difference, tick: Stamp, now_ms: u64) -> Option<Written> {
        if let (None, Some(file)) = (&found.before, &found.after)
            && self.known.latest(found.key.id).is_none()
        {
            self.known.note_edit(found.key.id, tick);
            return Some(Written::Whole(found.key, Arc::clone(file), tick));
        }
        let mut patch = found.patch();
        if patch.fields.is_empty() {
            return None;
        }
        self.known.complete(&mut patch);
        let over = self.known.latest(patch.key.id);
        let stamp = match over {
            Some(over) if over >= tick => self.clock.tick(now_ms, Some(over)),
            _ => tick,
        };
        self.known.note_edit(patch.key.id, stamp);
        let mut record = Record::new(patch.key);
        record.knows_up_to(over.unwrap_or_default());
        for (path, value) in patch.fields {
            record.set(&path, value, stamp);
        }
        Some(Written::Part(record, found.after))
    }

    /// The stamp of an edit of a whole record, over everything known of it.
    pub fn over_all(&mut self, key: &RecordKey, now_ms: u64) -> Stamp {
        let stamp = self.clock.tick(now_ms, self.known.latest(key.id));
        self.known.note_edit(key.id, stamp);
        stamp
    }

    /// Writes one entry anew, knowing everything that is known of the record.
    pub fn rewritten(&mut self, key: RecordKey, path: &str, entry: Entry, now_ms: u64) -> Written {
        let over = self.known.latest(key.id).unwrap_or_default();
        let stamp = self.over_all(&key, now_ms);
        let mut record = Record::new(key);
        record.knows_up_to(over);
        record.set(path, entry.value, stamp);
        Written::Part(record, None)
    }

    /// Notes that an operation is stored.
    pub fn settle(&mut self, id: OperationId) {
        let Some(Pending { operation, .. }) = self.pending.remove(&id) else { return };
        for written in &operation.written {
            self.known.note_stored(written.key());
        }
        self.settlements += 1;
        if self.readings > 0 {
            self.settled.push((self.settlements, operation));
        }
    }
}

/// A reading of pages that is under way. While one lives, operations that are stored are
/// remembered, as it may not see them.
pub(super) struct Reading {
    ledger: Rc<RefCell<Ledger>>,
    /// How many operations had been stored when it began.
    pub since: u64,
}

impl Reading {
    /// Begins a reading.
    pub fn begin(ledger: &Rc<RefCell<Ledger>>) -> Self {
        let mut held = ledger.borrow_mut();
        held.readings += 1;
        Self { ledger: Rc::clone(ledger), since: held.settlements }
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        let mut ledger = self.ledger.borrow_mut();
        ledger.readings = ledger.readings.saturating_sub(1);
        if ledger.readings == 0 {
            ledger.settled.clear();
        }
    }
}
