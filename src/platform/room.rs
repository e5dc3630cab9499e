//! How much room the browser gives, and whether it promised to keep what is stored.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Room for everything stored by this site, in bytes; browsers round it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// How much is taken.
    pub used: f64,
    /// How much there is in all.
    pub most: f64,
}

/// How much room there is, if the browser tells.
pub async fn estimate() -> Option<Room> {
    let answer = ask("estimate").await?;
    let number = |name: &str| Reflect::get(&answer, &name.into()).ok()?.as_f64();
    Some(Room { used: number("usage")?, most: number("quota")? })
}

/// Whether the browser promised not to remove what is stored when room is short. `None` if it
/// knows no such promise.
pub async fn is_persisted() -> Option<bool> {
    ask("persisted").await?.as_bool()
}

/// Asks for that promise. Some browsers ask the person, others decide by themselves.
pub async fn persist() -> bool {
    ask("persist").await.and_then(|answer| answer.as_bool()).unwrap_or(false)
}

async fn ask(method: &str) -> Option<JsValue> {
    let promise = {
        let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).ok()?;
        let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
        let method: Function = Reflect::get(&storage, &method.into()).ok()?.dyn_into().ok()?;
        method.call0(&storage).ok()?.dyn_into::<Promise>().ok()?
    };
    JsFuture::from(promise).await.ok()
}
