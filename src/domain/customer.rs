//! A customer file: everything about one customer, changed and kept as one whole.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use litemap::LiteMap;

use super::{
    by_id::ById,
    classification::{Change, Classification},
    contact::{Contact, NextStep},
    details::{Details, Profile},
    due::PutOff,
    ids::{ChangeId, ColumnId, ContactId, CustomerId, MatterId, NewIds},
    level::Dimension,
    matter::Matter,
    portrait::{OwnValues, Portrait},
    rank::Rank,
    standing::Standing,
};

/// Contacts in the order of time.
pub type Contacts = LiteMap<(NaiveDateTime, ContactId), Arc<Contact>>;

/// Matters in the order in which they were opened.
pub type Matters = LiteMap<MatterId, Arc<Matter>>;

/// One customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// The id.
    pub id: CustomerId,
    /// The master data.
    pub details: Details,
    /// The profile of the relationship.
    pub profile: Profile,
    /// What we understand beyond the axes.
    pub portrait: Portrait,
    /// The values of the fields that the person defined.
    pub own: OwnValues,
    /// The column of the person's own scheme, where one was chosen.
    pub column: Option<ColumnId>,
    /// On the board or off it.
    pub standing: Standing,
    /// The day it went to the trash.
    pub trashed: Option<NaiveDate>,
    /// The place in every column.
    pub rank: Rank,
    /// The day the file was opened.
    pub created: NaiveDate,
    /// Every contact.
    pub contacts: Contacts,
    /// Every change of the classification, oldest first.
    pub history: Vec<Change>,
    /// Deals, cases, promises and everything else.
    pub matters: Matters,
    /// What is due but was put off or dismissed.
    pub put_off: ById<PutOff>,
}

impl Customer {
    /// A new customer file, with its first classifications in the history.
    pub fn new(
        id: CustomerId,
        details: Details,
        profile: Profile,
        today: NaiveDate,
        ids: &mut dyn NewIds,
    ) -> Self {
        let mut customer = Self {
            id,
            details,
            profile: Profile::default(),
            portrait: Portrait::default(),
            own: OwnValues::default(),
            column: None,
            standing: Standing::Active,
            trashed: None,
            rank: Rank::default(),
            created: today,
            contacts: Contacts::new(),
            history: Vec::new(),
            matters: Matters::new(),
            put_off: ById::default(),
        };
        let phase = Classification::Phase(profile.phase);
        customer.history.push(Change { id: ChangeId(ids.next()), on: today, to: phase });
        customer.profile.phase = profile.phase;
        customer.set_profile(profile, today, ids);
        customer
    }

    /// Takes over a profile and notes every axis on which it differs.
    pub fn set_profile(&mut self, profile: Profile, today: NaiveDate, ids: &mut dyn NewIds) {
        for to in classifications(&profile) {
            self.note_change(to, today, ids);
        }
        self.profile = profile;
    }

    /// Puts the customer on one axis to a value and notes the change. Nothing happens when it is
    /// there already.
    pub fn classify(&mut self, to: Classification, today: NaiveDate, ids: &mut dyn NewIds) {
        if !self.note_change(to, today, ids) {
            return;
        }
        let profile = &mut self.profile;
        match to {
            Classification::Phase(phase) => profile.phase = phase,
            Classification::Type(main) => {
                profile.main_type = main;
                if let Some(main) = main {
                    profile.further_types.remove(&main);
                }
            }
            Classification::Mode(mode) => profile.mode = mode,
            Classification::Intensity(intensity) => profile.intensity = intensity,
            Classification::OwnView(view) => profile.own_view = view,
            Classification::CustomerView(view) => {
                profile.customer_view.view = view;
                profile.customer_view.asked_on = Some(today);
            }
            // A rating is a place of the portrait.
            Classification::Rating(..) => {}
        }
    }

    fn note_change(&mut self, to: Classification, on: NaiveDate, ids: &mut dyn NewIds) -> bool {
        let differs = match to {
            Classification::Rating(dimension, level) => self.portrait.rating(dimension) != level,
            to => !classifications(&self.profile).contains(&to),
        };
        if differs {
            self.history.push(Change { id: ChangeId(ids.next()), on, to });
        }
        differs
    }

    /// Takes over a portrait and notes every rating that differs.
    pub fn set_portrait(&mut self, portrait: Portrait, today: NaiveDate, ids: &mut dyn NewIds) {
        for dimension in Dimension::ALL {
            let to = Classification::Rating(*dimension, portrait.rating(*dimension));
            self.note_change(to, today, ids);
        }
        self.portrait = portrait;
    }

