//! HubSpot: whatever columns the view had, in the language of the account.

use super::{heading::has, target::Target};

const HEADINGS: &[(Target, &str)] = &[
    (Target::Role, "jobtitle"),
    (Target::FurtherEmail, "additionalemailaddresses workemail"),
    (
        Target::KeepInNotes,
        "leadstatus lifecyclestage stateregion state dealstage pipeline closedate \
         numberofemployees",
    ),
    (Target::FirstContact, "firstcontactcreatedate"),
    (
        Target::Ignore,
        "recordid marketingcontactstatus createdate lastmodifieddate lastactivitydate \
         lastcontacted associatedcompanyids associatedcontactids associatedcontact \
         numberoftimescontacted timezone hsobjectid",
    ),
];

/// What a heading stands for where HubSpot has its own sense of it.
pub(super) fn target(key: &str) -> Option<Target> {
    HEADINGS.iter().find(|(_, keys)| has(keys, key)).map(|(target, _)| *target)
}
