//! Who recommended whom (B10, C16).

use super::{
    customer::Customer, details::Kind, folding::fold, ids::CustomerId, workspace::Workspace,
};

/// How deep the tree of referrals is followed.
const DEPTH_MAX: usize = 4;

/// A customer that came through a recommendation, and those that came through it in turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referral {
    /// Who came.
    pub customer: CustomerId,
    /// How much the recommendation weighs: 2 when an executive of a firm gave it, else 1 (R24).
    pub weight: u8,
    /// Whom they brought.
    pub brought: Vec<Referral>,
}

impl Workspace {
    /// Everyone a customer brought, as a tree of at most four levels.
    pub fn referrals(&self, id: CustomerId) -> Vec<Referral> {
        self.referred_by(id, &mut vec![id])
    }

    fn referred_by(&self, id: CustomerId, above: &mut Vec<CustomerId>) -> Vec<Referral> {
        let Some(referrer) = self.customer(id) else { return Vec::new() };
        if above.len() > DEPTH_MAX {
            return Vec::new();
        }
        let came = self
            .in_order()
            .map(|card| &card.customer)
            .filter(|customer| customer.details.referred_by == Some(id) && !customer.is_trashed());
        let mut found = Vec::new();
        for customer in came {
            // Two files may name each other.
            if above.contains(&customer.id) {
                continue;
            }
            above.push(customer.id);
            let brought = self.referred_by(customer.id, above);
            above.pop();
            found.push(Referral {
                customer: customer.id,
                weight: weight(referrer, &customer.portrait.referred_through),
                brought,
            });
        }
        found
    }
}

/// 2 when the person who recommended leads a firm, else 1 (C18, R24).
pub fn weight(referrer: &Customer, through: &str) -> u8 {
    let is_executive = referrer.details.people.iter().any(|person| {
        person.executive && !through.is_empty() && fold(&person.name) == fold(through)
    });
    if referrer.details.kind == Kind::Firm && is_executive { 2 } else { 1 }
}
