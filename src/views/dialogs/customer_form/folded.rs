//! A block that opens and closes, and says whether it holds anything.

use leptos::{html, prelude::*};

use super::{block::Block, form::Form};
use crate::views::{parts::Icon, ui::use_words};

/// A block that is folded away until it is wanted.
#[component]
pub fn Folded(
    /// The form.
    form: Form,
    /// Which block.
    block: Block,
    /// Its heading.
    title: &'static str,
    /// Its fields.
    children: Children,
) -> impl IntoView {
    let t = use_words();
    let details = NodeRef::<html::Details>::new();
    let is_open = form.folds.signal(block);
    let toggled = move |_| {
        if let Some(details) = details.get_untracked() {
            is_open.set(details.open());
        }
    };
    let filled = Memo::new(move |_| form.fields.is_filled(block));
    view! {
        <details
            class="fold"
            node_ref=details
            data-testid=block.key()
            prop:open=move || is_open.get()
            on:toggle=toggled
        >
            <summary>
                <Icon name="right"/>
                {title}
                {move || filled.get().then(|| view! { <small>{t.form_filled()}</small> })}
            </summary>
            {children()}
        </details>
    }
}
