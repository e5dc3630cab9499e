//! Every problem of a form, named once above it; a click leads to the field.

use leptos::{ev, prelude::*};

use crate::{
    domain::{Field, Problem},
    views::{parts::Icon, ui::use_words, wording::Language},
};

/// The list; nothing while there is no problem.
#[component]
pub fn ProblemList(
    /// Every problem.
    problems: Memo<Vec<Problem>>,
    /// The id of a field's control.
    id_of: Callback<Field, String>,
    /// Goes to a field.
    go: Callback<Field>,
) -> impl IntoView {
    let t = use_words();
    let link = move |field: Field| {
        let follow = move |event: ev::MouseEvent| {
            event.prevent_default();
            go.run(field);
        };
        view! {
            <a href=format!("#{}", id_of.run(field)) on:click=follow>
                {name(t, field)}
            </a>
        }
    };
    move || {
        let problems = problems.get();
        let last = problems.len().checked_sub(1)?;
        let sentence = t.form_problems(problems.len());
        let links = problems.into_iter().enumerate().map(|(index, problem)| {
            let after = if index == last { "." } else { ", " };
            view! { {link(problem.field)} {after} }
        });
        Some(view! {
            <p class="banner is-grave" role="alert" data-testid="problems">
                <Icon name="alert"/>
                <span>{sentence} " " {links.collect_view()}</span>
            </p>
        })
    }
}

/// The name of a field, with whose it is.
fn name(t: Language, field: Field) -> String {
    match field {
        Field::PersonName(index)
        | Field::PersonRole(index)
        | Field::PersonEmail(index)
        | Field::PersonPhone(index)
        | Field::PersonBirthday(index)
        | Field::PersonKnows(index)
        | Field::PersonFacts(index) => {
            format!("{} ({})", t.field(field), t.form_person(&(index + 1).to_string()))
        }
        plain => t.field(plain).to_owned(),
    }
}
