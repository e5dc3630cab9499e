//! Who could be invited to a group (R34): a bond, and a topic in common. A hint, never a block.

use super::group::Group;
use crate::domain::{
    ContactWish, Customer, CustomerId, Kind, RelationType, Standing, View, Workspace, fold,
};

/// How much speaks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ties {
    /// A firm that makes software: where communities work best so far (C29).
    Strong,
    /// Anyone else with a bond and the topic.
    Fine,
}

/// A customer who could be invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Who.
    pub customer: CustomerId,
    /// How much speaks for it.
    pub ties: Ties,
    /// The word of the topic that was found with the customer, folded.
    pub shared: String,
}

/// Who could be invited, the strongest first. Nobody who wants to be left alone (R11), nobody who
/// is off the board, nobody who was asked already.
pub fn invitation_hints(workspace: &Workspace, group: &Group, most: usize) -> Vec<Hint> {
    let topic = [group.details.topic.as_str(), " ", &group.details.name].concat();
    let words = topic_words(&topic);
    let hint = |customer: &Customer| {
        let is_asked = group.members.contains_key(&customer.id);
        let shared =
            (is_welcome(customer) && !is_asked).then(|| shared_word(customer, &words))??;
        let ties = if is_software_firm(customer) { Ties::Strong } else { Ties::Fine };
        Some(Hint { customer: customer.id, ties, shared })
    };
    let mut found: Vec<_> = workspace.in_order().filter_map(|card| hint(&card.customer)).collect();
    found.sort_by_key(|hint| hint.ties);
    found.truncate(most);
    found
}

fn is_welcome(customer: &Customer) -> bool {
    let profile = &customer.profile;
    let is_long_term = profile.effective_view() == View::Relation
        || profile.main_type == Some(RelationType::LongTerm);
    customer.standing == Standing::Active
        && !customer.is_trashed()
        && customer.details.contact_wish != Some(ContactWish::SelfService)
        && is_long_term
}

/// The words of a topic that say something, folded.
fn topic_words(topic: &str) -> Vec<String> {
    let folded = fold(topic);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() >= 4).map(str::to_owned).collect()
}

/// The first word of the topic that also stands with the customer, as a word or as part of one.
fn shared_word(customer: &Customer, words: &[String]) -> Option<String> {
    let details = &customer.details;
    let known = [&details.sector, &details.need];
    let known: Vec<String> =
        known.into_iter().chain(&details.tags).map(|text| fold(text)).collect();
    words.iter().find(|word| known.iter().any(|text| text.contains(word.as_str()))).cloned()
}

fn is_software_firm(customer: &Customer) -> bool {
    customer.details.kind == Kind::Firm && fold(&customer.details.sector).contains("software")
}
