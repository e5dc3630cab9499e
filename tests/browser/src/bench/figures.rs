//! What is measured, what it is called, and the budgets it is held to.

use super::statistics::Samples;

/// Something measured at each size.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    /// Its name in the written file.
    pub key: &'static str,
    /// What a person reads.
    pub label: &'static str,
    /// What it is counted in.
    pub unit: &'static str,
}

const fn figure(key: &'static str, label: &'static str, unit: &'static str) -> Figure {
    Figure { key, label, unit }
}

/// Everything measured, in the order of the table.
///
/// *Painted* is two animation frames after the page shows it, so it holds one whole frame of mere
/// waiting; *first frame* ends when the page is through with the frame that shows it. *Work* is from
/// the event's time stamp to the end of its handler with all microtasks, *handler only* leaves out
/// what the event waited before it was heard, *style to paint* is what the page does in the frame:
/// these are below the grain of frames and show growth. *Main thread* is the time a processor spent
/// on everything in the quarter of a second after the input; it holds even on a busy machine.
pub const FIGURES: &[Figure] = &[
    figure("usable_cold", "usable, cold", "ms"),
    figure("usable_warm", "usable, warm", "ms"),
    figure("instantiated_warm", "  wasm ready, warm", "ms"),
    figure("longest_start_task", "  longest task, warm", "ms"),
    figure("start_cpu", "  main thread, warm", "ms"),
    figure("drop_painted", "drop: painted", "ms"),
    figure("drop_frame", "  first frame", "ms"),
    figure("drop_work", "  work", "ms"),
    figure("drop_handler", "  work, handler only", "ms"),
    figure("drop_render", "  style to paint", "ms"),
    figure("drop_cpu", "  main thread", "ms"),
    figure("drop_saved", "drop: saved", "ms"),
    figure("key_painted", "search key: painted", "ms"),
    figure("key_frame", "  first frame", "ms"),
    figure("key_work", "  work", "ms"),
    figure("key_handler", "  work, handler only", "ms"),
    figure("key_render", "  style to paint", "ms"),
    figure("key_cpu", "  main thread", "ms"),
    figure("scroll_task", "scroll: longest task", "ms"),
    figure("scroll_gap", "scroll: longest gap", "ms"),
    figure("nodes", "DOM elements", ""),
    figure("memory", "memory, JS + wasm", "MB"),
    figure("wasm", "  of that wasm", "MB"),
];

/// Which of many values is held to the budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// The median.
    Median,
    /// What 95 of 100 do not exceed.
    P95,
}

/// The most a figure may be at sizes up to a number of customers.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    figure: &'static str,
    up_to: usize,
    most: f64,
    held: Held,
}

const fn budget(figure: &'static str, up_to: usize, most: f64, held: Held) -> Budget {
    Budget { figure, up_to, most, held }
}

/// For each size the first budget of a figure that reaches so far.
const BUDGETS: &[Budget] = &[
    budget("usable_cold", 100, 500.0, Held::Median),
    budget("usable_warm", 1_000, 350.0, Held::Median),
    budget("usable_warm", 10_000, 1_000.0, Held::Median),
    budget("drop_painted", 10_000, 32.0, Held::Median),
    budget("drop_saved", 10_000, 50.0, Held::P95),
    budget("key_painted", 10_000, 32.0, Held::Median),
    budget("scroll_task", 10_000, 50.0, Held::Median),
    budget("memory", 10_000, 150.0, Held::Median),
    budget("nodes", 10_000, 3_000.0, Held::Median),
];

/// What may not grow with the size, or hardly.
const LEVEL: &[&str] =
    &["drop_painted", "drop_handler", "drop_cpu", "key_painted", "key_handler", "key_cpu"];
/// The most it may grow between the smallest and the largest size.
const MOST_GROWTH: f64 = 1.5;
/// The largest size that budgets speak of.
const LARGEST: usize = 10_000;

