//! The customer's people, with roles and ways to reach them.

use leptos::prelude::*;

use super::{super::links, block};
use crate::{
    domain::{Details, Person, Salutation},
    platform::intl::{self, DayStyle},
    views::wording::Language,
};

/// The people.
pub fn people(t: Language, details: &Details) -> Option<AnyView> {
    (!details.people.is_empty()).then(|| {
        let rows = details.people.iter().map(|person| row(t, person)).collect_view();
        block(t.customer_side_people(), view! { <ul class="rows people-rows">{rows}</ul> })
            .into_any()
    })
}

fn row(t: Language, person: &Person) -> impl IntoView + use<> {
    let Person { name, role, email, phone, executive, salutation, birthday, knows, facts } =
        person.clone();
    let reach = [(links::call(&phone), phone), (links::mail(&email), email)];
    let reach =
        reach.into_iter().filter(|(_, shown)| !shown.is_empty()).map(|(link, shown)| match link {
            Some(link) => view! { <a href=link>{shown}</a> }.into_any(),
            None => view! { <span>{shown}</span> }.into_any(),
        });
    let reach: Vec<AnyView> = reach.collect();
    let salutation = salutation.map(|salutation| match salutation {
        Salutation::Du => t.record_du(),
        Salutation::Sie => t.record_sie(),
    });
    let birthday = birthday
        .map(|day| [t.field_birthday(), " ", &intl::day(t.tag(), day, DayStyle::Short)].concat());
    let known = [
        if executive { t.record_executive().to_owned() } else { String::new() },
        salutation.unwrap_or_default().to_owned(),
        if knows.is_empty() { String::new() } else { t.record_knows(&knows) },
        birthday.unwrap_or_default(),
        facts,
    ];
    let known: Vec<String> = known.into_iter().filter(|fact| !fact.is_empty()).collect();
    view! {
        <li>
            <strong>{name}</strong>
            <span class="role">{role}</span>
            {(!known.is_empty()).then(|| view! { <small>{known.join(" · ")}</small> })}
            {(!reach.is_empty()).then(|| view! { <small class="reach">{reach}</small> })}
        </li>
    }
}
