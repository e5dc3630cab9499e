//! Stories of storage: everything is broken on purpose, and nothing may be lost.

mod crashes;
mod damage;
mod files;
mod fixture;
mod made_up;
mod round_trips;
mod shop;
mod tabs;
