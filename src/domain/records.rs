//! What a workspace can do with matters, portraits and assets, and with what is due.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime, Timelike};

use super::{
    asset::Asset,
    by_id::{ById, HasId},
    condition::Answer,
    contact::Contact,
    customer::Customer,
    due::{Due, DueKind, PutOff},
    ids::{AssetId, ContactId, CustomerId, MatterId, NewIds},
    limits::{ASSETS_MAX, MATTERS_MAX},
    matter::{Case, Deal, Matter, Promise},
    portrait::{OwnValues, Portrait},
    shared::Shared,
    workspace::{Refusal, Workspace},
};

/// What many customers share.
pub type Assets = Shared<AssetId, Asset>;

impl Workspace {
    /// Adds a matter or replaces the one with its id.
    pub fn put_matter(
        &mut self,
        id: CustomerId,
        at: MatterId,
        matter: Matter,
    ) -> Result<(), Refusal> {
        self.change(id, |customer| {
            customer.matters.insert(at, Arc::new(matter));
            if customer.matters.len() > MATTERS_MAX {
                return Err(Refusal::TooManyMatters);
            }
            Ok(())
        })
    }

    /// Takes a matter out.
    pub fn remove_matter(&mut self, id: CustomerId, at: MatterId) -> Result<(), Refusal> {
        self.change(id, |customer| {
            customer.matters.remove(&at).map(|_| ()).ok_or(Refusal::UnknownMatter)
        })
    }

    /// Logs a contact and what was promised in it, as one step.
    pub fn log_contact(
        &mut self,
        id: CustomerId,
        contact: Contact,
        promise: Option<Promise>,
        ids: &mut dyn NewIds,
    ) -> Result<(), Refusal> {
        self.put_contact(id, contact)?;
        match promise {
            Some(promise) => self.put_matter(id, MatterId(ids.next()), promise.into()),
            None => Ok(()),
        }
    }

    /// Replaces the portrait; changed ratings go to the history.
    pub fn edit_portrait(
        &mut self,
        id: CustomerId,
        portrait: Portrait,
        today: NaiveDate,
        ids: &mut dyn NewIds,
    ) -> Result<(), Refusal> {
        self.change(id, |customer| {
            customer.set_portrait(portrait, today, ids);
            Ok(())
        })
    }

    /// Replaces the values of the person's own fields.
    pub fn edit_own(&mut self, id: CustomerId, own: OwnValues) -> Result<(), Refusal> {
        self.change(id, |customer| {
            customer.own = own;
            Ok(())
        })
    }

    /// Everything that is due with anyone, in the order in which a person would take it.
    pub fn agenda(&self, now: NaiveDateTime) -> Vec<(CustomerId, Due)> {
        let targets = &self.settings().targets;
        let mut all: Vec<(CustomerId, Due)> = self
            .in_order()
            .flat_map(|card| {
                let due = Due::all(&card.customer, targets, now);
                let near = due.into_iter().filter(move |due| due.is_near(targets, now.date()));
                near.map(|due| (card.customer.id, due))
            })
            .collect();
        all.sort_by_key(|(_, due)| (due.state(now.date()), due.kind, due.on));
        all
    }

    /// Does something due with one tap. What needs an answer or a form of its own (a contact for a
    /// rhythm, a first reply's words) is taken as done as well: the person says that it is.
    pub fn finish_due(
        &mut self,
        id: CustomerId,
        due: &Due,
        now: NaiveDateTime,
    ) -> Result<(), Refusal> {
        let today = now.date();
        match due.kind {
            DueKind::Step => self.finish_step(id, ContactId(due.of)),
            DueKind::Review => self.change(id, |customer| {
                let portrait = &mut customer.portrait;
                portrait.reviewed_on = Some(today);
                portrait.review_on = None;
                Ok(())
            }),
            _ => self.change(id, |customer| {
                let matter = customer.matters.get_mut(&MatterId(due.of));
                let is_marked =
                    matter.is_some_and(|matter| finish(Arc::make_mut(matter), due.kind, now));
                if !is_marked {
                    put_off(customer, due, PutOff::of(due, None, String::new()));
                }
                Ok(())
            }),
        }
    }

    /// Puts something due off to a later day.
    pub fn snooze(&mut self, id: CustomerId, due: &Due, until: NaiveDate) -> Result<(), Refusal> {
        self.put_due_off(id, due, PutOff::of(due, Some(until), String::new()))
    }

    /// Says that something due needs nothing, and why. It comes back only when it is due anew.
    pub fn dismiss(&mut self, id: CustomerId, due: &Due, reason: String) -> Result<(), Refusal> {
        self.put_due_off(id, due, PutOff::of(due, None, reason))
    }

