//! How the customer came to us, and whom they brought.

use leptos::prelude::*;

use super::{super::File, block};
use crate::{
    domain::{CustomerId, Referral, Workspace, weight},
    platform::intl::{self, DayStyle},
    route::Route,
    state::use_state,
    views::{ui::use_words, wording::Language},
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
        let through = file.with(|customer| customer.portrait.referred_through.clone());
        state.with(|ws| {
            ws.customer(by).map(|other| {
                let weight = t.record_weight(&weight(other, &through).to_string());
                let through =
                    (!through.is_empty()).then(|| [t.record_through(&through), weight].join(" · "));
                ((by, other.details.name.clone()), through)
            })
        })
    });
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
                .map(|(other, through)| {
                    view! {
                        <dt>{t.field_referred_by()}</dt>
                        <dd>
                            {link(other)}
                            {through.map(|through| view! { <small>" " {through}</small> })}
                        </dd>
                    }
                })}
        }
    };
    let given = move || {
        let given = state.with(|ws| tree(t, ws, ws.referrals(id)));
        given.map(|tree| block(t.customer_side_referrals(), tree))
    };
    view! {
        {block(t.customer_side_origin(), view! { <dl class="facts">{facts}</dl> })}
        {given}
    }
}

fn link((id, name): Other) -> impl IntoView {
    view! { <a href=Route::Customer(id).to_string()>{name}</a> }
}

/// Whom they brought, and whom these brought in turn.
fn tree(t: Language, workspace: &Workspace, all: Vec<Referral>) -> Option<AnyView> {
    let row = |one: Referral| {
        let customer = workspace.customer(one.customer)?;
        let name = customer.details.name.clone();
        let worth = customer.details.worth.map(|worth| t.worth(workspace.settings(), worth));
        let through = &customer.portrait.referred_through;
        let weight = t.record_weight(&one.weight.to_string());
        let through = if through.is_empty() {
            weight
        } else {
            [t.record_through(through), weight].join(" · ")
        };
        let below = tree(t, workspace, one.brought);
        Some(
            view! {
                <li>
                    {link((one.customer, name))}
                    <data>{worth}</data>
                    <small>{through}</small>
                    {below}
                </li>
            }
            .into_any(),
        )
    };
    let rows: Vec<AnyView> = all.into_iter().filter_map(row).collect();
    (!rows.is_empty()).then(|| {
        view! { <ul class="rows referral-tree" data-testid="referrals">{rows}</ul> }.into_any()
    })
}
