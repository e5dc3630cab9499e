//! Dialogs and popovers: the browser's own, with focus, Escape and the layer above all others.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

/// Shows a `<dialog>` above everything; the rest of the page is out of reach until it closes.
/// Nothing happens if it is open already or not in the page.
pub fn show_modal(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        let _ = dialog.show_modal();
    }
}

/// Opens the browser's own dialog for printing. Nothing happens where there is none.
pub fn print() {
    if let Some(window) = super::window() {
        let _ = window.print();
    }
}

/// Closes a `<dialog>`; the focus goes back to where it was. Nothing happens if it is closed.
pub fn close(dialog: &HtmlDialogElement) {
    if dialog.open() {
        dialog.close();
    }
}

/// Shows an element with the `popover` attribute. Nothing happens if it is shown already, or in a
/// browser without popovers.
pub fn show_popover(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.show_popover();
    }
}

/// Hides an element with the `popover` attribute. Nothing happens if it is hidden.
pub fn hide_popover(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.hide_popover();
    }
}

/// Whether a popover is shown.
pub fn is_popover_shown(element: &Element) -> bool {
    element.matches(":popover-open").unwrap_or(false)
}
