//! The heart of the page: the band, and what the relationship is to us and to the customer.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::{File, long_band::LongBand};
use crate::{
    domain::{Classification, Customer, CustomerId, View},
    platform::intl::{self, DayStyle},
    state::use_state,
    views::{
        parts::ViewStroke,
        ui::{Dialog, use_ui, use_words},
        wording::Language,
    },
};

/// The band with both views beside it.
#[component]
pub fn TwoViews(
    /// Whose.
    id: CustomerId,
    /// The file.
    file: File,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    view! {
        <section class="two-views" aria-label=t.customer_views_label()>
            <LongBand file/>
            {move || {
                let (customer, today) = (file.get(), state.today());
                view! {
                    <div class="views">
                        {own_view(t, id, &customer)}
                        {gap(t, &customer, today)}
                        {customer_view(t, id, &customer)}
                    </div>
                }
            }}
        </section>
    }
}

fn own_view(t: Language, id: CustomerId, customer: &Arc<Customer>) -> impl IntoView + use<> {
    let view = customer.profile.own_view;
    let (word, text) = match view {
        View::Unknown => (t.customer_views_own_unknown(), t.customer_views_decide().to_owned()),
        known => {
            let since = since(customer, Classification::OwnView(known));
            (t.view(known), t.customer_views_noted(&long_day(t, since)))
        }
    };
    view! {
        <div class="view">
            <h2>
                <small>{t.axis_own_view()}</small>
                <ViewStroke view voice="ours"/>
                {word}
            </h2>
            <p>{text}</p>
            {(view == View::Unknown).then(|| view! { <EnterView id/> })}
        </div>
    }
}

fn customer_view(t: Language, id: CustomerId, customer: &Arc<Customer>) -> impl IntoView + use<> {
    let known = &customer.profile.customer_view;
    let view = known.view;
    let is_open = view == View::Unknown && known.evidence.is_empty();
    let asked = known.asked_on.map(|day| t.customer_views_asked(&long_day(t, day)));
    let text = if is_open { Some(t.customer_views_ask().to_owned()) } else { asked };
    let said = (!known.evidence.is_empty())
        .then(|| view! { <span class="said">{known.evidence.clone()}</span> });
    view! {
        <div class="view">
            <h2>
                <small>{t.customer_views_theirs()}</small>
                <ViewStroke view voice="theirs"/>
                {t.view(view)}
            </h2>
            <p>{said} " " {text}</p>
            {(view == View::Unknown).then(|| view! { <EnterView id/> })}
        </div>
    }
}

#[component]
fn EnterView(id: CustomerId) -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    view! {
        <button class="button link small" on:click=move |_| ui.open(Dialog::EditCustomer(id))>
            {t.customer_views_action()}
        </button>
    }
}

fn gap(t: Language, customer: &Arc<Customer>, today: NaiveDate) -> Option<impl IntoView + use<>> {
    let profile = &customer.profile;
    profile.has_gap().then(|| {
        let own = since(customer, Classification::OwnView(profile.own_view));
        let theirs = since(customer, Classification::CustomerView(profile.customer_view.view));
        let days = usize::try_from((today - own.max(theirs)).num_days()).unwrap_or(0);
        let how_long = match days {
            0 => t.customer_views_gap_today().to_owned(),
            days => t.customer_views_gap_since(days),
        };
        view! {
            <p class="gap-word">
                <strong>{t.customer_views_gap()}</strong>
                <span>{how_long}</span>
                <small class="gap-sentence">
                    {t.record_gap(t.view(profile.own_view), t.view(profile.customer_view.view))}
                </small>
            </p>
        }
    })
}

fn since(customer: &Customer, now: Classification) -> NaiveDate {
    customer.there_since(now, |to| to == now)
}

fn long_day(t: Language, day: NaiveDate) -> String {
    intl::day(t.tag(), day, DayStyle::Medium)
}
