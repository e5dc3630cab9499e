//! What came of it, for a person.

use std::fmt;
use std::ops::Range;

/// Counts and times.
#[derive(Debug, Default)]
pub struct Figures {
    /// The seeds that were played.
    pub seeds: Range<u64>,
    /// How often a tab was killed.
    pub tab_kills: usize,
    /// How often the whole browser was killed.
    pub browser_kills: usize,
    /// How often a store was ruined.
    pub damages: usize,
    /// How often the rescue screen told of a ruined store.
    pub told: usize,
    /// Operations whose handler had returned.
    pub acknowledged: usize,
    /// Operations that were shown as saved.
    pub saved: usize,
    /// Operations of these that were gone.
    pub lost: usize,
    /// From the click to "Saved", in milliseconds.
    pub saved_ms: Vec<f64>,
}

impl Figures {
    fn quantile(&self, share: f64) -> f64 {
        let mut sorted = self.saved_ms.clone();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().saturating_sub(1) as f64;
        sorted.get((last * share).round() as usize).copied().unwrap_or_default()
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Range { start, end } = self.seeds;
        writeln!(out, "  seeds {start} to {}", end.saturating_sub(1))?;
        writeln!(
            out,
            "  {} tabs killed, {} browsers killed, {} stores ruined ({} told)",
            self.tab_kills, self.browser_kills, self.damages, self.told
        )?;
        writeln!(
            out,
            "  {} operations acknowledged, {} shown as saved, {} lost",
            self.acknowledged, self.saved, self.lost
        )?;
        let (median, late) = (self.quantile(0.5), self.quantile(0.99));
        write!(out, "  click to saved: median {median:.1} ms, p99 {late:.1} ms")
    }
}
