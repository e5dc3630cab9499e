//! The text behind the `?`: names and values, percent-encoded.
//!
//! Knows nothing of screens.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Characters in one value; what is longer was not made by us.
pub(super) const VALUE_MAX: usize = 1_000;

/// What stays as it is in a value (RFC 3986, unreserved characters; and the comma, for readers).
const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b',');

/// The names and values behind the `?`.
pub(super) struct Pairs<'a>(pub(super) &'a str);

impl Pairs<'_> {
    /// The first value with this name.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut pairs = self.0.split('&').filter_map(|pair| pair.split_once('='));
        let (_, value) = pairs.find(|(found, _)| *found == name)?;
        Some(percent_decode_str(value).decode_utf8_lossy().chars().take(VALUE_MAX).collect())
    }

    /// What the first value with this name stands for.
    pub(super) fn key<T>(&self, name: &str, from_key: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        from_key(&self.get(name)?)
    }
}

/// A query being written.
#[derive(Default)]
pub(super) struct Query(pub(super) String);

impl Query {
    /// Adds a value.
    pub(super) fn push(&mut self, name: &str, value: &str) {
        self.0.push(if self.0.is_empty() { '?' } else { '&' });
        self.0.push_str(name);
        self.0.push('=');
        self.0.extend(utf8_percent_encode(value, ENCODED));
    }
}
