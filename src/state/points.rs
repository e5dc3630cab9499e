//! When restore points are made, and when a backup is due.

use std::future::Future;

use leptos::{prelude::*, task::spawn_local};

use super::{AppState, Done};
use crate::{
    domain::Workspace,
    storage::{Backup, Book, Cause, Point, PointError},
};

/// After so many saved operations there is another point.
const CHANGES: u32 = 200;
/// After so long there is another point, if anything was saved: 15 minutes.
const EVERY_MS: u64 = 15 * 60 * 1000;
/// How long the person must have done nothing before a point is made.
const IDLE_MS: u32 = 3_000;

/// What this page knows of its restore points.
#[derive(Default)]
pub(super) struct PointPlan {
    /// When the last one was made; the first save of a page always makes one.
    last_ms: Option<u64>,
    changes: u32,
    is_planned: bool,
    /// How many operations there were when the waiting began.
    seen: u32,
    copy_is_planned: bool,
    /// How many operations this page has saved.
    saved: u32,
}

impl PointPlan {
    fn is_due(&self, now_ms: u64) -> bool {
        let is_old = self.last_ms.is_none_or(|last| now_ms.saturating_sub(last) >= EVERY_MS);
        self.changes > 0 && (self.changes >= CHANGES || is_old)
    }
}

impl AppState {
    /// Counts a saved operation towards the next restore point and the next backup.
    pub(super) fn note_saved(&self) {
        self.inner.update_value(|inner| {
            if let Some(book) = &inner.book {
                book.note_change((inner.ports.now_ms)());
            }
            inner.points.changes += 1;
            inner.points.saved = inner.points.saved.wrapping_add(1);
        });
        self.look_at_backup();
        self.plan_point();
        self.plan_copy();
    }

    /// Looks again whether a backup is due.
    pub(super) fn look_at_backup(&self) {
        let (backup, is_due) = self.inner.with_value(|inner| {
            let backup = inner.book.as_ref().map(Book::backup_state).unwrap_or_default();
            (backup, backup.is_due((inner.ports.now_ms)()))
        });
        if self.backup.get_untracked() != backup {
            self.backup.set(backup);
        }
        if self.backup_due.get_untracked() != is_due {
            self.backup_due.set(is_due);
        }
    }

    /// Makes a point as soon as the person pauses, if one is due.
    fn plan_point(&self) {
        let later = self.inner.try_update_value(|inner| {
            let plan = &mut inner.points;
            let is_due = plan.is_due((inner.ports.now_ms)()) && !plan.is_planned;
            plan.is_planned |= is_due;
            plan.seen = plan.changes;
            is_due.then_some(inner.ports.later)
        });
        if let Some(Some(later)) = later {
            let state = *self;
            later(IDLE_MS, Box::new(move || state.make_planned_point()));
        }
    }

    fn make_planned_point(self) {
        let pauses = self.inner.try_update_value(|inner| {
            inner.points.is_planned = false;
            inner.points.seen == inner.points.changes && inner.saving.is_empty()
        });
        match pauses {
            Some(true) => spawn_local(async move {
                // A browser without a second store has only the file of the person's own.
                let _ = self.keep_point(Cause::Routine).await;
            }),
            Some(false) => self.plan_point(),
            None => {}
        }
    }

    /// Writes the file of the person's own as soon as they pause.
    fn plan_copy(&self) {
        let later = self.inner.try_update_value(|inner| {
            let is_planned = std::mem::replace(&mut inner.points.copy_is_planned, true);
            (!is_planned).then_some(inner.ports.later)
        });
        if let Some(Some(later)) = later {
            let state = *self;
            later(IDLE_MS, Box::new(move || state.copy()));
        }
    }

    /// Writes the file that the person chose, if there is one.
    pub fn copy(self) {
        let copying = self.inner.try_update_value(|inner| {
            inner.points.copy_is_planned = false;
            let changes = inner.points.saved;
            inner.book.clone().map(|book| ((inner.ports.copy)(book), changes))
        });
        let Some(Some((copying, changes))) = copying else { return };
        spawn_local(async move {
            if copying.await {
                self.note_backup();
                let has_more = self.inner.try_with_value(|inner| inner.points.saved != changes);
                if has_more == Some(true) {
                    self.plan_copy();
                }
            }
        });
    }

    /// Makes a restore point now.
    pub fn keep_point(
        &self,
        cause: Cause,
    ) -> impl Future<Output = Result<Point, PointError>> + use<> {
        let state = *self;
        let keeping = self.inner.try_update_value(|inner| {
            let now_ms = (inner.ports.now_ms)();
            let plan = &mut inner.points;
            (plan.last_ms, plan.changes, plan.is_planned) = (Some(now_ms), 0, false);
            inner.book.as_ref().map(|book| book.keep_point(cause, now_ms))
        });
        async move {
            let kept = keeping.flatten().ok_or(PointError::NoShelf)?.await;
            state.inner.try_update_value(|inner| {
                if kept.is_err() {
                    // Tried again a quarter of an hour later, not at once.
                    inner.points.changes = inner.points.changes.max(1);
                }
            });
            kept
        }
    }

    /// Puts an earlier state in the place of what is here, as one step that can be undone.
    pub fn go_back(&self, earlier: Workspace) -> bool {
        let went = self.commit(Done::WentBack, |workspace, _| {
            *workspace = earlier;
            Ok(())
        });
        went == Ok(true)
    }

    /// How far the last backup is behind; tracks.
    pub fn backup_state(&self) -> Backup {
        self.backup.get()
    }

    /// Notes that the person was handed a file with everything in it.
    pub fn note_backup(&self) {
        self.with_backup(Book::note_backup);
    }

    /// Says nothing about a backup for a day.
    pub fn put_backup_off(&self) {
        self.with_backup(Book::put_backup_off);
    }

    fn with_backup(&self, note: fn(&Book, u64)) {
        self.inner.with_value(|inner| {
            if let Some(book) = &inner.book {
                note(book, (inner.ports.now_ms)());
            }
        });
        self.look_at_backup();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_due_at_the_first_save_after_fifteen_minutes_and_after_two_hundred_changes() {
        let plan = |last_ms, changes| PointPlan { last_ms, changes, ..PointPlan::default() };
        assert!(!plan(None, 0).is_due(0) && plan(None, 1).is_due(0));
        assert!(!plan(Some(5), 199).is_due(4 + EVERY_MS) && plan(Some(5), 200).is_due(5));
        assert!(plan(Some(5), 1).is_due(5 + EVERY_MS));
    }
}
