//! Who took part, how long it took, the report of a visit, the session of advice. Folded while
//! nothing of it is filled in.

use leptos::prelude::*;

use super::{Form, id_of};
use crate::{
    domain::{Blank, Deal, Extra, Field, Input, Slot},
    state::use_state,
    views::{
        parts::{Icon, SelectField, TextAreaField, TextField},
        ui::use_words,
    },
};

/// The three folds.
#[component]
pub fn ExtraFields(
    /// The form of the contact.
    form: Form,
) -> impl IntoView {
    let t = use_words();
    let is_visit = |slot| {
        matches!(
            slot,
            Slot::SiteFacts | Slot::Access | Slot::Delivery | Slot::Assembly | Slot::OpenPoints
        )
    };
    let is_advice = |slot| matches!(slot, Slot::Problem | Slot::Advice | Slot::Result);
    view! {
        {fold(form, t.record_extra(), "extra", |slot| !is_visit(slot) && !is_advice(slot))}
        {fold(form, t.record_report_visit(), "visit-report", is_visit)}
        {fold(form, t.record_report_advice(), "advice", is_advice)}
    }
}

fn fold(
    form: Form,
    title: &'static str,
    handle: &'static str,
    takes: impl Fn(Slot) -> bool,
) -> AnyView {
    let all = Extra::BLANKS.iter().zip(form.fields.extra).filter(|(blank, _)| takes(blank.slot));
    let all: Vec<(&Blank, RwSignal<String>)> = all.collect();
    let is_open = all.iter().any(|(_, text)| text.with_untracked(|text| !text.is_empty()));
    let controls: Vec<AnyView> =
        all.into_iter().map(|(blank, text)| control(form, blank, text)).collect();
    view! {
        <details class="fold" open=is_open data-testid=handle>
            <summary>
                <Icon name="right"/>
                {title}
            </summary>
            <div class="form-grid">{controls}</div>
        </details>
    }
    .into_any()
}

fn control(form: Form, blank: &Blank, value: RwSignal<String>) -> AnyView {
    let t = use_words();
    let field = Field::Slot(blank.slot);
    let (id, label, problem) = (id_of(field), t.slot(blank.slot), form.problem(field));
    let open = (String::new(), t.form_no_choice().to_owned());
    let keyed = |options: Vec<(String, String)>| {
        let options = std::iter::once(open.clone()).chain(options).collect();
        view! { <SelectField id=id.clone() label value options problem/> }.into_any()
    };
    match blank.input {
        Input::Text => view! { <TextAreaField id label value problem rows=2/> }.into_any(),
        Input::Choice(keys) => {
            let word = |key: &&str| ((*key).to_owned(), t.choice(key).to_owned());
            keyed(keys.iter().map(word).collect())
        }
        Input::Hidden => {
            let deals = use_state().peek(|ws| {
                let customer = ws.customer(form.customer)?;
                let deals = customer.each::<Deal>();
                Some(deals.map(|(id, deal)| (id.to_string(), deal.title.clone())).collect())
            });
            keyed(deals.unwrap_or_default())
        }
        Input::Count(_) => {
            view! { <TextField id label value problem input_mode="numeric"/> }.into_any()
        }
        _ => view! { <TextField id label value problem/> }.into_any(),
    }
}
