//! A banner that stays while what is typed is not kept.

use leptos::prelude::*;

use crate::{
    route::Route,
    state::{SaveState, use_state},
    views::{
        parts::{Icon, part},
        ui::{Keeping, Stock, use_ui, use_words},
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
    let reminder = move || {
        let has_nothing_worse = words().is_none() && ui.stock.get() == Stock::Own;
        let is_due = has_nothing_worse && state.backup_due.get() && ui.route.get() != Route::Data;
        is_due.then(|| {
            view! {
                <div class="banner" role="status" data-testid="backup-banner">
                    <Icon name="download"/>
                    <span><strong>{t.banner_backup_title()}</strong> " " {t.banner_backup_text()}</span>
                    <a class="button" href="#/data">{t.banner_save_file()}</a>
                    <button
                        type="button"
                        class="button quiet"
                        data-testid="backup-later"
                        on:click=move |_| state.put_backup_off()
                    >
                        {t.banner_later()}
                    </button>
                </div>
            }
        })
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
        (banner, reminder()).into_any()
    })
}
