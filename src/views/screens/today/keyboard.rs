//! The list by keys: arrows go from line to line, the space bar does what is due, single letters put
//! off, put away and open the menu.

use std::sync::Arc;

use leptos::{prelude::*, web_sys};
use wasm_bindgen::JsCast;

use super::{
    ask::Ask,
    deeds::{Deeds, line_id, names},
    model::{Day, Row},
};
use crate::platform::measure;

/// A key in the list.
pub fn steer(deeds: Deeds, day: Memo<Arc<Day>>, event: &web_sys::KeyboardEvent) {
    let is_plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.shift_key();
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some(target) = target.filter(|_| is_plain) else { return };
    // A field and its form have keys of their own.
    if !matches!(target.closest("form"), Ok(None)) {
        return;
    }
    let Some(row) = row_of(&target, &day.get_untracked()) else { return };
    if act(deeds, &row, &target, &event.key()) {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn row_of(target: &web_sys::Element, day: &Day) -> Option<Row> {
    let line = target.closest("[data-testid=due-row]").ok()??.id();
    let mut rows = day.groups.iter().flat_map(|group| &group.rows);
    rows.find(|row| line_id(row.customer, &row.due) == line).cloned()
}

/// Whether the key meant something here.
fn act(deeds: Deeds, row: &Row, target: &web_sys::Element, key: &str) -> bool {
    let is_button = target.tag_name() == "BUTTON";
    let lower = key.to_lowercase();
    match lower.as_str() {
        "arrowdown" => go(row, |place, last| (place + 1).min(last)),
        "arrowup" => go(row, |place, _| place.saturating_sub(1)),
        "home" => go(row, |_, _| 0),
        "end" => go(row, |_, last| last),
        " " if !is_button => deeds.act(row),
        _ if !deeds.ui.single_keys.get_untracked() => return false,
        "s" => deeds.put_off(row, deeds.in_days(1)),
        "x" => deeds.asking.set(Some(Ask::reason(row))),
        "m" => deeds.open_menu(row),
        _ => return false,
    }
    true
}

fn go(row: &Row, to: impl Fn(usize, usize) -> usize) {
    let names = names();
    let (Some(place), last) = (super::deeds::place_of(row), names.len().saturating_sub(1)) else {
        return;
    };
    if let Some(name) = names.get(to(place, last)) {
        measure::focus(name);
        measure::reveal(name);
    }
}
