//! From the domain's draft to the fields and back.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::fields::{Fields, PersonFields};
use crate::domain::{
    Channel, ContactForm, ContactWish, CustomerDraft, Intensity, Kind, Mode, PersonDraft, Phase,
    RelationType, Salutation, Source, View,
};

/// The stable word of a kind.
pub fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Firm => "firm",
        Kind::Person => "person",
    }
}

fn key<T>(value: Option<T>, key: impl FnOnce(T) -> &'static str) -> String {
    value.map(key).unwrap_or_default().to_owned()
}

impl Fields {
    /// The fields of a draft, with the name of the customer who recommended us.
    pub fn of(draft: &CustomerDraft, referrer_name: String) -> Self {
        let fields = Self::blank();
        fields.referrer_name.set(referrer_name);
        fields.take_texts(draft);
        fields.take_choices(draft);
        let people = draft.people.iter().enumerate().map(|(row, person)| {
            let executive = if person.executive { "yes" } else { "" };
            let salutation = person.salutation.map_or("", Salutation::key);
            PersonFields::new(
                row,
                [
                    &person.name,
                    &person.role,
                    &person.email,
                    &person.phone,
                    executive,
                    salutation,
                    &person.birthday,
                    &person.knows,
                    &person.facts,
                ],
            )
        });
        fields.people.set(people.collect());
        fields
    }

    fn take_texts(&self, draft: &CustomerDraft) {
        let texts = [
            (self.name, &draft.name),
            (self.sector, &draft.sector),
            (self.email, &draft.email),
            (self.phone, &draft.phone),
            (self.street, &draft.street),
            (self.postal_code, &draft.postal_code),
            (self.city, &draft.city),
            (self.country, &draft.country),
            (self.web, &draft.web),
            (self.first_contact, &draft.first_contact),
            (self.tags, &draft.tags),
            (self.our_contact, &draft.our_contact),
            (self.need, &draft.need),
            (self.notes, &draft.notes),
            (self.cadence, &draft.cadence),
            (self.worth, &draft.worth),
            (self.trust, &draft.trust),
            (self.shared_values, &draft.shared_values),
            (self.experience, &draft.experience),
            (self.view_evidence, &draft.view_evidence),
            (self.asked_on, &draft.asked_on),
        ];
        for (field, text) in texts {
            field.set(text.clone());
        }
    }

    fn take_choices(&self, draft: &CustomerDraft) {
        self.kind.set(kind_key(draft.kind).to_owned());
        self.phase.set(draft.phase.key().to_owned());
        self.own_view.set(draft.own_view.key().to_owned());
        self.customer_view.set(draft.customer_view.key().to_owned());
        self.source.set(key(draft.source, Source::key));
        self.contact_wish.set(key(draft.contact_wish, ContactWish::key));
        self.preferred_channel.set(key(draft.preferred_channel, Channel::key));
        self.main_type.set(key(draft.main_type, RelationType::key));
        self.mode.set(key(draft.mode, Mode::key));
        self.intensity.set(key(draft.intensity, Intensity::key));
        self.contact_form.set(key(draft.contact_form, ContactForm::key));
        self.referred_by.set(draft.referred_by.map(|id| id.to_string()).unwrap_or_default());
        self.worth_expected.set(draft.worth_expected);
        for (kind, flag) in RelationType::ALL.iter().zip(self.further_types) {
            flag.set(draft.further_types.contains(kind));
        }
    }

    /// The draft that is filled in; tracks.
    pub fn draft(&self) -> CustomerDraft {
        let further =
            RelationType::ALL.iter().zip(self.further_types).filter(|(_, flag)| flag.get());
        CustomerDraft {
            kind: if self.kind.get() == kind_key(Kind::Person) { Kind::Person } else { Kind::Firm },
            name: self.name.get(),
            sector: self.sector.get(),
            people: self.people.get().iter().map(PersonFields::draft).collect(),
            email: self.email.get(),
            phone: self.phone.get(),
            street: self.street.get(),
            postal_code: self.postal_code.get(),
            city: self.city.get(),
            country: self.country.get(),
            web: self.web.get(),
            source: Source::from_key(&self.source.get()),
            first_contact: self.first_contact.get(),
            referred_by: self.referred_by.get().parse().ok(),
            tags: self.tags.get(),
            our_contact: self.our_contact.get(),
            need: self.need.get(),
            notes: self.notes.get(),
            contact_wish: ContactWish::from_key(&self.contact_wish.get()),
            preferred_channel: Channel::from_key(&self.preferred_channel.get()),
            cadence: self.cadence.get(),
            worth: self.worth.get(),
            worth_expected: self.worth_expected.get(),
            phase: Phase::from_key(&self.phase.get()).unwrap_or_default(),
            main_type: RelationType::from_key(&self.main_type.get()),
            further_types: further.map(|(kind, _)| *kind).collect::<BTreeSet<_>>(),
            mode: Mode::from_key(&self.mode.get()),
            intensity: Intensity::from_key(&self.intensity.get()),
            trust: self.trust.get(),
            shared_values: self.shared_values.get(),
            experience: self.experience.get(),
            own_view: View::from_key(&self.own_view.get()).unwrap_or(View::Unknown),
            customer_view: View::from_key(&self.customer_view.get()).unwrap_or(View::Unknown),
            view_evidence: self.view_evidence.get(),
            asked_on: self.asked_on.get(),
            contact_form: ContactForm::from_key(&self.contact_form.get()),
        }
    }
}

impl PersonFields {
    fn draft(&self) -> PersonDraft {
        PersonDraft {
            name: self.name.get(),
            role: self.role.get(),
            email: self.email.get(),
            phone: self.phone.get(),
            executive: self.executive.with(|text| !text.is_empty()),
            salutation: Salutation::from_key(&self.salutation.get()),
            birthday: self.birthday.get(),
            knows: self.knows.get(),
            facts: self.facts.get(),
        }
    }
}
