//! The command line of the benchmark.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use lexopt::prelude::*;

/// What to measure.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    /// The built files.
    pub dist: PathBuf,
    /// How often each figure is taken, after one warm-up.
    pub runs: usize,
    /// Numbers of customers, ascending.
    pub customers: Vec<usize>,
    /// Whether a missed budget is a failure.
    pub strict: bool,
}

/// Reads `--dist DIR [--runs N] [--customers A,B,C] [--strict]`.
///
/// # Errors
/// A sentence about what was not understood.
pub fn parse(mut options: lexopt::Parser) -> Result<Arguments> {
    let (mut dist, mut runs, mut strict) = (None, 5, false);
    let mut customers = vec![100, 1_000, 10_000];
    while let Some(argument) = options.next()? {
        match argument {
            Long("dist") => dist = Some(PathBuf::from(options.value()?)),
            Long("runs") => runs = options.value()?.parse()?,
            Long("customers") => customers = sizes(&options.value()?.string()?)?,
            Long("strict") => strict = true,
            other => return Err(other.unexpected().into()),
        }
    }
    ensure!(runs > 0, "--runs must be 1 or more");
    let dist = dist.context("--dist must name the directory of the built files")?;
    Ok(Arguments { dist, runs, customers, strict })
}

fn sizes(text: &str) -> Result<Vec<usize>> {
    let sizes: Result<Vec<usize>, _> = text.split(',').map(|size| size.trim().parse()).collect();
    let mut sizes = sizes.context("--customers takes numbers with commas between them")?;
    ensure!(sizes.iter().all(|size| *size > 0), "--customers must be 1 or more");
    sizes.sort_unstable();
    sizes.dedup();
    Ok(sizes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_runs_are_as_asked_for() -> Result<()> {
        let usual = parse(lexopt::Parser::from_args(["--dist", "d"]))?;
        assert_eq!((usual.runs, usual.customers), (5, vec![100, 1_000, 10_000]));
        let words = ["--dist", "d", "--customers", "50, 5,50", "--runs=2", "--strict"];
        let asked = parse(lexopt::Parser::from_args(words))?;
        assert_eq!((asked.runs, asked.customers, asked.strict), (2, vec![5, 50], true));
        for wrong in ["--runs=0", "--customers=0", "--customers=many", "--fast"] {
            assert!(parse(lexopt::Parser::from_args(["--dist", "d", wrong])).is_err(), "{wrong}");
        }
        Ok(())
    }
}
