//! The axes whose values are stored as words, and the typed ids.

use uuid::Uuid;

use crate::{
    domain::{
        ChangeId, Channel, ColumnId, ContactForm, ContactId, ContactWish, CustomerId, Direction,
        Intensity, Kind, Mode, Mood, Phase, Purpose, RelationType, Source, Standing, View,
    },
    storage::codec::{Blank, Id, Token, Value, Wrong, word},
};

word! {
    Channel = Call, needed;
    ContactForm = Personal, needed;
    ContactWish = Welcome, needed;
    Direction = Outbound, needed;
    Intensity = Loose, needed;
    Kind = Firm, new;
    Mode = Transactional, needed;
    Mood = Neutral, needed;
    Phase = Acquire, new;
    Purpose = Sale, needed;
    RelationType = Transactional, needed;
    Source = Other, needed;
    Standing = Active, new;
    View = Unknown, new;
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

ids!(ChangeId, ColumnId, ContactId, CustomerId);
