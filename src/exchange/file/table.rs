//! A list as a table: headings, cells, and where each row stands in the file.

use std::borrow::Cow;

use super::{delimiter::Delimiter, encoding::Encoding, problem::ReadProblem, records::Records};
use crate::exchange::{
    columns::{Program, known_headings, looks_like_email},
    guard::without_guard,
};

/// How far down a header may stand, below titles and remarks.
const HEADER_SEARCH: usize = 10;

/// A list that was read.
#[derive(Clone, Debug)]
pub struct Table {
    records: Records,
    headings: Vec<String>,
    header: usize,
    program: Program,
    encoding: Encoding,
    damaged: usize,
    delimiter: Delimiter,
    ragged: Vec<Ragged>,
}

/// A row with fewer cells than the header, or with more that are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ragged {
    /// The line the row begins on.
    pub line: usize,
    /// How many cells the header has.
    pub expected: usize,
    /// How many the row has.
    pub found: usize,
}

impl Table {
    pub(super) fn of(
        records: Records,
        encoding: Encoding,
        damaged: usize,
        delimiter: Delimiter,
    ) -> Result<Self, ReadProblem> {
        if records.len() == 0 {
            return Err(ReadProblem::Empty);
        }
        let header = header_of(&records);
        let cells = || (0..records.width(header)).map(|at| records.cell(header, at).trim());
        if known_headings(cells()) == 0 && cells().any(looks_like_email) {
            return Err(ReadProblem::NoHeader { line: records.line(header) });
        }
        if records.len() == header + 1 {
            return Err(ReadProblem::NoRows);
        }
        let widths = (header..records.len()).map(|record| filled(&records, record));
        let width = widths.max().unwrap_or_default();
        let heading = |at| without_guard(records.cell(header, at)).trim().to_owned();
        let headings: Vec<String> = (0..width).map(heading).collect();
        let ragged = ragged(&records, header);
        let program = Program::detect(&headings);
        Ok(Self { records, headings, header, program, encoding, damaged, delimiter, ragged })
    }

    /// The headings, one for each column; a column without a name has an empty one. Columns that
    /// are blank from the header down to the last row are left out at the right.
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// What to call a column: its heading, or its letter as in a spreadsheet.
    pub fn label(&self, column: usize) -> Cow<'_, str> {
        match self.headings.get(column) {
            Some(heading) if !heading.is_empty() => Cow::Borrowed(heading),
            _ => Cow::Owned(letter(column)),
        }
    }

    /// How many rows there are below the header.
    pub fn len(&self) -> usize {
        self.records.len().saturating_sub(self.header + 1)
    }

    /// Whether there are none; a table that was read always has some.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A cell as it stands in the file; empty where the row is shorter.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.records.cell(self.header + 1 + row, column)
    }

    /// The line a row begins on, from 1. Line breaks inside of cells count.
    pub fn line(&self, row: usize) -> usize {
        self.records.line(self.header + 1 + row)
    }

    /// The line the header stands on.
    pub fn header_line(&self) -> usize {
        self.records.line(self.header)
    }

    /// The first values of a column that are not blank.
    pub fn samples(&self, column: usize, most: usize) -> Vec<&str> {
        self.values(column).map(|(_, value)| value).take(most).collect()
    }

    /// The rows where a column is filled, with its trimmed values.
    pub(in crate::exchange) fn values(&self, column: usize) -> impl Iterator<Item = (usize, &str)> {
        let cells = (0..self.len()).map(move |row| (row, self.cell(row, column).trim()));
        cells.filter(|(_, value)| !value.is_empty())
    }

    /// The program the list comes from.
    pub fn program(&self) -> Program {
        self.program
    }

    /// Lets the list come from another program; its columns then need a new guess.
    pub fn set_program(&mut self, program: Program) {
        self.program = program;
    }

    /// The encoding it was read in.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// How many characters could not be read and became U+FFFD.
    pub fn damaged(&self) -> usize {
        self.damaged
    }

    /// The delimiter it was read with.
    pub fn delimiter(&self) -> Delimiter {
        self.delimiter
    }

    /// The rows that do not fit the header.
    pub fn ragged(&self) -> &[Ragged] {
        &self.ragged
    }
}

/// The record that holds the headings: the first, unless it looks like a title and one further down
/// has more that are known.
fn header_of(records: &Records) -> usize {
    let known = |record: usize| {
        known_headings((0..records.width(record)).map(|at| records.cell(record, at)))
    };
    let first = known(0);
    if first >= 2 {
        return 0;
    }
    let mut below = 1..records.len().min(HEADER_SEARCH);
    below.find(|record| known(*record) >= first + 2).unwrap_or(0)
}

/// How many cells a record has up to the last that is filled.
fn filled(records: &Records, record: usize) -> usize {
    let is_filled = |at: &usize| !records.cell(record, *at).trim().is_empty();
    (0..records.width(record)).rev().find(is_filled).map_or(0, |at| at + 1)
}

fn ragged(records: &Records, header: usize) -> Vec<Ragged> {
    let (all, named) = (records.width(header), filled(records, header));
    let of = |record: usize| {
        let (found, filled) = (records.width(record), filled(records, record));
        let fits = found >= named && filled <= all;
        (!fits).then(|| Ragged { line: records.line(record), expected: all, found })
    };
    (header + 1..records.len()).filter_map(of).collect()
}

/// `A` to `Z`, then `AA` and so on.
fn letter(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read;

    fn table(text: &str) -> Table {
        read(text.as_bytes()).unwrap()
    }

    #[test]
    fn columns_have_names_or_letters() {
        assert_eq!((letter(0), letter(25), letter(26)), ("A".into(), "Z".into(), "AA".into()));
        let table = table("Name;;Ort\nGlas;x;Ulm\n");
        assert_eq!((table.label(1).as_ref(), table.label(2).as_ref()), ("B", "Ort"));
    }

    #[test]
    fn blank_columns_at_the_right_are_left_out() {
        let table = table("Name,Ort,,\nGlas,Ulm,,\nBau,Köln\n");
        assert_eq!(table.headings(), ["Name", "Ort"]);
        assert_eq!(table.ragged(), []);
    }

    #[test]
    fn rows_that_do_not_fit_are_told_by_line() {
        let table = table("Name;Ort;Land\nGlas\nBau;Köln;DE;;\nHaus;Ulm;DE;x\n");
        let short = Ragged { line: 2, expected: 3, found: 1 };
        assert_eq!(table.ragged(), [short, Ragged { line: 4, expected: 3, found: 4 }]);
        assert_eq!((table.cell(0, 1), table.cell(2, 3), table.label(3).as_ref()), ("", "x", "D"));
    }

    #[test]
    fn a_title_may_stand_above_the_header() {
        let table = table("Kundenliste 2025;;\n\nFirma;Ort;Telefon\nGlas;Ulm;0731 1234\n");
        assert_eq!((table.header_line(), table.len(), table.line(0)), (3, 1, 4));
        let titled = self::table("Kunden;;\nFirma;Ort;Telefon\nGlas;Ulm;0731 1234\n");
        assert_eq!(titled.headings(), ["Firma", "Ort", "Telefon"]);
    }

    #[test]
    fn a_list_needs_a_header_and_rows() {
        let problem = |text: &str| read(text.as_bytes()).map(|table| table.len()).unwrap_err();
        assert_eq!(problem("a@b.de;Glas\nc@d.de;Bau"), ReadProblem::NoHeader { line: 1 });
        assert_eq!(problem("Name;Ort\n"), ReadProblem::NoRows);
        assert_eq!(problem(";;;\n;;;\n"), ReadProblem::Empty);
    }
}
