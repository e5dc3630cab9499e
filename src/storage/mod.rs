//! Keeping a workspace so that it is not lost: two lanes, one merge (`reliability`, the design).
//!
//! Every operation goes to the [`Journal`] inside the click and then, in one strict transaction,
//! through the [`Lane`]; [`Book`] leads both. Everything that comes from elsewhere (a journal, a
//! second tab, a file) goes through the same merge. Only `browser` knows a browser; everything
//! else works against the two traits and runs under plain `cargo test`.
//!
//! | file | what it holds |
//! |---|---|
//! | `stamp` | when a field was written, and the clock that says so |
//! | `record`, `merge` | a record as fields with stamps, and the one merge |
//! | `versions` | what was written at once by two who did not know of each other; erasure |
//! | `inside` | one record as a person may want to see it, and its erasure everywhere |
//! | `codec` | fields, entries and sections to JSON and back, by one description for both |
//! | `document` | the stored shape of every record, kept for ever, and the list of their kinds |
//! | `frame`, `page` | files as bytes with a checksum, many of them in one row |
//! | `operation` | one change of the person, as the journal keeps it |
//! | `lane`, `journal` | the two traits; `memory` and `browser` implement them |
//! | `reading` | pages into a workspace, the whole of most starts |
//! | `book`, `opening` | the start when more is to be done, the recording, the saving and the absorbing |
//! | `ledger`, `known`, `canary` | what a tab has in hand, and what it compares at the start |
//! | `file` | the workspace as one file that a person holds |
//! | `sealed` | the same under a passphrase |
//! | `points` | earlier states in a store of their own, to go back to |

mod book;
#[cfg(target_arch = "wasm32")]
pub mod browser;
mod canary;
mod codec;
mod damage;
pub mod document;
pub mod file;
mod frame;
mod inside;
mod journal;
mod known;
mod lane;
mod ledger;
pub mod memory;
mod merge;
mod opening;
mod operation;
mod page;
mod points;
mod reading;
mod record;
mod record_text;
mod sealed;
mod stamp;
#[cfg(test)]
mod trials;
mod versions;

pub use book::{Arrived, Book, Receipt};
pub use canary::Backup;
pub use damage::{Damage, Place, Reason};
pub use document::{Patch, apply, difference};
pub use file::FileProblem;
pub use inside::{StoredEntry, Version};
pub use journal::{Journal, JournalError};
pub use lane::{Lane, LaneError, Rewrite, Task};
pub use merge::merge;
pub use opening::Opened;
pub use operation::{Operation, OperationId};
pub use points::{Cause, Point, PointError, Shelf};
pub use reading::Looked;
pub use record::{Entry, Record, RecordKey};
pub use sealed::{SealedHead, is_sealed};
pub use stamp::{Clock, Stamp};

/// The version of the stored shape. A build reads every schema up to its own, writes only its own
/// and leaves files of a newer one as they are.
pub const SCHEMA: u16 = 1;
