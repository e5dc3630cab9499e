//! What is left of many values: the middle one, and the one that only few exceed.

use std::collections::BTreeMap;

/// The values of each figure, in the order they were taken.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Samples(BTreeMap<&'static str, Vec<f64>>);

impl Samples {
    /// One more value.
    pub fn add(&mut self, figure: &'static str, value: f64) {
        self.0.entry(figure).or_default().push(value);
    }

    /// All values of another run.
    pub fn extend(&mut self, other: Self) {
        for (figure, values) in other.0 {
            self.0.entry(figure).or_default().extend(values);
        }
    }

    /// The values of a figure.
    pub fn of(&self, figure: &str) -> &[f64] {
        self.0.get(figure).map_or(&[], Vec::as_slice)
    }

    /// The median of a figure.
    pub fn median(&self, figure: &str) -> Option<f64> {
        median(self.of(figure))
    }

    /// What 95 of 100 values of a figure do not exceed.
    pub fn p95(&self, figure: &str) -> Option<f64> {
        percentile(self.of(figure), 0.95)
    }
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// The middle value, or the mean of the two in the middle.
pub fn median(values: &[f64]) -> Option<f64> {
    let sorted = sorted(values);
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    sorted.get(sorted.len() / 2 - 1).map(|lower| f64::midpoint(*lower, upper))
}

/// The smallest value that this share of all does not exceed.
pub fn percentile(values: &[f64], share: f64) -> Option<f64> {
    let sorted = sorted(values);
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_found_in_any_order() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), Some(2.5));
    }

    #[test]
    fn a_percentile_is_one_of_the_values() {
        let hundred: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!(percentile(&hundred, 0.95), Some(95.0));
        assert_eq!(percentile(&[7.0, 9.0], 0.95), Some(9.0));
        assert_eq!(percentile(&[], 0.95), None);
    }

    #[test]
    fn runs_add_up() {
        let mut all = Samples::default();
        for value in [1.0, 5.0] {
            let mut run = Samples::default();
            run.add("drop", value);
            all.extend(run);
        }
        assert_eq!((all.of("drop"), all.median("drop")), (&[1.0, 5.0][..], Some(3.0)));
        assert_eq!(all.p95("nothing"), None);
    }
}
