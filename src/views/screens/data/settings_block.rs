//! What holds for the whole workspace: the firm's name and the currency.

use leptos::prelude::*;

use super::block::Block;
use crate::{
    domain::{LINE_MAX, Settings, clean_line},
    state::{Done, use_state},
    views::{
        ui::{use_ui, use_words},
        wording::Language,
    },
};

/// Currencies to choose from: those with hundredths that people here deal in.
const CURRENCIES: [&str; 12] =
    ["EUR", "CHF", "USD", "GBP", "DKK", "SEK", "NOK", "PLN", "CZK", "HUF", "CAD", "AUD"];

/// The settings of the workspace; each is kept as soon as it was changed.
#[component]
pub fn SettingsBlock() -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let change = move |change: &dyn Fn(&mut Settings)| {
        let done = state.commit(Done::Settings, |workspace, _| {
            let mut settings = workspace.settings().as_ref().clone();
            change(&mut settings);
            workspace.put_settings(settings);
            Ok(())
        });
        if let Err(refusal) = done {
            ui.warn(t.refusal(refusal));
        }
    };
    let set_name = move |event| {
        let name: String = clean_line(&event_target_value(&event)).chars().take(LINE_MAX).collect();
        change(&|settings| settings.name.clone_from(&name));
    };
    let set_currency = move |event| {
        let currency = event_target_value(&event);
        change(&|settings| settings.currency.clone_from(&currency));
    };
    view! {
        <Block id="data-settings" title=t.data_settings_title() hint=t.data_settings_hint()>
            <form class="form-grid" data-testid="settings" on:submit=|event| event.prevent_default()>
                <div class="field">
                    <label for="firm-name">{t.data_settings_firm()}</label>
                    <input
                        id="firm-name"
                        type="text"
                        data-testid="firm-name"
                        autocomplete="organization"
                        maxlength=LINE_MAX.to_string()
                        prop:value=move || state.with(|workspace| workspace.settings().name.clone())
                        on:change=set_name
                    />
                </div>
                <div class="field">
                    <label for="currency">{t.data_settings_currency()}</label>
                    <select id="currency" data-testid="currency" on:change=set_currency>
                        {move || currencies(t, state.with(|w| w.settings().currency.clone()))}
                    </select>
                    <p class="hint">{t.data_settings_currency_hint()}</p>
                </div>
            </form>
        </Block>
    }
}

fn currencies(t: Language, chosen: String) -> impl IntoView {
    let known = CURRENCIES.into_iter().map(str::to_owned);
    let other = (!CURRENCIES.contains(&chosen.as_str())).then(|| chosen.clone());
    let option = move |code: String| {
        let word = [code.as_str(), " – ", currency_name(t, &code)].concat();
        let word = word.trim_end_matches(" – ").to_owned();
        view! { <option value=code.clone() selected=code == chosen>{word}</option> }
    };
    known.chain(other).map(option).collect_view()
}

fn currency_name(t: Language, code: &str) -> &'static str {
    match code {
        "EUR" => t.data_currency_eur(),
        "CHF" => t.data_currency_chf(),
        "USD" => t.data_currency_usd(),
        "GBP" => t.data_currency_gbp(),
        "DKK" => t.data_currency_dkk(),
        "SEK" => t.data_currency_sek(),
        "NOK" => t.data_currency_nok(),
        "PLN" => t.data_currency_pln(),
        "CZK" => t.data_currency_czk(),
        "HUF" => t.data_currency_huf(),
        "CAD" => t.data_currency_cad(),
        "AUD" => t.data_currency_aud(),
        _ => "",
    }
}
