//! A block beside the history with a word at its head and a button for one more.

use leptos::prelude::*;

use crate::{
    domain::{CustomerId, Facts, MatterKind},
    views::{
        parts::Icon,
        ui::{Dialog, Subject, use_ui, use_words},
        wording::Language,
    },
};

/// What opens a form.
#[derive(Clone, Copy)]
pub struct Opens {
    subject: Subject,
    label: &'static str,
}

impl Opens {
    /// The form of a new matter.
    pub fn new_matter(id: CustomerId, kind: MatterKind, t: Language) -> Self {
        Self { subject: Subject::Matter(id, kind, None), label: t.matter_kind(kind) }
    }

    /// The form of a subject.
    pub fn of(subject: Subject, label: &'static str) -> Self {
        Self { subject, label }
    }
}

/// The block.
pub fn section(
    title: &'static str,
    aside: String,
    add: Option<Opens>,
    content: AnyView,
) -> AnyView {
    let (ui, t) = (use_ui(), use_words());
    let add = add.map(|opens| {
        let label = if opens.subject.is_kept() {
            t.record_edit(opens.label)
        } else {
            t.record_new(opens.label)
        };
        let icon = if opens.subject.is_kept() { "edit" } else { "plus" };
        view! {
            <button
                class="icon-button small"
                aria-label=label.clone()
                title=label
                on:click=move |_| ui.open(Dialog::Sheet(opens.subject, Facts::default()))
            >
                <Icon name=icon/>
            </button>
        }
    });
    view! {
        <section class="block">
            <header>
                <h3>{title}</h3>
                <small class="aside">{aside}</small>
                {add}
            </header>
            {content}
        </section>
    }
    .into_any()
}
