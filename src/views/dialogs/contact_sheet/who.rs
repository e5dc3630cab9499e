//! With whom: customers by name, the most recently contacted first.

use std::cmp::Reverse;

use chrono::NaiveDate;
use leptos::{ev, html, prelude::*};

use super::Sheet;
use crate::{
    domain::{CustomerId, Standing, Workspace, fold},
    platform::measure,
    state::use_state,
    views::{
        parts::Icon,
        ui::{Dialog, use_ui, use_words},
    },
};

/// The most customers that are shown at once.
const SHOWN: usize = 8;

/// One customer to choose.
#[derive(Clone, PartialEq)]
struct Found {
    id: CustomerId,
    name: String,
    last: Option<NaiveDate>,
}

/// A search, and the list below it.
#[component]
pub fn Who(
    /// What is known so far.
    sheet: Sheet,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let text = RwSignal::new(String::new());
    let order = Memo::new(move |_| state.with(by_last_contact));
    let found = Memo::new(move |_| {
        state.with(|ws| order.with(|order| text.with(|text| search(ws, order, text))))
    });
    let active = RwSignal::new(0_usize);
    let input = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            measure::focus(&input);
        }
    });
    let take = move |id: CustomerId| {
        if let Some(customer) = state.peek(|ws| ws.customer(id).cloned()) {
            sheet.choose(&customer);
        }
    };
    let chosen_id = move || {
        let at = active.get();
        found.with(|found| (at < found.len()).then(|| option_id(at)))
    };
    let steer = move |event: ev::KeyboardEvent| {
        let last = found.with_untracked(Vec::len).saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => active.update(|at| *at = (*at + 1).min(last)),
            "ArrowUp" => active.update(|at| *at = at.saturating_sub(1)),
            "Enter" => {
                let chosen = found.with_untracked(|found| {
                    found.get(active.get_untracked()).map(|found| found.id)
                });
                chosen.into_iter().for_each(take);
            }
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <h2 id="contact-title">{t.contact_title()}</h2>
        <label class="sheet-who" for="contact-search">{t.contact_who()}</label>
        <div class="search-field">
            <Icon name="search"/>
            <input
                id="contact-search"
                type="text"
                node_ref=input
                role="combobox"
                aria-expanded="true"
                aria-controls="contact-found"
                aria-autocomplete="list"
                aria-activedescendant=chosen_id
                autocomplete="off"
                autofocus
                data-testid="contact-search"
                placeholder=t.contact_search()
                prop:value=text
                on:input=move |event| {
                    active.set(0);
                    text.set(event_target_value(&event));
                }
                on:keydown=steer
            />
        </div>
        <List found active take=Callback::new(take)/>
    }
}

#[component]
fn List(
    found: Memo<Vec<Found>>,
    active: RwSignal<usize>,
    take: Callback<CustomerId>,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let rows = move || {
        let today = state.today();
        let rows = found.get().into_iter().enumerate().map(|(index, Found { id, name, last })| {
            let last = last.map_or_else(|| t.contact_never().to_owned(), |day| t.day(day, today));
            view! {
                <div
                    role="option"
                    id=option_id(index)
                    aria-selected=move || (active.get() == index).to_string()
                    data-testid="contact-customer"
                    data-id=id.to_string()
                    on:click=move |_| take.run(id)
                >
                    <span>{name}</span>
                    <small>{last}</small>
                </div>
            }
        });
        rows.collect_view()
    };
    let nobody = Memo::new(move |_| found.with(Vec::is_empty));
    view! {
        <div
            class="found-list"
            role="listbox"
            id="contact-found"
            aria-label=t.contact_found()
            hidden=move || nobody.get()
        >
            {rows}
        </div>
        {move || nobody.get().then(|| view! { <Nobody/> })}
    }
}

/// What to do when no customer fits.
#[component]
fn Nobody() -> impl IntoView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let text = if state.peek(Workspace::is_empty) {
        t.contact_no_customers()
    } else {
        t.contact_none_found()
    };
    view! {
        <p class="sheet-none" role="status">{text}</p>
        <button class="button" on:click=move |_| ui.open(Dialog::NewCustomer)>
            <Icon name="plus"/>
            {t.contact_new_customer()}
        </button>
    }
}

fn option_id(index: usize) -> String {
    format!("contact-found-{index}")
}

/// Every customer who is not in the trash, those on the board first, the latest contact first.
fn by_last_contact(workspace: &Workspace) -> Vec<CustomerId> {
    let all =
        workspace.in_order().map(|card| &card.customer).filter(|customer| !customer.is_trashed());
    let mut dated: Vec<_> = all
        .map(|customer| {
            let is_off = customer.standing != Standing::Active;
            (is_off, Reverse(customer.last_contact().map(|contact| contact.at)), customer.id)
        })
        .collect();
    dated.sort_by_key(|(is_off, last, _)| (*is_off, *last));
    dated.into_iter().map(|(_, _, id)| id).collect()
}

fn search(workspace: &Workspace, order: &[CustomerId], text: &str) -> Vec<Found> {
    let text = fold(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let cards = order.iter().filter_map(|id| workspace.card(*id));
    let fits = cards.filter(|card| words.iter().all(|word| card.searchable.contains(word)));
    let found = fits.take(SHOWN).map(|card| Found {
        id: card.customer.id,
        name: card.customer.details.name.clone(),
        last: card.customer.last_contact().map(|contact| contact.at.date()),
    });
    found.collect()
}
