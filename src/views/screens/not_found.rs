//! An address that leads nowhere (yet).

use leptos::prelude::*;

use crate::views::ui::use_words;

/// Says so kindly and shows the way to the board.
#[component]
pub fn NotFound() -> impl IntoView {
    let t = use_words();
    view! {
        <header class="page-head"><h1 class="title">{t.not_found_title()}</h1></header>
        <p>{t.not_found_text()}</p>
        <p><a class="button" href="#/board">{t.not_found_way()}</a></p>
    }
}
