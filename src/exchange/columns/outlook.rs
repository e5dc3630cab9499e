//! Outlook, on the desktop and on the web. Some of its German headings mean something else in every
//! other list: `Ort` is a place to meet at, `Privat` a mark, `Position` a job.

use super::{heading::has, target::Target};

const ENGLISH: &[(Target, &str)] = &[
    (Target::Salutation, "title"),
    (Target::FirstName, "firstname middlename"),
    (Target::LastName, "lastname"),
    (Target::NameSuffix, "suffix"),
    (Target::Company, "company"),
    (Target::Department, "department"),
    (Target::Role, "jobtitle"),
    (Target::Street, "businessstreet businessstreet2 businessstreet3 businessaddresspobox"),
    (Target::City, "businesscity"),
    (Target::PostalCode, "businesspostalcode"),
    (Target::Country, "businesscountryregion businesscountry"),
    (Target::OtherStreet, "homestreet homestreet2 homestreet3 homeaddresspobox"),
    (Target::OtherCity, "homecity"),
    (Target::OtherPostalCode, "homepostalcode"),
    (Target::OtherCountry, "homecountryregion homecountry"),
    (Target::PhoneBusiness, "businessphone businessphone2 primaryphone"),
    (Target::PhoneCompany, "companymainphone"),
    (Target::PhoneMobile, "mobilephone mobilephone2"),
    (Target::PhoneHome, "homephone homephone2"),
    (Target::PhoneOther, "otherphone carphone callback radiophone ttytddphone"),
    (Target::Email, "emailaddress"),
    (Target::FurtherEmail, "email2address email3address"),
    (Target::Web, "webpage personalwebpage"),
    (Target::Tags, "categories keywords"),
    (Target::Notes, "notes"),
    (Target::Birthday, "birthday"),
    (Target::ReferredBy, "referredby"),
    (Target::CustomerNumber, "account"),
    (
        Target::KeepInNotes,
        "businessstate homestate otherstreet otherstreet2 otherstreet3 othercity otherstate \
         otherpostalcode othercountryregion othercountry otheraddresspobox assistantsphone \
         assistantsname businessfax homefax otherfax pager telex isdn anniversary \
         billinginformation hobby managersname nickname officelocation organizationalidnumber \
         profession spouse children schools imaddress user1 user2 user3 user4",
    ),
];

const GERMAN: &[(Target, &str)] = &[
    (Target::Salutation, "anrede"),
    (Target::FirstName, "vorname weiterevornamen"),
    (Target::LastName, "nachname"),
    (Target::NameSuffix, "suffix"),
    (Target::Company, "firma"),
    (Target::Department, "abteilung"),
    (Target::Role, "position"),
    (
        Target::Street,
        "strassegeschaeftlich strassegeschaeftlich2 strassegeschaeftlich3 \
         postfachgeschaeftlich",
    ),
    (Target::City, "ortgeschaeftlich"),
    (Target::PostalCode, "postleitzahlgeschaeftlich"),
    (Target::Country, "landregiongeschaeftlich landgeschaeftlich"),
    (Target::OtherStreet, "strasseprivat strasseprivat2 strasseprivat3 postfachprivat"),
    (Target::OtherCity, "ortprivat"),
    (Target::OtherPostalCode, "postleitzahlprivat"),
    (Target::OtherCountry, "landregionprivat landprivat"),
    (Target::PhoneBusiness, "telefongeschaeftlich telefongeschaeftlich2 haupttelefon"),
    (Target::PhoneCompany, "telefonfirma"),
    (Target::PhoneMobile, "mobiltelefon mobiltelefon2"),
    (Target::PhoneHome, "telefonprivat telefonprivat2"),
    (Target::PhoneOther, "weiterestelefon autotelefon rueckmeldung telefonfuerhoerbehinderte"),
    (Target::Email, "emailadresse"),
    (Target::FurtherEmail, "email2adresse email3adresse emailadresse2 emailadresse3"),
    (Target::Web, "webseite"),
    (Target::Tags, "kategorien stichwoerter"),
    (Target::Notes, "notizen"),
    (Target::Birthday, "geburtstag"),
    (Target::ReferredBy, "empfohlenvon"),
    (Target::CustomerNumber, "konto"),
    (
        Target::KeepInNotes,
        "regiongeschaeftlich bundeslandkantongeschaeftlich bundeslandkantonprivat \
         weiterestrasse weiterestrasse2 weiterestrasse3 weitererort weiteresrbundeslandkanton \
         weiterepostleitzahl weitereselandregion weiterespostfach telefonassistent \
         assistentin faxgeschaeftlich faxprivat weiteresfax pager telex isdn jahrestag \
         abrechnungsinformation hobby namedesrvorgesetzten spitzname buero organisationsnr \
         beruf partner kinder benutzer1 benutzer2 benutzer3 benutzer4",
    ),
];

/// What a heading stands for; nothing where it tells of the mail program only.
pub(super) fn target(key: &str) -> Target {
    let mut headings = ENGLISH.iter().chain(GERMAN);
    headings.find(|(_, keys)| has(keys, key)).map_or(Target::Ignore, |(target, _)| *target)
}
