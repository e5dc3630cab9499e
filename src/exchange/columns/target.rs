//! What a column of a list may stand for.

use std::{fmt, str::FromStr};

use super::super::limits::LIST_COLUMNS_MAX;

macro_rules! targets {
    ($($(#[$meta:meta])* $name:ident = $key:literal),+ $(,)?) => {
        /// What a column stands for. Several columns may stand for the same.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Target {
            $($(#[$meta])* $name,)+
            /// A part of one of the people of a firm, counted from 1.
            Person(u8, PersonPart),
        }

        impl Target {
            /// Everything a column may stand for, in the order a person looks for it. More people
            /// than the three here are possible, see [`Mapping::choices`](super::Mapping::choices).
            pub const ALL: &'static [Self] = &[
                $(Self::$name,)+
                Self::Person(1, PersonPart::Name), Self::Person(1, PersonPart::Role),
                Self::Person(1, PersonPart::Email), Self::Person(1, PersonPart::Phone),
                Self::Person(2, PersonPart::Name), Self::Person(2, PersonPart::Role),
                Self::Person(2, PersonPart::Email), Self::Person(2, PersonPart::Phone),
                Self::Person(3, PersonPart::Name), Self::Person(3, PersonPart::Role),
                Self::Person(3, PersonPart::Email), Self::Person(3, PersonPart::Phone),
            ];

            /// The stable word to find a wording by. People share theirs; which of them it is says
            /// the number in [`Target::Person`].
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)+
                    Self::Person(_, part) => part.key(),
                }
            }
        }
    };
}

targets! {
    /// Nothing: the column is left out.
    Ignore = "ignore",
    /// A line of its own in the notes, with the heading in front.
    KeepInNotes = "keep-in-notes",
    /// The name of the customer, or of the human where there is a company beside it.
    Name = "name",
    /// The name of the firm.
    Company = "company",
    /// The name of the one to talk to at the firm.
    ContactPerson = "contact-person",
    /// Herr, Frau, Mr, Mrs: goes to the notes; Dr. and the like go before the name.
    Salutation = "salutation",
    /// First and middle names.
    FirstName = "first-name",
    /// The family name.
    LastName = "last-name",
    /// What stands behind a name.
    NameSuffix = "name-suffix",
    /// What the human does there.
    Role = "role",
    /// The department, added to the role.
    Department = "department",
    /// Firm or person.
    Kind = "kind",
    /// The line of business.
    Sector = "sector",
    /// An e-mail address. Further ones go to the notes.
    Email = "email",
    /// An e-mail address that counts after the others.
    FurtherEmail = "further-email",
    /// A telephone number whose kind a column beside it tells, else as [`Target::PhoneBusiness`].
    Phone = "phone",
    /// A telephone number at work.
    PhoneBusiness = "phone-business",
    /// The firm's own telephone number.
    PhoneCompany = "phone-company",
    /// A mobile number.
    PhoneMobile = "phone-mobile",
    /// A telephone number at home.
    PhoneHome = "phone-home",
    /// A telephone number that counts after the others.
    PhoneOther = "phone-other",
    /// The area code that belongs before the number at work.
    AreaCode = "area-code",
    /// The street, with or without the number.
    Street = "street",
    /// The number of the house.
    HouseNumber = "house-number",
    /// The postal code.
    PostalCode = "postal-code",
    /// The town.
    City = "city",
    /// Postal code and town in one cell.
    PostalCodeAndCity = "postal-code-and-city",
    /// The country.
    Country = "country",
    /// A whole address in one cell.
    Address = "address",
    /// The street of a second address; it counts where there is no first.
    OtherStreet = "other-street",
    /// The postal code of a second address.
    OtherPostalCode = "other-postal-code",
    /// The town of a second address.
    OtherCity = "other-city",
    /// The country of a second address.
    OtherCountry = "other-country",
    /// A web address.
    Web = "web",
    /// Labels, groups, categories.
    Tags = "tags",
    /// Notes.
    Notes = "notes",
    /// The day of birth; goes to the notes.
    Birthday = "birthday",
    /// The number of the customer in another program; goes to the notes.
    CustomerNumber = "customer-number",
    /// The first touch point.
    Source = "source",
    /// The day of the first touch point.
    FirstContact = "first-contact",
    /// The name of the customer who recommended us.
    ReferredBy = "referred-by",
    /// The contact person on our side.
    OurContact = "our-contact",
    /// What the customer needs.
    Need = "need",
    /// Whether contact is welcome.
    ContactWish = "contact-wish",
    /// The channel the customer prefers.
    PreferredChannel = "preferred-channel",
    /// The agreed rhythm of contact, in days.
    Cadence = "cadence",
    /// What the customer is worth per year.
    Worth = "worth",
    /// Whether that is only expected.
    WorthExpected = "worth-expected",
    /// The phase.
    Phase = "phase",
    /// The main type.
    MainType = "main-type",
    /// The types beside it.
    FurtherTypes = "further-types",
    /// The mode.
    Mode = "mode",
    /// The intensity.
    Intensity = "intensity",
    /// Evidence for an emotional bond: trust.
    Trust = "trust",
    /// Evidence for an emotional bond: shared values.
    SharedValues = "shared-values",
    /// Evidence for an emotional bond: a special experience.
    Experience = "experience",
    /// How we see the relationship.
    OwnView = "own-view",
    /// How the customer sees it.
    CustomerView = "customer-view",
    /// How we know.
    ViewEvidence = "view-evidence",
    /// Since when.
    AskedOn = "asked-on",
    /// The form of contact that fits.
    ContactForm = "contact-form",
    /// On the board or off it.
    Standing = "standing",
}

/// A part of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonPart {
    /// The name.
    Name,
    /// What they do there.
    Role,
    /// Their e-mail address.
    Email,
    /// Their telephone number.
    Phone,
}

impl PersonPart {
    /// Every part.
    pub const ALL: [Self; 4] = [Self::Name, Self::Role, Self::Email, Self::Phone];

    fn key(self) -> &'static str {
        match self {
            Self::Name => "person-name",
            Self::Role => "person-role",
            Self::Email => "person-email",
            Self::Phone => "person-phone",
        }
    }
}

/// The value of a choice in a form: the key, and the number of a person behind it.
impl fmt::Display for Target {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(number, part) => write!(out, "{}-{number}", part.key()),
            simple => out.write_str(simple.key()),
        }
    }
}

/// A text that stands for no target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownTarget;

impl FromStr for Target {
    type Err = UnknownTarget;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(simple) = Self::ALL.iter().find(|target| target.to_string() == text) {
            return Ok(*simple);
        }
        let (key, number) = text.rsplit_once('-').ok_or(UnknownTarget)?;
        let part = PersonPart::ALL.into_iter().find(|part| part.key() == key);
        let number = number.parse().ok().filter(|number| is_person_number(*number));
        part.zip(number).map(|(part, number)| Self::Person(number, part)).ok_or(UnknownTarget)
    }
}

/// Whether a list can have that many people to a row.
pub(super) fn is_person_number(number: u8) -> bool {
    number > 0 && usize::from(number) <= LIST_COLUMNS_MAX / PersonPart::ALL.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_reads_back() {
        let more = [Target::Person(9, PersonPart::Role), Target::Person(200, PersonPart::Phone)];
        for target in Target::ALL.iter().chain(&more) {
            assert_eq!(target.to_string().parse(), Ok(*target));
        }
        assert_eq!("person-name-0".parse::<Target>(), Err(UnknownTarget));
        assert_eq!("colour".parse::<Target>(), Err(UnknownTarget));
    }
}
