//! Stories of cards that are moved by mouse: dragged, put back, taken back, sent by the menu.

use anyhow::{Result, ensure};

use super::board_sight::{
    begins_with, card, card_link, cards, counts, drag_card, holds, is_at_rest, is_saved,
    load_sample, open_menu, way,
};
use crate::finding::{button, css, heading, role, test_id};
use crate::pointer::Point;
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// Mouse and menu.
pub const STORIES: &[Story] = &[
    story!("A card dragged to another column stays there after a reload", drags_across),
    story!("A card dragged inside its column keeps its new place", drags_inside),
    story!("Undo puts a dragged card back exactly, redo moves it again", undoes_a_drag),
    story!("The message about a move takes it back and does it again", undoes_by_the_message),
    story!("Escape lets a dragged card fall back", escape_ends_a_drag),
    story!("Letting go after Escape does not open the customer", escape_opens_nothing),
    story!("A click on a card opens the customer, a drag does not", a_drag_is_no_click),
    story!("The menu of a card moves it to the top of another column", moves_by_the_menu),
    story!("After a move by the menu the focus is on the card", the_focus_follows_the_card),
    story!("A menu left with Escape gives the focus back", the_menu_gives_the_focus_back),
];

const GUNTHER: &str = "Gunther Glas GmbH";
const KESSLER: &str = "Kessler Metallbau GmbH";
const KITA: &str = "Kita Regenbogenland e. V.";
const LINDENHOF: &str = "Lindenhof-Klinik gGmbH";
const BRAUHAUS: &str = "Brauhaus Tannengrund";

async fn drags_across(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    counts(stage, "acquire", 7).await?;
    drag_card(stage, GUNTHER, "acquire", 1).await?;
    begins_with(stage, "acquire", &[LINDENHOF, GUNTHER, BRAUHAUS]).await?;
    begins_with(stage, "first-deal", &[KESSLER]).await?;
    counts(stage, "acquire", 8).await?;
    counts(stage, "first-deal", 7).await?;
    stage.sees(test_id("toast").with_text("Gunther Glas GmbH is now in Initiation.")).await?;
    is_saved(stage).await?;
    stage.reload().await?;
    begins_with(stage, "acquire", &[LINDENHOF, GUNTHER, BRAUHAUS]).await?;
    stage.console_is_clean().await
}

async fn drags_inside(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    begins_with(stage, "first-deal", &[GUNTHER, KESSLER, KITA]).await?;
    drag_card(stage, GUNTHER, "first-deal", 2).await?;
    begins_with(stage, "first-deal", &[KESSLER, GUNTHER, KITA]).await?;
    stage.sees(test_id("toast").with_text("Gunther Glas GmbH has a new place.")).await?;
    drag_card(stage, KITA, "first-deal", 0).await?;
    begins_with(stage, "first-deal", &[KITA, KESSLER, GUNTHER]).await?;
    is_saved(stage).await?;
    stage.reload().await?;
    begins_with(stage, "first-deal", &[KITA, KESSLER, GUNTHER]).await
}

async fn undoes_a_drag(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    begins_with(stage, "acquire", &[LINDENHOF, BRAUHAUS]).await?;
    let before = (cards(stage, "first-deal").await?, cards(stage, "bind").await?);
    drag_card(stage, KITA, "bind", 1).await?;
    begins_with(stage, "first-deal", &[GUNTHER, KESSLER, "Tischlerei Nord eG"]).await?;
    let after = (cards(stage, "first-deal").await?, cards(stage, "bind").await?);
    ensure!(after.1.get(1).is_some_and(|name| name == KITA), "{:?}", after.1);
    for _ in 0..2 {
        stage.press("Control+z").await?;
        holds(stage, "first-deal", &before.0).await?;
        holds(stage, "bind", &before.1).await?;
        stage.press("Control+Shift+z").await?;
        holds(stage, "first-deal", &after.0).await?;
        holds(stage, "bind", &after.1).await?;
    }
    stage.press("Control+z").await?;
    holds(stage, "bind", &before.1).await?;
    is_saved(stage).await?;
    stage.reload().await?;
    holds(stage, "first-deal", &before.0).await?;
    holds(stage, "bind", &before.1).await
}

