//! Stories of the ways to divide the board: three schemes, own columns, the other axes.

use anyhow::{Result, ensure};

use super::board_sight::{
    address_is, begins_with, card, cards, column, counts, drag_card, hears, holds, is_saved,
    load_sample, open_menu,
};
use crate::finding::{Wanted, button, css, dialog, field, role, test_id, text};
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// Groupings.
pub const STORIES: &[Story] = &[
    story!("Switching A, B, C, A leaves every customer where it was", round_trip),
    story!("Each scheme has its own names above the columns", scheme_names),
    story!("A move in one scheme is a move in the others", moves_across_schemes),
    story!("Own columns are made, used and renamed", own_columns),
    story!("Own columns without a name are not taken", nameless_columns),
    story!("A removed column leaves its customers on the board", removed_column),
    story!("The board groups by type and a drag sets the type", by_type),
    story!("The board groups by mode and a drag sets the mode", by_mode),
    story!("The board groups by intensity", by_intensity),
    story!("Emotional without evidence is refused in a sentence, the form asks", emotional),
    story!("The board groups by the customer's view", by_view),
];

const GUNTHER: &str = "Gunther Glas GmbH";
const KESSLER: &str = "Kessler Metallbau GmbH";
const LINDENHOF: &str = "Lindenhof-Klinik gGmbH";

const A: &str = "Initiation / Building / Retention";
const B: &str = "Acquisition / Retention / Care";
const C: &str = "Acquisition / Retention / Development / Care";

async fn choose_scheme(stage: &Stage, scheme: &str) -> Result<()> {
    stage.click(test_id("scheme-chip")).await?;
    stage.click(role("menuitemradio").named(scheme)).await?;
    stage.sees(test_id("scheme-chip").with_text(scheme)).await
}

fn tab(name: &str) -> Wanted {
    test_id("group-by").with_text(name)
}

/// Every column with its cards.
async fn board(stage: &Stage, keys: &[&str]) -> Result<Vec<Vec<String>>> {
    let mut board = Vec::new();
    for key in keys {
        stage.sees(column(key)).await?;
        board.push(cards(stage, key).await?);
    }
    Ok(board)
}

async fn round_trip(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    let a = ["acquire", "first-deal", "bind"];
    let before = board(stage, &a).await?;
    ensure!(before.iter().map(Vec::len).sum::<usize>() == 24, "{before:?}");
    choose_scheme(stage, B).await?;
    address_is(stage, "#/board?scheme=b").await?;
    let in_b = board(stage, &["acquire", "bind", "care"]).await?;
    ensure!(in_b.iter().map(Vec::len).sum::<usize>() == 24, "{in_b:?}");
    ensure!(in_b.get(1).is_some_and(|bind| bind.iter().any(|name| name == GUNTHER)), "{in_b:?}");
    choose_scheme(stage, C).await?;
    let in_c = board(stage, &["acquire", "bind", "develop", "care"]).await?;
    ensure!(in_c.iter().map(Vec::len).sum::<usize>() == 24, "{in_c:?}");
    choose_scheme(stage, A).await?;
    for (key, names) in a.iter().zip(&before) {
        holds(stage, key, names).await?;
    }
    stage.sees_no(test_id("toast")).await
}

async fn scheme_names(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    for scheme in [B, C, A] {
        choose_scheme(stage, scheme).await?;
        let names: Vec<&str> = scheme.split(" / ").collect();
        stage.sees_exactly(names.len(), test_id("column")).await?;
        for name in names {
            let head = css(".column-name").with_text(name).inside(named_column(name));
            stage.sees(head).await?;
        }
    }
    Ok(())
}

async fn moves_across_schemes(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    choose_scheme(stage, C).await?;
    drag_card(stage, GUNTHER, "develop", 0).await?;
    begins_with(stage, "develop", &[GUNTHER]).await?;
    choose_scheme(stage, A).await?;
    stage.sees(card(GUNTHER).inside(column("bind"))).await?;
    choose_scheme(stage, B).await?;
    stage.sees(card(GUNTHER).inside(column("care"))).await?;
    choose_scheme(stage, C).await?;
    begins_with(stage, "develop", &[GUNTHER]).await
}

async fn edit_columns(stage: &Stage) -> Result<()> {
    stage.click(test_id("scheme-chip")).await?;
    stage.click(test_id("edit-columns")).await?;
    stage.sees(dialog("Own columns")).await
}

async fn own_columns(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    edit_columns(stage).await?;
    stage.sees_exactly(5, test_id("column-row")).await?;
    stage.fill(field("Name of column 1"), "Curious").await?;
    stage.click(button("Add a column")).await?;
    stage.focus_is_on(field("Name of column 6")).await?;
    stage.type_keys("Waiting list").await?;
    stage.choose(field("Column 6 stands for"), "First deal").await?;
    stage.click(button("Apply")).await?;
    stage.sees_no(dialog("Own columns")).await?;
    address_is(stage, "#/board?scheme=own").await?;
    stage.sees_exactly(6, test_id("column")).await?;
    stage.sees(card(LINDENHOF).inside(named_column("Curious"))).await?;
    // Sent there by the menu, kept there by a reload, known to the other schemes.
    open_menu(stage, LINDENHOF).await?;
    stage.click(role("menuitemradio").named("Waiting list")).await?;
    stage.sees(card(LINDENHOF).inside(named_column("Waiting list"))).await?;
    is_saved(stage).await?;
    stage.reload().await?;
    stage.sees(card(LINDENHOF).inside(named_column("Waiting list"))).await?;
    stage.click(test_id("scheme-chip")).await?;
    stage.click(role("menuitemradio").named(A)).await?;
    stage.sees(card(LINDENHOF).inside(column("first-deal"))).await?;
    // Renamed, it is still the same column.
    edit_columns(stage).await?;
    stage.fill(field("Name of column 6"), "Reserved").await?;
    stage.click(button("Apply")).await?;
    stage.sees(card(LINDENHOF).inside(named_column("Reserved"))).await?;
    stage.press("Control+z").await?;
    stage.sees(card(LINDENHOF).inside(named_column("Waiting list"))).await
}

