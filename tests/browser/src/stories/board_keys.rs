//! Stories of the board by keyboard: walking, lifting, carrying, the menu, and what is said.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::board_sight::{
    begins_with, card, card_link, cards, column, hears, holds, load_sample, open_menu,
};
use crate::finding::{css, heading, role, test_id};
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// The board by keyboard.
pub const STORIES: &[Story] = &[
    story!("The Tab key reaches the cards and the skip link skips to them", tab_reaches_cards),
    story!("Arrows go from card to card, Enter opens one", arrows_walk),
    story!("Space lifts a card, arrows carry it and say where, Enter drops it", carries),
    story!("Space drops a carried card inside its column", drops_with_space),
    story!("Escape puts a card back that was lifted by key", escape_puts_back),
    story!("Undo by key leaves the focus on the card", undo_keeps_the_focus),
    story!("A card lifted by key falls back when something else is pressed", falls_back),
    story!("The key m opens the menu, Enter moves the card", the_menu_by_keys),
    story!("A menu opened by key gives the focus back", the_menu_gives_back),
    story!("A card sent off the board leaves the focus on the next one", focus_goes_on),
];

const GUNTHER: &str = "Gunther Glas GmbH";
const KESSLER: &str = "Kessler Metallbau GmbH";
const KITA: &str = "Kita Regenbogenland e. V.";
const LINDENHOF: &str = "Lindenhof-Klinik gGmbH";
const BRAUHAUS: &str = "Brauhaus Tannengrund";
const ELBAUE: &str = "Wohnbau Elbaue AG";
const VOLKSBANK: &str = "Volksbank Ammertal eG";

async fn focus(stage: &Stage, name: &str) -> Result<()> {
    let link = stage.find(card_link(name)).await?.to_json()?;
    stage.script("arguments[0].focus()", vec![link]).await?;
    stage.focus_is_on(card_link(name)).await
}

async fn tab_reaches_cards(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    stage.reload().await?;
    stage.sees(card(GUNTHER)).await?;
    stage.press("Tab").await?;
    stage.focus_is_on(css(".skip-link")).await?;
    stage.press("Enter").await?;
    stage.focus_is_on(css("main")).await?;
    let is_on_card = "return !!document.activeElement.closest('[data-testid=card]')";
    for _ in 0..30 {
        stage.press("Tab").await?;
        if stage.script(is_on_card, vec![]).await? == json!(true) {
            return stage.focus_is_on(card_link(LINDENHOF)).await;
        }
    }
    anyhow::bail!("thirty times Tab from the beginning of the page reached no card")
}

async fn arrows_walk(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    focus(stage, LINDENHOF).await?;
    let way = [
        ("ArrowDown", BRAUHAUS),
        ("ArrowRight", KESSLER),
        ("ArrowUp", GUNTHER),
        ("ArrowUp", GUNTHER),
        ("ArrowLeft", LINDENHOF),
        ("End", ELBAUE),
        ("Home", LINDENHOF),
        ("ArrowRight", GUNTHER),
    ];
    for (key, name) in way {
        stage.press(key).await?;
        stage.focus_is_on(card_link(name)).await.with_context(|| format!("after {key}"))?;
    }
    stage.press("Enter").await?;
    stage.sees(heading(GUNTHER)).await
}

async fn carries(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    focus(stage, GUNTHER).await?;
    stage.press("Space").await?;
    hears(stage, "Gunther Glas GmbH lifted.").await?;
    stage.press("ArrowRight").await?;
    hears(stage, "Retention, place 1").await?;
    stage.press("ArrowDown").await?;
    hears(stage, "Retention, place 2").await?;
    stage.sees(css(".drop-slot").even_hidden().inside(column("bind"))).await?;
    stage.press("Enter").await?;
    hears(stage, "Gunther Glas GmbH is now in Retention.").await?;
    begins_with(stage, "bind", &[VOLKSBANK, GUNTHER]).await?;
    stage.sees_no(css(".drop-slot, .drag-note").even_hidden()).await?;
    stage.focus_is_on(card_link(GUNTHER)).await?;
    ensure!(stage.fragment().await? == "#/board", "Enter opened the customer as well");
    Ok(())
}

