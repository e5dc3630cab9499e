//! What stands in the cells of a row.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::{
    domain::{Card, Channel, Customer, Due, DueKind, DueState, View},
    figures::band,
    views::{
        parts::{Icon, MoodDisc, Strands, ViewStroke},
        ui::use_words,
    },
};

/// A view as a stroke and, where there is room, a word.
#[component]
pub fn ViewCell(
    /// The view.
    view: View,
    /// `ours` or `theirs`.
    voice: &'static str,
) -> impl IntoView {
    let t = use_words();
    let word = match view {
        View::Unknown => t.customers_view_unknown(),
        View::Transaction => t.customers_view_transaction(),
        View::Relation => t.customers_view_relation(),
    };
    view! {
        <span class="with-stroke" title=t.view(view)>
            <ViewStroke view voice/>
            <span class="view-word">{word}</span>
        </span>
    }
}

/// The band of the last twelve months, and the mood of the last contact.
#[component]
pub fn YearCell(
    /// Whose.
    customer: Arc<Customer>,
    /// The day.
    today: NaiveDate,
) -> impl IntoView {
    let t = use_words();
    let a_year_ago = today.checked_sub_months(chrono::Months::new(12)).unwrap_or(today);
    let drawn = band::draw(&customer, band::CARD, a_year_ago, today);
    let mood = customer.contacts.values().rev().find_map(|contact| contact.mood);
    let profile = customer.profile.clone();
    let label = t.customers_band(
        drawn.contacts,
        t.view(profile.own_view),
        t.view(profile.customer_view.view),
    );
    let mood = mood.map(|mood| view! { <MoodDisc mood label=t.mood_label(t.mood(mood))/> });
    view! {
        <div class="band">
            <Strands band=drawn frame=band::CARD profile id=format!("t{}", customer.id) label/>
            {mood}
        </div>
    }
}

/// What is next: an icon, a day, a word.
#[component]
pub fn DueCell(
    /// Whose.
    card: Arc<Card>,
    /// The day.
    today: NaiveDate,
) -> impl IntoView {
    let t = use_words();
    let Some(due) = card.due.clone() else {
        return view! { <span class="due" data-due="none">"–"</span> }.into_any();
    };
    let urgency = match due.state(today) {
        DueState::Late => "late",
        DueState::Today => "today",
        DueState::Soon => "week",
        DueState::Later => "later",
    };
    let words = t.due(&due, today);
    let title = words.clone();
    view! {
        <span class="due" data-due=urgency title=title>
            <Icon name=icon_of(&due)/>
            <span class="due-words">{words}</span>
        </span>
    }
    .into_any()
}

fn icon_of(due: &Due) -> &'static str {
    match due.channel {
        None if due.kind == DueKind::Rhythm => "rhythm",
        None => "promise",
        Some(channel) => match channel {
            Channel::Call => "phone",
            Channel::Visit => "visit",
            Channel::Email => "mail",
            Channel::Chat => "chat",
            Channel::Event | Channel::Social => "people",
            Channel::Letter => "letter",
            Channel::Web => "web",
        },
    }
}
