//! Real browsers, broken on purpose: tabs and whole browsers killed at any moment, stores damaged on
//! the disk. What the page had acknowledged is kept here, never by the page, and must be there after.
//!
//! * [`Oracle`]: what was promised; [`damage`]: the ways to ruin a store; [`figures`]: what came of
//!   it; [`drill`]: a whole backup and back
//! * a round is [`tab_kill`], [`browser_kill`] or [`damaged_store`]; a seed makes it again

mod chance;
mod damage;
pub mod drill;
mod figures;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use std::{fmt, fs};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use xtask::arguments::Engine;
use xtask::fingerprint;

use self::chance::Chance;
pub use self::figures::Figures;
use crate::browser::Browser;
use crate::scratch::ScratchDirectory;
use crate::stage::Stage;

const OPERATIONS: &str = include_str!("operations.js");
const EARLY: &str = include_str!("early.js");
/// The names of all customers that are shown, or that the rescue screen stands there.
const SHOWN: &str = "const [done] = arguments; (async () => {
    for (let tries = 0; tries < 400; tries++) {
        const rescue = document.querySelector('[data-testid=rescue]');
        if (rescue) return done({ rescue: rescue.textContent });
        const board = document.querySelector('[data-testid=new-customer]');
        if (board) {
            await new Promise((then) => setTimeout(then, 150));
            const names = Array.from(document.querySelectorAll('[data-testid=card] .name'));
            return done({ names: names.map((name) => name.textContent.trim()) });
        }
        await new Promise((then) => setTimeout(then, 20));
    }
    done({ nothing: document.body.innerText.slice(0, 200) });
})()";
/// As many customers as one origin holds before a fresh one is taken.
const CUSTOMERS_MAX: usize = 40;

/// What to break, and for how long.
#[derive(Debug)]
pub struct Plan {
    /// The built files.
    pub dist: PathBuf,
    /// How long.
    pub time: Duration,
    /// In which browser: Chromium, or Firefox for whole browsers only.
    pub engine: Engine,
    /// Where chance begins.
    pub seed: u64,
    /// Whether the broken variant is to be caught instead.
    pub early: bool,
}

/// What was promised to the person.
#[derive(Default)]
struct Oracle {
    /// The handler had returned.
    acknowledged: BTreeSet<String>,
    /// It was shown as saved.
    saved: BTreeSet<String>,
}

/// Something promised is gone: their names.
#[derive(Debug)]
pub struct Lost(String);

impl fmt::Display for Lost {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "lost: {}", self.0)
    }
}

impl std::error::Error for Lost {}

/// What a start shows.
enum Shown {
    Names(BTreeSet<String>),
    Rescue(String),
}

/// Breaks things until the time is over.
///
/// # Errors
/// When something promised is gone, with the seed; or when the browser cannot be driven.
pub async fn run(plan: &Plan) -> Result<Figures> {
    let start = Instant::now();
    let directory = ScratchDirectory::new()?;
    let dist = if plan.early { broken_build(plan, &directory)? } else { plan.dist.clone() };
    let only_browsers = plan.early || plan.engine != Engine::Chromium;
    let mut figures = Figures::default();
    let mut seed = plan.seed;
    let mut stage = Stage::new(Browser::start(plan.engine).await?, &dist, None).await?;
    let mut oracle = Oracle::default();
    while start.elapsed() < plan.time {
        if oracle.acknowledged.len() > CUSTOMERS_MAX {
            stage.serve(&dist)?;
            oracle = Oracle::default();
        }
        let mut chance = Chance(seed);
        let round = match seed % 4 {
            _ if only_browsers => {
                browser_kill(&mut stage, &mut oracle, &mut chance, &mut figures).await
            }
            0 | 1 => tab_kill(&mut stage, &mut oracle, &mut chance, &mut figures).await,
            2 => browser_kill(&mut stage, &mut oracle, &mut chance, &mut figures).await,
            _ => damaged_store(&mut stage, &mut oracle, &mut chance, &mut figures).await,
        };
        round.with_context(|| format!("seed {seed}"))?;
        if seed % 4 == 3 && !only_browsers {
            stage.serve(&dist)?;
            oracle = Oracle::default();
        }
        seed += 1;
    }
    figures.seeds = plan.seed..seed;
    stage.into_browser().close().await;
    Ok(figures)
}

/// The same files with a page that says "Saved" too early.
fn broken_build(plan: &Plan, directory: &ScratchDirectory) -> Result<PathBuf> {
    let dist = directory.inside("dist")?;
    for file in fingerprint::files_below(&plan.dist)? {
        let copy = dist.join(file.strip_prefix(&plan.dist)?);
        fs::create_dir_all(copy.parent().context("a file without a directory")?)?;
        fs::copy(&file, copy)?;
    }
    fs::write(dist.join("early.js"), EARLY)?;
    let page = fs::read_to_string(dist.join("index.html"))?;
    let broken = page.replacen("<script", "<script src=\"early.js\"></script>\n<script", 1);
    ensure!(broken != page, "the page has no script");
    fs::write(dist.join("index.html"), broken)?;
    Ok(dist)
}

