//! The book: leads every operation through both lanes and lets in what others wrote.
//!
//! One thread. Nothing is borrowed while something is awaited, so operations can be recorded while
//! others are being saved. Knows the lanes only by their traits.

use std::{cell::RefCell, collections::BTreeMap, future::Future, rc::Rc, sync::Arc};

use super::{
    canary::Canary,
    document::{self, Difference},
    file,
    journal::Journal,
    known::Known,
    lane::{Lane, LaneError},
    merge::merge,
    opening,
    operation::{Operation, OperationId, Written},
    page::{self, Overlay},
    record::Record,
    stamp::{Clock, Stamp},
};
use crate::domain::Workspace;

/// The longest journal entry, in bytes. A larger operation (an import) goes straight to the lane.
const JOURNAL_ENTRY_MAX: usize = 1_000_000;

/// A workspace's storage. A clone is the same book.
#[derive(Clone)]
pub struct Book {
    pub(super) lane: Rc<dyn Lane>,
    pub(super) journal: Rc<dyn Journal>,
    pub(super) inner: Rc<RefCell<Inner>>,
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

pub(super) struct Inner {
    device: u64,
    tab: u64,
    next: u64,
    clock: Clock,
    pub known: Known,
    /// Operations that are not stored yet.
    pending: BTreeMap<OperationId, Pending>,
    /// Operations that were stored while a reading was under way, which may not have seen them.
    settled: Vec<(u64, Rc<Operation>)>,
    settlements: u64,
    readings: usize,
    pub is_newer: bool,
    is_wiped: bool,
}

/// An operation that is not stored yet.
struct Pending {
    operation: Rc<Operation>,
    journaled: bool,
}

impl Inner {
    pub fn new(device: u64, tab: u64) -> Self {
        Self {
            device,
            tab,
            next: 0,
            clock: Clock::new(device),
            known: Known::default(),
            pending: BTreeMap::new(),
            settled: Vec::new(),
            settlements: 0,
            readings: 0,
            is_newer: false,
            is_wiped: false,
        }
    }

    /// Takes an operation from the journal, whichever tab left it there.
    pub fn take_pending(&mut self, operation: Operation) {
        let id = operation.id;
        if (id.device, id.tab) == (self.device, self.tab) {
            self.next = self.next.max(id.number.saturating_add(1));
        }
        self.pending.insert(id, Pending { operation: Rc::new(operation), journaled: true });
    }

    /// Moves the clock up to what was seen, by no more than a day.
    pub fn advance_clock(&mut self, now_ms: u64) {
        self.clock.tick(now_ms, self.known.latest_of_all());
    }

    /// How many operations are not stored yet.
    pub fn waiting(&self) -> usize {
        self.pending.len()
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
                overlay.entry(key).or_default().push(written.record());
            }
        }
        overlay
    }

    fn next_id(&mut self) -> OperationId {
        let number = self.next;
        self.next += 1;
        OperationId { device: self.device, tab: self.tab, number }
    }

    /// What to write for the difference of two workspaces, each record stamped over its latest.
    fn written(&mut self, before: &Workspace, after: &Workspace, now_ms: u64) -> Vec<Written> {
        let differences = document::differences(before, after);
        if differences.is_empty() {
            return Vec::new();
        }
        let tick = self.clock.tick(now_ms, None);
        differences.into_iter().map(|found| self.stamped(found, tick, now_ms)).collect()
    }

    fn stamped(&mut self, found: Difference<'_>, tick: Stamp, now_ms: u64) -> Written {
        if let Difference::New(customer) = found
            && self.known.latest(customer.id.0).is_none()
        {
            self.known.note_edit(customer.id.0, tick);
            return Written::Whole(Arc::clone(customer), tick);
        }
        let rest = match &found {
            Difference::New(customer) | Difference::Edited(customer, _) => {
                Some((*customer).clone())
            }
            Difference::Gone(_) | Difference::Settings(_) => None,
        };
        let mut patch = found.patch();
        if let Some(customer) = &rest {
            self.known.complete(customer.id, &mut patch.fields);
        }
        let stamp = match self.known.latest(patch.key.id) {
            Some(over) if over >= tick => self.clock.tick(now_ms, Some(over)),
            _ => tick,
        };
        self.known.note_edit(patch.key.id, stamp);
        let mut record = Record::new(patch.key);
        for (path, value) in patch.fields {
            record.set(&path, value, stamp);
        }
        Written::Part(record, rest)
    }

    /// Notes that an operation is stored.
    fn settle(&mut self, id: OperationId) {
        let Some(Pending { operation, .. }) = self.pending.remove(&id) else { return };
        for written in &operation.written {
            self.known.note_stored(&written.key());
        }
        self.settlements += 1;
        if self.readings > 0 {
            self.settled.push((self.settlements, operation));
        }
    }
}

