//! What a new customer starts with.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::{block, form::Form, reading::kind_key};
use crate::{
    domain::{Field, Kind, Phase, Source},
    state::use_state,
    views::{
        parts::{CheckField, SelectField, TextField},
        ui::use_words,
        wording::Language,
    },
};

/// A choice of none, then the values.
pub(super) fn options<T: Copy>(
    t: Language,
    all: &[T],
    key: impl Fn(T) -> &'static str,
    word: impl Fn(T) -> &'static str,
) -> Vec<(String, String)> {
    let values = all.iter().map(|value| (key(*value).to_owned(), word(*value).to_owned()));
    std::iter::once((String::new(), t.form_no_choice().to_owned())).chain(values).collect()
}

/// Name, kind, phase, how to reach them, what they are worth, where they came from.
#[component]
pub fn FirstBlock(
    /// The form.
    form: Form,
) -> impl IntoView {
    let t = use_words();
    let fields = form.fields;
    let phases = Phase::ALL.map(|phase| (phase.key().to_owned(), t.phase(phase).to_owned()));
    let sources = options(t, Source::ALL, Source::key, |source| t.source(source));
    let is_new = form.existing.is_none();
    view! {
        <div class="form-grid">
            <TextField
                id=fields.id_of(Field::Name)
                label=t.field_name()
                value=fields.name
                problem=form.problem(Field::Name)
                autofocus=is_new
            />
            <KindChoice form/>
            {form.line(Field::Email, fields.email, "email")}
            {form.line(Field::Phone, fields.phone, "tel")}
            <SelectField
                id="customer-phase"
                label=t.axis_phase()
                value=fields.phase
                options=phases.to_vec()
            />
            <OurContact form/>
            <div class="field-pair">
                {form.line(Field::Worth, fields.worth, "decimal")}
                <CheckField label=t.form_expected() value=fields.worth_expected/>
            </div>
            <SelectField
                id="customer-source"
                label=t.field_source()
                value=fields.source
                options=sources
            />
            <FirstContact form/>
        </div>
    }
}

/// The first touch point; a new customer was met today unless someone says otherwise.
#[component]
fn FirstContact(form: Form) -> impl IntoView {
    let t = use_words();
    let (label, value) = (t.field_first_contact(), form.fields.first_contact);
    let id = form.fields.id_of(Field::FirstContact);
    let problem = form.problem(Field::FirstContact);
    if form.existing.is_some() {
        form.day(Field::FirstContact, value).into_any()
    } else {
        let hint = t.form_first_contact_hint();
        view! { <TextField id label value problem hint kind="date"/> }.into_any()
    }
}

/// Firm or person.
#[component]
fn KindChoice(form: Form) -> impl IntoView {
    let t = use_words();
    let value = form.fields.kind;
    let choice = [(Kind::Firm, t.kind_firm_long()), (Kind::Person, t.kind_person_long())];
    let choice = choice.map(|(kind, word)| {
        let key = kind_key(kind);
        view! {
            <label>
                <input
                    type="radio"
                    name="customer-kind"
                    value=key
                    prop:checked=move || value.with(|value| value == key)
                    on:change=move |_| value.set(key.to_owned())
                />
                {word}
            </label>
        }
    });
    view! {
        <fieldset class="field">
            <legend class="label">{t.field_kind()}</legend>
            <div class="segmented">{choice.collect_view()}</div>
        </fieldset>
    }
}

/// Who looks after the customer, with those who look after others as proposals.
#[component]
fn OurContact(form: Form) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let known: BTreeSet<String> = state.peek(|ws| {
        let all = ws.in_order().map(|card| &card.customer.details.our_contact);
        let named: BTreeSet<&String> = all.filter(|name| !name.is_empty()).collect();
        named.into_iter().take(block::PROPOSALS).cloned().collect()
    });
    let proposals = known.into_iter().map(|name| view! { <option value=name></option> });
    view! {
        <TextField
            id=form.fields.id_of(Field::OurContact)
            label=t.field_our_contact()
            value=form.fields.our_contact
            problem=form.problem(Field::OurContact)
            list="customer-our-contacts"
        />
        <datalist id="customer-our-contacts">{proposals.collect_view()}</datalist>
    }
}
