//! How well what a person typed fits a text, and which of its letters to mark.
//!
//! Pure. [`Words::fit`] allocates nothing: it runs over every customer at every keystroke.

use std::ops::Range;

use crate::domain::fold;

/// The words a person typed, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

/// How well a text fits; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It starts with the first word, and the others start words too.
    Start,
    /// Every word starts a word of it.
    WordStarts,
    /// Every word is somewhere in it.
    Inside,
}

/// A piece of a text, and whether it is what was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The letters.
    pub text: String,
    /// Whether to mark them.
    pub is_marked: bool,
}

impl Words {
    /// The words of a query.
    pub fn of(query: &str) -> Self {
        Self(fold(query).split_whitespace().map(str::to_owned).collect())
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every word is somewhere in a folded text.
    pub fn are_in(&self, folded: &str) -> bool {
        self.0.iter().all(|word| folded.contains(word.as_str()))
    }

    /// How well a folded text fits; `None` when a word is missing.
    pub fn fit(&self, folded: &str) -> Option<Fit> {
        let mut fit = Fit::Start;
        for (place, word) in self.0.iter().enumerate() {
            let here = if place == 0 && folded.starts_with(word.as_str()) {
                Fit::Start
            } else if starts_a_word(folded, word) {
                if place == 0 { Fit::WordStarts } else { Fit::Start }
            } else if folded.contains(word.as_str()) {
                Fit::Inside
            } else {
                return None;
            };
            fit = fit.max(here);
        }
        Some(fit)
    }

    /// The text with the letters of every word marked, each word once: where it starts a word if
    /// it does, else where it comes first.
    pub fn marks(&self, text: &str) -> Vec<Piece> {
        let (folded, places) = fold_with_places(text);
        let found = self.0.iter().filter_map(|word| {
            let at = word_start(&folded, word).or_else(|| folded.find(word.as_str()))?;
            let first = places.get(at)?.start;
            let last = places.get(at + word.len() - 1)?.end;
            Some(first..last)
        });
        let mut found: Vec<_> = found.collect();
        found.sort_unstable_by_key(|range| range.start);
        pieces(text, &found)
    }
}

fn starts_a_word(folded: &str, word: &str) -> bool {
    word_start(folded, word).is_some()
}

fn word_start(folded: &str, word: &str) -> Option<usize> {
    let is_start = |at: &usize| {
        let before = folded.get(..*at).and_then(|before| before.chars().next_back());
        before.is_none_or(|before| !before.is_alphanumeric())
    };
    folded.match_indices(word).map(|(at, _)| at).find(is_start)
}

/// The folded text, and for each of its bytes the letter of the text it came from.
fn fold_with_places(text: &str) -> (String, Vec<Range<usize>>) {
    let (mut folded, mut places) = (String::new(), Vec::<Range<usize>>::new());
    for (start, letter) in text.char_indices() {
        let end = start + letter.len_utf8();
        let plain = fold(letter.encode_utf8(&mut [0; 4]));
        match places.last_mut() {
            // A mark above a letter belongs to the letter.
            Some(letter) if plain.is_empty() => letter.end = end,
            _ => places.extend(std::iter::repeat_n(start..end, plain.len())),
        }
        folded.push_str(&plain);
    }
    (folded, places)
}

fn pieces(text: &str, marked: &[Range<usize>]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |range: Range<usize>, is_marked| {
        let text = text.get(range).unwrap_or_default();
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), is_marked });
        }
    };
    let mut done = 0;
    for range in marked {
        push(done..range.start, false);
        push(range.start.max(done)..range.end, true);
        done = done.max(range.end);
    }
    push(done..text.len(), false);
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn fits(query: &str, text: &str, fit: Option<Fit>) {
        assert_eq!(Words::of(query).fit(&fold(text)), fit, "{query} in {text}");
    }

    #[track_caller]
    fn marks(query: &str, text: &str, marked: &str) {
        let pieces = Words::of(query).marks(text);
        let shown: String = pieces
            .iter()
            .map(|p| if p.is_marked { format!("[{}]", p.text) } else { p.text.clone() })
            .collect();
        assert_eq!(shown, marked, "{query}");
    }

    #[test]
    fn the_start_of_a_name_is_better_than_the_start_of_a_word_than_the_inside() {
        fits("gla", "Glaserei Petersen", Some(Fit::Start));
        fits("gla", "Gunther Glas GmbH", Some(Fit::WordStarts));
        fits("gla", "Bürogläser Nord", Some(Fit::Inside));
        fits("gun gla", "Gunther Glas GmbH", Some(Fit::Start));
        fits("gla gun", "Gunther Glas GmbH", Some(Fit::WordStarts));
        fits("gla nord", "Gunther Glas GmbH", None);
        fits("", "Gunther Glas GmbH", Some(Fit::Start));
    }

    #[test]
    fn every_word_must_be_there() {
        assert!(Words::of("Röther glas").are_in("gunther glas gmbh\nsabine rother"));
        assert!(!Words::of("glas nord").are_in("gunther glas gmbh"));
        assert!(Words::of("  ").is_empty());
    }

    #[test]
    fn letters_are_marked_as_they_were_written() {
        marks("gla", "Gunther Glas GmbH", "Gunther [Gla]s GmbH");
        marks("gross muller", "Müller & Groß", "[Müller] & [Groß]");
        marks("os", "Großos", "Gr[oß]os");
        marks("mull", "Mu\u{308}ller", "[Mu\u{308}ll]er");
        marks("gmbh gm", "Glas GmbH", "Glas [GmbH]");
        marks("", "Glas", "Glas");
        marks("x", "Glas", "Glas");
    }

    proptest! {
        #[test]
        fn marking_keeps_every_letter(query in ".{0,12}", text in ".{0,40}") {
            let pieces = Words::of(&query).marks(&text);
            let whole: String = pieces.into_iter().map(|piece| piece.text).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
