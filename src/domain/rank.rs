//! A place in an order that can always take one more between two others.

use std::fmt;

use fractional_index::FractionalIndex;

/// The place of a card. Two cards may share a rank after a merge; their ids then decide.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank(FractionalIndex);

impl Rank {
    /// A place after `low` and before `high`, where either may be open. Where the two leave no
    /// room (equal, or the wrong way round) it comes right after `low`.
    pub fn between(low: Option<&Self>, high: Option<&Self>) -> Self {
        let between = FractionalIndex::new(low.map(|rank| &rank.0), high.map(|rank| &rank.0));
        Self(between.unwrap_or_else(|| match low {
            Some(low) => FractionalIndex::new_after(&low.0),
            None => FractionalIndex::default(),
        }))
    }

    /// Reads what [`Display`](fmt::Display) wrote.
    pub fn parse(text: &str) -> Option<Self> {
        // The library slices the text by bytes and would panic at a longer letter.
        text.is_ascii().then(|| FractionalIndex::from_string(text).ok().map(Self))?
    }
}

impl fmt::Display for Rank {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.to_string())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_thousand_insertions_keep_their_places(picks in prop::collection::vec(any::<prop::sample::Index>(), 1..300)) {
            let mut order: Vec<Rank> = Vec::new();
            for pick in picks {
                let at = pick.index(order.len() + 1);
                let rank = Rank::between(at.checked_sub(1).map(|i| &order[i]), order.get(at));
                order.insert(at, rank);
            }
            prop_assert!(order.windows(2).all(|pair| pair[0] < pair[1]));
        }

        #[test]
        fn the_written_form_reads_back(count in 0usize..60) {
            let mut rank = Rank::default();
            for _ in 0..count {
                rank = Rank::between(None, Some(&rank));
            }
            prop_assert_eq!(Rank::parse(&rank.to_string()), Some(rank));
        }
    }

    #[test]
    fn a_text_that_is_no_rank_is_refused() {
        for text in ["zz", "8€", "€€", "ä80"] {
            assert_eq!(Rank::parse(text).map(|rank| rank.to_string()), None, "{text}");
        }
    }

    #[test]
    fn equal_neighbours_still_give_a_place() {
        let rank = Rank::default();
        assert!(Rank::between(Some(&rank), Some(&rank)) > rank);
    }
}
