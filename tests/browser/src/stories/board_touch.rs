//! Stories of the board on a phone: holding and dragging, scrolling, swiping between columns.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use xtask::arguments::Engine;

use super::board_sight::{begins_with, card, counts, is_at_rest};
use crate::finding::{Wanted, button, css, role, test_id};
use crate::pointer::Point;
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// The board on a phone.
pub const STORIES: &[Story] = &[
    story!("A finger that holds a card drags it to another place", drags_by_finger)
        .only_in(&[Engine::Chromium]),
    story!("A quick finger scrolls the page and moves no card", scrolls)
        .only_in(&[Engine::Chromium]),
    story!("A swipe on a phone goes from column to column", swipes).only_in(&[Engine::Chromium]),
    story!("A card dragged onto the switch of a phone goes to that column", drops_on_the_switch)
        .only_in(&[Engine::Chromium]),
    story!("A tap on a card opens the customer", taps).only_in(&[Engine::Chromium]),
    story!("A phone shows one column and a switch between them", one_column),
    story!("A phone moves a card by its menu and stays in its column", menu_on_a_phone),
    story!("A phone has its search and its filters behind buttons", searches_on_a_phone),
];

const GUNTHER: &str = "Gunther Glas GmbH";
const KESSLER: &str = "Kessler Metallbau GmbH";
const LINDENHOF: &str = "Lindenhof-Klinik gGmbH";
const BRAUHAUS: &str = "Brauhaus Tannengrund";
const BRANDT: &str = "Autohaus Brandt & Sohn";
const HOLD: Duration = Duration::from_millis(420);
const NO_HOLD: Duration = Duration::ZERO;

async fn phone(stage: &mut Stage) -> Result<()> {
    stage.viewport(390, 844).await?;
    if stage.engine() == Engine::Chromium {
        // With a finger the page is larger; that must not come in the middle of the story.
        let screen = json!({ "enabled": true, "maxTouchPoints": 1 });
        stage.devtools("Emulation.setTouchEmulationEnabled", screen).await?;
    }
    stage.open("#/board").await?;
    stage.click(test_id("load-sample")).await?;
    stage.sees(card(LINDENHOF)).await?;
    is_at_rest(stage).await
}

fn switch(name: &str) -> Wanted {
    css("[data-switch]").with_text(name)
}

async fn middle(stage: &Stage, name: &str) -> Result<Point> {
    stage.middle_of(card(name)).await
}

async fn drags_by_finger(stage: &mut Stage) -> Result<()> {
    phone(stage).await?;
    let (start, below) = (middle(stage, LINDENHOF).await?, middle(stage, BRANDT).await?);
    stage.touch_between(start, below, HOLD).await?;
    begins_with(stage, "acquire", &[BRAUHAUS, LINDENHOF, BRANDT]).await?;
    ensure!(stage.fragment().await? == "#/board", "the drop opened the customer as well");
    is_saved_in_the_end(stage).await?;
    stage.reload().await?;
    begins_with(stage, "acquire", &[BRAUHAUS, LINDENHOF, BRANDT]).await
}

async fn is_saved_in_the_end(stage: &mut Stage) -> Result<()> {
    // The mark is not in sight on a phone.
    let mark = css("[data-testid=save-state][data-state=saved]").even_hidden();
    stage.sees(mark).await
}

async fn scrolls(stage: &mut Stage) -> Result<()> {
    phone(stage).await?;
    let start = middle(stage, BRANDT).await?;
    stage.touch_between(start, Point { x: start.x, y: start.y - 220.0 }, NO_HOLD).await?;
    stage.until("the page to scroll", "scrollY > 60").await?;
    begins_with(stage, "acquire", &[LINDENHOF, BRAUHAUS, BRANDT]).await?;
    stage.sees_no(test_id("toast")).await
}

