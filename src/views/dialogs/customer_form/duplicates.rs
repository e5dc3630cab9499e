//! A quiet hint that a new customer may be there already.

use leptos::prelude::*;

use super::form::Form;
use crate::{
    domain::{Address, CustomerId, Details, Lookup, clean_line},
    route::Route,
    state::use_state,
    views::ui::{use_ui, use_words},
};

/// The customer this may be, as a link; what was typed is kept.
#[component]
pub fn Duplicates(
    /// The form.
    form: Form,
) -> impl IntoView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let lookup = StoredValue::new(None::<Lookup>);
    let found = Memo::new(move |_| {
        let details = typed(form)?;
        if lookup.with_value(Option::is_none) {
            lookup.set_value(Some(state.peek(Lookup::of)));
        }
        lookup.with_value(|lookup| lookup.as_ref().and_then(|lookup| lookup.find(&details)))
    });
    let name = move |id: CustomerId| {
        state.with(|ws| ws.customer(id).map(|customer| customer.details.name.clone()))
    };
    move || {
        let id = found.get()?;
        let name = name(id)?;
        Some(view! {
            <p class="note" role="status" data-testid="duplicate">
                <span>
                    {t.form_duplicate()} " "
                    <a href=Route::Customer(id).to_string() on:click=move |_| ui.close()>
                        {name}
                    </a>
                </span>
            </p>
        })
    }
}

/// What a new customer can be recognised by so far.
fn typed(form: Form) -> Option<Details> {
    if form.existing.is_some() {
        return None;
    }
    let text = |field: RwSignal<String>| field.with(|text| clean_line(text));
    let fields = form.fields;
    let details = Details {
        name: text(fields.name),
        email: text(fields.email),
        phone: text(fields.phone),
        address: Address { city: text(fields.city), ..Address::default() },
        ..Details::default()
    };
    let says_something =
        !details.name.is_empty() || !details.email.is_empty() || !details.phone.is_empty();
    says_something.then_some(details)
}
