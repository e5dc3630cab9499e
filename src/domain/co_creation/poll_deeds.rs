//! What can be done with polls.

use chrono::NaiveDate;

use super::{
    deeds::room,
    idea::Decision,
    poll::{Ballot, Poll, PollDetails},
};
use crate::domain::{CustomerId, OptionId, PollId, Refusal, Workspace, limits::VOICES_MAX};

impl Workspace {
    /// Writes down a poll.
    pub fn add_poll(&mut self, id: PollId, details: PollDetails, today: NaiveDate) {
        self.put_poll(Poll::new(id, details, today));
    }

    /// Replaces what a poll asks. Answers to what is no longer offered go.
    pub fn edit_poll(&mut self, id: PollId, details: PollDetails) -> Result<(), Refusal> {
        self.change_poll(id, |poll| {
            let offered = |id| details.options.iter().any(|option| option.id == id);
            let ballots = std::mem::take(&mut poll.ballots).into_iter();
            poll.ballots = ballots.filter(|(_, ballot)| offered(ballot.option)).collect();
            poll.chosen = poll.chosen.filter(|id| offered(*id));
            poll.details = details;
            Ok(())
        })
    }

    /// Enters a customer's answer; a second one replaces the first.
    pub fn put_ballot(
        &mut self,
        id: PollId,
        customer: CustomerId,
        ballot: Ballot,
    ) -> Result<(), Refusal> {
        self.customer(customer).ok_or(Refusal::UnknownCustomer)?;
        self.change_poll(id, |poll| {
            let offered = poll.details.options.iter().any(|option| option.id == ballot.option);
            if !offered {
                return Err(Refusal::Unknown);
            }
            poll.ballots.insert(customer, ballot);
            room(poll.ballots.len(), VOICES_MAX)
        })
    }

    /// Takes a customer's answer out.
    pub fn remove_ballot(&mut self, id: PollId, customer: CustomerId) -> Result<(), Refusal> {
        self.change_poll(id, |poll| {
            poll.ballots.remove(&customer).map(|_| ()).ok_or(Refusal::UnknownCustomer)
        })
    }

    /// Decides a poll, or opens it again.
    pub fn decide_poll(
        &mut self,
        id: PollId,
        decision: Option<(Option<OptionId>, Decision)>,
    ) -> Result<(), Refusal> {
        self.change_poll(id, |poll| {
            let (chosen, decision) = decision.unzip();
            poll.chosen = chosen.flatten();
            poll.decision = decision;
            Ok(())
        })
    }

    /// Puts a poll into the trash, or takes it out with no day.
    pub fn trash_poll(&mut self, id: PollId, day: Option<NaiveDate>) -> Result<(), Refusal> {
        self.change_poll(id, |poll| {
            poll.trashed = day;
            Ok(())
        })
    }

    fn change_poll(
        &mut self,
        id: PollId,
        change: impl FnOnce(&mut Poll) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let mut poll = self.poll(id).ok_or(Refusal::Unknown)?.as_ref().clone();
        change(&mut poll)?;
        self.put_poll(poll);
        Ok(())
    }
}
