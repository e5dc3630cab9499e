//! Stories about everyone: axe-core finds nothing on any screen, in light and dark, German and
//! English, wide and narrow.

use std::future::Future;
use std::pin::Pin;

use anyhow::{Context, Result};
use serde_json::json;

use super::steps::{a_file, click_in_sight, fixture, go, with_sample};
use crate::finding::{Wanted, css, role, test_id};
use crate::scratch::ScratchDirectory;
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// What everyone can use.
pub const STORIES: &[Story] = &[
    story!("Everyone can use the board by each grouping, light", board_light),
    story!("Everyone can use the board by each grouping, dark", board_dark),
    story!("Everyone can use the table, a customer and the data, light", screens_light),
    story!("Everyone can use the table, a customer and the data, dark", screens_dark),
    story!("Everyone can use the import, light", import_light),
    story!("Everyone can use the import, dark", import_dark),
    story!("Everyone can use the forms, light", forms_light),
    story!("Everyone can use the forms, dark", forms_dark),
    story!("Everyone can use the other dialogs, light", dialogs_light),
    story!("Everyone can use the other dialogs, dark", dialogs_dark),
    story!("Everyone can use what is empty, light", empty_light),
    story!("Everyone can use what is empty, dark", empty_dark),
    story!("Everyone can use the ideas, light", ideas_light),
    story!("Everyone can use the ideas, dark", ideas_dark),
    story!("Everyone can use the rescue screen", rescue),
];

/// Looks at screens.
pub type Walk = for<'a> fn(&'a Stage) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// Both languages on a wide screen and on a phone, in one theme.
pub async fn in_every_look(stage: &mut Stage, theme: &str, walk: Walk) -> Result<()> {
    for (language, width, height) in
        [("en", 1440, 900), ("de", 390, 844), ("de", 1440, 900), ("en", 390, 844)]
    {
        stage.viewport(width, height).await?;
        let script = "const [language, theme] = arguments;
            localStorage.setItem('rapport/preferences/language', language);
            localStorage.setItem('rapport/preferences/theme', theme);";
        stage.script(script, vec![json!(language), json!(theme)]).await?;
        stage.reload().await?;
        let dressed = format!(
            "document.documentElement.lang === '{language}' &&
             document.documentElement.dataset.theme === '{theme}' &&
             !document.getElementById('splash')"
        );
        stage.until("the app in its new look", &dressed).await?;
        let look = format!("in {language}, {theme}, {width} pixels wide");
        walk(stage).await.context(look)?;
    }
    Ok(())
}

/// What axe finds once everything rests: nothing.
/// Waits until everything rests, then has axe look at the screen.
pub async fn check(stage: &Stage, what: &str) -> Result<()> {
    // What fades in has its colours only at the end.
    let still = "document.getAnimations().every((move) => move.playState !== 'running')";
    stage.until("everything to rest", still).await?;
    stage.everyone_can_use_it().await.with_context(|| what.to_owned())
}

async fn board_light(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    in_every_look(stage, "light", |stage| Box::pin(boards(stage))).await
}

async fn board_dark(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    in_every_look(stage, "dark", |stage| Box::pin(boards(stage))).await
}

async fn boards(stage: &Stage) -> Result<()> {
    for grouping in ["", "?scheme=c", "?by=type", "?by=mode", "?by=intensity", "?by=view"] {
        go(stage, &format!("#/board{grouping}")).await?;
        stage.sees(test_id("column")).await?;
        check(stage, grouping).await?;
    }
    Ok(())
}

async fn screens_light(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    in_every_look(stage, "light", |stage| Box::pin(screens(stage))).await
}

async fn screens_dark(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    in_every_look(stage, "dark", |stage| Box::pin(screens(stage))).await
}

async fn screens(stage: &Stage) -> Result<()> {
    go(stage, "#/customers").await?;
    stage.sees(test_id("row")).await?;
    check(stage, "the table").await?;
    stage.click(css("[data-testid=row] .check")).await?;
    stage.sees(test_id("bulk-bar")).await?;
    check(stage, "the table with a selection").await?;
    a_customer(stage).await?;
    check(stage, "a customer").await?;
    go(stage, "#/data").await?;
    stage.sees(test_id("export-csv")).await?;
    check(stage, "the data").await
}

/// Opens the page of the textbook's customer.
async fn a_customer(stage: &Stage) -> Result<()> {
    go(stage, "#/customers").await?;
    stage.click(css("[data-testid=row] th a").with_text("Gunther Glas GmbH")).await?;
    stage.sees(test_id("timeline-entry")).await
}

async fn ideas_light(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    in_every_look(stage, "light", |stage| Box::pin(ideas(stage))).await
}

async fn ideas_dark(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    in_every_look(stage, "dark", |stage| Box::pin(ideas(stage))).await
}

async fn ideas(stage: &Stage) -> Result<()> {
    let parts = [
        ("", "idea-board"),
        ("/list", "idea-list"),
        ("/roadmap", "roadmap"),
        ("/polls", "poll"),
        ("/groups", "group"),
        ("/done", "said-and-done"),
    ];
    for (part, seen) in parts {
        go(stage, &format!("#/ideas{part}")).await?;
        stage.sees(test_id(seen)).await?;
        check(stage, part).await?;
    }
    go(stage, "#/ideas/list").await?;
    stage.click(css("[data-testid=idea-row] .name").at(0)).await?;
    stage.sees(test_id("idea-panel")).await?;
    check(stage, "an idea").await?;
    for (opener, what) in [("panel-menu", "idea-edit"), ("panel-menu", "idea-merge")] {
        stage.click(test_id(opener)).await?;
        stage.click(test_id(what)).await?;
        stage.sees(role("dialog")).await?;
        check(stage, what).await?;
        stage.press("Escape").await?;
        stage.sees_no(role("dialog")).await?;
    }
    go(stage, "#/ideas").await
}

