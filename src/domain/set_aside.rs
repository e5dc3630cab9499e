//! What was put off or dismissed and would be due without that.

use chrono::NaiveDateTime;

use super::{
    by_id::{ById, HasId},
    customer::Customer,
    due::{Due, PutOff},
    ids::CustomerId,
    settings::Targets,
    workspace::{Refusal, Workspace},
};

impl Workspace {
    /// What was dismissed with a reason or put off so far that nothing shows it, the latest day
    /// last. What was simply done is not among it.
    pub fn set_aside(&self, now: NaiveDateTime) -> Vec<(CustomerId, PutOff)> {
        let targets = &self.settings().targets;
        let put_off = self.in_order().filter(|card| !card.customer.put_off.is_empty());
        let mut all: Vec<(CustomerId, PutOff)> = put_off
            .flat_map(|card| {
                let offs = of(&card.customer, targets, now);
                offs.into_iter().map(|off| (card.customer.id, off))
            })
            .collect();
        all.sort_by_key(|(_, off)| off.until.unwrap_or(off.on));
        all
    }

    /// Shows something again that was put off or dismissed.
    pub fn take_up(&mut self, id: CustomerId, off: &PutOff) -> Result<(), Refusal> {
        self.change(id, |customer| {
            customer.put_off.remove(off.id());
            Ok(())
        })
    }
}

fn of(customer: &Customer, targets: &Targets, now: NaiveDateTime) -> Vec<PutOff> {
    let near = |customer: &Customer| {
        let mut due = Due::all(customer, targets, now);
        due.retain(|due| due.is_near(targets, now.date()));
        due
    };
    let shown = near(customer);
    let due = near(&Customer { put_off: ById::default(), ..customer.clone() }).into_iter();
    let hidden = due.filter(|due| shown.iter().all(|other| other.id() != due.id()));
    let offs = hidden.filter_map(|due| customer.put_off.get(due.id()).cloned());
    let said = offs.filter(|off| off.until.is_some() || !off.reason.is_empty());
    said.map(|off| (*off).clone()).collect()
}
