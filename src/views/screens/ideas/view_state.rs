//! What the parts of the screen share. Handlers of window events run outside the owner, so it
//! carries what they need.

use std::sync::Arc;

use leptos::prelude::*;

use super::lift::Lift;
use crate::{
    domain::{CustomerId, Idea, IdeaColumn, IdeaId, IdeaState, Parts, Weights, arrange_ideas},
    route::{IdeasQuery, Route},
    state::{AppState, use_state},
    views::{
        ui::{Ui, use_ui},
        wording::Language,
    },
};

/// The shared state of the screen.
#[derive(Clone, Copy)]
pub struct IdeasView {
    /// The state of the app.
    pub state: AppState,
    /// The person's surroundings.
    pub ui: Ui,
    /// The words.
    pub t: Language,
    /// What is asked for.
    pub query: Memo<IdeasQuery>,
    /// What customers and ideas weigh.
    pub weights: Memo<Weights>,
    /// The columns of the board.
    pub columns: Memo<Vec<IdeaColumn>>,
    /// The card in the person's hand.
    pub lift: RwSignal<Option<Lift>>,
    /// The column a phone shows.
    pub shown: RwSignal<IdeaState>,
}

impl IdeasView {
    /// For this question.
    pub fn new(query: Memo<IdeasQuery>) -> Self {
        let state = use_state();
        let parts = Memo::new(move |_| query.with(|query| query.parts));
        let weights = Memo::new_owning(move |before: Option<Weights>| {
            let parts: Parts = parts.get();
            let turned = state.with(|workspace| match before {
                Some(before) => before.turned(workspace, parts),
                None => Weights::of(workspace, parts),
            });
            (turned, true)
        });
        let asked = Memo::new(move |_| query.with(|query| (query.filter.clone(), query.sort)));
        let columns = Memo::new(move |_| {
            let today = state.today();
            asked.with(|(filter, sort)| {
                weights.with(|weights| {
                    state.with(|ws| arrange_ideas(ws, filter, *sort, weights, today))
                })
            })
        });
        let ui = use_ui();
        Self {
            state,
            ui,
            t: ui.words(),
            query,
            weights,
            columns,
            lift: RwSignal::new(None),
            shown: RwSignal::new(IdeaState::New),
        }
    }

    /// The idea that is open; tracks.
    pub fn open_idea(&self) -> Option<IdeaId> {
        self.query.with(|query| query.open).map(IdeaId)
    }

    /// The address of this screen with something else asked for; tracks.
    pub fn address(&self, change: impl FnOnce(&mut IdeasQuery)) -> String {
        let mut query = self.query.get();
        change(&mut query);
        Route::Ideas(query).to_string()
    }

    /// Asks for something else without a step in the history, for handlers.
    pub fn refine(&self, change: impl FnOnce(&mut IdeasQuery)) {
        let mut query = self.query.get_untracked();
        change(&mut query);
        self.ui.refine(Route::Ideas(query));
    }

    /// An idea that follows every change; the last one while it leaves.
    pub fn idea(&self, id: IdeaId) -> Memo<Option<Arc<Idea>>> {
        let state = self.state;
        Memo::new_with_compare(
            move |last: Option<&Option<Arc<Idea>>>| {
                let now = state.with(|ws| ws.idea(id).cloned());
                now.or_else(|| last.cloned().flatten())
            },
            |a, b| match (a, b) {
                (Some(Some(a)), Some(Some(b))) => !Arc::ptr_eq(a, b),
                (Some(None), Some(None)) => false,
                _ => true,
            },
        )
    }

    /// A customer's name; tracks.
    pub fn name_of(&self, id: CustomerId) -> String {
        self.state.with(|workspace| {
            workspace.customer(id).map(|customer| customer.details.name.clone()).unwrap_or_default()
        })
    }

    /// An idea's title, for handlers.
    pub fn title_of(&self, id: IdeaId) -> String {
        self.state.peek(|ws| ws.idea(id).map(|idea| idea.details.title.clone()).unwrap_or_default())
    }
}