async fn import_light(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    in_every_look(stage, "light", |stage| Box::pin(import(stage))).await
}

async fn import_dark(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    in_every_look(stage, "dark", |stage| Box::pin(import(stage))).await
}

async fn import(stage: &Stage) -> Result<()> {
    go(stage, "#/data").await?;
    stage.upload(test_id("import-file"), &fixture("german_excel.csv")?).await?;
    stage.sees(test_id("import-row")).await?;
    check(stage, "the import").await?;
    stage.click(test_id("cancel-import")).await?;
    let directory = ScratchDirectory::new()?;
    let empty = a_file(&directory, "empty.csv", b"")?;
    stage.upload(test_id("import-file"), &empty).await?;
    stage.sees(test_id("import-refused")).await?;
    stage.upload(test_id("open-file"), &empty).await?;
    stage.sees(test_id("file-refused")).await?;
    check(stage, "refused files").await
}

async fn forms_light(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    in_every_look(stage, "light", |stage| Box::pin(forms(stage))).await
}

async fn forms_dark(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    in_every_look(stage, "dark", |stage| Box::pin(forms(stage))).await
}

async fn close(stage: &Stage) -> Result<()> {
    stage.press("Escape").await?;
    stage.sees_no(role("dialog")).await
}

async fn forms(stage: &Stage) -> Result<()> {
    go(stage, "#/data").await?;
    stage.sees(test_id("export-csv")).await?;
    stage.press("n").await?;
    stage.fill(css("#customer-email"), "no address").await?;
    stage.click(test_id("save-customer")).await?;
    stage.sees(test_id("problems")).await?;
    check(stage, "the form of a new customer with problems").await?;
    close(stage).await?;
    a_customer(stage).await?;
    stage.press("e").await?;
    for block in ["address", "relation", "wishes", "notes"] {
        let script = "document.querySelector(arguments[0]).open = true";
        stage.script(script, vec![json!(format!("[data-testid=block-{block}]"))]).await?;
    }
    check(stage, "the form of a customer, all of it").await?;
    close(stage).await?;
    click_in_sight(stage, test_id("entry-more")).await?;
    stage.sees(role("menu")).await?;
    stage.click(test_id("edit-contact")).await?;
    stage.sees(test_id("contact-form-full")).await?;
    check(stage, "the form of a contact").await?;
    close(stage).await
}

async fn dialogs_light(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    in_every_look(stage, "light", |stage| Box::pin(dialogs(stage))).await
}

async fn dialogs_dark(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    in_every_look(stage, "dark", |stage| Box::pin(dialogs(stage))).await
}

async fn dialogs(stage: &Stage) -> Result<()> {
    go(stage, "#/board").await?;
    stage.sees(test_id("card")).await?;
    stage.script("document.activeElement?.blur()", vec![]).await?;
    stage.press("c").await?;
    stage.sees(test_id("contact-customer")).await?;
    check(stage, "whom the contact was with").await?;
    stage.click(test_id("contact-customer")).await?;
    stage.sees(test_id("kind")).await?;
    check(stage, "what the contact was").await?;
    stage.click(test_id("kind")).await?;
    stage.sees(test_id("mood")).await?;
    check(stage, "how the contact was").await?;
    close(stage).await?;
    stage.press("?").await?;
    stage.sees(role("dialog")).await?;
    check(stage, "the help").await?;
    close(stage).await?;
    stage.press("Control+k").await?;
    stage.sees(test_id("palette")).await?;
    check(stage, "the palette").await?;
    stage.type_keys("glas").await?;
    check(stage, "the palette with answers").await?;
    close(stage).await?;
    command(stage, ["filter the board", "tafel oder liste"]).await?;
    stage.sees(test_id("filter-done")).await?;
    check(stage, "the filter").await?;
    close(stage).await?;
    command(stage, ["own columns", "eigene spalten"]).await?;
    stage.sees(columns()).await?;
    check(stage, "the own columns").await?;
    close(stage).await
}

fn columns() -> Wanted {
    test_id("columns-save")
}

/// Gives a command of the palette by its words in the language of the page.
async fn command(stage: &Stage, words: [&str; 2]) -> Result<()> {
    let german = stage.script("return document.documentElement.lang === 'de'", vec![]).await?;
    let [english, german_words] = words;
    stage.press("Control+k").await?;
    stage.sees(test_id("palette")).await?;
    stage.type_keys(if german == json!(true) { german_words } else { english }).await?;
    stage.press("Enter").await
}

async fn empty_light(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    in_every_look(stage, "light", |stage| Box::pin(nothing(stage))).await
}

async fn empty_dark(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    in_every_look(stage, "dark", |stage| Box::pin(nothing(stage))).await
}

async fn nothing(stage: &Stage) -> Result<()> {
    for address in [
        "#/board",
        "#/customers",
        "#/customers?shelf=trash",
        "#/customers/01890a5d-ac96-774b-bcce-b302099a8057",
        "#/nowhere",
    ] {
        go(stage, address).await?;
        stage.sees(role("main").with_text(" ")).await?;
        check(stage, address).await?;
    }
    Ok(())
}

async fn rescue(stage: &mut Stage) -> Result<()> {
    super::keeping::a_flipped_bit(stage).await?;
    for theme in ["light", "dark"] {
        in_every_look(stage, theme, |stage| Box::pin(torn(stage))).await?;
    }
    Ok(())
}

async fn torn(stage: &Stage) -> Result<()> {
    stage.sees(test_id("rescue")).await?;
    stage.click(css("[data-testid=rescue-details] summary")).await?;
    stage.sees(css(".damage li")).await?;
    check(stage, "the rescue screen").await
}
