//! From the bytes of a file to a table of cells: encoding, delimiter, quotes, lines.
//!
//! Knows nothing of what the columns mean beyond which headings are headings at all.

mod delimiter;
mod encoding;
mod kind;
mod problem;
mod records;
mod table;
mod windows_1252;

pub use delimiter::Delimiter;
pub use encoding::Encoding;
pub use kind::FileKind;
pub use problem::ReadProblem;
pub use table::{Ragged, Table};

use encoding::decode;
use records::Records;

/// How to read a file where the person knows better than the detection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadAs {
    /// The encoding; found out when `None`.
    pub encoding: Option<Encoding>,
    /// The delimiter; found out when `None`.
    pub delimiter: Option<Delimiter>,
}

/// Reads a list, with its encoding and delimiter found out.
///
/// # Errors
/// Whatever makes the whole file unreadable; a bad row or cell never does.
pub fn read(bytes: &[u8]) -> Result<Table, ReadProblem> {
    read_as(bytes, ReadAs::default())
}

/// Reads a list in a given way.
///
/// # Errors
/// Whatever makes the whole file unreadable; a bad row or cell never does.
pub fn read_as(bytes: &[u8], how: ReadAs) -> Result<Table, ReadProblem> {
    let decoded = decode(bytes, how.encoding)?;
    let (announced, text, first_line) = delimiter::announced(&decoded.text);
    let found = how.delimiter.or(announced).unwrap_or_else(|| Delimiter::detect(text.as_bytes()));
    let records = Records::parse(text, found, first_line)?;
    Table::of(records, decoded.encoding, decoded.damaged, found)
}
