//! What stands in the places of a sheet, as canonical text: days as ISO 8601, money in minor units,
//! choices by their key. The one shape between forms, records and storage.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::{Blank, Input, Slot, Value};
use crate::domain::problem::{Check, Field, Issue, Problems};

/// Canonical text by place; a place that is missing is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(pub BTreeMap<Slot, String>);

impl Facts {
    /// What stands in a place; empty when nothing does.
    pub fn get(&self, slot: Slot) -> &str {
        self.0.get(&slot).map_or("", String::as_str)
    }

    /// Writes a text into a place; an empty one clears it.
    pub fn set(&mut self, slot: Slot, text: impl Into<String>) {
        let text = text.into();
        if text.is_empty() {
            self.0.remove(&slot);
        } else {
            self.0.insert(slot, text);
        }
    }

    pub(in crate::domain) fn put(&mut self, slot: Slot, value: &impl Value) {
        self.set(slot, value.write());
    }

    pub(in crate::domain) fn take<T: Value>(&self, slot: Slot) -> Option<T> {
        T::read(self.get(slot))
    }

    /// As a form shows them: money with this decimal mark.
    pub fn shown(&self, blanks: &[Blank], decimal_mark: char) -> Self {
        let mut shown = self.clone();
        for blank in blanks.iter().filter(|blank| blank.input == Input::Money) {
            if let Some(amount) = self.take::<Option<crate::domain::Amount>>(blank.slot).flatten() {
                shown.set(blank.slot, amount.plain(decimal_mark));
            }
        }
        shown
    }

    /// The canonical facts of a filled form, or every problem of it at once.
    pub fn check(&self, blanks: &[Blank], now: NaiveDateTime) -> Result<Self, Problems> {
        let mut check = Check::default();
        let facts = self.read(blanks, now, &mut check);
        check.finish(facts)
    }

    pub(in crate::domain) fn read(
        &self,
        blanks: &[Blank],
        now: NaiveDateTime,
        check: &mut Check,
    ) -> Self {
        let mut facts = Self::default();
        for blank in blanks {
            match blank.input.canonical(self.get(blank.slot), now) {
                Ok(text) if text.is_empty() && blank.must => {
                    check.note(Field::Slot(blank.slot), Issue::Missing);
                }
                Ok(text) => facts.set(blank.slot, text),
                Err(issue) => check.note(Field::Slot(blank.slot), issue),
            }
        }
        facts
    }
}
