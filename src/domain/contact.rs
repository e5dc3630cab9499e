//! One contact with a customer: who reached out, how, in which mood, and what comes next.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use super::{
    axes::axis,
    ids::{ContactId, MatterId},
    iso,
    limits::{LINE_MAX, MINUTES_MAX, NOTE_MAX},
    matter::Promise,
    problem::{Check, Field, Issue, Problems},
    sheet::{Facts, Input, sheet, value_words},
    text::{clean_line, clean_text},
};

axis! {
    /// How the contact took place (A30).
    Channel {
        /// By telephone.
        Call = "call",
        /// At their place or ours.
        Visit = "visit",
        /// By e-mail.
        Email = "email",
        /// In a chat.
        Chat = "chat",
        /// At an event or a meeting.
        Event = "event",
        /// By letter.
        Letter = "letter",
        /// In a social network (A32).
        Social = "social",
        /// On our web site or a portal.
        Web = "web",
    }
}

axis! {
    /// Who reached out (B27).
    Direction {
        /// We did.
        Outbound = "out",
        /// The customer did.
        Inbound = "in",
    }
}

axis! {
    /// What for (B30, R22).
    Purpose {
        /// To sell.
        Sale = "sale",
        /// To help with something bought.
        Service = "service",
        /// To keep the bond.
        Care = "care",
        /// To advise.
        Advice = "advice",
        /// A gesture (B29).
        Gesture = "gesture",
    }
}

axis! {
    /// The mood in which the customer was met (C38), from 1 to 5. Ours, not the customer's word.
    Mood {
        /// 1: angry.
        Angry = "1",
        /// 2: cool.
        Cool = "2",
        /// 3: matter-of-fact.
        Neutral = "3",
        /// 4: friendly.
        Friendly = "4",
        /// 5: warm.
        Warm = "5",
    }
}

impl Mood {
    /// From 1 (angry) to 5 (warm).
    pub fn level(self) -> u8 {
        match self {
            Self::Angry => 1,
            Self::Cool => 2,
            Self::Neutral => 3,
            Self::Friendly => 4,
            Self::Warm => 5,
        }
    }
}

axis! {
    /// Whether a person was behind it (A17, A20, R23).
    Manner {
        /// From person to person.
        Personal = "personal",
        /// By a machine.
        Automated = "automated",
    }
}
value_words!(Manner);

sheet! {
    /// What is noted of a contact that took more than a moment; the report of a visit (C25) and of a
    /// session of advice (C32) among it.
    Extra {
        /// Who of us took part.
        ours: String = Ours Input::Line;
        /// How long it took, in minutes.
        minutes: Option<u32> = Minutes Input::Count(MINUTES_MAX);
        /// Personal or automated.
        manner: Option<Manner> = Manner Input::Choice(&["personal", "automated"]);
        /// The deal it belongs to (C7).
        deal: Option<MatterId> = Deal Input::Hidden;
        /// Visit: what the site is like.
        site_facts: String = SiteFacts Input::Text;
        /// Visit: how to get in.
        access: String = Access Input::Text;
        /// Visit: what was settled for the delivery.
        delivery: String = Delivery Input::Text;
        /// Visit: what was settled for the assembly.
        assembly: String = Assembly Input::Text;
        /// Visit: what is still open.
        open_points: String = OpenPoints Input::Text;
        /// Advice: the problem.
        problem: String = Problem Input::Text;
        /// Advice: what we advised.
        advice: String = Advice Input::Text;
        /// Advice: what came of it.
        result: String = Result Input::Text;
    }
}

/// What was agreed to happen next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// What; may be empty when only the day counts.
    pub text: String,
    /// By when.
    pub due: NaiveDate,
    /// Whether it is done.
    pub done: bool,
}

