//! What is next with a customer, and whether it is late.

use chrono::NaiveDate;

use super::{
    axes::{ContactWish, RelationType, View},
    contact::Channel,
    customer::Customer,
    standing::Standing,
};

/// What is next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// By when.
    pub on: NaiveDate,
    /// What.
    pub what: DueWhat,
}

/// What is next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DueWhat {
    /// An agreed step, noted with a contact on this channel.
    Step {
        /// What was agreed; may be empty.
        text: String,
        /// The channel of the contact it was agreed in.
        channel: Channel,
    },
    /// The agreed rhythm of contact runs out (A10, R10).
    Rhythm,
}

/// How urgent it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueState {
    /// The day has passed.
    Late,
    /// Today.
    Today,
    /// Within seven days.
    Soon,
    /// Later than that.
    Later,
}

impl Due {
    /// What is next with this customer: the earliest of the agreed steps and the rhythm. Customers
    /// who want no contact, purely transactional ones and those off the board have no rhythm
    /// (R9, R11); an agreed step holds for everyone.
    pub fn of(customer: &Customer) -> Option<Self> {
        let step = customer.next_step().map(|(contact, next)| Self {
            on: next.due,
            what: DueWhat::Step { text: next.text.clone(), channel: contact.channel },
        });
        let rhythm = rhythm_end(customer).map(|on| Self { on, what: DueWhat::Rhythm });
        [step, rhythm].into_iter().flatten().min_by_key(|due| due.on)
    }

    /// How urgent it is on this day.
    pub fn state(&self, today: NaiveDate) -> DueState {
        match (self.on - today).num_days() {
            ..0 => DueState::Late,
            0 => DueState::Today,
            1..=7 => DueState::Soon,
            _ => DueState::Later,
        }
    }
}

fn rhythm_end(customer: &Customer) -> Option<NaiveDate> {
    let wants_quiet = customer.details.contact_wish == Some(ContactWish::SelfService);
    let is_over = customer.profile.main_type == Some(RelationType::Transactional)
        && customer.profile.effective_view() == View::Transaction;
    if wants_quiet || is_over || customer.standing != Standing::Active || customer.is_trashed() {
        return None;
    }
    let days = customer.details.cadence?;
    let last = customer.last_contact().map_or(customer.since(), |contact| contact.at.date());
    last.checked_add_days(chrono::Days::new(days.into()))
}
