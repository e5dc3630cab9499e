//! Whether a customer is on the board, and where else.

use super::axes::axis;

axis! {
    /// Lost and dormant relationships leave the board without leaving the book.
    Standing {
        /// On the board.
        Active = "active",
        /// Dormant: nothing is due until it wakes up.
        Resting = "resting",
        /// Went elsewhere.
        Lost = "lost",
        /// Kept for the record.
        Archived = "archived",
    }
}
