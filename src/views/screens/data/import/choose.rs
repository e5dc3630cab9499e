//! Choosing a list: by the file dialog, by dropping, by pasting.

use leptos::{ev, prelude::*};

use super::session::Session;
use crate::{
    platform::{files, paste},
    views::{parts::Icon, ui::use_words},
};

/// The place to bring a file to.
#[component]
pub fn Choose(
    /// The import.
    session: Session,
) -> impl IntoView {
    let t = use_words();
    let is_over = RwSignal::new(false);
    let pasting =
        StoredValue::new_local(Some(paste::on_paste(move |text| session.take_text(text))));
    on_cleanup(move || pasting.set_value(None));
    let over = move |event: ev::DragEvent| {
        if files::carries_files(&event) {
            event.prevent_default();
            is_over.set(true);
        }
    };
    let drop = move |event: ev::DragEvent| {
        is_over.set(false);
        if let Some(file) = files::dropped(&event).into_iter().next() {
            session.take_file(file);
        }
    };
    let choose = move |event: ev::Event| {
        if let Some(file) = files::chosen(&event).into_iter().next() {
            session.take_file(file);
        }
    };
    let words = move || if is_over.get() { t.import_drop_here() } else { t.import_or_drop() };
    view! {
        <div
            class="drop-zone"
            class:is-over=is_over
            on:dragover=over
            on:dragleave=move |_| is_over.set(false)
            on:drop=drop
        >
            <input
                id="import-file"
                class="visually-hidden"
                type="file"
                accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
                data-testid="import-file"
                on:change=choose
            />
            <label class="button primary" for="import-file">
                <Icon name="upload"/>
                {t.import_choose()}
            </label>
            <p class="hint">{words}</p>
        </div>
    }
}
