//! The lane that lasts: pages of bytes behind one strict transaction per operation.
//!
//! Knows nothing of records; what a page holds is the caller's affair.

use std::{fmt, future::Future, pin::Pin};

/// Work of a lane, to be awaited. One thread, so it need not be `Send`.
pub type Task<'a, T> = Pin<Box<dyn Future<Output = Result<T, LaneError>> + 'a>>;

/// Gives the new bytes of a page from its old ones; an error leaves every page as it was. It may be
/// called again when a lost connection was opened anew, so it must not change anything.
pub type Rewrite<'a> = dyn Fn(u8, Option<&[u8]>) -> Result<Vec<u8>, LaneError> + 'a;

/// A store of pages.
pub trait Lane {
    /// Hands every page to `each`, in the order of their numbers.
    fn read_all<'a>(&'a self, each: &'a mut dyn FnMut(u8, &[u8])) -> Task<'a, ()>;

    /// Reads these pages; those that do not exist are left out.
    fn read<'a>(&'a self, pages: &'a [u8]) -> Task<'a, Vec<(u8, Vec<u8>)>>;

    /// Rewrites these pages in one strict transaction. Nothing comes between reading and writing,
    /// and the task is done only when the store has confirmed that all of it will last (P2).
    fn update<'a>(&'a self, pages: &'a [u8], rewrite: &'a Rewrite<'a>) -> Task<'a, ()>;

    /// Removes the whole store.
    fn wipe(&self) -> Task<'_, ()>;
}

/// Why a lane did not do it. Whatever it was, no page was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LaneError {
    /// The browser gives no more room.
    Quota,
    /// The browser refuses to store anything, or does not answer.
    Blocked,
    /// The store was closed: a newer version of the app is open, or it was removed.
    Closed,
    /// What is stored was written by a newer version, and this one must not touch it.
    VersionTooNew,
    /// Something else; in the browser's words.
    Other(String),
}

impl fmt::Display for LaneError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quota => out.write_str("quota"),
            Self::Blocked => out.write_str("blocked"),
            Self::Closed => out.write_str("closed"),
            Self::VersionTooNew => out.write_str("version too new"),
            Self::Other(words) => out.write_str(words),
        }
    }
}

impl std::error::Error for LaneError {}
