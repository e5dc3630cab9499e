//! Says that what was typed at an earlier time is back, and takes it away again.

use leptos::prelude::*;

use super::{fields::Texts, keeping::Keep};
use crate::views::ui::use_words;

/// The note; nothing where no draft was waiting.
#[component]
pub fn KeptNote(
    /// The draft.
    keep: StoredValue<Keep>,
    /// Fills the form as it was before anything was typed.
    fill: Callback<Texts>,
) -> impl IntoView {
    let t = use_words();
    let is_kept = RwSignal::new(keep.with_value(|keep| keep.kept().is_some()));
    let start_over = move |_| {
        fill.run(keep.with_value(|keep| keep.initial().to_vec()));
        is_kept.set(false);
    };
    move || {
        is_kept.get().then(|| {
            view! {
                <p class="note" role="status">
                    <span>{t.form_kept()}</span>
                    <button
                        type="button"
                        class="button link small"
                        data-testid="start-over"
                        on:click=start_over
                    >
                        {t.form_start_over()}
                    </button>
                </p>
            }
        })
    }
}
