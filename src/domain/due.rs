//! What is next with a customer, and whether it is late.

use chrono::{Days, Months, NaiveDate, NaiveDateTime};
use uuid::Uuid;

use super::{
    axes::{ContactWish, RelationType, View, axis},
    by_id::HasId,
    condition::Answer,
    contact::Channel,
    customer::Customer,
    details::Kind,
    matter::{Case, CaseKind, Deal, Gesture, Matter, Promise, Subscription, Task},
    settings::Targets,
    standing::Standing,
    yearly::{next_renewal, next_yearly},
};

axis! {
    /// What is due, in the order in which a person would take it.
    DueKind {
        /// A complaint waits for its first reply (R15).
        FirstReply = "first-reply",
        /// A promise of ours (R20).
        Promise = "promise",
        /// The last day to cancel a subscription (R13).
        CancelBy = "cancel-by",
        /// A foreseen problem needs an answer (D18).
        Foreseen = "foreseen",
        /// Whether trust was won back after a case (R15).
        TrustCheck = "trust-check",
        /// A task.
        Task = "task",
        /// A step agreed in a contact.
        Step = "step",
        /// Ask a firm for feedback in person (R4, R5).
        FeedbackCall = "feedback-call",
        /// Send a private customer a short survey (R4, R5).
        FeedbackSurvey = "feedback-survey",
        /// The agreed rhythm of contact runs out (R10).
        Rhythm = "rhythm",
        /// A subscription is renewed (R13).
        Renewal = "renewal",
        /// A planned gesture (R3).
        Gesture = "gesture",
        /// A birthday.
        Birthday = "birthday",
        /// Another year together.
        Anniversary = "anniversary",
        /// A new need is to be expected (E14).
        Need = "need",
        /// Whether a single purchase was really the end (R9).
        Over = "over",
        /// The classification has not been looked at for long (R41).
        Review = "review",
        /// The data may not be kept any longer (R35).
        Retention = "retention",
    }
}

/// Something due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// By when.
    pub on: NaiveDate,
    /// What.
    pub kind: DueKind,
    /// The contact, matter or customer it comes from.
    pub of: Uuid,
    /// What it is about, in the person's own words; may be empty.
    pub text: String,
    /// The channel of the contact in which a step was agreed.
    pub channel: Option<Channel>,
}

/// How something due was put off. It holds for that day only: what becomes due anew is shown anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutOff {
    /// What was due.
    pub kind: DueKind,
    /// The record it came from.
    pub of: Uuid,
    /// The day it was due.
    pub on: NaiveDate,
    /// Until when it is not shown; `None` when it was dismissed.
    pub until: Option<NaiveDate>,
    /// Why.
    pub reason: String,
}

/// How urgent it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueState {
    /// The day has passed.
    Late,
    /// Today.
    Today,
    /// Within seven days.
    Soon,
    /// Later than that.
    Later,
}

impl DueState {
    /// How urgent what is due on `on` is on the day `today`.
    pub fn of(on: NaiveDate, today: NaiveDate) -> Self {
        match (on - today).num_days() {
            ..0 => Self::Late,
            0 => Self::Today,
            1..=7 => Self::Soon,
            _ => Self::Later,
        }
    }
}

impl Due {
    /// What is next with this customer: the earliest of what was agreed, promised and planned, and
    /// the rhythm. For the card; everything stands in [`Due::all`].
    pub fn of(customer: &Customer) -> Option<Self> {
        let mut found = Found { customer, all: Vec::new() };
        found.agreed();
        found.rhythm();
        found.shown().min_by_key(|due| due.on)
    }

    /// Everything that is or will be due with this customer, without what was put off. In the order
    /// in which a person would take it.
    pub fn all(customer: &Customer, targets: &Targets, now: NaiveDateTime) -> Vec<Self> {
        if customer.is_trashed() || customer.standing == Standing::Resting {
            return Vec::new();
        }
        let mut found = Found { customer, all: Vec::new() };
        found.agreed();
        found.cases(targets);
        found.subscriptions(now.date());
        found.retention();
        if customer.standing == Standing::Active && !wants_quiet(customer) {
            found.rhythm();
            found.feedback(targets);
            found.occasions(now.date());
            found.review(targets);
        }
        let mut due: Vec<Self> = found.shown().collect();
        due.sort_by_key(|due| (due.state(now.date()), due.kind, due.on));
        due
    }

