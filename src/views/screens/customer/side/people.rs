//! The customer's people, with roles and ways to reach them.

use leptos::prelude::*;

use super::{super::links, block};
use crate::{
    domain::{Details, Person},
    views::wording::Language,
};

/// The people.
pub fn people(t: Language, details: &Details) -> Option<AnyView> {
    (!details.people.is_empty()).then(|| {
        let rows = details.people.iter().map(row).collect_view();
        block(t.customer_side_people(), view! { <ul class="rows people-rows">{rows}</ul> })
            .into_any()
    })
}

fn row(person: &Person) -> impl IntoView + use<> {
    let Person { name, role, email, phone, .. } = person.clone();
    let reach = [(links::call(&phone), phone), (links::mail(&email), email)];
    let reach =
        reach.into_iter().filter(|(_, shown)| !shown.is_empty()).map(|(link, shown)| match link {
            Some(link) => view! { <a href=link>{shown}</a> }.into_any(),
            None => view! { <span>{shown}</span> }.into_any(),
        });
    let reach: Vec<AnyView> = reach.collect();
    view! {
        <li>
            <strong>{name}</strong>
            <span class="role">{role}</span>
            {(!reach.is_empty()).then(|| view! { <small class="reach">{reach}</small> })}
        </li>
    }
}
