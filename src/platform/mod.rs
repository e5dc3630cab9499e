//! The browser behind small functions: one file per concern.
//!
//! Knows nothing of customers, screens or signals. The only
//! place where a closure may be handed to the browser for good. Whatever the browser refuses
//! (blocked storage, missing interfaces) ends in a quiet value here, never in a panic.

pub mod announce;
pub mod appearance;
pub mod clipboard;
pub mod clock;
pub mod crash;
pub mod dialogs;
pub mod files;
pub mod hash;
pub mod ids;
pub mod intl;
pub mod listener;
pub mod measure;
pub mod page;
pub mod paste;
pub mod pause;
pub mod pointer;
pub mod preferences;
pub mod room;
pub mod tabs;

/// The page's window; `None` in a worker.
pub(crate) fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The page's document; `None` in a worker.
pub(crate) fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// The `<html>` element.
pub(crate) fn root() -> Option<web_sys::Element> {
    document()?.document_element()
}

/// Opens the browser's dialog for printing.
pub fn print() {
    if let Some(window) = window() {
        // A browser that cannot print says so itself.
        let _ = window.print();
    }
}
