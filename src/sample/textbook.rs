//! The sample workspace of Topp Desk AG: the articles' worked example (C3 to C22, C41, C42) and
//! their other scenes, told as customers of one supplier of office furniture.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};

use super::calendar::{due, past};
use super::cast::{Fault, Member, Row, Words, course, members, word, words};
use super::records;
use crate::domain::{
    Channel, Classification, Contact, ContactDraft, ContactForm, ContactId, ContactWish, Customer,
    CustomerDraft, CustomerId, CustomerView, Intensity, Kind, Mode, NewIds, PersonDraft, Phase,
    Problems, Profile, Rank, RelationType, Settings, Source, Standing, View, Workspace,
};

/// The language of the sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// German.
    German,
    /// English.
    English,
}

impl Language {
    fn file(self) -> &'static str {
        match self {
            Self::German => include_str!("de.json"),
            Self::English => include_str!("en.json"),
        }
    }
}

/// The sample workspace as it looks on this day. Nothing in it lies ahead of the day but next
/// steps; contacts fall on working days.
///
/// # Errors
/// None that a test of this crate would let pass; see [`Fault`].
pub fn textbook(
    language: Language,
    today: NaiveDate,
    ids: &mut dyn NewIds,
) -> Result<Workspace, Fault> {
    let (members, words) = (members()?, words(language.file())?);
    let known: BTreeMap<&str, CustomerId> =
        members.iter().map(|member| (member.id, CustomerId(ids.next()))).collect();
    let mut workspace = Workspace::default();
    workspace.put_settings(Settings { name: "Topp Desk AG".to_owned(), ..Settings::default() });
    let mut last = None;
    for member in &members {
        let words = words.get(member.id).ok_or(Fault::NoWords(member.id))?;
        let mut customer = Telling { member, words, known: &known, today }.tell(ids)?;
        customer.rank = Rank::between(last.as_ref(), None);
        last = Some(customer.rank.clone());
        workspace.put(customer);
    }
    records::tell(&mut workspace, &known, language, today, ids)?;
    super::shaping::add(&mut workspace, language, today, &known, ids)?;
    Ok(workspace)
}

/// One customer on the way from the files into the domain.
struct Telling<'a> {
    member: &'a Member,
    words: &'a Words,
    known: &'a BTreeMap<&'static str, CustomerId>,
    today: NaiveDate,
}

/// Every value the relationship has had, each with the day it began.
struct Course {
    phase: Vec<(i64, Phase)>,
    main_type: Vec<(i64, RelationType)>,
    mode: Vec<(i64, Mode)>,
    intensity: Vec<(i64, Intensity)>,
    own: Vec<(i64, View)>,
    theirs: Vec<(i64, View)>,
}

