//! What a heading of a list kept by hand stands for when it is longer than any known one.

use super::target::Target;

/// Looked through from the first to the last; the first part that occurs decides.
const PARTS: &[(&str, Target)] = &[
    ("fax", Target::KeepInNotes),
    ("erstkontakt", Target::FirstContact),
    ("geburt", Target::Birthday),
    ("datum", Target::KeepInNotes),
    ("date", Target::KeepInNotes),
    ("newsletter", Target::KeepInNotes),
    ("email", Target::Email),
    ("mobil", Target::PhoneMobile),
    ("handy", Target::PhoneMobile),
    ("telefonprivat", Target::PhoneHome),
    ("telefon", Target::PhoneBusiness),
    ("phone", Target::PhoneBusiness),
    ("vorname", Target::FirstName),
    ("firstname", Target::FirstName),
    ("nachname", Target::LastName),
    ("lastname", Target::LastName),
    ("ansprechpartner", Target::ContactPerson),
    ("kundennummer", Target::CustomerNumber),
    ("kundennr", Target::CustomerNumber),
    ("firmenname", Target::Company),
    ("companyname", Target::Company),
    ("postleitzahl", Target::PostalCode),
    ("strasse", Target::Street),
    ("webseite", Target::Web),
    ("website", Target::Web),
    ("homepage", Target::Web),
    ("jahresumsatz", Target::Worth),
    ("bemerkung", Target::Notes),
    ("notiz", Target::Notes),
];

/// The target of the first part that occurs in a heading's key.
pub(super) fn target(key: &str) -> Option<Target> {
    PARTS.iter().find(|(part, _)| key.contains(part)).map(|(_, target)| *target)
}
