//! The one state of the app: the workspace as a signal, `commit` as the only way to change it,
//! undo and redo, and whether everything is saved.
//!
//! Knows domain and storage, never the browser: time, ids and waiting come in through [`Ports`].

mod done;
mod person;
mod points;
mod ports;
mod saving;
mod steps;

use chrono::{NaiveDate, NaiveDateTime};
use leptos::prelude::*;
use uuid::Uuid;

use crate::{
    domain::{NewIds, Refusal, Workspace},
    storage::{Book, Patch, apply, difference},
};

#[cfg(target_arch = "wasm32")]
pub use crate::storage::browser::{KeptFile, Leave, SealError, is_offered, seal, unseal};
pub use crate::storage::{
    Backup, Cause, Damage, FileProblem, LaneError, Place, Point, PointError, Reason, StoredEntry,
    Version, file, is_sealed,
};

pub use done::{Deed, Done};
use points::PointPlan;
pub use ports::Ports;
pub use saving::SaveState;
use saving::Saving;
use steps::{Step, Steps};

/// The state, as cheap to hand around as a number.
#[derive(Clone, Copy)]
pub struct AppState {
    workspace: RwSignal<Workspace>,
    today: RwSignal<NaiveDate>,
    save_state: RwSignal<SaveState>,
    /// What was done last, for the message with *Undo*; `None` once it was taken back or read.
    pub notice: RwSignal<Option<Notice>>,
    /// Whether it is time for another backup.
    pub backup_due: RwSignal<bool>,
    backup: RwSignal<Backup>,
    is_bound: RwSignal<bool>,
    inner: StoredValue<Inner, LocalStorage>,
}

struct Inner {
    now: fn() -> NaiveDateTime,
    ports: Ports,
    book: Option<Book>,
    /// Takes over what other tabs wrote, once there is a book.
    absorb: Option<fn(&AppState, &[u8])>,
    /// Pages that other tabs wrote before.
    heard: Vec<u8>,
    steps: Steps,
    saving: Saving,
    points: PointPlan,
}

/// A message about what was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What.
    pub done: Done,
    /// Whether it can be undone from here.
    pub can_undo: bool,
}

/// What a change may need from outside: the time and new ids.
pub struct Moment {
    /// By the clock on the wall.
    pub now: NaiveDateTime,
    new_id: fn() -> Uuid,
}

impl Moment {
    /// The day.
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }
}

impl NewIds for Moment {
    fn next(&mut self) -> Uuid {
        (self.new_id)()
    }
}

impl AppState {
    /// An empty state. Nothing can be saved before it is bound to a book.
    pub fn new(now: fn() -> NaiveDateTime) -> Self {
        Self {
            workspace: RwSignal::new(Workspace::default()),
            today: RwSignal::new(now().date()),
            save_state: RwSignal::new(SaveState::Saved),
            notice: RwSignal::new(None),
            backup_due: RwSignal::new(false),
            backup: RwSignal::new(Backup::default()),
            is_bound: RwSignal::new(false),
            inner: StoredValue::new_local(Inner {
                now,
                ports: Ports::still(),
                book: None,
                absorb: None,
                heard: Vec::new(),
                steps: Steps::default(),
                saving: Saving::default(),
                points: PointPlan::default(),
            }),
        }
    }

    /// Shows a workspace that was read, before its book is there.
    pub fn show(&self, workspace: Workspace) {
        self.workspace.set(workspace);
    }

    /// Whether there is a book, so that something may be changed; tracks.
    pub fn is_bound(&self) -> bool {
        self.is_bound.get()
    }

    /// The same for handlers; does not track.
    pub fn is_bound_now(&self) -> bool {
        self.is_bound.get_untracked()
    }

    /// Another tab wrote these pages.
    pub fn hear(&self, pages: Vec<u8>) {
        let absorb = self.inner.try_update_value(|inner| {
            let absorb = inner.absorb;
            if absorb.is_none() {
                inner.heard.extend(&pages);
            }
            absorb
        });
        if let Some(Some(absorb)) = absorb {
            absorb(self, &pages);
        }
    }

    /// Puts a book behind the workspace that is shown. What was done before can no longer be undone.
    pub fn bind(&self, book: Book, ports: Ports) {
        let heard = self.inner.try_update_value(|inner| {
            inner.saving = Saving::of(book.unsaved());
            inner.book = Some(book);
            inner.ports = ports;
            inner.absorb = Some(Self::absorb);
            inner.steps = Steps::default();
            inner.points = PointPlan::default();
            std::mem::take(&mut inner.heard)
        });
        self.notice.set(None);
        self.look_at_backup();
        self.save_state.set(SaveState::Saved);
        if !self.is_bound_now() {
            // Parts that wait for this are drawn once.
            self.is_bound.set(true);
        }
        if let Some(heard) = heard.filter(|heard| !heard.is_empty()) {
            self.absorb(&heard);
        }
        self.save_again();
    }

