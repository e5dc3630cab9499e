//! What an import will do, row by row, before it is done: the person may change every decision.

mod apply;
mod fill;
mod planned;

pub use apply::{ImportResult, apply};
pub use planned::{Counts, Decision, Duplicate, ImportPlan, PlannedRow};
