//! What holds for the whole workspace.

use super::{portrait::OwnField, scheme::OwnColumn};

/// The settings of a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The firm's name; empty until someone gives it.
    pub name: String,
    /// The currency of every amount, ISO 4217.
    pub currency: String,
    /// The columns of the own scheme. While there are none, the own scheme shows the fine phases.
    pub columns: Vec<OwnColumn>,
    /// Fields of every customer that the person defined.
    pub fields: Vec<OwnField>,
    /// How soon things are due.
    pub targets: Targets,
}

/// How soon things are due. The articles give no numbers: these are ours, to be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Targets {
    /// Days until feedback is asked for after a delivery (R4).
    pub feedback_days: u16,
    /// Hours until the first reply to a complaint (D8, R15).
    pub reply_hours: u16,
    /// Days until we ask whether trust was won back (R15).
    pub trust_days: u16,
    /// Months until a classification is looked at again (R41).
    pub review_months: u16,
    /// How many days before a renewal or the last day to cancel we are told (R13).
    pub renewal_days: u16,
}

impl Default for Targets {
    fn default() -> Self {
        Self {
            feedback_days: 7,
            reply_hours: 4,
            trust_days: 14,
            review_months: 6,
            renewal_days: 30,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: String::new(),
            currency: "EUR".to_owned(),
            columns: Vec::new(),
            fields: Vec::new(),
            targets: Targets::default(),
        }
    }
}
