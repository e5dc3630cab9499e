//! What came of a benchmark: a table for a person, a file to compare with.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use super::figures::{FIGURES, Figure, Verdict, growth, verdicts};
use super::statistics::Samples;

/// Everything measured.
#[derive(Debug)]
pub struct Report {
    /// The browser with its version.
    pub browser: String,
    /// How many processors the machine has.
    pub processors: usize,
    /// How many were in use before the benchmark began, if known.
    pub load: Option<f64>,
    /// How often each figure was taken.
    pub runs: usize,
    /// The values by number of customers, ascending.
    pub sizes: Vec<(usize, Samples)>,
}

impl Report {
    /// The figures held to their budgets.
    pub fn verdicts(&self) -> Vec<Verdict> {
        verdicts(&self.sizes)
    }

    /// Medians, 95th percentiles and growth in columns; below, the budgets.
    pub fn table(&self) -> String {
        let mut table = format!("{:<24}", "");
        for (size, _) in &self.sizes {
            let _ = write!(table, "{:>18}", grouped(*size as f64));
        }
        table.push_str("    growth\n");
        let _ = write!(table, "{:<24}", "");
        for _ in &self.sizes {
            let _ = write!(table, "{:>9}{:>9}", "median", "p95");
        }
        table.push('\n');
        for figure in FIGURES {
            table.push_str(&self.line(figure));
        }
        table.push_str("\nBudgets\n");
        for verdict in self.verdicts() {
            let mark = if verdict.holds() { "OK  " } else { "over" };
            let (found, most) = (short(verdict.found), short(verdict.most));
            let _ =
                writeln!(table, "  {mark}  {}: {found} of {most} {}", verdict.what, verdict.unit);
        }
        if let Some(load) = self.load.filter(|load| load * 2.0 > self.processors as f64) {
            let _ = write!(
                table,
                "\nThe machine was busy with other things (load {load}, {} processors): only the lines \
                 \"main thread\", memory and growth mean something.\n",
                self.processors
            );
        }
        table
    }

    fn line(&self, figure: &Figure) -> String {
        let mut line = format!("{:<21}{:<3}", figure.label, figure.unit);
        for (_, samples) in &self.sizes {
            for value in [samples.median(figure.key), samples.p95(figure.key)] {
                let _ = write!(line, "{:>9}", value.map(short).unwrap_or_default());
            }
        }
        if let Some(growth) = growth(&self.sizes, figure.key) {
            let _ = write!(line, "{growth:>9.2}×");
        }
        line.push('\n');
        line
    }

    /// Everything, single values included.
    pub fn to_json(&self) -> Value {
        let sizes: Map<String, Value> = self
            .sizes
            .iter()
            .map(|(size, samples)| (size.to_string(), figures_json(samples)))
            .collect();
        let growth: Map<String, Value> = FIGURES
            .iter()
            .filter_map(|figure| {
                Some((figure.key.to_owned(), json!(growth(&self.sizes, figure.key)?)))
            })
            .collect();
        let budgets: Vec<Value> = self
            .verdicts()
            .iter()
            .map(|verdict| {
                json!({
                    "what": verdict.what, "found": verdict.found, "most": verdict.most,
                    "unit": verdict.unit, "holds": verdict.holds(),
                })
            })
            .collect();
        json!({
            "browser": self.browser, "processors": self.processors, "load": self.load,
            "runs": self.runs, "sizes": sizes, "growth": growth, "budgets": budgets,
        })
    }
}

fn figures_json(samples: &Samples) -> Value {
    let one = |figure: &Figure| {
        let values = samples.of(figure.key);
        let (median, p95) = (samples.median(figure.key), samples.p95(figure.key));
        let json = json!({
            "unit": figure.unit, "median": median, "p95": p95, "values": values,
        });
        (figure.key.to_owned(), json)
    };
    Value::Object(FIGURES.iter().map(one).collect())
}

/// As many digits as matter.
fn short(value: f64) -> String {
    if value.abs() < 100.0 && value.fract() != 0.0 { format!("{value:.1}") } else { grouped(value) }
}

/// A whole number with commas between thousands.
fn grouped(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_long_as_they_need_be() {
        assert_eq!([short(4.04), short(32.0), short(999.6)], ["4.0", "32", "1,000"]);
        assert_eq!([grouped(100.0), grouped(1_234_567.0)], ["100", "1,234,567"]);
    }

    #[test]
    fn the_table_names_growth_and_budgets() {
        let with = |value| {
            let mut samples = Samples::default();
            samples.add("drop_painted", value);
            samples
        };
        let sizes = vec![(100, with(20.0)), (10_000, with(40.0))];
        let browser = "Chromium".to_owned();
        let report = Report { browser, processors: 2, load: Some(3.5), runs: 1, sizes };
        let table = report.table();
        assert!(table.contains("2.00×"), "{table}");
        assert!(table.contains("over  drop: painted, 10000 customers: 40 of 32 ms"), "{table}");
        assert!(table.contains("load 3.5, 2 processors"), "{table}");
        assert!(table.contains("OK    drop: painted, 100 customers"), "{table}");
        assert_eq!(report.to_json().pointer("/growth/drop_painted"), Some(&json!(2.0)));
    }
}
