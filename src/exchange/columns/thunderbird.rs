//! Thunderbird's address book, German and English.

use super::{heading::has, target::Target};

const HEADINGS: &[(Target, &str)] = &[
    (Target::FirstName, "vorname firstname"),
    (Target::LastName, "nachname lastname"),
    (Target::Name, "anzeigename displayname"),
    (Target::Email, "primaereemailadresse primaryemail"),
    (Target::FurtherEmail, "sekundaereemailadresse secondaryemail"),
    (Target::PhoneBusiness, "teldienstlich workphone"),
    (Target::PhoneHome, "telprivat homephone"),
    (Target::PhoneMobile, "mobiltelnr mobilenumber"),
    (Target::Street, "dienstlichadresse dienstlichadresse2 workaddress workaddress2"),
    (Target::City, "dienstlichort workcity"),
    (Target::PostalCode, "dienstlichplz workzipcode"),
    (Target::Country, "dienstlichland workcountry"),
    (Target::OtherStreet, "privatadresse privatadresse2 homeaddress homeaddress2"),
    (Target::OtherCity, "privatort homecity"),
    (Target::OtherPostalCode, "privatplz homezipcode"),
    (Target::OtherCountry, "privatland homecountry"),
    (Target::Role, "arbeitstitel jobtitle"),
    (Target::Department, "abteilung department"),
    (Target::Company, "organisation organization"),
    (Target::Web, "webseite1 webpage1"),
    (Target::Birthday, "geburtsjahr geburtsmonat geburtstag birthyear birthmonth birthday"),
    (Target::Notes, "notizen notes"),
    (
        Target::KeepInNotes,
        "spitzname nickname messengername screenname faxnummer faxnumber pagernummer \
         pagernumber privatbundesland dienstlichbundesland homestate workstate webseite2 \
         webpage2 benutzerdef1 benutzerdef2 benutzerdef3 benutzerdef4 custom1 custom2 custom3 \
         custom4",
    ),
];

/// What a heading stands for.
pub(super) fn target(key: &str) -> Target {
    let found = HEADINGS.iter().find(|(_, keys)| has(keys, key));
    found.map_or(Target::Ignore, |(target, _)| *target)
}
