//! On a phone one column is shown at a time: a switch above it, and a swipe across it.

use leptos::{ev, prelude::*, web_sys};
use wasm_bindgen::JsCast;

use super::view_state::BoardView;
use crate::{
    platform::listener::{Options, on_window},
    views::{
        parts::{part, whether, words},
        ui::use_words,
    },
};

/// How far a finger goes across for the next column.
const SWIPE: f64 = 64.0;

/// The switch between columns.
#[component]
pub fn PhaseSwitch() -> impl IntoView {
    let (view, t) = (BoardView::here(), use_words());
    let columns = Memo::new(move |_| {
        view.board.with(|board| {
            board.columns.iter().map(|column| (column.key, column.cards.len())).collect::<Vec<_>>()
        })
    });
    let radio = move |(at, (key, count)): (usize, (_, usize))| {
        let choose = move |_: ev::Event| view.shown.set(at);
        view! {
            <label data-switch=at.to_string()>
                <input
                    type="radio"
                    name="column"
                    value=at.to_string()
                    prop:checked=whether(move || view.shown.get() == at)
                    on:change=choose
                />
                {words(move || view.column_name(key))} " " <span class="count">{t.number(count)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segmented phase-switch phone-only">
            <legend class="visually-hidden">{t.board_show_column()}</legend>
            {part(move || columns.get().into_iter().enumerate().map(radio).collect_view().into_any())}
        </fieldset>
    }
}

/// Hears every swipe across this board.
pub fn listen_for_swipes(view: BoardView) -> impl Sized {
    let start = StoredValue::new(None::<(f64, f64)>);
    // A finger that carries a card does not swipe, also not when it has just put it down.
    Effect::new(move |_| {
        if view.lift.with(Option::is_some) {
            start.set_value(None);
        }
    });
    let options = Options { capture: false, passive: true };
    let down = on_window("touchstart", options, move |event: web_sys::TouchEvent| {
        let on_board = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|target| matches!(target.closest("[data-testid=board]"), Ok(Some(_))));
        start.set_value(place(&event).filter(|_| on_board && event.touches().length() == 1));
    });
    let up = on_window("touchend", options, move |event: web_sys::TouchEvent| {
        let (Some(from), Some(to)) = (start.get_value(), place(&event)) else { return };
        start.set_value(None);
        let (across, down) = (to.0 - from.0, (to.1 - from.1).abs());
        if across.abs() < SWIPE || down > across.abs() / 2.0 {
            return;
        }
        let last = view.board.with_untracked(|board| board.columns.len().saturating_sub(1));
        view.shown.update(|shown| {
            *shown = if across < 0.0 { (*shown + 1).min(last) } else { shown.saturating_sub(1) };
        });
    });
    (down, up)
}

fn place(event: &web_sys::TouchEvent) -> Option<(f64, f64)> {
    let touch = event.changed_touches().get(0)?;
    Some((touch.client_x().into(), touch.client_y().into()))
}
