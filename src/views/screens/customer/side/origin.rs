//! How the customer came to us, and whom they brought.

use leptos::prelude::*;

use super::{super::File, block};
use crate::{
    domain::{CustomerId, Workspace},
    platform::intl::{self, DayStyle},
    route::Route,
    state::use_state,
    views::ui::use_words,
};

/// Another customer, by name.
type Other = (CustomerId, String);

/// Source, first touch point, who recommended us, and whom this customer recommended us to.
#[component]
pub fn Origin(
    /// Whose.
    id: CustomerId,
    /// The file.
    file: File,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let referrer = Memo::new(move |_| {
        let by = file.with(|customer| customer.details.referred_by)?;
        state.with(|ws| ws.customer(by).map(|other| (by, other.details.name.clone())))
    });
    let referrals = Memo::new(move |_| state.with(|ws| referrals(ws, id)));
    let facts = move || {
        let (source, first, opened) = file.with(|customer| {
            (customer.details.source, customer.details.first_contact, customer.created)
        });
        let day = |day| intl::day(t.tag(), day, DayStyle::Medium);
        let since = match first {
            Some(first) => (t.field_first_contact(), day(first)),
            None => (t.customer_side_opened(), day(opened)),
        };
        view! {
            {source.map(|source| view! { <dt>{t.field_source()}</dt> <dd>{t.source(source)}</dd> })}
            <dt>{since.0}</dt>
            <dd>{since.1}</dd>
            {referrer
                .get()
                .map(|other| {
                    view! {
                        <dt>{t.field_referred_by()}</dt>
                        <dd>{link(other)}</dd>
                    }
                })}
        }
    };
    let given = move || {
        let given = referrals.get();
        (!given.is_empty()).then(|| {
            let rows =
                given.into_iter().map(|other| view! { <li>{link(other)}</li> }).collect_view();
            block(t.customer_side_referrals(), view! { <ul class="rows">{rows}</ul> })
        })
    };
    view! {
        {block(t.customer_side_origin(), view! { <dl class="facts">{facts}</dl> })}
        {given}
    }
}

fn link((id, name): Other) -> impl IntoView {
    view! { <a href=Route::Customer(id).to_string()>{name}</a> }
}

fn referrals(workspace: &Workspace, id: CustomerId) -> Vec<Other> {
    let all = workspace.in_order().map(|card| &card.customer);
    let given = all.filter(|other| other.details.referred_by == Some(id) && !other.is_trashed());
    given.map(|other| (other.id, other.details.name.clone())).collect()
}
