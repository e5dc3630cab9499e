//! "2 versions": what two devices or tabs wrote at once, to choose from.

use leptos::{prelude::*, task::spawn_local};

use super::{File, entry_words};
use crate::{
    domain::CustomerId,
    state::{SaveState, Version, use_state},
    views::{parts::Icon, ui::use_words, wording::Language},
};

/// The fields with two values, if there are any.
#[component]
pub fn Versions(
    /// Whose.
    id: CustomerId,
    /// The file.
    file: File,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let found = RwSignal::new(Vec::<Version>::new());
    Effect::new(move |_| {
        file.track();
        if state.save_state().get() == SaveState::Saved {
            spawn_local(async move {
                let now = state.versions(id).await;
                if found.try_get_untracked().is_some_and(|before| before != now) {
                    found.try_set(now);
                }
            });
        }
    });
    move || {
        let lines: Vec<AnyView> =
            found.get().into_iter().filter_map(|version| line(t, id, version)).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <section class="block versions" data-testid="versions" aria-labelledby="versions-title">
                    <h2 id="versions-title">{t.versions_title(lines.len())}</h2>
                    <p class="hint">{t.versions_hint()}</p>
                    {lines}
                </section>
            }
        })
    }
}

fn line(t: Language, id: CustomerId, version: Version) -> Option<AnyView> {
    let state = use_state();
    let label = entry_words::label(t, &version.path)?;
    let words = |text: &str| match entry_words::text(t, &version.path, text) {
        empty if empty.is_empty() => t.versions_nothing().to_owned(),
        text => text,
    };
    let (shown, other) = (words(&version.shown), words(&version.other));
    let kept = version.clone();
    let keep = move |_| state.keep_shown(&kept);
    let choose = move |_| {
        // A customer that went in this instant needs no choice any more.
        let _ = state.choose_other(id, &version);
    };
    let view = view! {
        <div class="version" role="group" aria-label=label data-testid="version">
            <strong>{label}</strong>
            <button type="button" class="button" data-testid="keep-shown" on:click=keep>
                <Icon name="check"/>
                <span>{shown}</span>
                <small>{t.versions_shown()}</small>
            </button>
            <button type="button" class="button" data-testid="choose-other" on:click=choose>
                <span>{other}</span>
                <small>{t.versions_other()}</small>
            </button>
        </div>
    };
    Some(view.into_any())
}
