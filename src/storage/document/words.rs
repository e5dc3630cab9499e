//! The axes whose values are stored as words, and the typed ids.

use uuid::Uuid;

use crate::{
    domain::{
        Category, ChangeId, Channel, ColumnId, CommentId, ContactForm, ContactId, ContactWish,
        CustomerId, Direction, EventId, GroupId, GroupKind, GuestRole, IdeaId, IdeaSource,
        IdeaState, Intensity, Invitation, Kind, Membership, Mode, Mood, OptionId, OriginId,
        OriginKind, Phase, PollId, PostId, Purpose, RelationType, Source, Standing, TurnId, View,
        VoiceHow,
    },
    storage::codec::{Blank, Id, Token, Value, Wrong, word},
};

word! {
    Category = Product, new;
    Channel = Call, needed;
    ContactForm = Personal, needed;
    ContactWish = Welcome, needed;
    Direction = Outbound, needed;
    GroupKind = Forum, new;
    GuestRole = Test, new;
    IdeaSource = Feedback, new;
    IdeaState = New, new;
    Intensity = Loose, needed;
    Invitation = Planned, new;
    Kind = Firm, new;
    Membership = Invited, new;
    Mode = Transactional, needed;
    Mood = Neutral, needed;
    OriginKind = Contact, new;
    Phase = Acquire, new;
    Purpose = Sale, needed;
    RelationType = Transactional, needed;
    Source = Other, needed;
    Standing = Active, new;
    View = Unknown, new;
    VoiceHow = Talk, new;
}

/// An id that must be there. As the id of the record or entry itself it needs no name of its own.
macro_rules! ids {
    ($($name:ident),+ $(,)?) => {$(
        impl Id for $name {
            fn of(id: Uuid) -> Self {
                Self(id)
            }

            fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl Blank for $name {
            fn blank(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl Value for $name {
            fn is_needed(&self) -> bool {
                true
            }

            fn write(&self, out: &mut String) {
                self.0.write(out);
            }

            fn take(&mut self, token: Token<'_>) -> Result<(), Wrong> {
                self.0.take(token)
            }
        }
    )+};
}

ids!(
    ChangeId, ColumnId, CommentId, ContactId, CustomerId, EventId, GroupId, IdeaId, OptionId,
    OriginId, PollId, PostId, TurnId,
);
