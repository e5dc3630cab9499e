//! What happens in a group: its meetings, and a log whose entries become ideas or contacts.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::{ev, prelude::*};

use super::{
    fields::{Pick, id_in, or_tell, problem_of},
    group::{Read, change},
    prose_view::prose_view,
    view_state::IdeasView,
};
use crate::{
    domain::{
        Channel, Contact, ContactId, Direction, EventDraft, EventId, Field, GroupId, IdeaSource,
        NewIds, Origin, OriginId, OriginKind, Post, PostDraft, PostId, PostLink,
    },
    route::{IdeasQuery, Route},
    state::Deed,
    views::{
        parts::{DayField, Icon, TextAreaField, TextField},
        ui::{Dialog, IdeaDialog, IdeaSeed},
    },
};

/// The meetings.
pub fn events(view: IdeasView, id: GroupId, read: Read) -> AnyView {
    let t = view.t;
    let keys = move || {
        read.with(|g| g.iter().flat_map(|g| g.events.keys().rev().copied()).collect::<Vec<_>>())
    };
    let row = move |key: (NaiveDate, EventId)| {
        let event = read.with_untracked(|group| group.as_ref()?.events.get(&key).cloned());
        let remove = move |_| {
            change(view, id, Deed::Edited, |ws| ws.remove_event(id, key.1));
        };
        event.map(|event| view! {
            <li>
                <span>{event.title.clone()} <small>{move || t.day(key.0, view.state.today())}</small></span>
                <button class="icon-button small" aria-label=t.ideas_event_remove() on:click=remove>
                    <Icon name="close"/>
                </button>
            </li>
        })
    };
    let (on, title) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let problems = RwSignal::new(Vec::new());
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let draft = EventDraft { on: on.get_untracked(), title: title.get_untracked() };
        let Some(content) = or_tell(draft.check(), problems) else { return };
        let event = EventId(view.state.moment().next());
        if change(view, id, Deed::Said, |ws| ws.put_event(id, event, content)) {
            title.set(String::new());
        }
    };
    view! {
        <section>
            <h3>{t.ideas_events()}</h3>
            <ul class="guests" data-testid="events"><For each=keys key=|key| *key let:key>{row(key)}</For></ul>
            <details class="fold">
                <summary data-testid="add-event"><Icon name="plus"/>{t.ideas_event_add()}</summary>
                <form class="small-form" novalidate autocomplete="off" data-testid="event-form" on:submit=save>
                    <TextField id=id_in("event-title", id) label=t.ideas_event_title() value=title problem=problem_of(problems, Field::NextStep)/>
                    <DayField id=id_in("event-on", id) label=t.ideas_day() value=on problem=problem_of(problems, Field::When)/>
                    <button class="button" data-testid="save-event">{t.ideas_add()}</button>
                </form>
            </details>
        </section>
    }
    .into_any()
}

/// The log.
pub fn posts(view: IdeasView, id: GroupId, read: Read) -> AnyView {
    let t = view.t;
    let limit = RwSignal::new(10_usize);
    let keys = move || {
        let limit = limit.get();
        read.with(|group| {
            let keys = group.iter().flat_map(|group| group.posts.keys().rev().copied());
            keys.take(limit).collect::<Vec<_>>()
        })
    };
    let more = move || {
        let all = read.with(|group| group.as_ref().map_or(0, |group| group.posts.len()));
        let hidden = all.saturating_sub(limit.get());
        (hidden > 0).then(|| {
            view! {
                <button class="text-button" on:click=move |_| limit.update(|n| *n += 50)>
                    {t.ideas_more(hidden.min(50))}
                </button>
            }
        })
    };
    let who = Pick::new(id_in("post-customer", id));
    let on = RwSignal::new(view.state.moment().today().to_string());
    let text = RwSignal::new(String::new());
    let problems = RwSignal::new(Vec::new());
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if who.is_unknown(view.state) {
            view.ui.warn(t.ideas_unknown_customer());
            return;
        }
        let customer = who.chosen(view.state);
        let draft = PostDraft { on: on.get_untracked(), customer, text: text.get_untracked() };
        let Some(content) = or_tell(draft.check(), problems) else { return };
        let post = PostId(view.state.moment().next());
        if change(view, id, Deed::Said, |ws| ws.put_post(id, post, content)) {
            text.set(String::new());
            who.fill("");
        }
    };
    view! {
        <section>
            <h3>{t.ideas_posts()}</h3>
            <ul class="comments" data-testid="posts">
                <For each=keys key=|key| *key let:key>{post(view, id, key, read)}</For>
            </ul>
            {more}
            <details class="fold">
                <summary data-testid="add-post"><Icon name="plus"/>{t.ideas_post_add()}</summary>
                <form class="small-form" novalidate autocomplete="off" data-testid="post-form" on:submit=save>
                    <TextAreaField id=id_in("post-text", id) label=t.field_idea_text() value=text problem=problem_of(problems, Field::Post) rows=2/>
                    {who.field(t.ideas_post_who())}
                    <DayField id=id_in("post-on", id) label=t.ideas_day() value=on problem=problem_of(problems, Field::When)/>
                    <button class="button" data-testid="save-post">{t.ideas_add()}</button>
                </form>
            </details>
        </section>
    }
    .into_any()
}

