//! Which customers a board or a list shows.

use chrono::NaiveDate;

use super::{
    axes::RelationType, card::Card, details::Kind, due::DueState, folding::fold, standing::Standing,
};

/// What is asked for. Everything that is set must hold; the default asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that all occur in name, people, sector, town, addresses or tags.
    pub text: String,
    /// A tag.
    pub tag: Option<String>,
    /// The main type or one beside it.
    pub relation_type: Option<RelationType>,
    /// Firm or person.
    pub kind: Option<Kind>,
    /// The contact person on our side.
    pub our_contact: Option<String>,
    /// Only customers with something overdue.
    pub overdue: bool,
}

impl Filter {
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
    filter: &'a Filter,
    words: Vec<String>,
    today: NaiveDate,
}

impl Prepared<'_> {
    /// Whether the card is asked for; customers in the trash or off the board never are.
    pub fn takes_on_board(&self, card: &Card) -> bool {
        let customer = &card.customer;
        customer.standing == Standing::Active && !customer.is_trashed() && self.takes(card)
    }

    /// Whether the card is asked for, wherever its customer is.
    pub fn takes(&self, card: &Card) -> bool {
        let (details, profile) = (&card.customer.details, &card.customer.profile);
        let filter = self.filter;
        filter.kind.is_none_or(|kind| details.kind == kind)
            && filter.relation_type.is_none_or(|wanted| {
                profile.main_type == Some(wanted) || profile.further_types.contains(&wanted)
            })
            && filter.tag.as_ref().is_none_or(|tag| details.tags.contains(tag))
            && filter.our_contact.as_ref().is_none_or(|who| details.our_contact == *who)
            && (!filter.overdue || self.is_overdue(card))
            && self.words.iter().all(|word| card.searchable.contains(word.as_str()))
    }

    fn is_overdue(&self, card: &Card) -> bool {
        card.due.as_ref().is_some_and(|due| due.state(self.today) == DueState::Late)
    }
}
