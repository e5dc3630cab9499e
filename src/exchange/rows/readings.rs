//! How each column of days or amounts is read: decided once for the whole column.

use super::{
    amounts::{DecimalMark, shown_mark},
    days::{DayOrder, shown_order},
};
use crate::exchange::{
    columns::{Mapping, Target},
    file::Table,
};

/// How a column is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnReading {
    /// As days, in the order its values show, or in the order of its program where none does.
    Days(DayOrder),
    /// As amounts with this decimal mark; each by itself where no value shows one.
    Amounts(Option<DecimalMark>),
}

/// How every column is read; `None` for those without days and amounts.
pub fn column_readings(table: &Table, mapping: &Mapping) -> Vec<Option<ColumnReading>> {
    let reading = |(column, target): (usize, &Target)| match target {
        Target::FirstContact | Target::AskedOn => {
            let default = match table.program().writes_month_first() {
                true => DayOrder::MonthFirst,
                false => DayOrder::DayFirst,
            };
            let shown =
                majority(table, column, shown_order, [DayOrder::DayFirst, DayOrder::MonthFirst]);
            Some(ColumnReading::Days(shown.unwrap_or(default)))
        }
        Target::Worth => {
            let marks = [DecimalMark::Comma, DecimalMark::Point];
            Some(ColumnReading::Amounts(majority(table, column, shown_mark, marks)))
        }
        _ => None,
    };
    mapping.targets().iter().enumerate().map(reading).collect()
}

/// What more values of a column show; nothing where it is a draw.
fn majority<T: Copy + PartialEq>(
    table: &Table,
    column: usize,
    shows: fn(&str) -> Option<T>,
    [one, other]: [T; 2],
) -> Option<T> {
    let (mut for_one, mut for_other) = (0_usize, 0_usize);
    for shown in table.values(column).filter_map(|(_, value)| shows(value)) {
        if shown == one {
            for_one += 1;
        } else {
            for_other += 1;
        }
    }
    match for_one.cmp(&for_other) {
        std::cmp::Ordering::Greater => Some(one),
        std::cmp::Ordering::Less => Some(other),
        std::cmp::Ordering::Equal => None,
    }
}

/// Whether most postal codes of a column have five digits.
pub(super) fn is_five_digit(table: &Table, column: usize) -> bool {
    let digits = |value: &str, count| {
        value.len() == count && value.bytes().all(|byte| byte.is_ascii_digit())
    };
    let with = |count| table.values(column).filter(|(_, value)| digits(value, count)).count();
    with(5) > with(4)
}
