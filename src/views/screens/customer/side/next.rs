//! What is due with this customer, in the order in which a person would take it.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::{
    super::{File, deeds},
    block,
};
use crate::{
    domain::{CustomerId, Due, DueKind, DueState},
    state::use_state,
    views::{parts::Icon, ui::use_words, wording::Language},
};

/// What was agreed, whenever it is due, and everything else as soon as it is near.
#[component]
pub fn Next(
    /// Whose.
    id: CustomerId,
    /// The file.
    file: File,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let items = Memo::new(move |_| {
        let today = state.today();
        let now = state.moment().now;
        let targets = state.with(|ws| ws.settings().targets);
        let mut due = file.with(|customer| Due::all(customer, &targets, now));
        due.retain(|due| due.kind.is_planned() || due.is_near(&targets, today));
        due.sort_by_key(|due| due.on);
        due
    });
    move || {
        let today = state.today();
        let items = items.get();
        (!items.is_empty()).then(|| {
            let rows: Vec<AnyView> = items.into_iter().map(|due| row(t, id, due, today)).collect();
            block(t.customer_side_next(), view! { <ul class="rows next-rows">{rows}</ul> })
        })
    }
}

fn row(t: Language, id: CustomerId, due: Due, today: NaiveDate) -> AnyView {
    let state = use_state();
    let what = match due.kind {
        DueKind::Rhythm => t.customer_side_rhythm().to_owned(),
        _ => t.due_what(&due),
    };
    let urgency = match due.state(today) {
        DueState::Late => Some("late"),
        DueState::Today => Some("today"),
        DueState::Soon | DueState::Later => None,
    };
    let icon = if due.kind == DueKind::Rhythm { "rhythm" } else { "promise" };
    let label = t.customer_history_finish(&what);
    let day = t.due_day(&due, today);
    // A rhythm ends with a contact, not with a tick.
    let tick = (due.kind != DueKind::Rhythm).then(|| {
        view! {
            <button
                class="tick"
                data-testid="finish-next"
                aria-label=label
                on:click=move |_| deeds::finish_due(state, t, id, &due)
            >
                <Icon name="check"/>
            </button>
        }
    });
    view! {
        <li data-testid="next">
            <span class="next-step">{tick} <span>{what}</span></span>
            <span class="due" data-due=urgency>
                <Icon name=icon/>
                {day}
            </span>
        </li>
    }
    .into_any()
}
