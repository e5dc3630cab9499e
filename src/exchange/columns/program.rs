//! From which program a list comes, read from its whole header.

use std::collections::BTreeSet;

use super::{heading::key, pipedrive};
use crate::exchange::own;

/// A program that writes lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Program {
    /// Rapport's own list.
    Rapport,
    /// Google Contacts, since 2023.
    Google,
    /// Google Contacts, before.
    GoogleOld,
    /// Outlook on the desktop, in English.
    Outlook,
    /// Outlook on the desktop, in German.
    OutlookGerman,
    /// Outlook.com and the new Outlook.
    OutlookWeb,
    /// HubSpot.
    HubSpot,
    /// Pipedrive, in any language.
    Pipedrive,
    /// Thunderbird.
    Thunderbird,
    /// Any other: most lists that people keep by hand.
    Generic,
}

/// A program is named when each of these groups has a heading in the list.
type Signs = &'static [&'static [&'static str]];

const SIGNS: &[(Program, Signs)] = &[
    (
        Program::Google,
        &[
            &["firstname", "givenname"],
            &["organizationname"],
            &["labels", "fileas", "email1value", "phone1value"],
        ],
    ),
    (
        Program::GoogleOld,
        &[
            &["givenname"],
            &["familyname"],
            &["groupmembership", "organization1name", "email1value", "yominame"],
        ],
    ),
    (
        Program::OutlookGerman,
        &[
            &["nachname", "vorname", "firma"],
            &["strassegeschaeftlich", "telefongeschaeftlich", "ortgeschaeftlich"],
        ],
    ),
    (
        Program::OutlookWeb,
        &[
            &["firstname", "lastname"],
            &["emailaddress"],
            &["givenyomi", "imaddress", "personalwebpage", "companyyomi"],
        ],
    ),
    (
        Program::Outlook,
        &[
            &["firstname", "lastname", "company"],
            &["emailaddress"],
            &["businessphone", "businessstreet", "emailtype"],
        ],
    ),
    (
        Program::HubSpot,
        &[
            &["recordid"],
            &[
                "lifecyclestage",
                "leadstatus",
                "companyname",
                "companydomainname",
                "contactowner",
                "companyowner",
                "dealname",
            ],
        ],
    ),
    (
        Program::HubSpot,
        &[
            &["lifecyclestage", "leadstatus", "contactowner"],
            &["email", "companyname"],
            &["createdate", "lastmodifieddate", "originalsource", "marketingcontactstatus"],
        ],
    ),
    (
        Program::Thunderbird,
        &[&["anzeigename"], &["primaereemailadresse", "teldienstlich", "mobiltelnr"]],
    ),
    (
        Program::Thunderbird,
        &[&["displayname"], &["primaryemail"], &["workphone", "mobilenumber", "screenname"]],
    ),
];

impl Program {
    /// Every program.
    pub const ALL: [Self; 10] = [
        Self::Rapport,
        Self::Google,
        Self::GoogleOld,
        Self::Outlook,
        Self::OutlookGerman,
        Self::OutlookWeb,
        Self::HubSpot,
        Self::Pipedrive,
        Self::Thunderbird,
        Self::Generic,
    ];

    /// The stable word.
    pub fn key(self) -> &'static str {
        match self {
            Self::Rapport => "rapport",
            Self::Google => "google",
            Self::GoogleOld => "google-old",
            Self::Outlook => "outlook",
            Self::OutlookGerman => "outlook-german",
            Self::OutlookWeb => "outlook-web",
            Self::HubSpot => "hubspot",
            Self::Pipedrive => "pipedrive",
            Self::Thunderbird => "thunderbird",
            Self::Generic => "generic",
        }
    }

    /// The program with these headings.
    pub fn detect(headings: &[String]) -> Self {
        let keys: BTreeSet<String> = headings.iter().map(|heading| key(heading)).collect();
        if own::is_own(&keys) {
            return Self::Rapport;
        }
        let fits =
            |signs: Signs| signs.iter().all(|group| group.iter().any(|sign| keys.contains(*sign)));
        let named = SIGNS.iter().find(|(_, signs)| fits(signs)).map(|(program, _)| *program);
        named.unwrap_or_else(|| {
            if pipedrive::is_prefixed(headings) { Self::Pipedrive } else { Self::Generic }
        })
    }

    /// Whether it is one of Outlook's.
    pub(in crate::exchange) fn is_outlook(self) -> bool {
        matches!(self, Self::Outlook | Self::OutlookGerman | Self::OutlookWeb)
    }

    /// Whether it is one of Google's.
    pub(in crate::exchange) fn is_google(self) -> bool {
        matches!(self, Self::Google | Self::GoogleOld)
    }

    /// Whether it writes the month before the day where nothing in a column says otherwise.
    pub(in crate::exchange) fn writes_month_first(self) -> bool {
        matches!(self, Self::Outlook | Self::OutlookWeb | Self::HubSpot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn detects(header: &str, program: Program) {
        let headings: Vec<String> = header.split(',').map(str::to_owned).collect();
        assert_eq!(Program::detect(&headings), program, "{header}");
    }

    #[test]
    fn the_whole_header_names_the_program() {
        detects("First Name,Last Name,File As,Organization Name,Labels", Program::Google);
        detects("Name,Given Name,Family Name,Group Membership", Program::GoogleOld);
        detects("Title,First Name,Company,Business Street,E-mail Address", Program::Outlook);
        detects("Anrede,Vorname,Nachname,Firma,Straße geschäftlich,Ort", Program::OutlookGerman);
        detects("First Name,Given Yomi,E-mail Address,Business Phone", Program::OutlookWeb);
        detects("Record ID,First Name,Email,Lifecycle Stage", Program::HubSpot);
        detects("Person - Name,Person - Email - Work,Person - Organization", Program::Pipedrive);
        detects("Osoba - Nazwa,Osoba - Telefon", Program::Pipedrive);
        detects("Vorname,Anzeigename,Primäre E-Mail-Adresse", Program::Thunderbird);
        detects("First Name,Display Name,Primary Email,Work Phone", Program::Thunderbird);
        detects("Firma,Ort,Privat,Position,Telefon", Program::Generic);
        detects("Name,E-Mail", Program::Generic);
    }
}
