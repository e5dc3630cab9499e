//! The day as a list: what is due, in groups by urgency, each line with the facts behind it. Pure.

mod undecided;
pub mod words;

#[cfg(test)]
mod tests;

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime};

use crate::domain::{
    Case, Customer, CustomerId, Deal, Due, DueKind, DueState, Gesture, Matter, MatterId, Mood,
    Promise, Task, Workspace,
};
pub use undecided::Undecided;

/// What is due on a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Day {
    /// By urgency; a group without lines is left out.
    pub groups: Vec<Group>,
}

/// Lines of one urgency, in the order in which a person would take them.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// How urgent.
    pub state: DueState,
    /// How many there are.
    pub count: usize,
    /// The first of them.
    pub rows: Vec<Row>,
    /// Ideas that wait for a decision.
    pub ideas: Vec<Undecided>,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// With whom.
    pub customer: CustomerId,
    /// Their name.
    pub name: String,
    /// What.
    pub due: Due,
    /// How urgent by the clock: a complaint is late after hours, everything else after days.
    pub state: DueState,
    /// By what time of the day, where hours count.
    pub by: Option<NaiveDateTime>,
    /// The day it rests on: promised, delivered, last in contact.
    pub since: Option<NaiveDate>,
    /// Agreed days, hours to reply, years together.
    pub number: usize,
    /// What else is known, in the person's words.
    pub note: String,
    /// The mood of the last contact that had one.
    pub mood: Option<Mood>,
    /// How far the time is used up.
    pub used: Option<Used>,
}

/// A stretch of time that was agreed, and how much of it has passed, both in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Used {
    /// How much has passed.
    pub passed: u32,
    /// How much was agreed; not zero.
    pub agreed: u32,
}

/// How something due is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// By saying that it is done.
    Tick,
    /// By logging a contact.
    Contact,
    /// By answering yes or no.
    Answer,
    /// On the customer's page.
    Page,
}

impl Group {
    /// Without lines.
    fn of(state: DueState) -> Self {
        Self { state, count: 0, rows: Vec::new(), ideas: Vec::new() }
    }

    /// How many are not among the first.
    pub fn more(&self) -> usize {
        self.count - self.rows.len() - self.ideas.len()
    }
}

impl Doing {
    /// How this kind is done.
    pub fn of(kind: DueKind) -> Self {
        match kind {
            DueKind::Rhythm => Self::Contact,
            DueKind::TrustCheck | DueKind::Over => Self::Answer,
            DueKind::Retention => Self::Page,
            _ => Self::Tick,
        }
    }
}

impl Day {
    /// The day of a workspace; of each group at most `most` lines.
    pub fn of(workspace: &Workspace, now: NaiveDateTime, most: usize) -> Self {
        let due = workspace.agenda(now).into_iter().map(|(id, due)| {
            let state = urgency(workspace, id, &due, now);
            (state, id, due)
        });
        let mut due: Vec<_> = due.collect();
        due.sort_by_key(|(state, _, due)| (*state, due.kind, due.on));
        let mut groups: Vec<Group> = Vec::new();
        for (state, id, due) in due {
            if groups.last().is_none_or(|group| group.state != state) {
                groups.push(Group::of(state));
            }
            let (Some(group), Some(customer)) = (groups.last_mut(), workspace.customer(id)) else {
                continue;
            };
            group.count += 1;
            if group.rows.len() < most {
                group.rows.push(Row::of(workspace, customer, due, state, now.date()));
            }
        }
        undecided::add_to(&mut groups, undecided::undecided(workspace, now.date()));
        Self { groups }
    }

    /// How many lines of this urgency there are.
    pub fn count(&self, state: DueState) -> usize {
        self.groups.iter().filter(|group| group.state == state).map(|group| group.count).sum()
    }

    /// Whether nothing is late or due today.
    pub fn is_done(&self) -> bool {
        self.groups.iter().all(|group| group.state > DueState::Today)
    }
}

/// How many things are late or due today.
pub fn urgent(workspace: &Workspace, now: NaiveDateTime) -> usize {
    let today = now.date();
    let agenda = workspace.agenda(now);
    let due = agenda.iter().map(|(_, due)| due.state(today));
    let ideas = undecided::undecided(workspace, today);
    let ideas = ideas.iter().map(|idea| idea.state);
    due.chain(ideas).filter(|state| *state <= DueState::Today).count()
}

