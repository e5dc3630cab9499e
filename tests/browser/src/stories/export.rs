//! Stories about what leaves the app: lists for spreadsheets and workspace files, and their way back.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use super::steps::{
    FIVE, a_file, add_customer, apply_list, bring, choose_list, day, elsewhere, go, holds,
    menu_item, saved, still_stands, taken, visit,
};
use crate::finding::{button, css, field, heading, link, role, test_id, text};
use crate::scratch::ScratchDirectory;
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// What leaves and comes back.
pub const STORIES: &[Story] = &[
    story!("A list that was exported comes back the same", list_comes_back),
    story!("A list holds only those on the board when asked so", only_on_board),
    story!("A cell that looks like a formula is guarded, and comes back as it was", formula),
    story!(
        "A workspace file comes back with contacts and order, in one step to undo",
        file_comes_back
    ),
    story!("A workspace file that was opened is still there after loading again", file_is_kept),
    story!("A workspace file of what is here already changes nothing", same_file),
    story!("A workspace file keeps the newer value of each field", newer_wins),
    story!("A damaged workspace file is named by line and character", damaged_file),
    story!("A list is no workspace file", list_is_no_file),
];

/// Exports the list that is chosen on the screen of the data.
async fn exported(stage: &Stage) -> Result<String> {
    stage.click(test_id("export-csv")).await?;
    let (name, bytes) = taken(stage, ".csv").await?;
    ensure!(name == format!("rapport-kunden-{}.csv", day(stage, 0).await?), "it is called {name}");
    String::from_utf8(bytes).context("the list is no UTF-8")
}

/// Saves the workspace file.
async fn workspace_file(stage: &Stage, directory: &ScratchDirectory) -> Result<PathBuf> {
    go(stage, "#/data").await?;
    stage.click(test_id("save-file")).await?;
    let (name, bytes) = taken(stage, ".rapport").await?;
    ensure!(name == format!("rapport-{}.rapport", day(stage, 0).await?), "it is called {name}");
    a_file(directory, "workspace.rapport", &bytes)
}

async fn list_comes_back(stage: &mut Stage) -> Result<()> {
    bring(stage, FIVE).await?;
    let first = exported(stage).await?;
    ensure!(first.lines().count() == 6, "the list has {} lines:\n{first}", first.lines().count());
    ensure!(first.contains("Ärztehaus am Park"), "umlauts are lost:\n{first}");
    elsewhere(stage).await?;
    let directory = ScratchDirectory::new()?;
    let file = a_file(&directory, "back.csv", first.as_bytes())?;
    choose_list(stage, &file).await?;
    stage.sees(css("[data-testid=import-program]").with_text("Rapport")).await?;
    stage.sees_no(test_id("row-problems")).await?;
    apply_list(stage).await?;
    holds(stage, 5).await?;
    let second = exported(stage).await?;
    ensure!(first == second, "what came back differs:\n{first}\n{second}");
    Ok(())
}

async fn only_on_board(stage: &mut Stage) -> Result<()> {
    bring(stage, FIVE).await?;
    go(stage, "#/customers").await?;
    stage.click(field("Select Elbe Möbel KG")).await?;
    stage.click(test_id("bulk-standing")).await?;
    menu_item(stage, "Lost").await?;
    stage.sees_no(link("Elbe Möbel KG")).await?;
    go(stage, "#/data").await?;
    stage.sees(button("Export 5 customers")).await?;
    stage.click(css("label").with_text("Only those on the board")).await?;
    stage.sees(button("Export 4 customers")).await?;
    let list = exported(stage).await?;
    ensure!(!list.contains("Elbe Möbel KG"), "it holds who is lost:\n{list}");
    ensure!(list.contains("Lena Müßig"), "it lacks who is on the board:\n{list}");
    Ok(())
}

const FORMULA: &str = "=HYPERLINK(\"http://evil.example\",\"Glas\")";

async fn formula(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, FORMULA).await?;
    go(stage, "#/data").await?;
    let list = exported(stage).await?;
    let guarded = "'=HYPERLINK(\"\"http://evil.example\"\",\"\"Glas\"\")";
    ensure!(list.contains(guarded), "the cell is not guarded:\n{list}");
    let plain = list.replace(guarded, "");
    ensure!(!plain.contains("=HYPERLINK"), "another cell is not guarded:\n{list}");
    elsewhere(stage).await?;
    let directory = ScratchDirectory::new()?;
    let file = a_file(&directory, "back.csv", list.as_bytes())?;
    choose_list(stage, &file).await?;
    apply_list(stage).await?;
    go(stage, "#/board").await?;
    stage.sees(link(FORMULA)).await
}

/// Two customers in two phases, one with a contact.
async fn a_small_workspace(stage: &Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Elbe Möbel KG").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.click(button("More actions")).await?;
    menu_item(stage, "Retention").await?;
    stage.press("c").await?;
    stage.click(button("Call").inside(test_id("contact-form"))).await?;
    stage.click(button("warm").inside(test_id("contact-form"))).await?;
    stage.sees_no(role("dialog")).await?;
    saved(stage).await
}

