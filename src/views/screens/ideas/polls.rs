//! Polls: what customers are asked, and what they decide (D40).

use leptos::prelude::*;

use super::{poll::poll, view_state::IdeasView};
use crate::domain::PollId;

/// Every poll, the newest first.
pub fn polls(view: IdeasView) -> AnyView {
    let t = view.t;
    let ids = Memo::new(move |_| {
        view.state.with(|ws| {
            let mut polls: Vec<_> = ws.polls().filter(|poll| poll.trashed.is_none()).collect();
            polls.sort_by_key(|poll| std::cmp::Reverse((poll.created, poll.id)));
            polls.into_iter().map(|poll| poll.id).collect::<Vec<PollId>>()
        })
    });
    let nothing = move || {
        ids.with(Vec::is_empty)
            .then(|| view! { <p class="nothing-found">{t.ideas_poll_empty()}</p> })
    };
    view! {
        {nothing}
        <div class="polls" data-testid="polls">
            <For each=move || ids.get() key=|id| *id let:id>{poll(view, id)}</For>
        </div>
    }
    .into_any()
}
