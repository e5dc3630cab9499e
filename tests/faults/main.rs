//! The stores are broken on purpose, thousands of times, and nothing may be lost. Every test prints
//! how much it did and from which seed; a failure names the seed of its case.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]
#![allow(dead_code, reason = "the made-up workspaces serve other tests, too")]

mod decoders;
mod interleavings;
#[path = "../storage/made_up.rs"]
mod made_up;
mod merges;
mod positions;
mod power;
#[path = "../storage/shop.rs"]
mod shop;
mod world;
