//! Stories of what the board shows: columns and their heads, search and filters, what leaves it, and
//! that it stays light with many customers.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use xtask::project::Project;

use super::board_sight::{
    address_is, begins_with, card, card_link, cards, column, counts, drag_card, holds, is_saved,
    load_sample, open_menu,
};
use crate::finding::{Wanted, button, css, field, heading, link, role, test_id, text};
use crate::scratch::ScratchDirectory;
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// The board.
pub const STORIES: &[Story] = &[
    story!("Columns show count, sum and median, and follow a move", heads_follow),
    story!("A card says who, what is next, what worth, and its strands in words", cards_speak),
    story!("A folded column stays folded after a reload", folds),
    story!("The search is in the address and survives reload and back", search_survives),
    story!("Filters are in the address and survive reload and back", filters_survive),
    story!("A search without a match says so", nothing_found),
    story!("Back leads from one grouping to the one before", back_through_groupings),
    story!("Who is archived, dormant or lost leaves the board, undo brings them back", leave),
    story!("Who is put into the trash leaves the board, undo brings them back", trash),
    story!("Of a thousand customers only those in sight are in the page", a_thousand),
];

const GUNTHER: &str = "Gunther Glas GmbH";
const KESSLER: &str = "Kessler Metallbau GmbH";
const KRUEGER: &str = "Tobias Krüger";

fn sum(key: &str) -> Wanted {
    test_id("sum").inside(column(key))
}

fn median(key: &str) -> Wanted {
    css(".median").inside(column(key))
}

async fn heads_follow(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    for (key, name, count, worth) in [
        ("acquire", "Initiation", 7, "≈ €225,500"),
        ("first-deal", "Building", 8, "€99,218"),
        ("bind", "Retention", 9, "€391,610"),
    ] {
        stage.sees(heading(&format!("{name} {count}")).inside(column(key))).await?;
        let shown = stage.text_of(sum(key)).await?;
        ensure!(shown == worth, "{name} is worth {shown:?}, not {worth:?}");
    }
    // Gunther came 119 days ago; the half of the eight is in the middle of 49, 58, 76, 94, 119 …
    stage.sees(median("first-deal").with_text("median 76 days")).await?;
    drag_card(stage, GUNTHER, "bind", 0).await?;
    counts(stage, "first-deal", 7).await?;
    counts(stage, "bind", 10).await?;
    stage.sees(sum("first-deal").with_text("€60,818")).await?;
    stage.sees(sum("bind").with_text("€430,010")).await?;
    stage.open("#/board?q=gunther").await?;
    counts(stage, "bind", 1).await?;
    stage.sees(median("bind").with_text("median 0 days")).await?;
    stage.sees(median("acquire").with_text("nobody yet")).await
}

async fn cards_speak(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    let gunther = || card(GUNTHER);
    stage.sees(css("data.worth").with_text("€38,400").inside(gunther())).await?;
    stage.sees(css(".due").with_text("today").inside(gunther())).await?;
    let strands = role("img").with_name("We:").inside(gunther());
    let name = stage.name_of(strands).await?;
    ensure!(
        name.contains("Twelve months") && name.contains("Customer: relationship-oriented"),
        "the strands are called {name:?}"
    );
    stage.sees(button("Gunther Glas GmbH: move and more").inside(gunther())).await?;
    stage.sees(link(GUNTHER).inside(gunther())).await
}

async fn folds(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    let fold = || test_id("fold").inside(column("first-deal"));
    ensure!(stage.attribute_of(fold(), "aria-expanded").await?.as_deref() == Some("true"));
    stage.click(fold()).await?;
    stage.sees_no(card(GUNTHER)).await?;
    address_is(stage, "#/board?off=first-deal").await?;
    stage.reload().await?;
    stage.sees(card("Lindenhof-Klinik gGmbH")).await?;
    stage.sees_no(card(GUNTHER)).await?;
    ensure!(stage.attribute_of(fold(), "aria-expanded").await?.as_deref() == Some("false"));
    let width = "return document.querySelector('.is-folded').getBoundingClientRect().width";
    let width = stage.script(width, vec![]).await?.as_f64().context("no width")?;
    ensure!(width < 60.0, "the folded column is {width} pixels wide");
    stage.click(fold()).await?;
    begins_with(stage, "first-deal", &[GUNTHER, KESSLER]).await?;
    address_is(stage, "#/board").await
}

