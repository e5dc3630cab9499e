//! Text that is pasted into the page, outside of any field.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

use super::listener::{Listener, Options, on_window};

/// Hears of text that is pasted anywhere but into a field.
pub fn on_paste(mut callback: impl FnMut(String) + 'static) -> Listener {
    on_window("paste", Options::default(), move |event: Event| {
        if is_in_field(&event) {
            return;
        }
        if let Some(text) = text_of(&event).filter(|text| !text.trim().is_empty()) {
            event.prevent_default();
            callback(text);
        }
    })
}

fn is_in_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || target.has_attribute("contenteditable")
    })
}

fn text_of(event: &Event) -> Option<String> {
    let data = Reflect::get(event, &"clipboardData".into()).ok()?;
    let get: Function = Reflect::get(&data, &"getData".into()).ok()?.dyn_into().ok()?;
    get.call1(&data, &JsValue::from_str("text/plain")).ok()?.as_string()
}
