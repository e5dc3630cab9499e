//! A banner that stays while what is typed is not kept.

use leptos::prelude::*;

use crate::{
    state::{SaveState, use_state},
    views::{
        parts::{Icon, part},
        ui::{Keeping, use_ui, use_words},
    },
};

/// Says so, and how to keep it nevertheless.
#[component]
pub fn KeepingBanner() -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let words = move || match (ui.keeping.get(), state.save_state().get()) {
        (Keeping::OnlyHere(_), _) => Some((t.banner_only_here_title(), t.banner_only_here_text())),
        (Keeping::ReadOnly, _) => Some((t.banner_read_only_title(), t.banner_read_only_text())),
        (Keeping::Outdated, _) => Some((t.banner_outdated_title(), t.banner_outdated_text())),
        (Keeping::Kept, SaveState::Unsaved(_)) => {
            Some((t.banner_unsaved_title(), t.banner_unsaved_text()))
        }
        (Keeping::Kept, _) => None,
    };
    part(move || {
        let banner = words().map(|(title, text)| {
            view! {
                <div class="banner is-grave" role="alert" data-testid="keeping-banner">
                    <Icon name="alert"/>
                    <span><strong>{title}</strong> " " {text}</span>
                    <a class="button" href="#/data">{t.banner_save_file()}</a>
                </div>
            }
        });
        banner.into_any()
    })
}
