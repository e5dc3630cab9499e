//! Plays the browser stories: `stories --dist DIR [--engine E]... [--only PART] [--shots DIR]`.

use std::process::ExitCode;

use anyhow::{Result, ensure};
use rapport_stories::arguments::{self, Arguments};
use rapport_stories::runner::{Surroundings, Totals, play_all};
use rapport_stories::stories;
use xtask::project::Project;

fn main() -> ExitCode {
    match run() {
        Ok(totals) if totals.failed == 0 => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<Totals> {
    let arguments = arguments::parse(lexopt::Parser::from_env())?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        // Ended by a signal, the browsers must go too: dropping what runs ends them.
        tokio::select! {
            totals = play(&arguments) => totals,
            () = interrupted() => anyhow::bail!("stopped"),
        }
    })
}

async fn play(arguments: &Arguments) -> Result<Totals> {
    let mut chosen = stories::all();
    if let Some(part) = &arguments.only {
        let part = part.to_lowercase();
        chosen.retain(|story| story.name.to_lowercase().contains(&part));
        ensure!(!chosen.is_empty(), "no story has {part:?} in its name");
    }
    let place = Surroundings {
        dist: arguments.dist.clone(),
        failures: Project::find()?.target.join("stories"),
        shots: arguments.shots.clone(),
    };
    let mut sum = Totals::default();
    for engine in &arguments.engines {
        let totals = play_all(*engine, &chosen, &place).await?;
        let Totals { passed, failed, not_offered } = totals;
        println!("  {engine}: {passed} ok, {failed} failed, {not_offered} not offered");
        sum.failed += failed;
        sum.passed += passed;
    }
    Ok(sum)
}

async fn interrupted() {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut interrupt), Ok(mut terminate)) =
        (signal(SignalKind::interrupt()), signal(SignalKind::terminate()))
    else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
}
