//! The clipboard, writing only: reading it would ask the person for a permission.

use wasm_bindgen_futures::JsFuture;

use super::window;

/// The browser did not let us: show the text, so that the person can copy it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// Puts the text into the clipboard. Call it in the handler of a click, or browsers refuse.
///
/// # Errors
/// [`Refused`] without a click, without permission, or on a page that is not secure (`http:`).
pub async fn write(text: &str) -> Result<(), Refused> {
    let clipboard = window().ok_or(Refused)?.navigator().clipboard();
    if clipboard.is_undefined() {
        return Err(Refused);
    }
    JsFuture::from(clipboard.write_text(text)).await.map(drop).map_err(|_| Refused)
}
