//! What a step did, as data; the words are in the views.

use crate::domain::{Channel, ColumnKey, ContactId, CustomerId, Mood, Standing};

/// What was done.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// A customer file was opened.
    Created(CustomerId),
    /// A customer file was changed.
    Edited(CustomerId),
    /// A customer was moved into a column.
    Moved {
        /// Who.
        customer: CustomerId,
        /// Where to.
        to: ColumnKey,
    },
    /// The order inside a column was changed.
    Reordered(CustomerId),
    /// A contact was logged.
    Logged {
        /// With whom.
        customer: CustomerId,
        /// Which.
        contact: ContactId,
        /// How.
        channel: Channel,
        /// In which mood.
        mood: Option<Mood>,
    },
    /// A contact was changed.
    ContactEdited(CustomerId),
    /// A contact was taken out.
    ContactRemoved(CustomerId),
    /// An agreed step was done.
    StepDone(CustomerId),
    /// A customer went on or off the board.
    Standing(CustomerId, Standing),
    /// A customer went to the trash.
    Trashed(CustomerId),
    /// A customer came back from the trash.
    Restored(CustomerId),
    /// A list was brought in.
    Imported {
        /// New customers.
        added: usize,
        /// Customers whose empty fields were filled.
        filled: usize,
    },
    /// Files or parts of files that were lost came back.
    CameBack {
        /// How many customers.
        n: usize,
    },
    /// Everything went back to an earlier state.
    WentBack,
    /// Many customers were changed at once.
    Many {
        /// How many.
        n: usize,
    },
    /// The settings were changed.
    Settings,
    /// A step was taken back.
    Undone(Box<Done>),
}
