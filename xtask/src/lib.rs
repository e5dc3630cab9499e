//! The project's own commands, and the few things the browser stories share with them.
//!
//! `cargo xtask help` lists the commands. This crate knows where the project's files are and which
//! tools they need; it must not know what the app does.

pub mod arguments;
pub mod chunks;
pub mod commands;
pub mod fingerprint;
pub mod mime;
pub mod process;
pub mod project;
pub mod release_build;
pub mod serve_files;
pub mod setup;
pub mod size_budget;
pub mod stand_in;
pub mod static_files;
pub mod steps;
pub mod style_sheet;
pub mod tool_versions;
pub mod wasm_opt_stand_in;
