//! The plan of an import: what is new, what is there already, and what happens to either.

use std::collections::HashSet;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    domain::{CustomerId, Details, Lookup, Workspace, fold},
    exchange::{
        columns::{Program, Target},
        rows::{ImportRow, Remedy, RowIssue, RowProblem},
    },
};

/// What an import will do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportPlan {
    /// Every row of the list, in the order of the file.
    pub rows: Vec<PlannedRow>,
}

/// A row and what happens to it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedRow {
    /// The row.
    pub row: ImportRow,
    /// Who it may be already.
    pub duplicate: Option<Duplicate>,
    /// What happens; a row that is skipped for a reason of its own is skipped whatever stands here.
    pub decision: Decision,
}

/// Who a row may be already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duplicate {
    /// A customer of the workspace.
    Known(CustomerId),
    /// A row further up in the list.
    Above {
        /// The line that row begins on.
        line: usize,
    },
}

/// What happens to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It becomes a new customer.
    New,
    /// It fills the empty fields of a customer that is there.
    Fill(CustomerId),
    /// Nothing.
    Skip,
}

/// How many rows the plan has of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New customers.
    pub new: usize,
    /// Customers that are filled.
    pub fill: usize,
    /// Rows skipped by decision.
    pub skip: usize,
    /// Rows that hold no customer.
    pub unusable: usize,
    /// Rows that may be someone already.
    pub duplicates: usize,
    /// Problems of all rows.
    pub problems: usize,
}

impl ImportPlan {
    /// The plan for the rows of a list. A row that may be a customer of the workspace is skipped
    /// unless the person wants it otherwise; customers in the trash do not count. A row that repeats
    /// one further up is skipped when it names nobody else, except in Rapport's own lists, where
    /// every row was a customer of its own.
    pub fn new(
        rows: Vec<ImportRow>,
        program: Program,
        workspace: &Workspace,
        today: NaiveDate,
    ) -> Self {
        let mut planner = Planner::new(program, workspace);
        let mut plan =
            Self { rows: rows.into_iter().map(|row| planner.plan(row, today)).collect() };
        plan.note_unknown_referrers(workspace);
        plan
    }

    /// Decides for one row.
    pub fn decide(&mut self, row: usize, decision: Decision) {
        if let Some(planned) = self.rows.get_mut(row) {
            planned.decision = decision;
        }
    }

    /// Decides at once for every row that may be a customer of the workspace.
    pub fn decide_known(&mut self, decision: impl Fn(CustomerId) -> Decision) {
        for planned in &mut self.rows {
            if let Some(Duplicate::Known(id)) = planned.duplicate {
                planned.decision = decision(id);
            }
        }
    }

    /// How many rows there are of each kind.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for planned in &self.rows {
            counts.problems += planned.row.problems.len();
            counts.duplicates += usize::from(planned.duplicate.is_some());
            match (planned.row.skipped, planned.decision) {
                (Some(_), _) => counts.unusable += 1,
                (None, Decision::New) => counts.new += 1,
                (None, Decision::Fill(_)) => counts.fill += 1,
                (None, Decision::Skip) => counts.skip += 1,
            }
        }
        counts
    }

    fn note_unknown_referrers(&mut self, workspace: &Workspace) {
        let there = workspace.in_order().map(|card| fold(&card.customer.details.name));
        let coming = self.rows.iter().map(|planned| fold(planned.row.draft.name.trim()));
        let names: HashSet<String> = there.chain(coming).collect();
        for planned in &mut self.rows {
            let row = &mut planned.row;
            if let Some(who) =
                row.referred_by.as_ref().filter(|who| !names.contains(&fold(&who.name)))
            {
                row.problems.push(RowProblem {
                    line: row.line,
                    column: who.column,
                    target: Target::ReferredBy,
                    text: who.name.clone(),
                    issue: RowIssue::UnknownReferrer,
                    remedy: Remedy::MovedToNotes,
                });
            }
        }
    }
}

/// Compares rows with the workspace and with each other.
struct Planner {
    program: Program,
    known: Lookup,
    above: Lookup,
    /// The rows in `above`, by the number of their stand-in id.
    rows: Vec<Above>,
}

/// A row further up: where it is, and whom it names.
struct Above {
    line: usize,
    name: String,
    people: HashSet<String>,
}

impl Above {
    fn of(line: usize, details: &Details) -> Self {
        let people = details.people.iter().map(|person| fold(&person.name)).collect();
        Self { line, name: fold(&details.name), people }
    }

    /// Whether a row names nobody else.
    fn is_repeated_by(&self, row: &Self) -> bool {
        self.name == row.name && row.people.is_subset(&self.people)
    }
}

impl Planner {
    fn new(program: Program, workspace: &Workspace) -> Self {
        let mut known = Lookup::default();
        for card in workspace.in_order().filter(|card| !card.customer.is_trashed()) {
            known.add_details(card.customer.id, &card.customer.details);
        }
        Self { program, known, above: Lookup::default(), rows: Vec::new() }
    }

    fn plan(&mut self, row: ImportRow, today: NaiveDate) -> PlannedRow {
        let checked = row.draft.check(today).ok().filter(|_| row.skipped.is_none());
        let Some((details, _)) = checked else {
            return PlannedRow { row, duplicate: None, decision: Decision::Skip };
        };
        let named = Above::of(row.line, &details);
        let (duplicate, decision) = match (self.known.find(&details), self.row_above(&details)) {
            (Some(id), _) => (Some(Duplicate::Known(id)), Decision::Skip),
            (None, Some(above)) => {
                let repeats = self.program != Program::Rapport && above.is_repeated_by(&named);
                let decision = if repeats { Decision::Skip } else { Decision::New };
                (Some(Duplicate::Above { line: above.line }), decision)
            }
            (None, None) => (None, Decision::New),
        };
        self.above.add_details(CustomerId(Uuid::from_u128(self.rows.len() as u128)), &details);
        self.rows.push(named);
        PlannedRow { row, duplicate, decision }
    }

    fn row_above(&self, details: &Details) -> Option<&Above> {
        let CustomerId(number) = self.above.find(details)?;
        self.rows.get(usize::try_from(number.as_u128()).ok()?)
    }
}
