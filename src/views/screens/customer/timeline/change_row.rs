//! Milestones of the history: a new phase, a new classification.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use super::super::File;
use crate::{
    domain::{Change, ChangeId, Classification, Customer, Phase, Scheme},
    platform::intl::{self, DayStyle},
    state::use_state,
    views::{parts::Icon, ui::use_words, wording::Language},
};

/// The day of an entry: as people say it, with the year where a new one begins.
#[component]
pub fn Day(
    /// The day.
    day: NaiveDate,
    /// The year to write below.
    year: Option<i32>,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let short = move || {
        let today = state.today();
        if day.year() == today.year() {
            t.day(day, today)
        } else {
            intl::day(t.tag(), day, DayStyle::Short)
        }
    };
    let whole = intl::day(t.tag(), day, DayStyle::Medium);
    view! {
        <time datetime=day.to_string() title=whole>
            {short}
            {year.map(|year| view! { <small>{year}</small> })}
        </time>
    }
}

/// A change of the phase, with the colour of its column.
#[component]
pub fn PhaseRow(
    /// The file.
    file: File,
    /// Which change.
    change: ChangeId,
    /// The year, where a new one begins.
    year: Option<i32>,
) -> impl IntoView {
    let t = use_words();
    let read = Memo::new(move |_| file.with(|customer| phase_change(customer, change)));
    move || {
        read.get().map(|(day, phase, is_first)| {
            let stage = t.stage(Scheme::A, phase);
            let title = if is_first {
                t.customer_history_began(stage)
            } else {
                t.customer_history_phase(stage)
            };
            view! {
                <li
                    class="milestone"
                    data-phase=Scheme::A.column_of(phase).key()
                    data-testid="timeline-entry"
                    data-id=change.to_string()
                >
                    <Day day year/>
                    <span class="spine">
                        <span class="mark"></span>
                    </span>
                    <div>
                        <p class="event-title">
                            <Icon name=if is_first { "plus" } else { "board" }/>
                            {title}
                            {fine(t, phase)}
                        </p>
                    </div>
                </li>
            }
        })
    }
}

/// The fine phase, where the column holds more than one.
fn fine(t: Language, phase: Phase) -> Option<impl IntoView + use<>> {
    let word = t.phase(phase);
    (word != t.stage(Scheme::A, phase)).then(|| view! { <small>{word}</small> })
}

fn phase_change(customer: &Customer, id: ChangeId) -> Option<(NaiveDate, Phase, bool)> {
    let at = customer.history.iter().position(|change| change.id == id)?;
    let change = customer.history.get(at)?;
    match change.to {
        Classification::Phase(phase) => Some((change.on, phase, at == 0)),
        _ => None,
    }
}

/// Everything else that was classified anew on one day.
#[component]
pub fn ProfileRow(
    /// The file.
    file: File,
    /// The day.
    day: NaiveDate,
    /// The year, where a new one begins.
    year: Option<i32>,
) -> impl IntoView {
    let t = use_words();
    let facts = Memo::new(move |_| {
        file.with(|customer| {
            let of_day = customer.history.iter().filter(|change| change.on == day);
            of_day.filter_map(|change| fact(t, change)).collect::<Vec<_>>().join(" · ")
        })
    });
    view! {
        <li class="milestone" data-testid="timeline-entry" data-id=day.to_string()>
            <Day day year/>
            <span class="spine"></span>
            <div>
                <p class="event-title">
                    <Icon name="instruments"/>
                    {t.customer_history_profile()}
                    " "
                    <small>{facts}</small>
                </p>
            </div>
        </li>
    }
}

fn fact(t: Language, change: &Change) -> Option<String> {
    let (axis, value) = match change.to {
        Classification::Phase(_) => return None,
        Classification::Type(value) => (t.axis_type(), t.relation_type(value)),
        Classification::Mode(value) => (t.axis_mode(), t.mode(value)),
        Classification::Intensity(value) => (t.axis_intensity(), t.intensity(value)),
        Classification::OwnView(view) => (t.axis_own_view(), t.view(view)),
        Classification::CustomerView(view) => (t.axis_customer_view(), t.view(view)),
        Classification::Rating(dimension, level) => {
            let level = level.map_or(t.unset().to_owned(), |level| level.to_string());
            return Some(t.customer_history_axis(t.slot(dimension.slot()), &level));
        }
    };
    Some(t.customer_history_axis(axis, value))
}
