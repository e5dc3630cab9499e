//! The lane of the instant: it takes an operation inside the click, before anything is shown.

/// A synchronous store of short texts under keys that are never written twice.
///
/// Nothing is ever read, changed and written back: two tabs that did so would lose each other's
/// entries (fact 6). The canary is the one exception, and there a stale value does no harm.
pub trait Journal {
    /// Keeps an entry.
    fn append(&self, key: &str, text: &str) -> Result<(), JournalError>;

    /// Drops an entry; nothing happens when there is none.
    fn remove(&self, key: &str);

    /// Every entry of this workspace, whichever tab wrote it, by key.
    fn entries(&self) -> Vec<(String, String)>;

    /// What the canary says.
    fn canary(&self) -> Option<String>;

    /// Teaches the canary something else, or nothing.
    fn set_canary(&self, text: Option<&str>);
}

/// Why the journal did not take an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JournalError {
    /// There is no more room.
    Full,
    /// There is no journal at all.
    Blocked,
}
