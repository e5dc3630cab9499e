//! One import from the file to the customers. Long work is done in pieces, with a breath for the
//! browser between them; what was started and is no longer wanted is dropped at the next breath.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::refusals::{read_error, read_problem};
use crate::{
    domain::{CustomerId, Workspace},
    exchange::{
        Decision, Delimiter, Encoding, FILE_MAX, ImportPlan, ImportResult, Mapping, ReadAs, Table,
        Target, apply, read_as, rows,
    },
    platform::{files, pause::breathe},
    state::{AppState, Cause, Done, use_state},
    views::{
        ui::{Ui, use_ui, use_words},
        wording::Language,
    },
};

/// How far the import has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// For a file.
    Waiting,
    /// A file of this name is being read.
    Reading(String),
    /// A file could not be read; a sentence says why and what to do.
    Refused(String),
    /// Everything can be looked at and changed.
    Open,
    /// The customers are being taken over.
    Applying,
    /// Done.
    Applied(Applied),
}

/// What an import did.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// New customers.
    pub added: usize,
    /// Customers whose empty fields were filled.
    pub filled: usize,
}

/// What happens to all customers that are there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForKnown {
    /// They stay as they are.
    Skip,
    /// Their empty fields are filled.
    Fill,
    /// They come a second time.
    Anyway,
}

impl ForKnown {
    /// The decision for one of them.
    pub fn decision(self, id: CustomerId) -> Decision {
        match self {
            Self::Skip => Decision::Skip,
            Self::Fill => Decision::Fill(id),
            Self::Anyway => Decision::New,
        }
    }
}

/// The import under way.
#[derive(Clone, Copy)]
pub struct Session {
    state: AppState,
    ui: Ui,
    t: Language,
    /// How far it has come.
    pub stage: RwSignal<Stage>,
    /// The name of the file.
    pub name: RwSignal<String>,
    /// The list.
    pub table: RwSignal<Option<Arc<Table>>>,
    /// What its columns mean.
    pub mapping: RwSignal<Mapping>,
    /// What will happen.
    pub plan: RwSignal<ImportPlan>,
    /// Whether the plan is being made anew.
    pub is_planning: RwSignal<bool>,
    bytes: StoredValue<Arc<[u8]>>,
    how: StoredValue<ReadAs>,
    for_known: StoredValue<ForKnown>,
    turn: StoredValue<usize>,
}

impl Session {
    /// An import that waits for a file.
    pub fn new() -> Self {
        Self {
            state: use_state(),
            ui: use_ui(),
            t: use_words(),
            stage: RwSignal::new(Stage::Waiting),
            name: RwSignal::new(String::new()),
            table: RwSignal::new(None),
            mapping: RwSignal::new(Mapping::default()),
            plan: RwSignal::new(ImportPlan::default()),
            is_planning: RwSignal::new(false),
            bytes: StoredValue::new(Arc::from([])),
            how: StoredValue::new(ReadAs::default()),
            for_known: StoredValue::new(ForKnown::Skip),
            turn: StoredValue::new(0),
        }
    }

    /// Reads a file.
    pub fn take_file(self, file: leptos::web_sys::File) {
        let name = file.name();
        self.stage.set(Stage::Reading(name.clone()));
        spawn_local(async move {
            match files::read(file, FILE_MAX as u64).await {
                Ok(bytes) if self.is_alive() => self.take_bytes(name, bytes).await,
                Err(error) if self.is_alive() => {
                    self.stage.set(Stage::Refused(read_error(self.t, &error)));
                }
                _ => {}
            }
        });
    }

    /// Reads rows that were pasted.
    pub fn take_text(self, text: String) {
        let name = self.t.import_pasted().to_owned();
        spawn_local(self.take_bytes(name, text.into_bytes()));
    }

    async fn take_bytes(self, name: String, bytes: Vec<u8>) {
        self.stage.set(Stage::Reading(name.clone()));
        self.name.set(name);
        self.bytes.set_value(Arc::from(bytes));
        self.how.set_value(ReadAs::default());
        self.for_known.set_value(ForKnown::Skip);
        self.read().await;
    }