async fn search_survives(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    stage.press("/").await?;
    stage.focus_is_on(test_id("search")).await?;
    stage.type_keys("gunther").await?;
    stage.sees_exactly(1, test_id("card")).await?;
    address_is(stage, "#/board?q=gunther").await?;
    stage.reload().await?;
    stage.sees(card(GUNTHER)).await?;
    stage.sees_exactly(1, test_id("card")).await?;
    ensure!(stage.value_of(test_id("search")).await? == "gunther", "the field is empty");
    stage.click(card(GUNTHER)).await?;
    stage.sees(heading(GUNTHER)).await?;
    stage.script("history.back()", vec![]).await?;
    stage.sees(card(GUNTHER)).await?;
    stage.sees_exactly(1, test_id("card")).await?;
    ensure!(stage.value_of(test_id("search")).await? == "gunther", "the field is empty");
    stage.fill(test_id("search"), "miriam haas").await?;
    stage.sees(card("Lindenhof-Klinik gGmbH")).await?;
    stage.sees_no(card(GUNTHER)).await
}

async fn filters_survive(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    stage.click(test_id("filter")).await?;
    stage.choose(field("Firm or private"), "Private person (B2C)").await?;
    stage.sees(test_id("filter-count").with_text("Matching customers: 3")).await?;
    stage.choose(field("Type"), "automated").await?;
    stage.sees(test_id("filter-count").with_text("Matching customers: 1")).await?;
    stage.click(test_id("filter-done")).await?;
    address_is(stage, "#/board?type=automated&kind=person").await?;
    stage.sees(card(KRUEGER)).await?;
    stage.sees_exactly(1, test_id("card")).await?;
    stage.reload().await?;
    stage.sees(card(KRUEGER)).await?;
    stage.sees_exactly(1, test_id("card")).await?;
    stage.click(card(KRUEGER)).await?;
    stage.sees(heading(KRUEGER)).await?;
    stage.script("history.back()", vec![]).await?;
    stage.sees(card(KRUEGER)).await?;
    stage.sees_exactly(1, test_id("card")).await?;
    stage.click(test_id("clear-filter").with_text("private only, automated")).await?;
    stage.sees(card(GUNTHER)).await?;
    address_is(stage, "#/board").await?;
    stage.click(test_id("filter")).await?;
    stage.click(field("Only where something is overdue")).await?;
    stage.click(test_id("filter-done")).await?;
    address_is(stage, "#/board?due=overdue").await?;
    stage.sees(card("Stadtbibliothek Neuwied")).await?;
    stage.sees_no(card(GUNTHER)).await
}

async fn nothing_found(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    stage.type_into(test_id("search"), "qqqq").await?;
    stage.sees(role("status").with_text("Nobody matches this selection.")).await?;
    stage.sees_no(test_id("card")).await?;
    stage.fill(test_id("search"), "gun").await?;
    stage.sees(card(GUNTHER)).await?;
    stage.sees_no(text("Nobody matches this selection.")).await
}

async fn back_through_groupings(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    for name in ["Type", "Mode"] {
        stage.click(test_id("group-by").with_text(name)).await?;
        stage.sees(css("[data-testid=group-by][aria-current=true]").with_text(name)).await?;
    }
    stage.script("history.back()", vec![]).await?;
    address_is(stage, "#/board?by=type").await?;
    stage.sees(column("automated")).await?;
    stage.script("history.back()", vec![]).await?;
    begins_with(stage, "first-deal", &[GUNTHER, KESSLER]).await
}

async fn leave(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    let before = cards(stage, "first-deal").await?;
    for (item, sentence, shelf) in [
        ("menu-archive", "is in the archive.", "Archive"),
        ("menu-rest", "is dormant now.", "Dormant"),
        ("menu-lose", "counts as lost.", "Lost"),
    ] {
        open_menu(stage, KESSLER).await?;
        stage.click(test_id(item)).await?;
        stage.sees_no(card(KESSLER)).await?;
        stage.sees(test_id("toast").with_text(sentence)).await?;
        counts(stage, "first-deal", 7).await?;
        stage.click(card(GUNTHER)).await?;
        stage.sees(heading(GUNTHER)).await?;
        stage.press("Control+z").await?;
        stage.script("history.back()", vec![]).await?;
        holds(stage, "first-deal", &before).await.with_context(|| shelf.to_owned())?;
    }
    Ok(())
}

