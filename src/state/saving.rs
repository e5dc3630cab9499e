//! From a change to *Saved*: the journal in the same instant, the tables one operation after the
//! other, and only their answer says that something is saved (P1, P2).

use std::collections::VecDeque;

use leptos::{prelude::*, task::spawn_local};

use super::{AppState, Done, Notice, steps::Step};
use crate::{
    domain::Workspace,
    storage::{Book, LaneError, Receipt, Record, difference},
};

/// How long to wait before a failed save is tried again.
const RETRY_MS: u32 = 3_000;

/// Whether everything is saved.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    /// Everything is on the disk.
    Saved,
    /// Something is on its way.
    Saving,
    /// Something could not be saved and is tried again.
    Unsaved(LaneError),
}

impl SaveState {
    /// The stable word for scripts and styles.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Saving => "saving",
            Self::Unsaved(_) => "unsaved",
        }
    }
}

/// What still has to be saved.
#[derive(Default)]
pub(super) struct Saving {
    queue: VecDeque<Receipt>,
    runs: bool,
}

impl Saving {
    /// With what an earlier start could not save.
    pub fn of(unsaved: Vec<Receipt>) -> Self {
        Self { queue: unsaved.into(), runs: false }
    }

    /// Whether nothing is left to save.
    pub fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }
}

impl AppState {
    /// Journals the difference and starts to save it.
    pub(super) fn journal(&self, before: &Workspace, after: &Workspace) {
        let waiting = self.inner.try_update_value(|inner| {
            let now_ms = (inner.ports.now_ms)();
            let receipt = inner.book.as_ref().and_then(|book| book.record(before, after, now_ms));
            inner.saving.queue.extend(receipt);
            !inner.saving.queue.is_empty() && !std::mem::replace(&mut inner.saving.runs, true)
        });
        if waiting == Some(true) {
            self.save_state.set(SaveState::Saving);
            let state = *self;
            spawn_local(async move { state.save_all().await });
        }
    }

    /// Tries again what could not be saved.
    pub fn save_again(&self) {
        let waiting = self.inner.try_update_value(|inner| {
            !inner.saving.queue.is_empty() && !std::mem::replace(&mut inner.saving.runs, true)
        });
        if waiting == Some(true) {
            let state = *self;
            spawn_local(async move { state.save_all().await });
        }
    }

    async fn save_all(self) {
        while let Some(save) = self.next_save() {
            match save.await {
                Ok(pages) => {
                    let tell = self.inner.try_update_value(|inner| {
                        inner.saving.queue.pop_front();
                        inner.ports.tell.clone()
                    });
                    if let Some(tell) = tell {
                        tell(&pages);
                    }
                    self.note_saved();
                }
                Err(error) => return self.save_failed(error),
            }
        }
        self.inner.update_value(|inner| inner.saving.runs = false);
        self.save_state.set(SaveState::Saved);
    }

    fn next_save(&self) -> Option<impl Future<Output = Result<Vec<u8>, LaneError>> + 'static> {
        self.inner.try_with_value(|inner| {
            let book = inner.book.as_ref()?;
            Some(book.save(inner.saving.queue.front()?))
        })?
    }

    fn save_failed(&self, error: LaneError) {
        self.inner.update_value(|inner| inner.saving.runs = false);
        self.save_state.set(SaveState::Unsaved(error));
        let state = *self;
        let later = self.inner.with_value(|inner| inner.ports.later);
        later(RETRY_MS, Box::new(move || state.save_again()));
    }

    /// Takes over what another tab wrote. Fetched first, then merged in one go into whatever the
    /// person sees by then.
    pub fn absorb(&self, pages: &[u8]) {
        self.absorb_as(pages, false);
    }

    fn absorb_as(&self, pages: &[u8], is_own_step: bool) {
        let state = *self;
        let Some(fetching) = self
            .inner
            .with_value(|inner| inner.book.as_ref().map(|book| (book.clone(), book.fetch(pages))))
        else {
            return;
        };
        spawn_local(async move {
            let (book, fetch) = fetching;
            let Ok(arrived) = fetch.await else { return };
            let before = state.peek(Workspace::clone);
            if let Some(merged) = book.absorb(arrived, &before) {
                if is_own_step {
                    state.note_merge(&before, &merged);
                }
                state.workspace.set(merged);
            }
        });
    }

    fn note_merge(&self, before: &Workspace, after: &Workspace) {
        let changed = after.changed_since(before).len();
        let added = after.len().saturating_sub(before.len());
        let done = Done::Imported { added, filled: changed.saturating_sub(added) };
        let (forward, back) = (difference(before, after), difference(after, before));
        self.inner.update_value(|inner| {
            inner.steps.did(Step { done: done.clone(), forward, back });
        });
        self.notice.set(Some(Notice { done, can_undo: true }));
    }

    /// Takes in records from a file or a restore point, as one merge and one step to undo.
    pub fn adopt_records(&self, records: Vec<Record>) {
        if let Some(pages) = self.save_receipt(|book, _| book.adopt(records)) {
            self.absorb_as(&pages, true);
        }
    }

    /// Saves what the book recorded; gives the pages it touches.
    pub(super) fn save_receipt(
        &self,
        record: impl FnOnce(&Book, u64) -> Option<Receipt>,
    ) -> Option<Vec<u8>> {
        let pages = self.inner.try_update_value(|inner| {
            let now_ms = (inner.ports.now_ms)();
            let receipt = inner.book.as_ref().and_then(|book| record(book, now_ms));
            let pages = receipt.as_ref().map(|receipt| receipt.pages.clone());
            inner.saving.queue.extend(receipt);
            pages
        });
        let pages = pages.flatten()?;
        self.save_state.set(SaveState::Saving);
        self.save_again();
        Some(pages)
    }
}
