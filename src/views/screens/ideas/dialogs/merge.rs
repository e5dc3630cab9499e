//! Which idea another one lives on in: the likeliest first, any other by its words.

use leptos::prelude::*;

use super::{dialog, gone};
use crate::{
    domain::{IdeaFilter, IdeaId, similar_ideas},
    route::{IdeasQuery, Route},
    state::{Deed, Done, use_state},
    views::{
        parts::TextField,
        ui::{use_ui, use_words},
    },
};

/// How many ideas are shown at once.
const MOST: usize = 8;

/// The choice.
pub fn merge(id: IdeaId) -> AnyView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let Some(idea) = state.peek(|ws| ws.idea(id).cloned()) else { return gone() };
    let title = StoredValue::new(idea.details.title.clone());
    let text = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let text = text.get();
        state.with(|ws| {
            if text.trim().is_empty() {
                return similar_ideas(ws, &title.get_value(), Some(id), MOST);
            }
            let filter = IdeaFilter { text, ..IdeaFilter::default() };
            let filter = filter.prepare(state.today());
            let fits = ws.ideas().filter(|card| filter.takes(card) && card.idea.id != id);
            fits.take(MOST).map(|card| card.idea.id).collect()
        })
    });
    let into = move |target: IdeaId| {
        let done = Done::Shaped(title.get_value(), Deed::Merged);
        match state.commit(done, |ws, moment| ws.merge_idea(id, target, moment.now, moment)) {
            Ok(_) => {
                ui.close();
                ui.go(Route::Ideas(IdeasQuery::on(target)));
            }
            Err(refusal) => ui.warn(t.refusal(refusal)),
        }
    };
    let rows = move || {
        let rows = found.get().into_iter().filter_map(|target| {
            let idea = state.peek(|ws| ws.idea(target).cloned())?;
            let facts =
                [t.idea_state(idea.state), " · ", &t.ideas_customers(idea.voices.len())].concat();
            Some(view! {
                <li>
                    <span>{idea.details.title.clone()} <small>{facts}</small></span>
                    <button class="button" data-testid="merge-into" on:click=move |_| into(target)>
                        {t.ideas_merge_into()}
                    </button>
                </li>
            })
        });
        rows.collect_view()
    };
    let body = view! {
        <div class="customer-form">
            <div class="form-body">
                <h2 id="idea-dialog-title">{t.ideas_merge_title(&title.get_value())}</h2>
                <p class="lead">{t.ideas_merge_lead()}</p>
                <TextField id="merge-search" label=t.ideas_merge_search() value=text autofocus=true/>
                <ul class="guests" data-testid="merge-found">{rows}</ul>
            </div>
            <p class="dialog-actions">
                <button class="button quiet" on:click=move |_| ui.close()>{t.ideas_cancel()}</button>
            </p>
        </div>
    };
    dialog(body.into_any())
}
