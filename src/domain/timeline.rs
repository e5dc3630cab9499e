//! One line of everything that happened with a customer, newest first (B1, C37).

use std::cmp::Reverse;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{
    axes::axis,
    classification::Classification,
    contact::Purpose,
    customer::Customer,
    ids::{ChangeId, ContactId, MatterId},
    matter::{DealStage, Matter, Role},
};

axis! {
    /// Which events are shown.
    EventKind {
        /// Contacts.
        Contact = "contact",
        /// Deals and subscriptions.
        Deal = "deal",
        /// Complaints, questions, foreseen problems.
        Case = "case",
        /// Promises and tasks.
        Promise = "promise",
        /// Gestures, reviews and what was done for the relationship.
        Gesture = "gesture",
        /// Changes of phase and profile.
        Change = "change",
    }
}

/// One event, by what finds it again in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Happening {
    /// A contact.
    Contact(NaiveDateTime, ContactId),
    /// A change of the phase.
    Phase(ChangeId),
    /// Every other change of the profile on one day.
    Profile(NaiveDate),
    /// A deal reached a stage.
    Deal(MatterId, DealStage),
    /// Something happened with a matter.
    Matter(MatterId, Moment),
}

axis! {
    /// What happened with a matter.
    Moment {
        /// It began: opened, made, signed, written.
        Began = "began",
        /// It got its first reply.
        Replied = "replied",
        /// It ended: solved, kept, done, withdrawn.
        Ended = "ended",
    }
}

/// What is asked for; the default asks for everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looking {
    /// Only events of this kind.
    pub kind: Option<EventKind>,
    /// Only what concerns those who sell or those who help.
    pub role: Option<Role>,
}

/// Everything that happened, newest first, as far as it is asked for.
pub fn timeline(customer: &Customer, looking: Looking) -> Vec<(NaiveDateTime, Happening)> {
    let mut line = Line { looking, events: Vec::new() };
    line.contacts(customer);
    line.changes(customer);
    line.matters(customer);
    // What happened at the same time stays in the order of the file.
    line.events.sort_by_key(|(at, _)| Reverse(*at));
    line.events
}

struct Line {
    looking: Looking,
    events: Vec<(NaiveDateTime, Happening)>,
}

impl Line {
    fn takes(&self, kind: EventKind) -> bool {
        self.looking.kind.is_none_or(|asked| asked == kind)
    }

    fn contacts(&mut self, customer: &Customer) {
        if !self.takes(EventKind::Contact) {
            return;
        }
        let role = self.looking.role;
        let concerned = customer.contacts.iter().filter(|(_, contact)| match role {
            Some(Role::Sales) => matches!(contact.purpose, Some(Purpose::Sale | Purpose::Advice)),
            Some(Role::Service) => {
                matches!(contact.purpose, Some(Purpose::Service | Purpose::Care))
            }
            None => true,
        });
        self.events.extend(concerned.map(|((at, id), _)| (*at, Happening::Contact(*at, *id))));
    }

    /// A file begins with its first phase; every later change comes after the contacts of its day.
    fn changes(&mut self, customer: &Customer) {
        if !self.takes(EventKind::Change) || self.looking.role.is_some() {
            return;
        }
        for (index, change) in customer.history.iter().enumerate() {
            let time = if index == 0 { NaiveTime::MIN } else { end_of_day() };
            let event = match change.to {
                Classification::Phase(_) => Happening::Phase(change.id),
                _ => Happening::Profile(change.on),
            };
            let is_known = matches!(event, Happening::Profile(_))
                && self.events.iter().rev().any(|(_, known)| *known == event);
            if !is_known {
                self.events.push((change.on.and_time(time), event));
            }
        }
    }

    fn matters(&mut self, customer: &Customer) {
        for (id, matter) in &customer.matters {
            let kind = event_kind(matter);
            let role = matter.kind().role();
            let concerned = self.looking.role.is_none_or(|asked| role == Some(asked));
            if self.takes(kind) && concerned {
                self.matter(*id, matter);
            }
        }
    }

    fn matter(&mut self, id: MatterId, matter: &Matter) {
        match matter {
            Matter::Deal(deal) => {
                for stage in DealStage::ALL {
                    let day = deal.day_of(*stage);
                    self.events.extend(day.map(|day| (noon(day), Happening::Deal(id, *stage))));
                }
            }
            Matter::Subscription(plan) => self.span(id, Some(plan.start), plan.ended),
            Matter::Case(case) => {
                self.at(id, Moment::Began, Some(case.opened));
                self.at(id, Moment::Replied, case.replied);
                self.at(id, Moment::Ended, case.solved);
            }
            Matter::Promise(promise) => self.span(id, Some(promise.made), promise.kept),
            Matter::Task(task) => self.span(id, None, task.done),
            Matter::Gesture(gesture) => self.span(id, gesture.given.then_some(gesture.on), None),
            Matter::Review(review) => self.span(id, Some(review.on), None),
            Matter::Consent(consent) => self.span(id, Some(consent.on), consent.withdrawn),
            Matter::Argument(_) => {}
            Matter::Checklist(list) => self.span(id, Some(list.on), None),
            Matter::Deed(deed) => self.span(id, Some(deed.on), None),
        }
    }

    fn span(&mut self, id: MatterId, began: Option<NaiveDate>, ended: Option<NaiveDate>) {
        self.at(id, Moment::Began, began.map(noon));
        self.at(id, Moment::Ended, ended.map(noon));
    }

    fn at(&mut self, id: MatterId, moment: Moment, at: Option<NaiveDateTime>) {
        self.events.extend(at.map(|at| (at, Happening::Matter(id, moment))));
    }
}

fn event_kind(matter: &Matter) -> EventKind {
    match matter {
        Matter::Deal(_) | Matter::Subscription(_) | Matter::Argument(_) => EventKind::Deal,
        Matter::Case(_) => EventKind::Case,
        Matter::Promise(_) | Matter::Task(_) | Matter::Checklist(_) => EventKind::Promise,
        Matter::Gesture(_) | Matter::Review(_) | Matter::Deed(_) => EventKind::Gesture,
        Matter::Consent(_) => EventKind::Change,
    }
}

/// Days without a time stand in the middle of their day.
fn noon(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or(NaiveTime::MIN))
}

fn end_of_day() -> NaiveTime {
    NaiveTime::from_hms_opt(23, 59, 59).unwrap_or(NaiveTime::MIN)
}
