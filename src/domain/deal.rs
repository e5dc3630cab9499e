//! How far a deal is and what it brought.

use chrono::NaiveDate;

use super::{
    amount::Amount,
    matter::{Deal, DealStage},
};

impl Deal {
    /// The day a stage was reached.
    pub fn day_of(&self, stage: DealStage) -> Option<NaiveDate> {
        match stage {
            DealStage::Inquiry => self.inquiry,
            DealStage::Quote => self.quote,
            DealStage::Accepted => self.accepted,
            DealStage::Ordered => self.ordered,
            DealStage::Delivered => self.delivered,
            DealStage::Paid => self.paid,
            DealStage::Lost => self.lost,
        }
    }

    /// The furthest stage that was reached; an empty deal is an inquiry.
    pub fn stage(&self) -> DealStage {
        let reached = DealStage::ALL.iter().rev().copied();
        reached
            .into_iter()
            .find(|stage| self.day_of(*stage).is_some())
            .unwrap_or(DealStage::Inquiry)
    }

    /// The day of the furthest stage.
    pub fn latest(&self) -> Option<NaiveDate> {
        self.day_of(self.stage())
    }

    /// Reaches a stage on a day.
    pub fn reach(&mut self, stage: DealStage, on: NaiveDate) {
        let day = match stage {
            DealStage::Inquiry => &mut self.inquiry,
            DealStage::Quote => &mut self.quote,
            DealStage::Accepted => &mut self.accepted,
            DealStage::Ordered => &mut self.ordered,
            DealStage::Delivered => &mut self.delivered,
            DealStage::Paid => &mut self.paid,
            DealStage::Lost => &mut self.lost,
        };
        *day = Some(on);
    }

    /// Whether it is still on its way: neither paid nor lost.
    pub fn is_open(&self) -> bool {
        self.paid.is_none() && self.lost.is_none()
    }

    /// Whether the customer committed to it (accepted or further) and it was not lost.
    pub fn is_won(&self) -> bool {
        self.lost.is_none() && self.stage() >= DealStage::Accepted
    }

    /// What is left after the cost; `None` while one of both is not known.
    pub fn margin(&self) -> Option<Amount> {
        Some(self.amount?.plus(Amount(-self.cost?.0)))
    }
}

impl super::Customer {
    /// What won deals brought and what open ones may bring.
    pub fn revenue(&self) -> (Amount, Amount) {
        let mut sums = (Amount(0), Amount(0));
        for (_, deal) in self.each::<Deal>() {
            let amount = deal.amount.unwrap_or_default();
            if deal.is_won() {
                sums.0 = sums.0.plus(amount);
            } else if deal.is_open() {
                sums.1 = sums.1.plus(amount);
            }
        }
        sums
    }

    /// How many promises were kept in time, of those that were due by this day (R20).
    pub fn reliability(&self, today: NaiveDate) -> (usize, usize) {
        let due = self
            .each::<super::Promise>()
            .map(|(_, promise)| promise)
            .filter(|promise| promise.kept.is_some() || promise.due < today);
        due.fold((0, 0), |(kept, all), promise| {
            let in_time = promise.kept.is_some_and(|day| day <= promise.due);
            (kept + usize::from(in_time), all + 1)
        })
    }
}
