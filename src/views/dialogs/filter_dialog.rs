//! The filters of a board or list. Every choice holds at once and stands in the address.

use std::{collections::BTreeSet, iter};

use leptos::prelude::*;

use crate::{
    domain::{Card, Filter, Kind, RelationType, Workspace},
    platform::intl,
    route::{Route, Shelf},
    state::use_state,
    views::{
        parts::{DialogFrame, Icon},
        ui::{Ui, use_ui, use_words},
        wording::Language,
    },
};

/// The filters.
#[component]
pub fn FilterDialog() -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let filter =
        Memo::new(move |_| ui.route.with(|route| filter_of(route).cloned().unwrap_or_default()));
    let has_choice = move || filter.with(|filter| !is_open_but_for_text(filter));
    let reset = move |_| {
        change(ui, |filter| {
            *filter = Filter { text: std::mem::take(&mut filter.text), ..Filter::default() }
        });
    };
    view! {
        <DialogFrame
            on_close=Callback::new(move |()| ui.close())
            labelled_by="filter-title"
            class="dialog filter-dialog"
            test_id="filter-dialog"
        >
            <header class="dialog-head">
                <h2 id="filter-title">{t.filter_title()}</h2>
                <button class="icon-button" aria-label=t.filter_close() on:click=move |_| ui.close()>
                    <Icon name="close"/>
                </button>
            </header>
            <Choices filter/>
            <p class="filter-count" role="status" data-testid="filter-count">{matches(ui)}</p>
            <p class="dialog-actions">
                <button
                    class="button quiet"
                    data-testid="filter-reset"
                    aria-disabled=move || (!has_choice()).to_string()
                    on:click=reset
                >
                    {t.filter_reset()}
                </button>
                <button class="button primary" data-testid="filter-done" on:click=move |_| ui.close()>
                    {t.filter_done()}
                </button>
            </p>
        </DialogFrame>
    }
}

#[component]
fn Choices(filter: Memo<Filter>) -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let chosen = filter.get_untracked();
    let (tags, people) = state.peek(|workspace| in_use(workspace, &chosen));
    let kind =
        [(Kind::Firm, "firm", t.kind_firm_long()), (Kind::Person, "person", t.kind_person_long())];
    let kinds = kind.map(|(_, key, word)| (key.to_owned(), word.to_owned()));
    let types = RelationType::ALL
        .iter()
        .map(|value| (value.key().to_owned(), t.relation_type(Some(*value)).to_owned()));
    let key_of_kind =
        move |wanted| kind.iter().find(|(k, ..)| *k == wanted).map(|(_, key, _)| *key);
    let kind_of_key =
        move |key: &str| kind.iter().find(|(_, k, _)| *k == key).map(|(kind, ..)| *kind);
    view! {
        <div class="form-grid">
            <Choice
                id="filter-kind" label=t.filter_kind() any=t.filter_any_kind() options=kinds.to_vec()
                value=Signal::derive(move || filter.with(|f| f.kind.and_then(key_of_kind)).map(str::to_owned))
                on_choice=Callback::new(move |key: Option<String>| {
                    change(ui, |f| f.kind = key.as_deref().and_then(kind_of_key));
                })
            />
            <Choice
                id="filter-type" label=t.filter_type() any=t.filter_any_type() options=types.collect()
                value=Signal::derive(move || filter.with(|f| f.relation_type).map(|v| v.key().to_owned()))
                on_choice=Callback::new(move |key: Option<String>| {
                    change(ui, |f| f.relation_type = key.as_deref().and_then(RelationType::from_key));
                })
            />
            <Choice
                id="filter-tag" label=t.filter_tag() any=t.filter_any_tag() options=sorted(t, tags)
                value=Signal::derive(move || filter.with(|f| f.tag.clone()))
                on_choice=Callback::new(move |tag| change(ui, |f| f.tag = tag))
            />
            <Choice
                id="filter-who" label=t.filter_who() any=t.filter_any_who() options=sorted(t, people)
                value=Signal::derive(move || filter.with(|f| f.our_contact.clone()))
                on_choice=Callback::new(move |who| change(ui, |f| f.our_contact = who))
            />
        </div>
        <label class="check-row">
            <input
                class="check"
                type="checkbox"
                data-testid="filter-overdue"
                prop:checked=move || filter.with(|f| f.overdue)
                on:change=move |event| {
                    let overdue = event_target_checked(&event);
                    change(ui, |f| f.overdue = overdue);
                }
            />
            <span>{t.filter_overdue()}</span>
        </label>
    }
}

