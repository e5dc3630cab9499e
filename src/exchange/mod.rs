//! Lists in and out: a file's bytes in, customers or problems out, and back.
//!
//! The way of a list: [`read`] makes a [`Table`] of the bytes, [`Mapping::guess`] says what each
//! column means (the person may change it), [`rows`] makes drafts, [`ImportPlan`] says what will
//! happen (the person may change that too), [`apply`] does it at once or not at all.
//!
//! Pure. Knows nothing of browsers, storage, the clock or chance, and has no words for people:
//! what went wrong is told in enums with their data. The only words here are those that stand in
//! the files themselves.

mod columns;
mod export;
mod file;
mod guard;
mod limits;
mod own;
mod plan;
mod rows;
mod words;

pub use columns::{Mapping, PersonPart, Program, Target, UnknownTarget};
pub use export::{Dialect, export};
pub use file::{Delimiter, Encoding, FileKind, Ragged, ReadAs, ReadProblem, Table, read, read_as};
pub use limits::*;
pub use plan::{Counts, Decision, Duplicate, ImportPlan, ImportResult, PlannedRow, apply};
pub use rows::{
    ColumnReading, DayOrder, DecimalMark, ImportRow, Referrer, Remedy, RowIssue, RowProblem,
    SkipReason, column_readings, rows,
};
