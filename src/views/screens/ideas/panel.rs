//! Everything about one idea, beside the board.

use std::sync::Arc;

use leptos::prelude::*;

use super::{card, launch, prose_view::prose_view, talk, view_state::IdeasView, voices};
use crate::{
    domain::{Idea, IdeaId, IdeaState, Origin, OriginKind},
    platform::{listener::next_frame, measure},
    route::Route,
    views::{
        parts::{Icon, OpenMenu},
        shell::use_menu,
        ui::{Dialog, IdeaDialog},
    },
};

/// An idea as the blocks of the panel read it.
pub type Read = Memo<Option<Arc<Idea>>>;

/// The panel of an idea.
pub fn panel(view: IdeasView, id: IdeaId) -> AnyView {
    let t = view.t;
    let read = view.idea(id);
    let exists = Memo::new(move |_| read.with(Option::is_some));
    next_frame(|| {
        measure::focus_id("idea-title");
    })
    .detach();
    let close = move |_| {
        view.refine(|query| query.open = None);
        next_frame(move || {
            measure::focus_id(&["idea-", &id.to_string()].concat());
        })
        .detach();
    };
    let title = move || read.with(|idea| idea.as_ref().map(|idea| idea.details.title.clone()));
    view! {
        <aside class="idea-detail" data-testid="idea-panel" aria-labelledby="idea-title">
            <div class="idea-kind">
                <span>{move || read.get().map(|idea| kind(view, &idea))}</span>
                <span class="idea-buttons">
                    {more(view, id, read)}
                    <button class="icon-button small" data-testid="close-idea" aria-label=t.ideas_close() on:click=close>
                        <Icon name="close"/>
                    </button>
                </span>
            </div>
            {move || if exists.get() {
                view! {
                    <h2 id="idea-title" tabindex="-1">{title}</h2>
                    {move || read.get().map(|idea| about(view, &idea))}
                    {move || read.get().map(|idea| way(view, &idea))}
                    {move || read.get().map(|idea| verdict(view, &idea))}
                    {voices::voices(view, id, read)}
                    {launch::launch(view, id, read)}
                    {talk::comments(view, id, read)}
                    {move || read.get().map(|idea| history(view, &idea))}
                }.into_any()
            } else {
                view! { <h2 id="idea-title" tabindex="-1">{t.ideas_gone()}</h2> }.into_any()
            }}
        </aside>
    }
    .into_any()
}

fn kind(view: IdeasView, idea: &Idea) -> String {
    let t = view.t;
    let details = &idea.details;
    let mut words = vec![
        t.idea_state(idea.state),
        t.idea_category(details.category),
        t.idea_source(details.source),
    ];
    words.extend(details.tags.iter().map(String::as_str));
    words.join(" · ")
}

fn more(view: IdeasView, id: IdeaId, read: Read) -> AnyView {
    let (t, menu) = (view.t, use_menu());
    let open = move |event: leptos::ev::MouseEvent| {
        menu.set(Some(OpenMenu::at(&event, t.ideas_move_to(), card::items(view, id))));
    };
    let label =
        move || read.with(|idea| idea.as_ref().map(|idea| t.ideas_menu(&idea.details.title)));
    view! {
        <button class="icon-button small" data-testid="panel-menu" aria-label=label aria-haspopup="menu" on:click=open>
            <Icon name="more"/>
        </button>
    }
    .into_any()
}

/// The text, and what it came out of.
fn about(view: IdeasView, idea: &Idea) -> AnyView {
    let t = view.t;
    let text = (!idea.details.text.is_empty()).then(|| prose_view(&idea.details.text));
    let origins = idea.origins.values().map(|origin| {
        let words = origin_words(view, origin);
        match origin.customer {
            Some(customer) => {
                let href = Route::Customer(customer).to_string();
                view! { <li><a href=href>{words}</a></li> }.into_any()
            }
            None => view! { <li>{words}</li> }.into_any(),
        }
    });
    let origins: Vec<_> = origins.collect();
    let lives_on = idea.merged_into.map(|to| {
        let href = view.address(|query| query.open = Some(to.0));
        view! { <p>{t.ideas_merged_into()} " " <a href=href>{view.title_of(to)}</a></p> }
    });
    let id = idea.id;
    let merged = view.state.with(|ws| {
        let here = ws.ideas().filter(|card| card.idea.merged_into == Some(id));
        here.map(|card| card.idea.details.title.clone()).collect::<Vec<_>>()
    });
    let merged = (!merged.is_empty()).then(|| {
        view! { <p class="idea-kind">{t.ideas_merged_from()} ": " {merged.join(", ")}</p> }
    });
    let origins = (!origins.is_empty()).then(|| view! { <ul class="origins">{origins}</ul> });
    view! { {text} {origins} {lives_on} {merged} }.into_any()
}

