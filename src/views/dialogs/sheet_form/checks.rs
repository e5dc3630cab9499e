//! Any of several choices, as keys separated by blanks.

use leptos::prelude::*;

/// The choices, each with a tick.
pub fn checks(label: String, value: RwSignal<String>, options: Vec<(String, String)>) -> AnyView {
    let options = options.into_iter().map(|(key, word)| {
        let of = key.clone();
        let is_chosen =
            move || value.with(|value| value.split_ascii_whitespace().any(|chosen| chosen == of));
        let turn = move |event: leptos::ev::Event| {
            let is_on = event_target_checked(&event);
            value.update(|value| *value = turned(value, &key, is_on));
        };
        view! {
            <label class="check-row">
                <input class="check" type="checkbox" prop:checked=is_chosen on:change=turn/>
                <span>{word}</span>
            </label>
        }
        .into_any()
    });
    let options: Vec<AnyView> = options.collect();
    (!options.is_empty())
        .then(|| {
            view! {
                <fieldset class="field is-wide">
                    <legend class="label">{label}</legend>
                    <div class="check-list">{options}</div>
                </fieldset>
            }
        })
        .into_any()
}

fn turned(value: &str, key: &str, is_on: bool) -> String {
    let others = value.split_ascii_whitespace().filter(|chosen| *chosen != key);
    others.chain(is_on.then_some(key)).collect::<Vec<_>>().join(" ")
}
