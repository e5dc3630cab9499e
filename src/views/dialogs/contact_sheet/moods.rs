//! How it was: one tap saves.

use leptos::{ev, html, prelude::*};

use super::{Sheet, kinds::Kind, logging};
use crate::{
    domain::{CustomerId, Mood},
    platform::measure,
    state::use_state,
    views::{
        parts::{Icon, MoodDisc},
        ui::{Dialog, use_ui, use_words},
        wording::Language,
    },
};

/// The second tap.
#[component]
pub fn Moods(
    /// What is known so far.
    sheet: Sheet,
    /// With whom.
    customer: CustomerId,
    /// What it was.
    kind: Kind,
) -> impl IntoView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let step = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(step) = step.get() {
            measure::focus(&step);
        }
    });
    let save = move |mood: Option<Mood>| {
        if logging::log(state, t, sheet, customer, kind, mood).is_some() {
            ui.close();
        }
    };
    let detail = move |_| {
        if let Some(contact) = logging::log(state, t, sheet, customer, kind, None) {
            ui.open(Dialog::EditContact(customer, contact));
        }
    };
    let digits = move |event: ev::KeyboardEvent| {
        if let Some(mood) = Mood::from_key(&event.key()) {
            event.prevent_default();
            event.stop_propagation();
            save(Some(mood));
        }
    };
    let moods = Mood::ALL.iter().rev().map(|mood| {
        let mood = *mood;
        view! {
            <button data-testid="mood" data-value=mood.key() on:click=move |_| save(Some(mood))>
                <MoodDisc mood/>
                {t.mood(mood)}
                <kbd class="key wide-only" aria-hidden="true">
                    {mood.key()}
                </kbd>
            </button>
        }
    });
    let direction = t.direction(sheet.direction.get_untracked());
    view! {
        <div class="sheet-step-body" tabindex="-1" node_ref=step on:keydown=digits>
            <p class="sheet-step">
                <button
                    class="icon-button small"
                    aria-label=t.contact_back()
                    data-testid="back"
                    on:click=move |_| sheet.back()
                >
                    <Icon name="in"/>
                </button>
                {t.contact_step_two(direction, kind.word(t))}
            </p>
            <h2 id="contact-title">{question(t, sheet, customer)}</h2>
            <p class="sheet-who">{t.contact_one_tap()}</p>
            <div class="moods" role="group" aria-label=t.contact_moods()>
                {moods.collect_view()}
            </div>
            <p class="sheet-more">
                <button
                    class="button quiet"
                    data-testid="without-mood"
                    on:click=move |_| save(None)
                >
                    {t.contact_without()}
                </button>
                <button class="button quiet" data-testid="more-details" on:click=detail>
                    {t.contact_details()}
                </button>
            </p>
        </div>
    }
}

/// `Wie war Sabine Rother?`, or the customer where nobody is named.
fn question(t: Language, sheet: Sheet, customer: CustomerId) -> String {
    let with = sheet.with.get_untracked();
    if !with.is_empty() {
        return t.contact_how_was(&with);
    }
    let name =
        use_state().peek(|ws| ws.customer(customer).map(|customer| customer.details.name.clone()));
    t.contact_how_was_it(&name.unwrap_or_default())
}
