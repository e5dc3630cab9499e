//! What is due: late, today, soon; each line is done, put off or put away where it stands.

mod aside;
mod ask;
mod deeds;
mod idea_line;
mod keyboard;
mod line;
mod menu;
mod model;

use std::sync::Arc;

use chrono::NaiveDateTime;
use leptos::prelude::*;

use self::{
    aside::Aside,
    deeds::Deeds,
    model::{Day, words},
};
use crate::{
    domain::{DueState, Workspace},
    platform::{
        intl::{self, DayStyle},
        listener,
    },
    start,
    state::use_state,
    views::{
        parts::{Icon, part},
        ui::{Dialog, use_ui, use_words},
    },
};

/// Lines of a group that are shown at first, and how many more at a time.
const PAGE: usize = 50;

/// How often the clock is looked at, in milliseconds: a complaint is late by the hour.
const MINUTE_MS: u32 = 60_000;

/// How many things are late or due today.
pub fn due_count(workspace: &Workspace, now: NaiveDateTime) -> usize {
    model::urgent(workspace, now)
}

/// The screen.
#[component]
pub fn TodayScreen() -> impl IntoView {
    let state = use_state();
    let most = RwSignal::new(PAGE);
    let minute = RwSignal::new(());
    let clock = listener::every(MINUTE_MS, move || {
        minute.try_set(());
    });
    let _clock = StoredValue::new_local(clock);
    let day = Memo::new(move |_| {
        minute.track();
        state.today();
        let now = state.moment().now;
        Arc::new(state.with(|workspace| Day::of(workspace, now, most.get())))
    });
    let is_new = Memo::new(move |_| state.with(Workspace::is_empty));
    let deeds = Deeds::new();
    view! {
        <Head day/>
        {part(move || {
            if is_new.get() {
                return view! { <NoCustomers/> }.into_any();
            }
            view! {
                <div class="today-page">
                    <div
                        class="due-list"
                        id="due-list"
                        data-testid="due-list"
                        on:keydown=move |event| keyboard::steer(deeds, day, &event)
                    >
                        {part(move || day.with(|day| groups(deeds, most, day)))}
                        <Aside deeds day/>
                    </div>
                </div>
            }
                .into_any()
        })}
    }
}

#[component]
fn Head(day: Memo<Arc<Day>>) -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let title = move || intl::day(t.tag(), state.today(), DayStyle::Long);
    let summary = move || {
        let count = |state| day.with(|day| t.number(day.count(state)));
        t.today_summary(&count(DueState::Late), &count(DueState::Soon), &count(DueState::Today))
    };
    view! {
        <header class="page-head">
            <div class="title">
                <h1 id="today-title" tabindex="-1">{title}</h1>
                <p class="summary" role="status">{summary}</p>
            </div>
            <div class="actions">
                <button class="icon-button phone-only" aria-label=t.today_find() on:click=move |_| ui.open(Dialog::Palette)>
                    <Icon name="search"/>
                </button>
                <button class="button wide-only" on:click=move |_| ui.open(Dialog::Palette)>
                    <Icon name="search"/>
                    {t.today_find()}
                </button>
                <button class="button primary wide-only" data-testid="log-contact" on:click=move |_| ui.open(Dialog::LogContact(None))>
                    {t.today_log()}
                </button>
            </div>
        </header>
    }
}

fn groups(deeds: Deeds, most: RwSignal<usize>, day: &Day) -> AnyView {
    let (t, today) = (deeds.t, deeds.in_days(0));
    let empty = day.is_done().then(nothing_due);
    let groups = day.groups.iter().map(|group| {
        let rows = group.rows.iter().map(|row| line::line(deeds, row)).collect_view();
        let ideas = group.ideas.iter().map(|idea| idea_line::idea_line(t, idea, today));
        let more = group.more();
        let more = (more > 0).then(|| {
            let label = t.today_more_rows(&t.number(more));
            view! {
                <button class="button quiet" data-testid="more-due" on:click=move |_| most.update(|most| *most += PAGE)>
                    {label}
                </button>
            }
        });
        let id = match group.state {
            DueState::Late => "due-late",
            DueState::Today => "due-today",
            DueState::Soon => "due-soon",
            DueState::Later => "due-later",
        };
        view! {
            <section class="due-group" aria-labelledby=id data-testid=id>
                <h2 id=id>{words::group(t, group.state)} " " <span class="count">{t.number(group.count)}</span></h2>
                <ul>{rows} {ideas.collect_view()}</ul>
                {more}
            </section>
        }
    });
    view! {
        {empty}
        {groups.collect_view()}
    }
    .into_any()
}

/// The strands of an empty page: both at rest.
fn strands() -> AnyView {
    view! {
        <svg class="strands" data-intensity="stable" viewBox="0 0 200 40" preserveAspectRatio="none" aria-hidden="true">
            <path class="ours" d="M0 12C60 12 70 17 110 17H200"></path>
            <path class="theirs" d="M0 28C60 28 70 23 110 23H200"></path>
        </svg>
    }
    .into_any()
}

fn nothing_due() -> AnyView {
    let t = use_words();
    view! {
        <div class="empty-state" data-testid="nothing-due">
            {strands()}
            <h2>{t.today_empty_title()}</h2>
            <p>{t.today_empty_text()}</p>
            <p class="actions"><a class="button" href="#/board">{t.today_empty_action()}</a></p>
        </div>
    }
    .into_any()
}

#[component]
fn NoCustomers() -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let load_sample = start::sample_loader(ui, use_state());
    view! {
        <div class="empty-state">
            {strands()}
            <h2>{t.today_new_title()}</h2>
            <p>{t.today_new_text()}</p>
            <p class="actions">
                <button class="button primary" on:click=move |_| ui.open(Dialog::NewCustomer)>
                    {t.today_new_first()}
                </button>
                <button class="button quiet" data-testid="load-sample" on:click=move |_| load_sample()>
                    {t.today_new_sample()}
                </button>
            </p>
        </div>
    }
}
