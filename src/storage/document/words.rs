//! The axes whose values are stored as words, and the typed ids.

use uuid::Uuid;

use crate::{
    domain::{
        Category, ChangeId, Channel, ColumnId, CommentId, ContactForm, ContactId, ContactWish,
        CustomerId, Direction, DueKind, EventId, FieldId, GroupId, GroupKind, GuestRole, IdeaId,
        IdeaSource, IdeaState, Intensity, Invitation, Kind, Manner, MatterId, Membership, Mode,
        Mood, OptionId, OriginId, OriginKind, OwnInput, Phase, PollId, PostId, Purpose,
        RelationType, Salutation, Source, Standing, TurnId, View, VoiceHow, WhatCounts,
    },
    storage::codec::{Blank, Id, Token, Value, Wrong, word},
};

word! {
    Category = Product, new;
    Channel = Call, needed;
    ContactForm = Personal, needed;
    ContactWish = Welcome, needed;
    Direction = Outbound, needed;
    DueKind = Task, needed;
    GroupKind = Forum, new;
    GuestRole = Test, new;
    IdeaSource = Feedback, new;
    IdeaState = New, new;
    Intensity = Loose, needed;
    Invitation = Planned, new;
    Kind = Firm, new;
    Manner = Personal, needed;
    OwnInput = Text, needed;
    Membership = Invited, new;
    Mode = Transactional, needed;
    Mood = Neutral, needed;
    OriginKind = Contact, new;
    Phase = Acquire, new;
    Purpose = Sale, needed;
    RelationType = Transactional, needed;
    Salutation = Sie, needed;
    Source = Other, needed;
    Standing = Active, new;
    View = Unknown, new;
    WhatCounts = Quality, needed;
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
    ChangeId, ColumnId, CommentId, ContactId, CustomerId, EventId, FieldId, GroupId, IdeaId,
    MatterId, OptionId, OriginId, PollId, PostId, TurnId,
);
