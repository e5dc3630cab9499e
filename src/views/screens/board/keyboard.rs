//! The board by keys: arrows go from card to card, the space bar lifts one, arrows carry it, Enter
//! or the space bar lets it fall, Escape puts it back.

use leptos::{prelude::*, web_sys};
use wasm_bindgen::JsCast;

use super::{
    card_menu,
    focus::{focus_card, reveal_row},
    lift::{Hand, Hands},
    view_state::BoardView,
};
use crate::{
    domain::CustomerId,
    platform::{
        listener::{Options, on_document},
        measure,
    },
    views::{parts::OpenMenu, shell::use_menu},
};

/// Hears every key on this board.
pub fn listen(view: BoardView) -> impl Sized {
    let menu = use_menu();
    on_document("keydown", Options::default(), move |event| steer(view, menu, &event))
}

fn steer(view: BoardView, menu: RwSignal<Option<OpenMenu>>, event: &web_sys::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let hands = Hands::on(view);
    let is_held =
        view.lift.with_untracked(|lift| lift.as_ref().is_some_and(|lift| lift.hand == Hand::Keys));
    let is_taken = if is_held { carry(hands, event) } else { wander(hands, menu, event) };
    if is_taken {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// The card that has the focus.
fn focused(event: &web_sys::KeyboardEvent) -> Option<CustomerId> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    if target.tag_name() == "BUTTON" {
        return None;
    }
    let card = target.closest("[data-testid=card]").ok()??;
    card.get_attribute("data-id")?.parse().ok()
}

fn wander(hands: Hands, menu: RwSignal<Option<OpenMenu>>, event: &web_sys::KeyboardEvent) -> bool {
    let view = hands.view();
    let Some(id) = focused(event) else { return false };
    let Some((column, row)) = view.find(id) else { return false };
    match event.key().as_str() {
        " " => hands.take(id, Hand::Keys, 0.0),
        "m" | "M" => return open_menu(view, menu, id),
        key => match step(view, key, column, row) {
            Some((column, row)) => {
                if let Some(next) = view.customer_at(column, row) {
                    focus_card(view, next);
                }
            }
            None => return false,
        },
    }
    true
}

/// The next place in the direction of an arrow; across, the next column that has cards.
fn step(view: BoardView, key: &str, column: usize, row: usize) -> Option<(usize, usize)> {
    let columns = view.board.with_untracked(|board| board.columns.len());
    let across = |mut order: Box<dyn Iterator<Item = usize>>| {
        let column = order.find(|column| view.count(*column) > 0).unwrap_or(column);
        (column, row.min(view.count(column).saturating_sub(1)))
    };
    Some(match key {
        "ArrowDown" => (column, (row + 1).min(view.count(column).saturating_sub(1))),
        "ArrowUp" => (column, row.saturating_sub(1)),
        "ArrowRight" => across(Box::new(column + 1..columns)),
        "ArrowLeft" => across(Box::new((0..column).rev())),
        "Home" => (column, 0),
        "End" => (column, view.count(column).saturating_sub(1)),
        _ => return None,
    })
}

fn carry(hands: Hands, event: &web_sys::KeyboardEvent) -> bool {
    let view = hands.view();
    let Some(lift) = view.lift.get_untracked() else { return false };
    let columns = view.board.with_untracked(|board| board.columns.len());
    let column = view
        .board
        .with_untracked(|board| board.columns.iter().position(|c| c.key == lift.to.0))
        .unwrap_or(0);
    let (column, row) = match event.key().as_str() {
        "ArrowDown" => (column, (lift.to.1 + 1).min(view.count(column))),
        "ArrowUp" => (column, lift.to.1.saturating_sub(1)),
        "ArrowRight" if column + 1 < columns => (column + 1, lift.to.1.min(view.count(column + 1))),
        "ArrowLeft" if column > 0 => (column - 1, lift.to.1.min(view.count(column - 1))),
        " " | "Enter" => {
            if let Some(id) = hands.drop_here() {
                focus_card(view, id);
            }
            return true;
        }
        "Escape" => {
            hands.put_back();
            focus_card(view, lift.id);
            return true;
        }
        // Everything else waits until the card is down again.
        _ => return true,
    };
    if let Some(key) = view.key_at(column) {
        hands.hold_over((key, row));
        reveal_row(view, column, row);
    }
    true
}

fn open_menu(view: BoardView, menu: RwSignal<Option<OpenMenu>>, id: CustomerId) -> bool {
    let Some(card) = measure::element_by_id(&format!("card-{id}")) else { return false };
    let Ok(Some(card)) = card.closest("[data-testid=card]") else { return false };
    let Ok(Some(button)) = card.query_selector("[data-testid=card-menu]") else { return false };
    menu.set(Some(card_menu::card_menu(view, id, &button)));
    true
}
