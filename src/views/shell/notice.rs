//! What was just done, with the way back; and what could not be done, with the reason.

use leptos::prelude::*;

use crate::{
    platform::listener,
    state::{Done, use_state},
    views::{
        parts::part,
        ui::{Dialog, use_ui, use_words},
    },
};

/// How long a message stays, in milliseconds. Undo stays possible by key after that.
const STAY_MS: u32 = 8_000;

/// The messages at the foot of the page.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let fading = StoredValue::new_local(None);
    Effect::new(move |_| {
        // What a dialog says stays as long as the dialog.
        let is_said_here = ui.warning.with(Option::is_some) && ui.dialog.with(Option::is_none);
        if state.notice.with(Option::is_some) || is_said_here {
            fading.set_value(Some(listener::after(STAY_MS, move || {
                state.notice.set(None);
                if ui.dialog.with_untracked(Option::is_none) {
                    ui.warning.set(None);
                }
            })));
        }
    });
    let notice = part(move || {
        let toast = state.notice.get().map(|notice| {
            let words = state.peek(|workspace| t.done(&notice.done, workspace, ui.grouping()));
            let more = match notice.done {
                Done::Logged { customer, contact, .. } => Some((customer, contact)),
                _ => None,
            };
            let complete = more.map(|(customer, contact)| {
                let open = move |_| ui.open(Dialog::EditContact(customer, contact));
                view! { <button class="button" data-testid="complete-contact" on:click=open>{t.shell_complete()}</button> }
            });
            let back = if notice.can_undo {
                view! { <button class="button" data-testid="undo" on:click=move |_| { state.undo(); }>{t.shell_undo()}</button> }
                    .into_any()
            } else {
                view! { <button class="button" data-testid="redo" on:click=move |_| { state.redo(); }>{t.shell_redo()}</button> }
                    .into_any()
            };
            view! { <div class="toast" data-testid="toast"><span>{words}</span>{complete}{back}</div> }
        });
        toast.into_any()
    });
    let warning = part(move || {
        let toast = ui.warning.get().filter(|_| ui.dialog.with(Option::is_none)).map(|words| {
            view! {
                <div class="toast" data-testid="warning">
                    <span>{words}</span>
                    <button class="button" on:click=move |_| ui.warning.set(None)>{t.shell_understood()}</button>
                </div>
            }
        });
        toast.into_any()
    });
    view! { <div class="notices" role="status">{notice} {warning}</div> }
}
