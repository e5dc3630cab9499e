//! What the columns of a list mean: from which program it comes, and which heading stands for what.
//!
//! Knows headings, not cells; a person may overrule every guess.

mod companions;
mod contains;
mod generic;
mod google;
mod heading;
mod hubspot;
mod mapping;
mod outlook;
mod pipedrive;
mod program;
mod target;
mod thunderbird;

pub(super) use companions::companions;
pub(super) use heading::key;
pub(super) use mapping::{known_headings, looks_like_email};

pub use mapping::Mapping;
pub use program::Program;
pub use target::{PersonPart, Target, UnknownTarget};
