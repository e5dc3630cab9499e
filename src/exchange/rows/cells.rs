//! The cells of a row by what they stand for, freed of the habits of the program they come from.

use std::{borrow::Cow, collections::BTreeMap};

use super::readings::{ColumnReading, column_readings, is_five_digit};
use crate::{
    domain::NOTE_MAX,
    exchange::{
        columns::{Mapping, PersonPart, Program, Target, companions},
        file::Table,
        guard::without_guard,
    },
};

/// More than the longest note can have, and little enough to be copied a few times.
const CELL_BYTES: usize = NOTE_MAX * 6;

/// Which columns stand for what, worked out once for all rows.
pub(super) struct Layout<'t> {
    pub table: &'t Table,
    pub program: Program,
    columns: BTreeMap<Target, Vec<usize>>,
    companions: Vec<Option<usize>>,
    readings: Vec<Option<ColumnReading>>,
    five_digit: Vec<usize>,
}

/// Where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub row: usize,
    pub column: usize,
}

/// A value of a row.
#[derive(Clone, Debug)]
pub(super) struct Value<'t> {
    pub place: Place,
    pub text: Cow<'t, str>,
    /// What a column beside it says of its kind; empty where there is none.
    pub label: &'t str,
}

impl<'t> Layout<'t> {
    pub fn of(table: &'t Table, mapping: &Mapping) -> Self {
        let mut columns: BTreeMap<Target, Vec<usize>> = BTreeMap::new();
        for (column, target) in mapping.targets().iter().enumerate() {
            columns.entry(*target).or_default().push(column);
        }
        let codes = columns.get(&Target::PostalCode).cloned().unwrap_or_default();
        Self {
            table,
            program: table.program(),
            companions: companions(table.headings()),
            readings: column_readings(table, mapping),
            five_digit: codes.into_iter().filter(|column| is_five_digit(table, *column)).collect(),
            columns,
        }
    }

    /// What a column stands for.
    pub fn target(&self, column: usize) -> Target {
        let has = |(_, columns): &(&Target, &Vec<usize>)| columns.contains(&column);
        self.columns.iter().find(has).map_or(Target::Ignore, |(target, _)| *target)
    }

    /// The numbers of the people that have columns.
    pub fn people(&self) -> Vec<u8> {
        let mut numbers: Vec<u8> = self
            .columns
            .keys()
            .filter_map(|target| match target {
                Target::Person(number, _) => Some(*number),
                _ => None,
            })
            .collect();
        numbers.dedup();
        numbers
    }

    pub fn reading(&self, column: usize) -> Option<ColumnReading> {
        self.readings.get(column).copied().flatten()
    }

    /// Whether the postal codes of a column have five digits as a rule.
    pub fn is_five_digit(&self, column: usize) -> bool {
        self.five_digit.contains(&column)
    }

    /// The cell at a place, as it stands in the file, as far as a note could hold it.
    pub fn raw(&self, place: Place) -> &'t str {
        let cell = without_guard(self.table.cell(place.row, place.column)).trim();
        cell.get(..cell.floor_char_boundary(CELL_BYTES)).unwrap_or(cell)
    }

    /// What to call a value in the notes.
    pub fn label(&self, place: Place) -> Cow<'t, str> {
        match self.companion(place) {
            "" => self.table.label(place.column),
            label => Cow::Borrowed(label),
        }
    }

    fn companion(&self, place: Place) -> &'t str {
        let column = self.companions.get(place.column).copied().flatten();
        let label = column.map_or("", |column| self.raw(Place { column, ..place }));
        label.trim_start_matches("* ")
    }

    /// Every filled value of a row that stands for a target.
    pub fn values(&self, row: usize, target: Target) -> Vec<Value<'t>> {
        let columns = self.columns.get(&target).map(Vec::as_slice).unwrap_or_default();
        let mut values: Vec<Value<'t>> = Vec::new();
        for column in columns {
            let place = Place { row, column: *column };
            let raw = self.raw(place);
            if raw.is_empty() || self.is_blank_word(target, raw) {
                continue;
            }
            let label = self.companion(place);
            let parts =
                self.parts(target, raw).map(|text| Value { place, text: text.into(), label });
            values.extend(parts);
        }
        values
    }

    /// The first filled value.
    pub fn first(&self, row: usize, target: Target) -> Option<Value<'t>> {
        self.values(row, target).into_iter().next()
    }

    /// All filled values in one, each of them once.
    pub fn joined(&self, row: usize, target: Target, between: &str) -> Option<Value<'t>> {
        let mut values = self.values(row, target).into_iter();
        let mut joined = values.next()?;
        let mut seen = vec![joined.text.clone()];
        for value in values {
            if !seen.contains(&value.text) {
                let text = joined.text.to_mut();
                text.push_str(between);
                text.push_str(&value.text);
                seen.push(value.text);
            }
        }
        Some(joined)
    }

    /// A part of one of the people.
    pub fn person(&self, row: usize, number: u8, part: PersonPart) -> Option<Value<'t>> {
        self.first(row, Target::Person(number, part))
    }

    /// Several values that a program puts into one cell.
    fn parts(&self, target: Target, raw: &'t str) -> impl Iterator<Item = &'t str> + use<'t> {
        let is_list = matches!(
            target,
            Target::Email
                | Target::FurtherEmail
                | Target::Phone
                | Target::PhoneBusiness
                | Target::PhoneMobile
                | Target::PhoneHome
                | Target::PhoneOther
                | Target::Tags
        );
        let between = match self.program {
            Program::Google | Program::GoogleOld => " ::: ",
            Program::Pipedrive if is_list => ", ",
            _ => "\0",
        };
        raw.split(between).map(str::trim).filter(|part| !part.is_empty())
    }

    /// Words that programs write where they have nothing to say.
    fn is_blank_word(&self, target: Target, raw: &str) -> bool {
        if self.program == Program::Rapport || target == Target::Notes {
            return false;
        }
        let is_void =
            ["-", "--", "–", "n/a", "null", "k.a.", "(leer)", "(no value)", "#n/a", "#nv"]
                .iter()
                .any(|word| raw.eq_ignore_ascii_case(word));
        let is_optional = !matches!(
            target,
            Target::FirstName | Target::LastName | Target::Name | Target::Company
        );
        let outlook = [
            "0/0/00",
            "0.0.00",
            "00.00.00",
            "Unspecified",
            "Keine Angabe",
            "Normal",
            "False",
            "Falsch",
        ];
        is_void || self.program.is_outlook() && is_optional && outlook.contains(&raw)
    }
}