/// A choice of one or of none; its id is its handle too.
#[component]
fn Choice(
    id: &'static str,
    label: &'static str,
    /// The word for none.
    any: &'static str,
    /// Key and word.
    options: Vec<(String, String)>,
    value: Signal<Option<String>>,
    on_choice: Callback<Option<String>>,
) -> impl IntoView {
    // The first option is none; the others are counted from one, so that a tag may be any text.
    let keys: Vec<String> = options.iter().map(|(key, _)| key.clone()).collect();
    let options = iter::once((None, any.to_owned()))
        .chain(options.into_iter().map(|(key, word)| (Some(key), word)))
        .enumerate()
        .map(|(place, (key, word))| {
            let is_chosen = move || value.with(|value| *value == key);
            view! { <option value=place.to_string() prop:selected=is_chosen>{word}</option> }
        });
    let choose = move |event| {
        let place: usize = event_target_value(&event).parse().unwrap_or(0);
        on_choice.run(place.checked_sub(1).and_then(|place| keys.get(place).cloned()));
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id data-testid=id on:change=choose>{options.collect_view()}</select>
        </div>
    }
}

/// How many customers the screen behind shows.
fn matches(ui: Ui) -> impl Fn() -> String + Send + 'static {
    let (state, t) = (use_state(), ui.words());
    let count = Memo::new(move |_| {
        let today = state.today();
        ui.route.with(|route| state.with(|workspace| count(workspace, route, today)))
    });
    move || t.filter_matches(&t.number(count.get()))
}

fn count(workspace: &Workspace, route: &Route, today: chrono::NaiveDate) -> usize {
    let Some(filter) = filter_of(route).map(|filter| filter.prepare(today)) else { return 0 };
    let is_shown = |card: &Card| match route {
        Route::Customers(query) => is_on(query.shelf, card) && filter.takes(card),
        _ => filter.takes_on_board(card),
    };
    workspace.in_order().filter(|card| is_shown(card)).count()
}

fn is_on(shelf: Shelf, card: &Card) -> bool {
    let customer = &card.customer;
    match shelf {
        Shelf::Trash => customer.is_trashed(),
        Shelf::Book(standing) => !customer.is_trashed() && customer.standing == standing,
    }
}

fn filter_of(route: &Route) -> Option<&Filter> {
    match route {
        Route::Board(query) => Some(&query.filter),
        Route::Customers(query) => Some(&query.filter),
        _ => None,
    }
}

fn change(ui: Ui, change: impl FnOnce(&mut Filter)) {
    let mut route = ui.route.get_untracked();
    match &mut route {
        Route::Board(query) => change(&mut query.filter),
        Route::Customers(query) => change(&mut query.filter),
        _ => return,
    }
    ui.refine(route);
}

/// The search field is not part of this dialog.
fn is_open_but_for_text(filter: &Filter) -> bool {
    Filter { text: String::new(), ..filter.clone() }.is_open()
}

/// Every tag and every contact person in use, and those the filter asks for.
fn in_use(workspace: &Workspace, filter: &Filter) -> (Vec<String>, Vec<String>) {
    let mut tags: BTreeSet<&str> = filter.tag.as_deref().into_iter().collect();
    let mut people: BTreeSet<&str> = filter.our_contact.as_deref().into_iter().collect();
    for card in workspace.in_order() {
        let details = &card.customer.details;
        tags.extend(details.tags.iter().map(String::as_str));
        people.extend(Some(details.our_contact.as_str()).filter(|who| !who.is_empty()));
    }
    let own = |texts: BTreeSet<&str>| texts.into_iter().map(str::to_owned).collect();
    (own(tags), own(people))
}

/// As options, in the order of the language.
fn sorted(t: Language, texts: Vec<String>) -> Vec<(String, String)> {
    let order = intl::order(t.tag(), &texts);
    let text = |place: usize| texts.get(place).map(|text| (text.clone(), text.clone()));
    order.into_iter().filter_map(text).collect()
}
