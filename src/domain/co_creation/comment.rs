//! What was said about an idea.

use chrono::NaiveDateTime;

use crate::domain::{
    CustomerId,
    limits::NOTE_MAX,
    problem::{Check, Field, Issue, Problems},
    text::clean_text,
};

/// One comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// When.
    pub at: NaiveDateTime,
    /// Whose words these are; none for our own.
    pub customer: Option<CustomerId>,
    /// In the small safe markdown; never empty.
    pub text: String,
}

/// What the form of a comment holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommentDraft {
    /// Whose words.
    pub customer: Option<CustomerId>,
    /// The words.
    pub text: String,
}

impl CommentDraft {
    /// The comment of this moment, or every problem of the form.
    pub fn check(&self, at: NaiveDateTime) -> Result<Comment, Problems> {
        let mut check = Check::default();
        let text = check.short(Field::Comment, clean_text(&self.text), NOTE_MAX);
        if text.is_empty() {
            check.note(Field::Comment, Issue::Missing);
        }
        check.finish(Comment { at, customer: self.customer, text })
    }
}