async fn trash(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    let before = cards(stage, "first-deal").await?;
    open_menu(stage, KESSLER).await?;
    stage.click(test_id("menu-trash")).await?;
    stage.sees_no(card(KESSLER)).await?;
    is_saved(stage).await?;
    stage.sees(button("Undo")).await?;
    stage.reload().await?;
    counts(stage, "first-deal", 7).await?;
    stage.sees_no(card(KESSLER)).await?;
    open_menu(stage, GUNTHER).await?;
    stage.click(test_id("menu-trash")).await?;
    stage.sees_no(card(GUNTHER)).await?;
    stage.click(button("Undo")).await?;
    let without_kessler: Vec<_> = before.into_iter().filter(|name| name != KESSLER).collect();
    holds(stage, "first-deal", &without_kessler).await
}

async fn a_thousand(stage: &mut Stage) -> Result<()> {
    let scratch = ScratchDirectory::new()?;
    let file = a_workspace_of(1_000, &scratch)?;
    stage.open("#/data").await?;
    stage.upload(test_id("open-file"), &file).await?;
    stage.click(test_id("merge-file")).await?;
    is_saved(stage).await?;
    stage.open("#/board").await?;
    stage.sees(test_id("card").at(0)).await?;
    let counted = "[...document.querySelectorAll('.column-head .count')]
        .reduce((sum, count) => sum + Number(count.textContent.replace(/\\D/g, '')), 0)";
    let counted = stage.until("counts in the columns", counted).await?;
    let counted = counted.as_u64().unwrap_or_default();
    ensure!(counted > 500, "only {counted} customers are on the board");
    has_few_nodes(stage, "at the top").await?;
    // From the first to the last card of the first column by one key, and back.
    let first = cards(stage, "acquire").await?.into_iter().next().context("an empty column")?;
    let link = stage.find(card_link(&first)).await?.to_json()?;
    stage.script("arguments[0].focus()", vec![link]).await?;
    stage.press("End").await?;
    let deep = "scrollY > 2000 && document.activeElement.closest('[data-testid=card]')";
    stage.until("the focus on the last card", &format!("!!({deep})")).await?;
    has_few_nodes(stage, "at the foot").await?;
    stage.press("Home").await?;
    stage.focus_is_on(card_link(&first)).await?;
    let last = "document.documentElement.scrollTo(0, document.documentElement.scrollHeight)";
    stage.script(last, vec![]).await?;
    let seen = "[...document.querySelectorAll('[data-testid=card]')].some((card) => {
        const box = card.getBoundingClientRect();
        return box.bottom > 0 && box.top < innerHeight; })";
    stage.until("cards at the foot of the page", seen).await?;
    has_few_nodes(stage, "after scrolling").await
}

async fn has_few_nodes(stage: &Stage, place: &str) -> Result<()> {
    let nodes = stage.script("return document.querySelectorAll('*').length", vec![]).await?;
    ensure!(nodes.as_u64().is_some_and(|nodes| nodes < 3_000), "{place} there are {nodes} nodes");
    ensure!(nodes != json!(0), "the page is empty");
    Ok(())
}

/// A made-up workspace file from the project's own generator.
fn a_workspace_of(customers: usize, scratch: &ScratchDirectory) -> Result<PathBuf> {
    let project = Project::find()?;
    let file = scratch.path().join("many.rapport");
    let generator = project.target.join("debug/sample");
    if !generator.is_file() {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(&project.root).args(["build", "--quiet", "--bin", "sample"]);
        ensure!(cargo.status()?.success(), "the generator of workspace files cannot be built");
    }
    let mut make = Command::new(&generator);
    make.args([
        "--customers",
        &customers.to_string(),
        "--contacts",
        "2000",
        "--seed",
        "7",
        "--out",
    ]);
    let status = make.arg(&file).status().context("the generator cannot be started")?;
    ensure!(status.success() && file.is_file(), "the generator wrote no file");
    Ok(file)
}
