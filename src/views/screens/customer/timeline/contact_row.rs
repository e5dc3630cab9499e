//! One contact in the history.

use chrono::{NaiveDate, NaiveDateTime};
use leptos::{ev, prelude::*};

use super::{
    super::{File, deeds},
    change_row::Day,
};
use crate::{
    domain::{
        Channel, Contact, ContactId, CustomerId, Direction, Extra, Input, NextStep, Origin,
        OriginId, OriginKind, Purpose,
    },
    route::{IdeasQuery, Route},
    state::use_state,
    views::{
        parts::{Icon, MenuItem, MoodDisc, OpenMenu},
        shell::use_menu,
        ui::{Dialog, IdeaDialog, IdeaSeed, use_ui, use_words},
        wording::Language,
    },
};

/// The icon of a contact.
pub fn icon(channel: Channel, purpose: Option<Purpose>) -> &'static str {
    if purpose == Some(Purpose::Gesture) {
        return "gift";
    }
    match channel {
        Channel::Call => "phone",
        Channel::Visit => "visit",
        Channel::Email => "mail",
        Channel::Chat => "chat",
        Channel::Event => "people",
        Channel::Letter => "letter",
        Channel::Social => "feedback",
        Channel::Web => "web",
    }
}

/// One contact: side, mood, what it was, and what comes next.
#[component]
pub fn ContactRow(
    /// Whose.
    id: CustomerId,
    /// The file.
    file: File,
    /// When: with the id the place in the file.
    at: NaiveDateTime,
    /// Which.
    contact: ContactId,
    /// The year, where a new one begins.
    year: Option<i32>,
) -> impl IntoView {
    let t = use_words();
    let read =
        Memo::new(move |_| file.with(|customer| customer.contacts.get(&(at, contact)).cloned()));
    let direction = move || read.with(|read| read.as_ref().map(|contact| contact.direction.key()));
    let mood = move || {
        let mood = read.with(|read| read.as_ref().and_then(|contact| contact.mood));
        mood.map(|mood| view! { <MoodDisc mood label=t.mood_label(t.mood(mood))/> })
    };
    let body = move || read.get().map(|contact| body(t, &contact));
    let step = move || {
        read.get().and_then(|read| read.next.clone().map(|next| view! { <Step id contact next/> }))
    };
    let became = became_idea(id, contact);
    view! {
        <li data-direction=direction data-testid="timeline-entry" data-id=contact.to_string()>
            <Day day=at.date() year/>
            <span class="spine">{mood}</span>
            <div class="event">
                <div class="event-body">{body} {step} {became}</div>
                <EntryMenu id contact read/>
            </div>
        </li>
    }
}

fn body(t: Language, contact: &Contact) -> impl IntoView + use<> {
    let gesture = contact.purpose == Some(Purpose::Gesture);
    let title = if gesture { t.purpose(Purpose::Gesture) } else { t.channel(contact.channel) };
    let icon = icon(contact.channel, contact.purpose);
    let heard = (!contact.heard.is_empty()).then(|| view! { <q>{contact.heard.clone()}</q> " " });
    let text = contact.text.clone();
    let has_text = heard.is_some() || !text.is_empty();
    let reports = contact.extra.as_ref().map(|extra| reports(t, extra));
    view! {
        <p class="event-title">
            <Icon name=icon/>
            {title}
            " "
            <small>{facts(t, contact)}</small>
        </p>
        {has_text.then(|| view! { <p class="event-text">{heard} {text}</p> })}
        {reports}
    }
}

/// The visit report and the session of advice.
fn reports(t: Language, extra: &Extra) -> AnyView {
    let facts = extra.facts();
    let shown = Extra::BLANKS.iter().filter(|blank| blank.input == Input::Text);
    let rows: Vec<AnyView> = shown
        .filter(|blank| !facts.get(blank.slot).is_empty())
        .map(|blank| {
            let text = facts.get(blank.slot).to_owned();
            view! { <dt>{t.slot(blank.slot)}</dt> <dd>{text}</dd> }.into_any()
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <dl class="facts event-report">{rows}</dl> }).into_any()
}

