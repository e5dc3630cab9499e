//! What is due with this customer: every open step, and the rhythm.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::{
    super::{File, deeds},
    block,
};
use crate::{
    domain::{Contact, ContactId, CustomerId, Due, DueKind, DueState},
    state::use_state,
    views::{parts::Icon, ui::use_words, wording::Language},
};

/// One line of what is next.
#[derive(Clone, PartialEq)]
struct Item {
    due: Due,
    /// The contact in which it was agreed; the rhythm has none.
    contact: Option<ContactId>,
}

/// The open steps and the rhythm, the earliest first.
#[component]
pub fn Next(
    /// Whose.
    id: CustomerId,
    /// The file.
    file: File,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let items = Memo::new(move |_| {
        let mut items: Vec<Item> = file.with(|customer| {
            customer.contacts.values().filter_map(|contact| step(contact)).collect()
        });
        let due = state.with(|ws| ws.card(id).and_then(|card| card.due.clone()));
        let rhythm = due.filter(|due| due.kind == DueKind::Rhythm);
        items.extend(rhythm.map(|due| Item { due, contact: None }));
        items.sort_by_key(|item| item.due.on);
        items
    });
    move || {
        let today = state.today();
        let items = items.get();
        (!items.is_empty()).then(|| {
            let rows = items.into_iter().map(|item| row(t, id, item, today)).collect_view();
            block(t.customer_side_next(), view! { <ul class="rows next-rows">{rows}</ul> })
        })
    }
}

fn step(contact: &Contact) -> Option<Item> {
    let next = contact.next.as_ref().filter(|next| !next.done)?;
    let due = Due {
        on: next.due,
        kind: DueKind::Step,
        of: contact.id.0,
        text: next.text.clone(),
        channel: Some(contact.channel),
    };
    Some(Item { due, contact: Some(contact.id) })
}

fn row(t: Language, id: CustomerId, item: Item, today: NaiveDate) -> impl IntoView {
    let state = use_state();
    let Item { due, contact } = item;
    let what = match due.kind {
        DueKind::Rhythm => t.customer_side_rhythm().to_owned(),
        _ => t.due_what(&due).to_owned(),
    };
    let urgency = match due.state(today) {
        DueState::Late => Some("late"),
        DueState::Today => Some("today"),
        DueState::Soon | DueState::Later => None,
    };
    let icon = if contact.is_some() { "promise" } else { "rhythm" };
    let label = t.customer_history_finish(&what);
    view! {
        <li>
            <span class="next-step">
                {contact
                    .map(|contact| {
                        view! {
                            <button
                                class="tick"
                                data-testid="finish-next"
                                aria-label=label
                                on:click=move |_| deeds::finish_step(state, t, id, contact)
                            >
                                <Icon name="check"/>
                            </button>
                        }
                    })}
                <span>{what}</span>
            </span>
            <span class="due" data-due=urgency>
                <Icon name=icon/>
                {t.due_day(&due, today)}
            </span>
        </li>
    }
}