/// A few operations; the last of them may be on its way.
async fn work(
    stage: &Stage,
    oracle: &mut Oracle,
    chance: &mut Chance,
    figures: &mut Figures,
) -> Result<()> {
    let operations = 1 + chance.roll(4);
    for number in 0..operations {
        let name = format!("Kunde {:016x}", chance.next());
        let is_last = number + 1 == operations;
        let awaits_saved = !is_last || chance.roll(2) == 0;
        let values = vec![json!(name), json!(awaits_saved)];
        let answer = stage.script_with_callback(OPERATIONS, values).await?;
        match answer {
            Value::Null => {}
            Value::Number(took) => {
                figures.saved_ms.push(took.as_f64().unwrap_or_default());
                oracle.saved.insert(name.clone());
                figures.saved += 1;
            }
            problem => bail!("the operation failed: {problem}"),
        }
        oracle.acknowledged.insert(name);
        figures.acknowledged += 1;
    }
    Ok(())
}

async fn shown(stage: &Stage) -> Result<Shown> {
    let answer = stage.script_with_callback(SHOWN, vec![]).await?;
    if let Some(names) = answer.get("names").and_then(Value::as_array) {
        let names = names.iter().filter_map(|name| name.as_str().map(str::to_owned));
        return Ok(Shown::Names(names.collect()));
    }
    match answer.get("rescue").and_then(Value::as_str) {
        Some(words) => Ok(Shown::Rescue(words.to_owned())),
        None => bail!("the app shows nothing: {answer}"),
    }
}

/// Everything in `promised` is shown.
async fn holds(stage: &Stage, promised: &BTreeSet<String>, figures: &mut Figures) -> Result<()> {
    match shown(stage).await? {
        Shown::Rescue(words) => bail!("the rescue screen came up without a reason: {words}"),
        Shown::Names(names) => {
            let lost: Vec<_> = promised.difference(&names).collect();
            figures.lost += lost.len();
            if lost.is_empty() { Ok(()) } else { Err(Lost(format!("{lost:?}")).into()) }
        }
    }
}

/// The renderer dies up to 80 ms after the last click; nothing whose handler had returned is lost.
async fn tab_kill(
    stage: &mut Stage,
    oracle: &mut Oracle,
    chance: &mut Chance,
    figures: &mut Figures,
) -> Result<()> {
    let home = stage.this_tab().await?;
    let tab = stage.open_tab("#/board").await?;
    work(stage, oracle, chance, figures).await?;
    tokio::time::sleep(Duration::from_millis(chance.roll(80))).await;
    // The tab dies before it can answer.
    let crash = stage.devtools("Page.crash", json!({}));
    let _ = tokio::time::timeout(Duration::from_millis(800), crash).await;
    stage.go_to_tab(&home).await?;
    stage.open("#/board").await?;
    holds(stage, &oracle.acknowledged, figures).await?;
    stage.go_to_tab(&tab).await?;
    stage.close_tab(&home).await?;
    figures.tab_kills += 1;
    Ok(())
}

/// The whole browser dies; nothing that was shown as saved is lost.
async fn browser_kill(
    stage: &mut Stage,
    oracle: &mut Oracle,
    chance: &mut Chance,
    figures: &mut Figures,
) -> Result<()> {
    stage.open("#/board").await?;
    work(stage, oracle, chance, figures).await?;
    tokio::time::sleep(Duration::from_millis(chance.roll(80))).await;
    stage.kill_browser().await?;
    stage.open("#/board").await?;
    holds(stage, &oracle.saved, figures).await?;
    // What was only acknowledged may be gone with the browser, and then it is forgotten here, too.
    oracle.acknowledged = oracle.saved.clone();
    figures.browser_kills += 1;
    Ok(())
}

/// A store is ruined while the browser is dead: everything is there, or somebody says that it is not.
async fn damaged_store(
    stage: &mut Stage,
    oracle: &mut Oracle,
    chance: &mut Chance,
    figures: &mut Figures,
) -> Result<()> {
    stage.open("#/board").await?;
    work(stage, oracle, chance, figures).await?;
    let with_point = chance.roll(2) == 0;
    // The first restore point comes by itself three seconds after the first save; localStorage
    // reaches the disk after five.
    tokio::time::sleep(Duration::from_millis(if with_point { 6_500 } else { 5_800 })).await;
    let what = {
        let address = stage.base();
        stage.kill_browser_and(|profile| damage::ruin(profile, &address, chance)).await?
    };
    stage.open("#/board").await?;
    match shown(stage).await? {
        Shown::Rescue(_) => figures.told += 1,
        Shown::Names(names) => {
            let lost: Vec<_> = oracle.saved.difference(&names).collect();
            ensure!(lost.is_empty(), "{what}: silently lost {lost:?}");
        }
    }
    figures.damages += 1;
    Ok(())
}
