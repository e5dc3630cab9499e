//! Breaks browsers: `faults --dist DIR [--minutes N] [--seed S] [--engine E] [--drill CUSTOMERS]`. First
//! for the time that was asked for, then a restore drill, then until a build that says "Saved" too
//! early is caught.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;
use rapport_stories::faults::{self, Lost, Plan};
use xtask::arguments::Engine;

/// How long the broken variant may go uncaught.
const CATCH: Duration = Duration::from_secs(120);

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let (mut plan, drill) = parse(lexopt::Parser::from_env())?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        println!("{}", faults::run(&plan).await?);
        if drill > 0 {
            let (saving, restoring) = faults::drill::run(&plan.dist, drill).await?;
            let (saving, restoring) = (saving.as_secs_f64(), restoring.as_secs_f64());
            println!(
                "  {drill} customers: backup {saving:.1} s, restore {restoring:.1} s, the same"
            );
        }
        if plan.engine != Engine::Chromium {
            return Ok(());
        }
        plan.early = true;
        plan.time = CATCH;
        match faults::run(&plan).await {
            Ok(_) => bail!("the build that says \"Saved\" too early was not caught"),
            Err(error) if error.downcast_ref::<Lost>().is_some() => {
                println!("  \"Saved\" before complete is caught: {error:#}");
                Ok(())
            }
            Err(error) => Err(error),
        }
    })
}

fn parse(mut options: lexopt::Parser) -> Result<(Plan, usize)> {
    let (mut dist, mut minutes, mut seed) = (None, 2.0, 1);
    let (mut engine, mut drill) = (Engine::Chromium, 0);
    while let Some(argument) = options.next()? {
        match argument {
            Long("dist") => dist = Some(PathBuf::from(options.value()?)),
            Long("minutes") => minutes = options.value()?.parse()?,
            Long("engine") => engine = options.value()?.parse()?,
            Long("drill") => drill = options.value()?.parse()?,
            Long("seed") => seed = options.value()?.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    let dist = dist.context("--dist must name the directory of the built files")?;
    let time = Duration::from_secs_f64(minutes * 60.0);
    Ok((Plan { dist, time, engine, seed, early: false }, drill))
}
