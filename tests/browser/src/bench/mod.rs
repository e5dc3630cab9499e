//! The benchmark: what a person waits for, timed in Chromium on the release build at several sizes.
//!
//! Each size has an origin of its own, filled through the app's own file screen. Then, in turn for
//! all sizes and again and again: a cold start, a warm one, and on the warm page drops, keystrokes
//! in the search, scrolling, memory. All input is real; all times are taken in the page by
//! `probe.js`. Absolute times differ between machines; growth with the size is what is judged.
//!
//! * [`arguments`]: what to measure; [`figures`]: what is measured, and the budgets
//! * [`seeding`]: filling the app; [`page`]: a tab with the probe in it; [`measuring`]: one round
//! * [`statistics`], [`report`]: what came of it, for a person and as a file to compare with

pub mod arguments;
pub mod figures;
pub mod measuring;
pub mod page;
pub mod report;
pub mod seeding;
pub mod statistics;

use std::fs;
use std::time::Instant;

use anyhow::{Context, Result};
use serde_json::Value;
use xtask::arguments::Engine;
use xtask::project::Project;

use self::arguments::Arguments;
use self::measuring::Place;
use self::report::Report;
use self::statistics::Samples;
use crate::browser::Browser;
use crate::origin::fresh_origin;
use crate::stage::Stage;

/// Measures everything, prints it and writes `target/bench.json`.
///
/// # Errors
/// When something could not be measured.
pub async fn run(arguments: &Arguments) -> Result<Report> {
    let project = Project::find()?;
    let load = machine_load();
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let stage = Stage::new(Browser::start(Engine::Chromium).await?, &arguments.dist, None).await?;
    let mut places = Vec::new();
    for customers in &arguments.customers {
        let server = fresh_origin(&arguments.dist, "/")?;
        let file = seeding::write_workspace(&project, *customers)?;
        let place = Place { customers: *customers, address: server.address() };
        let start = Instant::now();
        let on_board = seeding::bring_in(&stage, &place, &file).await;
        let on_board = with_picture(on_board, &stage, &project).await?;
        let seconds = start.elapsed().as_secs_f64();
        println!("  {customers} customers brought in, {on_board} on the board ({seconds:.1} s)");
        places.push((place, server, Samples::default()));
    }
    for run in 0..=arguments.runs {
        let start = Instant::now();
        for (place, _server, samples) in &mut places {
            let what = format!("with {} customers, run {run}", place.customers);
            let measured = measuring::round(&stage, place).await;
            let measured = with_picture(measured, &stage, &project).await.context(what)?;
            if run > 0 {
                samples.extend(measured);
            }
        }
        let name = if run == 0 { "the warm-up".to_owned() } else { format!("run {run}") };
        println!("  {name} took {:.1} s", start.elapsed().as_secs_f64());
    }
    for error in stage.console_errors().await? {
        println!("  the console says: {error}");
    }
    let version = stage.devtools("Browser.getVersion", serde_json::json!({})).await?;
    let browser = version.get("product").and_then(Value::as_str).unwrap_or_default().to_owned();
    stage.into_browser().close().await;
    let sizes = places.into_iter().map(|(place, _, samples)| (place.customers, samples)).collect();
    let report = Report { browser, processors, load, runs: arguments.runs, sizes };
    println!("\n{}", report.table());
    let file = project.target.join("bench.json");
    let json = serde_json::to_string_pretty(&report.to_json())?;
    fs::write(&file, json + "\n").with_context(|| format!("{} not written", file.display()))?;
    Ok(report)
}

/// How many processors were wanted at a time during the last minute, where the system tells.
fn machine_load() -> Option<f64> {
    let text = fs::read_to_string("/proc/loadavg").ok()?;
    text.split_whitespace().next()?.parse().ok()
}

/// Keeps a picture of what was on the screen when something went wrong.
async fn with_picture<T>(result: Result<T>, stage: &Stage, project: &Project) -> Result<T> {
    if result.is_ok() {
        return result;
    }
    let file = project.target.join("bench/failure.png");
    match stage.driver()?.screenshot(&file).await {
        Ok(()) => result.with_context(|| format!("see {}", file.display())),
        Err(_) => result,
    }
}
