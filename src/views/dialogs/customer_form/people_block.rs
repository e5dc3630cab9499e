//! The customer's people: rows that come and go.

use leptos::prelude::*;

use super::{
    fields::{PERSON_TEXTS, PersonFields, person_id},
    form::Form,
};
use crate::{
    domain::{Field, Salutation},
    platform::{listener::next_frame, measure},
    views::{
        parts::{Icon, SelectField, TextField},
        ui::use_words,
    },
};

/// The rows, and a button for one more.
#[component]
pub fn PeopleBlock(
    /// The form.
    form: Form,
) -> impl IntoView {
    let t = use_words();
    let people = form.fields.people;
    let add = move |_| {
        let row = form.fields.next_row();
        people.update(|people| people.push(PersonFields::new(row, [""; PERSON_TEXTS])));
        next_frame(move || {
            measure::focus_id(&person_id(row, "name"));
        })
        .detach();
    };
    let problem = form.problem(Field::People);
    view! {
        <div class="person-rows">
            <For each=move || people.get() key=|person| person.row let:person>
                <PersonRow form person/>
            </For>
        </div>
        {move || {
            problem.get().map(|text| view! { <p class="field"><span class="problem">{text}</span></p> })
        }}
        <button
            type="button"
            class="button small"
            id=form.fields.id_of(Field::People)
            data-testid="add-person"
            on:click=add
        >
            <Icon name="plus"/>
            {t.form_add_person()}
        </button>
    }
}

#[component]
fn PersonRow(form: Form, person: PersonFields) -> impl IntoView {
    let t = use_words();
    let people = form.fields.people;
    let index = Memo::new(move |_| {
        people.with(|people| people.iter().position(|other| other.row == person.row).unwrap_or(0))
    });
    let problem = move |field: fn(usize) -> Field| {
        Signal::derive(move || {
            let field = field(index.get());
            form.problems.with(|all| {
                all.iter().find(|problem| problem.field == field).map(|p| t.problem(*p))
            })
        })
    };
    let line = move |part, field: fn(usize) -> Field, value, kind| {
        let (id, label) = (person_id(person.row, part), t.field(field(0)));
        view! { <TextField id label value problem=problem(field) kind input_mode=kind/> }
    };
    let salutations = vec![
        (String::new(), t.form_no_choice().to_owned()),
        (Salutation::Du.key().to_owned(), t.record_du().to_owned()),
        (Salutation::Sie.key().to_owned(), t.record_sie().to_owned()),
    ];
    let legend = move || t.form_person(&(index.get() + 1).to_string());
    let remove_label = move || {
        let name = person.name.get();
        t.form_remove_person(if name.trim().is_empty() { t.form_this_person() } else { &name })
    };
    let remove = move |_| {
        people.update(|people| people.retain(|other| other.row != person.row));
        measure::focus_id(&form.fields.id_of(Field::People));
    };
    view! {
        <fieldset class="person-row" data-testid="person">
            <legend>{legend}</legend>
            <div class="form-grid">
                {line("name", Field::PersonName, person.name, "text")}
                {line("role", Field::PersonRole, person.role, "text")}
                {line("email", Field::PersonEmail, person.email, "email")}
                {line("phone", Field::PersonPhone, person.phone, "tel")}
                <SelectField
                    id=person_id(person.row, "salutation")
                    label=t.record_salutation()
                    value=person.salutation
                    options=salutations
                />
                {line("birthday", Field::PersonBirthday, person.birthday, "date")}
                {line("knows", Field::PersonKnows, person.knows, "text")}
                {line("facts", Field::PersonFacts, person.facts, "text")}
                <label class="check-row">
                    <input
                        class="check"
                        type="checkbox"
                        prop:checked=move || person.executive.with(|text| !text.is_empty())
                        on:change=move |event| {
                            let text = if event_target_checked(&event) { "yes" } else { "" };
                            person.executive.set(text.to_owned());
                        }
                    />
                    <span>{t.record_executive()}</span>
                </label>
            </div>
            <button
                type="button"
                class="icon-button small"
                aria-label=remove_label
                data-testid="remove-person"
                on:click=remove
            >
                <Icon name="close"/>
            </button>
        </fieldset>
    }
}
