//! Small choices of this person on this device: language, theme, keys.
//!
//! Kept as plain text in localStorage under `rapport/preferences/<name>`, where `start.js` reads the
//! theme and the language before the first paint. When storage is blocked or full they are kept in
//! memory until the page is closed. Not for data: that is the business of `storage`.

use std::cell::RefCell;

use litemap::LiteMap;

use super::window;

const FOLDER: &str = "rapport/preferences/";

/// The colours: `light`, `dark`; absent means as the system has it.
pub const THEME: &str = "theme";
/// The language: `de`, `en`; absent means as the browser has it.
pub const LANGUAGE: &str = "language";
/// Which workspace was open last.
pub const WORKSPACE: &str = "workspace";
/// Whether single keys are shortcuts: `off`; absent means on (WCAG 2.1.4).
pub const SINGLE_KEYS: &str = "single-keys";
/// Whether the browser was asked to keep what is stored: `yes` once it was.
pub const ASKED_TO_KEEP: &str = "asked-to-keep";

thread_local! {
    /// What could not be written; it outranks what is stored. `None`: removed.
    static UNSTORED: RefCell<LiteMap<String, Option<String>>> = const { RefCell::new(LiteMap::new()) };
}

/// The value, if one was ever chosen.
pub fn get(name: &str) -> Option<String> {
    let unstored = UNSTORED.with_borrow(|unstored| unstored.get(name).cloned());
    unstored.unwrap_or_else(|| store()?.get_item(&key(name)).ok().flatten())
}

/// Chooses a value; keep it below a hundred characters.
pub fn set(name: &str, value: &str) {
    let stored = store().is_some_and(|store| store.set_item(&key(name), value).is_ok());
    remember_unless(stored, name, Some(value));
}

/// Takes a choice back.
pub fn remove(name: &str) {
    let stored = store().is_some_and(|store| store.remove_item(&key(name)).is_ok());
    remember_unless(stored, name, None);
}

/// Takes back every choice whose name contains this.
pub fn remove_all_naming(part: &str) {
    let Some(store) = store() else { return };
    let keys = (0..store.length().unwrap_or(0)).filter_map(|at| store.key(at).ok()?);
    let named = keys.filter_map(|key| key.strip_prefix(FOLDER).map(str::to_owned));
    let found: Vec<String> = named.filter(|name| name.contains(part)).collect();
    found.iter().for_each(|name| remove(name));
}

/// Whether localStorage takes and gives back a value right now. It does not when site data is
/// blocked, when the quota is used up or when the file is damaged.
pub fn storage_works() -> bool {
    let probe = key("probe");
    let Some(store) = store() else { return false };
    let kept = store.set_item(&probe, "1").is_ok()
        && store.get_item(&probe).ok().flatten().as_deref() == Some("1");
    kept && store.remove_item(&probe).is_ok()
}

fn remember_unless(stored: bool, name: &str, value: Option<&str>) {
    UNSTORED.with_borrow_mut(|unstored| {
        if stored {
            unstored.remove(name);
        } else {
            unstored.insert(name.to_owned(), value.map(str::to_owned));
        }
    });
}

fn key(name: &str) -> String {
    format!("{FOLDER}{name}")
}

/// Asked anew each time: with blocked site data the mere access throws, and people change that
/// setting while the page is open.
fn store() -> Option<web_sys::Storage> {
    window()?.local_storage().ok().flatten()
}
