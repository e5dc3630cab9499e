//! The control of each place, by what it takes.

use leptos::prelude::*;

use super::{Form, Place, checks, id_of, lines, verdicts};
use crate::{
    domain::Input,
    views::parts::{SelectField, TextAreaField, TextField},
};

/// Every control: short ones side by side, long ones across.
pub fn all(form: Form) -> AnyView {
    let places = form.places.get_value();
    let controls: Vec<AnyView> = places.into_iter().map(|place| control(form, place)).collect();
    view! { <div class="form-grid">{controls}</div> }.into_any()
}

fn control(form: Form, place: Place) -> AnyView {
    let (id, problem) = (id_of(place.field), form.problem(place.field));
    let Place { label, value, options, .. } = place.clone();
    let line = |kind: &'static str, keys: &'static str| {
        let (id, label) = (id.clone(), label.clone());
        view! { <TextField id label value problem kind input_mode=keys/> }.into_any()
    };
    match place.blank.input {
        Input::Hidden => ().into_any(),
        Input::Line => line("text", "text"),
        Input::Link => line("url", "url"),
        Input::Money => line("text", "decimal"),
        Input::Count(_) => line("text", "numeric"),
        Input::Day | Input::PastDay => line("date", "none"),
        Input::Minute => line("datetime-local", "none"),
        Input::Level | Input::Choice(_) => {
            view! { <SelectField id label value options problem/> }.into_any()
        }
        Input::Text => view! { <TextAreaField id label value problem rows=2/> }.into_any(),
        Input::Items => view! { <TextAreaField id label value problem rows=4/> }.into_any(),
        Input::Flag => flag(label, value),
        Input::Choices(_) | Input::Products => checks::checks(label, value, options),
        Input::Steps => lines::rows(id, label, value, problem, lines::Columns::Steps),
        Input::Lines => lines::rows(id, label, value, problem, lines::Columns::Products(options)),
        Input::Verdicts => verdicts::verdicts(value),
    }
}

fn flag(label: String, value: RwSignal<String>) -> AnyView {
    view! {
        <label class="check-row">
            <input
                class="check"
                type="checkbox"
                prop:checked=move || value.with(|value| !value.is_empty())
                on:change=move |event| {
                    let text = if event_target_checked(&event) { "yes" } else { "" };
                    value.set(text.to_owned());
                }
            />
            <span>{label}</span>
        </label>
    }
    .into_any()
}