    /// Whether it is time to say it: each kind is told so many days ahead.
    pub fn is_near(&self, targets: &Targets, today: NaiveDate) -> bool {
        (self.on - today).num_days() <= self.kind.days_ahead(targets)
    }

    /// How urgent it is on this day.
    pub fn state(&self, today: NaiveDate) -> DueState {
        DueState::of(self.on, today)
    }

    /// What finds it again when it is put off.
    pub fn id(&self) -> Uuid {
        id_of(self.kind, self.of)
    }
}

impl HasId for PutOff {
    fn id(&self) -> Uuid {
        id_of(self.kind, self.of)
    }
}

/// The same for the same kind and record, on every device; never the record's own id.
fn id_of(kind: DueKind, of: Uuid) -> Uuid {
    let word = kind.key().bytes().fold(1u128, |word, byte| (word << 7) ^ u128::from(byte));
    Uuid::from_u128(of.as_u128() ^ word)
}

impl DueKind {
    /// Whether the person planned it, so that it is worth seeing long before.
    pub fn is_planned(self) -> bool {
        use DueKind::*;
        matches!(self, Promise | Foreseen | Task | Step | Rhythm | Gesture)
    }

    fn days_ahead(self, targets: &Targets) -> i64 {
        match self {
            Self::Renewal | Self::CancelBy => targets.renewal_days.into(),
            Self::Review | Self::Retention | Self::Over | Self::TrustCheck => 0,
            _ => 7,
        }
    }
}

/// Collects what is due with one customer.
struct Found<'a> {
    customer: &'a Customer,
    all: Vec<Due>,
}

impl<'a> Found<'a> {
    fn add(&mut self, kind: DueKind, of: Uuid, on: Option<NaiveDate>, text: &str) {
        let text = text.to_owned();
        self.all.extend(on.map(|on| Due { on, kind, of, text, channel: None }));
    }

    /// What holds for everyone: agreed steps, promises, tasks, foreseen problems, planned gestures.
    fn agreed(&mut self) {
        let customer = self.customer;
        for contact in customer.contacts.values() {
            if let Some(next) = contact.next.as_ref().filter(|next| !next.done) {
                self.add(DueKind::Step, contact.id.0, Some(next.due), &next.text);
                if let Some(due) = self.all.last_mut() {
                    due.channel = Some(contact.channel);
                }
            }
        }
        for (id, matter) in &customer.matters {
            match matter.as_ref() {
                Matter::Promise(Promise { kept: None, due, title, .. }) => {
                    self.add(DueKind::Promise, id.0, Some(*due), title);
                }
                Matter::Task(Task { done: None, due, title, .. }) => {
                    self.add(DueKind::Task, id.0, Some(*due), title);
                }
                Matter::Gesture(Gesture { given: false, on, title, .. })
                    if !wants_quiet(customer) =>
                {
                    self.add(DueKind::Gesture, id.0, Some(*on), title);
                }
                Matter::Case(Case {
                    kind: CaseKind::Foreseen, solved: None, due, title, ..
                }) => {
                    self.add(DueKind::Foreseen, id.0, *due, title);
                }
                _ => {}
            }
        }
    }

    /// Customers who want no contact, purely transactional ones and those off the board have no
    /// rhythm (R9, R11). Any contact begins it anew (R10).
    fn rhythm(&mut self) {
        let customer = self.customer;
        let is_off = customer.standing != Standing::Active || customer.is_trashed();
        let Some(days) = customer.details.cadence else { return };
        if is_off || wants_quiet(customer) || is_transactional(customer) {
            return;
        }
        let last = customer.last_contact().map_or(customer.since(), |contact| contact.at.date());
        self.add(DueKind::Rhythm, customer.id.0, after(last, days), "");
    }

