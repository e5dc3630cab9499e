//! Who recommended us: another customer, found by name.

use leptos::prelude::*;

use super::{block::PROPOSALS, form::Form};
use crate::{
    domain::{CustomerId, Workspace, fold},
    state::use_state,
    views::{parts::TextField, ui::use_words},
};

/// A name with proposals; only a known one counts.
#[component]
pub fn Referrer(
    /// The form.
    form: Form,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let (name, chosen) = (form.fields.referrer_name, form.fields.referred_by);
    let proposals =
        Memo::new(move |_| name.with(|name| state.with(|ws| matching(ws, name, form.existing))));
    let problem = Signal::derive(move || {
        let is_unknown = name.with(|name| !name.trim().is_empty()) && chosen.with(String::is_empty);
        is_unknown.then(|| t.form_referrer_unknown().to_owned())
    });
    let choose = move |_| {
        let id = name.with_untracked(|name| state.peek(|ws| named(ws, name, form.existing)));
        chosen.set(id.map(|id| id.to_string()).unwrap_or_default());
    };
    let list = move || {
        let names = proposals.get().into_iter();
        names.map(|name| view! { <option value=name></option> }).collect_view()
    };
    view! {
        <div on:input=choose>
            <TextField
                id="customer-referrer"
                label=t.field_referred_by()
                value=name
                problem
                hint=t.form_referrer_hint()
                list="customer-referrers"
            />
            <datalist id="customer-referrers">{list}</datalist>
        </div>
    }
}

/// The name of a customer; empty when there is none.
pub fn name_of(workspace: &Workspace, id: Option<CustomerId>) -> String {
    let customer = id.and_then(|id| workspace.customer(id));
    customer.map(|customer| customer.details.name.clone()).unwrap_or_default()
}

fn matching(workspace: &Workspace, text: &str, but: Option<CustomerId>) -> Vec<String> {
    let text = fold(text.trim());
    if text.is_empty() {
        return Vec::new();
    }
    let all = workspace.in_order().filter(|card| Some(card.customer.id) != but);
    let fits = all.filter(|card| card.searchable.contains(&text));
    fits.take(PROPOSALS).map(|card| card.customer.details.name.clone()).collect()
}

fn named(workspace: &Workspace, name: &str, but: Option<CustomerId>) -> Option<CustomerId> {
    let name = fold(name.trim());
    if name.is_empty() {
        return None;
    }
    let mut all = workspace.in_order().map(|card| &card.customer);
    let found =
        all.find(|customer| Some(customer.id) != but && fold(&customer.details.name) == name);
    found.map(|customer| customer.id)
}
