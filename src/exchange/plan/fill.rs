//! Fills what is empty in a customer from a row of a list. Nothing that is there is changed.

use crate::domain::{Details, PEOPLE_MAX, Person, Profile, View, fold};

/// Fills the master data. People who are not there yet are added.
pub(super) fn fill_details(mine: &mut Details, theirs: &Details) {
    fill_text(&mut mine.sector, &theirs.sector);
    fill_text(&mut mine.email, &theirs.email);
    fill_text(&mut mine.phone, &theirs.phone);
    if mine.address == Default::default() {
        mine.address.clone_from(&theirs.address);
    } else if fold(&mine.address.city) == fold(&theirs.address.city) {
        fill_text(&mut mine.address.street, &theirs.address.street);
        fill_text(&mut mine.address.postal_code, &theirs.address.postal_code);
        fill_text(&mut mine.address.country, &theirs.address.country);
    }
    fill_text(&mut mine.web, &theirs.web);
    mine.source = mine.source.or(theirs.source);
    mine.first_contact = mine.first_contact.or(theirs.first_contact);
    mine.referred_by = mine.referred_by.or(theirs.referred_by);
    if mine.tags.is_empty() {
        mine.tags.clone_from(&theirs.tags);
    }
    fill_text(&mut mine.our_contact, &theirs.our_contact);
    fill_text(&mut mine.need, &theirs.need);
    fill_text(&mut mine.notes, &theirs.notes);
    mine.contact_wish = mine.contact_wish.or(theirs.contact_wish);
    mine.preferred_channel = mine.preferred_channel.or(theirs.preferred_channel);
    mine.cadence = mine.cadence.or(theirs.cadence);
    mine.worth = mine.worth.or(theirs.worth);
    for person in &theirs.people {
        fill_people(&mut mine.people, person);
    }
}

/// Fills the profile. The phase stays: every customer is in one.
pub(super) fn fill_profile(mine: &mut Profile, theirs: &Profile) {
    if mine.main_type.is_none() {
        mine.main_type = theirs.main_type.filter(|main| !mine.further_types.contains(main));
    }
    if mine.further_types.is_empty() {
        mine.further_types.clone_from(&theirs.further_types);
        mine.further_types.retain(|further| Some(*further) != mine.main_type);
    }
    mine.mode = mine.mode.or(theirs.mode);
    mine.intensity = mine.intensity.or(theirs.intensity);
    fill_text(&mut mine.evidence.trust, &theirs.evidence.trust);
    fill_text(&mut mine.evidence.shared_values, &theirs.evidence.shared_values);
    fill_text(&mut mine.evidence.experience, &theirs.evidence.experience);
    if mine.own_view == View::Unknown {
        mine.own_view = theirs.own_view;
    }
    if mine.customer_view.view == View::Unknown && theirs.customer_view.view != View::Unknown {
        mine.customer_view.view = theirs.customer_view.view;
        fill_text(&mut mine.customer_view.evidence, &theirs.customer_view.evidence);
        mine.customer_view.asked_on = mine.customer_view.asked_on.or(theirs.customer_view.asked_on);
    }
    mine.contact_form = mine.contact_form.or(theirs.contact_form);
}

fn fill_text(mine: &mut String, theirs: &str) {
    if mine.is_empty() {
        theirs.clone_into(mine);
    }
}

fn fill_people(people: &mut Vec<Person>, theirs: &Person) {
    let known = people.iter_mut().find(|person| fold(&person.name) == fold(&theirs.name));
    if let Some(mine) = known {
        fill_text(&mut mine.role, &theirs.role);
        fill_text(&mut mine.email, &theirs.email);
        fill_text(&mut mine.phone, &theirs.phone);
    } else if people.len() < PEOPLE_MAX {
        people.push(theirs.clone());
    }
}
