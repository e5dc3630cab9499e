//! What the parts of the board share: the columns, what is lifted, and what can be seen.

use std::{ops::Range, sync::Arc};

use leptos::prelude::*;

use super::lift::Lift;
use crate::{
    domain::{Board, Column, ColumnKey, CustomerId, Grouping, arrange},
    platform::measure::{self, Point, Size},
    route::BoardQuery,
    state::{AppState, use_state},
    views::{
        ui::{Ui, use_ui},
        wording::Language,
    },
};

/// Rows kept in the page above and below what can be seen.
const MARGIN: usize = 4;

/// The shared state of one board. Handlers of window events run outside the owner, so it carries
/// what they need.
#[derive(Clone, Copy)]
pub struct BoardView {
    /// The state of the app.
    pub state: AppState,
    /// The person's surroundings.
    pub ui: Ui,
    /// The words.
    pub t: Language,
    /// What is asked for.
    pub query: Memo<BoardQuery>,
    /// The columns.
    pub board: Memo<Board>,
    /// The column a phone shows.
    pub shown: RwSignal<usize>,
    /// The card in the person's hand.
    pub lift: RwSignal<Option<Lift>>,
    /// How far the page is scrolled, and the size of the window.
    pub viewport: RwSignal<(Point, Size)>,
    /// From the top of one card to the top of the next, in CSS pixels.
    pub pitch: RwSignal<f64>,
}

impl BoardView {
    /// For this question.
    pub fn new(query: Memo<BoardQuery>) -> Self {
        let state = use_state();
        let asked = Memo::new(move |_| query.with(|query| (query.grouping, query.filter.clone())));
        let board = Memo::new(move |_| {
            let today = state.today();
            asked.with(|(grouping, filter)| {
                state.with(|workspace| arrange(workspace, *grouping, filter, today))
            })
        });
        let ui = use_ui();
        let view = Self {
            state,
            ui,
            t: ui.words(),
            query,
            board,
            shown: RwSignal::new(0),
            lift: RwSignal::new(None),
            viewport: RwSignal::new((measure::scroll_position(), measure::window_size())),
            pitch: RwSignal::new(88.0),
        };
        let watch = measure::on_viewport(move || view.look());
        let _watch = StoredValue::new_local(watch);
        view
    }

    /// The board around this component.
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    /// By what the board is grouped, for handlers.
    pub fn grouping(&self) -> Grouping {
        self.query.with_untracked(|query| query.grouping)
    }

    /// Looks again at what can be seen.
    pub fn look(&self) {
        let seen = (measure::scroll_position(), measure::window_size());
        if self.viewport.get_untracked() != seen {
            self.viewport.set(seen);
        }
    }

    /// What a column is called; tracks.
    pub fn column_name(&self, key: ColumnKey) -> String {
        // Two schemes share columns and name them differently.
        let grouping = self.query.with(|query| query.grouping);
        self.state.with(|workspace| self.t.column(key, grouping, workspace.settings()))
    }

    /// What a column is called, for handlers.
    pub fn name_of_column(&self, key: ColumnKey) -> String {
        let grouping = self.grouping();
        self.state.peek(|workspace| self.t.column(key, grouping, workspace.settings()))
    }

    /// A customer's name, for handlers.
    pub fn name_of(&self, id: CustomerId) -> String {
        self.state.peek(|workspace| {
            workspace.customer(id).map(|customer| customer.details.name.clone()).unwrap_or_default()
        })
    }

    /// One column.
    pub fn column(&self, key: ColumnKey) -> Memo<Option<Arc<Column>>> {
        let board = self.board;
        Memo::new(move |_| {
            board.with(|board| {
                board.columns.iter().find(|column| column.key == key).cloned().map(Arc::new)
            })
        })
    }

    /// Where a customer is, for handlers.
    pub fn find(&self, id: CustomerId) -> Option<(usize, usize)> {
        self.board.with_untracked(|board| board.find(id))
    }

    /// The column at this place from the left, for handlers.
    pub fn key_at(&self, column: usize) -> Option<ColumnKey> {
        self.board.with_untracked(|board| board.columns.get(column).map(|column| column.key))
    }

    /// The customer at this place, for handlers.
    pub fn customer_at(&self, column: usize, place: usize) -> Option<CustomerId> {
        self.board.with_untracked(|board| board.columns.get(column)?.cards.get(place).copied())
    }

    /// How many cards a column has, for handlers.
    pub fn count(&self, column: usize) -> usize {
        self.board.with_untracked(|board| board.columns.get(column).map_or(0, |c| c.cards.len()))
    }

    /// Which of `count` rows can be seen in a list whose first row is at `top` of the window, with
    /// a margin. Changes only every few rows.
    pub fn visible_rows(&self, top: f64, count: usize) -> Range<usize> {
        let height = self.viewport.with(|(_, window)| window.height);
        let pitch = self.pitch.get().max(1.0);
        let row = |distance: f64| (distance / pitch).max(0.0) as usize;
        let step = |row: usize| row / MARGIN * MARGIN;
        let first = step(row(-top)).saturating_sub(MARGIN).min(count);
        let last = (step(row(height - top)) + 2 * MARGIN).min(count);
        first..last.max(first)
    }
}
