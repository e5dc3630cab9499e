//! What holds for the whole workspace.

use super::scheme::OwnColumn;

/// The settings of a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The firm's name; empty until someone gives it.
    pub name: String,
    /// The currency of every amount, ISO 4217.
    pub currency: String,
    /// The columns of the own scheme. While there are none, the own scheme shows the fine phases.
    pub columns: Vec<OwnColumn>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { name: String::new(), currency: "EUR".to_owned(), columns: Vec::new() }
    }
}
