//! What the form of an idea holds, and how it becomes valid.

use super::idea::{Category, Idea, IdeaDetails, IdeaSource};
use crate::domain::{
    draft::read_tags,
    limits::{LINE_MAX, NOTE_MAX},
    problem::{Check, Field, Issue, Problems},
    text::{clean_line, clean_text},
};

/// What the form holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdeaDraft {
    /// In one line.
    pub title: String,
    /// In small safe markdown.
    pub text: String,
    /// Where it comes from.
    pub source: IdeaSource,
    /// What it is about.
    pub category: Category,
    /// Separated by commas or semicolons.
    pub tags: String,
}

impl Default for IdeaDraft {
    fn default() -> Self {
        Self {
            title: String::new(),
            text: String::new(),
            source: IdeaSource::Feedback,
            category: Category::Product,
            tags: String::new(),
        }
    }
}

impl IdeaDraft {
    /// The form for an existing idea.
    pub fn of(idea: &Idea) -> Self {
        let details = &idea.details;
        Self {
            title: details.title.clone(),
            text: details.text.clone(),
            source: details.source,
            category: details.category,
            tags: details.tags.join(", "),
        }
    }

    /// The details, or every problem of the form.
    pub fn check(&self) -> Result<IdeaDetails, Problems> {
        let mut check = Check::default();
        let title = check.short(Field::IdeaTitle, clean_line(&self.title), LINE_MAX);
        if title.is_empty() {
            check.note(Field::IdeaTitle, Issue::Missing);
        }
        let text = check.short(Field::IdeaText, clean_text(&self.text), NOTE_MAX);
        let tags = read_tags(&mut check, &self.tags);
        let (source, category) = (self.source, self.category);
        check.finish(IdeaDetails { title, text, source, category, tags })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{IdeaId, Problem};

    #[test]
    fn every_problem_of_an_idea_is_told_at_once() {
        let draft = IdeaDraft {
            text: "x".repeat(NOTE_MAX + 1),
            tags: "y".repeat(41),
            ..IdeaDraft::default()
        };
        let problems = draft.check().unwrap_err().0;
        assert_eq!(
            problems,
            [
                Problem { field: Field::IdeaTitle, issue: Issue::Missing },
                Problem { field: Field::IdeaText, issue: Issue::TooLong(NOTE_MAX) },
                Problem { field: Field::Tags, issue: Issue::TooLong(40) },
            ]
        );
    }

    #[test]
    fn a_form_of_an_idea_gives_the_same_idea_back() {
        let draft = IdeaDraft {
            title: "Leise Rollen".into(),
            text: "Für **Parkett**".into(),
            source: IdeaSource::Call,
            category: Category::Service,
            tags: "Rollen, Parkett".into(),
        };
        let idea = Idea::new(IdeaId(uuid::Uuid::nil()), draft.check().unwrap(), Default::default());
        assert_eq!(IdeaDraft::of(&idea), draft);
    }
}
