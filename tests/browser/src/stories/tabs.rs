//! Stories about two tabs on the same customers: each shows what the other did, and nothing is lost.

use anyhow::Result;
use thirtyfour::WindowHandle;

use super::steps::{add_customer, card, go, menu_item, saved, visit};
use crate::finding::{Wanted, button, css, dialog, field, heading, link, role, test_id};
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// What two tabs do to each other.
pub const STORIES: &[Story] = &[
    story!("What one tab does the other shows without loading again", shows_at_once),
    story!("What two tabs change of the same customer is all kept", both_kept),
    story!("What another tab changed stays while a form is open here", kept_under_a_form),
    story!("Undo in one tab leaves what the other did", undo_leaves_others),
    story!("A customer who is thrown away in one tab leaves the other", trash_shows),
];

async fn two_tabs(stage: &mut Stage) -> Result<(WindowHandle, WindowHandle)> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    let first = stage.this_tab().await?;
    let second = stage.open_tab("#/board").await?;
    stage.sees(card("Gunther Glas GmbH")).await?;
    Ok((first, second))
}

fn in_retention(name: &str) -> Wanted {
    link(name).inside(css("[data-testid=column]").with_name("Retention"))
}

async fn move_to_retention(stage: &Stage, name: &str) -> Result<()> {
    stage.click(test_id("card-menu").inside(card(name))).await?;
    menu_item(stage, "Retention").await?;
    stage.sees(in_retention(name)).await?;
    saved(stage).await
}

async fn shows_at_once(stage: &mut Stage) -> Result<()> {
    let (first, second) = two_tabs(stage).await?;
    add_customer(stage, "Elbe Möbel KG").await?;
    move_to_retention(stage, "Gunther Glas GmbH").await?;
    stage.go_to_tab(&first).await?;
    stage.sees(card("Elbe Möbel KG")).await?;
    stage.sees(in_retention("Gunther Glas GmbH")).await?;
    visit(stage, "Elbe Möbel KG").await?;
    stage.press("c").await?;
    stage.click(button("Call").inside(test_id("contact-form"))).await?;
    stage.click(button("cool").inside(test_id("contact-form"))).await?;
    stage.sees_no(role("dialog")).await?;
    saved(stage).await?;
    stage.go_to_tab(&second).await?;
    stage.sees(role("img").named("Mood: cool").inside(card("Elbe Möbel KG"))).await
}

async fn edit(stage: &Stage, label: &str, value: &str) -> Result<()> {
    stage.click(button("Edit")).await?;
    stage.fill(field(label), value).await?;
    stage.click(button("Save")).await?;
    stage.sees_no(role("dialog")).await?;
    saved(stage).await
}

async fn both_kept(stage: &mut Stage) -> Result<()> {
    let (first, second) = two_tabs(stage).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    edit(stage, "Phone", "0711 1").await?;
    stage.go_to_tab(&first).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    edit(stage, "E-mail", "glas@example.org").await?;
    for tab in [&first, &second] {
        stage.go_to_tab(tab).await?;
        stage.sees(link("glas@example.org")).await?;
        stage.sees(link("0711 1")).await?;
    }
    stage.reload().await?;
    stage.sees(link("glas@example.org")).await?;
    stage.sees(link("0711 1")).await
}

async fn kept_under_a_form(stage: &mut Stage) -> Result<()> {
    let (first, second) = two_tabs(stage).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.click(button("Edit")).await?;
    stage.fill(field("Phone"), "0711 1").await?;
    stage.go_to_tab(&first).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    edit(stage, "E-mail", "glas@example.org").await?;
    stage.go_to_tab(&second).await?;
    stage.sees(dialog("Edit Gunther Glas GmbH")).await?;
    stage.click(button("Save")).await?;
    stage.sees_no(role("dialog")).await?;
    stage.sees(link("0711 1")).await?;
    stage.sees(link("glas@example.org")).await?;
    saved(stage).await?;
    stage.go_to_tab(&first).await?;
    stage.sees(link("0711 1")).await?;
    stage.sees(link("glas@example.org")).await
}

async fn undo_leaves_others(stage: &mut Stage) -> Result<()> {
    let (first, second) = two_tabs(stage).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    edit(stage, "Phone", "0711 1").await?;
    stage.go_to_tab(&first).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.sees(link("0711 1")).await?;
    edit(stage, "E-mail", "glas@example.org").await?;
    stage.go_to_tab(&second).await?;
    stage.sees(link("glas@example.org")).await?;
    stage.press("Control+z").await?;
    stage.sees_no(link("0711 1")).await?;
    stage.sees(link("glas@example.org")).await?;
    saved(stage).await?;
    stage.go_to_tab(&first).await?;
    stage.sees_no(link("0711 1")).await?;
    stage.sees(link("glas@example.org")).await?;
    stage.press("Control+z").await?;
    stage.sees_no(link("glas@example.org")).await?;
    stage.sees(heading("Gunther Glas GmbH")).await
}

async fn trash_shows(stage: &mut Stage) -> Result<()> {
    let (first, second) = two_tabs(stage).await?;
    stage.click(test_id("card-menu")).await?;
    menu_item(stage, "Move to trash").await?;
    stage.sees_no(test_id("card")).await?;
    saved(stage).await?;
    stage.go_to_tab(&first).await?;
    stage.sees_no(test_id("card")).await?;
    go(stage, "#/customers?shelf=trash").await?;
    stage.click(button("Restore Gunther Glas GmbH")).await?;
    saved(stage).await?;
    stage.go_to_tab(&second).await?;
    stage.sees(card("Gunther Glas GmbH")).await
}