/// One entry of the log, and what it became.
fn post(view: IdeasView, id: GroupId, key: (NaiveDate, PostId), read: Read) -> AnyView {
    let t = view.t;
    let post = Memo::new(move |_| {
        read.with(|group| group.as_ref().and_then(|group| group.posts.get(&key).cloned()))
    });
    let content = move || {
        let post = post.get()?;
        let who = post.customer.map_or_else(|| t.ideas_ours().to_owned(), |id| view.name_of(id));
        let day = t.day(key.0, view.state.today());
        let remove = move |_| {
            change(view, id, Deed::Edited, |ws| ws.remove_post(id, key.1));
        };
        Some(view! {
            {prose_view(&post.text)}
            <p class="idea-kind">
                <span>{who} " · " {day}</span>
                <button class="icon-button small" aria-label=t.ideas_post_remove() on:click=remove>
                    <Icon name="close"/>
                </button>
            </p>
            {became(view, id, key.1, &post)}
        })
    };
    view! { <li data-testid="post">{content}</li> }.into_any()
}

fn became(view: IdeasView, id: GroupId, post: PostId, content: &Arc<Post>) -> AnyView {
    let (ui, t) = (view.ui, view.t);
    match content.became {
        Some(PostLink::Idea(idea)) => {
            let href = Route::Ideas(IdeasQuery::on(idea)).to_string();
            view! { <p class="told is-closed"><Icon name="ideas"/><a href=href>{t.ideas_post_became_idea()}</a></p> }
                .into_any()
        }
        Some(PostLink::Contact(_)) => {
            view! { <p class="told is-closed"><Icon name="check"/>{t.ideas_post_became_contact()}</p> }
                .into_any()
        }
        None => {
            let customer = content.customer;
            let seed = IdeaSeed {
                origin: Some((OriginId(post.0), Origin { kind: OriginKind::Post, customer })),
                post: Some((id, post)),
                text: content.text.clone(),
                source: Some(IdeaSource::Community),
            };
            let content = Arc::clone(content);
            let log = move |_| log_contact(view, id, post, &content);
            view! {
                <p class="answers">
                    <button
                        class="text-button"
                        data-testid="post-to-idea"
                        on:click=move |_| ui.open(Dialog::Idea(IdeaDialog::New(seed.clone())))
                    >
                        {t.ideas_post_idea()}
                    </button>
                    {customer.is_some().then(|| view! {
                        <button class="text-button" data-testid="post-to-contact" on:click=log>
                            {t.ideas_post_contact()}
                        </button>
                    })}
                </p>
            }
            .into_any()
        }
    }
}

/// Puts an entry of the log into the history of the customer who wrote it.
fn log_contact(view: IdeasView, id: GroupId, post: PostId, content: &Post) {
    let Some(customer) = content.customer else { return };
    let contact = ContactId(view.state.moment().next());
    let logged = Contact {
        id: contact,
        at: content.on.and_hms_opt(12, 0, 0).unwrap_or_default(),
        channel: Channel::Social,
        direction: Direction::Inbound,
        purpose: None,
        mood: None,
        with: String::new(),
        text: String::new(),
        heard: content.text.clone(),
        next: None,
        extra: None,
    };
    change(view, id, Deed::Said, |ws| {
        ws.put_contact(customer, logged)?;
        ws.link_post(id, post, PostLink::Contact(contact))
    });
}
