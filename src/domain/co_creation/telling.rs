//! Whether those behind the ideas know what came of them (C31, R17).

use std::sync::Arc;

use super::idea_card::IdeaCard;
use crate::domain::{CustomerId, Workspace};

/// How many know, and who does not yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldBack {
    /// Customers told of the last change of an idea they are behind.
    pub told: usize,
    /// Ideas with customers who are still to be told, and those customers.
    pub open: Vec<(Arc<IdeaCard>, Vec<CustomerId>)>,
}

impl ToldBack {
    /// How many are still to be told.
    pub fn open_count(&self) -> usize {
        self.open.iter().map(|(_, customers)| customers.len()).sum()
    }

    /// How many of those to be told know, from 0 to 100; none while nobody is to be told.
    pub fn percent(&self) -> Option<usize> {
        (self.told * 100).checked_div(self.told + self.open_count())
    }
}

/// The told-back rate over every idea that counts. Nobody is told who is gone.
pub fn told_back(workspace: &Workspace) -> ToldBack {
    let is_here = |id: &CustomerId| workspace.customer(*id).is_some_and(|c| !c.is_trashed());
    let mut rate = ToldBack::default();
    for card in workspace.ideas().filter(|card| card.idea.counts()) {
        rate.told += card.idea.told_count();
        let open: Vec<_> = card.untold.iter().copied().filter(is_here).collect();
        if !open.is_empty() {
            rate.open.push((Arc::clone(card), open));
        }
    }
    rate
}
