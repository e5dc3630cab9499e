//! How the page as a whole looks and in which language it speaks.

use wasm_bindgen::JsValue;

use super::{document, preferences, root, window};

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The stable word for preferences and styles.
    pub fn key(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.key() == key)
    }
}

/// The theme chosen on this device.
pub fn theme() -> Theme {
    preferences::get(preferences::THEME).and_then(|key| Theme::from_key(&key)).unwrap_or_default()
}

/// Shows the page in this theme and remembers the choice.
pub fn set_theme(theme: Theme) {
    let Some(root) = root() else { return };
    // Setting and removing a well-formed attribute cannot be refused.
    let _ = match theme {
        Theme::System => {
            preferences::remove(preferences::THEME);
            root.remove_attribute("data-theme")
        }
        Theme::Light | Theme::Dark => {
            preferences::set(preferences::THEME, theme.key());
            root.set_attribute("data-theme", theme.key())
        }
    };
}

/// The language chosen on this device, else the one the browser prefers: `de` or `en`.
pub fn language() -> &'static str {
    preferences::get(preferences::LANGUAGE)
        .and_then(|tag| known_language(&tag))
        .unwrap_or_else(preferred_language)
}

/// The first of the browser's languages that we speak; English if there is none.
pub fn preferred_language() -> &'static str {
    let Some(window) = window() else { return "en" };
    let languages = window.navigator().languages();
    let tags = languages.iter().filter_map(|tag| JsValue::as_string(&tag));
    tags.filter_map(|tag| known_language(&tag)).next().unwrap_or("en")
}

/// Tells the page its language (`de` or `en`) and remembers the choice.
pub fn set_language(language: &str) {
    let Some(language) = known_language(language) else { return };
    preferences::set(preferences::LANGUAGE, language);
    if let Some(root) = root() {
        // Setting a well-formed attribute cannot be refused.
        let _ = root.set_attribute("lang", language);
    }
}

fn known_language(tag: &str) -> Option<&'static str> {
    let primary = tag.split(['-', '_']).next()?;
    ["de", "en"].into_iter().find(|known| primary.eq_ignore_ascii_case(known))
}

/// The title of the window or tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Whether the person asked the system for less motion.
pub fn prefers_reduced_motion() -> bool {
    window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Takes the splash of `index.html` away: the app is there.
pub fn remove_splash() {
    if let Some(splash) = document().and_then(|document| document.get_element_by_id("splash")) {
        splash.remove();
    }
}
