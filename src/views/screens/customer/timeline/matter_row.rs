//! What happened with a deal, a case, a promise or any other matter, in the history.

use chrono::NaiveDateTime;
use leptos::prelude::*;

use super::{
    super::{File, add_menu},
    change_row::Day,
};
use crate::{
    domain::{CustomerId, DealStage, Facts, Matter, MatterId, Moment},
    state::use_state,
    views::{
        parts::Icon,
        ui::{Dialog, Subject, use_ui, use_words},
        wording::Language,
    },
};

/// Which event of a matter: a stage of a deal, or a moment of any other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// A deal reached a stage.
    Stage(DealStage),
    /// It began, was replied to, ended.
    Moment(Moment),
}

/// The row.
pub fn matter_row(
    id: CustomerId,
    file: File,
    at: NaiveDateTime,
    matter: MatterId,
    what: What,
    year: Option<i32>,
) -> AnyView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let read = Memo::new(move |_| file.with(|customer| customer.matters.get(&matter).cloned()));
    let body = move || {
        let read = read.get()?;
        let kind = read.kind();
        let (title, facts) = told(t, &read, what);
        let money = match (read.as_ref(), what) {
            (Matter::Deal(deal), What::Stage(_)) => deal
                .amount
                .map(|amount| state.with(|ws| t.money(ws.settings(), amount)))
                .unwrap_or_default(),
            _ => String::new(),
        };
        let edit = move |_| {
            ui.open(Dialog::Sheet(Subject::Matter(id, kind, Some(matter)), Facts::default()));
        };
        Some(view! {
            <p class="event-title">
                <Icon name=add_menu::icon(kind)/>
                <button class="link-like" on:click=edit>
                    {title}
                </button>
                <small>{facts} " " {money}</small>
            </p>
        })
    };
    view! {
        <li class="milestone" data-testid="timeline-entry" data-id=matter.to_string()>
            <Day day=at.date() year/>
            <span class="spine"></span>
            <div>{body}</div>
        </li>
    }
    .into_any()
}

/// Its name, and what happened.
fn told(t: Language, matter: &Matter, what: What) -> (String, String) {
    let title = title(matter);
    let happened = match what {
        What::Stage(stage) => t.deal_stage(stage),
        What::Moment(Moment::Replied) => t.record_event_replied(),
        What::Moment(Moment::Began) => match matter {
            Matter::Promise(_) => t.record_event_made(),
            Matter::Case(_) => t.record_event_opened(),
            Matter::Subscription(_) | Matter::Checklist(_) => t.record_event_began(),
            _ => "",
        },
        What::Moment(Moment::Ended) => match matter {
            Matter::Promise(_) => t.record_event_kept(),
            Matter::Case(_) => t.record_event_solved(),
            Matter::Task(_) => t.record_event_done(),
            _ => t.record_event_ended(),
        },
    };
    let kind = match matter {
        Matter::Case(case) => t.choice(case.kind.key()),
        Matter::Deed(deed) => t.choice(deed.kind.key()),
        other => t.matter_kind(other.kind()),
    };
    let parts = [kind, happened].into_iter().filter(|part| !part.is_empty());
    (title.to_owned(), parts.collect::<Vec<_>>().join(" · "))
}

/// The name of a matter in the person's own words.
fn title(matter: &Matter) -> &str {
    match matter {
        Matter::Deal(deal) => &deal.title,
        Matter::Subscription(plan) => &plan.title,
        Matter::Case(case) => &case.title,
        Matter::Promise(promise) => &promise.title,
        Matter::Task(task) => &task.title,
        Matter::Gesture(gesture) => &gesture.title,
        Matter::Review(review) => &review.site,
        Matter::Consent(consent) => &consent.purpose,
        Matter::Argument(argument) => &argument.title,
        Matter::Checklist(list) => &list.title,
        Matter::Deed(deed) => &deed.title,
    }
}
