//! The part of the address behind `#`: the router's and the share codes' place.

use wasm_bindgen::JsValue;

use super::{
    listener::{Listener, Options, on_window},
    window,
};

/// The fragment as it stands in the address, still percent-encoded, without `#`.
pub fn current_fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').map(str::to_owned).unwrap_or(hash)
}

/// Goes there, as one step that *Back* undoes. With or without `#` in front. [`on_change`] hears of
/// it, unless we are there already.
pub fn go(fragment: &str) {
    if let Some(window) = window() {
        // Any text is a fragment.
        let _ = window.location().set_hash(bare(fragment));
    }
}

/// Loads the page again.
pub fn load_again() {
    if let Some(window) = window() {
        // Refused only while the page is being left.
        let _ = window.location().reload();
    }
}

/// Puts the fragment in place of the present one without a step for *Back*. With or without `#` in
/// front. [`on_change`] does not hear of it. An empty fragment leaves the bare address, which is how
/// a share code is taken out of the history before anything else runs.
pub fn replace(fragment: &str) {
    let Some(window) = window() else { return };
    let location = window.location();
    let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let address = match bare(fragment) {
        "" => path,
        fragment => format!("#{fragment}"),
    };
    let Ok(history) = window.history() else { return };
    // Refused only after hundreds of calls within seconds; the address is then older than the page.
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
}

/// Hears of every new fragment: a link, [`go`], *Back* and *Forward*, the address bar.
pub fn on_change(mut callback: impl FnMut(String) + 'static) -> Listener {
    on_window("hashchange", Options::default(), move |_: web_sys::Event| {
        callback(current_fragment());
    })
}

fn bare(fragment: &str) -> &str {
    fragment.strip_prefix('#').unwrap_or(fragment)
}
