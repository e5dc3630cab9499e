//! Sector, address and web.

use leptos::prelude::*;

use super::form::Form;
use crate::domain::Field;

/// The fields.
#[component]
pub fn AddressBlock(
    /// The form.
    form: Form,
) -> impl IntoView {
    let fields = form.fields;
    view! {
        <div class="form-grid">
            {form.line(Field::Sector, fields.sector, "text")}
            {form.line(Field::Street, fields.street, "text")}
            {form.line(Field::PostalCode, fields.postal_code, "text")}
            {form.line(Field::City, fields.city, "text")}
            {form.line(Field::Country, fields.country, "text")}
            {form.line(Field::Web, fields.web, "url")}
        </div>
    }
}
