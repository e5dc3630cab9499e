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
    let Ok(Some(line)) = target.closest(".due-row") else { return };
    let key = event.key().to_lowercase();
    let row = row_of(&line, &day.get_untracked());
    if walk(&line, &key) || row.is_some_and(|row| act(deeds, &row, &target, &key)) {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn row_of(line: &web_sys::Element, day: &Day) -> Option<Row> {
    let line = line.id();
    let mut rows = day.groups.iter().flat_map(|group| &group.rows);
    rows.find(|row| line_id(row.customer, &row.due) == line).cloned()
}

/// Whether the key does something with this line.
fn act(deeds: Deeds, row: &Row, target: &web_sys::Element, key: &str) -> bool {
    match key {
        " " if target.tag_name() != "BUTTON" => deeds.act(row),
        _ if !deeds.ui.single_keys.get_untracked() => return false,
        "s" => deeds.put_off(row, deeds.in_days(1)),
        "x" => deeds.asking.set(Some(Ask::reason(row))),
        "m" => deeds.open_menu(row),
        _ => return false,
    }
    true
}

/// Whether the key led to another line.
fn walk(line: &web_sys::Element, key: &str) -> bool {
    let names = names();
    let last = names.len().saturating_sub(1);
    let Some(place) = names.iter().position(|name| line.contains(Some(name))) else { return false };
    let to = match key {
        "arrowdown" => (place + 1).min(last),
        "arrowup" => place.saturating_sub(1),
        "home" => 0,
        "end" => last,
        _ => return false,
    };
    if let Some(name) = names.get(to) {
        measure::focus(name);
        measure::reveal(name);
    }
    true
}
