//! The command palette: a customer by name or a command by its words, from wherever one is.

mod act;
mod answer;
mod commands;
mod lines;
mod matching;

use leptos::{ev, prelude::*};

use self::{
    answer::{Question, Section},
    lines::Lines,
};
use crate::{
    platform::measure,
    state::use_state,
    views::{
        parts::{DialogFrame, Icon},
        ui::{Ui, use_ui, use_words},
    },
};

/// The palette.
#[component]
pub fn Palette() -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let typed = RwSignal::new(String::new());
    let chosen = RwSignal::new(0_usize);
    let answer = answer_to(typed, ui);
    let state = use_state();
    let run = Callback::new(move |place: usize| {
        if let Some(act) = answer.with_untracked(|answer| act_at(answer, place)) {
            act.run(state, ui);
        }
    });
    let close = Callback::new(move |()| ui.close());
    view! {
        <DialogFrame on_close=close labelled_by="palette-title" class="palette" test_id="palette">
            <h2 id="palette-title" class="visually-hidden">{t.palette_title()}</h2>
            <div class="palette-input">
                <Icon name="search"/>
                <Asking typed chosen answer run/>
                <kbd class="key wide-only">"Esc"</kbd>
                <button
                    class="icon-button phone-only"
                    aria-label=t.palette_close()
                    on:click=move |_| ui.close()
                >
                    <Icon name="close"/>
                </button>
            </div>
            <Lines answer chosen run/>
            <p class="palette-foot wide-only">
                <span>"↑ ↓ " {t.palette_foot_choose()}</span>
                <span>{t.palette_key_enter()} " " {t.palette_foot_run()}</span>
                <span>"Esc " {t.palette_foot_close()}</span>
            </p>
        </DialogFrame>
    }
}

/// The answer to what is typed. The commands are made once for as long as the palette is open.
fn answer_to(typed: RwSignal<String>, ui: Ui) -> Memo<Vec<Section>> {
    let (state, t) = (use_state(), ui.words());
    let commands = commands::commands(t, ui.stock.get_untracked());
    let grouping = ui.grouping();
    Memo::new(move |_| {
        let today = state.today();
        state.with(|workspace| {
            let question = Question { t, workspace, commands: &commands, grouping, today };
            typed.with(|typed| question.answer(typed))
        })
    })
}

fn act_at(answer: &[Section], place: usize) -> Option<act::Act> {
    let mut lines = answer.iter().flat_map(|section| &section.lines);
    lines.nth(place).map(|line| line.act.clone())
}

fn count(answer: &[Section]) -> usize {
    answer.iter().map(|section| section.lines.len()).sum()
}

/// The field in which one types; the keys that choose and run work from here.
#[component]
fn Asking(
    typed: RwSignal<String>,
    chosen: RwSignal<usize>,
    answer: Memo<Vec<Section>>,
    run: Callback<usize>,
) -> impl IntoView {
    let t = use_words();
    let steer = move |event: ev::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let (here, count) = (chosen.get_untracked(), answer.with_untracked(|a| count(a)));
        let last = count.saturating_sub(1);
        let to = match event.key().as_str() {
            "ArrowDown" if here >= last => 0,
            "ArrowDown" => here + 1,
            "ArrowUp" => here.checked_sub(1).unwrap_or(last),
            "Home" if !event.shift_key() => 0,
            "End" if !event.shift_key() => last,
            "Enter" => {
                event.prevent_default();
                return run.run(here);
            }
            _ => return,
        };
        event.prevent_default();
        chosen.set(to);
        if let Some(line) = measure::element_by_id(&lines::id_of(to)) {
            measure::reveal(&line);
        }
    };
    let listen = move |event: ev::Event| {
        typed.set(event_target_value(&event));
        chosen.set(0);
    };
    view! {
        <input
            id="palette-input"
            type="text"
            role="combobox"
            autofocus=true
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="go"
            aria-label=t.palette_label()
            aria-expanded="true"
            aria-autocomplete="list"
            aria-controls="palette-list"
            aria-activedescendant=move || lines::id_of(chosen.get())
            placeholder=t.palette_placeholder()
            on:input=listen
            on:keydown=steer
        />
    }
}
