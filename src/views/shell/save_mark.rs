//! *Saved*, in plain sight: quiet while it holds, loud when it does not.

use leptos::prelude::*;

use crate::{
    state::{SaveState, use_state},
    views::{
        parts::{Icon, words},
        ui::{Keeping, use_ui, use_words},
    },
};

/// Whether everything is saved.
#[component]
pub fn SaveMark() -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let save = state.save_state();
    let kept = move || ui.keeping.get() == Keeping::Kept;
    let key = move || if kept() { save.with(SaveState::key) } else { "unsaved" };
    let icon = Signal::derive(move || match key() {
        "saved" => "check",
        "saving" => "rhythm",
        _ => "alert",
    });
    let text = words(move || {
        match (kept(), save.get()) {
            (false, _) => t.shell_only_here(),
            (true, SaveState::Saved) => t.shell_saved(),
            (true, SaveState::Saving) => t.shell_saving(),
            (true, SaveState::Unsaved(_)) => t.shell_unsaved(),
        }
        .to_owned()
    });
    view! {
        <p class="save-state" data-testid="save-state" data-state=words(move || key().to_owned()) role="status" title=text>
            <Icon name=icon/>
            <span>{text}</span>
        </p>
    }
}
