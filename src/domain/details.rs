//! What is known of a customer: the master data and the profile of the relationship.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    amount::Worth,
    axes::{ContactForm, ContactWish, Intensity, Mode, RelationType, Source, View, axis},
    contact::Channel,
    ids::CustomerId,
    phase::Phase,
};

/// Firm (B2B) or person (B2C); decides how feedback is asked for (C20, R5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A firm: B2B.
    #[default]
    Firm,
    /// A private person: B2C.
    Person,
}

impl Kind {
    /// The stable word for files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Firm => "firm",
            Self::Person => "person",
        }
    }

    /// The kind with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Firm, Self::Person].into_iter().find(|kind| kind.key() == key)
    }
}

/// The master data, valid as it stands. Empty text means: not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// Firm or person.
    pub kind: Kind,
    /// The name; never empty.
    pub name: String,
    /// What the customer's business is.
    pub sector: String,
    /// Their people, with roles.
    pub people: Vec<Person>,
    /// An e-mail address.
    pub email: String,
    /// A telephone number.
    pub phone: String,
    /// A postal address.
    pub address: Address,
    /// A web address with its scheme.
    pub web: String,
    /// The first touch point (B4).
    pub source: Option<Source>,
    /// The day of the first touch point (B1).
    pub first_contact: Option<NaiveDate>,
    /// Who recommended us (B10).
    pub referred_by: Option<CustomerId>,
    /// Free words to find customers by.
    pub tags: Vec<String>,
    /// The contact person on our side (A15).
    pub our_contact: String,
    /// What the customer needs (A37).
    pub need: String,
    /// Anything else.
    pub notes: String,
    /// Whether contact is welcome (C26).
    pub contact_wish: Option<ContactWish>,
    /// The channel the customer prefers (A19).
    pub preferred_channel: Option<Channel>,
    /// The agreed rhythm of contact, in days (A10).
    pub cadence: Option<u16>,
    /// What the customer is worth (A11).
    pub worth: Option<Worth>,
}

/// One of the customer's people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The name; never empty.
    pub name: String,
    /// What they do there.
    pub role: String,
    /// Their own e-mail address.
    pub email: String,
    /// Their own telephone number.
    pub phone: String,
    /// Whether they lead the firm: their word weighs double (C18, R24).
    pub executive: bool,
    /// How they are addressed (D9).
    pub salutation: Option<Salutation>,
    /// Their birthday.
    pub birthday: Option<NaiveDate>,
    /// Whom of us, or elsewhere, they know, and how (E25).
    pub knows: String,
    /// What matters to them as a human (E26).
    pub facts: String,
}

axis! {
    /// How a person is addressed (D9).
    Salutation {
        /// First names.
        Du = "du",
        /// Last names.
        Sie = "sie",
    }
}

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Street and number.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub city: String,
    /// Country.
    pub country: String,
}

/// The profile of the relationship on the axes of the articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Where the relationship stands.
    pub phase: Phase,
    /// The main type.
    pub main_type: Option<RelationType>,
    /// Types beside the main one (C40).
    pub further_types: BTreeSet<RelationType>,
    /// The mode.
    pub mode: Option<Mode>,
    /// The intensity.
    pub intensity: Option<Intensity>,
    /// What an emotional intensity rests on.
    pub evidence: Evidence,
    /// How we see it (E5).
    pub own_view: View,
    /// How the customer sees it; the customer is right (E6, R1).
    pub customer_view: CustomerView,
    /// The form of contact that fits (A37).
    pub contact_form: Option<ContactForm>,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            phase: Phase::default(),
            main_type: None,
            further_types: BTreeSet::new(),
            mode: None,
            intensity: None,
            evidence: Evidence::default(),
            own_view: View::Unknown,
            customer_view: CustomerView::default(),
            contact_form: None,
        }
    }
}

impl Profile {
    /// The view that decides: the customer's where it is known, else ours (R1).
    pub fn effective_view(&self) -> View {
        match self.customer_view.view {
            View::Unknown => self.own_view,
            known => known,
        }
    }

    /// Whether both views are known and differ.
    pub fn has_gap(&self) -> bool {
        let (own, theirs) = (self.own_view, self.customer_view.view);
        own != View::Unknown && theirs != View::Unknown && own != theirs
    }
}

/// What an emotional bond rests on; one of them is needed (A29, R31).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Trust.
    pub trust: String,
    /// Shared values.
    pub shared_values: String,
    /// A special experience.
    pub experience: String,
}

impl Evidence {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.trust.is_empty() && self.shared_values.is_empty() && self.experience.is_empty()
    }
}

/// How the customer sees the relationship, and how we know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerView {
    /// The view.
    pub view: View,
    /// What they said or did.
    pub evidence: String,
    /// When.
    pub asked_on: Option<NaiveDate>,
}

impl Default for CustomerView {
    fn default() -> Self {
        Self { view: View::Unknown, evidence: String::new(), asked_on: None }
    }
}
