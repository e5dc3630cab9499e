//! The words for what a column may stand for, and the groups in which they are offered.

use leptos::prelude::*;

use crate::{
    exchange::{Mapping, PersonPart, Target},
    views::wording::Language,
};

/// The choices of a mapping as groups of options, one of them chosen.
pub fn options(t: Language, choices: &[Target], chosen: Target) -> impl IntoView + use<> {
    let mut groups: Vec<(&'static str, Vec<Target>)> = Vec::new();
    for target in choices {
        let word = group(t, *target);
        match groups.last_mut() {
            Some((last, targets)) if *last == word => targets.push(*target),
            _ => groups.push((word, vec![*target])),
        }
    }
    let group = move |(word, targets): (&'static str, Vec<Target>)| {
        let options = targets.into_iter().map(|target| {
            let is_chosen = target == chosen;
            view! { <option value=target.to_string() selected=is_chosen>{word_of(t, target)}</option> }
        });
        view! { <optgroup label=word>{options.collect_view()}</optgroup> }
    };
    groups.into_iter().map(group).collect_view()
}

/// Everything a column of this list may stand for.
pub fn choices(mapping: &Mapping) -> Vec<Target> {
    mapping.choices()
}

fn group(t: Language, target: Target) -> &'static str {
    use Target as T;
    match target {
        T::Ignore | T::KeepInNotes => t.import_group_none(),
        T::Name
        | T::Company
        | T::ContactPerson
        | T::Salutation
        | T::FirstName
        | T::LastName
        | T::NameSuffix
        | T::Role
        | T::Department
        | T::Kind
        | T::Sector => t.import_group_who(),
        T::Email
        | T::FurtherEmail
        | T::Phone
        | T::PhoneBusiness
        | T::PhoneCompany
        | T::PhoneMobile
        | T::PhoneHome
        | T::PhoneOther
        | T::AreaCode
        | T::Street
        | T::HouseNumber
        | T::PostalCode
        | T::City
        | T::PostalCodeAndCity
        | T::Country
        | T::Address
        | T::OtherStreet
        | T::OtherPostalCode
        | T::OtherCity
        | T::OtherCountry
        | T::Web => t.import_group_reach(),
        T::Tags
        | T::Notes
        | T::Birthday
        | T::CustomerNumber
        | T::Source
        | T::FirstContact
        | T::ReferredBy
        | T::OurContact
        | T::Need
        | T::ContactWish
        | T::PreferredChannel
        | T::Cadence
        | T::Worth
        | T::WorthExpected => t.import_group_about(),
        T::Phase
        | T::MainType
        | T::FurtherTypes
        | T::Mode
        | T::Intensity
        | T::Trust
        | T::SharedValues
        | T::Experience
        | T::OwnView
        | T::CustomerView
        | T::ViewEvidence
        | T::AskedOn
        | T::ContactForm
        | T::Standing => t.import_group_relation(),
        T::Person(..) => t.import_group_people(),
    }
}

/// What a column stands for, in words.
pub fn word_of(t: Language, target: Target) -> String {
    if let Target::Person(number, part) = target {
        let number = number.to_string();
        return match part {
            PersonPart::Name => t.import_target_person_name(&number),
            PersonPart::Role => t.import_target_person_role(&number),
            PersonPart::Email => t.import_target_person_email(&number),
            PersonPart::Phone => t.import_target_person_phone(&number),
        };
    }
    simple_word(t, target).to_owned()
}

fn simple_word(t: Language, target: Target) -> &'static str {
    use Target as T;
    match target {
        T::Ignore | T::Person(..) => t.import_target_ignore(),
        T::KeepInNotes => t.import_target_keep_in_notes(),
        T::Name => t.import_target_name(),
        T::Company => t.import_target_company(),
        T::ContactPerson => t.import_target_contact_person(),
        T::Salutation => t.import_target_salutation(),
        T::FirstName => t.import_target_first_name(),
        T::LastName => t.import_target_last_name(),
        T::NameSuffix => t.import_target_name_suffix(),
        T::Role => t.import_target_role(),
        T::Department => t.import_target_department(),
        T::Kind => t.import_target_kind(),
        T::Sector => t.import_target_sector(),
        T::Email => t.import_target_email(),
        T::FurtherEmail => t.import_target_further_email(),
        T::Phone => t.import_target_phone(),
        T::PhoneBusiness => t.import_target_phone_business(),
        T::PhoneCompany => t.import_target_phone_company(),
        T::PhoneMobile => t.import_target_phone_mobile(),
        T::PhoneHome => t.import_target_phone_home(),
        T::PhoneOther => t.import_target_phone_other(),
        T::AreaCode => t.import_target_area_code(),
        T::Street => t.import_target_street(),
        T::HouseNumber => t.import_target_house_number(),
        T::PostalCode => t.import_target_postal_code(),
        T::City => t.import_target_city(),
        T::PostalCodeAndCity => t.import_target_postal_code_and_city(),
        T::Country => t.import_target_country(),
        T::Address => t.import_target_address(),
        T::OtherStreet => t.import_target_other_street(),
        T::OtherPostalCode => t.import_target_other_postal_code(),
        T::OtherCity => t.import_target_other_city(),
        T::OtherCountry => t.import_target_other_country(),
        T::Web => t.import_target_web(),
        T::Tags => t.import_target_tags(),
        T::Notes => t.import_target_notes(),
        T::Birthday => t.import_target_birthday(),
        T::CustomerNumber => t.import_target_customer_number(),
        T::Source => t.import_target_source(),
        T::FirstContact => t.import_target_first_contact(),
        T::ReferredBy => t.import_target_referred_by(),
        T::OurContact => t.import_target_our_contact(),
        T::Need => t.import_target_need(),
        T::ContactWish => t.import_target_contact_wish(),
        T::PreferredChannel => t.import_target_preferred_channel(),
        T::Cadence => t.import_target_cadence(),
        T::Worth => t.import_target_worth(),
        T::WorthExpected => t.import_target_worth_expected(),
        T::Phase => t.import_target_phase(),
        T::MainType => t.import_target_main_type(),
        T::FurtherTypes => t.import_target_further_types(),
        T::Mode => t.import_target_mode(),
        T::Intensity => t.import_target_intensity(),
        T::Trust => t.import_target_trust(),
        T::SharedValues => t.import_target_shared_values(),
        T::Experience => t.import_target_experience(),
        T::OwnView => t.import_target_own_view(),
        T::CustomerView => t.import_target_customer_view(),
        T::ViewEvidence => t.import_target_view_evidence(),
        T::AskedOn => t.import_target_asked_on(),
        T::ContactForm => t.import_target_contact_form(),
        T::Standing => t.import_target_standing(),
    }
}
