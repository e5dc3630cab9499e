//! Rapport: a customer-relationship app that needs no server. This is its map.
//!
//! ```text
//! click ─► views ─► state.commit ─► domain method ─► new Workspace
//!                       │                                │
//!                       │          difference(old, new) = changed fields
//!                       ▼                                ▼
//!                signal ─► memos ─► views       storage: journal (at once) ─► tables ─► "Saved"
//! ```
//!
//! Data flows one way round this circle; nothing else writes. Each module may use those below it and
//! must never know those above (`tests/house.rs` checks it):
//!
//! | module | what it is | must never know |
//! |---|---|---|
//! | [`views`] | what a person sees and does | storage, serde |
//! | `start` | opens the storage and brings the layers together | |
//! | [`state`] | the workspace as a signal, commit, undo, saving | the browser, views |
//! | `platform` | the browser behind small functions | domain, state |
//! | [`storage`] | records with stamps, merge, journal, tables | leptos; only its browser file knows a browser |
//! | [`exchange`] | CSV: bytes in, drafts or problems out | the browser, the clock |
//! | [`figures`] | numbers and drawings from the records | the browser, the clock |
//! | [`sample`] | the sample workspace and made-up customers | the browser, the clock |
//! | [`route`] | screens and addresses | the browser |
//! | [`domain`] | what a customer relationship is | everything else, the clock, chance |

pub mod domain;
pub mod exchange;
pub mod figures;
#[cfg(target_arch = "wasm32")]
pub mod platform;
pub mod route;
pub mod sample;
#[cfg(target_arch = "wasm32")]
pub mod start;
pub mod state;
pub mod storage;
pub mod views;
