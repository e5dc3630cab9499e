//! Which ideas a board or a list shows, and in what order.

use chrono::NaiveDate;

use super::{
    idea::{Category, IdeaSource, IdeaState},
    idea_card::IdeaCard,
};
use crate::domain::{CustomerId, axes::axis, folding::fold};

axis! {
    /// What comes first.
    #[derive(Default)]
    IdeaSort {
        /// The most votes.
        Votes = "votes",
        /// The most customers.
        Customers = "customers",
        /// The most weight.
        #[default]
        Weight = "weight",
        /// The newest.
        Newest = "newest",
        /// The one that has waited longest for a decision.
        Undecided = "undecided",
    }
}

/// What is asked for. Everything that is set must hold; the default asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdeaFilter {
    /// Words that all occur in title, text or tags.
    pub text: String,
    /// Where it comes from.
    pub source: Option<IdeaSource>,
    /// What it is about.
    pub category: Option<Category>,
    /// A tag.
    pub tag: Option<String>,
    /// Where it stands.
    pub state: Option<IdeaState>,
    /// A customer behind it.
    pub customer: Option<CustomerId>,
    /// Only ideas that are due: no decision in time, or customers still to be told.
    pub due: bool,
}

impl IdeaFilter {
    /// Whether nothing is asked for.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Makes the filter ready for many cards.
    pub fn prepare(&self, today: NaiveDate) -> Prepared<'_> {
        let words = fold(&self.text).split_whitespace().map(str::to_owned).collect();
        Prepared { filter: self, words, today }
    }
}

/// A filter whose search words are folded.
pub struct Prepared<'a> {
    filter: &'a IdeaFilter,
    words: Vec<String>,
    today: NaiveDate,
}

impl Prepared<'_> {
    /// Whether the idea is asked for. Ideas in the trash never are; merged ones only by their state.
    pub fn takes(&self, card: &IdeaCard) -> bool {
        let (idea, filter) = (&card.idea, self.filter);
        let details = &idea.details;
        let is_shown = match filter.state {
            Some(state) => idea.state == state && idea.trashed.is_none(),
            None => idea.counts(),
        };
        is_shown
            && filter.source.is_none_or(|source| details.source == source)
            && filter.category.is_none_or(|category| details.category == category)
            && filter.tag.as_ref().is_none_or(|tag| details.tags.contains(tag))
            && filter.customer.is_none_or(|customer| idea.voices.contains_key(&customer))
            && (!filter.due
                || !card.untold.is_empty()
                || idea.decision_due().is_some_and(|due| due < self.today))
            && self.words.iter().all(|word| card.searchable.contains(word.as_str()))
    }
}
