//! What the screen of ideas shows.

use std::fmt;

use uuid::Uuid;

use super::query::{Pairs, Query};
use crate::domain::{Category, IdeaFilter, IdeaSort, IdeaSource, IdeaState, Parts};

/// Which part of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IdeasPart {
    /// Ideas in columns.
    #[default]
    Board,
    /// The same as a list.
    List,
    /// What is to come.
    Roadmap,
    /// Polls.
    Polls,
    /// Community groups.
    Groups,
    /// You said, we did.
    Report,
}

impl IdeasPart {
    /// Every part.
    pub const ALL: [Self; 6] =
        [Self::Board, Self::List, Self::Roadmap, Self::Polls, Self::Groups, Self::Report];

    /// The stable word for addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Board => "",
            Self::List => "list",
            Self::Roadmap => "roadmap",
            Self::Polls => "polls",
            Self::Groups => "groups",
            Self::Report => "done",
        }
    }
}

/// What the screen shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdeasQuery {
    /// Which part.
    pub part: IdeasPart,
    /// The idea, poll or group that is open.
    pub open: Option<Uuid>,
    /// Which ideas.
    pub filter: IdeaFilter,
    /// In which order.
    pub sort: IdeaSort,
    /// What makes a customer weigh more.
    pub parts: Parts,
}

impl IdeasQuery {
    /// The board with this idea open.
    pub fn on(idea: crate::domain::IdeaId) -> Self {
        Self { open: Some(idea.0), ..Self::default() }
    }

    pub(super) fn parse(path: &str, pairs: &Pairs) -> Option<Self> {
        let part = path.strip_prefix("ideas").map(|rest| rest.trim_matches('/'))?;
        let part = IdeasPart::ALL.into_iter().find(|known| known.key() == part)?;
        let weigh = pairs.get("weigh");
        let weighs =
            |word| weigh.as_deref().is_none_or(|words| words.split(',').any(|w| w == word));
        Some(Self {
            part,
            open: pairs.key("id", |id| id.parse().ok()),
            filter: IdeaFilter {
                text: pairs.get("q").unwrap_or_default(),
                source: pairs.key("source", IdeaSource::from_key),
                category: pairs.key("category", Category::from_key),
                tag: pairs.get("tag"),
                state: pairs.key("state", IdeaState::from_key),
                customer: pairs.key("customer", |id| id.parse().ok()),
                due: pairs.get("due").as_deref() == Some("yes"),
            },
            sort: pairs.key("sort", IdeaSort::from_key).unwrap_or_default(),
            parts: Parts { phase: weighs("phase"), value: weighs("value"), view: weighs("view") },
        })
    }

    pub(super) fn print(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let filter = &self.filter;
        let mut query = Query::default();
        let customer = filter.customer.map(|id| id.to_string());
        let pairs = [
            ("q", Some(filter.text.as_str()).filter(|text| !text.is_empty())),
            ("source", filter.source.map(IdeaSource::key)),
            ("category", filter.category.map(Category::key)),
            ("tag", filter.tag.as_deref()),
            ("state", filter.state.map(IdeaState::key)),
            ("customer", customer.as_deref()),
            ("due", filter.due.then_some("yes")),
            ("sort", (self.sort != IdeaSort::default()).then(|| self.sort.key())),
        ];
        for (name, value) in pairs {
            if let Some(value) = value {
                query.push(name, value);
            }
        }
        if self.parts != Parts::default() {
            let Parts { phase, value, view } = self.parts;
            let words = [(phase, "phase"), (value, "value"), (view, "view")];
            let on: Vec<_> =
                words.into_iter().filter(|(on, _)| *on).map(|(_, word)| word).collect();
            query.push("weigh", &on.join(","));
        }
        if let Some(id) = self.open {
            query.push("id", &id.to_string());
        }
        let slash = if self.part == IdeasPart::Board { "" } else { "/" };
        write!(out, "#/ideas{slash}{}{}", self.part.key(), query.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::route::Route;

    proptest! {
        #[test]
        fn every_address_of_the_ideas_reads_back(
            part in 0usize..6, open in prop::option::of(any::<u128>()), text in "[a-zäß &=?#]{0,12}",
            tag in prop::option::of("[a-z ,&]{1,8}"), on in any::<[bool; 4]>(), pick in 0usize..5,
        ) {
            let filter = IdeaFilter {
                text,
                source: IdeaSource::ALL.get(pick).copied(),
                category: Category::ALL.get(pick).copied(),
                tag,
                state: IdeaState::ALL.get(pick + 2).copied(),
                customer: open.map(|id| crate::domain::CustomerId(Uuid::from_u128(id))),
                due: on[3],
            };
            let query = IdeasQuery {
                part: IdeasPart::ALL[part],
                open: open.map(Uuid::from_u128),
                filter,
                sort: IdeaSort::ALL[pick],
                parts: Parts { phase: on[0], value: on[1], view: on[2] },
            };
            let route = Route::Ideas(query);
            prop_assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn a_part_that_is_none_is_unknown() {
        assert!(matches!(Route::parse("#/ideas/nonsense"), Route::Unknown(_)));
        assert_eq!(Route::parse("#/ideas"), Route::Ideas(IdeasQuery::default()));
    }
}