/// By the day, and by the hour where a complaint waits (R15).
fn urgency(workspace: &Workspace, id: CustomerId, due: &Due, now: NaiveDateTime) -> DueState {
    let is_over = reply_by(workspace, id, due).is_some_and(|by| by < now);
    if is_over { DueState::Late } else { due.state(now.date()) }
}

/// When the first reply is due, unless it was put off to another day.
fn reply_by(workspace: &Workspace, id: CustomerId, due: &Due) -> Option<NaiveDateTime> {
    if due.kind != DueKind::FirstReply {
        return None;
    }
    let case = workspace.customer(id)?.matter::<Case>(MatterId(due.of))?;
    let hours = workspace.settings().targets.reply_hours;
    let by = case.opened.checked_add_signed(Duration::hours(hours.into()))?;
    (by.date() == due.on).then_some(by)
}

impl Row {
    fn of(
        workspace: &Workspace,
        customer: &Customer,
        due: Due,
        state: DueState,
        today: NaiveDate,
    ) -> Self {
        let mood = customer.contacts.values().rev().find_map(|contact| contact.mood);
        let by = reply_by(workspace, customer.id, &due);
        let name = customer.details.name.clone();
        let mut row = Self {
            customer: customer.id,
            name,
            due,
            state,
            by,
            since: None,
            number: 0,
            note: String::new(),
            mood,
            used: None,
        };
        row.add_facts(workspace, customer);
        row.add_used(today);
        row
    }

    fn add_facts(&mut self, workspace: &Workspace, customer: &Customer) {
        let of = MatterId(self.due.of);
        match self.due.kind {
            DueKind::FirstReply => {
                self.number = workspace.settings().targets.reply_hours.into();
            }
            DueKind::Rhythm => {
                let last = customer.last_contact().map(|contact| contact.at.date());
                self.since = last.or(Some(customer.since()));
                self.number = customer.details.cadence.unwrap_or(0).into();
            }
            DueKind::Step => {
                let contact = customer.contacts.values().find(|contact| contact.id.0 == of.0);
                self.since = contact.map(|contact| contact.at.date());
            }
            DueKind::Anniversary => {
                let first = customer.details.first_contact;
                let years = first.map_or(0, |first| self.due.on.year() - first.year());
                self.number = usize::try_from(years).unwrap_or(0);
            }
            DueKind::Review => {
                let changed = customer.history.iter().map(|change| change.on).max();
                let looked = changed.max(customer.portrait.reviewed_on);
                self.since = looked.or(Some(customer.created));
            }
            _ => {}
        }
        match customer.matters.get(&of).map(AsRef::as_ref) {
            Some(Matter::Promise(Promise { made, .. })) => self.since = Some(*made),
            Some(Matter::Task(Task { notes, .. })) => self.note.clone_from(notes),
            Some(Matter::Gesture(Gesture { occasion, .. })) => self.note.clone_from(occasion),
            Some(Matter::Deal(Deal { delivered, paid, .. })) => self.since = delivered.or(*paid),
            Some(Matter::Case(Case { solved, .. })) => self.since = solved.map(|at| at.date()),
            _ => {}
        }
    }

    /// A rhythm and a promise have a beginning and an agreed end.
    fn add_used(&mut self, today: NaiveDate) {
        let days = |from: NaiveDate, to: NaiveDate| u32::try_from((to - from).num_days()).ok();
        let span = match self.due.kind {
            DueKind::Rhythm => u32::try_from(self.number).ok(),
            DueKind::Promise => self.since.and_then(|since| days(since, self.due.on)),
            _ => None,
        };
        let passed = self.since.and_then(|since| days(since, today));
        self.used = span
            .zip(passed)
            .filter(|(agreed, _)| *agreed > 0)
            .map(|(agreed, passed)| Used { passed, agreed });
    }
}

impl Used {
    /// Where the agreed end stands and where now, in a drawing this wide.
    pub fn places(self, width: f32) -> (f32, f32) {
        let longest = self.passed.max(self.agreed) as f32;
        (self.agreed as f32 / longest * width, self.passed as f32 / longest * width)
    }
}