async fn undoes_by_the_message(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    drag_card(stage, GUNTHER, "bind", 0).await?;
    begins_with(stage, "bind", &[GUNTHER]).await?;
    stage.click(button("Undo")).await?;
    begins_with(stage, "first-deal", &[GUNTHER, KESSLER]).await?;
    let taken_back = "Taken back: Gunther Glas GmbH is now in Retention.";
    stage.sees(test_id("toast").with_text(taken_back)).await?;
    stage.click(button("Redo")).await?;
    begins_with(stage, "bind", &[GUNTHER]).await
}

async fn escape_ends_a_drag(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    let (start, end) = way(stage, GUNTHER, "bind", 0).await?;
    stage.drag_without_drop(start, end).await?;
    stage.sees(css(".drop-slot").even_hidden().inside(super::board_sight::column("bind"))).await?;
    stage.sees(css(".drag-note").even_hidden()).await?;
    stage.press("Escape").await?;
    stage.sees_no(css("#lifted-card, .drag-note, .drop-slot").even_hidden()).await?;
    stage.let_go().await?;
    begins_with(stage, "first-deal", &[GUNTHER, KESSLER]).await?;
    stage.sees_no(test_id("toast")).await?;
    // And the next drag works as ever.
    drag_card(stage, GUNTHER, "bind", 0).await?;
    begins_with(stage, "bind", &[GUNTHER]).await
}

async fn escape_opens_nothing(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    is_at_rest(stage).await?;
    let start = stage.middle_of(card(GUNTHER)).await?;
    stage.drag_without_drop(start, Point { x: start.x + 24.0, y: start.y }).await?;
    stage.sees(css("#lifted-card").even_hidden()).await?;
    stage.press("Escape").await?;
    stage.sees_no(css("#lifted-card").even_hidden()).await?;
    stage.let_go().await?;
    // A click that was let through would have gone before this one.
    stage.click(test_id("group-by").with_text("Mode")).await?;
    stage.sees(super::board_sight::column("reactive")).await?;
    stage.script("history.back()", vec![]).await?;
    begins_with(stage, "first-deal", &[GUNTHER, KESSLER]).await?;
    stage.click(card(KESSLER)).await?;
    stage.sees(heading(KESSLER)).await
}

async fn a_drag_is_no_click(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    is_at_rest(stage).await?;
    let start = stage.middle_of(card(GUNTHER)).await?;
    stage.drag_between(start, Point { x: start.x + 24.0, y: start.y + 12.0 }).await?;
    stage.sees_no(css("#lifted-card").even_hidden()).await?;
    begins_with(stage, "first-deal", &[GUNTHER, KESSLER]).await?;
    ensure!(stage.fragment().await? == "#/board", "the drop opened {}", stage.fragment().await?);
    stage.click(card(GUNTHER)).await?;
    stage.sees(heading(GUNTHER)).await
}

async fn moves_by_the_menu(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    open_menu(stage, KITA).await?;
    let items = role("menuitemradio").inside(css("[role=menu]"));
    stage.sees_exactly(3, items.clone()).await?;
    let here = css("[role=menu] [aria-checked=true]").with_text("Building");
    stage.sees(here).await?;
    stage.click(items.named("Retention")).await?;
    stage.sees_no(css("[role=menu]")).await?;
    begins_with(stage, "bind", &[KITA]).await?;
    counts(stage, "first-deal", 7).await?;
    stage.press("Control+z").await?;
    begins_with(stage, "first-deal", &[GUNTHER, KESSLER, KITA]).await
}

async fn the_focus_follows_the_card(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    open_menu(stage, KITA).await?;
    stage.click(role("menuitemradio").named("Initiation")).await?;
    begins_with(stage, "acquire", &[KITA]).await?;
    stage.focus_is_on(card_link(KITA)).await
}

async fn the_menu_gives_the_focus_back(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    open_menu(stage, KITA).await?;
    stage.press("ArrowDown").await?;
    stage.press("Escape").await?;
    stage.sees_no(css("[role=menu]")).await?;
    stage.focus_is_on(test_id("card-menu").inside(card(KITA))).await?;
    // A click beside it closes it too.
    stage.press("Enter").await?;
    stage.sees(css("[role=menu]")).await?;
    stage.click(heading("Relationships")).await?;
    stage.sees_no(css("[role=menu]")).await?;
    begins_with(stage, "first-deal", &[GUNTHER, KESSLER, KITA]).await
}
