//! What was typed and not saved: it waits in this browser until it is saved or thrown away.

use leptos::prelude::*;

use super::fields::Texts;
use crate::{
    platform::{
        listener::{Timer, after},
        preferences,
    },
    views::ui::Ui,
};

/// How long a person must pause before what they typed is kept.
const PAUSE_MS: u32 = 400;
/// Between a name and its text.
const WITHIN: char = '\u{1F}';
/// Between two fields.
const BETWEEN: char = '\u{1E}';

/// The draft of one form. Only what differs is kept, so that news from elsewhere are not undone.
pub struct Keep {
    name: String,
    /// What the form showed before anything was typed.
    initial: Texts,
    kept: Option<Texts>,
}

impl Keep {
    /// The draft that waits for a form of this name, unless it says nothing new.
    pub fn open(ui: Ui, name: &str, initial: &Texts) -> Self {
        let name = format!("draft/{}/{name}", ui.stock.get_untracked().key());
        let kept = preferences::get(&name).map(|text| overlay(initial, &read(&text)));
        let kept = kept.filter(|kept| !difference(initial, kept).is_empty());
        Self { name, initial: initial.clone(), kept }
    }

    /// The form as it was left at an earlier time.
    pub fn kept(&self) -> Option<&Texts> {
        self.kept.as_ref()
    }

    /// What the form showed before anything was typed.
    pub fn initial(&self) -> &Texts {
        &self.initial
    }

    fn keep(&self, texts: &Texts) {
        let typed = difference(&self.initial, texts);
        if typed.is_empty() {
            preferences::remove(&self.name);
        } else {
            preferences::set(&self.name, &write(&typed));
        }
    }
}

/// What was changed; an empty text stands for what was taken out.
pub fn difference(before: &Texts, after: &Texts) -> Texts {
    let mut names: Vec<&String> = before.iter().chain(after).map(|(name, _)| name).collect();
    names.sort();
    names.dedup();
    let of = |texts: &Texts, name: &String| -> Texts {
        texts.iter().filter(|(known, _)| known == name).cloned().collect()
    };
    let changed = names.into_iter().flat_map(|name| match (of(before, name), of(after, name)) {
        (was, is) if was == is => Texts::new(),
        (_, is) if is.is_empty() => vec![(name.clone(), String::new())],
        (_, is) => is,
    });
    changed.collect()
}

/// The texts with the changes made to them.
pub fn overlay(texts: &Texts, changes: &Texts) -> Texts {
    let is_changed = |name: &String| changes.iter().any(|(changed, _)| changed == name);
    let same = texts.iter().filter(|(name, _)| !is_changed(name));
    same.chain(changes.iter().filter(|(_, text)| !text.is_empty())).cloned().collect()
}

/// Keeps what is typed from now on, after every pause and when the form closes.
pub fn follow(keep: StoredValue<Keep>, texts: impl Fn() -> Texts + Copy + Send + Sync + 'static) {
    let pause = StoredValue::new_local(None::<Timer>);
    let last = StoredValue::new(None::<Texts>);
    Effect::new(move |_| {
        last.set_value(Some(texts()));
        let waiting = after(PAUSE_MS, move || keep_last(keep, last));
        pause.set_value(Some(waiting));
    });
    on_cleanup(move || keep_last(keep, last));
}

fn keep_last(keep: StoredValue<Keep>, last: StoredValue<Option<Texts>>) {
    let Some(Some(texts)) = last.try_get_value() else { return };
    // Neither answers once the form is closed and its draft thrown away.
    let _ = keep.try_with_value(|keep| keep.keep(&texts));
}

/// Throws the draft away: it was saved, or is not wanted.
pub fn forget(keep: StoredValue<Keep>) {
    keep.with_value(|keep| preferences::remove(&keep.name));
    keep.dispose();
}

/// Marks of the format itself cannot be typed; pasted ones are dropped.
fn write(texts: &Texts) -> String {
    let lines = texts.iter().map(|(name, text)| {
        let text: String = text.chars().filter(|c| !matches!(*c, WITHIN | BETWEEN)).collect();
        format!("{name}{WITHIN}{text}")
    });
    lines.collect::<Vec<_>>().join(&BETWEEN.to_string())
}

fn read(text: &str) -> Texts {
    let lines = text.split(BETWEEN).filter_map(|line| line.split_once(WITHIN));
    lines.map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
}
