//! The ideas in columns by their state. An idea is dragged by mouse or finger, carried by keys, or
//! moved by its menu.

use leptos::prelude::*;

use super::{board_keys, card, column::column, lift, view_state::IdeasView};
use crate::{domain::IdeaState, views::parts::drag};

/// The board.
pub fn board(view: IdeasView) -> AnyView {
    let t = view.t;
    let _listeners = StoredValue::new_local(drag::listen(lift::carry(view)));
    let nothing = move || {
        let is_bare = view.columns.with(|all| all.iter().all(|column| column.ideas.is_empty()));
        is_bare.then(|| view! { <p class="nothing-found" role="status">{t.ideas_nothing()}</p> })
    };
    view! {
        {switch(view)}
        {nothing}
        <div
            class="idea-board"
            data-testid="idea-board"
            on:keydown=move |event| board_keys::steer(view, &event)
        >
            {IdeaState::BOARD.map(|state| column(view, state)).collect_view()}
        </div>
        {card::lifted(view)}
        {lift::note(view)}
    }
    .into_any()
}

/// On a phone one column is shown at a time.
fn switch(view: IdeasView) -> AnyView {
    let t = view.t;
    let radio = move |state: IdeaState| {
        let count = move || {
            let count = |all: &Vec<crate::domain::IdeaColumn>| {
                all.iter().find(|column| column.state == state).map_or(0, |c| c.ideas.len())
            };
            t.number(view.columns.with(count))
        };
        view! {
            <label data-idea-state=state.key()>
                <input
                    type="radio"
                    name="idea-state"
                    value=state.key()
                    prop:checked=move || view.shown.get() == state
                    on:change=move |_| view.shown.set(state)
                />
                {t.idea_state(state)} " " <span class="count">{count}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segmented phase-switch phone-only">
            <legend class="visually-hidden">{t.ideas_show_state()}</legend>
            {IdeaState::BOARD.map(radio).collect_view()}
        </fieldset>
    }
    .into_any()
}
