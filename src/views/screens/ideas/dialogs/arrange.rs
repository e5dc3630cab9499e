//! Order, filters and weights of the ideas. Every choice holds at once and stands in the address.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::dialog;
use crate::{
    domain::{Category, CustomerId, IdeaFilter, IdeaSort, IdeaSource, IdeaState, Parts},
    route::{IdeasQuery, Route},
    state::use_state,
    views::ui::{Ui, use_ui, use_words},
};

/// The choices.
pub fn arrange() -> AnyView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let query = Memo::new(move |_| match ui.route.get() {
        Route::Ideas(query) => query,
        _ => IdeasQuery::default(),
    });
    let (tags, customers) = state.peek(|ws| {
        let counted = || ws.ideas().filter(|card| card.idea.counts());
        let tags: BTreeSet<_> =
            counted().flat_map(|c| c.idea.details.tags.iter().cloned()).collect();
        let behind: BTreeSet<CustomerId> =
            counted().flat_map(|card| card.idea.voices.keys().copied()).collect();
        let named = behind
            .into_iter()
            .filter_map(|id| Some((id.to_string(), ws.customer(id)?.details.name.clone())));
        (tags, named.collect::<Vec<_>>())
    });
    let words = |key: &'static str, word: &'static str| (key.to_owned(), word.to_owned());
    let states = IdeaState::ALL.iter().map(|v| words(v.key(), t.idea_state(*v))).collect();
    let sources = IdeaSource::ALL.iter().map(|v| words(v.key(), t.idea_source(*v))).collect();
    let areas = Category::ALL.iter().map(|v| words(v.key(), t.idea_category(*v))).collect();
    let tags = tags.into_iter().map(|tag| (tag.clone(), tag)).collect();
    let mut customers = customers;
    customers.sort_by_key(|(_, name)| crate::domain::fold(name));
    let sorts: Vec<_> = IdeaSort::ALL.iter().map(|v| words(v.key(), t.idea_sort(*v))).collect();
    let body = view! {
        <div class="customer-form">
            <div class="form-body">
                <h2 id="idea-dialog-title">{t.ideas_arrange()}</h2>
                <div class="form-grid">
                    {select(ui, "order-by", t.ideas_sort_label(), None, sorts,
                        Signal::derive(move || query.with(|q| q.sort.key().to_owned())),
                        |q, key| q.sort = IdeaSort::from_key(key).unwrap_or_default())}
                    {select(ui, "filter-state", t.ideas_state_label(), Some(t.ideas_any()), states,
                        Signal::derive(move || query.with(|q| q.filter.state.map_or("", IdeaState::key).to_owned())),
                        |q, key| q.filter.state = IdeaState::from_key(key))}
                    {select(ui, "filter-source", t.ideas_source_label(), Some(t.ideas_any()), sources,
                        Signal::derive(move || query.with(|q| q.filter.source.map_or("", IdeaSource::key).to_owned())),
                        |q, key| q.filter.source = IdeaSource::from_key(key))}
                    {select(ui, "filter-category", t.ideas_category_label(), Some(t.ideas_any()), areas,
                        Signal::derive(move || query.with(|q| q.filter.category.map_or("", Category::key).to_owned())),
                        |q, key| q.filter.category = Category::from_key(key))}
                    {select(ui, "filter-tag", t.ideas_tag_label(), Some(t.ideas_any()), tags,
                        Signal::derive(move || query.with(|q| q.filter.tag.clone().unwrap_or_default())),
                        |q, key| q.filter.tag = Some(key.to_owned()).filter(|tag| !tag.is_empty()))}
                    {select(ui, "filter-customer", t.ideas_customer_label(), Some(t.ideas_any()), customers,
                        Signal::derive(move || query.with(|q| q.filter.customer.map(|id| id.to_string()).unwrap_or_default())),
                        |q, key| q.filter.customer = key.parse().ok())}
                </div>
                {check(ui, "filter-due", t.ideas_only_due(),
                    Signal::derive(move || query.with(|q| q.filter.due)),
                    |q, on| q.filter.due = on)}
                <fieldset class="weigh">
                    <legend>{t.ideas_weigh()}</legend>
                    <p class="hint">{t.ideas_weigh_lead()}</p>
                    {check(ui, "weigh-phase", t.ideas_weigh_phase(),
                        Signal::derive(move || query.with(|q| q.parts.phase)), |q, on| q.parts.phase = on)}
                    {check(ui, "weigh-value", t.ideas_weigh_value(),
                        Signal::derive(move || query.with(|q| q.parts.value)), |q, on| q.parts.value = on)}
                    {check(ui, "weigh-view", t.ideas_weigh_view(),
                        Signal::derive(move || query.with(|q| q.parts.view)), |q, on| q.parts.view = on)}
                </fieldset>
            </div>
            <p class="dialog-actions">
                <button class="button quiet" data-testid="filter-reset" on:click=move |_| change(ui, |query| {
                    let text = std::mem::take(&mut query.filter.text);
                    query.filter = IdeaFilter { text, ..IdeaFilter::default() };
                    query.parts = Parts::default();
                    query.sort = IdeaSort::default();
                })>
                    {t.ideas_reset()}
                </button>
                <button class="button primary" data-testid="filter-done" on:click=move |_| ui.close()>
                    {t.ideas_done()}
                </button>
            </p>
        </div>
    };
    dialog(body.into_any())
}

fn change(ui: Ui, change: impl FnOnce(&mut IdeasQuery)) {
    let mut query = match ui.route.get_untracked() {
        Route::Ideas(query) => query,
        _ => IdeasQuery::default(),
    };
    change(&mut query);
    ui.refine(Route::Ideas(query));
}

/// A choice of one, or of none where there is a word for it.
fn select(
    ui: Ui,
    id: &'static str,
    label: &'static str,
    any: Option<&'static str>,
    options: Vec<(String, String)>,
    value: Signal<String>,
    set: fn(&mut IdeasQuery, &str),
) -> AnyView {
    let any = any.map(|word| (String::new(), word.to_owned()));
    let options = any.into_iter().chain(options).map(|(key, word)| {
        let this = key.clone();
        let is_chosen = move || value.with(|value| *value == this);
        view! { <option value=key prop:selected=is_chosen>{word}</option> }
    });
    let choose = move |event| {
        let key = event_target_value(&event);
        change(ui, |query| set(query, &key));
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id data-testid=id on:change=choose>{options.collect_view()}</select>
        </div>
    }
    .into_any()
}

fn check(
    ui: Ui,
    id: &'static str,
    label: &'static str,
    value: Signal<bool>,
    set: fn(&mut IdeasQuery, bool),
) -> AnyView {
    let choose = move |event| {
        let on = event_target_checked(&event);
        change(ui, |query| set(query, on));
    };
    view! {
        <label class="check-row">
            <input class="check" type="checkbox" data-testid=id prop:checked=value on:change=choose/>
            <span>{label}</span>
        </label>
    }
    .into_any()
}
