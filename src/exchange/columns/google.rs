//! Google Contacts: numbered columns in pairs of label and value.

use super::{heading::has, target::Target};

/// Headings without numbers.
const HEADINGS: &[(Target, &str)] = &[
    (Target::Salutation, "nameprefix"),
    (Target::FirstName, "firstname givenname middlename additionalname"),
    (Target::LastName, "lastname familyname"),
    (Target::NameSuffix, "namesuffix"),
    (Target::Name, "name fileas"),
    (Target::Company, "organizationname"),
    (Target::Role, "organizationtitle"),
    (Target::Department, "organizationdepartment"),
    (Target::Birthday, "birthday"),
    (Target::Notes, "notes"),
    (Target::Tags, "labels groupmembership"),
    (Target::KeepInNotes, "nickname occupation hobby"),
];

/// What stands behind the number, and what it means behind a one and behind others.
type Part = (&'static str, Target, Target);

/// What is numbered, and what follows the number.
const NUMBERED: &[(&str, &[Part])] = &[
    ("email", &[("value", Target::Email, Target::FurtherEmail)]),
    ("phone", &[("value", Target::Phone, Target::Phone)]),
    ("website", &[("value", Target::Web, Target::KeepInNotes)]),
    (
        "organization",
        &[
            ("name", Target::Company, Target::KeepInNotes),
            ("title", Target::Role, Target::KeepInNotes),
            ("department", Target::Department, Target::KeepInNotes),
            ("jobdescription", Target::KeepInNotes, Target::KeepInNotes),
        ],
    ),
    (
        "address",
        &[
            ("formatted", Target::Address, Target::KeepInNotes),
            ("street", Target::Street, Target::OtherStreet),
            ("extendedaddress", Target::Street, Target::OtherStreet),
            ("pobox", Target::Street, Target::OtherStreet),
            ("city", Target::City, Target::OtherCity),
            ("postalcode", Target::PostalCode, Target::OtherPostalCode),
            ("country", Target::Country, Target::OtherCountry),
            ("region", Target::KeepInNotes, Target::Ignore),
        ],
    ),
    ("relation", &[("value", Target::KeepInNotes, Target::KeepInNotes)]),
    ("event", &[("value", Target::KeepInNotes, Target::KeepInNotes)]),
    ("customfield", &[("value", Target::KeepInNotes, Target::KeepInNotes)]),
    ("userdefinedfield", &[("value", Target::KeepInNotes, Target::KeepInNotes)]),
];

/// What a heading stands for; nothing where Google has no use for it either.
pub(super) fn target(key: &str) -> Target {
    let simple = HEADINGS.iter().find(|(_, keys)| has(keys, key));
    simple.map(|(target, _)| *target).or_else(|| numbered(key)).unwrap_or(Target::Ignore)
}

fn numbered(key: &str) -> Option<Target> {
    let (what, parts) = NUMBERED.iter().find(|(what, _)| key.starts_with(what))?;
    let rest = key.strip_prefix(what)?;
    let number = rest.chars().take_while(char::is_ascii_digit).collect::<String>();
    let part = rest.strip_prefix(number.as_str())?;
    let (_, first, further) = parts.iter().find(|(name, ..)| *name == part)?;
    match number.as_str() {
        "" => None,
        "1" => Some(*first),
        _ => Some(*further),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_a_number_counts_before_the_others() {
        assert_eq!(target("email1value"), Target::Email);
        assert_eq!(target("email2value"), Target::FurtherEmail);
        assert_eq!(target("address2city"), Target::OtherCity);
        assert_eq!(target("address1city"), Target::City);
        assert_eq!(target("email1label"), Target::Ignore);
        assert_eq!(target("phoneticfirstname"), Target::Ignore);
    }
}