/// `kam vom Kunden · herzlich · Sabine Rother`
fn facts(t: Language, contact: &Contact) -> String {
    let extra = contact.extra.as_deref();
    let ours = extra.map(|extra| extra.ours.as_str()).unwrap_or_default();
    let minutes = extra.and_then(|extra| extra.minutes);
    let minutes = minutes.map(|n| t.record_minutes(&n.to_string())).unwrap_or_default();
    let manner = extra.and_then(|extra| extra.manner).map(|manner| t.choice(manner.key()));
    let direction = match contact.direction {
        Direction::Outbound => t.direction_went_out(),
        Direction::Inbound => t.direction_came_in(),
    };
    let purpose = match contact.purpose {
        None => "",
        Some(Purpose::Gesture) => t.channel(contact.channel),
        Some(purpose) => t.purpose(purpose),
    };
    let mood = contact.mood.map(|mood| t.mood(mood)).unwrap_or_default();
    let manner = manner.unwrap_or_default();
    let parts = [direction, mood, purpose, contact.with.as_str(), ours, &minutes, manner];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The agreed next step, with its tick while it is open.
#[component]
fn Step(id: CustomerId, contact: ContactId, next: NextStep) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let NextStep { text, due, done } = next;
    let what = if text.is_empty() { t.customer_history_step().to_owned() } else { text };
    let (label, shown) = (what.clone(), what);
    let words = move || t.customer_history_step_by(&day(t, due, state.today()), &shown);
    if done {
        view! {
            <p class="event-step is-done">
                <Icon name="check"/>
                <span>{words} " · " {t.customer_history_step_done()}</span>
            </p>
        }
        .into_any()
    } else {
        view! {
            <p class="event-step">
                <button
                    class="tick"
                    data-testid="finish-step"
                    aria-label=t.customer_history_finish(&label)
                    on:click=move |_| deeds::finish_step(state, t, id, contact)
                >
                    <Icon name="check"/>
                </button>
                <span>{words}</span>
            </p>
        }
        .into_any()
    }
}

fn day(t: Language, day: NaiveDate, today: NaiveDate) -> String {
    t.day(day, today)
}

/// The idea that came out of it (B11).
fn became_idea(id: CustomerId, contact: ContactId) -> AnyView {
    let (state, t) = (use_state(), use_words());
    let idea = Memo::new(move |_| {
        state.with(|ws| {
            let idea = ws.idea_out_of(id, OriginId(contact.0))?;
            Some((idea.id, idea.details.title.clone()))
        })
    });
    let link = move || {
        idea.get().map(|(idea, title)| {
            let href = Route::Ideas(IdeasQuery::on(idea)).to_string();
            view! {
                <p class="event-step">
                    <Icon name="ideas"/>
                    <span>{t.ideas_became_idea()} " " <a href=href>{title}</a></span>
                </p>
            }
        })
    };
    link.into_any()
}

/// What an idea out of this contact begins with: the words that were said.
fn seed(customer: CustomerId, contact: ContactId, read: Read) -> IdeaSeed {
    let origin = Origin { kind: OriginKind::Contact, customer: Some(customer) };
    let text = read.with_untracked(|read| {
        let read = read.as_ref()?;
        let heard = (!read.heard.is_empty()).then(|| ["> ", &read.heard].concat());
        Some(heard.unwrap_or_else(|| read.text.clone()))
    });
    IdeaSeed {
        origin: Some((OriginId(contact.0), origin)),
        text: text.unwrap_or_default(),
        ..IdeaSeed::default()
    }
}

type Read = Memo<Option<std::sync::Arc<Contact>>>;

/// The quiet menu of an entry.
#[component]
fn EntryMenu(id: CustomerId, contact: ContactId, read: Read) -> impl IntoView {
    let (state, ui, t, menu) = (use_state(), use_ui(), use_words(), use_menu());
    let title = move || {
        let today = state.today();
        read.with(|read| {
            read.as_ref().map(|read| {
                t.customer_history_menu(t.channel(read.channel), &t.day(read.at.date(), today))
            })
        })
    };
    let open = move |event: ev::MouseEvent| {
        let edit = move || ui.open(Dialog::EditContact(id, contact));
        let idea = move || ui.open(Dialog::Idea(IdeaDialog::New(seed(id, contact, read))));
        let remove = move || deeds::remove_contact(state, t, id, contact);
        let items = vec![
            MenuItem::action(t.customer_history_edit(), "edit", edit).with_test_id("edit-contact"),
            MenuItem::action(t.ideas_to_idea(), "ideas", idea).with_test_id("contact-to-idea"),
            MenuItem::action(t.customer_history_remove(), "trash", remove)
                .with_test_id("remove-contact"),
        ];
        let title = untrack(title).unwrap_or_default();
        menu.set(Some(OpenMenu::at(&event, title, items)));
    };
    view! {
        <button
            class="icon-button small event-more"
            aria-label=title
            aria-haspopup="menu"
            data-testid="entry-more"
            on:click=open
        >
            <Icon name="more"/>
        </button>
    }
}
