//! On a customer's page: the ideas the customer is behind, and what came of them (A23, C31).

use leptos::prelude::*;

use crate::{
    domain::{CustomerId, IdeaState},
    route::{IdeasQuery, Route},
    state::use_state,
    views::{
        parts::Icon,
        ui::{Dialog, IdeaDialog, IdeaSeed, use_ui, use_words},
    },
};

/// The most ideas that are shown.
const MOST: usize = 12;

/// The block; nothing while there is no idea.
pub fn ideas_of_customer(id: CustomerId) -> AnyView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let cards = Memo::new(move |_| {
        state.with(|ws| {
            let here = ws.ideas_of(id).filter(|card| card.idea.trashed.is_none());
            let mut here: Vec<_> =
                here.filter(|c| c.idea.state != IdeaState::Merged).cloned().collect();
            here.sort_by_key(|card| std::cmp::Reverse(card.idea.created));
            here
        })
    });
    let block = move || {
        let cards = cards.get();
        if cards.is_empty() {
            return None;
        }
        let today = state.today();
        let rows = cards.into_iter().take(MOST).map(|card| {
            let idea = &card.idea;
            let since = idea.voices.get(&id).map(|voice| t.ideas_customer_your(&t.day(voice.on, today)));
            let href = Route::Ideas(IdeasQuery::on(idea.id)).to_string();
            let told = idea.last_turn().filter(|(_, turn)| {
                idea.told.get(&id).is_some_and(|told| told.of == *turn)
            });
            let news = if card.untold.contains(&id) {
                let which = idea.id;
                let open = move |_| ui.open(Dialog::Idea(IdeaDialog::Tell(which)));
                view! { <button class="text-button" on:click=open>{t.ideas_customer_tell()}</button> }.into_any()
            } else {
                told.map(|_| view! { <small class="with-stroke"><Icon name="check"/>{t.ideas_customer_told()}</small> }).into_any()
            };
            view! {
                <li data-testid="customer-idea">
                    <a href=href>{idea.details.title.clone()}</a>
                    <small>{t.idea_state(idea.state)} " · " {since}</small>
                    {news}
                </li>
            }
        });
        Some(view! {
            <section class="block customer-ideas" data-testid="customer-ideas">
                <header>
                    <h3>{t.ideas_customer_title()}</h3>
                    <button
                        class="text-button"
                        on:click=move |_| ui.open(Dialog::Idea(IdeaDialog::New(IdeaSeed::default())))
                    >
                        {t.ideas_customer_new()}
                    </button>
                </header>
                <ul class="rows">{rows.collect_view()}</ul>
            </section>
        })
    };
    block.into_any()
}