    /// Reads the same file with this encoding.
    pub fn read_in(self, encoding: Encoding) {
        self.how.update_value(|how| how.encoding = Some(encoding));
        spawn_local(self.read());
    }

    /// Reads the same file with this delimiter.
    pub fn read_with(self, delimiter: Delimiter) {
        self.how.update_value(|how| how.delimiter = Some(delimiter));
        spawn_local(self.read());
    }

    async fn read(self) {
        let turn = self.next_turn();
        breathe().await;
        if !self.is_turn(turn) {
            return;
        }
        let (bytes, how) = (self.bytes.get_value(), self.how.get_value());
        match read_as(&bytes, how) {
            Ok(table) => {
                self.mapping.set(Mapping::guess(&table));
                self.table.set(Some(Arc::new(table)));
                self.plan().await;
                if self.is_alive() && self.table.with_untracked(Option::is_some) {
                    self.stage.set(Stage::Open);
                }
            }
            Err(problem) => self.stage.set(Stage::Refused(read_problem(self.t, problem))),
        }
    }

    /// Lets a column mean something else.
    pub fn map(self, column: usize, target: Target) {
        self.mapping.update(|mapping| mapping.set(column, target));
        spawn_local(self.plan());
    }

    async fn plan(self) {
        let turn = self.next_turn();
        self.is_planning.set(true);
        breathe().await;
        let Some(table) = self.table_at(turn) else { return };
        let today = self.state.moment().today();
        let rows = self.mapping.with_untracked(|mapping| rows(&table, mapping, today));
        breathe().await;
        let Some(table) = self.table_at(turn) else { return };
        let mut plan = self.state.peek(|now| ImportPlan::new(rows, table.program(), now, today));
        let for_known = self.for_known.get_value();
        plan.decide_known(|id| for_known.decision(id));
        self.plan.set(plan);
        self.is_planning.set(false);
    }

    /// Decides for one row.
    pub fn decide(self, row: usize, decision: Decision) {
        self.plan.update(|plan| plan.decide(row, decision));
    }

    /// Decides for all rows that are there already.
    pub fn decide_known(self, choice: ForKnown) {
        self.for_known.set_value(choice);
        self.plan.update(|plan| plan.decide_known(|id| choice.decision(id)));
    }

    /// Takes everything over, as one step.
    pub fn apply(self) {
        self.stage.set(Stage::Applying);
        spawn_local(async move {
            breathe().await;
            // Where there is no second store the import goes on: it can be undone.
            let _ = self.state.keep_point(Cause::Import).await;
            if !self.is_alive() {
                return;
            }
            match self.commit() {
                Ok(result) => {
                    let (added, filled) = (result.added.len(), result.filled.len());
                    self.clear();
                    self.stage.set(Stage::Applied(Applied { added, filled }));
                }
                Err(refusal) => {
                    self.ui.warn(self.t.refusal(refusal));
                    self.stage.set(Stage::Open);
                }
            }
        });
    }

    fn commit(self) -> Result<ImportResult, crate::domain::Refusal> {
        let mut result = ImportResult::default();
        self.plan.with_untracked(|plan| {
            let counts = plan.counts();
            let done = Done::Imported { added: counts.new, filled: counts.fill };
            self.state.commit(done, |workspace: &mut Workspace, moment| {
                result = apply(workspace, plan, moment.today(), moment)?;
                Ok(())
            })
        })?;
        Ok(result)
    }

    /// Leaves everything as it was and waits for another file.
    pub fn close(self) {
        self.clear();
        self.stage.set(Stage::Waiting);
    }

    fn clear(self) {
        self.next_turn();
        self.table.set(None);
        self.bytes.set_value(Arc::from([]));
        self.plan.set(ImportPlan::default());
        self.is_planning.set(false);
    }

    fn table_at(self, turn: usize) -> Option<Arc<Table>> {
        if self.is_turn(turn) { self.table.get_untracked() } else { None }
    }

    fn next_turn(self) -> usize {
        self.turn.update_value(|turn| *turn += 1);
        self.turn.get_value()
    }

    fn is_turn(self, turn: usize) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    /// Whether the screen is still there.
    fn is_alive(self) -> bool {
        self.turn.try_get_value().is_some()
    }
}
