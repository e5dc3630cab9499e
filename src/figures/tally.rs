//! A tally of votes: one stroke per customer, drawn like that customer's strand.

use crate::domain::{Intensity, View};

/// The most strokes; the count stands beside them anyway.
const STROKES_MAX: usize = 30;

/// Strokes of the same look, as one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strokes {
    /// How they look, as classes.
    pub class: String,
    /// Where they are.
    pub path: String,
}

/// A tally.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// How wide it is.
    pub width: usize,
    /// The strokes by look.
    pub strokes: Vec<Strokes>,
}

/// Draws a stroke for each customer, five to a group.
pub fn draw(customers: impl IntoIterator<Item = (View, Option<Intensity>)>) -> Drawn {
    let mut drawn = Drawn { width: 2, strokes: Vec::new() };
    for (place, (view, intensity)) in customers.into_iter().take(STROKES_MAX).enumerate() {
        let at = 2 + place * 6 + place / 5 * 6;
        drawn.width = at + 6;
        let weight = intensity.map_or("loose", Intensity::key);
        let class = match view {
            View::Relation => ["is-", weight].concat(),
            other => ["is-", weight, " is-", other.key()].concat(),
        };
        let stroke = ["M", &at.to_string(), " 1v14"].concat();
        match drawn.strokes.iter_mut().find(|strokes| strokes.class == class) {
            Some(strokes) => strokes.path.push_str(&stroke),
            None => drawn.strokes.push(Strokes { class, path: stroke }),
        }
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_of_one_look_are_one_path() {
        let stable = (View::Relation, Some(Intensity::Stable));
        let drawn = draw([stable, (View::Unknown, None), stable]);
        assert_eq!(drawn.width, 20);
        assert_eq!(
            drawn.strokes,
            [
                Strokes { class: "is-stable".into(), path: "M2 1v14M14 1v14".into() },
                Strokes { class: "is-loose is-unknown".into(), path: "M8 1v14".into() },
            ]
        );
    }

    #[test]
    fn a_sixth_stroke_begins_a_new_group_and_a_thousandth_is_not_drawn() {
        let drawn = draw(std::iter::repeat_n((View::Relation, None), 1_000));
        assert!(drawn.strokes[0].path.contains("M26 1v14M38 1v14"));
        assert_eq!(drawn.strokes[0].path.matches('M').count(), STROKES_MAX);
    }
}
