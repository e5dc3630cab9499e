//! The texts of a form by the name of their field.

use crate::domain::{CustomerDraft, Field, PersonDraft};

/// The texts of a field: one, or three for the evidence of an intensity, or none.
pub(super) fn texts_of(draft: &mut CustomerDraft, field: Field) -> Vec<&mut String> {
    let simple = match field {
        Field::Name => &mut draft.name,
        Field::Sector => &mut draft.sector,
        Field::Email => &mut draft.email,
        Field::Phone => &mut draft.phone,
        Field::Street => &mut draft.street,
        Field::PostalCode => &mut draft.postal_code,
        Field::City => &mut draft.city,
        Field::Country => &mut draft.country,
        Field::Web => &mut draft.web,
        Field::FirstContact => &mut draft.first_contact,
        Field::OurContact => &mut draft.our_contact,
        Field::Worth => &mut draft.worth,
        Field::Cadence => &mut draft.cadence,
        Field::Need => &mut draft.need,
        Field::CustomerView => &mut draft.view_evidence,
        Field::AskedOn => &mut draft.asked_on,
        Field::Intensity => {
            return vec![&mut draft.trust, &mut draft.shared_values, &mut draft.experience];
        }
        other => return text_of_person(draft, other).into_iter().collect(),
    };
    vec![simple]
}

fn text_of_person(draft: &mut CustomerDraft, field: Field) -> Option<&mut String> {
    let (Field::PersonName(at)
    | Field::PersonRole(at)
    | Field::PersonEmail(at)
    | Field::PersonPhone(at)) = field
    else {
        return None;
    };
    let PersonDraft { name, role, email, phone, .. } = draft.people.get_mut(at)?;
    Some(match field {
        Field::PersonRole(_) => role,
        Field::PersonEmail(_) => email,
        Field::PersonPhone(_) => phone,
        _ => name,
    })
}

/// The field of the person that stands so many places further down.
pub(super) fn moved_down(field: Field, places: usize) -> Option<Field> {
    Some(match field {
        Field::PersonName(at) => Field::PersonName(at + places),
        Field::PersonRole(at) => Field::PersonRole(at + places),
        Field::PersonEmail(at) => Field::PersonEmail(at + places),
        Field::PersonPhone(at) => Field::PersonPhone(at + places),
        _ => return None,
    })
}