/// How a figure stands to its budget.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Which figure at what size, or its growth.
    pub what: String,
    /// What was measured.
    pub found: f64,
    /// The budget.
    pub most: f64,
    /// What both are counted in.
    pub unit: &'static str,
}

impl Verdict {
    /// Whether the budget is kept.
    pub fn holds(&self) -> bool {
        self.found <= self.most
    }
}

/// All figures that have a budget at the sizes measured.
pub fn verdicts(sizes: &[(usize, Samples)]) -> Vec<Verdict> {
    let absolute = FIGURES.iter().flat_map(|figure| {
        sizes.iter().filter_map(|(size, samples)| absolute(figure, *size, samples))
    });
    let growth = LEVEL.iter().filter_map(|key| {
        let figure = FIGURES.iter().find(|figure| figure.key == *key)?;
        let (largest, _) = sizes.last()?;
        let found = growth(sizes, key).filter(|_| *largest <= LARGEST)?;
        let what = format!("growth of {}", full_name(figure));
        Some(Verdict { what, found, most: MOST_GROWTH, unit: "×" })
    });
    absolute.chain(growth).collect()
}

fn absolute(figure: &Figure, size: usize, samples: &Samples) -> Option<Verdict> {
    let budget =
        BUDGETS.iter().find(|budget| budget.figure == figure.key && size <= budget.up_to)?;
    let (found, held) = match budget.held {
        Held::Median => (samples.median(figure.key)?, ""),
        Held::P95 => (samples.p95(figure.key)?, ", p95"),
    };
    let what = format!("{}, {size} customers{held}", full_name(figure));
    Some(Verdict { what, found, most: budget.most, unit: figure.unit })
}

/// How many times the median at the smallest size the one at the largest is.
pub fn growth(sizes: &[(usize, Samples)], key: &str) -> Option<f64> {
    let ((smallest, first), (largest, last)) = sizes.first().zip(sizes.last())?;
    let (small, large) = (first.median(key)?, last.median(key)?);
    (smallest < largest && small > 0.0).then(|| large / small)
}

/// The label with what it belongs to, where the table has that in the line above.
fn full_name(figure: &Figure) -> String {
    let Some(part) = figure.label.strip_prefix("  ") else {
        return figure.label.to_owned();
    };
    let whole = figure.key.split('_').next().unwrap_or_default();
    format!("{whole}: {part}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(key: &'static str, values: &[f64]) -> Samples {
        let mut samples = Samples::default();
        for value in values {
            samples.add(key, *value);
        }
        samples
    }

    #[test]
    fn budgets_depend_on_the_size() {
        let sizes: Vec<_> = [1_000, 10_000, 50_000]
            .map(|size| (size, with("usable_warm", &[400.0])))
            .into_iter()
            .collect();
        let held: Vec<_> = verdicts(&sizes).iter().map(Verdict::holds).collect();
        assert_eq!(held, [false, true]);
    }

    #[test]
    fn a_growing_drop_is_over_its_budget() {
        let sizes = [(100, with("drop_handler", &[2.0])), (10_000, with("drop_handler", &[3.2]))];
        let found: Vec<_> = verdicts(&sizes);
        assert_eq!(found.len(), 1);
        assert!(found.iter().all(|verdict| verdict.what == "growth of drop: work, handler only"));
        assert!(!found.iter().any(Verdict::holds));
        assert_eq!(growth(sizes.get(..1).unwrap_or_default(), "drop_handler"), None);
    }

    #[test]
    fn saving_is_held_to_its_slowest() {
        let slow_once = with("drop_saved", &[10.0, 10.0, 80.0]);
        let sizes = [(100, slow_once)];
        assert!(verdicts(&sizes).iter().all(|verdict| !verdict.holds()));
    }

    #[test]
    fn every_budget_is_of_a_figure() {
        let known = |key| FIGURES.iter().any(|figure| figure.key == key);
        assert!(BUDGETS.iter().all(|budget| known(budget.figure)));
        assert!(LEVEL.iter().all(|key| known(key)));
    }
}
