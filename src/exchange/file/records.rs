//! Cuts text into records and cells, with the line each record begins on.
//!
//! All cells lie in one text, so that a file of millions of cells costs four bytes for each beside
//! its own characters.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::{delimiter::Delimiter, problem::ReadProblem};
use crate::exchange::limits::{CELLS_MAX, LIST_COLUMNS_MAX, ROWS_MAX};

/// Every record that is not blank.
#[derive(Clone, Debug, Default)]
pub(super) struct Records {
    text: String,
    /// Where each cell ends in the text.
    ends: Vec<u32>,
    begins: Vec<Begin>,
}

#[derive(Clone, Copy, Debug)]
struct Begin {
    line: usize,
    cell: usize,
}

impl Records {
    /// Cuts a text whose first line has the number `first_line`.
    pub fn parse(text: &str, delimiter: Delimiter, first_line: usize) -> Result<Self, ReadProblem> {
        let mut scanner = Scanner::new(text.as_bytes(), delimiter, first_line);
        let mut bytes = Vec::with_capacity(text.len());
        let mut records = Self::default();
        while let Some(record) = scanner.next_record(&mut bytes, &mut records.ends)? {
            if record.is_blank {
                bytes.truncate(record.byte);
                records.ends.truncate(record.cell);
                continue;
            }
            if records.begins.len() > ROWS_MAX {
                return Err(ReadProblem::TooManyRows { limit: ROWS_MAX });
            }
            if records.ends.len() > CELLS_MAX {
                return Err(ReadProblem::TooManyCells { limit: CELLS_MAX });
            }
            records.begins.push(Begin { line: record.line, cell: record.cell });
        }
        // Quotes and delimiters are all that is left out of valid text, so what stays is valid.
        records.text = String::from_utf8(bytes).unwrap_or_default();
        Ok(records)
    }

    pub fn len(&self) -> usize {
        self.begins.len()
    }

    /// The line a record begins on, from 1.
    pub fn line(&self, record: usize) -> usize {
        self.begins.get(record).map_or(0, |begin| begin.line)
    }

    /// How many cells a record has.
    pub fn width(&self, record: usize) -> usize {
        let cell =
            |record: usize| self.begins.get(record).map_or(self.ends.len(), |begin| begin.cell);
        cell(record + 1).saturating_sub(cell(record))
    }

    /// A cell; empty where the record is shorter.
    pub fn cell(&self, record: usize, column: usize) -> &str {
        if column >= self.width(record) {
            return "";
        }
        let Some(begin) = self.begins.get(record) else { return "" };
        let end_of = |cell: usize| self.ends.get(cell).map(|end| *end as usize);
        let at = begin.cell + column;
        let from = at.checked_sub(1).and_then(end_of).unwrap_or(0);
        end_of(at).and_then(|to| self.text.get(from..to)).unwrap_or_default()
    }
}

/// The numbers of cells of the first records; the last is the one that cannot be read.
pub(super) fn field_counts(text: &[u8], delimiter: Delimiter, records: usize) -> Vec<usize> {
    let mut scanner = Scanner::new(text, delimiter, 1);
    let (mut bytes, mut ends, mut counts) = (Vec::new(), Vec::new(), Vec::new());
    while counts.len() < records {
        let before = ends.len();
        let record = scanner.next_record(&mut bytes, &mut ends);
        if !matches!(record, Ok(None)) {
            counts.push(ends.len() - before);
        }
        if !matches!(record, Ok(Some(_))) {
            break;
        }
    }
    counts
}

/// A record that was just read.
struct Record {
    line: usize,
    /// Where its cells and bytes begin.
    cell: usize,
    byte: usize,
    is_blank: bool,
}

/// Reads records one after the other and watches lines and quotes.
struct Scanner<'t> {
    reader: Reader,
    rest: &'t [u8],
    delimiter: u8,
    lines: Lines,
}

impl<'t> Scanner<'t> {
    fn new(text: &'t [u8], delimiter: Delimiter, first_line: usize) -> Self {
        let delimiter = delimiter.byte();
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { reader, rest: text, delimiter, lines: Lines { line: first_line, after_cr: false } }
    }