async fn drops_with_space(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    focus(stage, GUNTHER).await?;
    for key in ["Space", "ArrowDown", "ArrowDown"] {
        stage.press(key).await?;
    }
    hears(stage, "Building, place 3").await?;
    stage.press("Space").await?;
    begins_with(stage, "first-deal", &[KESSLER, GUNTHER, KITA]).await?;
    stage.focus_is_on(card_link(GUNTHER)).await
}

async fn escape_puts_back(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    let before = cards(stage, "first-deal").await?;
    focus(stage, GUNTHER).await?;
    stage.press("Space").await?;
    stage.press("ArrowLeft").await?;
    hears(stage, "Initiation, place 1").await?;
    stage.press("Escape").await?;
    hears(stage, "Gunther Glas GmbH is back in its old place.").await?;
    holds(stage, "first-deal", &before).await?;
    stage.sees_no(css(".drop-slot, .drag-note").even_hidden()).await?;
    stage.sees_no(test_id("toast")).await?;
    stage.focus_is_on(card_link(GUNTHER)).await
}

async fn undo_keeps_the_focus(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    focus(stage, GUNTHER).await?;
    for key in ["Space", "ArrowLeft", "Enter"] {
        stage.press(key).await?;
    }
    begins_with(stage, "acquire", &[GUNTHER]).await?;
    stage.focus_is_on(card_link(GUNTHER)).await?;
    stage.press("Control+z").await?;
    begins_with(stage, "first-deal", &[GUNTHER, KESSLER]).await?;
    stage.focus_is_on(card_link(GUNTHER)).await?;
    stage.press("Control+y").await?;
    begins_with(stage, "acquire", &[GUNTHER]).await?;
    stage.focus_is_on(card_link(GUNTHER)).await
}

async fn falls_back(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    focus(stage, GUNTHER).await?;
    stage.press("Space").await?;
    stage.press("ArrowRight").await?;
    stage.sees(css(".drag-note").even_hidden()).await?;
    stage.click(css("#search")).await?;
    stage.sees_no(css(".drop-slot, .drag-note").even_hidden()).await?;
    begins_with(stage, "first-deal", &[GUNTHER, KESSLER]).await?;
    hears(stage, "Gunther Glas GmbH is back in its old place.").await
}

async fn the_menu_by_keys(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    focus(stage, KITA).await?;
    stage.press("m").await?;
    stage.focus_is_on(role("menuitemradio").named("Initiation")).await?;
    stage.press("ArrowUp").await?;
    stage.focus_is_on(test_id("menu-trash")).await?;
    for _ in 0..3 {
        stage.press("ArrowDown").await?;
    }
    stage.focus_is_on(role("menuitemradio").named("Retention")).await?;
    stage.press("Enter").await?;
    stage.sees_no(css("[role=menu]")).await?;
    begins_with(stage, "bind", &[KITA, VOLKSBANK]).await?;
    stage.focus_is_on(card_link(KITA)).await
}

async fn the_menu_gives_back(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    focus(stage, KITA).await?;
    for leave in ["Escape", "Tab"] {
        stage.press("m").await?;
        stage.focus_is_on(role("menuitemradio").named("Initiation")).await?;
        stage.press(leave).await?;
        stage.sees_no(css("[role=menu]")).await?;
        stage.focus_is_on(card_link(KITA)).await.with_context(|| format!("after {leave}"))?;
    }
    begins_with(stage, "first-deal", &[GUNTHER, KESSLER, KITA]).await
}

async fn focus_goes_on(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    open_menu(stage, GUNTHER).await?;
    stage.click(test_id("menu-archive")).await?;
    begins_with(stage, "first-deal", &[KESSLER, KITA]).await?;
    stage.focus_is_on(card_link(KESSLER)).await?;
    // And so it goes on by keys.
    stage.press("m").await?;
    stage.sees(css("[role=menu]")).await?;
    stage.press("ArrowUp").await?;
    stage.press("Enter").await?;
    begins_with(stage, "first-deal", &[KITA]).await?;
    stage.focus_is_on(card_link(KITA)).await
}
