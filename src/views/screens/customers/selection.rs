//! The ticked rows. What is ticked but no longer shown does not count.

use std::{collections::HashSet, sync::Arc};

use leptos::prelude::*;

use crate::domain::CustomerId;

/// The ticked customers of the table.
#[derive(Clone, Copy)]
pub struct Selection {
    ticked: RwSignal<HashSet<CustomerId>>,
    anchor: StoredValue<Option<CustomerId>>,
    shown: Memo<Arc<Vec<CustomerId>>>,
    /// The ticked ones among those shown, in their order.
    pub chosen: Memo<Vec<CustomerId>>,
}

impl Selection {
    /// Nothing ticked yet.
    pub fn among(shown: Memo<Arc<Vec<CustomerId>>>) -> Self {
        let ticked = RwSignal::new(HashSet::new());
        let chosen = Memo::new(move |_| {
            ticked.with(|ticked: &HashSet<CustomerId>| {
                if ticked.is_empty() {
                    return Vec::new();
                }
                shown.with(|ids| ids.iter().filter(|id| ticked.contains(id)).copied().collect())
            })
        });
        Self { ticked, anchor: StoredValue::new(None), shown, chosen }
    }

    /// Whether a row is ticked.
    pub fn holds(&self, id: CustomerId) -> bool {
        self.ticked.with(|ticked| ticked.contains(&id))
    }

    /// Whether all that is shown is ticked.
    pub fn is_all(&self) -> bool {
        let count = self.chosen.with(Vec::len);
        count > 0 && count == self.shown.with(|ids| ids.len())
    }

    /// Whether something is ticked, but not all.
    pub fn is_part(&self) -> bool {
        self.chosen.with(|chosen| !chosen.is_empty()) && !self.is_all()
    }

    /// Ticks a row or takes the tick away; `through` does so for all rows since the last one.
    pub fn tick(&self, id: CustomerId, on: bool, through: Option<Through>) {
        let rows = match (through, self.anchor.get_value()) {
            (Some(Through), Some(anchor)) => self.between(anchor, id),
            _ => vec![id],
        };
        self.anchor.set_value(Some(id));
        self.ticked.update(|ticked| {
            for id in rows {
                if on {
                    ticked.insert(id);
                } else {
                    ticked.remove(&id);
                }
            }
        });
    }

    /// Ticks everything that is shown.
    pub fn tick_all(&self) {
        let all = self.shown.with_untracked(|ids| ids.iter().copied().collect());
        self.ticked.set(all);
    }

    /// Takes every tick away.
    pub fn clear(&self) {
        self.anchor.set_value(None);
        self.ticked.set(HashSet::new());
    }

    fn between(&self, a: CustomerId, b: CustomerId) -> Vec<CustomerId> {
        self.shown.with_untracked(|ids| {
            let place = |id| ids.iter().position(|here| *here == id);
            let (Some(a), Some(b)) = (place(a), place(b)) else { return vec![b] };
            ids.iter().skip(a.min(b)).take(a.abs_diff(b) + 1).copied().collect()
        })
    }
}

/// The person held Shift: every row from the last one to this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Through;
