//! The canary: how much was stored and what was backed up, kept in the other lane, so that a wiped
//! database is noticed and a backup is not forgotten.

use super::{
    SCHEMA,
    book::Book,
    codec::{object, shape, written_shape},
};

/// So many changes without a backup are too many.
const CHANGES_MAX: u32 = 50;
/// So long may a change be without a backup: seven days.
const AGE_MAX_MS: u64 = 7 * 24 * 60 * 60 * 1000;
/// So long a reminder that was put off keeps quiet: a day.
const QUIET_MS: u64 = 24 * 60 * 60 * 1000;

/// What the canary knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Canary {
    /// How many customer files were stored, those taken back included: a number that never falls.
    pub customers: usize,
    /// The schema they were written in.
    pub schema: u16,
    /// What is not in a file of the person's own.
    pub backup: Backup,
}

/// How far the last file that the person holds is behind. Several tabs may count a few changes too
/// few; nothing else depends on it. Times in milliseconds since 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// When it was made; 0 when never.
    pub made_at: u64,
    /// How many operations were saved since.
    pub changes: u32,
    /// When the first of them was saved.
    since: u64,
    /// Until when the person does not want to hear of it.
    quiet_until: u64,
}

impl Backup {
    /// Whether it is time for another.
    pub fn is_due(&self, now_ms: u64) -> bool {
        let is_old = self.changes > 0 && now_ms.saturating_sub(self.since) >= AGE_MAX_MS;
        (self.changes >= CHANGES_MAX || is_old) && now_ms >= self.quiet_until
    }
}

shape! {
    Canary;
    "customers" => customers,
    "schema" => schema,
    "backup" => backup.made_at,
    "changes" => backup.changes,
    "since" => backup.since,
    "quiet" => backup.quiet_until,
}

impl Canary {
    /// Reads the text; what is unreadable says nothing.
    pub fn read(text: &str) -> Option<Self> {
        let mut canary = Self::default();
        object(text, &mut canary).ok().map(|()| canary)
    }

    fn text(self) -> String {
        let mut text = String::new();
        written_shape(&self, &mut text);
        text
    }
}

impl Book {
    /// How far the last backup is behind.
    pub fn backup_state(&self) -> Backup {
        self.told().backup
    }

    /// Notes that the person was handed a file with everything in it.
    pub fn note_backup(&self, now_ms: u64) {
        self.teach(|canary| canary.backup = Backup { made_at: now_ms, ..Backup::default() });
    }

    /// Says nothing about a backup for a day.
    pub fn put_backup_off(&self, now_ms: u64) {
        self.teach(|canary| canary.backup.quiet_until = now_ms.saturating_add(QUIET_MS));
    }

    /// Notes that an operation was saved.
    pub fn note_change(&self, now_ms: u64) {
        self.teach(|canary| {
            let backup = &mut canary.backup;
            if backup.changes == 0 {
                backup.since = now_ms;
            }
            backup.changes = backup.changes.saturating_add(1);
        });
    }

    /// Stops reporting customers as missing that the canary still knows of.
    pub fn accept_missing(&self) {
        let stored = self.ledger.borrow().known.stored();
        self.teach(|canary| canary.customers = stored);
    }

    /// What the canary says.
    pub(super) fn told(&self) -> Canary {
        self.journal.canary().and_then(|text| Canary::read(&text)).unwrap_or_default()
    }

    /// The canary never falls by itself: a database that was wiped must not be forgotten.
    pub(super) fn raise_canary(&self) {
        let stored = self.ledger.borrow().known.stored();
        if stored > self.told().customers {
            self.teach(|canary| canary.customers = stored);
        }
    }

    fn teach(&self, what: impl FnOnce(&mut Canary)) {
        let mut canary = Canary { schema: SCHEMA, ..self.told() };
        what(&mut canary);
        self.journal.set_canary(Some(&canary.text()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_800_000_000_000;

    #[test]
    fn a_reminder_comes_after_fifty_changes_or_seven_days() {
        let (book, _) = Book::in_memory(1, 2);
        assert!(!book.backup_state().is_due(NOW));
        book.note_change(NOW);
        assert!(!book.backup_state().is_due(NOW + AGE_MAX_MS - 1));
        assert!(book.backup_state().is_due(NOW + AGE_MAX_MS));
        (0..CHANGES_MAX - 2).for_each(|_| book.note_change(NOW));
        assert!(!book.backup_state().is_due(NOW));
        book.note_change(NOW);
        assert!(book.backup_state().is_due(NOW));
        book.put_backup_off(NOW);
        assert!(!book.backup_state().is_due(NOW + QUIET_MS - 1));
        assert!(book.backup_state().is_due(NOW + QUIET_MS));
        book.note_backup(NOW);
        assert!(!book.backup_state().is_due(NOW + 10 * AGE_MAX_MS));
        assert_eq!(book.backup_state(), Backup { made_at: NOW, ..Backup::default() });
    }

    #[test]
    fn a_canary_of_the_first_version_is_understood() {
        let first = Canary::read(r#"{"customers":7,"schema":1}"#).unwrap();
        assert_eq!((first.customers, first.backup), (7, Backup::default()));
    }
}