fn origin_words(view: IdeasView, origin: &Origin) -> String {
    let t = view.t;
    match (origin.kind, origin.customer) {
        (OriginKind::Contact, Some(customer)) => t.ideas_from_contact(&view.name_of(customer)),
        (OriginKind::Contact | OriginKind::Post, _) => t.ideas_from_post().to_owned(),
        (OriginKind::Case, _) => t.ideas_from_case().to_owned(),
        (OriginKind::Poll, _) => t.ideas_from_poll().to_owned(),
    }
}

/// Heard, reviewed, decided, told.
fn way(view: IdeasView, idea: &Idea) -> AnyView {
    let (t, today) = (view.t, view.state.today());
    let reviewed = idea.turns.iter().find(|(_, turn)| turn.to == IdeaState::Review);
    let told = idea.told_count();
    let all = told + idea.untold().count();
    let is_told = idea.decision.is_some() && all > 0 && told == all;
    let told = (all > 0).then(|| t.ideas_told_some(&t.number(all), &t.number(told)));
    let step = |word: &'static str, is_done: bool, note: Option<String>| {
        let class = if is_done { "is-done" } else { "is-open" };
        view! { <li class=class><span>{word}</span><small>{note}</small></li> }
    };
    let day = |day| Some(t.day(day, today));
    let was_reviewed = reviewed.is_some() || idea.state.is_decided();
    view! {
        <ol class="loop" aria-label=t.ideas_steps()>
            {step(t.ideas_step_heard(), true, day(idea.created))}
            {step(t.ideas_step_review(), was_reviewed, reviewed.and_then(|((at, _), _)| day(at.date())))}
            {step(t.ideas_step_decided(), idea.decision.is_some(), idea.decision.as_ref().and_then(|d| day(d.on)))}
            {step(t.ideas_step_told(), is_told, told)}
        </ol>
    }
    .into_any()
}

/// What was decided and why.
fn verdict(view: IdeasView, idea: &Idea) -> AnyView {
    let (ui, t) = (view.ui, view.t);
    let Some(decision) = idea.decision.clone() else { return ().into_any() };
    let id = idea.id;
    let (icon, lead) = if idea.state.is_yes() {
        ("yes", t.ideas_decision_yes(&t.idea_state(idea.state).to_lowercase()))
    } else {
        ("no", t.ideas_decision_no().to_owned())
    };
    let has_reason = !decision.reason.is_empty();
    let action = if has_reason { t.ideas_edit() } else { t.ideas_give_reason() };
    let reason = if has_reason {
        prose_view(&decision.reason)
    } else {
        view! { <p>{t.ideas_no_reason()}</p> }.into_any()
    };
    view! {
        <div class="verdict" class:is-no=!idea.state.is_yes() data-testid="verdict">
            <h3><Icon name=icon/>{lead} <small>{t.day(decision.on, view.state.today())}</small></h3>
            {reason}
            <button
                class="text-button"
                data-testid="give-reason"
                on:click=move |_| ui.open(Dialog::Idea(IdeaDialog::Decide(id)))
            >
                {action}
            </button>
        </div>
    }
    .into_any()
}

/// How it came to stand there.
fn history(view: IdeasView, idea: &Idea) -> AnyView {
    let (t, today) = (view.t, view.state.today());
    let line = |word: &'static str, day| view! { <li><span>{word}</span><small>{t.day(day, today)}</small></li> };
    let turns =
        idea.turns.iter().rev().map(|((at, _), turn)| line(t.idea_state(turn.to), at.date()));
    view! {
        <section class="block">
            <header><h3>{t.ideas_history()}</h3></header>
            <ol class="turns">
                {turns.collect_view()}
                {line(t.ideas_written(), idea.created)}
            </ol>
        </section>
    }
    .into_any()
}
