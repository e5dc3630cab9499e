//! Plays stories one after another in one browser, and tells what came of each.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use xtask::arguments::Engine;

use crate::browser::Browser;
use crate::stage::Stage;
use crate::story::Story;

/// A story that takes longer hangs.
const LIMIT: Duration = Duration::from_secs(120);

/// How a run ended.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    /// Stories that went as told.
    pub passed: usize,
    /// Stories that did not.
    pub failed: usize,
    /// Stories this engine cannot play; each was named.
    pub not_offered: usize,
}

/// Where a run finds and leaves things.
#[derive(Debug)]
pub struct Surroundings {
    /// The built files.
    pub dist: PathBuf,
    /// Where what is left of failed stories goes.
    pub failures: PathBuf,
    /// Where pictures go, if wanted.
    pub shots: Option<PathBuf>,
}

/// Plays the stories in one engine.
///
/// # Errors
/// When the browser cannot be started.
pub async fn play_all(engine: Engine, stories: &[Story], place: &Surroundings) -> Result<Totals> {
    forget_failures(engine, &place.failures);
    let mut totals = Totals::default();
    let mut browser = None;
    for story in stories {
        if !story.engines.contains(&engine) {
            println!("  {engine:<9} --      {} (not offered by this engine)", story.name);
            totals.not_offered += 1;
            continue;
        }
        let running = match browser.take() {
            Some(running) => running,
            None => Browser::start(engine).await?,
        };
        let start = Instant::now();
        let (mut result, mut rest) = play(story, running, place).await;
        if result.is_err() {
            // A browser may stumble once; what is wrong is wrong again in a new one.
            report(engine, story, start.elapsed(), &result);
            println!("  {engine:<9} again   {}", story.name);
            (result, rest) = play(story, Browser::start(engine).await?, place).await;
        }
        browser = rest;
        match &result {
            Ok(()) => totals.passed += 1,
            Err(_) => totals.failed += 1,
        }
        report(engine, story, start.elapsed(), &result);
    }
    if let Some(browser) = browser {
        browser.close().await;
    }
    Ok(totals)
}

/// Plays one story; gives the browser back if it may be used again.
async fn play(
    story: &Story,
    browser: Browser,
    place: &Surroundings,
) -> (Result<()>, Option<Browser>) {
    let mut stage = match Stage::new(browser, &place.dist, place.shots.clone()).await {
        Ok(stage) => stage,
        Err(error) => return (Err(error), None),
    };
    let result = match tokio::time::timeout(LIMIT, (story.play)(&mut stage)).await {
        Ok(result) => result,
        Err(_) => Err(anyhow::anyhow!("it took longer than {} s", LIMIT.as_secs())),
    };
    if let Err(error) = result {
        let kept = keep_evidence(&stage, story, &error, &place.failures).await;
        let error = match kept {
            Ok(path) => error.context(format!("see {}.*", path.display())),
            Err(_) => error,
        };
        // Whatever state the browser is in, the next story gets a new one.
        stage.into_browser().close().await;
        return (Err(error), None);
    }
    match stage.tidy_up().await {
        Ok(()) => (Ok(()), Some(stage.into_browser())),
        Err(_) => (Ok(()), None),
    }
}

fn report(engine: Engine, story: &Story, taken: Duration, result: &Result<()>) {
    let seconds = taken.as_secs_f64();
    match result {
        Ok(()) => println!("  {engine:<9} ok      {} ({seconds:.1} s)", story.name),
        Err(error) => {
            println!("  {engine:<9} FAILED  {} ({seconds:.1} s)", story.name);
            for line in format!("{error:#}").lines() {
                println!("      {line}");
            }
        }
    }
}

/// Saves error, picture and page of a failed story; gives their common name without ending.
async fn keep_evidence(
    stage: &Stage,
    story: &Story,
    error: &anyhow::Error,
    directory: &Path,
) -> Result<PathBuf> {
    fs::create_dir_all(directory).context("no place for what is left of the story")?;
    let path = directory.join(format!("{}-{}", stage.engine(), file_name(story.name)));
    fs::write(path.with_extension("txt"), format!("{}\n{error:?}\n", story.name))?;
    let evidence = async {
        let driver = stage.driver()?;
        driver.screenshot(&path.with_extension("png")).await?;
        fs::write(path.with_extension("html"), driver.source().await?)?;
        anyhow::Ok(())
    };
    // A browser that does not answer leaves the error only.
    let _ = tokio::time::timeout(Duration::from_secs(10), evidence).await;
    Ok(path)
}

/// Removes what earlier runs in this engine left, so that all that is there is of this run.
fn forget_failures(engine: Engine, directory: &Path) {
    for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(&format!("{engine}-")) {
            // One that cannot be removed is overwritten or stays; neither changes the outcome.
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn file_name(story: &str) -> String {
    let plain = |letter: char| {
        if letter.is_ascii_alphanumeric() { letter } else { '-' }
    };
    story.to_lowercase().chars().map(plain).take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn story_names_become_file_names() {
        assert_eq!(file_name("A card is moved, saved"), "a-card-is-moved--saved");
    }
}
