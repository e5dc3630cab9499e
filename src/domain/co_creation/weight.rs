//! How much the customers behind an idea weigh together. Always beside the plain count, never in
//! its place; every part can be switched off and is explained on the screen.

use std::collections::HashMap;

use crate::domain::{Amount, Customer, CustomerId, IdeaId, Phase, View, Workspace};

/// What makes a customer weigh more than one. Each part adds one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Bound, developing or cared for: past the first deal.
    pub phase: bool,
    /// Worth more than half of the customers whose worth is known.
    pub value: bool,
    /// The effective view is a relationship (R1).
    pub view: bool,
}

impl Default for Parts {
    fn default() -> Self {
        Self { phase: true, value: true, view: true }
    }
}

/// The weight of every customer and every idea of a workspace.
#[derive(Clone, Debug)]
pub struct Weights {
    parts: Parts,
    of: Workspace,
    middle: Option<Amount>,
    customers: HashMap<CustomerId, usize>,
    ideas: HashMap<IdeaId, usize>,
}

impl Weights {
    /// Of a workspace.
    pub fn of(workspace: &Workspace, parts: Parts) -> Self {
        let mut weights = Self {
            parts,
            of: workspace.clone(),
            middle: middle(workspace),
            customers: HashMap::new(),
            ideas: HashMap::new(),
        };
        for card in workspace.in_order() {
            weights.weigh(&card.customer);
        }
        for card in workspace.ideas() {
            weights.sum(workspace, card.idea.id);
        }
        weights
    }

    /// The same for a later workspace, in the time of the difference.
    #[must_use]
    pub fn turned(mut self, workspace: &Workspace, parts: Parts) -> Self {
        let customers = workspace.changed_since(&self.of);
        let worth = |workspace: &Workspace, id| {
            let worth = workspace.customer(id).and_then(|customer| customer.details.worth);
            worth.map(|worth| worth.amount)
        };
        let worths = customers.iter().any(|id| worth(&self.of, *id) != worth(workspace, *id));
        if parts != self.parts || worths && middle(workspace) != self.middle {
            return Self::of(workspace, parts);
        }
        let mut ideas = workspace.ideas_changed_since(&self.of);
        for id in customers {
            let before = self.customers.get(&id).copied();
            match workspace.customer(id) {
                Some(customer) => self.weigh(customer),
                None => _ = self.customers.remove(&id),
            }
            if before != self.customers.get(&id).copied() {
                ideas.extend(workspace.ideas_of(id).map(|card| card.idea.id));
            }
        }
        for id in ideas {
            self.sum(workspace, id);
        }
        self.of = workspace.clone();
        self
    }

    /// What the customers behind an idea weigh together.
    pub fn of_idea(&self, id: IdeaId) -> usize {
        self.ideas.get(&id).copied().unwrap_or_default()
    }

    /// What one customer weighs: one, and one for each part that holds.
    pub fn of_customer(&self, id: CustomerId) -> usize {
        self.customers.get(&id).copied().unwrap_or(1)
    }

    /// The parts that hold for one customer.
    pub fn holding(&self, customer: &Customer) -> Parts {
        let bound = matches!(customer.profile.phase, Phase::Bind | Phase::Develop | Phase::Care);
        let above = customer.details.worth.is_some_and(|worth| Some(worth.amount) > self.middle);
        Parts {
            phase: self.parts.phase && bound,
            value: self.parts.value && above,
            view: self.parts.view && customer.profile.effective_view() == View::Relation,
        }
    }

    fn weigh(&mut self, customer: &Customer) {
        let Parts { phase, value, view } = self.holding(customer);
        let weight = 1 + usize::from(phase) + usize::from(value) + usize::from(view);
        self.customers.insert(customer.id, weight);
    }

    fn sum(&mut self, workspace: &Workspace, id: IdeaId) {
        let sum = workspace
            .idea(id)
            .map(|idea| idea.voices.keys().map(|customer| self.of_customer(*customer)).sum());
        match sum {
            Some(sum) => _ = self.ideas.insert(id, sum),
            None => _ = self.ideas.remove(&id),
        }
    }
}

/// What half of the customers with a known worth are worth at most.
fn middle(workspace: &Workspace) -> Option<Amount> {
    let worths = workspace.in_order().filter_map(|card| card.customer.details.worth);
    let mut worths: Vec<_> = worths.map(|worth| worth.amount).collect();
    let at = worths.len().checked_sub(1)? / 2;
    Some(*worths.select_nth_unstable(at).1)
}
