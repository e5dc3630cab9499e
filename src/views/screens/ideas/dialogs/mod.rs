//! The forms about ideas, polls and groups.

mod arrange;
mod decide;
mod group_form;
mod idea_form;
mod merge;
mod poll_form;
mod tell;

use leptos::{ev, prelude::*};

use crate::views::{
    parts::DialogFrame,
    ui::{IdeaDialog, use_ui, use_words},
};

/// Whichever is asked for.
pub fn idea_dialog(which: IdeaDialog) -> AnyView {
    match which {
        IdeaDialog::New(seed) => idea_form::new(seed),
        IdeaDialog::Edit(id) => idea_form::edit(id),
        IdeaDialog::Decide(id) => decide::idea(id),
        IdeaDialog::Merge(id) => merge::merge(id),
        IdeaDialog::Tell(id) => tell::tell(id),
        IdeaDialog::Arrange => arrange::arrange(),
        IdeaDialog::Poll(id) => poll_form::poll_form(id),
        IdeaDialog::DecidePoll(id) => decide::poll(id),
        IdeaDialog::Group(id) => group_form::group_form(id),
    }
}

/// A form on top: saved by its button or by Ctrl+Enter, closed by Escape.
fn form(title: String, save: impl Fn() + Copy + Send + Sync + 'static, body: AnyView) -> AnyView {
    let (ui, t) = (use_ui(), use_words());
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            event.stop_propagation();
            save();
        }
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        save();
    };
    let frame = view! {
        <form class="customer-form" data-testid="idea-form" novalidate autocomplete="off" on:keydown=keys on:submit=submit>
            <div class="form-body">
                <h2 id="idea-dialog-title">{title}</h2>
                {body}
            </div>
            <p class="dialog-actions">
                <button type="button" class="button quiet" data-testid="discard" on:click=move |_| ui.close()>
                    {t.ideas_cancel()}
                </button>
                <button type="submit" class="button primary" data-testid="save-idea">{t.ideas_save()}</button>
            </p>
        </form>
    };
    dialog(frame.into_any())
}

/// What lies on top without being a form.
fn dialog(body: AnyView) -> AnyView {
    let ui = use_ui();
    view! {
        <DialogFrame
            on_close=Callback::new(move |()| ui.close())
            labelled_by="idea-dialog-title"
            class="dialog form-dialog"
            test_id="idea-dialog"
        >
            {body}
        </DialogFrame>
    }
    .into_any()
}

/// What is shown in place of something that is gone.
fn gone() -> AnyView {
    let (ui, t) = (use_ui(), use_words());
    dialog(
        view! {
            <div>
                <h2 id="idea-dialog-title">{t.ideas_gone()}</h2>
                <p class="dialog-actions">
                    <button class="button primary" on:click=move |_| ui.close()>{t.ideas_close()}</button>
                </p>
            </div>
        }
        .into_any(),
    )
}
