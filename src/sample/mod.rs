//! Workspaces to look at: the articles' worked example with its neighbours, and made-up ones of
//! any size.
//!
//! Pure, like the domain: the day and the ids come in as arguments. Everything here goes through
//! the domain's own drafts and methods, so that a sample can hold nothing a person could not enter.

mod calendar;
mod cast;
#[cfg(not(target_arch = "wasm32"))]
mod chance;
#[cfg(not(target_arch = "wasm32"))]
mod generate;
#[cfg(not(target_arch = "wasm32"))]
mod made_up_ideas;
mod records;
mod shaping;
mod textbook;
#[cfg(not(target_arch = "wasm32"))]
mod words;

pub use cast::Fault;
#[cfg(not(target_arch = "wasm32"))]
pub use chance::Chance;
#[cfg(not(target_arch = "wasm32"))]
pub use generate::generate;
#[cfg(not(target_arch = "wasm32"))]
pub use made_up_ideas::add_ideas;
pub use textbook::{Language, textbook};
