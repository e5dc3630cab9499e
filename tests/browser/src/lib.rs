//! Browser stories: what a person does, played in three engines on the built files.
//!
//! A story gets a [`stage::Stage`] with a fresh origin (so fresh storage) and finds things as a
//! person would: by role, name and text. This crate drives browsers through WebDriver; it must not
//! use the app's own code, so that a story sees only what a person sees.
//!
//! * [`story`]: what a story is; [`stories`]: all of them, one file per theme
//! * [`stage`], [`finding`], [`acting`], [`pointer`], [`tabs`]: what a story can do
//! * [`axe`], [`console`], [`downloads`]: what a story can check
//! * [`bench`], [`faults`]: how fast it is, and what it survives
//! * [`browser`], [`capabilities`], [`driver_process`], [`runner`]: how it is played

pub mod acting;
pub mod arguments;
pub mod axe;
pub mod bench;
pub mod browser;
pub mod capabilities;
pub mod console;
pub mod downloads;
pub mod driver_process;
pub mod faults;
pub mod finding;
mod origin;
pub mod pointer;
pub mod runner;
pub mod scratch;
pub mod stage;
pub mod stories;
pub mod story;
pub mod tabs;
pub mod waiting;
