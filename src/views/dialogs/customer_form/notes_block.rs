//! Tags and notes.

use leptos::prelude::*;

use super::form::Form;
use crate::{domain::Field, views::ui::use_words};

/// The fields.
#[component]
pub fn NotesBlock(
    /// The form.
    form: Form,
) -> impl IntoView {
    let (fields, t) = (form.fields, use_words());
    view! {
        <div class="form-grid">
            {form.hinted(Field::Tags, fields.tags, "text", t.form_tags_hint())}
            {form.area(Field::Notes, fields.notes, 4)}
        </div>
    }
}
