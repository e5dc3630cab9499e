//! A short stroke wherever a view or an intensity is named: solid, dashed or dotted.

use leptos::prelude::*;

use crate::domain::{Intensity, View};

/// The stroke of a view.
#[component]
pub fn ViewStroke(
    /// The view: solid is a bond, dashed each purchase alone, dotted not asked.
    view: View,
    /// `ours` or `theirs`, where it matters.
    #[prop(optional)]
    voice: Option<&'static str>,
    /// The weight.
    #[prop(optional)]
    intensity: Option<Intensity>,
) -> impl IntoView {
    view! {
        <svg
            class="view-stroke"
            data-view=view.key()
            data-voice=voice
            data-intensity=intensity.map(Intensity::key)
            viewBox="0 0 24 8"
            aria-hidden="true"
        >
            <path d="M0 4h24"></path>
        </svg>
    }
}
