//! What happens when the app itself breaks: the person sees why and can take the data along.
//!
//! A panic ends the wasm instance, so nothing here counts on it living on. The panel is static HTML
//! in `index.html` (`#crash`) and plain JavaScript (`public/crash.js`), which also hears of traps
//! that come without a panic. Showing the panel needs no script at all: it is enough to unhide it.

use std::panic::{self, PanicHookInfo};

use super::{document, window};

/// Shows every panic in the console and then the crash panel. Call it before anything else.
pub fn install() {
    panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        show(info);
    }));
}

/// Hands every stored byte to the person, as the panel does.
pub fn download_raw_data() {
    if let (Some(window), Ok(event)) = (window(), web_sys::Event::new("rapport-raw-data")) {
        // Nobody can refuse an event without a way to cancel it.
        let _ = window.dispatch_event(&event);
    }
}

fn show(info: &PanicHookInfo<'_>) {
    let Some(document) = document() else { return };
    if let Some(detail) = document.get_element_by_id("crash-detail") {
        detail.set_text_content(Some(&info.to_string()));
    }
    if let Some(panel) = document.get_element_by_id("crash") {
        // Unhiding cannot be refused.
        let _ = panel.remove_attribute("hidden");
    }
    // The script makes the panel modal once this call is over: doing it here would move the focus
    // and call back into an instance that is falling.
    if let (Some(window), Ok(event)) = (window(), web_sys::Event::new("rapport-crash")) {
        let _ = window.dispatch_event(&event);
    }
}
