//! Times the release build: `bench --dist DIR [--runs N] [--customers A,B,C] [--strict]`.
//!
//! Fails when it could not measure, and with `--strict` when a budget was missed.

use std::process::ExitCode;

use anyhow::Result;
use rapport_stories::bench::arguments::{self, Arguments};
use rapport_stories::bench::figures::Verdict;

fn main() -> ExitCode {
    let arguments = match arguments::parse(lexopt::Parser::from_env()) {
        Ok(arguments) => arguments,
        Err(error) => return failed(&error),
    };
    match measure(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) if !arguments.strict => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => failed(&error),
    }
}

fn failed(error: &anyhow::Error) -> ExitCode {
    eprintln!("error: {error:#}");
    ExitCode::FAILURE
}

/// Whether all budgets are kept.
fn measure(arguments: &Arguments) -> Result<bool> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        // Ended by a signal, the browser must go too: dropping what runs ends it.
        tokio::select! {
            report = rapport_stories::bench::run(arguments) => {
                Ok(report?.verdicts().iter().all(Verdict::holds))
            }
            () = interrupted() => anyhow::bail!("stopped"),
        }
    })
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
