//! A modal dialog: the browser's own, so that focus stays inside, Escape closes and the page behind
//! is out of reach.

use leptos::{ev, html, prelude::*, web_sys};
use wasm_bindgen::JsCast;

use super::Icon;
use crate::{
    platform::{
        dialogs,
        measure::{self, Point},
    },
    views::ui::use_ui,
};

/// A dialog that is open as long as it is part of the page. The focus goes back to where it was.
#[component]
pub fn DialogFrame(
    /// What is called when the person closes it by Escape or by a click beside it.
    on_close: Callback<()>,
    /// The id of the heading that names it.
    labelled_by: &'static str,
    /// Its classes.
    #[prop(default = "dialog")]
    class: &'static str,
    /// A stable handle for scripts.
    #[prop(default = "dialog")]
    test_id: &'static str,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let opener = StoredValue::new_local(measure::focused());
    let shown = StoredValue::new_local(None::<web_sys::HtmlDialogElement>);
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            dialogs::show_modal(&dialog);
            shown.set_value(Some(dialog));
        }
    });
    on_cleanup(move || {
        // While it is open, everything behind it refuses the focus.
        if let Some(Some(dialog)) = shown.try_get_value() {
            dialogs::close(&dialog);
        }
        if let Some(Some(opener)) = opener.try_get_value() {
            measure::focus(&opener);
        }
    });
    // Some browsers close without asking first.
    let closed = move |_: ev::Event| {
        // Where one dialog follows another, the word that the first one closed comes late: the
        // element is kept and shows the second one by then.
        if dialog.get_untracked().is_some_and(|dialog| dialog.is_connected() && !dialog.open()) {
            on_close.run(());
        }
    };
    let close_beside = move |event: ev::PointerEvent| {
        let Some(dialog) = dialog.get_untracked() else { return };
        let place = Point { x: event.client_x().into(), y: event.client_y().into() };
        let veil: &web_sys::EventTarget = dialog.unchecked_ref();
        let on_veil = event.target().as_ref() == Some(veil);
        if on_veil && !measure::rect(&dialog).contains(place) {
            on_close.run(());
        }
    };
    view! {
        <dialog
            node_ref=dialog
            class=class
            data-testid=test_id
            aria-labelledby=labelled_by
            on:pointerdown=close_beside
            on:close=closed
            on:cancel=move |event: ev::Event| {
                event.prevent_default();
                on_close.run(());
            }
        >
            <Warning/>
            {children()}
        </dialog>
    }
}

/// A sentence to read. The place for it at the foot of the page is out of reach while a dialog is
/// open, and here it stays as long as the dialog.
#[component]
fn Warning() -> impl IntoView {
    let ui = use_ui();
    on_cleanup(move || {
        ui.warning.try_set(None);
    });
    move || {
        ui.warning.get().map(|words| {
            view! {
                <p class="banner dialog-warning" role="alert" data-testid="dialog-warning">
                    <Icon name="alert"/>
                    <span>{words}</span>
                </p>
            }
        })
    }
}
