//! The ideas as a list: the same selection in rows.

use leptos::prelude::*;

use super::{
    card::{outcome, votes},
    view_state::IdeasView,
};
use crate::domain::{IdeaId, in_list};

/// How many rows are drawn at first, and how many more each time.
const PART: usize = 60;

/// The list.
pub fn list(view: IdeasView) -> AnyView {
    let t = view.t;
    let limit = RwSignal::new(PART);
    let all = Memo::new(move |_| {
        let today = view.state.today();
        let ids = view.query.with(|query| {
            view.weights.with(|weights| {
                view.state.with(|ws| in_list(ws, &query.filter, query.sort, weights, today))
            })
        });
        ids.iter().map(|card| card.idea.id).collect::<Vec<IdeaId>>()
    });
    let ids = move || {
        let limit = limit.get();
        all.with(|all| all.iter().take(limit).copied().collect::<Vec<_>>())
    };
    let more = move || {
        let hidden = all.with(Vec::len).saturating_sub(limit.get());
        (hidden > 0).then(|| view! {
            <button class="button quiet" data-testid="more-ideas" on:click=move |_| limit.update(|n| *n += PART)>
                {t.ideas_more(hidden.min(PART))}
            </button>
        })
    };
    let nothing = move || {
        all.with(Vec::is_empty)
            .then(|| view! { <p class="nothing-found" role="status">{t.ideas_nothing()}</p> })
    };
    view! {
        {nothing}
        <ol class="idea-list" data-testid="idea-list" aria-label=t.ideas_title()>
            <For each=ids key=|id| *id let:id>{row(view, id)}</For>
        </ol>
        {more}
    }
    .into_any()
}

fn row(view: IdeasView, id: IdeaId) -> AnyView {
    let t = view.t;
    let read = Memo::new(move |_| view.state.with(|ws| ws.idea_card(id).cloned()));
    let content = move || {
        let card = read.get()?;
        let details = &card.idea.details;
        let today = view.state.today();
        let facts = [
            t.idea_state(card.idea.state),
            t.idea_category(details.category),
            t.idea_source(details.source),
        ];
        let since = t.day(card.idea.created, today);
        let href = move || view.address(|query| query.open = Some(id.0));
        Some(view! {
            <div>
                <a class="name" href=href id=["idea-", &id.to_string()].concat()>{details.title.clone()}</a>
                <p class="idea-kind">{facts.join(" · ")} " · " {since}</p>
            </div>
            {votes(view, &card)}
            <div>{outcome(t, &card, today)}</div>
        })
    };
    view! { <li class="idea-row" data-testid="idea-row" data-id=id.to_string()>{content}</li> }
        .into_any()
}
