//! The profile of the relationship: type, mode, intensity, both views.

use leptos::prelude::*;

use super::{first_block::options, form::Form};
use crate::{
    domain::{ContactForm, Field, Intensity, Mode, RelationType, View},
    views::{
        parts::{CheckField, SelectField, TextField},
        ui::use_words,
    },
};

/// The fields.
#[component]
pub fn RelationBlock(
    /// The form.
    form: Form,
) -> impl IntoView {
    let t = use_words();
    let fields = form.fields;
    let types =
        options(t, RelationType::ALL, RelationType::key, |value| t.relation_type(Some(value)));
    let modes = options(t, Mode::ALL, Mode::key, |value| t.mode(Some(value)));
    let forms = options(t, ContactForm::ALL, ContactForm::key, |value| t.contact_form(value));
    view! {
        <div class="form-grid">
            <SelectField
                id="customer-type"
                label=t.form_type()
                value=fields.main_type
                options=types
            />
            <SelectField id="customer-mode" label=t.axis_mode() value=fields.mode options=modes/>
            <SelectField
                id="customer-contact-form"
                label=t.field_contact_form()
                value=fields.contact_form
                options=forms
            />
        </div>
        <FurtherTypes form/>
        <IntensityFields form/>
        <ViewFields form/>
    }
}

/// Types beside the main one, which is no choice here.
#[component]
fn FurtherTypes(form: Form) -> impl IntoView {
    let t = use_words();
    let main = form.fields.main_type;
    let checks = RelationType::ALL.iter().zip(form.fields.further_types).map(|(kind, value)| {
        let kind = *kind;
        let is_main = Memo::new(move |_| main.with(|main| main == kind.key()));
        view! {
            <div hidden=move || is_main.get()>
                <CheckField label=t.relation_type(Some(kind)) value/>
            </div>
        }
    });
    view! {
        <fieldset class="field">
            <legend class="label">{t.form_further()}</legend>
            <div class="check-list">{checks.collect_view()}</div>
        </fieldset>
    }
}

#[component]
fn IntensityFields(form: Form) -> impl IntoView {
    let t = use_words();
    let fields = form.fields;
    let values = options(t, Intensity::ALL, Intensity::key, |value| t.intensity(Some(value)));
    view! {
        <div class="form-grid">
            <SelectField
                id=fields.id_of(Field::Intensity)
                label=t.axis_intensity()
                value=fields.intensity
                options=values
                problem=form.problem(Field::Intensity)
                hint=t.form_intensity_hint()
            />
            <TextField id="customer-trust" label=t.field_trust() value=fields.trust/>
            <TextField
                id="customer-values"
                label=t.field_shared_values()
                value=fields.shared_values
            />
            <TextField id="customer-experience" label=t.field_experience() value=fields.experience/>
        </div>
    }
}

#[component]
fn ViewFields(form: Form) -> impl IntoView {
    let t = use_words();
    let fields = form.fields;
    let views = |unknown: &'static str| -> Vec<(String, String)> {
        let words = View::ALL.iter().map(|view| {
            let word = if *view == View::Unknown { unknown } else { t.view(*view) };
            (view.key().to_owned(), word.to_owned())
        });
        words.collect()
    };
    view! {
        <div class="form-grid">
            <SelectField
                id="customer-own-view"
                label=t.axis_own_view()
                value=fields.own_view
                options=views(t.form_no_choice())
            />
            <SelectField
                id="customer-their-view"
                label=t.axis_customer_view()
                value=fields.customer_view
                options=views(t.view_unknown())
                hint=t.form_customer_view_hint()
            />
            {form.area(Field::CustomerView, fields.view_evidence, 2)}
            {form.day(Field::AskedOn, fields.asked_on)}
        </div>
    }
}
