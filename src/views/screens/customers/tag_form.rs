//! The small form for a tag in the bulk bar.

use std::collections::BTreeSet;

use leptos::{ev, prelude::*};

use super::many::{Many, TagChange};
use crate::{domain::TAG_MAX, state::use_state, views::ui::use_words};

/// Asks for a tag and gives it to the ticked customers, or takes it away.
#[component]
pub fn TagForm(
    /// To whom.
    many: Many,
    /// Whether the form is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let text = RwSignal::new(String::new());
    let known: BTreeSet<String> = state.peek(|workspace| {
        workspace.in_order().flat_map(|card| card.customer.details.tags.clone()).collect()
    });
    let known = known.into_iter().take(100).map(|tag| view! { <option value=tag></option> });
    let change = move |change| {
        text.with_untracked(|text| many.tag(text, change));
        open.set(false);
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        change(TagChange::Add);
    };
    let close = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            open.set(false);
        }
    };
    view! {
        <form class="tag-form field" data-testid="tag-form" on:submit=submit on:keydown=close>
            <label class="visually-hidden" for="bulk-tag-text">{t.customers_tag_text()}</label>
            <input
                id="bulk-tag-text"
                type="text"
                list="bulk-tags"
                autofocus=true
                autocomplete="off"
                maxlength=TAG_MAX.to_string()
                placeholder=t.customers_tag_text()
                prop:value=text
                on:input=move |event| text.set(event_target_value(&event))
            />
            <datalist id="bulk-tags">{known.collect_view()}</datalist>
            <button type="submit" class="button">{t.customers_tag_add()}</button>
            <button type="button" class="button quiet" on:click=move |_| change(TagChange::Remove)>
                {t.customers_tag_remove()}
            </button>
        </form>
    }
}
