//! The screens, one per address.

mod board;
mod customer;
mod customers;
mod data;
mod ideas;
mod not_found;
mod rescue;
mod today;

pub use board::{BoardScreen, Handling};
pub use customer::CustomerScreen;
pub use customers::CustomersScreen;
pub use data::DataScreen;
pub use ideas::{idea_dialog, ideas_of_customer, ideas_screen};
pub use not_found::NotFound;
pub use rescue::RescueScreen;
pub use today::{TodayScreen, due_count};