async fn open_workspace_file(stage: &Stage, file: &std::path::Path) -> Result<()> {
    go(stage, "#/data").await?;
    stage.upload(test_id("open-file"), file).await?;
    stage.sees(test_id("file-found")).await
}

async fn is_all_there(stage: &Stage) -> Result<()> {
    go(stage, "#/board").await?;
    stage.sees_exactly(2, test_id("card")).await?;
    let retention = css("[data-testid=column]").with_name("Retention");
    stage.sees(link("Gunther Glas GmbH").inside(retention)).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.sees(test_id("timeline-entry").with_text("Call we reached out · warm")).await
}

async fn file_comes_back(stage: &mut Stage) -> Result<()> {
    let directory = ScratchDirectory::new()?;
    a_small_workspace(stage).await?;
    let file = workspace_file(stage, &directory).await?;
    elsewhere(stage).await?;
    open_workspace_file(stage, &file).await?;
    stage.sees(test_id("file-found").with_text("2 customers, 2 of them new")).await?;
    holds(stage, 0).await?;
    stage.click(test_id("merge-file")).await?;
    stage.sees(text("2 customers imported.")).await?;
    holds(stage, 2).await?;
    saved(stage).await?;
    stage.click(button("Undo")).await?;
    holds(stage, 0).await?;
    stage.click(button("Redo")).await?;
    holds(stage, 2).await?;
    is_all_there(stage).await
}

async fn file_is_kept(stage: &mut Stage) -> Result<()> {
    let directory = ScratchDirectory::new()?;
    a_small_workspace(stage).await?;
    let file = workspace_file(stage, &directory).await?;
    elsewhere(stage).await?;
    open_workspace_file(stage, &file).await?;
    stage.click(test_id("merge-file")).await?;
    holds(stage, 2).await?;
    saved(stage).await?;
    stage.reload().await?;
    holds(stage, 2).await?;
    is_all_there(stage).await
}

async fn same_file(stage: &mut Stage) -> Result<()> {
    let directory = ScratchDirectory::new()?;
    a_small_workspace(stage).await?;
    let file = workspace_file(stage, &directory).await?;
    open_workspace_file(stage, &file).await?;
    stage.sees(text("Everything in it is here already.")).await?;
    stage.click(button("Cancel")).await?;
    stage.sees_no(test_id("file-found")).await?;
    holds(stage, 2).await
}

async fn newer_wins(stage: &mut Stage) -> Result<()> {
    let directory = ScratchDirectory::new()?;
    a_small_workspace(stage).await?;
    let file = workspace_file(stage, &directory).await?;
    go(stage, "#/board").await?;
    visit(stage, "Elbe Möbel KG").await?;
    stage.press("e").await?;
    stage.fill(field("Phone"), "0351 123").await?;
    stage.click(button("Save")).await?;
    stage.sees(link("0351 123")).await?;
    saved(stage).await?;
    open_workspace_file(stage, &file).await?;
    stage.sees(test_id("file-found").with_text("1 differs from here")).await?;
    stage.click(test_id("merge-file")).await?;
    stage.sees_no(test_id("file-found")).await?;
    saved(stage).await?;
    go(stage, "#/board").await?;
    visit(stage, "Elbe Möbel KG").await?;
    stage.sees(link("0351 123")).await?;
    stage.reload().await?;
    stage.sees(link("0351 123")).await
}

async fn damaged_file(stage: &mut Stage) -> Result<()> {
    let directory = ScratchDirectory::new()?;
    a_small_workspace(stage).await?;
    let file = workspace_file(stage, &directory).await?;
    let text = std::fs::read_to_string(&file)?;
    let lines = text.lines().count();
    ensure!(lines > 2, "the file has only {lines} lines");
    let cut = text.replacen("\"Elbe M", "\"El\u{1}be M", 1);
    ensure!(cut != text, "the file does not hold the name:\n{text}");
    let line = text.lines().position(|line| line.contains("\"Elbe M")).context("no line")? + 1;
    let file = a_file(&directory, "damaged.rapport", cut.as_bytes())?;
    stage.open("#/data").await?;
    stage.upload(test_id("open-file"), &file).await?;
    let sentence = format!("The file is damaged in line {line}, character ");
    stage.sees(test_id("file-refused").with_text(&sentence)).await?;
    still_stands(stage).await?;
    holds(stage, 2).await
}

async fn list_is_no_file(stage: &mut Stage) -> Result<()> {
    let directory = ScratchDirectory::new()?;
    stage.open("#/data").await?;
    for (name, bytes) in
        [("list.rapport", FIVE.as_bytes()), ("empty.rapport", b""), ("x.json", b"[1]")]
    {
        let file = a_file(&directory, name, bytes)?;
        stage.upload(test_id("open-file"), &file).await?;
        stage
            .sees(test_id("file-refused").with_text("This is no workspace file of Rapport."))
            .await?;
        still_stands(stage).await?;
    }
    stage.sees(heading("Workspace file")).await?;
    holds(stage, 0).await
}
