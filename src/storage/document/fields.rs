//! The single fields of a customer as they are stored.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Unreadable, word::W};
use crate::domain::{
    Address, Amount, Channel, ColumnId, ContactForm, ContactWish, Customer, CustomerId,
    CustomerView, Details, Evidence, Intensity, Kind, Mode, Person, Phase, Profile, Rank,
    RelationType, Source, Standing, View, Worth,
};

type Text<'a> = Option<Cow<'a, str>>;

/// The section `fields` of a customer, schema 1. **The names are a contract**: what they meant once
/// they mean for ever. A field that is missing or `null` holds what a new customer file holds.
/// Newer versions add fields and never add to the inside of one.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct CustomerFields<'a> {
    /// `firm` (missing) or `person`.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<W<Kind>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sector: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<Vec<StoredPerson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    street: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    postal_code: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    city: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    web: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<W<Source>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_contact: Option<W<NaiveDate>>,
    /// The id of a customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    referred_by: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tags: Option<Vec<Cow<'a, str>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    our_contact: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    need: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact_wish: Option<W<ContactWish>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    preferred_channel: Option<W<Channel>>,
    /// Days.
    #[serde(skip_serializing_if = "Option::is_none")]
    cadence: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    worth: Option<StoredWorth>,
    /// `acquire` when missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    phase: Option<W<Phase>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_type: Option<W<RelationType>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    further_types: Option<Vec<W<RelationType>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mode: Option<W<Mode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    intensity: Option<W<Intensity>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trust: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shared_values: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    experience: Text<'a>,
    /// `unknown` when missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    own_view: Option<W<View>>,
    /// `unknown` when missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_view: Option<W<View>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    view_evidence: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked_on: Option<W<NaiveDate>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact_form: Option<W<ContactForm>>,
    /// The id of a column of the own scheme.
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<Uuid>,
    /// `active` when missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<W<Standing>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trashed: Option<W<NaiveDate>>,
    /// The first of all ranks when missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<W<Rank>>,
    /// Never missing in a whole file.
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<W<NaiveDate>>,
    /// `true` once the whole file was taken back (the undo of a new customer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) gone: Option<bool>,
}

/// One of a customer's people.
#[derive(Debug, Serialize, Deserialize)]
struct StoredPerson<'a> {
    name: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    role: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    email: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    phone: Cow<'a, str>,
}

/// What a customer is worth, in minor units.
#[derive(Debug, Serialize, Deserialize)]
struct StoredWorth {
    cents: i64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    expected: bool,
}

impl<'a> CustomerFields<'a> {
    /// The fields of a customer, those of a new file left out.
    pub fn of(customer: &'a Customer) -> Self {
        let (details, profile) = (&customer.details, &customer.profile);
        let (address, evidence) = (&details.address, &profile.evidence);
        let view = &profile.customer_view;
        Self {
            kind: unless_new(details.kind),
            name: text(&details.name),
            sector: text(&details.sector),
            people: list(&details.people, StoredPerson::of),
            email: text(&details.email),
            phone: text(&details.phone),
            street: text(&address.street),
            postal_code: text(&address.postal_code),
            city: text(&address.city),
            country: text(&address.country),
            web: text(&details.web),
            source: details.source.map(W),
            first_contact: details.first_contact.map(W),
            referred_by: details.referred_by.map(|id| id.0),
            tags: list(&details.tags, |tag| Cow::Borrowed(tag.as_str())),
            our_contact: text(&details.our_contact),
            need: text(&details.need),
            notes: text(&details.notes),
            contact_wish: details.contact_wish.map(W),
            preferred_channel: details.preferred_channel.map(W),
            cadence: details.cadence,
            worth: details.worth.map(StoredWorth::of),
            phase: unless_new(profile.phase),
            main_type: profile.main_type.map(W),
            further_types: list(&profile.further_types, |further| W(*further)),
            mode: profile.mode.map(W),
            intensity: profile.intensity.map(W),
            trust: text(&evidence.trust),
            shared_values: text(&evidence.shared_values),
            experience: text(&evidence.experience),
            own_view: known(profile.own_view),
            customer_view: known(view.view),
            view_evidence: text(&view.evidence),
            asked_on: view.asked_on.map(W),
            contact_form: profile.contact_form.map(W),
            column: customer.column.map(|id| id.0),
            standing: (customer.standing != Standing::Active).then_some(W(customer.standing)),
            trashed: customer.trashed.map(W),
            rank: (customer.rank != Rank::default()).then(|| W(customer.rank.clone())),
            created: Some(W(customer.created)),
            gone: None,
        }
    }

