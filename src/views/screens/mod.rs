//! The screens, one per address.

mod board;
mod customer;
mod customers;
mod data;
mod not_found;
mod rescue;

pub use board::{BoardScreen, Handling};
pub use customer::CustomerScreen;
pub use customers::CustomersScreen;
pub use data::DataScreen;
pub use not_found::NotFound;
pub use rescue::RescueScreen;
