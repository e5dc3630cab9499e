//! What a row of a list becomes, and what is wrong with it.

use crate::{
    domain::{CustomerDraft, Issue, Standing},
    exchange::columns::Target,
};

/// A customer of a list, before anything is done with it.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportRow {
    /// The line the row begins on, from 1.
    pub line: usize,
    /// The form, filled. Unless the row is skipped it has no problems.
    pub draft: CustomerDraft,
    /// Who recommended this customer.
    pub referred_by: Option<Referrer>,
    /// On the board or off it.
    pub standing: Standing,
    /// The lines of further rows with people of the same firm; they are in this draft.
    pub gathered: Vec<usize>,
    /// What could not be taken as it was, and what happens to it.
    pub problems: Vec<RowProblem>,
    /// Why there is no customer in this row.
    pub skipped: Option<SkipReason>,
}

/// A customer who recommended another, by name as a list has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referrer {
    /// The name.
    pub name: String,
    /// The column it stands in, from 0.
    pub column: usize,
    /// What to call the column.
    pub label: String,
}

/// Why a row is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// It names nobody: no person, no firm, no e-mail address, no web site.
    NoName,
    /// It cannot be made valid.
    Unreadable,
}

/// One problem of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// The line, which may be that of a gathered row.
    pub line: usize,
    /// The column, from 0; [`Table::label`](crate::exchange::Table::label) names it.
    pub column: usize,
    /// What the column stands for.
    pub target: Target,
    /// The beginning of the text that the problem is with.
    pub text: String,
    /// What is wrong.
    pub issue: RowIssue,
    /// What happens.
    pub remedy: Remedy,
}

/// What is wrong with a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowIssue {
    /// The form does not take it.
    Refused(Issue),
    /// A word that is none of the choices.
    UnknownWord,
    /// A telephone number that a spreadsheet turned into a figure (`4,91512E+11`).
    DamagedPhone,
    /// A German postal code that lost its leading zero in a spreadsheet.
    LostZero,
    /// A postal code of four digits among others of five, and no country to tell why.
    MaybeLostZero,
    /// Not what the row of the same firm above says.
    Differs,
    /// No customer, here or in the list, has this name.
    UnknownReferrer,
}

/// What happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// It goes to the notes, with the name of its column.
    MovedToNotes,
    /// The field keeps what fits; the whole goes to the notes.
    Shortened,
    /// What does not fit into the notes any more is cut off.
    CutOff,
    /// It is put right.
    Mended,
    /// It is taken as it is.
    Kept,
}
