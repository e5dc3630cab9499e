//! Lists for stories: a fixture or a few lines of text, read and mapped.

use chrono::NaiveDate;
use rapport::domain::{CustomerId, Details, Workspace};
use rapport::exchange::{ImportPlan, ImportRow, Mapping, RowIssue, Table, apply, read, rows};
use uuid::Uuid;

/// The day of every story.
pub fn today() -> NaiveDate {
    "2026-03-12".parse().unwrap()
}

/// Ids that count up.
pub fn counter() -> impl FnMut() -> Uuid {
    let mut next = 0;
    move || {
        next += 1;
        Uuid::from_u128(next)
    }
}

/// A list that was read.
pub struct List {
    pub table: Table,
    pub mapping: Mapping,
}

/// A list of our own making.
pub fn fixture(name: &str) -> List {
    let path = format!("{}/tests/fixtures/csv/{name}", env!("CARGO_MANIFEST_DIR"));
    List::of(&std::fs::read(path).unwrap())
}

/// A list written into a story.
pub fn list(text: &str) -> List {
    List::of(text.as_bytes())
}

impl List {
    pub fn of(bytes: &[u8]) -> Self {
        let table = read(bytes).unwrap();
        Self { mapping: Mapping::guess(&table), table }
    }

    pub fn rows(&self) -> Vec<ImportRow> {
        rows(&self.table, &self.mapping, today())
    }

    pub fn plan(&self, workspace: &Workspace) -> ImportPlan {
        ImportPlan::new(self.rows(), self.table.program(), workspace, today())
    }

    /// Everything taken into a workspace as it is planned.
    pub fn import(&self, workspace: &mut Workspace) -> Vec<CustomerId> {
        let plan = self.plan(workspace);
        let mut ids = Uuid::from_u128(workspace.len() as u128 * 1_000_000).as_u128();
        let mut next = move || {
            ids += 1;
            Uuid::from_u128(ids)
        };
        apply(workspace, &plan, today(), &mut next).unwrap().added
    }
}

/// The valid customer of a row.
#[track_caller]
pub fn details(row: &ImportRow) -> Details {
    assert_eq!(row.skipped, None);
    row.draft.check(today()).unwrap().0
}

/// What is wrong with a row, by the label of its column.
pub fn issues(list: &List, row: &ImportRow) -> Vec<(usize, String, RowIssue)> {
    let label = |column| list.table.label(column).into_owned();
    row.problems.iter().map(|it| (it.line, label(it.column), it.issue)).collect()
}
