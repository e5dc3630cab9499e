//! Stored entries in the words of the person.

use crate::{
    domain::{Intensity, Mode, Phase, RelationType, Scheme, View},
    views::wording::Language,
};

/// What a stored entry is called; `None` for what only the app needs to know.
pub fn label(t: Language, path: &str) -> Option<&'static str> {
    if path.starts_with("contacts/") {
        return Some(t.versions_contact());
    }
    Some(match path.strip_prefix("fields/")? {
        "kind" => t.field_kind(),
        "name" => t.field_name(),
        "sector" => t.field_sector(),
        "people" => t.field_people(),
        "email" => t.field_email(),
        "phone" => t.field_phone(),
        "street" => t.field_street(),
        "postal_code" => t.field_postal_code(),
        "city" => t.field_city(),
        "country" => t.field_country(),
        "web" => t.field_web(),
        "source" => t.field_source(),
        "first_contact" => t.field_first_contact(),
        "referred_by" => t.field_referred_by(),
        "tags" => t.field_tags(),
        "our_contact" => t.field_our_contact(),
        "need" => t.field_need(),
        "notes" => t.field_notes(),
        "contact_wish" => t.field_contact_wish(),
        "preferred_channel" => t.field_preferred_channel(),
        "cadence" => t.field_cadence(),
        "worth" => t.field_worth(),
        "phase" => t.axis_phase(),
        "main_type" => t.axis_type(),
        "further_types" => t.field_further_types(),
        "mode" => t.axis_mode(),
        "intensity" => t.axis_intensity(),
        "trust" => t.field_trust(),
        "shared_values" => t.field_shared_values(),
        "experience" => t.field_experience(),
        "own_view" => t.axis_own_view(),
        "customer_view" => t.axis_customer_view(),
        "view_evidence" => t.field_view_evidence(),
        "asked_on" => t.field_asked_on(),
        "contact_form" => t.field_contact_form(),
        _ => return None,
    })
}

/// The text of a stored entry, words of an axis in the person's language.
pub fn text(t: Language, path: &str, text: &str) -> String {
    let word = match path {
        "fields/phase" => {
            Phase::ALL.iter().find(|it| it.key() == text).map(|it| t.stage(Scheme::A, *it))
        }
        "fields/main_type" => RelationType::ALL
            .iter()
            .find(|it| it.key() == text)
            .map(|it| t.relation_type(Some(*it))),
        "fields/mode" => Mode::ALL.iter().find(|it| it.key() == text).map(|it| t.mode(Some(*it))),
        "fields/intensity" => {
            Intensity::ALL.iter().find(|it| it.key() == text).map(|it| t.intensity(Some(*it)))
        }
        "fields/own_view" | "fields/customer_view" => {
            View::ALL.iter().find(|it| it.key() == text).map(|it| t.view(*it))
        }
        _ => None,
    };
    word.map_or_else(|| text.to_owned(), str::to_owned)
}
