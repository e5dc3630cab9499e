//! What is to come: planned, in progress, shipped.

use leptos::prelude::*;

use super::view_state::IdeasView;
use crate::domain::{IdeaFilter, IdeaId, IdeaSort, IdeaState, in_list};

const STATES: [IdeaState; 3] = [IdeaState::Planned, IdeaState::Progress, IdeaState::Shipped];
/// The most ideas of one state.
const MOST: usize = 50;

/// The roadmap.
pub fn roadmap(view: IdeasView) -> AnyView {
    let t = view.t;
    let column = move |state: IdeaState| {
        let ideas = Memo::new(move |_| {
            let filter = IdeaFilter { state: Some(state), ..IdeaFilter::default() };
            let today = view.state.today();
            let cards = view.weights.with(|weights| {
                view.state.with(|ws| in_list(ws, &filter, IdeaSort::Customers, weights, today))
            });
            cards.iter().take(MOST).map(|card| card.idea.id).collect::<Vec<_>>()
        });
        view! {
            <section class="roadmap-column" data-state=state.key() aria-label=t.idea_state(state)>
                <h2>{t.idea_state(state)}</h2>
                <ul><For each=move || ideas.get() key=|id| *id let:id>{item(view, id)}</For></ul>
            </section>
        }
    };
    view! {
        <p class="lead">{t.ideas_roadmap_lead()}</p>
        <div class="roadmap" data-testid="roadmap">{STATES.map(column).collect_view()}</div>
    }
    .into_any()
}

fn item(view: IdeasView, id: IdeaId) -> AnyView {
    let t = view.t;
    let content = move || {
        let idea = view.state.with(|ws| ws.idea(id).cloned())?;
        let today = view.state.today();
        let day = idea.turns.last().map(|((at, _), _)| t.day(at.date(), today));
        let reason = idea.decision.as_ref().map(|decision| decision.reason.clone());
        let href = move || view.address(|query| query.open = Some(id.0));
        Some(view! {
            <a class="name" href=href id=["idea-", &id.to_string()].concat()>{idea.details.title.clone()}</a>
            <p class="idea-kind">{t.ideas_customers(idea.voices.len())} {day.map(|day| [" · ", &day].concat())}</p>
            {reason.filter(|reason| !reason.is_empty()).map(|reason| view! { <p class="decision">{reason}</p> })}
        })
    };
    view! { <li>{content}</li> }.into_any()
}
