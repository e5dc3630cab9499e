//! Stories about the table of customers: its order, its search, and many changed at once.

use anyhow::{Result, ensure};

use super::steps::{FIVE, bring, go, menu_item, reads, saved};
use crate::finding::{button, css, field, heading, link, role, test_id, text};
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// What can be done with the table.
pub const STORIES: &[Story] = &[
    story!("The table is sorted by a click on a head, and back by another", is_sorted),
    story!("The search of the table finds names, people and towns, and says how many", is_searched),
    story!("The order of the table is kept in the address", order_in_address),
    story!("Many customers are moved at once, in one step to undo", many_moved),
    story!("Many customers get a tag at once", many_tagged),
    story!("All customers are thrown away and fetched back at once", many_trashed),
    story!("The table fits a phone and can be sorted there", on_a_phone),
];

const NAMES: &str = "[data-testid=row] th a";
/// From A to Z as people write lists: umlauts among their letters.
const BY_NAME: [&str; 5] = [
    "Ärztehaus am Park",
    "Elbe Möbel KG",
    "Gunther Glas GmbH",
    "Lena Müßig",
    "Zoo Handlung Zander",
];

async fn five_in_the_table(stage: &Stage) -> Result<()> {
    bring(stage, FIVE).await?;
    go(stage, "#/customers").await?;
    reads(stage, NAMES, &BY_NAME).await
}

async fn is_sorted(stage: &mut Stage) -> Result<()> {
    five_in_the_table(stage).await?;
    let worth = || button("Worth");
    stage.click(worth()).await?;
    // Who has no value comes last both ways.
    let rest = ["Ärztehaus am Park", "Zoo Handlung Zander"];
    let falling = ["Gunther Glas GmbH", "Elbe Möbel KG", "Lena Müßig", rest[0], rest[1]];
    reads(stage, NAMES, &falling).await?;
    stage.sees(css("th[aria-sort=descending]").with_text("Worth")).await?;
    stage.click(worth()).await?;
    let rising = ["Lena Müßig", "Elbe Möbel KG", "Gunther Glas GmbH", rest[0], rest[1]];
    reads(stage, NAMES, &rising).await?;
    stage.sees(css("th[aria-sort=ascending]").with_text("Worth")).await?;
    stage.click(button("Customer")).await?;
    reads(stage, NAMES, &BY_NAME).await?;
    stage.click(button("Customer")).await?;
    let mut backwards = BY_NAME;
    backwards.reverse();
    reads(stage, NAMES, &backwards).await
}

async fn is_searched(stage: &mut Stage) -> Result<()> {
    five_in_the_table(stage).await?;
    stage.fill(test_id("search"), "ulm").await?;
    reads(stage, NAMES, &["Ärztehaus am Park", "Lena Müßig"]).await?;
    reads(stage, ".customers-head .summary", &["2 of 5 customers"]).await?;
    stage.fill(test_id("search"), "gross").await?;
    reads(stage, NAMES, &["Elbe Möbel KG"]).await?;
    stage.fill(test_id("search"), "nobody at all").await?;
    stage.sees(heading("No customer fits the search and filters")).await?;
    stage.click(button("Clear filters")).await?;
    reads(stage, NAMES, &BY_NAME).await?;
    reads(stage, ".customers-head .summary", &["5 customers"]).await
}

async fn order_in_address(stage: &mut Stage) -> Result<()> {
    five_in_the_table(stage).await?;
    stage.click(button("Worth")).await?;
    stage.fill(test_id("search"), "ulm").await?;
    reads(stage, NAMES, &["Lena Müßig", "Ärztehaus am Park"]).await?;
    stage.reload().await?;
    reads(stage, NAMES, &["Lena Müßig", "Ärztehaus am Park"]).await?;
    ensure!(stage.value_of(test_id("search")).await? == "ulm");
    Ok(())
}

