//! What the form of a customer holds, and how it becomes valid details and a profile.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    amount::{Worth, parse_amount},
    axes::{ContactForm, ContactWish, Intensity, Mode, RelationType, Source, View},
    contact::{Channel, read_day},
    customer::Customer,
    details::{Address, CustomerView, Details, Evidence, Kind, Person, Profile, Salutation},
    ids::CustomerId,
    limits::{
        CADENCE_MAX, EMAIL_MAX, LINE_MAX, NAME_MAX, NOTE_MAX, PEOPLE_MAX, PHONE_MAX, TAG_MAX,
        TAGS_MAX,
    },
    phase::Phase,
    problem::{Check, Field, Issue, Problems},
    text::{clean_line, clean_text},
};

/// What the form holds: text as it was typed, choices as they were made.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named like the field of the details or the profile")]
pub struct CustomerDraft {
    pub kind: Kind,
    pub name: String,
    pub sector: String,
    pub people: Vec<PersonDraft>,
    pub email: String,
    pub phone: String,
    pub street: String,
    pub postal_code: String,
    pub city: String,
    pub country: String,
    pub web: String,
    pub source: Option<Source>,
    /// `YYYY-MM-DD`.
    pub first_contact: String,
    pub referred_by: Option<CustomerId>,
    /// Separated by commas or semicolons.
    pub tags: String,
    pub our_contact: String,
    pub need: String,
    pub notes: String,
    pub contact_wish: Option<ContactWish>,
    pub preferred_channel: Option<Channel>,
    /// Days.
    pub cadence: String,
    pub worth: String,
    pub worth_expected: bool,
    pub phase: Phase,
    pub main_type: Option<RelationType>,
    pub further_types: BTreeSet<RelationType>,
    pub mode: Option<Mode>,
    pub intensity: Option<Intensity>,
    pub trust: String,
    pub shared_values: String,
    pub experience: String,
    pub own_view: View,
    pub customer_view: View,
    pub view_evidence: String,
    /// `YYYY-MM-DD`.
    pub asked_on: String,
    pub contact_form: Option<ContactForm>,
}

/// One person in the form of a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named like the field of the person")]
pub struct PersonDraft {
    pub name: String,
    pub role: String,
    pub email: String,
    pub phone: String,
    pub executive: bool,
    pub salutation: Option<Salutation>,
    /// `YYYY-MM-DD`.
    pub birthday: String,
    pub knows: String,
    pub facts: String,
}

impl Default for CustomerDraft {
    fn default() -> Self {
        Self::of_parts(&Details::default(), &Profile::default(), ',')
    }
}

impl CustomerDraft {
    /// The form for an existing customer, with amounts in this decimal mark.
    pub fn of(customer: &Customer, decimal_mark: char) -> Self {
        Self::of_parts(&customer.details, &customer.profile, decimal_mark)
    }

    fn of_parts(details: &Details, profile: &Profile, decimal_mark: char) -> Self {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        Self {
            kind: details.kind,
            name: details.name.clone(),
            sector: details.sector.clone(),
            people: details.people.iter().map(PersonDraft::of).collect(),
            email: details.email.clone(),
            phone: details.phone.clone(),
            street: details.address.street.clone(),
            postal_code: details.address.postal_code.clone(),
            city: details.address.city.clone(),
            country: details.address.country.clone(),
            web: details.web.clone(),
            source: details.source,
            first_contact: day(details.first_contact),
            referred_by: details.referred_by,
            tags: details.tags.join(", "),
            our_contact: details.our_contact.clone(),
            need: details.need.clone(),
            notes: details.notes.clone(),
            contact_wish: details.contact_wish,
            preferred_channel: details.preferred_channel,
            cadence: details.cadence.map(|days| days.to_string()).unwrap_or_default(),
            worth: details.worth.map(|worth| worth.amount.plain(decimal_mark)).unwrap_or_default(),
            worth_expected: details.worth.is_some_and(|worth| worth.expected),
            phase: profile.phase,
            main_type: profile.main_type,
            further_types: profile.further_types.clone(),
            mode: profile.mode,
            intensity: profile.intensity,
            trust: profile.evidence.trust.clone(),
            shared_values: profile.evidence.shared_values.clone(),
            experience: profile.evidence.experience.clone(),
            own_view: profile.own_view,
            customer_view: profile.customer_view.view,
            view_evidence: profile.customer_view.evidence.clone(),
            asked_on: day(profile.customer_view.asked_on),
            contact_form: profile.contact_form,
        }
    }

