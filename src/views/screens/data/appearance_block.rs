//! How the app appears on this device: language, colours, keys.

use leptos::prelude::*;

use super::block::Block;
use crate::{
    platform::preferences,
    views::{
        ui::{Theme, use_ui, use_words},
        wording::Language,
    },
};

/// Language, theme and single keys; they belong to the device, not to the workspace.
#[component]
pub fn AppearanceBlock() -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    view! {
        <Block id="data-appearance" title=t.data_appearance_title() hint=t.data_appearance_hint()>
            <div class="choices">
                <LanguageChoice/>
                <ThemeChoice/>
            </div>
            <label class="check-row">
                <input
                    class="check"
                    type="checkbox"
                    data-testid="single-keys"
                    prop:checked=ui.single_keys
                    on:change=move |event| {
                        let on = event_target_checked(&event);
                        preferences::set(preferences::SINGLE_KEYS, if on { "on" } else { "off" });
                        ui.single_keys.set(on);
                    }
                />
                <span>
                    {t.data_appearance_keys()}
                    <small>{t.data_appearance_keys_hint()}</small>
                </span>
            </label>
        </Block>
    }
}

#[component]
fn LanguageChoice() -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let choice = move |language: Language| {
        view! {
            <label lang=language.tag()>
                <input
                    type="radio"
                    name="language"
                    value=language.tag()
                    checked=language == t
                    on:change=move |_| ui.speak(language)
                />
                {language.name()}
            </label>
        }
    };
    view! {
        <fieldset class="choice" data-testid="language">
            <legend>{t.data_appearance_language()}</legend>
            <div class="segmented">{Language::ALL.map(choice).collect_view()}</div>
        </fieldset>
    }
}

#[component]
fn ThemeChoice() -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let choice = move |theme: Theme| {
        let word = match theme {
            Theme::System => t.data_appearance_system(),
            Theme::Light => t.data_appearance_light(),
            Theme::Dark => t.data_appearance_dark(),
        };
        view! {
            <label>
                <input
                    type="radio"
                    name="theme"
                    value=theme.key()
                    prop:checked=move || ui.theme.get() == theme
                    on:change=move |_| ui.dress(theme)
                />
                {word}
            </label>
        }
    };
    view! {
        <fieldset class="choice" data-testid="theme">
            <legend>{t.data_appearance_theme()}</legend>
            <div class="segmented">{Theme::ALL.map(choice).collect_view()}</div>
        </fieldset>
    }
}
