//! Stories about where the files may lie: on any static host, in any directory.

use anyhow::{Result, ensure};

use super::steps::{add_customer, card, visit};
use crate::finding::{heading, link, test_id};
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// Where it may be hosted.
pub const STORIES: &[Story] = &[
    story!("The app works in a directory of a host", in_a_directory),
    story!("An address of a screen opens that screen", addresses_open),
    story!("Back and forward go from screen to screen", back_and_forward),
];

async fn in_a_directory(stage: &mut Stage) -> Result<()> {
    stage.serve_under("/some/where/")?;
    stage.open("").await?;
    stage.sees(heading("Relationships")).await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    stage.reload().await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.console_is_clean().await?;
    let outside: Vec<String> =
        stage.requested().into_iter().filter(|path| !path.starts_with("/some/where/")).collect();
    ensure!(outside.is_empty(), "it asked for {outside:?}");
    Ok(())
}

async fn addresses_open(stage: &mut Stage) -> Result<()> {
    for (address, title) in [
        ("", "Relationships"),
        ("#/board?by=mode", "Relationships"),
        ("#/customers", "Customers"),
        ("#/data", "Data"),
        ("#/nowhere/at/all", "Nothing here yet"),
        ("#", "Relationships"),
    ] {
        stage.driver()?.goto("about:blank").await?;
        stage.open(address).await?;
        stage.sees(heading(title)).await?;
        let named = "/^.+ – Rapport$/.test(document.title)";
        stage.until(&format!("a title at {address}"), named).await?;
    }
    stage.console_is_clean().await
}

async fn back_and_forward(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.click(link("Data").inside(crate::finding::css(".sidebar"))).await?;
    stage.sees(heading("Workspace file")).await?;
    stage.driver()?.back().await?;
    stage.sees(test_id("customer-page")).await?;
    stage.driver()?.back().await?;
    stage.sees(card("Gunther Glas GmbH")).await?;
    stage.driver()?.forward().await?;
    stage.sees(test_id("customer-page")).await
}