    /// The valid details and profile, or every problem of the form at once.
    pub fn check(&self, today: NaiveDate) -> Result<(Details, Profile), Problems> {
        let mut check = Check::default();
        let details = self.details(&mut check, today);
        let profile = self.profile(&mut check, today);
        check.finish((details, profile))
    }

    fn details(&self, check: &mut Check, today: NaiveDate) -> Details {
        let name = check.short(Field::Name, clean_line(&self.name), NAME_MAX);
        if name.is_empty() {
            check.note(Field::Name, Issue::Missing);
        }
        let line =
            |check: &mut Check, field, text: &str| check.short(field, clean_line(text), LINE_MAX);
        Details {
            kind: self.kind,
            name,
            sector: line(check, Field::Sector, &self.sector),
            people: self.people(check, today),
            email: read_email(check, Field::Email, &self.email),
            phone: read_phone(check, Field::Phone, &self.phone),
            address: Address {
                street: line(check, Field::Street, &self.street),
                postal_code: line(check, Field::PostalCode, &self.postal_code),
                city: line(check, Field::City, &self.city),
                country: line(check, Field::Country, &self.country),
            },
            web: check
                .read(Field::Web, &self.web, Issue::NotAWebAddress, web_address)
                .unwrap_or_default(),
            source: self.source,
            first_contact: past_day(check, Field::FirstContact, &self.first_contact, today),
            referred_by: self.referred_by,
            tags: self.tags(check),
            our_contact: line(check, Field::OurContact, &self.our_contact),
            need: check.short(Field::Need, clean_text(&self.need), NOTE_MAX),
            notes: check.short(Field::Notes, clean_text(&self.notes), NOTE_MAX),
            contact_wish: self.contact_wish,
            preferred_channel: self.preferred_channel,
            cadence: check.read(
                Field::Cadence,
                &self.cadence,
                Issue::NotACount(CADENCE_MAX.into()),
                days,
            ),
            worth: check
                .read(Field::Worth, &self.worth, Issue::NotAnAmount, parse_amount)
                .map(|amount| Worth { amount, expected: self.worth_expected }),
        }
    }

    fn profile(&self, check: &mut Check, today: NaiveDate) -> Profile {
        let line = |check: &mut Check, text: &str| {
            check.short(Field::Intensity, clean_line(text), LINE_MAX)
        };
        let evidence = Evidence {
            trust: line(check, &self.trust),
            shared_values: line(check, &self.shared_values),
            experience: line(check, &self.experience),
        };
        if self.intensity == Some(Intensity::Emotional) && evidence.is_empty() {
            check.note(Field::Intensity, Issue::NeedsEvidence);
        }
        let mut further_types = self.further_types.clone();
        further_types.retain(|further| Some(*further) != self.main_type);
        Profile {
            phase: self.phase,
            main_type: self.main_type,
            further_types,
            mode: self.mode,
            intensity: self.intensity,
            evidence,
            own_view: self.own_view,
            customer_view: CustomerView {
                view: self.customer_view,
                evidence: check.short(
                    Field::CustomerView,
                    clean_text(&self.view_evidence),
                    NOTE_MAX,
                ),
                asked_on: past_day(check, Field::AskedOn, &self.asked_on, today),
            },
            contact_form: self.contact_form,
        }
    }

    fn people(&self, check: &mut Check, today: NaiveDate) -> Vec<Person> {
        if self.people.len() > PEOPLE_MAX {
            check.note(Field::People, Issue::TooMany(PEOPLE_MAX));
        }
        let filled = self.people.iter().enumerate().filter(|(_, person)| !person.is_empty());
        filled.map(|(index, person)| person.read(check, index, today)).collect()
    }

    fn tags(&self, check: &mut Check) -> Vec<String> {
        read_tags(check, &self.tags)
    }
}

