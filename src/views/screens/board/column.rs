//! One column: its head, the year above its bands, and the cards that can be seen.

use std::sync::Arc;

use leptos::{html, prelude::*};

use super::{
    card::{CardView, translate},
    phase_of,
    view_state::BoardView,
};
use crate::{
    domain::{Column, ColumnKey, CustomerId},
    figures::band::{self, tenths},
    platform::{
        intl::{self, DayStyle},
        measure,
    },
    route::Route,
    state::use_state,
    views::{
        parts::{Icon, maybe, part, whether, words},
        ui::{use_ui, use_words},
    },
};

/// A column of the board.
#[component]
pub fn ColumnView(
    /// Which.
    column: ColumnKey,
) -> impl IntoView {
    let (view, state) = (BoardView::here(), use_state());
    let content = view.column(column);
    let grouping = view.grouping();
    let phase =
        maybe(move || state.with(|workspace| phase_of(column, grouping, workspace.settings())));
    let is_shown = whether(move || {
        let shown = view.shown.get();
        view.board.with(|board| board.columns.get(shown).is_some_and(|here| here.key == column))
    });
    let is_folded = Memo::new(move |_| view.query.with(|query| query.folded.contains(&column)));
    let name = words(move || view.column_name(column));
    view! {
        <section
            class="column"
            class:is-shown=is_shown
            class:is-folded=whether(move || is_folded.get())
            data-testid="column"
            data-key=column.key()
            data-phase=phase
            aria-label=name
        >
            <Head column content is_folded/>
            {part(move || (!is_folded.get()).then(|| view! { <Cards column content/> }).into_any())}
        </section>
    }
}

#[component]
fn Head(
    column: ColumnKey,
    content: Memo<Option<Arc<Column>>>,
    is_folded: Memo<bool>,
) -> impl IntoView {
    let (view, state, ui, t) = (BoardView::here(), use_state(), use_ui(), use_words());
    let count = move || content.with(|c| c.as_ref().map_or(0, |c| c.cards.len()));
    let sum = words(move || {
        let sum = content.with(|column| column.as_ref().map(|column| column.sum));
        let worth = |sum| state.with(|workspace| t.worth(workspace.settings(), sum));
        sum.map(worth).unwrap_or_default()
    });
    let median = words(move || {
        let days = content.with(|column| column.as_ref().and_then(|column| column.median_days));
        days.map_or_else(|| t.board_median_none().to_owned(), |days| t.board_median(days as usize))
    });
    let fold = move |_| {
        let mut query = view.query.get_untracked();
        if !query.folded.remove(&column) {
            query.folded.insert(column);
        }
        ui.refine(Route::Board(query));
    };
    view! {
        <header class="column-head">
            <h2>
                <button
                    class="column-name"
                    data-testid="fold"
                    aria-expanded=words(move || (!is_folded.get()).to_string())
                    title=words(move || if is_folded.get() { t.board_unfold() } else { t.board_fold() }.to_owned())
                    on:click=fold
                >
                    {words(move || view.column_name(column))}
                    <span class="count">{words(move || t.number(count()))}</span>
                    <Icon name="down"/>
                </button>
            </h2>
            <data class="sum" data-testid="sum">{sum}</data>
            <p class="median">{median}</p>
            <Year/>
        </header>
    }
}

/// The months, written once above a column; every band below shares them.
#[component]
fn Year() -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let months = part(move || {
        let today = state.today();
        let from = today - chrono::Days::new(365);
        let month = |(day, at): (chrono::NaiveDate, f32)| {
            let name = intl::day(t.tag(), day, DayStyle::Month);
            view! { <span style=["--at: ", &tenths(at), "%"].concat()>{name}</span> }
        };
        let quarters = band::quarters(from, today).into_iter().filter(|(_, at)| *at < 84.0);
        quarters.map(month).collect_view().into_any()
    });
    view! {
        <div class="year" aria-hidden="true">
            {months}
            <span>{t.day_today()}</span>
        </div>
    }
}

#[component]
fn Cards(column: ColumnKey, content: Memo<Option<Arc<Column>>>) -> impl IntoView {
    let view = BoardView::here();
    let list = NodeRef::<html::Ol>::new();
    let count = Memo::new(move |_| content.with(|c| c.as_ref().map_or(0, |c| c.cards.len())));
    let slot = Memo::new(move |_| {
        view.lift
            .with(|lift| lift.as_ref().filter(|lift| lift.to.0 == column).map(|lift| lift.to.1))
    });
    let rows = Memo::new(move |_| {
        view.viewport.track();
        let top = list.get().map_or(0.0, |list| measure::rect(&list).top);
        view.visible_rows(top, count.get() + 1)
    });
    let seen = Memo::new(move |_| {
        let rows = rows.get();
        let held = view.lift.with(|lift| lift.as_ref().map(|lift| lift.id));
        content.with(|column| {
            let cards = column.iter().flat_map(|column| column.cards.iter().copied().enumerate());
            cards
                .filter(|(row, id)| rows.contains(row) || Some(*id) == held)
                .map(|(row, id)| (id, row))
                .collect::<Vec<_>>()
        })
    });
    measure_cards(view, seen);
    let height = words(move || {
        let rows = count.get() + usize::from(slot.get().is_some());
        ["block-size: ", &tenths((rows.max(1) as f64 * view.pitch.get()) as f32), "px"].concat()
    });
    view! {
        <ol class="cards" node_ref=list style=height>
            <For each=move || seen.get() key=|(id, _)| *id let:entry>
                <CardView id=entry.0 place=place_of(view, seen, slot, entry.0)/>
            </For>
            {part(move || slot.get().map(|row| view! { <Slot row/> }).into_any())}
        </ol>
    }
}

/// The distance of a card from the top of its list.
fn place_of(
    view: BoardView,
    seen: Memo<Vec<(CustomerId, usize)>>,
    slot: Memo<Option<usize>>,
    id: CustomerId,
) -> Signal<f64> {
    let row = Memo::new(move |before: Option<&usize>| {
        let row = seen.with(|seen| seen.iter().find(|(seen, _)| *seen == id).map(|(_, row)| *row));
        row.or(before.copied()).unwrap_or(0)
    });
    Signal::derive(move || {
        let row = row.get();
        let row = if slot.get().is_some_and(|slot| slot <= row) { row + 1 } else { row };
        row as f64 * view.pitch.get()
    })
}

/// Learns the height of a card from the first one drawn.
fn measure_cards(view: BoardView, seen: Memo<Vec<(CustomerId, usize)>>) {
    Effect::new(move |_| {
        view.viewport.track();
        let Some(first) = seen.with(|seen| seen.first().map(|(id, _)| *id)) else { return };
        let Some(card) = measure::element_by_id(&format!("row-{first}")) else { return };
        let pitch = measure::rect(&card).height;
        if pitch > 1.0 && (pitch - view.pitch.get_untracked()).abs() > 0.5 {
            view.pitch.set(pitch);
        }
    });
}

#[component]
fn Slot(row: usize) -> impl IntoView {
    let (view, state, t) = (BoardView::here(), use_state(), use_words());
    let text = words(move || {
        let id = view.lift.with(|lift| lift.as_ref().map(|lift| lift.id));
        let name = id.and_then(|id| {
            state.with(|w| w.customer(id).map(|customer| customer.details.name.clone()))
        });
        name.map(|name| t.board_slot(&name, &t.number(row + 1))).unwrap_or_default()
    });
    view! {
        <li class="card-row" aria-hidden="true" style=words(move || translate(row as f64 * view.pitch.get()))>
            <div class="drop-slot">{text}</div>
        </li>
    }
}
