//! A customer file as it is stored: the single fields and the sections of entries.

use std::sync::Arc;

use uuid::Uuid;

use super::{Kept, kind::file};
use crate::{
    domain::{
        CONTACTS_MAX, Customer, CustomerId, EMAIL_MAX, LINE_MAX, NOTE_MAX, PEOPLE_MAX, Person,
        TAG_MAX, TAGS_MAX, Workspace, Worth,
    },
    storage::{
        RecordKey,
        codec::{Blank, shape},
    },
};

// Schema 1. **The names are a contract**: what they meant once they mean for ever. Newer versions
// add fields and sections and never add to the inside of a field.
file! {
    Customer;
    "kind" => details.kind,
    "name" => details.name,
    "sector" => details.sector,
    "people" => details.people,
    "email" => details.email,
    "phone" => details.phone,
    "street" => details.address.street,
    "postal_code" => details.address.postal_code,
    "city" => details.address.city,
    "country" => details.address.country,
    "web" => details.web,
    "source" => details.source,
    "first_contact" => details.first_contact,
    "referred_by" => details.referred_by,
    "tags" => details.tags,
    "our_contact" => details.our_contact,
    "need" => details.need,
    "notes" => details.notes,
    "contact_wish" => details.contact_wish,
    "preferred_channel" => details.preferred_channel,
    "cadence" => details.cadence,
    "worth" => details.worth,
    "phase" => profile.phase,
    "main_type" => profile.main_type,
    "further_types" => profile.further_types,
    "mode" => profile.mode,
    "intensity" => profile.intensity,
    "trust" => profile.evidence.trust,
    "shared_values" => profile.evidence.shared_values,
    "experience" => profile.evidence.experience,
    "own_view" => profile.own_view,
    "customer_view" => profile.customer_view.view,
    "view_evidence" => profile.customer_view.evidence,
    "asked_on" => profile.customer_view.asked_on,
    "contact_form" => profile.contact_form,
    "column" => column,
    "standing" => standing,
    "trashed" => trashed,
    "rank" => rank,
    "created" => created,
    "problem" => portrait.problem,
    "trigger" => portrait.trigger,
    "expectations" => portrait.expectations,
    "wishes" => portrait.wishes,
    "preferences" => portrait.preferences,
    "counts" => portrait.counts,
    "rate_trust" => portrait.trust,
    "trust_because" => portrait.trust_because,
    "rate_communication" => portrait.communication,
    "rate_value" => portrait.value,
    "rate_closeness" => portrait.closeness,
    "rate_product" => portrait.product,
    "rate_process" => portrait.process,
    "rate_relationship" => portrait.relationship,
    "rate_dependency" => portrait.dependency,
    "rate_benefit" => portrait.benefit,
    "for_us" => portrait.for_us,
    "for_them" => portrait.for_them,
    "for_others" => portrait.for_others,
    "conditions" => portrait.conditions,
    "next_need" => portrait.next_need,
    "referred_through" => portrait.referred_through,
    "reviewed_on" => portrait.reviewed_on,
    "review_on" => portrait.review_on,
    "keep_until" => portrait.keep_until,
    sections
    "contacts" => contacts,
    "changes" => history,
    "matters" => matters,
    "own_values" => own,
    "put_off" => put_off,
}

shape! {
    Person new ();
    "name" => name,
    "role" => role,
    "email" => email,
    "phone" => phone,
    "executive" => executive,
    "salutation" => salutation,
    "birthday" => birthday,
    "knows" => knows,
    "facts" => facts,
}

shape! {
    Worth new ();
    "cents" => amount,
    "expected" => expected,
}

impl Blank for Customer {
    fn blank(id: Uuid) -> Self {
        Self {
            id: CustomerId(id),
            details: Default::default(),
            profile: Default::default(),
            column: None,
            standing: Blank::blank(id),
            trashed: None,
            rank: Default::default(),
            created: Blank::blank(id),
            contacts: Default::default(),
            history: Vec::new(),
            portrait: Default::default(),
            own: Default::default(),
            matters: Default::default(),
            put_off: Default::default(),
        }
    }
}

impl Kept for Customer {
    const KIND: &'static str = RecordKey::CUSTOMER;

    fn changed(before: &Workspace, after: &Workspace) -> Vec<Uuid> {
        after.changed_since(before).into_iter().map(|id| id.0).collect()
    }

    fn get(workspace: &Workspace, id: Uuid) -> Option<&Arc<Self>> {
        workspace.customer(CustomerId(id))
    }

    fn put(self, workspace: &mut Workspace) {
        workspace.put(self);
    }

    fn remove(workspace: &mut Workspace, id: Uuid) {
        workspace.remove(CustomerId(id));
    }

    fn fits(&self) -> bool {
        let (details, profile) = (&self.details, &self.profile);
        let (address, evidence) = (&details.address, &profile.evidence);
        let long = |text: &String, max: usize| text.len() > max && text.chars().count() > max;
        let people = details.people.iter().flat_map(|p| [&p.name, &p.role, &p.email, &p.phone]);
        let lines = [
            [&details.name, &details.sector, &details.email, &details.phone],
            [&address.street, &address.postal_code, &address.city, &address.country],
            [&details.our_contact, &evidence.trust, &evidence.shared_values, &evidence.experience],
        ];
        let notes = [&details.need, &details.notes, &details.web, &profile.customer_view.evidence];
        let is_over = self.contacts.len() > CONTACTS_MAX
            || details.people.len() > PEOPLE_MAX
            || details.tags.len() > TAGS_MAX
            || details.tags.iter().any(|tag| long(tag, TAG_MAX))
            || lines.into_iter().flatten().chain(people).any(|text| long(text, EMAIL_MAX))
            || notes.into_iter().any(|text| long(text, NOTE_MAX))
            || self.contacts.values().any(|contact| {
                let next = contact.next.iter().map(|next| &next.text);
                next.chain([&contact.with]).any(|text| long(text, LINE_MAX))
                    || long(&contact.text, NOTE_MAX)
                    || long(&contact.heard, NOTE_MAX)
            });
        !is_over && super::matter::fits(self)
    }
}