    /// The matter with this id, when it is of the kind asked for.
    pub fn matter<'a, T: 'a>(&'a self, id: MatterId) -> Option<&'a T>
    where
        &'a T: TryFrom<&'a Matter>,
    {
        <&T>::try_from(self.matters.get(&id)?.as_ref()).ok()
    }

    /// Every matter of one kind, in the order in which they were opened.
    pub fn each<'a, T: 'a>(&'a self) -> impl Iterator<Item = (MatterId, &'a T)>
    where
        &'a T: TryFrom<&'a Matter>,
    {
        let of_kind = |(id, matter): (&MatterId, &'a Arc<Matter>)| {
            Some((*id, <&T>::try_from(matter.as_ref()).ok()?))
        };
        self.matters.iter().filter_map(of_kind)
    }

    /// Adds a contact, or replaces the one with the same id.
    pub fn put_contact(&mut self, contact: Contact) {
        self.remove_contact(contact.id);
        self.contacts.insert((contact.at, contact.id), Arc::new(contact));
    }

    /// Takes a contact out.
    pub fn remove_contact(&mut self, id: ContactId) -> Option<Arc<Contact>> {
        let key = self.contacts.keys().find(|(_, contact)| *contact == id).copied()?;
        self.contacts.remove(&key)
    }

    /// The contact with this id.
    pub fn contact(&self, id: ContactId) -> Option<&Arc<Contact>> {
        self.contacts.iter().find(|((_, contact), _)| *contact == id).map(|(_, contact)| contact)
    }

    /// The latest contact.
    pub fn last_contact(&self) -> Option<&Arc<Contact>> {
        self.contacts.last().map(|(_, contact)| contact)
    }

    /// The open next step that is due first, with its contact.
    pub fn next_step(&self) -> Option<(&Contact, &NextStep)> {
        let steps = self.contacts.values().filter_map(|contact| {
            contact.next.as_ref().filter(|next| !next.done).map(|next| (contact.as_ref(), next))
        });
        steps.min_by_key(|(_, next)| next.due)
    }

    /// The first day of the relationship: the first touch point or contact, whichever is earlier,
    /// else the day the file was opened (B1).
    pub fn since(&self) -> NaiveDate {
        let first = self.contacts.first().map(|(_, contact)| contact.at.date());
        [self.details.first_contact, first].into_iter().flatten().min().unwrap_or(self.created)
    }

    /// Since when the customer has been at a value that `holds`, without a break on that axis.
    pub fn there_since(
        &self,
        axis: Classification,
        holds: impl Fn(Classification) -> bool,
    ) -> NaiveDate {
        let on_axis = self.history.iter().rev().filter(|change| change.to.is_same_axis(axis));
        let run = on_axis.take_while(|change| holds(change.to));
        run.last().map_or(self.created, |change| change.on)
    }

    /// Whether the customer is in the trash.
    pub fn is_trashed(&self) -> bool {
        self.trashed.is_some()
    }
}

fn classifications(profile: &Profile) -> [Classification; 6] {
    [
        Classification::Phase(profile.phase),
        Classification::Type(profile.main_type),
        Classification::Mode(profile.mode),
        Classification::Intensity(profile.intensity),
        Classification::OwnView(profile.own_view),
        Classification::CustomerView(profile.customer_view.view),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Phase, View};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn counter() -> impl FnMut() -> uuid::Uuid {
        let mut next = 0;
        move || {
            next += 1;
            uuid::Uuid::from_u128(next)
        }
    }

    fn customer(ids: &mut dyn NewIds) -> Customer {
        let id = CustomerId(ids.next());
        Customer::new(id, Details::default(), Profile::default(), day("2026-01-01"), ids)
    }

    #[test]
    fn a_change_is_noted_once() {
        let ids = &mut counter();
        let mut customer = customer(ids);
        customer.classify(Classification::Phase(Phase::Bind), day("2026-02-01"), ids);
        customer.classify(Classification::Phase(Phase::Bind), day("2026-03-01"), ids);
        assert_eq!(customer.history.len(), 2);
    }

    #[test]
    fn a_stay_in_several_phases_of_one_column_counts_as_one() {
        let ids = &mut counter();
        let mut customer = customer(ids);
        customer.classify(Classification::Phase(Phase::Bind), day("2026-02-01"), ids);
        customer.classify(Classification::Mode(None), day("2026-02-10"), ids);
        customer.classify(Classification::Phase(Phase::Care), day("2026-03-01"), ids);
        let phase = Classification::Phase(Phase::Care);
        let bound = |to| matches!(to, Classification::Phase(Phase::Bind | Phase::Care));
        assert_eq!(customer.there_since(phase, bound), day("2026-02-01"));
        assert_eq!(customer.there_since(phase, |to| to == phase), day("2026-03-01"));
    }

    #[test]
    fn an_answer_of_the_customer_is_dated() {
        let ids = &mut counter();
        let mut customer = customer(ids);
        customer.classify(Classification::CustomerView(View::Relation), day("2026-02-12"), ids);
        assert_eq!(customer.profile.customer_view.asked_on, Some(day("2026-02-12")));
    }
}