/// Tags separated by commas, semicolons or lines, each once.
pub(super) fn read_tags(check: &mut Check, text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in text.split([',', ';', '\n']).map(clean_line).filter(|tag| !tag.is_empty()) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    if tags.len() > TAGS_MAX {
        check.note(Field::Tags, Issue::TooMany(TAGS_MAX));
    }
    if tags.iter().any(|tag| tag.chars().count() > TAG_MAX) {
        check.note(Field::Tags, Issue::TooLong(TAG_MAX));
    }
    tags
}

impl PersonDraft {
    fn of(person: &Person) -> Self {
        Self {
            name: person.name.clone(),
            role: person.role.clone(),
            email: person.email.clone(),
            phone: person.phone.clone(),
            executive: person.executive,
            salutation: person.salutation,
            birthday: person.birthday.map(|day| day.to_string()).unwrap_or_default(),
            knows: person.knows.clone(),
            facts: person.facts.clone(),
        }
    }

    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        let texts = [&self.name, &self.role, &self.email, &self.phone, &self.knows, &self.facts];
        texts.iter().all(|text| text.trim().is_empty()) && self.birthday.is_empty()
    }

    fn read(&self, check: &mut Check, index: usize, today: NaiveDate) -> Person {
        let name = check.short(Field::PersonName(index), clean_line(&self.name), NAME_MAX);
        if name.is_empty() {
            check.note(Field::PersonName(index), Issue::Missing);
        }
        Person {
            name,
            role: check.short(Field::PersonRole(index), clean_line(&self.role), LINE_MAX),
            email: read_email(check, Field::PersonEmail(index), &self.email),
            phone: read_phone(check, Field::PersonPhone(index), &self.phone),
            executive: self.executive,
            salutation: self.salutation,
            birthday: past_day(check, Field::PersonBirthday(index), &self.birthday, today),
            knows: check.short(Field::PersonKnows(index), clean_line(&self.knows), LINE_MAX),
            facts: check.short(Field::PersonFacts(index), clean_text(&self.facts), NOTE_MAX),
        }
    }
}

fn read_email(check: &mut Check, field: Field, text: &str) -> String {
    let email = check.read(field, &clean_line(text), Issue::NotAnEmail, email_address);
    check.short(field, email.unwrap_or_default(), EMAIL_MAX)
}

fn read_phone(check: &mut Check, field: Field, text: &str) -> String {
    let phone = check.read(field, &clean_line(text), Issue::NotAPhone, phone_number);
    check.short(field, phone.unwrap_or_default(), PHONE_MAX)
}

/// One `@` with something before it and a dotted name behind it; no spaces. More than that only
/// the mail server knows.
fn email_address(text: &str) -> Option<String> {
    let (local, host) = text.rsplit_once('@')?;
    let fits = !local.is_empty()
        && !text.contains(char::is_whitespace)
        && !local.contains('@')
        && host.contains('.')
        && host.split('.').all(|part| !part.is_empty());
    fits.then(|| text.to_owned())
}

/// At least three digits and nothing but what numbers are written with; an extension may follow.
fn phone_number(text: &str) -> Option<String> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let number = text.split(['x', 'X', 'D', 'E']).next().unwrap_or_default();
    let fits = number.chars().all(|c| c.is_ascii_digit() || " +()-/.–#*".contains(c));
    (digits >= 3 && fits).then(|| text.to_owned())
}

/// A web address with `https://` put in front where the scheme is missing. Only `http` and `https`.
pub(super) fn web_address(text: &str) -> Option<String> {
    let text = clean_line(text);
    let lower = text.to_ascii_lowercase();
    let host = match lower.split_once("://") {
        Some(("http" | "https", rest)) => rest.to_owned(),
        Some(_) => return None,
        None => lower.clone(),
    };
    let name = host.split(['/', '?', '#']).next()?;
    let fits = name.contains('.') && !name.contains(char::is_whitespace) && !name.contains('@');
    let fits = fits && name.split('.').all(|part| !part.is_empty());
    if !fits || text.chars().count() > NAME_MAX * 10 {
        return None;
    }
    Some(if lower.contains("://") { text } else { format!("https://{text}") })
}

fn past_day(check: &mut Check, field: Field, text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let day = check.read(field, text, Issue::NotADay, read_day)?;
    if day > today {
        check.note(field, Issue::InTheFuture);
    }
    Some(day)
}

fn days(text: &str) -> Option<u16> {
    text.parse().ok().filter(|days| (1..=CADENCE_MAX).contains(days))
}
