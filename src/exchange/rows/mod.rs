//! From the rows of a table to customers: one draft for each, valid as it stands, with everything
//! that could not be read kept in its notes and told by line and column.
//!
//! Knows nothing of the customers that are there already.

mod address;
mod amounts;
mod assembly;
mod cells;
mod choices;
mod days;
mod emails;
mod facts;
mod fields;
mod gather;
mod identity;
mod notes;
mod phones;
mod readings;
mod repair;
mod row;

use chrono::NaiveDate;

use super::{columns::Mapping, file::Table};
use assembly::assemble;
use cells::Layout;
use gather::Gatherer;
use repair::finish;

pub use amounts::DecimalMark;
pub use days::DayOrder;
pub use readings::{ColumnReading, column_readings};
pub use row::{ImportRow, Referrer, Remedy, RowIssue, RowProblem, SkipReason};

/// The customers of a list, in the order of the file. Rows with the same firm and different people
/// are gathered to one customer, except in Rapport's own lists, where a row is a customer.
pub fn rows(table: &Table, mapping: &Mapping, today: NaiveDate) -> Vec<ImportRow> {
    let layout = Layout::of(table, mapping);
    let mut gatherer = Gatherer::new(&layout);
    for row in 0..table.len() {
        gatherer.take(assemble(&layout, row, today));
    }
    gatherer.finish().into_iter().map(|row| finish(row, &layout, today)).collect()
}
