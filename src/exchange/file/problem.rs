//! Why a whole file cannot be read as a list.

use super::kind::FileKind;

/// Why a file is no list. Lines are those of the file, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadProblem {
    /// There is nothing in it.
    Empty,
    /// It has more bytes than [`FILE_MAX`](crate::exchange::FILE_MAX).
    TooLarge {
        /// How many it has.
        bytes: usize,
        /// How many are read.
        limit: usize,
    },
    /// It is no text, or text of another kind.
    NotAList(FileKind),
    /// It has more records than are read.
    TooManyRows {
        /// How many are read.
        limit: usize,
    },
    /// A record has more cells than are read.
    TooManyColumns {
        /// Where the record begins.
        line: usize,
        /// How many are read.
        limit: usize,
    },
    /// All records together have more cells than are read.
    TooManyCells {
        /// How many are read.
        limit: usize,
    },
    /// A quote is opened and not closed where its field ends.
    UnclosedQuote {
        /// Where it is opened.
        line: usize,
    },
    /// The first record is no header: it holds data already.
    NoHeader {
        /// Where the record begins.
        line: usize,
    },
    /// There is a header and nothing below it.
    NoRows,
}
