//! Figures and drawings worked out from the records: workspace in, numbers out.
//!
//! Pure. Knows nothing of browsers, languages or the clock.

pub mod band;
pub mod tally;
pub mod trend;