impl Book {
    /// Records the difference of two workspaces, inside the click and before anything is shown:
    /// the journal first. `None` when nothing differs, or when the workspace was wiped.
    pub fn record(&self, before: &Workspace, after: &Workspace, now_ms: u64) -> Option<Receipt> {
        let mut inner = self.inner.borrow_mut();
        if inner.is_wiped {
            return None;
        }
        let written = inner.written(before, after, now_ms);
        self.take(&mut inner, written)
    }

    /// Records the merge of foreign records, with the stamps they have: a workspace file, another
    /// device. What it changes is seen by absorbing the touched pages once it is saved.
    pub fn adopt(&self, records: Vec<Record>) -> Option<Receipt> {
        let mut inner = self.inner.borrow_mut();
        if inner.is_wiped {
            return None;
        }
        let written = records.into_iter().map(|record| Written::Part(record, None)).collect();
        self.take(&mut inner, written)
    }

    fn take(&self, inner: &mut Inner, written: Vec<Written>) -> Option<Receipt> {
        if written.is_empty() {
            return None;
        }
        let operation = Operation { id: inner.next_id(), written };
        let text = if inner.is_newer { None } else { operation.text(JOURNAL_ENTRY_MAX) };
        let append = |text: String| self.journal.append(&operation.id.to_string(), &text).is_ok();
        let journaled = text.is_some_and(append);
        let receipt = Receipt { id: operation.id, journaled, pages: operation.pages() };
        let pending = Pending { operation: Rc::new(operation), journaled };
        inner.pending.insert(receipt.id, pending);
        Some(receipt)
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
            let Some(operation) = book.next_to_save(id)? else { return Ok(Vec::new()) };
            let pages = operation.pages();
            let rewrite = |number: u8, old: Option<&[u8]>| {
                let here =
                    operation.written.iter().filter(|written| written.key().page() == number);
                page::rewrite(old.unwrap_or_default(), &here.collect::<Vec<_>>())
            };
            let saved = book.lane.update(&pages, &rewrite).await;
            if saved == Err(LaneError::VersionTooNew) {
                book.inner.borrow_mut().is_newer = true;
            }
            saved?;
            book.inner.borrow_mut().settle(id);
            book.journal.remove(&id.to_string());
            book.raise_canary();
            Ok(pages)
        }
    }

    fn next_to_save(&self, id: OperationId) -> Result<Option<Rc<Operation>>, LaneError> {
        let inner = self.inner.borrow();
        match (inner.is_wiped, inner.is_newer) {
            (true, _) => Err(LaneError::Closed),
            (_, true) => Err(LaneError::VersionTooNew),
            _ => Ok(inner.pending.get(&id).map(|pending| Rc::clone(&pending.operation))),
        }
    }

    /// Every operation that is not saved, oldest first for each tab.
    pub fn unsaved(&self) -> Vec<Receipt> {
        let inner = self.inner.borrow();
        let receipt = |pending: &Pending| Receipt {
            id: pending.operation.id,
            journaled: pending.journaled,
            pages: pending.operation.pages(),
        };
        inner.pending.values().map(receipt).collect()
    }

    /// Whether a newer version has written here; then nothing more is written.
    pub fn is_read_only(&self) -> bool {
        self.inner.borrow().is_newer
    }

    /// Fetches pages that another tab wrote.
    pub fn fetch(&self, pages: &[u8]) -> impl Future<Output = Result<Arrived, LaneError>> + use<> {
        let (book, numbers) = (self.clone(), pages.to_vec());
        let reading = Reading::begin(&self.inner);
        async move {
            let pages = book.lane.read(&numbers).await?;
            Ok(Arrived { pages, reading })
        }
    }

    /// Takes fetched pages into the workspace that is shown now. Own operations that the fetching
    /// could not see are merged in, so that nothing of them is undone. `None` when nothing differs.
    pub fn absorb(&self, arrived: Arrived, into: &Workspace) -> Option<Workspace> {
        let mut inner = self.inner.borrow_mut();
        let is_here = |page| arrived.pages.iter().any(|(number, _)| *number == page);
        let mut overlay = inner.overlay(arrived.reading.since, is_here);
        let mut reader = opening::Reader::onto(into.clone());
        for (number, bytes) in &arrived.pages {
            reader.read_page(*number, bytes, &mut overlay, &mut inner.known);
        }
        inner.is_newer |= reader.is_newer();
        drop(inner);
        self.raise_canary();
        reader.changed()
    }

    /// The whole workspace as a file, with every stamp and everything that newer versions keep.
    /// What is not saved yet is in it, too.
    pub fn backup(&self, now_ms: u64) -> impl Future<Output = Result<Vec<u8>, LaneError>> + use<> {
        let book = self.clone();
        let reading = Reading::begin(&self.inner);
        async move {
            let mut pages = Vec::new();
            book.lane.read_all(&mut |_, bytes| pages.push(bytes.to_vec())).await?;
            let mut overlay = book.inner.borrow().overlay(reading.since, |_| true);
            let mut file = file::begin(now_ms);
            for bytes in &pages {
                page::export(bytes, &mut overlay, |json| file::push(&mut file, json));
            }
            for (key, parts) in overlay {
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
        book.inner.borrow_mut().is_wiped = true;
        async move {
            // The journal first: an entry that outlived the pages would bring them back in part.
            for (key, _) in book.journal.entries() {
                book.journal.remove(&key);
            }
            book.journal.set_canary(None);
            let wiped = book.lane.wipe().await;
            book.inner.borrow_mut().is_wiped = wiped.is_ok();
            wiped
        }
    }

    /// Stops reporting customers as missing that the canary still knows of.
    pub fn accept_missing(&self) {
        let stored = self.inner.borrow().known.stored();
        self.journal.set_canary(Some(&Canary::of(stored).text()));
    }

    /// The canary never falls by itself: a database that was wiped must not be forgotten.
    pub(super) fn raise_canary(&self) {
        let stored = self.inner.borrow().known.stored();
        let told = self.journal.canary().and_then(|text| Canary::read(&text)).unwrap_or_default();
        if stored > told.customers {
            self.journal.set_canary(Some(&Canary::of(stored).text()));
        }
    }
}

/// Pages as they were when they were fetched.
pub struct Arrived {
    pages: Vec<(u8, Vec<u8>)>,
    reading: Reading,
}

/// While one lives, operations that are stored are remembered, as the reading may not see them.
struct Reading {
    inner: Rc<RefCell<Inner>>,
    since: u64,
}

impl Reading {
    fn begin(inner: &Rc<RefCell<Inner>>) -> Self {
        let mut held = inner.borrow_mut();
        held.readings += 1;
        Self { inner: Rc::clone(inner), since: held.settlements }
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        let mut inner = self.inner.borrow_mut();
        inner.readings = inner.readings.saturating_sub(1);
        if inner.readings == 0 {
            inner.settled.clear();
        }
    }
}
