//! What exactly could not be read, one line for each piece.

use leptos::prelude::*;

use crate::{
    state::{Damage, Place, Reason},
    views::{ui::use_words, wording::Language},
};

/// The list, folded.
#[component]
pub fn Details(
    /// The pieces.
    damage: Vec<Damage>,
) -> impl IntoView {
    let t = use_words();
    let lines = damage.into_iter().map(|piece| {
        let size = t.number(piece.bytes.len());
        view! {
            <li>
                <strong>{place(t, &piece.place)}</strong>
                " "
                {reason(t, &piece.reason)}
                " "
                <small>{t.rescue_bytes(&size)}</small>
            </li>
        }
    });
    view! {
        <details data-testid="rescue-details">
            <summary>{t.rescue_details()}</summary>
            <ul class="damage">{lines.collect_view()}</ul>
        </details>
    }
}

fn place(t: Language, place: &Place) -> String {
    match place {
        Place::Page(number) => t.rescue_page(&(usize::from(*number) + 1).to_string()),
        Place::Journal(key) => t.rescue_journal(key),
    }
}

fn reason(t: Language, reason: &Reason) -> String {
    match reason {
        Reason::Broken => t.rescue_broken().to_owned(),
        Reason::Newer(schema) => t.rescue_newer(&schema.to_string()),
        Reason::Unreadable(words) => t.rescue_unreadable(words),
    }
}
