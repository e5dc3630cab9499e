//! Stories about contacts: logged in two taps, completed, changed, removed, and their history.

use anyhow::{Result, ensure};

use super::steps::{add_customer, card, day, menu_item, pick, reads, saved, visit};
use crate::finding::{Wanted, button, css, field, heading, role, test_id, text};
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// What can be done with contacts.
pub const STORIES: &[Story] = &[
    story!("A contact is logged in two taps from the card", from_the_card),
    story!("A contact is logged in two taps from the page", from_the_page),
    story!("A contact is logged by keyboard alone", by_keyboard),
    story!("The key c asks for the customer where none is at hand", asks_for_the_customer),
    story!("A contact is completed, and its next step shows on the card", is_completed),
    story!("A next step needs a day", step_needs_a_day),
    story!("A finished step is no longer due", step_is_finished),
    story!("A contact is changed, removed and fetched back", changed_and_removed),
    story!("The history shows contacts and changes of the phase", history),
    story!("What was typed about a contact is kept when the form closes", draft_is_kept),
];

async fn two_taps(stage: &Stage, kind: &str, mood: &str) -> Result<()> {
    let sheet = || test_id("contact-form");
    stage.click(button(kind).inside(sheet())).await?;
    stage.click(button(mood).inside(sheet())).await?;
    stage.sees_no(role("dialog")).await
}

fn entry(words: &str) -> Wanted {
    test_id("timeline-entry").with_text(words)
}

async fn one_customer(stage: &Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await
}

async fn from_the_card(stage: &mut Stage) -> Result<()> {
    one_customer(stage).await?;
    stage.sees_no(role("img").named("Mood: warm")).await?;
    stage.click(test_id("card-menu")).await?;
    menu_item(stage, "Log a contact").await?;
    two_taps(stage, "Visit", "warm").await?;
    stage.sees(text("Visit logged, warm.")).await?;
    stage.sees(role("img").named("Mood: warm").inside(card("Gunther Glas GmbH"))).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(role("img").named("Mood: warm").inside(card("Gunther Glas GmbH"))).await?;
    stage.press("Control+z").await?;
    stage.sees(role("img").named("Mood: warm")).await
}

async fn from_the_page(stage: &mut Stage) -> Result<()> {
    one_customer(stage).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.click(button("Log contact")).await?;
    stage.click(button("from the customer")).await?;
    two_taps(stage, "E-mail", "cool").await?;
    stage.sees(entry("E-mail the customer reached out · cool")).await?;
    stage.click(button("Undo")).await?;
    stage.sees_no(entry("E-mail")).await
}

async fn by_keyboard(stage: &mut Stage) -> Result<()> {
    one_customer(stage).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.press("c").await?;
    stage.sees(button("Visit").inside(test_id("contact-form"))).await?;
    stage.press("v").await?;
    stage.sees(heading("How was the contact with Gunther Glas GmbH?")).await?;
    stage.press("4").await?;
    stage.sees_no(role("dialog")).await?;
    stage.sees(entry("Visit we reached out · friendly")).await?;
    stage.press("Control+z").await?;
    stage.sees_no(entry("Visit")).await?;
    stage.press("Control+Shift+z").await?;
    stage.sees(entry("Visit we reached out · friendly")).await
}

async fn asks_for_the_customer(stage: &mut Stage) -> Result<()> {
    one_customer(stage).await?;
    add_customer(stage, "Elbe Möbel KG").await?;
    stage.script("document.activeElement?.blur()", vec![]).await?;
    stage.press("c").await?;
    stage.focus_is_on(field("Who was the contact with?")).await?;
    stage.sees_exactly(2, test_id("contact-customer")).await?;
    stage.type_keys("glas").await?;
    stage.sees_exactly(1, test_id("contact-customer")).await?;
    stage.press("Enter").await?;
    stage.sees(heading("Gunther Glas GmbH").inside(test_id("contact-form"))).await?;
    two_taps(stage, "Call", "matter-of-fact").await?;
    let moods = || role("img").named("Mood: matter-of-fact");
    stage.sees(moods().inside(card("Gunther Glas GmbH"))).await?;
    stage.sees_exactly(1, moods()).await
}

/// A call just logged, with the form for its details open.
async fn a_call_to_complete(stage: &Stage) -> Result<()> {
    one_customer(stage).await?;
    stage.click(test_id("card-menu")).await?;
    menu_item(stage, "Log a contact").await?;
    two_taps(stage, "Call", "friendly").await?;
    stage.click(button("Add details")).await?;
    stage.sees(heading("Contact with Gunther Glas GmbH")).await
}

