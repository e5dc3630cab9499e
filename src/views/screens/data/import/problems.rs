//! What is wrong with a cell of a list, as a sentence: where, what, and what happens.

use super::{mapping::shortened, targets::word_of};
use crate::{
    domain::Issue,
    exchange::{Remedy, RowIssue, RowProblem, Table},
    views::wording::Language,
};

/// Characters of the cell that are quoted.
const QUOTED: usize = 60;

/// The whole sentence.
pub fn sentence(t: Language, table: Option<&Table>, problem: &RowProblem) -> String {
    let column = table.map(|table| table.label(problem.column).into_owned()).unwrap_or_default();
    let line = t.number(problem.line);
    t.import_problem_line(&column, &line, then(t, problem.remedy), &what(t, problem))
}

fn what(t: Language, problem: &RowProblem) -> String {
    let text = shortened(&problem.text, QUOTED);
    match problem.issue {
        RowIssue::Refused(issue) => refused(t, issue, &text),
        RowIssue::UnknownWord => t.import_what_unknown_word(&word_of(t, problem.target), &text),
        RowIssue::DamagedPhone => t.import_what_damaged_phone(&text),
        RowIssue::LostZero => t.import_what_lost_zero(&text),
        RowIssue::MaybeLostZero => t.import_what_maybe_lost_zero(&text),
        RowIssue::Differs => t.import_what_differs(&text),
        RowIssue::UnknownReferrer => t.import_what_unknown_referrer(&text),
    }
}

fn refused(t: Language, issue: Issue, text: &str) -> String {
    match issue {
        Issue::Missing => t.import_what_missing().to_owned(),
        Issue::TooFew(least) => t.problem_too_few(&t.number(least)),
        Issue::TooLong(max) => t.import_what_too_long(&t.number(max)),
        Issue::TooMany(max) => t.import_what_too_many(&t.number(max)),
        Issue::NotAnEmail => t.import_what_not_an_email(text),
        Issue::NotAPhone => t.import_what_not_a_phone(text),
        Issue::NotAWebAddress => t.import_what_not_a_web_address(text),
        Issue::NotAnAmount => t.import_what_not_an_amount(text),
        Issue::NotACount(max) => t.import_what_not_a_count(&t.number(max as usize), text),
        Issue::NotADay => t.import_what_not_a_day(text),
        Issue::InTheFuture => t.import_what_in_the_future(text),
        Issue::NeedsEvidence => t.import_what_needs_evidence(text),
        // No column of a list holds a plain number or an order of days.
        Issue::NotANumber => t.problem_not_a_number().to_owned(),
        Issue::BeforeEarlier => t.problem_before_earlier().to_owned(),
    }
}

fn then(t: Language, remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::MovedToNotes => t.import_then_moved_to_notes(),
        Remedy::Shortened => t.import_then_shortened(),
        Remedy::CutOff => t.import_then_cut_off(),
        Remedy::Mended => t.import_then_mended(),
        Remedy::Kept => t.import_then_kept(),
    }
}
