//! Likely duplicates, found while a title is typed: by the letters two titles share, so that word
//! order, endings and compounds matter little.

use std::collections::BTreeSet;

use super::idea_card::IdeaCard;
use crate::domain::{IdeaId, folding::fold, workspace::Workspace};

/// From how much likeness on, in percent, a title is shown as similar.
const LIKENESS: usize = 38;
/// Fewer shared groups of letters say nothing.
const SHARED_LEAST: usize = 4;

/// The groups of three letters in the words of a title, sorted, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grams(Vec<u32>);

impl Grams {
    /// Of a title.
    pub fn of(title: &str) -> Self {
        let mut found = BTreeSet::new();
        let folded = fold(title);
        for word in folded.split(|c: char| !c.is_alphanumeric()) {
            // Short words are in every title; numbers are not.
            if word.chars().count() < 3 && !word.contains(|c: char| c.is_ascii_digit())
                || is_filler(word)
            {
                continue;
            }
            let (mut before, mut here) = (0, 0);
            for next in word.chars().map(u32::from).chain([0]) {
                if here != 0 {
                    found.insert((before & 0x3FF) << 20 | (here & 0x3FF) << 10 | (next & 0x3FF));
                }
                (before, here) = (here, next);
            }
        }
        Self(found.into_iter().collect())
    }

    /// How alike two titles are, in percent.
    pub fn likeness(&self, other: &Self) -> usize {
        let (mut ours, mut theirs) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut shared = 0usize;
        while let (Some(a), Some(b)) = (ours.peek(), theirs.peek()) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => _ = ours.next(),
                std::cmp::Ordering::Greater => _ = theirs.next(),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    ours.next();
                    theirs.next();
                }
            }
        }
        if shared < SHARED_LEAST {
            return 0;
        }
        let middle = (self.0.len() * other.0.len()).isqrt().max(1);
        shared * 100 / middle
    }
}

/// Words that say nothing about what an idea is.
fn is_filler(word: &str) -> bool {
    const FILLERS: [&str; 24] = [
        "der", "die", "das", "den", "dem", "ein", "eine", "einen", "und", "oder", "mit", "fur",
        "von", "sich", "auf", "bei", "the", "and", "for", "with", "that", "from", "our", "more",
    ];
    FILLERS.contains(&word)
}

/// The ideas most like this title, the likeliest first.
pub fn similar_ideas(
    workspace: &Workspace,
    title: &str,
    but: Option<IdeaId>,
    most: usize,
) -> Vec<IdeaId> {
    let asked = Grams::of(title);
    let likely = |card: &IdeaCard| {
        let likeness = asked.likeness(&card.grams);
        (likeness >= LIKENESS).then_some((usize::MAX - likeness, card.idea.id))
    };
    let counted = workspace.ideas().filter(|card| card.idea.counts() && Some(card.idea.id) != but);
    let mut found: Vec<_> = counted.filter_map(|card| likely(card)).collect();
    found.sort_unstable();
    found.into_iter().take(most).map(|(_, id)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn alike(a: &str, b: &str) {
        assert!(Grams::of(a).likeness(&Grams::of(b)) >= LIKENESS, "{a} / {b}");
    }

    #[track_caller]
    fn unlike(a: &str, b: &str) {
        assert!(Grams::of(a).likeness(&Grams::of(b)) < LIKENESS, "{a} / {b}");
    }

    #[test]
    fn titles_that_mean_the_same_are_found() {
        alike("Kabelwanne ohne Werkzeug öffnen", "Kabelwanne, die sich ohne Werkzeug öffnet");
        alike("leise rollen", "Leise Rollen für Parkett");
        alike("Rollen leise auf Parkett", "Leise Rollen für Parkett");
        alike("Ersatzteil 10 Jahre", "Ersatzteile 10 Jahre lieferbar");
        alike("assembly after work hours", "Assembly after hours");
    }

    #[test]
    fn other_titles_are_not() {
        unlike("Leise Rollen für Parkett", "Musterkoffer für Betriebsräte zum Ausleihen");
        unlike("Umzug am Wochenende", "Treffen „Gesundes Büro“, zweimal im Jahr");
        unlike("die und für", "die und für das");
        unlike("", "");
    }
}
