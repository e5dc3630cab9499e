//! What changes by itself, in a few types. Every type of closure in a view brings its own copy of the
//! machinery that watches it; behind these four there is one copy for all, and the page loads faster.

use leptos::prelude::*;

/// A part of a view that is drawn anew when something in it changes.
pub type Part = Box<dyn FnMut() -> AnyView + Send>;

/// Text that changes.
pub fn words(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// The value of an attribute that is not always there.
pub fn maybe(
    value: impl Fn() -> Option<&'static str> + Send + Sync + 'static,
) -> Signal<Option<&'static str>> {
    Signal::derive(value)
}

/// Something that is so or not.
pub fn whether(is_so: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(is_so)
}

/// A part that is drawn anew.
pub fn part(draw: impl FnMut() -> AnyView + Send + 'static) -> Part {
    Box::new(draw)
}
