//! A card: who, how warm, what next, what worth. Three lines and the band.

use std::sync::Arc;

use leptos::prelude::*;

use super::{lift::Hand, view_state::BoardView};
use crate::{
    domain::{
        Card, Channel, ContactWish, CustomerId, DueKind, DueState, Kind, RelationType, Settings,
        View,
    },
    figures::band,
    route::Route,
    state::{AppState, use_state},
    views::{
        parts::{Icon, MoodDisc, Strands, drag::LIFTED, part, whether, words},
        ui::use_words,
        wording::Language,
    },
};

/// One card in its column.
#[component]
pub fn CardView(
    /// Whose.
    id: CustomerId,
    /// Pixels from the top of the list.
    place: Signal<f64>,
) -> impl IntoView {
    let (view, state) = (BoardView::here(), use_state());
    let card = Memo::new(move |_| shown(state, id));
    let is_lifted =
        whether(move || view.lift.with(|lift| lift.as_ref().is_some_and(|lift| lift.id == id)));
    view! {
        <li class="card-row" id=format!("row-{id}") style=words(move || translate(place.get()))>
            <article class="customer-card" class:is-leaving=is_lifted data-testid="card" data-id=id.to_string()>
                {part(move || card.get().map(|shown| view! { <Face shown/> }).into_any())}
                <button
                    class="icon-button small more"
                    data-testid="card-menu"
                    aria-label=words(move || card.with(|shown| menu_label(view.t, shown.as_ref())))
                    aria-haspopup="menu"
                >
                    <Icon name="more"/>
                </button>
            </article>
        </li>
    }
}

/// What the button of the menu is called.
fn menu_label(t: Language, shown: Option<&Shown>) -> String {
    t.board_menu(shown.map_or("", |shown| &shown.card.customer.details.name))
}

/// The style that puts something so many pixels below the top of its list.
pub fn translate(down: f64) -> String {
    ["translate: 0 ", &band::tenths(down as f32), "px"].concat()
}

/// The card in the person's hand.
#[component]
pub fn LiftedCard() -> impl IntoView {
    let (view, state) = (BoardView::here(), use_state());
    let held = Memo::new(move |_| {
        view.lift.with(|lift| {
            let lift = lift.as_ref().filter(|lift| lift.hand == Hand::Pointer)?;
            Some((lift.id, lift.width))
        })
    });
    part(move || {
        let Some((id, width)) = held.get() else { return ().into_any() };
        let Some(shown) = shown(state, id) else { return ().into_any() };
        view! {
            <div
                class="customer-card is-dragged"
                id=LIFTED
                aria-hidden="true"
                style=["--drag-width: ", &band::tenths(width as f32), "px"].concat()
            >
                <Face shown is_copy=true/>
            </div>
        }
        .into_any()
    })
}

/// What a card is drawn from.
#[derive(Clone, PartialEq)]
struct Shown {
    card: Arc<Card>,
    settings: Arc<Settings>,
    today: chrono::NaiveDate,
}

fn shown(state: AppState, id: CustomerId) -> Option<Shown> {
    let today = state.today();
    state.with(|workspace| {
        let settings = Arc::clone(workspace.settings());
        workspace.card(id).map(|card| Shown { card: Arc::clone(card), settings, today })
    })
}

/// What a card shows.
#[component]
fn Face(
    /// Of whom, and when.
    shown: Shown,
    /// Whether this is the copy in the person's hand.
    #[prop(default = false)]
    is_copy: bool,
) -> impl IntoView {
    let t = use_words();
    let Shown { card, settings, today } = shown;
    let customer = &card.customer;
    let (id, details) = (customer.id, &customer.details);
    let from = today - chrono::Days::new(365);
    let drawn = band::draw(customer, band::CARD, from, today);
    let label = band_label(t, &card, drawn.contacts);
    let quarters = band::quarters(from, today).into_iter().map(|(_, at)| at).collect();
    let mood = customer.contacts.values().rev().find_map(|contact| contact.mood);
    let anchor = (!is_copy).then(|| format!("card-{id}"));
    view! {
        <a
            class="name"
            id=anchor
            href=Route::Customer(id).to_string()
            title=details.name.clone()
            draggable="false"
            tabindex=is_copy.then_some("-1")
        >
            {details.name.clone()}
        </a>
        {worth(t, &card, &settings)}
        {person(t, &card)}
        {due(t, &card, today)}
        <div class="band">
            <Strands
                band=drawn
                frame=band::CARD
                profile=customer.profile.clone()
                id=format!("{}{id}", if is_copy { "c" } else { "b" })
                label=label
                quarters=quarters
            />
            {mood.map(|mood| view! { <MoodDisc mood label=t.mood_label(t.mood(mood))/> })}
        </div>
    }
}

fn worth(t: Language, card: &Card, settings: &Settings) -> Option<impl IntoView + use<>> {
    let worth = card.customer.details.worth?;
    let class = if worth.expected { "worth is-expected" } else { "worth" };
    let title = worth.expected.then(|| t.board_expected());
    Some(view! { <data class=class title=title>{t.worth(settings, worth)}</data> })
}

fn person(t: Language, card: &Card) -> impl IntoView + use<> {
    let (details, profile) = (&card.customer.details, &card.customer.profile);
    let who = match details.kind {
        Kind::Person if details.sector.is_empty() => t.kind_person().to_owned(),
        Kind::Person => [t.kind_person(), ", ", &details.sector].concat(),
        Kind::Firm => {
            details.people.first().map_or(details.sector.clone(), |person| person.name.clone())
        }
    };
    let mut facts: Vec<&str> =
        profile.intensity.map(|i| t.intensity(Some(i))).into_iter().collect();
    if profile.has_gap() {
        facts.push(t.board_gap());
    }
    let dot = (!who.is_empty() && !facts.is_empty()).then_some(" · ");
    view! { <p class="person">{who}{dot}<b>{facts.join(" · ")}</b></p> }
}

fn due(t: Language, card: &Card, today: chrono::NaiveDate) -> impl IntoView + use<> {
    let (customer, icon, state, words);
    customer = &card.customer;
    match &card.due {
        Some(due) => {
            let urgency = due.state(today);
            icon = match (due.kind, due.channel) {
                (DueKind::Rhythm, _) if urgency == DueState::Late => "clock",
                (DueKind::Rhythm, _) => "rhythm",
                (_, Some(channel)) => channel_icon(channel),
                (_, None) => "promise",
            };
            state = match urgency {
                DueState::Late => "late",
                DueState::Today => "today",
                DueState::Soon => "week",
                DueState::Later => "later",
            };
            words = t.due(due, today);
        }
        None if customer.details.contact_wish == Some(ContactWish::SelfService) => {
            (icon, state, words) = ("pause", "none", t.board_wants_quiet().to_owned());
        }
        None if customer.profile.main_type == Some(RelationType::Transactional) => {
            (icon, state, words) = ("pause", "none", t.board_no_rhythm().to_owned());
        }
        None => return ().into_any(),
    }
    let title = words.clone();
    view! { <p class="due" data-due=state title=title><Icon name=icon/><span>{words}</span></p> }
        .into_any()
}

/// The icon of a channel.
pub fn channel_icon(channel: Channel) -> &'static str {
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

/// The band in words.
fn band_label(t: Language, card: &Card, contacts: usize) -> String {
    let profile = &card.customer.profile;
    let gap = if profile.has_gap() { [" ", t.board_gap(), "."].concat() } else { String::new() };
    let view = |view: View| t.view(view);
    t.board_band(contacts, &gap, view(profile.own_view), view(profile.customer_view.view))
}
