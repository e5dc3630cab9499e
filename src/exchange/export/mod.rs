//! Customers as a list that spreadsheets open and Rapport reads back unchanged.

mod sheet;

pub use sheet::{Dialect, export};
