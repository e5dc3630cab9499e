//! What the form of a contact holds while it is open: one signal per field.

use leptos::prelude::*;

use crate::domain::{Channel, ContactDraft, Direction, Extra, Facts, Mood, Purpose};

/// The fields while the form is open; choices by their keys, empty for none.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub at: RwSignal<String>,
    pub channel: RwSignal<String>,
    pub direction: RwSignal<String>,
    pub purpose: RwSignal<String>,
    pub mood: RwSignal<String>,
    pub with: RwSignal<String>,
    pub text: RwSignal<String>,
    pub heard: RwSignal<String>,
    pub next_text: RwSignal<String>,
    pub next_due: RwSignal<String>,
    pub next_done: RwSignal<bool>,
    pub promise: RwSignal<String>,
    pub promise_due: RwSignal<String>,
    pub extra: [RwSignal<String>; Extra::BLANKS.len()],
}

impl Fields {
    /// Filled with a draft.
    pub fn of(draft: &ContactDraft) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        Self {
            at: text(&draft.at),
            channel: text(draft.channel.key()),
            direction: text(draft.direction.key()),
            purpose: text(draft.purpose.map_or("", Purpose::key)),
            mood: text(draft.mood.map_or("", Mood::key)),
            with: text(&draft.with),
            text: text(&draft.text),
            heard: text(&draft.heard),
            next_text: text(&draft.next_text),
            next_due: text(&draft.next_due),
            next_done: RwSignal::new(draft.next_done),
            promise: text(&draft.promise),
            promise_due: text(&draft.promise_due),
            extra: std::array::from_fn(|at| {
                let slot = Extra::BLANKS.get(at).map(|blank| blank.slot);
                text(slot.map_or("", |slot| draft.extra.get(slot)))
            }),
        }
    }

    /// The draft that is filled in; tracks.
    pub fn draft(&self) -> ContactDraft {
        ContactDraft {
            at: self.at.get(),
            channel: Channel::from_key(&self.channel.get()).unwrap_or(Channel::Call),
            direction: Direction::from_key(&self.direction.get()).unwrap_or(Direction::Outbound),
            purpose: Purpose::from_key(&self.purpose.get()),
            mood: Mood::from_key(&self.mood.get()),
            with: self.with.get(),
            text: self.text.get(),
            heard: self.heard.get(),
            next_text: self.next_text.get(),
            next_due: self.next_due.get(),
            next_done: self.next_done.get(),
            promise: self.promise.get(),
            promise_due: self.promise_due.get(),
            extra: self.extra(),
        }
    }

    fn extra(&self) -> Facts {
        let mut facts = Facts::default();
        for (blank, text) in Extra::BLANKS.iter().zip(self.extra) {
            facts.set(blank.slot, text.get());
        }
        facts
    }

    fn lines(&self) -> Vec<(&'static str, RwSignal<String>)> {
        let extra =
            Extra::BLANKS.iter().zip(self.extra).map(|(blank, text)| (blank.slot.key(), text));
        let own = [
            ("at", self.at),
            ("channel", self.channel),
            ("direction", self.direction),
            ("purpose", self.purpose),
            ("mood", self.mood),
            ("with", self.with),
            ("text", self.text),
            ("heard", self.heard),
            ("next_text", self.next_text),
            ("next_due", self.next_due),
            ("promise", self.promise),
            ("promise_due", self.promise_due),
        ];
        own.into_iter().chain(extra).collect()
    }

    /// Everything that is filled in; tracks.
    pub fn texts(&self) -> Vec<(String, String)> {
        let lines = self.lines().into_iter().map(|(name, text)| (name.to_owned(), text.get()));
        let done = self.next_done.get().then(|| ("next_done".to_owned(), "1".to_owned()));
        lines.chain(done).filter(|(_, text)| !text.is_empty()).collect()
    }

    /// Fills everything in anew.
    pub fn fill(&self, texts: &[(String, String)]) {
        let of = |name: &str| {
            texts.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone())
        };
        for (name, text) in self.lines() {
            text.set(of(name).unwrap_or_default());
        }
        self.next_done.set(of("next_done").is_some());
    }
}
