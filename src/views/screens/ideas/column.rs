//! One column of ideas. It draws a part of a long one and more when asked.

use leptos::prelude::*;

use super::{card, view_state::IdeasView};
use crate::domain::IdeaState;

/// How many ideas a column shows at first, and how many more each time.
const PART: usize = 25;

/// A column.
pub fn column(view: IdeasView, state: IdeaState) -> AnyView {
    let t = view.t;
    let limit = RwSignal::new(PART);
    let all = Memo::new(move |_| {
        view.columns.with(|all| {
            all.iter().find(|column| column.state == state).map(|column| column.ideas.clone())
        })
    });
    let count = Memo::new(move |_| all.with(|all| all.as_ref().map_or(0, Vec::len)));
    let ids = move || {
        let limit = limit.get();
        all.with(|all| all.iter().flatten().take(limit).copied().collect::<Vec<_>>())
    };
    let more = move || {
        let hidden = count.get().saturating_sub(limit.get());
        (hidden > 0).then(|| {
            let next = hidden.min(PART);
            view! {
                <button class="button quiet" data-testid="more-ideas" on:click=move |_| limit.update(|n| *n += PART)>
                    {t.ideas_more(next)}
                </button>
            }
        })
    };
    let is_target = move || view.lift.with(|lift| lift.is_some_and(|lift| lift.to == state));
    view! {
        <section
            class="column idea-column"
            class:is-shown=move || view.shown.get() == state
            class:is-target=is_target
            data-testid="idea-column"
            data-idea-state=state.key()
            aria-label=t.idea_state(state)
        >
            <header class="column-head">
                <h2>{t.idea_state(state)} " " <span class="count">{move || t.number(count.get())}</span></h2>
                <p class="median">{t.idea_state_hint(state)}</p>
            </header>
            <ol>
                <For each=ids key=|id| *id let:id>{card::card(view, id)}</For>
            </ol>
            {more}
        </section>
    }
    .into_any()
}
