//! What a person sees and does. Uses state, route, domain and platform; never storage's insides.

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
pub mod chunks;
#[cfg(target_arch = "wasm32")]
mod dialogs;
#[cfg(any(target_arch = "wasm32", test))]
mod keys;
#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "dialogs/palette/matching.rs"]
mod palette_matching;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
mod screens;
#[cfg(target_arch = "wasm32")]
mod shell;
#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "screens/today/model/mod.rs"]
mod today_model;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod wording;

#[cfg(target_arch = "wasm32")]
pub use app::App;
