//! The e-mail addresses of a row: whose is whose.

use super::{
    assembly::RowDraft,
    cells::{Layout, Place, Value},
};
use crate::{
    domain::{Field, fold},
    exchange::columns::{Program, Target, looks_like_email},
};

/// What stands before the `@` of an address that belongs to nobody alone.
const GENERAL: &[&str] = &[
    "info",
    "kontakt",
    "contact",
    "office",
    "mail",
    "email",
    "post",
    "service",
    "zentrale",
    "hallo",
    "hello",
    "team",
    "buero",
    "buro",
    "verwaltung",
    "sekretariat",
    "empfang",
    "vertrieb",
    "sales",
    "einkauf",
    "support",
    "anfrage",
    "willkommen",
    "shop",
];

/// Fills the addresses of the customer and of the human; further ones go to the notes.
pub(super) fn read(row: &mut RowDraft, layout: &Layout, at: usize) {
    let mut addresses: Vec<(Place, String)> = Vec::new();
    for value in [Target::Email, Target::FurtherEmail]
        .into_iter()
        .flat_map(|target| layout.values(at, target))
    {
        if is_directory_path(&value) {
            continue;
        }
        for address in split(row, layout, &value) {
            if !addresses.iter().any(|(_, known)| fold(known) == fold(&address)) {
                addresses.push((value.place, address));
            }
        }
    }
    addresses.sort_by_key(|(_, address)| !looks_like_email(address));
    let is_general = |(_, address): &(Place, String)| {
        let local = address.split('@').next().unwrap_or_default();
        GENERAL.contains(&fold(local).as_str())
    };
    let general = addresses.iter().position(is_general);
    let personal = addresses.iter().position(|address| !is_general(address));
    let own = if row.human.is_some() {
        general.or(personal)
    } else {
        (!addresses.is_empty()).then_some(0)
    };
    let humans = personal.filter(|_| row.human.is_some());
    for (index, (place, address)) in addresses.into_iter().enumerate() {
        if Some(index) == own {
            row.places.insert(Field::Email, place);
            row.draft.email.clone_from(&address);
        }
        if Some(index) == humans {
            row.places.insert(Field::PersonEmail(0), place);
            if let Some(human) = row.human.and_then(|human| row.draft.people.get_mut(human)) {
                human.email.clone_from(&address);
            }
        }
        if Some(index) != own && Some(index) != humans {
            row.leave(place, address);
        }
    }
}

/// Outlook writes paths of its directory where an address should be.
fn is_directory_path(value: &Value) -> bool {
    value.label.eq_ignore_ascii_case("EX") || fold(&value.text).starts_with("/o=")
}

/// The addresses in a cell: `Gunther Glas <g@glas.de>`, `a@b.de; c@d.de`, `mailto:a@b.de`. Words
/// beside them are kept with the whole cell.
fn split(row: &mut RowDraft, layout: &Layout, value: &Value) -> Vec<String> {
    if layout.program == Program::Rapport {
        return vec![value.text.to_string()];
    }
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '<' | '>');
    let strip = |word: &str| word.trim_start_matches("mailto:").to_owned();
    let words = || value.text.split(is_between).filter(|word| !word.is_empty()).map(strip);
    let addresses: Vec<String> = words().filter(|word| looks_like_email(word)).collect();
    if addresses.is_empty() {
        return vec![value.text.to_string()];
    }
    if addresses.len() < words().count() {
        row.leave(value.place, value.text.to_string());
    }
    addresses
}
