//! The focus on the board: a card can be anywhere in the column, also where it is not drawn yet.

use leptos::prelude::*;

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
    let Some(key) = view.key_at(column) else { return };
    view.shown.set(column);
    let selector = format!("[data-testid=column][data-key='{}'] .cards", key.key());
    let list = document().query_selector(&selector).ok().flatten();
    let Some(list) = list.as_ref().map(measure::rect) else { return };
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
