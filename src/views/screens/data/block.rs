//! A titled block: what it is for on the left, what can be done on the right.

use leptos::prelude::*;

/// A block of the screen.
#[component]
pub fn Block(
    /// The id of its heading.
    id: &'static str,
    /// Its heading.
    title: &'static str,
    /// What it is for.
    hint: &'static str,
    /// What can be done.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="block data-block" aria-labelledby=id>
            <header>
                <h2 id=id>{title}</h2>
                <p>{hint}</p>
            </header>
            <div class="data-content">{children()}</div>
        </section>
    }
}
