//! A row on its way to a customer: the form as far as it is filled, where each value came from, and
//! what is left over for the notes.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    address,
    cells::{Layout, Place, Value},
    emails, facts, identity, notes, phones,
    row::{Remedy, RowIssue, RowProblem},
};
use crate::{
    domain::{CustomerDraft, Field, Standing},
    exchange::columns::Target,
};

/// How much of a text a problem quotes.
const QUOTE_MAX: usize = 80;

/// A row being read.
pub(super) struct RowDraft {
    /// The row of the table.
    pub at: usize,
    /// The line it begins on.
    pub line: usize,
    pub draft: CustomerDraft,
    /// The human of the row, where the customer is the firm.
    pub human: Option<usize>,
    /// Whether a column names the firm.
    pub has_firm: bool,
    pub referred_by: Option<(Place, String)>,
    pub standing: Standing,
    pub gathered: Vec<usize>,
    /// What the list's own notes say.
    pub notes: Vec<String>,
    /// What goes to the notes with the name of its column.
    pub leftovers: Vec<Leftover>,
    pub problems: Vec<RowProblem>,
    pub places: BTreeMap<Field, Place>,
    /// Where each choice came from that the row makes.
    pub choices: BTreeMap<Target, Place>,
}

/// A value for the notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leftover {
    pub place: Place,
    /// Of which human of a gathered firm it tells; empty where that is plain.
    pub whom: String,
    pub text: String,
}

/// Reads a row.
pub(super) fn assemble(layout: &Layout, row: usize, today: NaiveDate) -> RowDraft {
    let mut draft = RowDraft::new(row, layout.table.line(row));
    identity::read(&mut draft, layout, row);
    emails::read(&mut draft, layout, row);
    phones::read(&mut draft, layout, row);
    address::read(&mut draft, layout, row);
    facts::read(&mut draft, layout, row, today);
    notes::read(&mut draft, layout, row);
    identity::name_after_addresses(&mut draft, layout);
    draft
}

impl RowDraft {
    fn new(at: usize, line: usize) -> Self {
        Self {
            at,
            line,
            draft: CustomerDraft::default(),
            human: None,
            has_firm: false,
            referred_by: None,
            standing: Standing::Active,
            gathered: Vec::new(),
            notes: Vec::new(),
            leftovers: Vec::new(),
            problems: Vec::new(),
            places: BTreeMap::new(),
            choices: BTreeMap::new(),
        }
    }

    /// Remembers where the value of a field came from, and hands on its text.
    pub fn fill(&mut self, field: Field, value: Value) -> String {
        self.places.entry(field).or_insert(value.place);
        value.text.into_owned()
    }

    /// Keeps a value for the notes.
    pub fn leave(&mut self, place: Place, text: impl Into<String>) {
        let leftover = Leftover { place, whom: String::new(), text: text.into() };
        if !self.leftovers.contains(&leftover) {
            self.leftovers.push(leftover);
        }
    }

    /// Keeps a value for the notes and says why.
    pub fn refuse(&mut self, layout: &Layout, place: Place, text: &str, issue: RowIssue) {
        self.leave(place, text);
        self.note(layout, place, text, issue, Remedy::MovedToNotes);
    }

    /// Notes a problem once.
    pub fn note(
        &mut self,
        layout: &Layout,
        place: Place,
        text: &str,
        issue: RowIssue,
        remedy: Remedy,
    ) {
        let problem = RowProblem {
            line: layout.table.line(place.row),
            column: place.column,
            target: layout.target(place.column),
            text: text.chars().take(QUOTE_MAX).collect(),
            issue,
            remedy,
        };
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}