    /// The customer with these fields, still without contacts and history.
    pub fn customer(self, id: CustomerId) -> Result<Customer, Unreadable> {
        let created = self.created.ok_or(Unreadable::Missing("created"))?.0;
        Ok(Customer {
            id,
            column: self.column.map(ColumnId),
            standing: self.standing.map_or(Standing::Active, |standing| standing.0),
            trashed: self.trashed.map(|day| day.0),
            rank: self.rank.map(|rank| rank.0).unwrap_or_default(),
            created,
            contacts: Default::default(),
            history: Vec::new(),
            matters: Default::default(),
            put_off: Default::default(),
            portrait: Default::default(),
            own: Default::default(),
            profile: Profile {
                phase: value(self.phase),
                main_type: option(self.main_type),
                further_types: self
                    .further_types
                    .into_iter()
                    .flatten()
                    .map(|word| word.0)
                    .collect(),
                mode: option(self.mode),
                intensity: option(self.intensity),
                evidence: Evidence {
                    trust: owned(self.trust),
                    shared_values: owned(self.shared_values),
                    experience: owned(self.experience),
                },
                own_view: self.own_view.map_or(View::Unknown, |view| view.0),
                customer_view: CustomerView {
                    view: self.customer_view.map_or(View::Unknown, |view| view.0),
                    evidence: owned(self.view_evidence),
                    asked_on: option(self.asked_on),
                },
                contact_form: option(self.contact_form),
            },
            details: Details {
                kind: value(self.kind),
                name: owned(self.name),
                sector: owned(self.sector),
                people: self.people.into_iter().flatten().map(StoredPerson::person).collect(),
                email: owned(self.email),
                phone: owned(self.phone),
                address: Address {
                    street: owned(self.street),
                    postal_code: owned(self.postal_code),
                    city: owned(self.city),
                    country: owned(self.country),
                },
                web: owned(self.web),
                source: option(self.source),
                first_contact: option(self.first_contact),
                referred_by: self.referred_by.map(CustomerId),
                tags: self.tags.into_iter().flatten().map(Cow::into_owned).collect(),
                our_contact: owned(self.our_contact),
                need: owned(self.need),
                notes: owned(self.notes),
                contact_wish: option(self.contact_wish),
                preferred_channel: option(self.preferred_channel),
                cadence: self.cadence,
                worth: self.worth.map(StoredWorth::worth),
            },
        })
    }
}

impl<'a> StoredPerson<'a> {
    fn of(person: &'a Person) -> Self {
        Self {
            name: Cow::Borrowed(&person.name),
            role: Cow::Borrowed(&person.role),
            email: Cow::Borrowed(&person.email),
            phone: Cow::Borrowed(&person.phone),
        }
    }

    fn person(self) -> Person {
        Person {
            name: self.name.into_owned(),
            role: self.role.into_owned(),
            email: self.email.into_owned(),
            phone: self.phone.into_owned(),
            ..Person::default()
        }
    }
}

impl StoredWorth {
    fn of(worth: Worth) -> Self {
        Self { cents: worth.amount.0, expected: worth.expected }
    }

    fn worth(self) -> Worth {
        Worth { amount: Amount(self.cents), expected: self.expected }
    }
}

fn text(text: &str) -> Text<'_> {
    (!text.is_empty()).then_some(Cow::Borrowed(text))
}

fn owned(text: Text<'_>) -> String {
    text.map(Cow::into_owned).unwrap_or_default()
}

fn unless_new<T: Default + PartialEq>(value: T) -> Option<W<T>> {
    (value != T::default()).then_some(W(value))
}

fn known(view: View) -> Option<W<View>> {
    (view != View::Unknown).then_some(W(view))
}

fn value<T: Default>(word: Option<W<T>>) -> T {
    word.map(|word| word.0).unwrap_or_default()
}

fn option<T>(word: Option<W<T>>) -> Option<T> {
    word.map(|word| word.0)
}

fn list<T, S>(items: impl IntoIterator<Item = T>, stored: impl Fn(T) -> S) -> Option<Vec<S>> {
    let stored: Vec<S> = items.into_iter().map(stored).collect();
    (!stored.is_empty()).then_some(stored)
}
