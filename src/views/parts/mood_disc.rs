//! A mood as a disc from empty to full. Colour is never alone: the filling says the same.

use leptos::prelude::*;

use crate::domain::Mood;

/// The disc of a mood. With a `label` it speaks for itself, without one a word stands beside it.
#[component]
pub fn MoodDisc(
    /// The mood.
    mood: Mood,
    /// What it is called for those who cannot see it.
    #[prop(optional, into)]
    label: Option<String>,
) -> impl IntoView {
    let filling = match mood {
        Mood::Angry => "",
        Mood::Cool => "M8 8V2a6 6 0 0 1 6 6Z",
        Mood::Neutral => "M8 2a6 6 0 0 1 0 12Z",
        Mood::Friendly => "M8 8V2a6 6 0 1 1-6 6Z",
        Mood::Warm => "M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2Z",
    };
    let hidden = label.is_none().then_some("true");
    let role = label.is_some().then_some("img");
    view! {
        <svg class="mood" data-mood=mood.key() viewBox="0 0 16 16" role=role aria-hidden=hidden aria-label=label>
            <circle cx="8" cy="8" r="6"></circle>
            <path d=filling></path>
        </svg>
    }
}
