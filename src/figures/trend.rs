//! How mood and trust went over time: points for a small drawing, and the same as a table.

use chrono::NaiveDate;

use crate::domain::{Classification, Customer, Dimension};

/// How many moods a mean is made of (C38; `domain`, figures).
const LAST: usize = 5;
/// The drawing's width, in its own units.
pub const WIDTH: f32 = 300.0;
/// The drawing's height, in its own units; the levels 1 to 5 fill it.
pub const HEIGHT: f32 = 80.0;

/// One value on one day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The day.
    pub on: NaiveDate,
    /// From 1 to 5.
    pub level: f32,
}

/// Mood and trust, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trend {
    /// For each contact with a mood, the mean of the last five. Ours, not the customer's word.
    pub mood: Vec<Point>,
    /// Every rating of trust.
    pub trust: Vec<Point>,
}

impl Trend {
    /// The trend of a customer.
    pub fn of(customer: &Customer) -> Self {
        let moods = customer.contacts.values().filter_map(|contact| {
            Some(Point { on: contact.at.date(), level: f32::from(contact.mood?.level()) })
        });
        let trust = customer.history.iter().filter_map(|change| match change.to {
            Classification::Rating(Dimension::Trust, Some(level)) => {
                Some(Point { on: change.on, level: f32::from(level.get()) })
            }
            _ => None,
        });
        Self { mood: means(moods.collect()), trust: trust.collect() }
    }

    /// Whether there is enough for a line: two days.
    pub fn is_line(&self) -> bool {
        self.span().is_some_and(|(from, to)| from < to)
    }

    /// The first and the last day.
    pub fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        let days = || self.mood.iter().chain(&self.trust).map(|point| point.on);
        Some((days().min()?, days().max()?))
    }

    /// Where a point lies in the drawing: from the left, from the top.
    pub fn place(&self, point: Point) -> (f32, f32) {
        let Some((from, to)) = self.span() else { return (0.0, 0.0) };
        let days = ((to - from).num_days() as f32).max(1.0);
        let x = (point.on - from).num_days() as f32 / days * WIDTH;
        (x, (5.0 - point.level) / 4.0 * HEIGHT)
    }

    /// Every day with what is known of it, newest first: mood, trust.
    pub fn table(&self) -> Vec<(NaiveDate, Option<f32>, Option<f32>)> {
        let mut days: Vec<NaiveDate> =
            self.mood.iter().chain(&self.trust).map(|point| point.on).collect();
        days.sort_unstable();
        days.dedup();
        let at = |points: &[Point], day| {
            points.iter().rev().find(|point| point.on == day).map(|point| point.level)
        };
        let rows = days.into_iter().rev();
        rows.map(|day| (day, at(&self.mood, day), at(&self.trust, day))).collect()
    }
}

fn means(moods: Vec<Point>) -> Vec<Point> {
    let mean = |(at, point): (usize, &Point)| {
        let last: Vec<f32> =
            moods.iter().take(at + 1).rev().take(LAST).map(|point| point.level).collect();
        Point { on: point.on, level: last.iter().sum::<f32>() / last.len() as f32 }
    };
    moods.iter().enumerate().map(mean).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(n: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(n)
    }

    fn points(levels: &[u8]) -> Vec<Point> {
        let point =
            |(n, level): (usize, &u8)| Point { on: day(n as u64), level: f32::from(*level) };
        levels.iter().enumerate().map(point).collect()
    }

    #[test]
    fn the_mean_looks_back_five_contacts() {
        let levels: Vec<f32> =
            means(points(&[1, 5, 5, 5, 5, 5])).iter().map(|point| point.level).collect();
        assert_eq!(levels.first(), Some(&1.0));
        assert_eq!(levels.get(1), Some(&3.0));
        assert_eq!(levels.last(), Some(&5.0));
    }

    #[test]
    fn one_day_is_no_line() {
        let trend = Trend { mood: points(&[3]), trust: points(&[4]) };
        assert!(!trend.is_line());
        assert_eq!(trend.table(), [(day(0), Some(3.0), Some(4.0))]);
    }

    proptest! {
        #[test]
        fn every_point_lies_in_the_drawing(mood in prop::collection::vec(1u8..=5, 0..40), trust in prop::collection::vec(1u8..=5, 0..10)) {
            let trend = Trend { mood: means(points(&mood)), trust: points(&trust) };
            for point in trend.mood.iter().chain(&trend.trust) {
                let (x, y) = trend.place(*point);
                prop_assert!((0.0..=WIDTH).contains(&x) && (0.0..=HEIGHT).contains(&y));
            }
        }
    }
}
