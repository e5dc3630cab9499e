//! The lines of the palette as a list box, group by group.

use leptos::prelude::*;

use super::{
    answer::{End, Line, Section, Sign},
    matching::Piece,
};
use crate::views::{
    parts::{Icon, MoodDisc},
    ui::use_words,
};

/// The id of the line at a place.
pub fn id_of(place: usize) -> String {
    format!("palette-option-{place}")
}

/// Every line.
#[component]
pub fn Lines(
    /// What to show.
    answer: Memo<Vec<Section>>,
    /// The place of the line that Enter runs.
    chosen: RwSignal<usize>,
    /// Runs the line at a place.
    run: Callback<usize>,
) -> impl IntoView {
    let t = use_words();
    let sections = move || {
        answer.with(|sections| {
            sections.iter().map(|section| group(section, chosen, run)).collect_view()
        })
    };
    view! {
        <div role="listbox" id="palette-list" class="palette-list" aria-label=t.palette_results()>
            {sections}
        </div>
    }
}

fn group(section: &Section, chosen: RwSignal<usize>, run: Callback<usize>) -> AnyView {
    let lines = (section.first..).zip(&section.lines);
    let lines: Vec<_> = lines.map(|(place, line)| option(place, line, chosen, run)).collect();
    view! {
        <div role="group" aria-label=section.title>
            <p class="group-title" aria-hidden="true">{section.title}</p>
            {lines}
        </div>
    }
    .into_any()
}

fn option(place: usize, line: &Line, chosen: RwSignal<usize>, run: Callback<usize>) -> AnyView {
    let sign = match line.sign {
        Sign::Mood(mood) => view! { <MoodDisc mood/> }.into_any(),
        Sign::Icon(name) => view! { <Icon name/> }.into_any(),
    };
    let end = match &line.end {
        End::Words(words) => {
            (!words.is_empty()).then(|| view! { <small>{words.clone()}</small> }.into_any())
        }
        End::Key(key) => Some(view! { <small><kbd class="key">{*key}</kbd></small> }.into_any()),
    };
    let person = (!line.person.is_empty())
        .then(|| view! { <span class="found-person">" · " {marked(&line.person)}</span> });
    // Not by merely appearing under the pointer: only a pointer that moves chooses.
    let hover = move |_| {
        if chosen.get_untracked() != place {
            chosen.set(place);
        }
    };
    view! {
        <div
            role="option"
            id=id_of(place)
            data-testid="palette-option"
            aria-selected=move || (chosen.get() == place).to_string()
            on:pointermove=hover
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| run.run(place)
        >
            {sign}
            <span class="option-label">{marked(&line.label)}{person}</span>
            {end}
        </div>
    }
    .into_any()
}

fn marked(pieces: &[Piece]) -> Vec<AnyView> {
    let piece = |piece: &Piece| {
        let text = piece.text.clone();
        if piece.is_marked { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
    };
    pieces.iter().map(piece).collect()
}
