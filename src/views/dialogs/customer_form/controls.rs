//! The controls of the form, each with its name, id and problem from the domain's field.

use leptos::prelude::*;

use super::form::Form;
use crate::{
    domain::Field,
    views::{
        parts::{DayField, TextAreaField, TextField},
        ui::use_words,
    },
};

impl Form {
    /// One line; `keys` says which keys a phone shows: `text`, `email`, `tel`, `url`, `decimal`.
    pub fn line(
        self,
        field: Field,
        value: RwSignal<String>,
        keys: &'static str,
    ) -> impl IntoView + use<> {
        let kind = match keys {
            "email" | "tel" | "url" => keys,
            _ => "text",
        };
        let (id, label) = (self.fields.id_of(field), use_words().field(field));
        view! { <TextField id label value problem=self.problem(field) kind input_mode=keys/> }
    }

    /// One line with a hint below.
    pub fn hinted(
        self,
        field: Field,
        value: RwSignal<String>,
        keys: &'static str,
        hint: &'static str,
    ) -> impl IntoView + use<> {
        let (id, label) = (self.fields.id_of(field), use_words().field(field));
        view! { <TextField id label value problem=self.problem(field) hint input_mode=keys/> }
    }

    /// A day.
    pub fn day(self, field: Field, value: RwSignal<String>) -> impl IntoView + use<> {
        let (id, label) = (self.fields.id_of(field), use_words().field(field));
        view! { <DayField id label value problem=self.problem(field)/> }
    }

    /// Several lines.
    pub fn area(self, field: Field, value: RwSignal<String>, rows: u32) -> impl IntoView + use<> {
        let (id, label) = (self.fields.id_of(field), use_words().field(field));
        view! { <TextAreaField id label value problem=self.problem(field) rows/> }
    }
}
