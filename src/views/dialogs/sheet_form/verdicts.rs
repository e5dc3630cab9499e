//! The conditions for buying again and for the bond, six and six, each with an answer and a note.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::{domain::Condition, views::ui::use_words};

/// What is filled in, by condition.
type Filled = RwSignal<BTreeMap<&'static str, (String, String)>>;

/// Both lists.
pub fn verdicts(value: RwSignal<String>) -> AnyView {
    let t = use_words();
    let filled: Filled = RwSignal::new(read(&value.get_untracked()));
    let write = Callback::new(move |()| {
        let lines = filled.with_untracked(|filled| {
            let lines =
                filled.iter().map(|(key, (answer, note))| [key, "\t", answer, "\t", note].concat());
            lines.collect::<Vec<_>>()
        });
        value.set(lines.join("\n"));
    });
    let list = |title: &'static str, conditions: &'static [Condition]| {
        let rows: Vec<AnyView> =
            conditions.iter().map(|condition| row(*condition, filled, write)).collect();
        view! {
            <fieldset class="field is-wide verdicts">
                <legend class="label">{title}</legend>
                {rows}
            </fieldset>
        }
        .into_any()
    };
    view! {
        {list(t.record_rebuy(), Condition::rebuy())}
        {list(t.record_bond(), Condition::bond())}
    }
    .into_any()
}

fn row(condition: Condition, filled: Filled, write: Callback<()>) -> AnyView {
    let t = use_words();
    let (key, word) = (condition.key(), t.condition(condition));
    let (answer, note) =
        filled.with_untracked(|filled| filled.get(key).cloned().unwrap_or_default());
    let choose = move |event: leptos::ev::Event| {
        filled.update(|filled| filled.entry(key).or_default().0 = event_target_value(&event));
        write.run(());
    };
    let tell = move |event: leptos::ev::Event| {
        filled.update(|filled| filled.entry(key).or_default().1 = event_target_value(&event));
        write.run(());
    };
    let options = [("", t.record_open()), ("yes", t.choice("yes")), ("no", t.choice("no"))];
    let options: Vec<AnyView> = options
        .into_iter()
        .map(|(key, word)| {
            let is_chosen = answer == key;
            view! { <option value=key selected=is_chosen>{word}</option> }.into_any()
        })
        .collect();
    view! {
        <div class="sheet-row" data-condition=key>
            <span>{word}</span>
            <select aria-label=word on:change=choose>{options}</select>
            <input
                aria-label=[word, ": ", t.record_note()].concat()
                placeholder=t.record_note()
                prop:value=note
                on:input=tell
            />
        </div>
    }
    .into_any()
}

fn read(text: &str) -> BTreeMap<&'static str, (String, String)> {
    let line = |line: &str| {
        let mut parts = line.split('\t');
        let condition = Condition::from_key(parts.next()?)?;
        let mut part = || parts.next().unwrap_or_default().to_owned();
        Some((condition.key(), (part(), part())))
    };
    text.lines().filter_map(line).collect()
}
