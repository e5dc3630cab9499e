//! Stories about ideas beyond the board: out of a contact, on a customer's page, in two tabs, on a
//! phone, with hostile text.

use anyhow::{Result, ensure};
use serde_json::json;

use super::ideas::{CASTORS, SHELF, SPARE, fold_out, idea, open, panel, sample};
use super::steps::{add_customer, go, menu_item, reads, saved, visit, with_sample};
use crate::finding::{button, css, field, heading, link, role, test_id, text};
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// Where ideas come from and where else they show.
pub const STORIES: &[Story] = &[
    story!("What a customer said becomes an idea, linked both ways", out_of_a_contact),
    story!("A customer's page says what came of the customer's ideas", on_the_page),
    story!("Customers take part in a launch, each with an invitation", launch),
    story!("Hostile text in an idea is shown as text and never run", hostile),
    story!("Two tabs that vote at once lose no vote", two_tabs),
    story!("A phone shows one state at a time and one idea alone", phone),
    story!("An idea goes to the trash and comes back by undo", trash),
];

async fn out_of_a_contact(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.press("c").await?;
    stage.click(button("Call").inside(test_id("contact-form"))).await?;
    stage.click(button("warm").inside(test_id("contact-form"))).await?;
    stage.sees_no(role("dialog")).await?;
    stage.click(test_id("complete-contact")).await?;
    stage.fill(field("In their own words"), "We need cable trays.").await?;
    stage.click(test_id("save-contact")).await?;
    stage.sees_no(role("dialog")).await?;
    stage.click(test_id("entry-more").at(0)).await?;
    menu_item(stage, "Write down as an idea").await?;
    let said = stage.value_of(field("What it is about")).await?;
    ensure!(said == "> We need cable trays.", "it begins with {said:?}");
    stage.fill(field("The idea in one line"), "Cable trays").await?;
    stage.click(test_id("save-idea")).await?;
    stage.sees_no(role("dialog")).await?;
    stage.sees(text("Became the idea")).await?;
    saved(stage).await?;
    stage.click(link("Cable trays").inside(test_id("customer-ideas"))).await?;
    stage.sees(heading("Cable trays").inside(panel())).await?;
    stage.click(link("from a contact with Gunther Glas GmbH")).await?;
    stage.sees(heading("Gunther Glas GmbH")).await
}

async fn on_the_page(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    let here = || test_id("customer-idea").with_text(SPARE);
    stage.sees(text("still to be told").inside(here())).await?;
    stage.click(button("still to be told").inside(here())).await?;
    stage.sees(test_id("letter")).await?;
    stage.press("Escape").await?;
    stage.sees_no(role("dialog")).await
}

async fn launch(stage: &mut Stage) -> Result<()> {
    sample(stage).await?;
    open(stage, SHELF).await?;
    fold_out(stage, "add-guest", "guest-form", "Gunther Glas GmbH").await?;
    stage.choose(field("Part"), "Beta").await?;
    stage.click(test_id("save-guest")).await?;
    stage.sees(text("Beta").inside(test_id("guests"))).await?;
    stage.choose(field("Invitation of Gunther Glas GmbH"), "accepted").await?;
    saved(stage).await?;
    stage.reload().await?;
    let state = stage.value_of(field("Invitation of Gunther Glas GmbH")).await?;
    ensure!(state == "accepted", "the invitation is {state}");
    stage.click(button("Remove Gunther Glas GmbH").inside(test_id("guests"))).await?;
    stage.sees_no(text("Gunther Glas GmbH").inside(test_id("guests"))).await
}

