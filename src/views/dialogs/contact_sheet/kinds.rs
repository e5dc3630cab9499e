//! What it was: a channel or a gesture, and who reached out.

use leptos::{ev, html, prelude::*};

use super::Sheet;
use crate::{
    domain::{Channel, CustomerId, Direction, Purpose},
    platform::measure,
    state::use_state,
    views::{parts::Icon, ui::use_words, wording::Language},
};

/// A kind of contact as people think of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// By a channel.
    Channel(Channel),
    /// A gesture, however it came.
    Gesture,
}

/// How many stand in one row.
const ACROSS: usize = 3;

impl Kind {
    fn all() -> impl Iterator<Item = Self> {
        Channel::ALL.iter().copied().map(Self::Channel).chain([Self::Gesture])
    }

    /// The stable word for scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Channel(channel) => channel.key(),
            Self::Gesture => Purpose::Gesture.key(),
        }
    }

    /// Its name.
    pub fn word(self, t: Language) -> &'static str {
        match self {
            Self::Channel(channel) => t.channel(channel),
            Self::Gesture => t.contact_gesture(),
        }
    }

    fn icon(self) -> &'static str {
        match self {
            Self::Channel(Channel::Call) => "phone",
            Self::Channel(Channel::Visit) => "visit",
            Self::Channel(Channel::Email) => "mail",
            Self::Channel(Channel::Chat) => "chat",
            Self::Channel(Channel::Event) => "people",
            Self::Channel(Channel::Letter) => "letter",
            Self::Channel(Channel::Social) => "feedback",
            Self::Channel(Channel::Web) => "web",
            Self::Gesture => "gift",
        }
    }
}

/// The first tap.
#[component]
pub fn Kinds(
    /// What is known so far.
    sheet: Sheet,
    /// With whom.
    customer: CustomerId,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let name = state.peek(|ws| ws.customer(customer).map(|customer| customer.details.name.clone()));
    let step = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(step) = step.get() {
            measure::focus(&step);
        }
    });
    let buttons = Kind::all().enumerate().map(|(index, kind)| {
        view! {
            <button
                id=button_id(index)
                data-testid="kind"
                data-kind=kind.key()
                on:click=move |_| sheet.kind.set(Some(kind))
            >
                <Icon name=kind.icon()/>
                {kind.word(t)}
            </button>
        }
    });
    view! {
        <div
            class="sheet-step-body"
            tabindex="-1"
            node_ref=step
            autofocus
            on:keydown=move |event| steer(t, sheet, &event)
        >
            <p class="sheet-step">{t.contact_step_one()}</p>
            <h2 id="contact-title">{name}</h2>
            <Partner sheet customer/>
            <div class="kinds" role="group" aria-label=t.contact_kinds()>
                {buttons.collect_view()}
            </div>
            <Directions sheet/>
        </div>
    }
}

/// With whom it was, and a way back to choose another customer.
#[component]
fn Partner(sheet: Sheet, customer: CustomerId) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let people: Vec<String> = state.peek(|ws| {
        let people = ws.customer(customer).map(|customer| customer.details.people.clone());
        people.unwrap_or_default().into_iter().map(|person| person.name).collect()
    });
    let has_people = !people.is_empty();
    let with = sheet.with;
    let names = people.into_iter().chain([String::new()]).map(|name| {
        let this = name.clone();
        let shown = if name.is_empty() { t.contact_nobody().to_owned() } else { name.clone() };
        view! {
            <option value=name selected=move || with.with(|with| *with == this)>
                {shown}
            </option>
        }
    });
    let names = names.collect_view();
    view! {
        <p class="sheet-who">
            {has_people
                .then(|| {
                    view! {
                        <label class="visually-hidden" for="contact-with">
                            {t.contact_with()}
                        </label>
                        <select
                            id="contact-with"
                            class="quiet-select"
                            on:change=move |event| with.set(event_target_value(&event))
                        >
                            {names}
                        </select>
                    }
                })}
            {sheet
                .can_choose
                .then(|| {
                    view! {
                        <button class="button link small" on:click=move |_| sheet.back()>
                            {t.contact_other_customer()}
                        </button>
                    }
                })}
        </p>
    }
}

#[component]
fn Directions(sheet: Sheet) -> impl IntoView {
    let t = use_words();
    let buttons = Direction::ALL.iter().map(|direction| {
        let direction = *direction;
        view! {
            <button
                aria-pressed=move || (sheet.direction.get() == direction).to_string()
                data-testid="direction"
                data-direction=direction.key()
                on:click=move |_| sheet.direction.set(direction)
            >
                <Icon name=direction.key()/>
                {t.direction(direction)}
            </button>
        }
    });
    view! {
        <div class="segmented" role="group" aria-label=t.contact_direction()>
            {buttons.collect_view()}
        </div>
    }
}

fn button_id(index: usize) -> String {
    format!("contact-kind-{index}")
}

/// Arrows go from kind to kind, a letter to the next kind that begins with it; where only one does,
/// that is the choice.
fn steer(t: Language, sheet: Sheet, event: &ev::KeyboardEvent) {
    let key = event.key();
    let focused = measure::focused().map(|element| element.id()).unwrap_or_default();
    let here = (0..Kind::all().count()).find(|index| button_id(*index) == focused);
    let in_field = focused == "contact-with";
    if in_field || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let last = Kind::all().count() - 1;
    let to = match (key.as_str(), here) {
        ("ArrowRight" | "ArrowDown" | "ArrowLeft" | "ArrowUp", None) => Some(0),
        ("ArrowRight", Some(at)) => Some((at + 1).min(last)),
        ("ArrowLeft", Some(at)) => Some(at.saturating_sub(1)),
        ("ArrowDown", Some(at)) => Some((at + ACROSS).min(last)),
        ("ArrowUp", Some(at)) => Some(at.checked_sub(ACROSS).unwrap_or(at)),
        _ => letter(t, sheet, &key, here),
    };
    if let Some(to) = to {
        event.prevent_default();
        event.stop_propagation();
        measure::focus_id(&button_id(to));
    }
}

fn letter(t: Language, sheet: Sheet, key: &str, here: Option<usize>) -> Option<usize> {
    let mut letters = key.chars();
    let (Some(letter), None) = (letters.next().filter(|c| c.is_alphabetic()), letters.next())
    else {
        return None;
    };
    let begins =
        |kind: Kind| kind.word(t).to_lowercase().starts_with(&letter.to_lowercase().to_string());
    let fits: Vec<(usize, Kind)> =
        Kind::all().enumerate().filter(|(_, kind)| begins(*kind)).collect();
    if let [(_, only)] = fits.as_slice() {
        sheet.kind.set(Some(*only));
        return None;
    }
    let behind = fits.iter().find(|(index, _)| here.is_some_and(|here| *index > here));
    behind.or(fits.first()).map(|(index, _)| *index)
}
