//! What a step did, as data; the words are in the views.

use crate::domain::{
    AssetKind, Channel, ColumnKey, ContactId, CustomerId, IdeaState, MatterKind, Mood, Standing,
};

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
    /// Something due was done.
    DueDone(CustomerId),
    /// Something due was put off to another day.
    DuePutOff(CustomerId),
    /// Something due was put away with a reason.
    DueDismissed(CustomerId),
    /// Something put off or away is shown again.
    DueTakenUp(CustomerId),
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
    /// A matter was added or changed.
    Recorded(MatterKind),
    /// A matter was taken out.
    RecordRemoved(MatterKind),
    /// A product or template was added or changed.
    AssetKept(AssetKind),
    /// A product or template was taken out.
    AssetRemoved(AssetKind),
    /// Something was done with the idea, poll or group of this name.
    Shaped(String, Deed),
    /// The settings were changed.
    Settings,
    /// A step was taken back.
    Undone(Box<Done>),
}

/// What was done with an idea, a poll or a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Written down.
    Added,
    /// Changed.
    Edited,
    /// Moved to a state.
    Turned(IdeaState),
    /// Decided.
    Decided,
    /// A customer's voice was entered.
    Voice,
    /// A customer's voice was taken out.
    VoiceGone,
    /// Customers were told what came of it.
    Told,
    /// Somebody said something about it.
    Said,
    /// Merged into another idea.
    Merged,
    /// A customer takes part, or how far that has come.
    Guest,
    /// Into the trash.
    Trashed,
    /// Out of the trash.
    Restored,
}
