//! Where the customer can be reached.

use leptos::prelude::*;

use super::{super::links, block};
use crate::{
    domain::{Address, Details},
    views::wording::Language,
};

/// E-mail, telephone, web and address.
pub fn reach(t: Language, details: &Details) -> Option<AnyView> {
    let lines: Vec<AnyView> = [
        linked(t.field_email(), &details.email, links::mail(&details.email)),
        linked(t.field_phone(), &details.phone, links::call(&details.phone)),
        site(t, &details.web),
        address(t, &details.address),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!lines.is_empty()).then(|| {
        block(t.customer_side_reach(), view! { <dl class="facts">{lines}</dl> }).into_any()
    })
}

fn linked(name: &'static str, shown: &str, link: Option<String>) -> Option<AnyView> {
    if shown.is_empty() {
        return None;
    }
    let shown = shown.to_owned();
    let value = match link {
        Some(link) => view! { <a href=link>{shown}</a> }.into_any(),
        None => view! { <span>{shown}</span> }.into_any(),
    };
    Some(entry(name, value))
}

fn site(t: Language, address: &str) -> Option<AnyView> {
    if address.is_empty() {
        return None;
    }
    let value = match links::web(address) {
        Some((link, shown)) => view! {
            <a href=link target="_blank" rel="noopener noreferrer">
                {shown}
                <span class="visually-hidden">", " {t.customer_side_new_tab()}</span>
            </a>
        }
        .into_any(),
        None => view! { <span>{address.to_owned()}</span> }.into_any(),
    };
    Some(entry(t.field_web(), value))
}

fn address(t: Language, address: &Address) -> Option<AnyView> {
    let town = [address.postal_code.as_str(), address.city.as_str()].join(" ");
    let lines = [address.street.as_str(), town.trim(), address.country.as_str()];
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    (!lines.is_empty()).then(|| {
        let text = lines.join("\n");
        entry(t.customer_side_address(), view! { <span class="lines">{text}</span> }.into_any())
    })
}

fn entry(name: &'static str, value: AnyView) -> AnyView {
    view! {
        <dt>{name}</dt>
        <dd>{value}</dd>
    }
    .into_any()
}