fn named_column(name: &str) -> Wanted {
    role("region").named(name)
}

async fn nameless_columns(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    edit_columns(stage).await?;
    stage.click(button("Add a column")).await?;
    stage.focus_is_on(field("Name of column 6")).await?;
    stage.click(button("Apply")).await?;
    stage.sees(text("Without a name nobody will find the column.")).await?;
    stage.sees(role("alert").with_text("One entry needs another look.")).await?;
    stage.focus_is_on(field("Name of column 6")).await?;
    stage.click(button("Discard")).await?;
    stage.sees_no(dialog("Own columns")).await?;
    address_is(stage, "#/board").await?;
    edit_columns(stage).await?;
    stage.sees_exactly(5, test_id("column-row")).await
}

async fn removed_column(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    edit_columns(stage).await?;
    stage.click(button("Remove First deal")).await?;
    stage.sees_exactly(4, test_id("column-row")).await?;
    stage.click(button("Apply")).await?;
    stage.sees_exactly(4, test_id("column")).await?;
    stage.sees(card(GUNTHER)).await?;
    let count = "[...document.querySelectorAll('.column-head .count')]
        .reduce((sum, count) => sum + Number(count.textContent), 0) === 24";
    stage.until("all 24 customers in four columns", count).await.map(|_| ())
}

async fn by_type(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    stage.click(tab("Type")).await?;
    address_is(stage, "#/board?by=type").await?;
    stage.sees(css("[data-testid=group-by][aria-current=true]").with_text("Type")).await?;
    stage.sees_exactly(6, test_id("column")).await?;
    stage.sees(card(GUNTHER).inside(column("long-term"))).await?;
    stage.sees_no(test_id("scheme-chip")).await?;
    drag_card(stage, LINDENHOF, "transactional", 0).await?;
    begins_with(stage, "transactional", &[LINDENHOF]).await?;
    stage.sees(test_id("toast").with_text("is now in transactional")).await?;
    is_saved(stage).await?;
    stage.reload().await?;
    begins_with(stage, "transactional", &[LINDENHOF]).await?;
    // The phase is another matter.
    stage.click(tab("Phase")).await?;
    stage.sees(card(LINDENHOF).inside(column("acquire"))).await
}

async fn by_mode(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    stage.click(tab("Mode")).await?;
    address_is(stage, "#/board?by=mode").await?;
    stage.sees_exactly(5, test_id("column")).await?;
    stage.sees(card("Stadtbibliothek Neuwied").inside(column("none"))).await?;
    drag_card(stage, "Stadtbibliothek Neuwied", "proactive", 0).await?;
    begins_with(stage, "proactive", &["Stadtbibliothek Neuwied"]).await?;
    stage.press("Control+z").await?;
    stage.sees(card("Stadtbibliothek Neuwied").inside(column("none"))).await
}

async fn by_intensity(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    stage.click(tab("Intensity")).await?;
    address_is(stage, "#/board?by=intensity").await?;
    counts(stage, "emotional", 3).await?;
    begins_with(stage, "stable", &[GUNTHER, KESSLER]).await?;
    drag_card(stage, GUNTHER, "loose", 0).await?;
    begins_with(stage, "loose", &[GUNTHER]).await
}

async fn emotional(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    stage.click(tab("Intensity")).await?;
    begins_with(stage, "stable", &[GUNTHER, KESSLER]).await?;
    let sentence = "Emotional needs evidence: trust, shared values or a special experience.";
    drag_card(stage, GUNTHER, "emotional", 0).await?;
    let form = dialog("Edit Gunther Glas GmbH");
    stage.sees(form.clone()).await?;
    stage.sees(role("alert").with_text(sentence).inside(form.clone())).await?;
    stage.shot("emotional-refused").await?;
    hears(stage, sentence).await?;
    stage.click(button("Discard")).await?;
    stage.sees_no(form.clone()).await?;
    begins_with(stage, "stable", &[GUNTHER, KESSLER]).await?;
    stage.sees_no(css(".toast, .banner").with_text(sentence)).await?;
    counts(stage, "emotional", 3).await?;
    // With evidence it is taken.
    open_menu(stage, GUNTHER).await?;
    stage.click(role("menuitemradio").named("emotional")).await?;
    stage.sees(form.clone()).await?;
    if stage.count(field("Trust")).await? == 0 {
        let block = role("button").with_name("Relationship").inside(form.clone());
        let block = stage.find(block).await?.to_json()?;
        stage.script("arguments[0].focus()", vec![block]).await?;
        stage.press("Enter").await?;
    }
    stage.fill(field("Trust"), "Gave us the keys").await?;
    stage.click(test_id("save-customer")).await?;
    stage.sees_no(form).await?;
    open_menu(stage, GUNTHER).await?;
    stage.click(role("menuitemradio").named("emotional")).await?;
    begins_with(stage, "emotional", &[GUNTHER]).await
}

async fn by_view(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    stage.click(tab("Customer’s view")).await?;
    address_is(stage, "#/board?by=view").await?;
    stage.sees_exactly(3, test_id("column")).await?;
    stage.sees(card("Brauhaus Tannengrund").inside(column("unknown"))).await?;
    stage.sees(card(GUNTHER).inside(column("relation"))).await?;
    drag_card(stage, "Brauhaus Tannengrund", "relation", 0).await?;
    begins_with(stage, "relation", &["Brauhaus Tannengrund"]).await
}
