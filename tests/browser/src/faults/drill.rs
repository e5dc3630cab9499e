//! The restore drill: a backup of everything, the storage wiped, the backup brought back, and nothing
//! differs.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use xtask::arguments::Engine;
use xtask::project::Project;

use crate::bench::measuring::Place;
use crate::bench::page::{Caches, Page};
use crate::bench::seeding::{bring_in, write_workspace};
use crate::browser::Browser;
use crate::finding::test_id;
use crate::origin::fresh_origin;
use crate::scratch::ScratchDirectory;
use crate::stage::Stage;

/// What is waited for at most.
const LIMIT: Duration = Duration::from_secs(180);

/// How long the drill took: the backup, and bringing it back until everything was saved.
///
/// # Errors
/// When something differs afterwards, or the browser cannot be driven.
pub async fn run(dist: &Path, customers: usize) -> Result<(Duration, Duration)> {
    let file = write_workspace(&Project::find()?, customers)?;
    let stage = Stage::new(Browser::start(Engine::Chromium).await?, dist, None).await?;
    let server = fresh_origin(dist, "/")?;
    let place = Place { customers, address: server.address() };
    bring_in(&stage, &place, &file).await?;
    let start = Instant::now();
    let before = backup(&stage, &place).await?;
    let saving = start.elapsed();
    let wiped = json!({ "origin": place.address, "storageTypes": "all" });
    stage.devtools("Storage.clearDataForOrigin", wiped).await?;
    let directory = ScratchDirectory::new()?;
    let file = directory.path().join("backup.rapport");
    fs::write(&file, &before)?;
    let start = Instant::now();
    let page = Page::open(&stage).await?;
    page.load(&format!("{}#/data", place.address), Caches::Kept).await?;
    stage.upload(test_id("open-file"), &file).await?;
    let button = "!!document.querySelector('[data-testid=merge-file]:enabled')";
    page.wait("the file to be read", button, LIMIT).await?;
    page.ask("bench.expectSave()", vec![]).await?;
    stage.click(test_id("merge-file")).await?;
    page.wait("the file to be saved", "bench.savedAt", LIMIT).await?;
    let restoring = start.elapsed();
    page.close().await?;
    let after = backup(&stage, &place).await?;
    ensure!(records(&before) == records(&after), "the restored workspace differs");
    stage.into_browser().close().await;
    Ok((saving, restoring))
}

async fn backup(stage: &Stage, place: &Place) -> Result<Vec<u8>> {
    let page = Page::open(stage).await?;
    page.load(&format!("{}#/data", place.address), Caches::Kept).await?;
    stage.click(test_id("save-file")).await?;
    let made = "!!document.querySelector('[data-testid=save-file]:enabled')";
    page.wait("the file to be made", made, LIMIT).await?;
    let (_, bytes) = stage.downloaded(".rapport").await.context("no backup")?;
    page.close().await?;
    Ok(bytes)
}

/// The records of a file, one to a line, whatever their order.
fn records(file: &[u8]) -> BTreeSet<&[u8]> {
    let lines = file.split(|byte| *byte == b'\n').skip(1);
    lines.map(|line| line.strip_suffix(b",").unwrap_or(line)).collect()
}
