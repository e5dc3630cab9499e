//! Filling the app: a made-up workspace file, brought in through the app's own file screen.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use xtask::arguments::Command;
use xtask::commands;
use xtask::project::Project;

use super::measuring::Place;
use super::page::{Caches, Page};
use crate::finding::test_id;
use crate::stage::Stage;

/// How many contacts each customer has on average.
const CONTACTS_EACH: usize = 10;
/// Bringing in the largest file is no everyday matter; it may take its time.
const LIMIT: Duration = Duration::from_secs(180);

/// Has the project's own generator write a workspace file.
///
/// # Errors
/// When it fails.
pub fn write_workspace(project: &Project, customers: usize) -> Result<PathBuf> {
    let directory = project.target.join("bench");
    fs::create_dir_all(&directory).context("no place for workspace files")?;
    let file = directory.join(format!("customers-{customers}.rapport"));
    let contacts = customers * CONTACTS_EACH;
    let (customers, contacts) = (customers.to_string(), contacts.to_string());
    let words: [&str; 6] = ["--customers", &customers, "--contacts", &contacts, "--seed", "1"];
    let mut arguments: Vec<OsString> = words.iter().map(OsString::from).collect();
    arguments.extend(["--out".into(), file.clone().into_os_string()]);
    commands::run(Command::Sample(arguments))?;
    Ok(file)
}

/// Brings a workspace file in as a person does. How many customers are on the board then.
///
/// # Errors
/// When the app does not take it or does not save it.
pub async fn bring_in(stage: &Stage, place: &Place, file: &Path) -> Result<u64> {
    let page = Page::open(stage).await?;
    page.load(&format!("{}#/data", place.address), Caches::Kept).await?;
    stage.upload(test_id("open-file"), file).await?;
    let button = "!!document.querySelector('[data-testid=merge-file]:enabled')";
    page.wait("the file to be read", button, LIMIT).await?;
    page.ask("bench.expectSave()", vec![]).await?;
    stage.click(test_id("merge-file")).await?;
    page.wait("the file to be saved", "bench.savedAt", LIMIT).await?;
    page.close().await?;

    // What a new page shows is what was kept.
    let page = Page::open(stage).await?;
    page.load(&format!("{}#/board", place.address), Caches::Kept).await?;
    page.wait("a board with cards", "bench.startUp?.painted", LIMIT).await?;
    let on_board = page.ask("bench.onBoard()", vec![]).await?;
    page.close().await?;
    let on_board = on_board.as_u64().with_context(|| format!("no count but {on_board}"))?;
    let brought = place.customers;
    ensure!(
        on_board * 2 > brought as u64,
        "of {brought} customers brought in only {on_board} are on the board"
    );
    Ok(on_board)
}
