//! What the customer needs and wishes, the rhythm, and who recommended us.

use leptos::prelude::*;

use super::{first_block::options, form::Form, referrer::Referrer};
use crate::{
    domain::{Channel, ContactWish, Field},
    views::{parts::SelectField, ui::use_words},
};

/// The fields.
#[component]
pub fn WishesBlock(
    /// The form.
    form: Form,
) -> impl IntoView {
    let t = use_words();
    let fields = form.fields;
    let wishes = options(t, ContactWish::ALL, ContactWish::key, |wish| t.contact_wish(wish));
    let channels = options(t, Channel::ALL, Channel::key, |channel| t.channel(channel));
    view! {
        <div class="form-grid">
            {form.area(Field::Need, fields.need, 2)}
            <SelectField
                id="customer-wish"
                label=t.field_contact_wish()
                value=fields.contact_wish
                options=wishes
            />
            <SelectField
                id="customer-channel"
                label=t.field_preferred_channel()
                value=fields.preferred_channel
                options=channels
            />
            {form.hinted(Field::Cadence, fields.cadence, "numeric", t.form_cadence_hint())}
            <Referrer form/>
        </div>
    }
}
