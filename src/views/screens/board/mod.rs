//! The board: every customer as a card in the column of the relationship.
//!
//! Only what can be seen is in the page. A card is dragged by mouse or finger, lifted by keyboard,
//! or moved by its menu; all three end in the same commit.

mod card;
mod card_menu;
mod column;
mod focus;
mod handling;
mod keyboard;
mod lift;
mod phase_switch;
mod toolbar;
mod view_state;

pub use handling::Handling;

use leptos::prelude::*;

use self::{
    column::ColumnView,
    phase_switch::PhaseSwitch,
    toolbar::{BoardHead, Toolbar},
    view_state::BoardView,
};
use super::super::{
    chunks,
    parts::{maybe, part, words},
    ui::{Dialog, use_ui, use_words},
};
use crate::{
    domain::{ColumnKey, Grouping, Scheme},
    route::BoardQuery,
    state::use_state,
};

/// The screen of the board.
#[component]
pub fn BoardScreen(
    /// What it shows.
    query: Memo<BoardQuery>,
) -> impl IntoView {
    let board = BoardView::new(query);
    provide_context(board);
    let state = use_state();
    let is_empty = Memo::new(move |_| state.with(crate::domain::Workspace::is_empty));
    view! {
        <BoardHead/>
        {part(move || {
            if is_empty.get() {
                view! { <EmptyBoard/> }.into_any()
            } else {
                view! { <Toolbar/> <Columns/> }.into_any()
            }
        })}
        {chunks::part(chunks::board_handling)}
    }
}

#[component]
fn Columns() -> impl IntoView {
    let view = BoardView::here();
    let t = use_words();
    let keys = Memo::new(move |_| {
        view.board.with(|board| board.columns.iter().map(|column| column.key).collect::<Vec<_>>())
    });
    let is_tight = Memo::new(move |_| {
        view.board.with(|board| board.columns.iter().any(|column| column.cards.len() > 9))
    });
    let widths = words(move || {
        let folded = view.query.with(|query| query.folded.clone());
        let width = |key: &ColumnKey| {
            if folded.contains(key) {
                "var(--width-folded)"
            } else {
                "minmax(var(--width-column-least), 1fr)"
            }
        };
        let list = keys.with(|keys| keys.iter().map(width).collect::<Vec<_>>().join(" "));
        ["grid-template-columns: ", &list].concat()
    });
    let nothing_found = move || {
        view.board.with(|board| board.columns.iter().all(|column| column.cards.is_empty()))
            && view.query.with(|query| !query.filter.is_open())
    };
    view! {
        <PhaseSwitch/>
        {part(move || {
            let note = view! { <p class="nothing-found" role="status">{t.board_nothing_found()}</p> };
            nothing_found().then_some(note).into_any()
        })}
        <div
            class="phase-board"
            data-testid="board"
            data-density=maybe(move || is_tight.get().then_some("tight"))
            data-many=maybe(move || keys.with(|keys| keys.len() > 4).then_some("true"))
            style=widths
        >
            <For each=move || keys.get() key=|key| *key let:key>
                <ColumnView column=key/>
            </For>
        </div>
    }
}

#[component]
fn EmptyBoard() -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let load_sample = crate::start::sample_loader(ui, use_state());
    view! {
        <div class="empty-state">
            <svg class="strands" data-intensity="stable" viewBox="0 0 200 64" preserveAspectRatio="none" aria-hidden="true">
                <path class="ours" d="M0 14C60 14 70 26 110 26"></path>
                <path class="ours silence" d="M110 26H200"></path>
                <path class="theirs is-unknown" d="M0 54C60 54 70 38 110 38H200"></path>
            </svg>
            <h2>{t.board_empty_title()}</h2>
            <p>{t.board_empty_text()}</p>
            <p class="actions">
                <button class="button primary" data-testid="first-customer" on:click=move |_| ui.open(Dialog::NewCustomer)>
                    {t.board_empty_first()}
                </button>
                <a class="button" href="#/data" data-testid="go-import">{t.board_empty_import()}</a>
                <button class="button quiet" data-testid="load-sample" on:click=move |_| load_sample()>
                    {t.board_empty_sample()}
                </button>
            </p>
        </div>
    }
}

/// Whether the board is grouped by phase, so that columns wear the phases' hues.
fn phase_of(
    column: ColumnKey,
    grouping: Grouping,
    settings: &crate::domain::Settings,
) -> Option<&'static str> {
    match (column, grouping) {
        (ColumnKey::Phase(phase), _) => Some(phase.key()),
        (ColumnKey::Own(id), Grouping::Phase(Scheme::Own)) => {
            settings.columns.iter().find(|own| own.id == id).map(|own| own.phase.key())
        }
        _ => None,
    }
}