/// One contact with a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Its id.
    pub id: ContactId,
    /// When, by the clock on the wall.
    pub at: NaiveDateTime,
    /// How.
    pub channel: Channel,
    /// Who reached out.
    pub direction: Direction,
    /// What for.
    pub purpose: Option<Purpose>,
    /// In which mood the customer was met.
    pub mood: Option<Mood>,
    /// With whom.
    pub with: String,
    /// What happened, in our words.
    pub text: String,
    /// What they said, in their own words (D44).
    pub heard: String,
    /// What comes next.
    pub next: Option<NextStep>,
    /// Everything beyond that; most contacts have nothing of it.
    pub extra: Option<Arc<Extra>>,
}

/// What the form of a contact holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactDraft {
    /// When; `YYYY-MM-DDTHH:MM` as the browser's own field gives it.
    pub at: String,
    /// How.
    pub channel: Channel,
    /// Who reached out.
    pub direction: Direction,
    /// What for.
    pub purpose: Option<Purpose>,
    /// In which mood.
    pub mood: Option<Mood>,
    /// With whom.
    pub with: String,
    /// What happened.
    pub text: String,
    /// Their own words.
    pub heard: String,
    /// What comes next.
    pub next_text: String,
    /// By when; `YYYY-MM-DD`.
    pub next_due: String,
    /// Whether that is done.
    pub next_done: bool,
    /// The places of [`Extra`].
    pub extra: Facts,
    /// What we promised.
    pub promise: String,
    /// By when; `YYYY-MM-DD`.
    pub promise_due: String,
}

impl ContactDraft {
    /// An empty form for a contact now.
    pub fn new(now: NaiveDateTime) -> Self {
        Self {
            at: iso::minute_text(now),
            channel: Channel::Call,
            direction: Direction::Outbound,
            purpose: None,
            mood: None,
            with: String::new(),
            text: String::new(),
            heard: String::new(),
            next_text: String::new(),
            next_due: String::new(),
            next_done: false,
            extra: Facts::default(),
            promise: String::new(),
            promise_due: String::new(),
        }
    }

    /// The form for an existing contact.
    pub fn of(contact: &Contact) -> Self {
        let next = contact.next.as_ref();
        Self {
            at: iso::minute_text(contact.at),
            channel: contact.channel,
            direction: contact.direction,
            purpose: contact.purpose,
            mood: contact.mood,
            with: contact.with.clone(),
            text: contact.text.clone(),
            heard: contact.heard.clone(),
            next_text: next.map(|next| next.text.clone()).unwrap_or_default(),
            next_due: next.map(|next| next.due.to_string()).unwrap_or_default(),
            next_done: next.is_some_and(|next| next.done),
            extra: contact.extra.as_ref().map(|extra| extra.facts()).unwrap_or_default(),
            promise: String::new(),
            promise_due: String::new(),
        }
    }

    /// The contact, or every problem of the form. A contact lies in the past, up to a day ahead of
    /// `now` for clocks in other time zones.
    pub fn check(&self, id: ContactId, now: NaiveDateTime) -> Result<Contact, Problems> {
        let mut check = Check::default();
        let at = self.when(&mut check, now);
        let with = check.short(Field::With, clean_line(&self.with), LINE_MAX);
        let text = check.short(Field::Text, clean_text(&self.text), NOTE_MAX);
        let heard = check.short(Field::Heard, clean_text(&self.heard), NOTE_MAX);
        let next = self.next_step(&mut check);
        let extra = self.extra.read(Extra::BLANKS, now, &mut check);
        self.check_promise(&mut check);
        check.finish(Contact {
            id,
            at,
            channel: self.channel,
            direction: self.direction,
            purpose: self.purpose,
            mood: self.mood,
            with,
            text,
            heard,
            next,
            extra: Extra::of_facts(&extra).filter(|_| extra != Facts::default()).map(Arc::new),
        })
    }

    /// The promise made in a checked contact.
    pub fn promise(&self, contact: &Contact) -> Option<Promise> {
        let title = clean_line(&self.promise);
        let due = read_day(&self.promise_due)?;
        let made = contact.at.date();
        (!title.is_empty()).then_some(Promise {
            title,
            made,
            due,
            kept: None,
            contact: Some(contact.id),
        })
    }

