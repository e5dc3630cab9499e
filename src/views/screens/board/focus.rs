//! The focus on the board: a card can be anywhere in the column, also where it is not drawn yet.

use leptos::{prelude::*, web_sys};

use super::view_state::BoardView;
use crate::{
    domain::CustomerId,
    platform::{
        listener::next_frame,
        measure::{self, Point},
    },
};

/// Room left above a card that is scrolled to, for the head of its column.
const HEADROOM: f64 = 150.0;

/// Scrolls a row of a column into sight.
pub fn reveal_row(view: BoardView, column: usize, row: usize) {
    view.shown.set(column);
    let Some(list) = part_of(view, column, ".cards").as_ref().map(measure::rect) else { return };
    let pitch = view.pitch.get_untracked();
    let top = list.top + row as f64 * pitch;
    let (page, window) = (measure::scroll_position(), measure::window_size());
    let below = top + pitch + pitch - window.height;
    let by = if top < HEADROOM { top - HEADROOM } else { below.max(0.0) };
    if by != 0.0 {
        measure::scroll_to(Point { x: page.x, y: (page.y + by).max(0.0) });
        view.look();
    }
}

/// Focuses a card, wherever it is.
pub fn focus_card(view: BoardView, id: CustomerId) {
    if let Some((column, row)) = view.find(id) {
        reveal_row(view, column, row);
    }
    next_frame(move || {
        measure::focus_id(&format!("card-{id}"));
    })
    .detach();
}

/// Focuses a customer that was sent away from a place: where it went if that is on the screen, else
/// whoever is at that place now.
pub fn focus_after(view: BoardView, id: CustomerId, left: (usize, usize)) {
    let is_drawn = |column: &usize| {
        let list = part_of(view, *column, ".cards");
        list.is_some_and(|list| measure::rect(&list).width > 0.0)
    };
    match view.find(id).filter(|(column, _)| is_drawn(column)) {
        Some(_) => focus_card(view, id),
        None => focus_place(view, left),
    }
}

/// Focuses the card at a place, else the one above it, else the head of the column.
fn focus_place(view: BoardView, (column, row): (usize, usize)) {
    let above = || view.customer_at(column, row.checked_sub(1)?);
    match view.customer_at(column, row).or_else(above) {
        Some(id) => focus_card(view, id),
        None => {
            if let Some(head) = part_of(view, column, "[data-testid=fold]") {
                measure::focus(&head);
            }
        }
    }
}

fn part_of(view: BoardView, column: usize, part: &str) -> Option<web_sys::Element> {
    let key = view.key_at(column)?.key();
    let selector = format!("[data-testid=column][data-key='{key}'] {part}");
    document().query_selector(&selector).ok().flatten()
}
