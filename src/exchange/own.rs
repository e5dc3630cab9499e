//! The headings of Rapport's own list, German and English.

use std::collections::BTreeSet;

use super::columns::{PersonPart, Target, key};

/// Every column before the people, in the order they are written.
pub(super) const COLUMNS: &[(Target, &str, &str)] = &[
    (Target::Name, "Name", "Name"),
    (Target::Kind, "Firma oder Privat", "Firm or person"),
    (Target::Sector, "Branche", "Sector"),
    (Target::Email, "E-Mail", "E-mail"),
    (Target::PhoneBusiness, "Telefon", "Phone"),
    (Target::Street, "Straße und Hausnummer", "Street and number"),
    (Target::PostalCode, "PLZ", "Postal code"),
    (Target::City, "Ort", "Town"),
    (Target::Country, "Land", "Country"),
    (Target::Web, "Website", "Website"),
    (Target::Tags, "Schlagworte", "Tags"),
    (Target::OurContact, "Zuständig bei uns", "Our contact"),
    (Target::Source, "Aufmerksam geworden durch", "Source"),
    (Target::FirstContact, "Erste Begegnung", "First contact"),
    (Target::ReferredBy, "Empfohlen von", "Referred by"),
    (Target::Need, "Bedarf", "Need"),
    (Target::Notes, "Notizen", "Notes"),
    (Target::ContactWish, "Kontaktwunsch", "Contact wish"),
    (Target::PreferredChannel, "Liebster Kanal", "Preferred channel"),
    (Target::Cadence, "Rhythmus in Tagen", "Rhythm in days"),
    (Target::Worth, "Kundenwert im Jahr", "Worth per year"),
    (Target::WorthExpected, "Wert nur erwartet", "Worth only expected"),
    (Target::Standing, "Stand", "Standing"),
    (Target::Phase, "Phase", "Phase"),
    (Target::MainType, "Art der Beziehung", "Type of relationship"),
    (Target::FurtherTypes, "Dazu auch", "Further types"),
    (Target::Mode, "Modus", "Mode"),
    (Target::Intensity, "Intensität", "Intensity"),
    (Target::Trust, "Vertrauen", "Trust"),
    (Target::SharedValues, "Gemeinsame Werte", "Shared values"),
    (Target::Experience, "Besonderes Erlebnis", "Special experience"),
    (Target::OwnView, "Unsere Sicht", "Our view"),
    (Target::CustomerView, "Kundensicht", "Customer's view"),
    (Target::ViewEvidence, "Woran erkennbar", "How we know"),
    (Target::AskedOn, "Gefragt am", "Asked on"),
    (Target::ContactForm, "Kontaktform", "Form of contact"),
];

/// The parts of a person, behind the word and the number.
pub(super) const PERSON: &[(PersonPart, &str, &str)] = &[
    (PersonPart::Name, "Name", "Name"),
    (PersonPart::Role, "Rolle", "Role"),
    (PersonPart::Email, "E-Mail", "E-mail"),
    (PersonPart::Phone, "Telefon", "Phone"),
];

/// Headings that no other program has, German and English.
const SIGNS: [&[&str]; 2] = [
    &["name", "artderbeziehung", "unseresicht", "kundensicht"],
    &["name", "typeofrelationship", "ourview", "customersview"],
];

/// Whether a header with these keys is Rapport's own.
pub(super) fn is_own(keys: &BTreeSet<String>) -> bool {
    SIGNS.iter().any(|signs| signs.iter().all(|sign| keys.contains(*sign)))
}

/// What a heading of an own list stands for. A column that someone added is kept in the notes.
pub(super) fn target(heading: &str) -> Target {
    let fits = |(_, german, english): &&(Target, &str, &str)| {
        key(german) == heading || key(english) == heading
    };
    let simple = COLUMNS.iter().find(fits).map(|(target, ..)| *target);
    simple.or_else(|| person(heading)).unwrap_or(Target::KeepInNotes)
}

fn person(heading: &str) -> Option<Target> {
    let rest = heading.strip_prefix("person")?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let word = rest.strip_prefix(digits.as_str())?;
    let fits = |(_, german, english): &&(PersonPart, &str, &str)| {
        key(german) == word || key(english) == word
    };
    let (part, ..) = PERSON.iter().find(fits)?;
    digits.parse().ok().filter(|number| *number > 0).map(|number| Target::Person(number, *part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_reads_back() {
        for (column, german, english) in COLUMNS {
            assert_eq!((target(&key(german)), target(&key(english))), (*column, *column));
        }
        assert_eq!(target(&key("Person 12 E-Mail")), Target::Person(12, PersonPart::Email));
        assert_eq!(target(&key("Lieblingsfarbe")), Target::KeepInNotes);
    }
}
