//! The words for people: one method per text, made by `build.rs` from `locales/`, and the words for
//! every value of the domain. Nothing else in the app holds a sentence.

mod done;
#[cfg(target_arch = "wasm32")]
mod format;
mod ideas;
mod problems;
mod records;
mod slots;
mod values;

/// A language of the app. Adding one: a folder in `locales/` and a value here and in `build.rs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Deutsch.
    #[default]
    German,
    /// English.
    English,
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::German, Self::English];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
        }
    }

    /// The language with this tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// Its own name.
    pub fn name(self) -> &'static str {
        match self {
            Self::German => "Deutsch",
            Self::English => "English",
        }
    }

    /// What separates whole from minor units.
    pub fn decimal_mark(self) -> char {
        match self {
            Self::German => ',',
            Self::English => '.',
        }
    }
}
