//! Everything kept about a customer, and everything that is due: the rules between the records.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may")]

#[path = "records/agenda.rs"]
mod agenda;
#[path = "records/builder.rs"]
mod builder;
#[path = "records/file.rs"]
mod file;
#[path = "records/forms.rs"]
mod forms;
