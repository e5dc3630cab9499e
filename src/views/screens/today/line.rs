//! One line: who, what, why, since when, and the ways to deal with it.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::{
    ask::question,
    deeds::{Deeds, line_id},
    model::{Doing, Row, Used, words},
};
use crate::{
    domain::DueState,
    figures::band::tenths,
    platform::intl,
    route::Route,
    views::{
        parts::{Icon, MoodDisc, OpenMenu},
        wording::Language,
    },
};

/// How wide the drawing of a stretch of time is.
const WIDTH: f32 = 112.0;

/// Draws a line.
pub fn line(deeds: Deeds, row: &Row) -> AnyView {
    let (t, today) = (deeds.t, deeds.state.moment().today());
    let what = words::what(t, row);
    let why = words::why(t, row, today, &|day| t.day(day, today));
    let done = words::done(t, row.due.kind);
    let id = line_id(row.customer, &row.due);
    let (ours, again, menu) = (row.clone(), row.clone(), row.clone());
    let open_menu = move |event: leptos::ev::MouseEvent| {
        let items = super::menu::items(deeds, &menu);
        deeds.menu.set(Some(OpenMenu::at(&event, menu.name.clone(), items)));
    };
    let mood = row.mood.map(|mood| view! { <MoodDisc mood label=t.mood(mood)/> });
    let sign = match Doing::of(row.due.kind) {
        Doing::Tick => "check",
        Doing::Contact => "phone",
        Doing::Answer => "help",
        Doing::Page => "go",
    };
    view! {
        <li class="due-row" id=id data-testid="due-row" data-id=row.customer.to_string() data-kind=row.due.kind.key()>
            <button class="tick" data-testid="due-do" aria-label=t.today_tick(done, &row.name, &what) on:click=move |_| deeds.act(&ours)>
                <Icon name=sign/>
            </button>
            <div class="due-text">
                <p>
                    <a class="due-who" href=Route::Customer(row.customer).to_string()>{row.name.clone()}</a>
                    " "
                    <span>{what.clone()}</span>
                </p>
                {(!why.is_empty()).then(|| view! { <p class="due-why">{why}</p> })}
            </div>
            <span class="rhythm">{row.used.map(|used| stretch(t, used))}</span>
            <span class="due-mood">{mood}</span>
            <p class="due" data-due=urgency(row.state)>
                <Icon name=words::icon(row)/>
                {when(t, row, today)}
            </p>
            <button class="button small" data-testid="due-act" on:click=move |_| deeds.act(&again)>{done}</button>
            <button
                class="icon-button small due-more"
                data-testid="due-more"
                aria-haspopup="menu"
                aria-label=t.today_more(&row.name, &what)
                on:click=open_menu
            >
                <Icon name="more"/>
            </button>
            {question(deeds, row)}
        </li>
    }
    .into_any()
}

/// The word for the style sheet.
pub fn urgency(state: DueState) -> &'static str {
    match state {
        DueState::Late => "late",
        DueState::Today => "today",
        DueState::Soon | DueState::Later => "week",
    }
}

/// `since 3 days`, `by 14:30`, a day.
fn when(t: Language, row: &Row, today: NaiveDate) -> String {
    match row.by.filter(|by| by.date() == today) {
        Some(by) => {
            let time = intl::time(t.tag(), by.time());
            if row.state == DueState::Late { t.today_since_time(&time) } else { t.today_at(&time) }
        }
        None => t.due_day(&row.due, today),
    }
}

/// The agreed time as a line, and what lies beyond it.
fn stretch(t: Language, used: Used) -> AnyView {
    let label = t.today_used(&used.agreed.to_string(), &used.passed.to_string());
    let (agreed, now) = used.places(WIDTH);
    let ours = ["M0 8H", &tenths(agreed.min(now))].concat();
    let late = (now > agreed).then(|| ["M", &tenths(agreed), " 8H", &tenths(now)].concat());
    let end = ["M", &tenths(agreed), " 2v12"].concat();
    view! {
        <svg class="strands" data-intensity="stable" viewBox="0 0 112 16" preserveAspectRatio="none" role="img" aria-label=label>
            <path class="ours" d=ours></path>
            <path class="late" d=late></path>
            <path class="agreed" d=end></path>
        </svg>
    }
    .into_any()
}
