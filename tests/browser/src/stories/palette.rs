//! Stories of the command palette, the help and the single keys.

use anyhow::{Result, ensure};
use serde_json::json;

use super::board_sight::{address_is, begins_with, card, card_link, load_sample};
use crate::finding::{Wanted, css, dialog, field, heading, role, test_id};
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// Palette, help, keys.
pub const STORIES: &[Story] = &[
    story!("The palette finds a customer by a few letters and opens the page", opens_a_customer),
    story!("The palette goes to every area", goes_places),
    story!("The palette groups the board and keeps the search", groups),
    story!("The palette opens the form of a new customer", opens_the_form),
    story!("The palette takes back and does again", undoes),
    story!("The palette searches the board for what was typed", searches),
    story!("The palette changes the language at once, numbers too", speaks),
    story!("The palette changes the colours", dresses),
    story!("The palette is left by Escape and by its own key", is_left),
    story!("Arrows choose in the palette and go round", arrows_choose),
    story!("The help shows signs and keys and is left by Escape", helps),
    story!("Single keys open what they stand for", single_keys),
    story!("The key e edits the customer in focus", key_e),
    story!("Single keys are silent while someone types", keys_while_typing),
    story!("Single keys can be switched off for good", keys_switched_off),
];

const GUNTHER: &str = "Gunther Glas GmbH";

fn palette() -> Wanted {
    test_id("palette")
}

fn chosen() -> Wanted {
    css("[data-testid=palette-option][aria-selected=true]")
}

/// Opens the palette and types.
async fn ask(stage: &Stage, words: &str) -> Result<()> {
    stage.press("Control+k").await?;
    stage.focus_is_on(css("#palette-input")).await?;
    stage.type_keys(words).await
}

/// Runs the line that says this, which must be the first one by now.
async fn run(stage: &Stage, words: &str, line: &str) -> Result<()> {
    ask(stage, words).await?;
    stage.sees(chosen().with_text(line)).await?;
    stage.press("Enter").await?;
    stage.sees_no(palette()).await
}

async fn opens_a_customer(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    run(stage, "gunth", GUNTHER).await?;
    stage.sees(heading(GUNTHER)).await?;
    // By a person, too, and from another screen.
    run(stage, "falk", "Architekturbüro Falk Reuter").await?;
    stage.sees(heading("Architekturbüro Falk Reuter")).await
}

async fn goes_places(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    run(stage, "to the list", "To the list of customers").await?;
    address_is(stage, "#/customers").await?;
    stage.sees(role("table")).await?;
    run(stage, "to the data", "To the data").await?;
    address_is(stage, "#/data").await?;
    stage.sees(heading("Data")).await?;
    run(stage, "to the board", "To the board").await?;
    address_is(stage, "#/board").await?;
    stage.sees(card(GUNTHER)).await
}

async fn groups(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    stage.open("#/board?q=gunther").await?;
    stage.sees_exactly(1, test_id("card")).await?;
    run(stage, "grouped by mode", "Grouped by: Mode").await?;
    stage.sees(css("[data-testid=group-by][aria-current=true]").with_text("Mode")).await?;
    begins_with(stage, "reactive", &[GUNTHER]).await?;
    stage.sees_exactly(1, test_id("card")).await
}

async fn opens_the_form(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    run(stage, "new customer", "New customer").await?;
    stage.sees(dialog("New customer")).await?;
    stage.focus_is_on(field("Name").inside(dialog("New customer"))).await
}

async fn undoes(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    stage.click(test_id("card-menu").inside(card(GUNTHER))).await?;
    stage.click(role("menuitemradio").named("Retention")).await?;
    begins_with(stage, "bind", &[GUNTHER]).await?;
    run(stage, "undo", "Undo").await?;
    begins_with(stage, "first-deal", &[GUNTHER]).await?;
    run(stage, "redo", "Redo").await?;
    begins_with(stage, "bind", &[GUNTHER]).await
}

async fn searches(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    ask(stage, "glas").await?;
    stage.click(role("option").with_text("Search the board for “glas”")).await?;
    stage.sees_no(palette()).await?;
    address_is(stage, "#/board?q=glas").await?;
    ensure!(stage.value_of(test_id("search")).await? == "glas", "the search field is empty");
    stage.sees_no(card("Brauhaus Tannengrund")).await
}

async fn speaks(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    let sum = || test_id("sum").inside(super::board_sight::column("acquire"));
    stage.sees(sum().with_text("225,500")).await?;
    run(stage, "deutsch", "Language: Deutsch").await?;
    stage.sees(heading("Beziehungen")).await?;
    stage.sees(sum().with_text("225.500")).await?;
    stage.sees(css("html[lang=de]")).await?;
    stage.sees(css(".median").with_text("im Median")).await?;
    stage.reload().await?;
    stage.sees(heading("Beziehungen")).await?;
    run(stage, "dunkel", "Dunkle Farben").await?;
    stage.sees(css("html[data-theme=dark]")).await?;
    run(stage, "english", "Sprache: English").await?;
    stage.sees(heading("Relationships")).await?;
    stage.sees(sum().with_text("225,500")).await?;
    stage.sees(css("html[lang=en]")).await
}