async fn is_completed(stage: &mut Stage) -> Result<()> {
    a_call_to_complete(stage).await?;
    stage.choose(field("What for"), "Advice").await?;
    stage.fill(field("With whom"), "Gunther Glas").await?;
    stage.fill(field("What happened"), "Talked about the new desks.").await?;
    stage.fill(field("In their own words"), "Finally someone listens.").await?;
    stage.fill(field("Next step"), "Send the offer").await?;
    pick(stage, field("By when"), &day(stage, -2).await?).await?;
    stage.click(test_id("save-contact")).await?;
    stage.sees_no(role("dialog")).await?;
    let due = || css("[data-due=late]").inside(card("Gunther Glas GmbH"));
    stage.sees(due().with_text("Send the offer")).await?;
    stage.sees(due().with_text("2 days late")).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(due().with_text("Send the offer")).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.sees(entry("friendly · Advice · Gunther Glas")).await?;
    stage.sees(entry("Finally someone listens. Talked about the new desks.")).await
}

async fn step_needs_a_day(stage: &mut Stage) -> Result<()> {
    a_call_to_complete(stage).await?;
    stage.fill(field("Next step"), "Send the offer").await?;
    stage.click(test_id("save-contact")).await?;
    stage.focus_is_on(field("By when")).await?;
    stage.sees(text("By when? Without a day the step will never show as due.")).await?;
    pick(stage, field("By when"), &day(stage, 0).await?).await?;
    stage.press("Control+Enter").await?;
    stage.sees_no(role("dialog")).await?;
    let due = css("[data-due=today]").inside(card("Gunther Glas GmbH"));
    stage.sees(due.with_text("Send the offer")).await
}

async fn step_is_finished(stage: &mut Stage) -> Result<()> {
    a_call_to_complete(stage).await?;
    stage.fill(field("Next step"), "Send the offer").await?;
    pick(stage, field("By when"), &day(stage, -1).await?).await?;
    stage.click(test_id("save-contact")).await?;
    stage.sees(css("[data-due=late]").inside(card("Gunther Glas GmbH"))).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    let tick = button("Mark the step “Send the offer” as done");
    stage.click(tick.clone().inside(test_id("timeline"))).await?;
    stage.sees(text("Step with Gunther Glas GmbH done.")).await?;
    stage.sees_no(tick.clone()).await?;
    stage.open("#/board").await?;
    stage.sees(card("Gunther Glas GmbH")).await?;
    stage.sees_no(css("[data-due=late]")).await
}

async fn changed_and_removed(stage: &mut Stage) -> Result<()> {
    one_customer(stage).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.click(button("Log contact")).await?;
    two_taps(stage, "Call", "cool").await?;
    let menu = || button("Call of today: more actions");
    stage.click(menu()).await?;
    menu_item(stage, "Edit contact").await?;
    stage.choose(field("Channel"), "Letter").await?;
    stage.fill(field("What happened"), "A long letter.").await?;
    stage.click(button("Save")).await?;
    stage.sees_no(role("dialog")).await?;
    stage.sees(entry("A long letter.").with_text("A long letter.")).await?;
    stage.sees(css(".event-title").with_text("Letter")).await?;
    stage.click(button("Letter of today: more actions")).await?;
    menu_item(stage, "Remove contact").await?;
    stage.sees_no(entry("A long letter.")).await?;
    stage.sees(text("Contact with Gunther Glas GmbH removed.")).await?;
    stage.click(button("Undo")).await?;
    stage.sees(entry("A long letter.")).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(entry("A long letter.")).await
}

async fn history(stage: &mut Stage) -> Result<()> {
    one_customer(stage).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.sees(text("Start in the phase Initiation")).await?;
    stage.click(button("Log contact")).await?;
    two_taps(stage, "Call", "warm").await?;
    stage.click(button("More actions")).await?;
    menu_item(stage, "Building").await?;
    stage.sees(text("Now in the phase Building")).await?;
    reads(stage, "[data-testid^=history-] small", &["3", "1", "2"]).await?;
    stage.click(test_id("history-contact")).await?;
    stage.sees_no(text("Now in the phase Building")).await?;
    stage.sees_exactly(1, css("[data-testid=timeline] > li")).await?;
    stage.click(test_id("history-change")).await?;
    stage.sees(text("Start in the phase Initiation")).await?;
    stage.sees_exactly(2, css("[data-testid=timeline] > li")).await?;
    stage.sees_no(entry("Call")).await
}

async fn draft_is_kept(stage: &mut Stage) -> Result<()> {
    a_call_to_complete(stage).await?;
    stage.fill(field("What happened"), "Half a sentence").await?;
    stage.press("Escape").await?;
    stage.sees_no(role("dialog")).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.click(test_id("entry-more")).await?;
    menu_item(stage, "Edit contact").await?;
    stage.sees(text("The draft you had begun is back.")).await?;
    ensure!(stage.value_of(field("What happened")).await? == "Half a sentence");
    stage.click(button("Save")).await?;
    stage.sees(entry("Half a sentence")).await
}
