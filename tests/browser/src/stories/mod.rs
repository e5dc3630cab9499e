//! All stories, one file per theme. A new file is named here and in [`all`].

mod harness;

use crate::story::Story;

/// Every story, in the order they are played.
pub fn all() -> Vec<Story> {
    [harness::STORIES].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_stories_have_the_same_name() {
        let mut names: Vec<_> = all().iter().map(|story| story.name).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
