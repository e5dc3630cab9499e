//! The keys as tables, and the switch for single ones.

use leptos::prelude::*;

use crate::{
    platform::preferences,
    views::{
        ui::{use_ui, use_words},
        wording::Language,
    },
};

/// A combination and what it does. Words between keys are [`then`](Language::help_then) and
/// [`or`](Language::help_or).
type Row = (Vec<&'static str>, &'static str);

/// The keys.
#[component]
pub fn Keys() -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let switch = move |event| {
        let is_on = event_target_checked(&event);
        ui.single_keys.set(is_on);
        preferences::set(preferences::SINGLE_KEYS, if is_on { "on" } else { "off" });
    };
    view! {
        <section class="help-part" aria-labelledby="help-keys">
            <h3 id="help-keys">{t.help_keys()}</h3>
            <p class="lead">{t.help_keys_mac()}</p>
            {table(t, t.help_anywhere(), anywhere(t))}
            {table(t, t.help_board(), board(t))}
            {table(t, t.today_keys(), today(t))}
            {table(t, t.help_forms(), forms(t))}
            <label class="check-row">
                <input
                    class="check"
                    type="checkbox"
                    data-testid="single-keys"
                    prop:checked=ui.single_keys
                    on:change=switch
                />
                <span>
                    {t.help_single_keys()}
                    <small class="check-hint">{t.help_single_keys_hint()}</small>
                </span>
            </label>
        </section>
    }
}

fn table(t: Language, caption: &'static str, rows: Vec<Row>) -> AnyView {
    let key = move |part: &'static str| {
        if part == t.help_then() || part == t.help_or() {
            view! { <span class="key-word">{part}</span> }.into_any()
        } else {
            view! { <kbd class="key">{part}</kbd> }.into_any()
        }
    };
    let rows = rows.into_iter().map(|(keys, does)| {
        view! {
            <tr>
                <th scope="row">{keys.into_iter().map(key).collect_view()}</th>
                <td>{does}</td>
            </tr>
        }
    });
    view! {
        <table class="key-table">
            <caption>{caption}</caption>
            <thead class="visually-hidden">
                <tr><th scope="col">{t.help_key()}</th><th scope="col">{t.help_does()}</th></tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn anywhere(t: Language) -> Vec<Row> {
    let (ctrl, shift, then, or) = (t.help_ctrl(), t.help_shift(), t.help_then(), t.help_or());
    vec![
        (vec![ctrl, "K"], t.help_palette()),
        (vec!["/"], t.help_search()),
        (vec!["N"], t.help_new()),
        (vec!["C"], t.help_log()),
        (vec!["I"], t.palette_new_idea()),
        (vec!["E"], t.help_edit()),
        (vec!["G", then, "T", or, "H"], t.today_key()),
        (vec!["G", then, "B"], t.help_go_board()),
        (vec!["G", then, "K", or, "C"], t.help_go_customers()),
        (vec!["G", then, "I"], t.help_go_ideas()),
        (vec!["G", then, "D"], t.help_go_data()),
        (vec![ctrl, "Z"], t.help_undo()),
        (vec![ctrl, shift, "Z", or, ctrl, "Y"], t.help_redo()),
        (vec!["?"], t.help_help()),
    ]
}

fn board(t: Language) -> Vec<Row> {
    vec![
        (vec!["←", "↑", "↓", "→"], t.help_arrows()),
        (vec![t.help_enter()], t.help_open()),
        (vec![t.help_space()], t.help_lift()),
        (vec!["M"], t.help_menu()),
    ]
}

fn today(t: Language) -> Vec<Row> {
    vec![
        (vec!["↑", "↓"], t.today_key_arrows()),
        (vec![t.help_enter()], t.today_key_open()),
        (vec![t.help_space()], t.today_key_do()),
        (vec!["S"], t.today_key_snooze()),
        (vec!["X"], t.today_key_dismiss()),
        (vec!["M"], t.today_key_menu()),
    ]
}

fn forms(t: Language) -> Vec<Row> {
    vec![(vec![t.help_ctrl(), t.help_enter()], t.help_submit()), (vec!["Esc"], t.help_escape())]
}
