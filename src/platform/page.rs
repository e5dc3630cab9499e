//! The page as a whole.

use super::window;

/// Opens the browser's own dialog for printing. A browser without one does nothing.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
