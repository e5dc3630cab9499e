//! From two taps to a contact.

use chrono::{NaiveDateTime, Timelike};
use leptos::prelude::*;

use super::{Sheet, kinds::Kind};
use crate::{
    domain::{Channel, Contact, ContactId, CustomerId, Mood, NewIds, Purpose},
    state::{AppState, Done},
    views::wording::Language,
};

/// Saves the contact as one of this minute. Its id, or `None` when it was refused.
pub fn log(
    state: AppState,
    t: Language,
    sheet: Sheet,
    customer: CustomerId,
    kind: Kind,
    mood: Option<Mood>,
) -> Option<ContactId> {
    let mut moment = state.moment();
    let id = ContactId(moment.next());
    let (channel, purpose) = match kind {
        Kind::Channel(channel) => (channel, None),
        Kind::Gesture => (usual_channel(state, customer), Some(Purpose::Gesture)),
    };
    let contact = Contact {
        id,
        at: to_the_minute(moment.now),
        channel,
        direction: sheet.direction.get_untracked(),
        purpose,
        mood,
        with: sheet.with.get_untracked(),
        text: String::new(),
        heard: String::new(),
        next: None,
        extra: None,
    };
    let done = Done::Logged { customer, contact: id, channel, mood };
    match state.commit(done, |ws, _| ws.put_contact(customer, contact)) {
        Ok(_) => Some(id),
        Err(refusal) => {
            sheet.problem.set(Some(t.refusal(refusal)));
            None
        }
    }
}

/// How a gesture comes when nobody says: as the customer likes it best, else by post.
fn usual_channel(state: AppState, customer: CustomerId) -> Channel {
    let liked = state
        .peek(|ws| ws.customer(customer).and_then(|customer| customer.details.preferred_channel));
    liked.unwrap_or(Channel::Letter)
}

/// As exact as the form of a contact, so that opening it changes nothing.
fn to_the_minute(now: NaiveDateTime) -> NaiveDateTime {
    now.with_second(0).and_then(|now| now.with_nanosecond(0)).unwrap_or(now)
}
