//! A question inside a line: why it needs nothing, or until when it is put off.

use chrono::NaiveDate;
use leptos::{ev, prelude::*};

use super::{deeds::Deeds, model::Row};
use crate::{
    domain::{CustomerId, Due, LINE_MAX, clean_line},
    platform::{listener, measure},
    views::parts::{TextField, part},
};

/// What is asked, and of which line.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    customer: CustomerId,
    due: Due,
    is_day: bool,
}

impl Ask {
    /// Why it needs nothing.
    pub fn reason(row: &Row) -> Self {
        Self { customer: row.customer, due: row.due.clone(), is_day: false }
    }

    /// Until when it is put off.
    pub fn day(row: &Row) -> Self {
        Self { is_day: true, ..Self::reason(row) }
    }
}

/// The place of the question in a line; empty until it is asked there.
pub fn question(deeds: Deeds, row: &Row) -> AnyView {
    let row = row.clone();
    part(move || {
        let asked = deeds.asking.get();
        let here = asked.filter(|ask| ask.customer == row.customer && ask.due == row.due);
        here.map(|ask| form(deeds, &row, ask.is_day)).into_any()
    })
    .into_any()
}

fn form(deeds: Deeds, row: &Row, is_day: bool) -> AnyView {
    let t = deeds.t;
    let text = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    listener::next_frame(|| {
        measure::focus_id("due-answer");
    })
    .detach();
    let (ours, back) = (row.clone(), StoredValue::new(row.clone()));
    let leave = move || {
        deeds.asking.set(None);
        back.with_value(|row| deeds.focus(Some(row)));
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let typed = text.get_untracked();
        let refused = if is_day {
            match typed.parse::<NaiveDate>().ok().filter(|day| *day > deeds.in_days(0)) {
                Some(until) => return deeds.put_off(&ours, until),
                None => t.today_day_wrong(),
            }
        } else {
            let reason: String = clean_line(&typed).chars().take(LINE_MAX).collect();
            if !reason.is_empty() {
                return deeds.dismiss(&ours, reason);
            }
            t.today_reason_missing()
        };
        problem.set(Some(refused.to_owned()));
    };
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            leave();
        }
    };
    let (label, kind, act) = if is_day {
        (t.today_day(), "date", t.today_move())
    } else {
        (t.today_reason(), "text", t.today_put_away())
    };
    let ready = [t.today_reason_settled(), t.today_reason_known(), t.today_reason_wish()];
    let ready = ready.into_iter().filter(|_| !is_day).map(|reason| {
        let row = row.clone();
        view! {
            <button type="button" class="chip" data-testid="due-reason" on:click=move |_| deeds.dismiss(&row, reason.to_owned())>
                {reason}
            </button>
        }
    });
    view! {
        <form class="due-ask" data-testid="due-ask" novalidate on:submit=submit on:keydown=keys>
            <TextField id="due-answer" label=label value=text kind=kind problem=problem/>
            <p class="due-ready">{ready.collect_view()}</p>
            <p class="due-answers">
                <button type="submit" class="button primary" data-testid="due-ask-done">{act}</button>
                <button type="button" class="button quiet" on:click=move |_| leave()>{t.today_cancel()}</button>
            </p>
        </form>
    }
    .into_any()
}
