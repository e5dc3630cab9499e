//! Stories of storage: everything is broken on purpose, and nothing may be lost.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a story that cannot go on has failed"
)]

mod crashes;
mod damage;
mod files;
mod fixture;
mod ideas;
mod looking;
mod made_up;
mod points;
mod records;
mod round_trips;
mod shop;
mod tabs;
mod versions;
