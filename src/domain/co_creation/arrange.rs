//! Lays out the ideas in columns and lists.

use std::{cmp::Reverse, sync::Arc};

use chrono::NaiveDate;

use super::{
    filter::{IdeaFilter, IdeaSort},
    idea::IdeaState,
    idea_card::IdeaCard,
    weight::Weights,
};
use crate::domain::{IdeaId, Workspace};

/// One column of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdeaColumn {
    /// Which.
    pub state: IdeaState,
    /// The ideas from the top.
    pub ideas: Vec<IdeaId>,
}

/// The columns of the board, each in the order that is asked for.
pub fn arrange_ideas(
    workspace: &Workspace,
    filter: &IdeaFilter,
    sort: IdeaSort,
    weights: &Weights,
    today: NaiveDate,
) -> Vec<IdeaColumn> {
    let all = in_list(workspace, filter, sort, weights, today);
    let of = |state| all.iter().filter(|c| c.idea.state == state).map(|c| c.idea.id).collect();
    IdeaState::BOARD.into_iter().map(|state| IdeaColumn { state, ideas: of(state) }).collect()
}

/// The ideas that are asked for, in the order that is asked for.
pub fn in_list(
    workspace: &Workspace,
    filter: &IdeaFilter,
    sort: IdeaSort,
    weights: &Weights,
    today: NaiveDate,
) -> Vec<Arc<IdeaCard>> {
    let filter = filter.prepare(today);
    let cards = workspace.ideas().filter(|card| filter.takes(card));
    let mut keyed: Vec<_> = cards.map(|card| (key(card, sort, weights), card)).collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, card)| Arc::clone(card)).collect()
}

type Key = (Reverse<usize>, Reverse<NaiveDate>, IdeaId);

fn key(card: &IdeaCard, sort: IdeaSort, weights: &Weights) -> Key {
    let idea = &card.idea;
    let most = match sort {
        IdeaSort::Votes => card.votes,
        IdeaSort::Customers => idea.voices.len(),
        IdeaSort::Weight => weights.of_idea(idea.id),
        IdeaSort::Newest => 0,
        // Whatever is open comes before whatever is decided, the oldest first.
        IdeaSort::Undecided => idea.decision_due().map_or(0, |due| {
            usize::try_from((NaiveDate::MAX - due).num_days()).unwrap_or_default()
        }),
    };
    (Reverse(most), Reverse(idea.created), idea.id)
}
