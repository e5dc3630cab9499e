//! Everything known beside the history, block by block. A block without content is not shown.

mod next;
mod origin;
mod people;
mod portrait;
mod profile;
mod reach;
mod records;
mod section;
mod told;
mod trend;

use std::sync::Arc;

use leptos::prelude::*;

use self::{next::Next, origin::Origin, people::people, profile::profile, reach::reach};
use super::File;
use crate::{
    domain::{Customer, CustomerId},
    state::use_state,
    views::{
        screens::ideas_of_customer,
        ui::{Dialog, use_ui, use_words},
        wording::Language,
    },
};

/// The blocks.
#[component]
pub fn Side(
    /// Whose.
    id: CustomerId,
    /// The file.
    file: File,
) -> impl IntoView {
    let t = use_words();
    let details = Memo::new(move |_| file.with(|customer| customer.details.clone()));
    let known = Memo::new(move |_| file.with(|customer| customer.profile.clone()));
    let state = use_state();
    let records = move || {
        let today = state.today();
        state.with(|ws| file.with(|file| records::records(file, ws.settings(), today)))
    };
    let picture = move || {
        let today = state.today();
        state.with(|ws| {
            file.with(|file| {
                let portrait = portrait::portrait(file, ws.settings(), today);
                (portrait, told::told(ws, file), trend::trend(file))
            })
        })
    };
    view! {
        <div class="customer-side">
            <h2 class="visually-hidden">{t.customer_side_title()}</h2>
            {move || known.with(|known| details.with(|details| profile(t, details, known)))}
            <Next id file/>
            {records}
            {ideas_of_customer(id)}
            {move || details.with(|details| people(t, details))}
            {move || details.with(|details| reach(t, details))}
            <Origin id file/>
            {picture}
            {move || details.with(|details| words(t.field_need(), &details.need))}
            {move || details.with(|details| words(t.field_notes(), &details.notes))}
            {move || details.with(|details| tags(t, &details.tags))}
            {move || file.with(is_bare).then(|| view! { <Fill id/> })}
        </div>
    }
}

/// Whether hardly anything is known.
fn is_bare(customer: &Arc<Customer>) -> bool {
    let (details, profile) = (&customer.details, &customer.profile);
    details.people.is_empty()
        && details.need.is_empty()
        && details.notes.is_empty()
        && details.email.is_empty()
        && details.phone.is_empty()
        && profile.main_type.is_none()
}

/// A block with a heading.
pub(super) fn block(title: &'static str, content: impl IntoView) -> impl IntoView {
    view! {
        <section class="block">
            <header>
                <h3>{title}</h3>
            </header>
            {content}
        </section>
    }
}

fn words(title: &'static str, text: &str) -> Option<AnyView> {
    (!text.is_empty()).then(|| {
        let text = text.to_owned();
        block(title, view! { <p class="prose">{text}</p> }).into_any()
    })
}

fn tags(t: Language, tags: &[String]) -> Option<AnyView> {
    (!tags.is_empty()).then(|| {
        let tags = tags.iter().cloned().map(|tag| view! { <li class="tag">{tag}</li> });
        let list = view! { <ul class="tag-list">{tags.collect_view()}</ul> };
        block(t.field_tags(), list).into_any()
    })
}

#[component]
fn Fill(id: CustomerId) -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    view! {
        <div class="block side-empty">
            <p>{t.customer_side_empty()}</p>
            <button class="button" on:click=move |_| ui.open(Dialog::EditCustomer(id))>
                {t.customer_side_fill()}
            </button>
        </div>
    }
}