/// Ticks customers of the table.
async fn tick(stage: &Stage, names: &[&str]) -> Result<()> {
    for name in names {
        stage.click(field(&format!("Select {name}"))).await?;
    }
    let said =
        if names.len() == 1 { "1 selected".into() } else { format!("{} selected", names.len()) };
    stage.sees(css("[data-testid=bulk-bar] [role=status]").with_text(&said)).await
}

async fn many_moved(stage: &mut Stage) -> Result<()> {
    five_in_the_table(stage).await?;
    tick(stage, &["Elbe Möbel KG", "Gunther Glas GmbH", "Lena Müßig"]).await?;
    stage.sees(css("[data-testid=bulk-bar] strong").with_text("€13,445.50")).await?;
    stage.click(test_id("bulk-phase")).await?;
    menu_item(stage, "Retention").await?;
    let phases = "[data-testid=row] .of-phase";
    let moved = ["Initiation", "Retention", "Retention", "Retention", "Initiation"];
    reads(stage, phases, &moved).await?;
    stage.sees(text("3 customers changed.")).await?;
    saved(stage).await?;
    stage.script("document.activeElement?.blur()", vec![]).await?;
    stage.press("Control+z").await?;
    reads(stage, phases, &["Initiation"; 5]).await?;
    stage.press("Control+Shift+z").await?;
    reads(stage, phases, &moved).await?;
    saved(stage).await?;
    stage.reload().await?;
    reads(stage, phases, &moved).await
}

async fn many_tagged(stage: &mut Stage) -> Result<()> {
    five_in_the_table(stage).await?;
    tick(stage, &["Elbe Möbel KG", "Lena Müßig"]).await?;
    stage.click(button("Tag")).await?;
    stage.fill(field("Tag"), "Messe").await?;
    stage.click(button("Add")).await?;
    stage.sees(text("2 customers changed.")).await?;
    stage.fill(test_id("search"), "messe").await?;
    reads(stage, NAMES, &["Elbe Möbel KG", "Lena Müßig"]).await?;
    stage.click(link("Lena Müßig")).await?;
    stage.sees(css(".tag-list").with_text("Messe")).await
}

async fn many_trashed(stage: &mut Stage) -> Result<()> {
    five_in_the_table(stage).await?;
    stage.click(field("Select all")).await?;
    stage.click(test_id("bulk-trash")).await?;
    stage.sees_no(test_id("row")).await?;
    stage
        .click(link("Trash").inside(role("navigation").named("Where the customers stand")))
        .await?;
    reads(stage, NAMES, &BY_NAME).await?;
    stage.click(field("Select all")).await?;
    stage.click(test_id("bulk-restore")).await?;
    stage.sees(heading("Trash: nobody")).await?;
    stage.click(link("Active")).await?;
    reads(stage, NAMES, &BY_NAME).await
}

async fn on_a_phone(stage: &mut Stage) -> Result<()> {
    five_in_the_table(stage).await?;
    stage.viewport(390, 844).await?;
    let fits = "document.documentElement.scrollWidth <= innerWidth &&
        [...document.querySelectorAll('[data-testid=row] th a')]
            .every((e) => e.getBoundingClientRect().right <= innerWidth)";
    stage.until("everything to fit into 390 pixels", fits).await?;
    let narrow = "document.querySelector('[data-testid=row] .of-tick').offsetWidth < 48";
    stage.until("the names to have the room, not the ticks", narrow).await?;
    stage.sees_no(button("Worth")).await?;
    stage.choose(field("Sort by"), "Worth").await?;
    let first = ["Gunther Glas GmbH", "Elbe Möbel KG", "Lena Müßig"];
    reads(stage, NAMES, &[first[0], first[1], first[2], BY_NAME[0], BY_NAME[4]]).await?;
    stage.click(button("Reverse the order")).await?;
    reads(stage, NAMES, &[first[2], first[1], first[0], BY_NAME[0], BY_NAME[4]]).await?;
    stage.shot("table-390").await
}