    fn cases(&mut self, targets: &Targets) {
        for (id, case) in self.customer.each::<Case>() {
            match (case.kind, case.replied, case.solved) {
                (CaseKind::Complaint, None, None) => {
                    let reply = chrono::Duration::hours(targets.reply_hours.into());
                    let by = case.opened.checked_add_signed(reply).map(|by| by.date());
                    self.add(DueKind::FirstReply, id.0, by, &case.title);
                }
                (CaseKind::Complaint, _, Some(solved)) if case.trust_back.is_none() => {
                    let by = after(solved.date(), targets.trust_days);
                    self.add(DueKind::TrustCheck, id.0, by, &case.title);
                }
                _ => {}
            }
        }
    }

    fn subscriptions(&mut self, today: NaiveDate) {
        for (id, plan) in self.customer.each::<Subscription>() {
            let Some(renewal) = next_renewal(plan, today) else { continue };
            self.add(DueKind::Renewal, id.0, Some(renewal), &plan.title);
            let notice = plan.notice.and_then(|days| {
                let last = renewal.checked_sub_days(Days::new(days.into()))?;
                (last >= today).then_some(last)
            });
            self.add(DueKind::CancelBy, id.0, notice, &plan.title);
        }
    }

    /// Feedback after every delivery (R4): firms are called, private customers get a survey (R5).
    /// A finished single purchase is asked about once (R9).
    fn feedback(&mut self, targets: &Targets) {
        let ask = match self.customer.details.kind {
            Kind::Firm => DueKind::FeedbackCall,
            Kind::Person => DueKind::FeedbackSurvey,
        };
        for (id, deal) in self.customer.each::<Deal>() {
            let delivered = deal.delivered.or(deal.paid).filter(|_| deal.lost.is_none());
            if deal.feedback_asked.is_none() {
                let by = delivered.and_then(|day| after(day, targets.feedback_days));
                self.add(ask, id.0, by, &deal.title);
            }
            if is_transactional(self.customer) && deal.over.is_none() {
                self.add(DueKind::Over, id.0, deal.paid, &deal.title);
            }
        }
    }

    fn occasions(&mut self, today: NaiveDate) {
        let customer = self.customer;
        for (at, person) in customer.details.people.iter().enumerate() {
            let next = person.birthday.and_then(|day| next_yearly(day, today));
            // People have no id of their own; the place in the list tells two birthdays apart.
            let of = Uuid::from_u128(customer.id.0.as_u128() ^ (at as u128 + 1));
            self.add(DueKind::Birthday, of, next, &person.name);
        }
        let first = customer.details.first_contact;
        let year = first.and_then(|day| next_yearly(day, today).filter(|next| *next > day));
        self.add(DueKind::Anniversary, customer.id.0, year, "");
        self.add(DueKind::Need, customer.id.0, customer.portrait.next_need, &customer.details.need);
    }

    /// A day that was set, else some months after the last change or look (R41).
    fn review(&mut self, targets: &Targets) {
        let customer = self.customer;
        let changed = customer.history.iter().map(|change| change.on).max();
        let last = changed.max(customer.portrait.reviewed_on).unwrap_or(customer.created);
        let set = customer.portrait.review_on;
        let by = set.or_else(|| last.checked_add_months(Months::new(targets.review_months.into())));
        self.add(DueKind::Review, customer.id.0, by, "");
    }

    fn retention(&mut self) {
        self.add(DueKind::Retention, self.customer.id.0, self.customer.portrait.keep_until, "");
    }

    /// Everything but what was put off for its very day.
    fn shown(self) -> impl Iterator<Item = Due> {
        let put_off = &self.customer.put_off;
        self.all.into_iter().filter_map(move |mut due| {
            if let Some(put_off) = put_off.get(due.id())
                && put_off.on == due.on
            {
                due.on = put_off.until?;
            }
            Some(due)
        })
    }
}

fn wants_quiet(customer: &Customer) -> bool {
    customer.details.contact_wish == Some(ContactWish::SelfService)
}

fn is_transactional(customer: &Customer) -> bool {
    customer.profile.main_type == Some(RelationType::Transactional)
        && customer.profile.effective_view() == View::Transaction
}

fn after(day: NaiveDate, days: u16) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(days.into()))
}

impl Deal {
    /// Whether the question of R9 was answered with yes.
    pub fn is_over(&self) -> bool {
        self.over == Some(Answer::Yes)
    }
}