    /// Answers whether trust was won back after a case (R15).
    pub fn answer_trust(
        &mut self,
        id: CustomerId,
        case: MatterId,
        answer: Answer,
    ) -> Result<(), Refusal> {
        self.change_matter(id, case, |matter| match matter {
            Matter::Case(case) => {
                case.trust_back = Some(answer);
                true
            }
            _ => false,
        })
    }

    /// Answers whether a single purchase was really the end (R9).
    pub fn answer_over(
        &mut self,
        id: CustomerId,
        deal: MatterId,
        answer: Answer,
    ) -> Result<(), Refusal> {
        self.change_matter(id, deal, |matter| match matter {
            Matter::Deal(deal) => {
                deal.over = Some(answer);
                true
            }
            _ => false,
        })
    }

    /// Changes a matter in place; `change` says whether it was of the right kind.
    pub fn change_matter(
        &mut self,
        id: CustomerId,
        at: MatterId,
        change: impl FnOnce(&mut Matter) -> bool,
    ) -> Result<(), Refusal> {
        self.change(id, |customer| {
            let matter = customer.matters.get_mut(&at).ok_or(Refusal::UnknownMatter)?;
            if change(Arc::make_mut(matter)) { Ok(()) } else { Err(Refusal::UnknownMatter) }
        })
    }

    fn put_due_off(&mut self, id: CustomerId, due: &Due, off: PutOff) -> Result<(), Refusal> {
        self.change(id, |customer| {
            put_off(customer, due, off);
            Ok(())
        })
    }

    /// Adds an asset or replaces the one with its id.
    pub fn put_asset(&mut self, id: AssetId, asset: Asset) -> Result<(), Refusal> {
        self.take_asset(id, asset);
        if self.assets().len() > ASSETS_MAX {
            return Err(Refusal::TooManyAssets);
        }
        Ok(())
    }
}

impl PutOff {
    fn of(due: &Due, until: Option<NaiveDate>, reason: String) -> Self {
        Self { kind: due.kind, of: due.of, on: due.on, until, reason }
    }
}

/// Keeps only what can still hold, so that the list does not grow with the years.
fn put_off(customer: &mut Customer, due: &Due, off: PutOff) {
    let mut kept: ById<PutOff> = std::mem::take(&mut customer.put_off);
    // A snoozed thing is shown on its new day; its own day is the one it was put off from.
    let on = kept.get(due.id()).filter(|earlier| earlier.until == Some(due.on));
    let on = on.map_or(off.on, |earlier| earlier.on);
    let orphans = kept.iter().filter(|off| {
        let of = off.of;
        is_record(customer, &of)
            && !customer.matters.contains_key(&MatterId(of))
            && !customer.contacts.keys().any(|(_, contact)| contact.0 == of)
    });
    let orphans: Vec<uuid::Uuid> = orphans.map(|off| off.id()).collect();
    for orphan in orphans {
        kept.remove(orphan);
    }
    kept.put(PutOff { on, ..off });
    customer.put_off = kept;
}

/// Whether an id is one of a record rather than of the customer or one of their people.
fn is_record(customer: &Customer, of: &uuid::Uuid) -> bool {
    let person = of.as_u128() ^ customer.id.0.as_u128();
    person > super::limits::PEOPLE_MAX as u128
}

/// Marks a matter itself as done; `false` when it has no such mark.
fn finish(matter: &mut Matter, kind: DueKind, now: NaiveDateTime) -> bool {
    let today = now.date();
    let now = today.and_hms_opt(now.hour(), now.minute(), 0).unwrap_or(now);
    match (kind, matter) {
        (DueKind::Promise, Matter::Promise(promise)) => promise.kept = Some(today),
        (DueKind::Task, Matter::Task(task)) => task.done = Some(today),
        (DueKind::Gesture, Matter::Gesture(gesture)) => {
            gesture.given = true;
            gesture.on = today;
        }
        (DueKind::FirstReply, Matter::Case(Case { replied, .. })) => *replied = Some(now),
        (DueKind::Foreseen, Matter::Case(Case { solved, .. })) => *solved = Some(now),
        (DueKind::TrustCheck, Matter::Case(Case { trust_back, .. })) => {
            *trust_back = Some(Answer::Yes);
        }
        (
            DueKind::FeedbackCall | DueKind::FeedbackSurvey,
            Matter::Deal(Deal { feedback_asked, .. }),
        ) => *feedback_asked = Some(today),
        (DueKind::Over, Matter::Deal(Deal { over, .. })) => *over = Some(Answer::Yes),
        _ => return false,
    }
    true
}
