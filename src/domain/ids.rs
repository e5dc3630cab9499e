//! Typed ids. A customer's id can never be handed in where a contact's is meant.

use std::{fmt, str::FromStr};

use uuid::Uuid;

macro_rules! typed_ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(out)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

typed_ids! {
    /// One customer.
    CustomerId,
    /// One contact with a customer.
    ContactId,
    /// One change of a customer's classification.
    ChangeId,
    /// One column of the person's own phase scheme.
    ColumnId,
    /// One matter of a customer.
    MatterId,
    /// One product or template of the workspace.
    AssetId,
    /// One field that the person defined.
    FieldId,
    /// One idea.
    IdeaId,
    /// One change of an idea's state.
    TurnId,
    /// What an idea came out of: the number of a contact, a case, an entry in a log, a poll.
    OriginId,
    /// One comment on an idea.
    CommentId,
    /// One poll.
    PollId,
    /// One answer a poll offers.
    OptionId,
    /// One community group.
    GroupId,
    /// One meeting of a group.
    EventId,
    /// One entry in the log of a group.
    PostId,
}

/// Gives ids that were never given before. The browser's randomness in the app, a counter in tests.
pub trait NewIds {
    /// The next id.
    fn next(&mut self) -> Uuid;
}

impl<F: FnMut() -> Uuid> NewIds for F {
    fn next(&mut self) -> Uuid {
        self()
    }
}
