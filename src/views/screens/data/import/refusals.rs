//! Why a file was not read: where, and what to do about it.

use crate::{
    exchange::{FileKind, ReadProblem},
    platform::files::ReadError,
    views::wording::Language,
};

/// The browser's own refusal.
pub fn read_error(t: Language, error: &ReadError) -> String {
    match error {
        ReadError::TooLarge { bytes, limit } => too_large(t, *bytes as usize, *limit as usize),
        ReadError::Unreadable => t.import_read_unreadable().to_owned(),
    }
}

/// Why the bytes are no list.
pub fn read_problem(t: Language, problem: ReadProblem) -> String {
    match problem {
        ReadProblem::Empty => t.import_read_empty().to_owned(),
        ReadProblem::TooLarge { bytes, limit } => too_large(t, bytes, limit),
        ReadProblem::NotAList(kind) => not_a_list(t, kind).to_owned(),
        ReadProblem::TooManyRows { limit } => t.import_read_too_many_rows(&t.number(limit)),
        ReadProblem::TooManyColumns { line, limit } => {
            t.import_read_too_many_columns(&t.number(limit), &t.number(line))
        }
        ReadProblem::TooManyCells { limit } => t.import_read_too_many_cells(&t.number(limit)),
        ReadProblem::UnclosedQuote { line } => t.import_read_unclosed_quote(&t.number(line)),
        ReadProblem::NoHeader { line } => t.import_read_no_header(&t.number(line)),
        ReadProblem::NoRows => t.import_read_no_rows().to_owned(),
    }
}

fn too_large(t: Language, bytes: usize, limit: usize) -> String {
    let megabytes = |bytes: usize| t.number(bytes.div_ceil(1024 * 1024));
    t.import_read_too_large(&megabytes(bytes), &megabytes(limit))
}

fn not_a_list(t: Language, kind: FileKind) -> &'static str {
    match kind {
        FileKind::Archive => t.import_read_archive(),
        FileKind::OldWorkbook => t.import_read_old_workbook(),
        FileKind::Pdf => t.import_read_pdf(),
        FileKind::Picture => t.import_read_picture(),
        FileKind::VCard => t.import_read_vcard(),
        FileKind::Calendar => t.import_read_calendar(),
        FileKind::Json => t.import_read_json(),
        FileKind::Markup => t.import_read_markup(),
        FileKind::Binary => t.import_read_binary(),
    }
}
