//! What the signs mean and which keys there are.

mod keys;
mod signs;

use leptos::prelude::*;

use self::{keys::Keys, signs::Signs};
use crate::views::{
    parts::{DialogFrame, Icon},
    ui::{use_ui, use_words},
};

/// The help.
#[component]
pub fn Help() -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    view! {
        <DialogFrame
            on_close=Callback::new(move |()| ui.close())
            labelled_by="help-title"
            class="dialog help-dialog"
            test_id="help"
        >
            <header class="dialog-head">
                <h2 id="help-title">{t.help_title()}</h2>
                <button class="icon-button" aria-label=t.help_close() on:click=move |_| ui.close()>
                    <Icon name="close"/>
                </button>
            </header>
            <Signs/>
            <Keys/>
        </DialogFrame>
    }
}
