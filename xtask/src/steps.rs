//! Numbered steps with their seconds, so that a long run says where it is.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// Counts the steps of one run.
#[derive(Debug)]
pub struct Steps {
    done: Vec<(String, Duration)>,
    total: usize,
}

impl Steps {
    /// A run of so many steps.
    pub fn of(total: usize) -> Self {
        Self { done: Vec::new(), total }
    }

    /// Does one step under its heading.
    ///
    /// # Errors
    /// The step's own, with its name in front.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
        println!("\n[{}/{}] {name}", self.done.len() + 1, self.total);
        let start = Instant::now();
        work().with_context(|| format!("step \"{name}\" failed"))?;
        let taken = start.elapsed();
        println!("  done in {:.1} s", taken.as_secs_f64());
        self.done.push((name.to_owned(), taken));
        Ok(())
    }

    /// Prints every step with its seconds.
    pub fn finish(self) {
        println!("\nAll {} steps passed:", self.done.len());
        for (name, taken) in &self.done {
            println!("  {:>7.1} s  {name}", taken.as_secs_f64());
        }
        let sum: Duration = self.done.iter().map(|(_, taken)| *taken).sum();
        println!("  {:>7.1} s  together", sum.as_secs_f64());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_step_is_named_and_later_ones_can_tell() {
        let mut steps = Steps::of(2);
        assert!(steps.step("first", || Ok(())).is_ok());
        let failed = steps.step("second", || anyhow::bail!("no"));
        let text = failed.err().map(|error| format!("{error:#}")).unwrap_or_default();
        assert_eq!(text, "step \"second\" failed: no");
    }
}