    fn next_record(
        &mut self,
        bytes: &mut Vec<u8>,
        ends: &mut Vec<u32>,
    ) -> Result<Option<Record>, ReadProblem> {
        let (cell, byte) = (ends.len(), bytes.len());
        let breaks = self.rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let mut skip = breaks;
        let mut line = None;
        while let Some((raw, record_end)) = self.next_field(bytes) {
            let (between, field) = raw.split_at_checked(skip).unwrap_or((raw, &[]));
            skip = 0;
            self.lines.pass(between);
            let line = *line.get_or_insert(self.lines.line);
            if is_left_open(field, self.delimiter) {
                return Err(ReadProblem::UnclosedQuote { line: self.lines.line });
            }
            self.lines.pass(field);
            ends.push(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
            if ends.len() - cell > LIST_COLUMNS_MAX {
                return Err(ReadProblem::TooManyColumns { line, limit: LIST_COLUMNS_MAX });
            }
            if record_end {
                let is_blank = bytes.get(byte..).unwrap_or_default().trim_ascii().is_empty();
                return Ok(Some(Record { line, cell, byte, is_blank }));
            }
        }
        Ok(None)
    }

    /// Reads one field: its raw bytes with the sign behind it, and whether the record ends there.
    fn next_field(&mut self, bytes: &mut Vec<u8>) -> Option<(&'t [u8], bool)> {
        let start = self.rest;
        let mut length = 0;
        let mut buffer = [0; 1024];
        loop {
            let (result, read, written) = self.reader.read_field(self.rest, &mut buffer);
            length += read;
            self.rest = self.rest.get(read..).unwrap_or_default();
            bytes.extend_from_slice(buffer.get(..written).unwrap_or_default());
            match result {
                ReadFieldResult::Field { record_end } => {
                    return Some((start.get(..length).unwrap_or_default(), record_end));
                }
                ReadFieldResult::End => return None,
                ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            }
        }
    }
}

/// Whether a quoted field ends without its closing quote: at the end of the file, or because the
/// quote that closes it lines further down is in truth the opening one of another field.
fn is_left_open(field: &[u8], delimiter: u8) -> bool {
    let Some(inner) = field.strip_prefix(b"\"") else { return false };
    let mut bytes = inner.iter().copied().peekable();
    let mut has_breaks = false;
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if bytes.peek() == Some(&b'"') => {
                bytes.next();
            }
            b'"' => {
                let ends = |next: u8| next == delimiter || matches!(next, b'\r' | b'\n' | b' ');
                return has_breaks && bytes.peek().is_some_and(|next| !ends(*next));
            }
            b'\r' | b'\n' => has_breaks = true,
            _ => {}
        }
    }
    true
}

/// Counts lines that end with LF, CR or both.
struct Lines {
    line: usize,
    after_cr: bool,
}

impl Lines {
    fn pass(&mut self, bytes: &[u8]) {
        for byte in bytes {
            let is_second_half = *byte == b'\n' && self.after_cr;
            if matches!(byte, b'\r' | b'\n') && !is_second_half {
                self.line += 1;
            }
            self.after_cr = *byte == b'\r';
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Result<Vec<(usize, Vec<String>)>, ReadProblem> {
        let records = Records::parse(text, Delimiter::Comma, 1)?;
        let cells = |record| {
            (0..records.width(record)).map(|at| records.cell(record, at).to_owned()).collect()
        };
        Ok((0..records.len()).map(|record| (records.line(record), cells(record))).collect())
    }

    #[track_caller]
    fn cuts(text: &str, expected: &[(usize, &[&str])]) {
        let expected: Vec<_> = expected
            .iter()
            .map(|(line, cells)| (*line, cells.iter().map(|cell| (*cell).to_owned()).collect()))
            .collect();
        assert_eq!(cut(text), Ok(expected), "{text:?}");
    }

    #[track_caller]
    fn leaves_open(text: &str, line: usize) {
        assert_eq!(cut(text), Err(ReadProblem::UnclosedQuote { line }), "{text:?}");
    }

    #[test]
    fn records_know_their_lines() {
        cuts("a,b\nc,d", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        cuts("a,b\r\n\r\nc,d\r\n", &[(1, &["a", "b"]), (3, &["c", "d"])]);
        cuts("a,b\rc,d\r", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        cuts("a,\"b\r\nc\"\r\nd,e", &[(1, &["a", "b\r\nc"]), (3, &["d", "e"])]);
        cuts("a,\"b\n\nc\",\"d\n\"\ne", &[(1, &["a", "b\n\nc", "d\n"]), (5, &["e"])]);
    }

    #[test]
    fn blank_records_are_left_out() {
        cuts("a,b\n,,\n  , \nc\n,\n", &[(1, &["a", "b"]), (4, &["c"])]);
    }

    #[test]
    fn quotes_inside_a_field_are_taken_as_they_are() {
        cuts("12\" Rohr,b", &[(1, &["12\" Rohr", "b"])]);
        cuts("\"Der \"\"Glas\"\" Bau\",b", &[(1, &["Der \"Glas\" Bau", "b"])]);
        cuts("\"Glas\" Bau,b", &[(1, &["Glas Bau", "b"])]);
        cuts("\"a\"\n\"b\" ,c", &[(1, &["a"]), (2, &["b ", "c"])]);
    }

    #[test]
    fn an_open_quote_is_told_with_the_line_it_was_opened_on() {
        leaves_open("a,b\n\"c,d\ne,f\n", 2);
        leaves_open("a,b\nc,\"d\n\"e\",f\n", 2);
        leaves_open("a,b\n\"c\nc\",\"d\nx", 3);
        leaves_open("\"", 1);
    }
}
