//! What boards and lists need to know of an idea, worked out once when the idea changes.

use std::sync::Arc;

use super::{idea::Idea, similar::Grams};
use crate::domain::{CustomerId, folding::fold};

/// An idea as boards and lists see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdeaCard {
    /// The whole idea.
    pub idea: Arc<Idea>,
    /// Everything a search looks through, folded.
    pub searchable: String,
    /// What similar ideas are found by.
    pub grams: Grams,
    /// How many customers voted.
    pub votes: usize,
    /// Who does not know of the last change yet.
    pub untold: Vec<CustomerId>,
}

impl IdeaCard {
    /// The card of an idea.
    pub fn of(idea: Idea) -> Self {
        let details = &idea.details;
        let mut text = [details.title.as_str(), "\n", &details.text].concat();
        for tag in &details.tags {
            text.push('\n');
            text.push_str(tag);
        }
        Self {
            searchable: fold(&text),
            grams: Grams::of(&details.title),
            votes: idea.votes(),
            untold: idea.untold().collect(),
            idea: Arc::new(idea),
        }
    }
}
