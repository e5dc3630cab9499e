//! What the form of the own columns holds, and what is wrong with it.

use leptos::prelude::*;

use super::rows::{focus_soon, name_id};
use crate::{
    domain::{
        COLUMNS_MAX, ColumnId, Field, Issue, LINE_MAX, NewIds, OwnColumn, Phase, Problem, Refusal,
        clean_line,
    },
    platform::measure,
    state::{AppState, Done},
    views::wording::Language,
};

/// A column as the form holds it.
#[derive(Clone, Copy)]
pub struct Row {
    /// Its id.
    pub id: ColumnId,
    /// Its name.
    pub name: RwSignal<String>,
    /// The phase it stands for.
    pub phase: RwSignal<Phase>,
}

/// What the form holds, and what is wrong with it.
#[derive(Clone, Copy)]
pub struct Form {
    /// The columns, from left to right.
    pub rows: RwSignal<Vec<Row>>,
    /// Whether the person tried to save; only then problems are shown, and then as they stand.
    tried: RwSignal<bool>,
    problems: Memo<Vec<(Option<ColumnId>, Problem)>>,
}

impl Row {
    /// A column.
    pub fn new(id: ColumnId, name: String, phase: Phase) -> Self {
        Self { id, name: RwSignal::new(name), phase: RwSignal::new(phase) }
    }
}

impl Form {
    /// The columns as they are; the five fine phases where there are none.
    pub fn new(state: AppState, t: Language) -> Self {
        let own = state.peek(|workspace| workspace.settings().columns.clone());
        let mut moment = state.moment();
        let rows: Vec<Row> = if own.is_empty() {
            let fine = Phase::ALL.into_iter();
            fine.map(|phase| Row::new(ColumnId(moment.next()), t.phase(phase).to_owned(), phase))
                .collect()
        } else {
            own.into_iter().map(|column| Row::new(column.id, column.name, column.phase)).collect()
        };
        let rows = RwSignal::new(rows);
        let problems = Memo::new(move |_| rows.with(|rows| check(rows)));
        Self { rows, tried: RwSignal::new(false), problems }
    }

    /// What is wrong, once the person tried to save.
    pub fn shown_problems(self) -> Vec<(Option<ColumnId>, Problem)> {
        if self.tried.get() { self.problems.get() } else { Vec::new() }
    }

    /// Shows what is wrong and goes to the first field that is.
    pub fn show_problems(self) {
        self.tried.set(true);
        let wrong = self.problems.with_untracked(|found| found.iter().find_map(|(id, _)| *id));
        if let Some(id) = wrong {
            measure::focus_id(&name_id(id));
        }
    }

    /// Saves in one step; `None` when something is wrong.
    pub fn save(self, state: AppState) -> Option<Result<(), Refusal>> {
        if self.problems.with_untracked(|problems| !problems.is_empty()) {
            return None;
        }
        let columns = self.rows.with_untracked(|rows| rows.iter().map(Row::read).collect());
        let saved = state.commit(Done::Settings, |workspace, _| {
            let mut settings = workspace.settings().as_ref().clone();
            settings.columns = columns;
            workspace.put_settings(settings);
            Ok(())
        });
        Some(saved.map(|_| ()))
    }

    /// The place of a column.
    pub fn place_of(self, id: ColumnId) -> Option<usize> {
        self.rows.with(|rows| rows.iter().position(|row| row.id == id))
    }

    /// Whether two rows changed places.
    pub fn swap(self, here: usize, there: usize) -> bool {
        let count = self.rows.with_untracked(Vec::len);
        let fits = here.max(there) < count;
        if fits {
            self.rows.update(|rows| rows.swap(here, there));
        }
        fits
    }

    /// Takes a row out; the focus goes to the one that follows.
    pub fn remove(self, id: ColumnId) {
        let Some(place) = self.rows.with_untracked(|rows| rows.iter().position(|row| row.id == id))
        else {
            return;
        };
        self.rows.update(|rows| {
            rows.remove(place);
        });
        let next =
            self.rows.with_untracked(|rows| rows.get(place).or(rows.last()).map(|row| row.id));
        focus_soon(next.map_or("columns-add".to_owned(), name_id));
    }
}

impl Row {
    fn read(&self) -> OwnColumn {
        OwnColumn {
            id: self.id,
            name: self.name.with_untracked(|name| clean_line(name)),
            phase: self.phase.get_untracked(),
        }
    }
}

/// Every problem at once, with the row it belongs to.
fn check(rows: &[Row]) -> Vec<(Option<ColumnId>, Problem)> {
    let mut problems = Vec::new();
    if rows.len() > COLUMNS_MAX {
        problems
            .push((None, Problem { field: Field::Columns, issue: Issue::TooMany(COLUMNS_MAX) }));
    }
    for (place, row) in rows.iter().enumerate() {
        let length = row.name.with(|name| clean_line(name).chars().count());
        let issue = match length {
            0 => Issue::Missing,
            length if length > LINE_MAX => Issue::TooLong(LINE_MAX),
            _ => continue,
        };
        problems.push((Some(row.id), Problem { field: Field::ColumnName(place), issue }));
    }
    problems
}
