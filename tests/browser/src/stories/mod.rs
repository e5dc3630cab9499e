//! All stories, one file per theme. A new file is named here and in [`all`].

mod access;
mod board;
mod board_keys;
mod board_sight;
mod board_touch;
mod contacts;
mod customers;
mod export;
mod first_minute;
mod harness;
mod hosting;
mod ideas;
mod ideas_around;
mod ideas_shared;
mod import;
mod keeping;
mod malformed;
mod moving;
mod palette;
mod privacy;
mod records;
mod safety;
mod schemes;
mod steps;
mod table;
mod tabs;
mod today;

use crate::story::Story;

/// Every story, in the order they are played.
pub fn all() -> Vec<Story> {
    [
        harness::STORIES,
        access::STORIES,
        first_minute::STORIES,
        board::STORIES,
        board_keys::STORIES,
        board_touch::STORIES,
        contacts::STORIES,
        customers::STORIES,
        export::STORIES,
        hosting::STORIES,
        ideas::STORIES,
        ideas_around::STORIES,
        ideas_shared::STORIES,
        import::STORIES,
        keeping::STORIES,
        malformed::STORIES,
        moving::STORIES,
        palette::STORIES,
        privacy::STORIES,
        records::STORIES,
        safety::STORIES,
        schemes::STORIES,
        table::STORIES,
        tabs::STORIES,
        today::STORIES,
    ]
    .concat()
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