impl Telling<'_> {
    fn tell(&self, ids: &mut dyn NewIds) -> Result<Customer, Fault> {
        let id = self.lookup(self.member.id)?;
        let rows: Vec<Row> =
            self.member.contacts.iter().map(|line| Row::read(line)).collect::<Result<_, _>>()?;
        let start = self.start(&rows)?;
        let course = Course::read(self.member, start)?;
        let draft = self.draft(start, &course, &rows)?;
        let (details, profile) =
            draft.check(self.today).map_err(|problems| self.refused(problems))?;
        let first_day = past(self.today, start);
        let mut customer = Customer::new(id, details, course.early(&profile), first_day, ids);
        for (day, to) in course.in_order() {
            customer.classify(to, past(self.today, day), ids);
        }
        // Walking the course drops a further type that once was the main one: this restores it.
        customer.set_profile(profile, self.today, ids);
        if let Some(standing) = word(self.member.standing, Standing::from_key)? {
            customer.standing = standing;
        }
        for (row, text) in rows.iter().zip(self.texts(&rows)?) {
            customer.put_contact(self.contact(row, text, ids)?);
        }
        Ok(customer)
    }

    /// The first day of the relationship.
    fn start(&self, rows: &[Row]) -> Result<i64, Fault> {
        let first = rows.first().map(|row| row.day);
        self.member.since.or(first).ok_or(Fault::Unknown(self.member.id))
    }

    fn draft(&self, start: i64, course: &Course, rows: &[Row]) -> Result<CustomerDraft, Fault> {
        let (member, words) = (self.member, self.words);
        let (postal_code, city) = member.place.split_once(' ').unwrap_or_default();
        let phase = latest(&course.phase).unwrap_or_default();
        let asked_on = course.theirs.last().map(|(day, _)| past(self.today, *day).to_string());
        Ok(CustomerDraft {
            kind: if member.private { Kind::Person } else { Kind::Firm },
            name: member.name.to_owned(),
            sector: words.sector.to_owned(),
            people: self.people(),
            email: member.mail.to_owned(),
            phone: member.phone.to_owned(),
            postal_code: postal_code.to_owned(),
            city: city.to_owned(),
            web: member.web.to_owned(),
            source: word(member.source, Source::from_key)?,
            first_contact: past(self.today, start).to_string(),
            referred_by: self.referrer()?,
            tags: words.tags.to_owned(),
            our_contact: member.ours.to_owned(),
            need: words.need.to_owned(),
            notes: words.notes.to_owned(),
            contact_wish: word(member.wish, ContactWish::from_key)?,
            preferred_channel: word(member.prefers, Channel::from_key)?,
            cadence: member.every.map(|days| days.to_string()).unwrap_or_default(),
            worth: member.worth.map(|euros| euros.to_string()).unwrap_or_default(),
            worth_expected: phase == Phase::Acquire,
            phase,
            main_type: latest(&course.main_type),
            further_types: self.further_types()?,
            mode: latest(&course.mode),
            intensity: latest(&course.intensity),
            trust: words.trust.to_owned(),
            shared_values: words.values.to_owned(),
            experience: words.experience.to_owned(),
            own_view: latest(&course.own).unwrap_or(View::Unknown),
            customer_view: latest(&course.theirs).unwrap_or(View::Unknown),
            view_evidence: self.evidence(course, rows)?.to_owned(),
            asked_on: asked_on.unwrap_or_default(),
            contact_form: word(member.form, ContactForm::from_key)?,
            ..CustomerDraft::default()
        })
    }

    fn people(&self) -> Vec<PersonDraft> {
        let roles = self.words.roles.iter().copied().chain(std::iter::repeat(""));
        let people = self.member.people.iter().zip(roles);
        people
            .map(|(name, role)| PersonDraft {
                name: (*name).to_owned(),
                role: role.to_owned(),
                ..PersonDraft::default()
            })
            .collect()
    }

    fn referrer(&self) -> Result<Option<CustomerId>, Fault> {
        if self.member.by.is_empty() {
            return Ok(None);
        }
        self.lookup(self.member.by).map(Some)
    }

    fn lookup(&self, id: &'static str) -> Result<CustomerId, Fault> {
        self.known.get(id).copied().ok_or(Fault::Unknown(id))
    }

    fn further_types(&self) -> Result<BTreeSet<RelationType>, Fault> {
        let types = self.member.also.split(", ").map(|key| word(key, RelationType::from_key));
        types.filter_map(Result::transpose).collect()
    }

    /// What the customer's view rests on: the words kept for it, else what was heard on that day.
    fn evidence(&self, course: &Course, rows: &[Row]) -> Result<&'static str, Fault> {
        let Some((day, _)) = course.theirs.last() else {
            return Ok("");
        };
        if !self.words.view.is_empty() {
            return Ok(self.words.view);
        }
        let heard = rows.iter().zip(self.texts(rows)?).find(|(row, _)| row.day == *day);
        Ok(heard.map(|(_, text)| text.heard).unwrap_or_default())
    }

    /// The words of every contact.
    fn texts(&self, rows: &[Row]) -> Result<Vec<Text>, Fault> {
        if self.words.contacts.len() != rows.len() {
            return Err(Fault::NoWords(self.member.id));
        }
        Ok(self.words.contacts.iter().map(|line| Text::read(line)).collect())
    }

    fn contact(&self, row: &Row, text: Text, ids: &mut dyn NewIds) -> Result<Contact, Fault> {
        let now = self.today.and_time(NaiveTime::MIN);
        let draft = ContactDraft {
            at: format!("{}T{}", past(self.today, row.day), row.time),
            channel: row.channel,
            direction: row.direction,
            purpose: Some(row.purpose),
            mood: Some(row.mood),
            with: self.member.people.get(row.who).copied().unwrap_or_default().to_owned(),
            text: text.text.to_owned(),
            heard: text.heard.to_owned(),
            next_text: text.next.to_owned(),
            next_due: row.due.map(|day| due(self.today, day).to_string()).unwrap_or_default(),
            next_done: row.done,
            ..ContactDraft::new(now)
        };
        draft.check(ContactId(ids.next()), now).map_err(|problems| self.refused(problems))
    }

    fn refused(&self, problems: Problems) -> Fault {
        Fault::Refused(self.member.id, problems)
    }
}

impl Course {
    fn read(member: &Member, start: i64) -> Result<Self, Fault> {
        Ok(Self {
            phase: course(member.phase, start, Phase::from_key)?,
            main_type: course(member.main_type, start, RelationType::from_key)?,
            mode: course(member.mode, start, Mode::from_key)?,
            intensity: course(member.intensity, start, Intensity::from_key)?,
            own: course(member.own, start, View::from_key)?,
            theirs: course(member.theirs, start, View::from_key)?,
        })
    }

    /// The profile before anything on the axes was known but the first phase.
    fn early(&self, profile: &Profile) -> Profile {
        Profile {
            phase: self.phase.first().map(|(_, phase)| *phase).unwrap_or_default(),
            evidence: profile.evidence.clone(),
            customer_view: CustomerView {
                evidence: profile.customer_view.evidence.clone(),
                ..CustomerView::default()
            },
            contact_form: profile.contact_form,
            ..Profile::default()
        }
    }

    /// Every change in the order of time.
    fn in_order(&self) -> Vec<(i64, Classification)> {
        fn all<T: Copy>(
            steps: &[(i64, T)],
            to: impl Fn(T) -> Classification,
        ) -> impl Iterator<Item = (i64, Classification)> {
            steps.iter().map(move |(day, value)| (*day, to(*value)))
        }
        let mut changes: Vec<_> = all(&self.phase, Classification::Phase)
            .chain(all(&self.main_type, |value| Classification::Type(Some(value))))
            .chain(all(&self.mode, |value| Classification::Mode(Some(value))))
            .chain(all(&self.intensity, |value| Classification::Intensity(Some(value))))
            .chain(all(&self.own, Classification::OwnView))
            .chain(all(&self.theirs, Classification::CustomerView))
            .collect();
        changes.sort_by_key(|(day, _)| *day);
        changes
    }
}

/// The words of one contact.
#[derive(Clone, Copy)]
struct Text {
    text: &'static str,
    heard: &'static str,
    next: &'static str,
}

impl Text {
    fn read(line: &'static str) -> Self {
        let mut parts = line.split('|');
        let mut part = || parts.next().unwrap_or_default();
        Self { text: part(), heard: part(), next: part() }
    }
}

fn latest<T: Copy>(steps: &[(i64, T)]) -> Option<T> {
    steps.last().map(|(_, value)| *value)
}
