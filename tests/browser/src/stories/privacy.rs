//! Stories about what leaves this device: nothing.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::steps::{card, go, menu_item, saved, taken, visit, with_sample};
use crate::finding::{button, css, field, heading, role, test_id};
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// What never leaves.
pub const STORIES: &[Story] = &[
    story!("After loading no request is made, whatever is done", no_request_after_loading),
    story!("Everything the page loads comes from its own origin", own_origin_only),
    story!("No typed address becomes a script", no_typed_address_becomes_a_script),
];

/// Every screen, every dialog, and every kind of work once.
async fn tour(stage: &Stage) -> Result<()> {
    for grouping in ["type", "mode", "intensity", "view", "phase"] {
        stage.click(css(&format!("[data-testid=group-by][data-key={grouping}]"))).await?;
        stage.sees(test_id("card")).await?;
    }
    for (key, awaited) in [("?", "Help"), ("n", "New customer"), ("Control+k", "Commands")] {
        stage.press(key).await?;
        stage.sees(role("dialog").named(awaited)).await?;
        stage.press("Escape").await?;
        stage.sees_no(role("dialog")).await?;
    }
    visit(stage, "Gunther Glas GmbH").await?;
    stage.press("c").await?;
    stage.click(button("Visit").inside(test_id("contact-form"))).await?;
    stage.click(button("friendly").inside(test_id("contact-form"))).await?;
    stage.sees_no(role("dialog")).await?;
    go(stage, "#/customers").await?;
    stage.fill(test_id("search"), "glas").await?;
    stage.sees(test_id("row")).await?;
    go(stage, "#/data").await?;
    stage.click(test_id("export-csv")).await?;
    taken(stage, ".csv").await?;
    stage.click(test_id("save-file")).await?;
    taken(stage, ".rapport").await?;
    go(stage, "#/today").await?;
    stage.sees(css(".summary").with_text("in the next seven days")).await?;
    go(stage, "#/ideas").await?;
    stage.sees(heading("Ideas")).await?;
    go(stage, "#/no").await?;
    stage.sees(heading("Nothing here yet")).await?;
    go(stage, "#/board").await?;
    stage.click(test_id("card-menu").inside(card("Gunther Glas GmbH"))).await?;
    menu_item(stage, "Move to trash").await?;
    stage.click(button("Undo")).await?;
    saved(stage).await
}

async fn no_request_after_loading(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    // The picture of the tab and the parts that no board needs come last.
    let all =
        "document.readyState === 'complete' && performance.getEntriesByName('complete').length > 0";
    stage.until("everything to be loaded", all).await?;
    let loaded = stage.requested();
    let script = "return performance.getEntriesByType('resource').length";
    let resources = stage.script(script, vec![]).await?;
    tour(stage).await?;
    let entries = "return performance.getEntriesByType('resource').map((entry) => entry.name)
        .filter((name) => !name.startsWith('blob:'))";
    let names = stage.script(entries, vec![]).await?;
    let count = names.as_array().context("no list")?.len();
    ensure!(Some(count as u64) == resources.as_u64(), "before {resources}, then {names}");
    let later: Vec<String> = stage.requested().split_off(loaded.len());
    let later: Vec<&String> = later.iter().filter(|path| !path.contains("favicon")).collect();
    ensure!(later.is_empty(), "after loading it asked for {later:?}");
    Ok(())
}

async fn own_origin_only(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    tour(stage).await?;
    let foreign = "return performance.getEntriesByType('resource').map((entry) => entry.name)
        .filter((name) => new URL(name).origin !== location.origin)";
    let foreign = stage.script(foreign, vec![]).await?;
    ensure!(foreign == json!([]), "it loads {foreign}");
    let named = "return [...document.querySelectorAll('[src], link[href], [srcset]')]
        .map((e) => e.src || e.href).filter((address) => address && typeof address === 'string')
        .filter((address) => new URL(address, location.href).origin !== location.origin)";
    let named = stage.script(named, vec![]).await?;
    ensure!(named == json!([]), "the page names {named}");
    Ok(())
}

async fn no_typed_address_becomes_a_script(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    stage.click(button("New customer")).await?;
    stage.fill(field("Name"), "<img src=x onerror=window.broken=1>").await?;
    stage.click(css("[data-testid=block-address] > summary")).await?;
    stage.fill(field("Website"), "javascript:window.broken=1//.example").await?;
    stage.click(test_id("save-customer")).await?;
    let answered = "document.querySelector('[data-testid=problems]') ||
        !document.querySelector('[data-testid=customer-form]')";
    stage.until("the form to answer", answered).await?;
    if stage.count(test_id("problems")).await? > 0 {
        stage.fill(field("Website"), "https://glas.example").await?;
        stage.click(test_id("save-customer")).await?;
    }
    visit(stage, "<img src=x onerror=window.broken=1>").await?;
    let broken = stage.script("return window.broken ?? 0", vec![]).await?;
    ensure!(broken == json!(0), "what was typed was run");
    // An address that leads nowhere has an empty scheme.
    let schemes = "return [...document.querySelectorAll('a[href]')].map((a) => a.protocol)
        .filter((scheme) => !['http:', 'https:', 'mailto:', 'tel:', ':'].includes(scheme))";
    let schemes = stage.script(schemes, vec![]).await?;
    ensure!(schemes == json!([]), "there are links to {schemes}");
    let rel = stage.attribute_of(css("a[target=_blank]"), "rel").await?.unwrap_or_default();
    ensure!(rel.contains("noopener") && rel.contains("noreferrer"), "rel is {rel:?}");
    Ok(())
}
