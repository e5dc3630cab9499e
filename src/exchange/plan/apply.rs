//! Carries a plan out: all of it, or nothing.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{
    fill::{fill_details, fill_profile},
    planned::{Decision, ImportPlan},
};
use crate::{
    domain::{
        Customer, CustomerId, Details, NOTE_MAX, NewIds, Profile, Rank, Refusal, Workspace, fold,
    },
    exchange::rows::{ImportRow, Referrer},
};

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportResult {
    /// The new customers, in the order of the file.
    pub added: Vec<CustomerId>,
    /// The customers that were filled; one that had nothing empty is not among them.
    pub filled: Vec<CustomerId>,
    /// How many rows were left out.
    pub skipped: usize,
}

/// Carries a plan out on a workspace, as one step. New customers stand in every column above those
/// that were there, in the order of the file.
///
/// # Errors
/// A customer that was to be filled is not there any more; then nothing is changed.
pub fn apply(
    workspace: &mut Workspace,
    plan: &ImportPlan,
    today: NaiveDate,
    ids: &mut dyn NewIds,
) -> Result<ImportResult, Refusal> {
    let mut changed = workspace.clone();
    let steps = steps(plan, today, ids);
    let names = Names::of(workspace, &steps);
    let mut ranks = spread(&workspace.top(), steps.iter().filter(|step| step.is_new).count());
    let mut result = ImportResult { skipped: plan.rows.len() - steps.len(), ..Default::default() };
    for mut step in steps {
        names.refer(&mut step);
        if step.is_new {
            let rank = ranks.next().unwrap_or_default();
            result.added.push(step.id);
            changed.put(step.into_customer(rank, today, ids));
        } else if fill(&mut changed, &step, today, ids)? {
            result.filled.push(step.id);
        }
    }
    *workspace = changed;
    Ok(result)
}

/// A row that is taken.
struct Step<'p> {
    row: &'p ImportRow,
    id: CustomerId,
    is_new: bool,
    details: Details,
    profile: Profile,
}

fn steps<'p>(plan: &'p ImportPlan, today: NaiveDate, ids: &mut dyn NewIds) -> Vec<Step<'p>> {
    let mut steps = Vec::new();
    for planned in plan.rows.iter().filter(|planned| planned.row.skipped.is_none()) {
        let (id, is_new) = match planned.decision {
            Decision::New => (None, true),
            Decision::Fill(id) => (Some(id), false),
            Decision::Skip => continue,
        };
        if let Ok((details, profile)) = planned.row.draft.check(today) {
            let id = id.unwrap_or_else(|| CustomerId(ids.next()));
            steps.push(Step { row: &planned.row, id, is_new, details, profile });
        }
    }
    steps
}

impl Step<'_> {
    fn into_customer(self, rank: Rank, today: NaiveDate, ids: &mut dyn NewIds) -> Customer {
        let mut customer = Customer::new(self.id, self.details, self.profile, today, ids);
        customer.standing = self.row.standing;
        customer.rank = rank;
        customer
    }
}

/// Whether there was something to fill.
fn fill(
    workspace: &mut Workspace,
    step: &Step,
    today: NaiveDate,
    ids: &mut dyn NewIds,
) -> Result<bool, Refusal> {
    let customer = workspace.customer(step.id).ok_or(Refusal::UnknownCustomer)?;
    let (mut details, mut profile) = (customer.details.clone(), customer.profile.clone());
    fill_details(&mut details, &step.details);
    if details.referred_by == Some(step.id) {
        details.referred_by = None;
    }
    fill_profile(&mut profile, &step.profile);
    if (&details, &profile) == (&customer.details, &customer.profile) {
        return Ok(false);
    }
    workspace.edit_customer(step.id, details, profile, today, ids)?;
    Ok(true)
}

/// Customers by name, to find those who recommended others.
struct Names(HashMap<String, CustomerId>);

impl Names {
    /// Those of the list count before those of the workspace, the upper before the lower.
    fn of(workspace: &Workspace, steps: &[Step]) -> Self {
        let mut names = HashMap::new();
        for step in steps {
            names.entry(fold(&step.details.name)).or_insert(step.id);
        }
        for card in workspace.in_order() {
            names.entry(fold(&card.customer.details.name)).or_insert(card.customer.id);
        }
        Self(names)
    }

    /// Finds who recommended a customer; a name that nobody has goes to the notes.
    fn refer(&self, step: &mut Step) {
        let Some(Referrer { name, label, .. }) = &step.row.referred_by else { return };
        match self.0.get(&fold(name)) {
            Some(id) => step.details.referred_by = Some(*id).filter(|id| *id != step.id),
            None => {
                let line = format!("{label}: {name}");
                let notes = &mut step.details.notes;
                if notes.chars().count() + line.chars().count() < NOTE_MAX {
                    *notes = if notes.is_empty() { line } else { format!("{notes}\n{line}") };
                }
            }
        }
    }
}

/// So many ranks above a place, in their order. Each lies between two others, so that they stay
/// short however many there are.
fn spread(top: &Rank, count: usize) -> impl Iterator<Item = Rank> + use<> {
    let mut ranks = Vec::with_capacity(count);
    between(None, Some(top), count, &mut ranks);
    ranks.into_iter()
}

fn between(low: Option<&Rank>, high: Option<&Rank>, count: usize, ranks: &mut Vec<Rank>) {
    if count == 0 {
        return;
    }
    let middle = Rank::between(low, high);
    let below = (count - 1) / 2;
    between(low, Some(&middle), below, ranks);
    ranks.push(middle.clone());
    between(Some(&middle), high, count - 1 - below, ranks);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_ranks_stay_in_order_and_short() {
        let top = Rank::default();
        let ranks: Vec<Rank> = spread(&top, 200_000).collect();
        assert!(ranks.is_sorted_by(|one, other| one < other));
        assert!(ranks.last().is_some_and(|last| *last < top));
        let longest = ranks.iter().map(|rank| rank.to_string().len()).max();
        assert!(longest < Some(64), "{longest:?}");
    }
}
