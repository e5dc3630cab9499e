//! Pipedrive: every heading begins with what it belongs to, in the language of the account.

use super::{
    heading::{has, key},
    target::Target,
};

const HEADINGS: &[(Target, &str)] = &[
    (
        Target::Company,
        "organization organisation organizationname unternehmen organizacion organizacja",
    ),
    (Target::FirstName, "firstname vorname"),
    (Target::LastName, "lastname nachname"),
    (Target::Role, "title jobtitle position titel jobtitel stellenbezeichnung"),
    (Target::Tags, "labels label bezeichnung bezeichnungen beschriftung etikett"),
    (Target::Email, "email emailwork emailarbeit emailgeschaeftlich emailbuero"),
    (
        Target::FurtherEmail,
        "emailhome emailother emailprivat emailzuhause emailsonstige emailandere",
    ),
    (
        Target::PhoneBusiness,
        "phone phonework telefon telefonarbeit telefongeschaeftlich telefonbuero",
    ),
    (Target::PhoneMobile, "phonemobile telefonmobil telefonhandy"),
    (Target::PhoneHome, "phonehome telefonprivat telefonzuhause"),
    (Target::PhoneOther, "phoneother telefonsonstige telefonandere"),
    (Target::Address, "address adresse anschrift postaladdress postanschrift"),
    (Target::OurContact, "owner besitzer inhaber eigentuemer verantwortlicher"),
    (Target::Worth, "value wert dealvalue"),
    (Target::Name, "contactperson kontaktperson"),
    (Target::Notes, "notes note notizen notiz"),
    (Target::Birthday, "birthday geburtstag"),
    (
        Target::KeepInNotes,
        "currency waehrung stage phase status lostreason verlustgrund industry annualrevenue",
    ),
];

/// Words for the firm before its headings.
const FIRMS: &[&str] = &[
    "organization",
    "organisation",
    "organizacion",
    "organizacao",
    "organizacja",
    "organizzazione",
    "unternehmen",
    "company",
];
/// Words for a sale before its headings.
const SALES: &[&str] = &["deal", "geschaeft", "lead"];

/// Whether most headings begin with one word and a dash.
pub(super) fn is_prefixed(headings: &[String]) -> bool {
    let named = headings.iter().filter(|heading| !heading.is_empty()).count();
    let prefixed = headings.iter().filter(|heading| parts(heading).is_some()).count();
    prefixed >= 2 && prefixed * 2 > named
}

/// What a heading stands for.
pub(super) fn target(heading: &str) -> Target {
    let Some((owner, rest)) = parts(heading) else { return Target::Ignore };
    let (owner, rest) = (key(owner), key(rest));
    let is_name = matches!(rest.as_str(), "name" | "nombre" | "nom" | "nome" | "nazwa" | "naam");
    match owner.as_str() {
        firm if FIRMS.contains(&firm) && is_name => Target::Company,
        sale if SALES.contains(&sale) && matches!(rest.as_str(), "title" | "titel") => {
            Target::KeepInNotes
        }
        _ if is_name => Target::Name,
        _ => {
            let found = HEADINGS.iter().find(|(_, keys)| has(keys, &rest));
            found.map_or(Target::Ignore, |(target, _)| *target)
        }
    }
}

fn parts(heading: &str) -> Option<(&str, &str)> {
    heading.trim().split_once(" - ").filter(|(owner, _)| !owner.contains(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_in_front_tells_whose_name_it_is() {
        assert_eq!(target("Person - Name"), Target::Name);
        assert_eq!(target("Organisation - Name"), Target::Company);
        assert_eq!(target("Person - Organisation"), Target::Company);
        assert_eq!(target("Person - E-Mail - Arbeit"), Target::Email);
        assert_eq!(target("Deal - Titel"), Target::KeepInNotes);
        assert_eq!(target("Person - Titel"), Target::Role);
        assert_eq!(target("Person - ID"), Target::Ignore);
    }
}
