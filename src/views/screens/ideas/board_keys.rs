//! The board of ideas by keys: arrows go from idea to idea, the space bar lifts one, arrows carry
//! it, Enter or the space bar lets it fall, Escape puts it back.

use leptos::{prelude::*, web_sys};
use wasm_bindgen::JsCast;

use super::{card, lift, view_state::IdeasView};
use crate::{
    domain::{IdeaId, IdeaState},
    platform::{listener::next_frame, measure},
    views::{parts::OpenMenu, shell::use_menu},
};

/// A key on the board.
pub fn steer(view: IdeasView, event: &web_sys::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let held = view.lift.get_untracked().filter(|lift| lift.by_keys);
    let is_taken = match held {
        Some(lift) => carry(view, lift, &event.key()),
        None => wander(view, event),
    };
    if is_taken {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn carry(view: IdeasView, held: lift::Lift, key: &str) -> bool {
    match key {
        "ArrowRight" => beside(held.to, 1).into_iter().for_each(|to| lift::hold_over(view, to)),
        "ArrowLeft" => beside(held.to, -1).into_iter().for_each(|to| lift::hold_over(view, to)),
        " " | "Enter" => {
            lift::let_fall(view);
            focus(held.id);
        }
        "Escape" => {
            view.shown.set(held.from);
            lift::put_back(view);
            focus(held.id);
        }
        // Everything else waits until the idea is down again.
        _ => {}
    }
    true
}

fn wander(view: IdeasView, event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some(target) = target.filter(|target| target.tag_name() != "BUTTON") else { return false };
    let Ok(Some(here)) = target.closest("[data-testid=idea-card]") else { return false };
    let id = here.get_attribute("data-id").and_then(|id| id.parse::<IdeaId>().ok());
    let Some(id) = id else { return false };
    match event.key().as_str() {
        " " => lift::take(view, id, true, 0.0),
        "m" | "M" => {
            let items = card::items(view, id);
            use_menu().set(Some(OpenMenu::beside(&here, view.t.ideas_move_to(), items)));
        }
        key => match step(view, key, id) {
            Some(next) => focus(next),
            None => return false,
        },
    }
    true
}

/// The next idea in the direction of an arrow; across, the next column that has any.
fn step(view: IdeasView, key: &str, id: IdeaId) -> Option<IdeaId> {
    view.columns.with_untracked(|all| {
        let (column, row) = all.iter().enumerate().find_map(|(at, column)| {
            Some((at, column.ideas.iter().position(|idea| *idea == id)?))
        })?;
        let in_column = |row: usize| all.get(column)?.ideas.get(row).copied();
        let near = |column: &crate::domain::IdeaColumn| {
            column.ideas.get(row).or(column.ideas.last()).copied()
        };
        match key {
            "ArrowDown" => in_column(row + 1),
            "ArrowUp" => in_column(row.checked_sub(1)?),
            "ArrowRight" => all.iter().skip(column + 1).find_map(near),
            "ArrowLeft" => all.iter().take(column).rev().find_map(near),
            _ => None,
        }
    })
}

fn beside(state: IdeaState, by: isize) -> Option<IdeaState> {
    let at = IdeaState::BOARD.iter().position(|known| *known == state)?;
    IdeaState::BOARD.get(at.checked_add_signed(by)?).copied()
}

fn focus(id: IdeaId) {
    next_frame(move || {
        measure::focus_id(&["idea-", &id.to_string()].concat());
    })
    .detach();
}