async fn swipes(stage: &mut Stage) -> Result<()> {
    phone(stage).await?;
    let start = middle(stage, BRAUHAUS).await?;
    let (right, left) = (Point { x: 330.0, y: start.y }, Point { x: 90.0, y: start.y + 12.0 });
    stage.touch_between(right, left, NO_HOLD).await?;
    stage.sees(card(GUNTHER)).await?;
    stage.sees_no(card(LINDENHOF)).await?;
    stage.touch_between(right, left, NO_HOLD).await?;
    stage.sees(card("Volksbank Ammertal eG")).await?;
    // There is nothing beyond the last one.
    stage.touch_between(right, left, NO_HOLD).await?;
    stage.touch_between(left, right, NO_HOLD).await?;
    stage.sees(card(GUNTHER)).await?;
    stage.sees_no(test_id("toast")).await
}

async fn drops_on_the_switch(stage: &mut Stage) -> Result<()> {
    phone(stage).await?;
    let card_box = middle(stage, LINDENHOF).await?;
    let onto = stage.middle_of(switch("Building")).await?;
    // Mostly sideways, as a swipe goes.
    let start = Point { x: onto.x - 150.0, y: card_box.y };
    ensure!(start.x > 20.0 && (start.y - onto.y).abs() < 250.0, "{start:?} {onto:?}");
    stage.touch_between(start, onto, HOLD).await?;
    begins_with(stage, "first-deal", &[LINDENHOF, GUNTHER]).await?;
    stage.sees(card(KESSLER)).await?;
    let shown = "[...document.querySelectorAll('.column.is-shown')].map((c) => c.dataset.key)[0]";
    let shown = stage.script(&format!("return {shown}"), vec![]).await?;
    ensure!(shown == json!("first-deal"), "the phone shows {shown}");
    Ok(())
}

async fn taps(stage: &mut Stage) -> Result<()> {
    phone(stage).await?;
    stage.tap(card(BRAUHAUS)).await?;
    stage.sees(role("heading").named(BRAUHAUS)).await
}

async fn one_column(stage: &mut Stage) -> Result<()> {
    phone(stage).await?;
    stage.sees_exactly(1, test_id("column")).await?;
    stage.sees_no(card(GUNTHER)).await?;
    counts(stage, "acquire", 7).await?;
    stage.click(switch("Building")).await?;
    stage.sees(card(GUNTHER)).await?;
    stage.sees_exactly(1, test_id("column")).await?;
    stage.sees_no(card(LINDENHOF)).await?;
    let targets = "return [...document.querySelectorAll('[data-switch], .bottom-nav > *')]
        .map((e) => e.getBoundingClientRect()).map((box) => [box.width, box.height])";
    let targets = stage.script(targets, vec![]).await?;
    let small: Vec<&Value> = targets
        .as_array()
        .into_iter()
        .flatten()
        .filter(|size| size.get(0).and_then(Value::as_f64).is_none_or(|width| width < 44.0))
        .collect();
    ensure!(small.is_empty(), "too narrow for a thumb: {small:?}");
    Ok(())
}

async fn menu_on_a_phone(stage: &mut Stage) -> Result<()> {
    phone(stage).await?;
    stage.click(test_id("card-menu").inside(card(LINDENHOF))).await?;
    stage.click(role("menuitemradio").named("Building")).await?;
    begins_with(stage, "acquire", &[BRAUHAUS, BRANDT]).await?;
    stage.sees(card(BRAUHAUS)).await?;
    stage.sees_no(card(LINDENHOF)).await?;
    stage.click(switch("Building")).await?;
    stage.sees(card(LINDENHOF)).await?;
    stage.click(button("Undo")).await?;
    stage.sees_no(card(LINDENHOF)).await
}

async fn searches_on_a_phone(stage: &mut Stage) -> Result<()> {
    phone(stage).await?;
    stage.click(button("Search customers")).await?;
    stage.type_into(test_id("search"), "brau").await?;
    stage.sees(card(BRAUHAUS)).await?;
    stage.sees_no(card(LINDENHOF)).await?;
    stage.click(button("Filter")).await?;
    stage.sees(test_id("filter-dialog")).await?;
    stage.click(test_id("filter-done")).await?;
    stage.sees(card(BRAUHAUS)).await
}
