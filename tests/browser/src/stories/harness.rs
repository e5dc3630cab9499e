//! Stories about the stage itself, on a small page of its own: if one of these fails, the browser
//! or its driver is at fault and no other story means anything.

use std::path::Path;
use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::arguments::Engine;

use crate::finding::{button, css, dialog, field, heading, link, role, test_id, text};
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// What the stage can do.
pub const STORIES: &[Story] = &[
    story!("The stage finds, clicks, types and reads", finds_clicks_types_and_reads),
    story!("The stage presses keys and chords", presses_keys),
    story!("The stage drags with the mouse", drags_with_the_mouse),
    story!("The stage drags with a finger", drags_with_a_finger)
        .only_in(&[Engine::Chromium, Engine::Firefox]),
    story!("Two tabs share their storage, a new origin has none", two_tabs_share_storage),
    story!("What was stored is there when the browser is opened again", survives_a_restart)
        .only_in(&[Engine::Chromium, Engine::Firefox]),
    story!("The stage takes the size of a phone and of a wide screen", takes_sizes),
    story!("Faults for people with disabilities are found", axe_finds_faults),
    story!("Errors in the console are found", console_errors_are_found),
    story!("Files go up and come down", files_go_up_and_down),
];

async fn open_page(stage: &mut Stage) -> Result<()> {
    stage.serve(&Path::new(env!("CARGO_MANIFEST_DIR")).join("pages"))?;
    stage.open("harness.html").await?;
    stage.sees(heading("Harness")).await
}

async fn finds_clicks_types_and_reads(stage: &mut Stage) -> Result<()> {
    open_page(stage).await?;
    stage.fill(field("Your name"), "Gunther Glas").await?;
    stage.choose(field("Phase"), "Active").await?;
    stage.click(field("Agreed")).await?;
    stage.click(button("Greet")).await?;
    stage.sees(text("Hello Gunther Glas, Active, agreed")).await?;
    ensure!(stage.value_of(field("Your name")).await? == "Gunther Glas");
    ensure!(stage.text_of(test_id("answer")).await?.starts_with("Hello"));
    ensure!(stage.name_of(css("#picture-button")).await? == "Close window");
    stage.sees_exactly(3, role("listitem").inside(role("list").named("Phases"))).await?;
    stage.click(button("Ask")).await?;
    stage.sees(dialog("Really?")).await?;
    stage.sees_no(button("Greet")).await?;
    stage.click(button("Yes").inside(dialog("Really?"))).await?;
    stage.sees_no(dialog("Really?")).await?;
    stage.click(link("Far away")).await?;
    ensure!(stage.fragment().await? == "#/far");
    stage.reload().await?;
    ensure!(stage.value_of(field("Your name")).await?.is_empty());
    stage.shot("harness").await
}

async fn presses_keys(stage: &mut Stage) -> Result<()> {
    open_page(stage).await?;
    stage.click(field("Your name")).await?;
    stage.type_keys("ab").await?;
    stage.press("Backspace").await?;
    ensure!(stage.value_of(field("Your name")).await? == "a");
    stage.press("Tab").await?;
    stage.focus_is_on(field("Phase")).await?;
    stage.press("Control+Shift+z").await?;
    stage.sees(text("key z with control and shift")).await?;
    stage.press("Escape").await?;
    stage.sees(text("key escape")).await
}

async fn drags_with_the_mouse(stage: &mut Stage) -> Result<()> {
    open_page(stage).await?;
    stage.drag(test_id("card"), test_id("column")).await?;
    stage.sees(text("dropped by mouse in column")).await
}

async fn drags_with_a_finger(stage: &mut Stage) -> Result<()> {
    open_page(stage).await?;
    let hold = Duration::from_millis(100);
    stage.touch_drag(test_id("card"), test_id("column"), hold).await?;
    stage.sees(text("dropped by touch in column")).await?;
    stage.tap(button("Greet")).await?;
    stage.sees(text("Hello nobody")).await
}

async fn two_tabs_share_storage(stage: &mut Stage) -> Result<()> {
    open_page(stage).await?;
    let first = stage.this_tab().await?;
    ensure!(stage.script("return localStorage.length", vec![]).await? == json!(0));
    stage.script("localStorage.setItem('shared', 'yes')", vec![]).await?;
    stage.open_tab("harness.html").await?;
    let read = "return localStorage.getItem('shared')";
    ensure!(stage.script(read, vec![]).await? == json!("yes"));
    stage.script("localStorage.setItem('shared', 'changed')", vec![]).await?;
    stage.close_tab(&first).await?;
    stage.until("the other tab's change", "localStorage.getItem('shared') === 'changed'").await?;
    stage.sees(text("storage event: changed")).await?;
    open_page(stage).await?;
    ensure!(stage.script("return localStorage.length", vec![]).await? == json!(0));
    Ok(())
}

async fn survives_a_restart(stage: &mut Stage) -> Result<()> {
    open_page(stage).await?;
    stage.click(button("Store for good")).await?;
    stage.sees(text("stored for good")).await?;
    stage.restart_browser().await?;
    stage.open("harness.html").await?;
    stage.sees(text("found again: kept")).await
}

async fn takes_sizes(stage: &mut Stage) -> Result<()> {
    open_page(stage).await?;
    for (width, height) in [(1440, 900), (390, 844), (768, 1024)] {
        stage.viewport(width, height).await?;
        let size = stage.script("return [innerWidth, innerHeight]", vec![]).await?;
        ensure!(size == json!([width, height]), "{size}");
    }
    Ok(())
}

async fn axe_finds_faults(stage: &mut Stage) -> Result<()> {
    open_page(stage).await?;
    stage.everyone_can_use_it().await?;
    stage.click(button("Break")).await?;
    let found = stage.everyone_can_use_it().await.err();
    let found = found.map(|error| error.to_string()).unwrap_or_default();
    ensure!(found.contains("image-alt"), "axe-core did not see the nameless picture: {found}");
    Ok(())
}

async fn console_errors_are_found(stage: &mut Stage) -> Result<()> {
    open_page(stage).await?;
    stage.console_is_clean().await?;
    stage.click(button("Complain")).await?;
    let mut errors = Vec::new();
    for _ in 0..50 {
        errors.extend(stage.console_errors().await?);
        let has = |word: &str| errors.iter().any(|error| error.contains(word));
        if has("complaint") && has("thrown") {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
    anyhow::bail!("the console only has {errors:?}")
}

async fn files_go_up_and_down(stage: &mut Stage) -> Result<()> {
    open_page(stage).await?;
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages/harness.html");
    stage.upload(css("input[type=file]"), &page).await?;
    stage.sees(text("harness.html has")).await?;
    stage.click(button("Download")).await?;
    let (name, bytes) = stage.downloaded(".txt").await?;
    ensure!(name == "greeting.txt" && bytes == b"hello", "{name}: {bytes:?}");
    Ok(())
}