async fn dresses(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    let ground = "return getComputedStyle(document.body).backgroundColor";
    run(stage, "light", "Light colours").await?;
    stage.sees(css("html[data-theme=light]")).await?;
    let light = stage.script(ground, vec![]).await?;
    run(stage, "dark", "Dark colours").await?;
    stage.sees(css("html[data-theme=dark]")).await?;
    let dark = stage.script(ground, vec![]).await?;
    ensure!(light != dark, "light and dark look the same: {light}");
    run(stage, "colours as", "Colours as on this device").await?;
    stage.sees(css("html:not([data-theme])")).await
}

async fn is_left(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    let link = stage.find(card_link(GUNTHER)).await?.to_json()?;
    stage.script("arguments[0].focus()", vec![link]).await?;
    for leave in ["Escape", "Control+k"] {
        ask(stage, "dark").await?;
        stage.sees(chosen().with_text("Dark colours")).await?;
        stage.shot("palette").await?;
        stage.press(leave).await?;
        stage.sees_no(palette()).await?;
        stage.focus_is_on(card_link(GUNTHER)).await?;
    }
    stage.sees(css("html:not([data-theme])")).await
}

async fn arrows_choose(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    ask(stage, "colours").await?;
    stage.sees_exactly(1, chosen()).await?;
    let first = stage.text_of(chosen()).await?;
    stage.press("ArrowDown").await?;
    let second = stage.text_of(chosen()).await?;
    ensure!(first != second, "the arrow chose nothing else than {first}");
    stage.press("ArrowUp").await?;
    stage.press("ArrowUp").await?;
    let last = role("option").inside(palette());
    let count = stage.count(last.clone()).await?;
    let last = stage.text_of(last.at(count.saturating_sub(1))).await?;
    ensure!(stage.text_of(chosen()).await? == last, "up from the first is not the last, {last}");
    let told = stage.attribute_of(css("#palette-input"), "aria-activedescendant").await?;
    let id = stage.attribute_of(chosen(), "id").await?;
    ensure!(told.is_some() && told == id, "said to be chosen is {told:?}, shown as such {id:?}");
    Ok(())
}

async fn helps(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    stage.press("?").await?;
    stage.sees(dialog("Help")).await?;
    stage.sees(role("table").named("On the board")).await?;
    stage.sees(css("dt").with_text("Height and colour: the mood")).await?;
    stage.press("Escape").await?;
    stage.sees_no(dialog("Help")).await?;
    run(stage, "help", "Help: keys and signs").await?;
    stage.sees(dialog("Help")).await
}

async fn single_keys(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    stage.press("n").await?;
    stage.sees(dialog("New customer")).await?;
    stage.press("Escape").await?;
    stage.sees_no(dialog("New customer")).await?;
    stage.press("c").await?;
    stage.sees(role("dialog")).await?;
    stage.press("Escape").await?;
    stage.sees_no(role("dialog")).await?;
    stage.press("/").await?;
    stage.focus_is_on(css("#search")).await?;
    stage.press("Tab").await?;
    for (letter, address) in [("c", "#/customers"), ("d", "#/data"), ("b", "#/board")] {
        stage.press("g").await?;
        stage.press(letter).await?;
        address_is(stage, address).await?;
    }
    stage.sees(card(GUNTHER)).await
}

async fn key_e(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    let link = stage.find(card_link(GUNTHER)).await?.to_json()?;
    stage.script("arguments[0].focus()", vec![link]).await?;
    stage.press("e").await?;
    stage.sees(dialog("Edit Gunther Glas GmbH")).await?;
    stage.press("Escape").await?;
    stage.sees_no(role("dialog")).await?;
    stage.focus_is_on(card_link(GUNTHER)).await
}

async fn keys_while_typing(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    stage.press("/").await?;
    stage.type_keys("nce?/gb").await?;
    ensure!(stage.value_of(css("#search")).await? == "nce?/gb", "keys were taken from the text");
    stage.sees_no(role("dialog")).await?;
    ensure!(stage.fragment().await?.starts_with("#/board"), "g b went somewhere");
    Ok(())
}

async fn keys_switched_off(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    stage.press("?").await?;
    stage.click(test_id("single-keys")).await?;
    stage.press("Escape").await?;
    stage.sees_no(role("dialog")).await?;
    stage.reload().await?;
    stage.sees(card(GUNTHER)).await?;
    stage.press("n").await?;
    stage.press("?").await?;
    // The palette comes after what those two would have opened.
    stage.press("Control+k").await?;
    stage.focus_is_on(css("#palette-input")).await?;
    ensure!(stage.count(role("dialog")).await? == 1, "a single key opened something");
    ensure!(stage.value_of(css("#palette-input")).await? == json!("").as_str().unwrap_or("-"));
    Ok(())
}
