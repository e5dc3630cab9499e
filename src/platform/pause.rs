//! Letting the browser draw and listen between two pieces of long work.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::listener::after;

/// Long enough for a frame to be drawn.
const FRAME_MS: u32 = 20;

/// Waits until the browser had time to draw and to take input.
pub async fn breathe() {
    wait(FRAME_MS).await;
}

/// Waits.
pub async fn wait(milliseconds: u32) {
    let promise = Promise::new(&mut |resolve, _| {
        after(milliseconds, move || {
            // A promise takes any value.
            let _ = resolve.call0(&JsValue::NULL);
        })
        .detach();
    });
    // It is never rejected.
    let _ = JsFuture::from(promise).await;
}