    /// Takes over an opened workspace with its book.
    pub fn adopt(&self, book: Book, workspace: Workspace, ports: Ports) {
        self.workspace.set(workspace);
        self.bind(book, ports);
    }

    /// The storage behind the workspace, for raw downloads and for removing it.
    pub fn book(&self) -> Option<Book> {
        self.inner.with_value(|inner| inner.book.clone())
    }

    /// The workspace.
    pub fn workspace(&self) -> Signal<Workspace> {
        self.workspace.into()
    }

    /// Reads the workspace without cloning it; tracks.
    pub fn with<T>(&self, read: impl FnOnce(&Workspace) -> T) -> T {
        self.workspace.with(read)
    }

    /// Reads the workspace without tracking, for handlers.
    pub fn peek<T>(&self, read: impl FnOnce(&Workspace) -> T) -> T {
        self.workspace.with_untracked(read)
    }

    /// The day; tracks.
    pub fn today(&self) -> NaiveDate {
        self.today.get()
    }

    /// The time and new ids, for handlers.
    pub fn moment(&self) -> Moment {
        self.inner.with_value(|inner| Moment { now: (inner.now)(), new_id: inner.ports.new_id })
    }

    /// Looks at the calendar again; for midnight and for tabs that come back to life.
    pub fn turn_the_day(&self) {
        let today = self.inner.with_value(|inner| (inner.now)()).date();
        if self.today.get_untracked() != today {
            self.today.set(today);
        }
    }

    /// Whether everything is saved.
    pub fn save_state(&self) -> Signal<SaveState> {
        self.save_state.into()
    }

    /// Makes a change: on a clone, journalled before it is shown, one step to undo. A refusal
    /// leaves everything as it was. Returns whether anything changed.
    pub fn commit(
        &self,
        done: Done,
        change: impl FnOnce(&mut Workspace, &mut Moment) -> Result<(), Refusal>,
    ) -> Result<bool, Refusal> {
        let before = self.peek(Workspace::clone);
        let mut after = before.clone();
        change(&mut after, &mut self.moment())?;
        let forward = difference(&before, &after);
        if forward.is_empty() {
            return Ok(false);
        }
        let back = difference(&after, &before);
        self.inner.update_value(|inner| {
            inner.steps.did(Step { done: done.clone(), forward, back });
        });
        self.publish(&before, after);
        self.notice.set(Some(Notice { done, can_undo: true }));
        Ok(true)
    }

    /// Puts a whole workspace in the place of an empty one; not a step to undo.
    pub fn replace(&self, workspace: Workspace) {
        let before = self.peek(Workspace::clone);
        self.publish(&before, workspace);
    }

    /// Takes the last step back. Only what that step changed is put back, so that changes from
    /// other tabs stay.
    pub fn undo(&self) -> bool {
        self.travel(Steps::undo, |step| (&step.back, Done::Undone(Box::new(step.done.clone()))))
    }

    /// Does the last step that was taken back again.
    pub fn redo(&self) -> bool {
        self.travel(Steps::redo, |step| (&step.forward, step.done.clone()))
    }

    fn travel(
        &self,
        turn: impl FnOnce(&mut Steps) -> Option<Step>,
        way: impl FnOnce(&Step) -> (&Vec<Patch>, Done),
    ) -> bool {
        let Some(Some(step)) = self.inner.try_update_value(|inner| turn(&mut inner.steps)) else {
            return false;
        };
        let (patches, done) = way(&step);
        let before = self.peek(Workspace::clone);
        let mut after = before.clone();
        if apply(&mut after, patches).is_err() {
            return false;
        }
        self.publish(&before, after);
        let can_undo = !matches!(done, Done::Undone(_));
        self.notice.set(Some(Notice { done, can_undo }));
        true
    }

    fn publish(&self, before: &Workspace, after: Workspace) {
        self.journal(before, &after);
        self.workspace.set(after);
    }
}

/// Makes the state known to all views below.
pub fn provide_state(state: AppState) {
    provide_context(state);
}

/// The state of the app.
pub fn use_state() -> AppState {
    expect_context::<AppState>()
}