    fn check_promise(&self, check: &mut Check) {
        let text = check.short(Field::Promise, clean_line(&self.promise), LINE_MAX);
        let due = check.read(Field::PromiseDue, &self.promise_due, Issue::NotADay, read_day);
        if !text.is_empty() && due.is_none() && self.promise_due.trim().is_empty() {
            check.note(Field::PromiseDue, Issue::Missing);
        }
        if text.is_empty() && due.is_some() {
            check.note(Field::Promise, Issue::Missing);
        }
    }

    fn when(&self, check: &mut Check, now: NaiveDateTime) -> NaiveDateTime {
        if self.at.trim().is_empty() {
            check.note(Field::When, Issue::Missing);
        }
        let at = check.read(Field::When, &self.at, Issue::NotADay, read_minute).unwrap_or(now);
        if at > now + chrono::Duration::days(1) {
            check.note(Field::When, Issue::InTheFuture);
        }
        at
    }

    fn next_step(&self, check: &mut Check) -> Option<NextStep> {
        let text = check.short(Field::NextStep, clean_line(&self.next_text), LINE_MAX);
        let due = check.read(Field::NextStepDue, &self.next_due, Issue::NotADay, read_day);
        if !text.is_empty() && self.next_due.trim().is_empty() {
            check.note(Field::NextStepDue, Issue::Missing);
        }
        due.map(|due| NextStep { text, due, done: self.next_done })
    }
}

pub(super) fn read_minute(text: &str) -> Option<NaiveDateTime> {
    iso::read_moment(text).filter(|at| is_sensible(at.date()))
}

/// A day written `YYYY-MM-DD`, from 1900 to 2200.
pub(super) fn read_day(text: &str) -> Option<NaiveDate> {
    iso::read_day(text).filter(|day| is_sensible(*day))
}

fn is_sensible(day: NaiveDate) -> bool {
    use chrono::Datelike;
    (1900..=2200).contains(&day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon(day: &str) -> NaiveDateTime {
        day.parse::<NaiveDate>().unwrap().and_hms_opt(12, 0, 0).unwrap()
    }

    fn id() -> ContactId {
        ContactId(uuid::Uuid::from_u128(1))
    }

    #[test]
    fn a_form_of_a_contact_gives_the_same_contact_back() {
        let mut draft = ContactDraft::new(noon("2026-03-12"));
        draft.heard = "Die Leute stehen auf.".into();
        draft.next_text = "Regale zeigen".into();
        draft.next_due = "2026-03-20".into();
        let contact = draft.check(id(), noon("2026-03-12")).unwrap();
        assert_eq!(ContactDraft::of(&contact).check(id(), noon("2026-03-12")), Ok(contact));
    }

    #[test]
    fn every_problem_is_told_at_once() {
        let mut draft = ContactDraft::new(noon("2026-03-12"));
        draft.at = "2027-01-01T10:00".into();
        draft.text = "x".repeat(NOTE_MAX + 1);
        draft.next_text = "Anrufen".into();
        let problems = draft.check(id(), noon("2026-03-12")).unwrap_err();
        let found: Vec<_> = problems.0.iter().map(|p| (p.field, p.issue)).collect();
        assert_eq!(
            found,
            [
                (Field::When, Issue::InTheFuture),
                (Field::Text, Issue::TooLong(NOTE_MAX)),
                (Field::NextStepDue, Issue::Missing),
            ]
        );
    }

    #[test]
    fn a_day_that_is_none_is_named() {
        let mut draft = ContactDraft::new(noon("2026-03-12"));
        draft.at = "31.02.2026".into();
        draft.next_due = "2026-02-31".into();
        let problems = draft.check(id(), noon("2026-03-12")).unwrap_err();
        assert_eq!(problems.0.len(), 2);
        assert!(problems.0.iter().all(|problem| problem.issue == Issue::NotADay));
    }
}