async fn hostile(stage: &mut Stage) -> Result<()> {
    sample(stage).await?;
    open(stage, CASTORS).await?;
    let words = "<img src=x onerror=window.harmed=1> [x](javascript:window.harmed=1) \
        [fine](https://example.org/a) <script>window.harmed=1</script>";
    let bidi = format!("{words} \u{202E}gnorw\u{2066}");
    let comment = stage.find(field("Comment")).await?.to_json()?;
    let fill = "const [input, value] = arguments; input.value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }))";
    stage.script(fill, vec![comment, json!(bidi)]).await?;
    stage.click(test_id("save-comment")).await?;
    let said = stage.text_of(test_id("comment")).await?;
    ensure!(said.contains("<img src=x onerror=window.harmed=1>"), "it reads {said}");
    ensure!(!said.contains('\u{202E}') && !said.contains('\u{2066}'), "marks of direction stay");
    let links =
        "return [...document.querySelectorAll('[data-testid=comment] a')].map((a) => a.href)";
    let links = stage.script(links, vec![]).await?;
    ensure!(links == json!(["https://example.org/a"]), "it links {links}");
    let found = "return [window.harmed ?? null,
        document.querySelectorAll('[data-testid=comment] :is(img, script)').length]";
    let found = stage.script(found, vec![]).await?;
    ensure!(found == json!([null, 0]), "it ran: {found}");
    Ok(())
}

async fn two_tabs(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    add_customer(stage, "Elbe Möbel KG").await?;
    go(stage, "#/ideas").await?;
    stage.click(test_id("first-idea")).await?;
    stage.fill(field("The idea in one line"), "Cable trays").await?;
    stage.click(test_id("save-idea")).await?;
    stage.sees(heading("Cable trays").inside(panel())).await?;
    saved(stage).await?;
    let here = stage.fragment().await?;
    let first = stage.this_tab().await?;
    let second = stage.open_tab(&here).await?;
    stage.sees(heading("Cable trays").inside(panel())).await?;
    fold_out(stage, "add-voice", "voice-form", "Gunther Glas GmbH").await?;
    stage.go_to_tab(&first).await?;
    fold_out(stage, "add-voice", "voice-form", "Elbe Möbel KG").await?;
    stage.click(test_id("save-voice")).await?;
    stage.go_to_tab(&second).await?;
    stage.click(test_id("save-voice")).await?;
    saved(stage).await?;
    for tab in [&first, &second] {
        stage.go_to_tab(tab).await?;
        stage.sees(test_id("idea-sums").with_text("plain 2 ·")).await?;
        saved(stage).await?;
    }
    stage.reload().await?;
    stage.sees(test_id("idea-sums").with_text("plain 2 ·")).await
}

async fn phone(stage: &mut Stage) -> Result<()> {
    stage.viewport(390, 844).await?;
    sample_on_a_phone(stage).await?;
    stage.sees(idea(CASTORS)).await?;
    stage.sees_no(idea(SHELF)).await?;
    stage.click(css("label[data-idea-state=review]")).await?;
    stage.sees(idea(SHELF)).await?;
    stage.click(link(SHELF)).await?;
    stage.sees(heading(SHELF).inside(panel())).await?;
    stage.sees_no(idea(SHELF)).await?;
    stage.click(test_id("close-idea")).await?;
    stage.sees(idea(SHELF)).await?;
    stage.click(test_id("idea-menu").inside(idea(SHELF))).await?;
    menu_item(stage, "Planned").await?;
    stage.sees_no(idea(SHELF)).await?;
    stage.click(css("label[data-idea-state=planned]")).await?;
    stage.sees(idea(SHELF)).await?;
    let wide = "document.documentElement.scrollWidth <= innerWidth";
    stage.until("nothing to reach beyond the edge", wide).await.map(|_| ())
}

async fn sample_on_a_phone(stage: &Stage) -> Result<()> {
    stage.open("#/board").await?;
    stage.click(test_id("load-sample")).await?;
    stage.sees(test_id("card")).await?;
    go(stage, "#/ideas").await
}

async fn trash(stage: &mut Stage) -> Result<()> {
    sample(stage).await?;
    stage.click(test_id("idea-menu").inside(idea(SHELF))).await?;
    menu_item(stage, "To the trash").await?;
    stage.sees_no(idea(SHELF)).await?;
    stage.click(button("Undo")).await?;
    stage.sees(idea(SHELF)).await?;
    reads(stage, "[data-idea-state=merged] .idea-card", &[]).await
}
