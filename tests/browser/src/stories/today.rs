//! Stories of "Today": what is due, in whose order, and how it is done, put off and put away.

use anyhow::{Result, ensure};
use serde_json::json;

use super::access::{check, in_every_look};
use super::ideas::{SHELF, panel};
use super::records::{add, save};
use super::steps::{add_customer, day, go, menu_item, pick, saved, visit, with_sample};
use crate::finding::{Wanted, button, css, field, heading, link, role, test_id, text};
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// What a day brings.
pub const STORIES: &[Story] = &[
    story!(
        "A delivered deal makes a call for a firm and a survey for a private customer",
        feedback
    ),
    story!("A self-service customer never appears as overdue", self_service),
    story!("What is due is done with one tap, and taken back", done),
    story!("What is due is put off, and comes back by undo", put_off),
    story!("What is put away keeps its reason and can be fetched back", put_away),
    story!("A complaint stands above promises and tasks", order),
    story!("A logged contact ends the silence, and the focus stays in the list", contact),
    story!("Today is worked through by keyboard alone", keyboard),
    story!("Today is reached by key, palette and navigation, which counts what is due", reached),
    story!("An idea that waits too long for its decision is due today", undecided),
    story!("A day without anything due says so kindly", nothing_due),
    story!("Today works on a phone", phone),
    story!("Everyone can use today, light", light),
    story!("Everyone can use today, dark", dark),
];

const GLAS: &str = "Gunther Glas GmbH";

fn due(words: &str) -> Wanted {
    test_id("due-row").with_text(words)
}

fn late() -> Wanted {
    css("section[data-testid=due-late]")
}

async fn today(stage: &Stage) -> Result<()> {
    saved(stage).await?;
    go(stage, "#/today").await?;
    stage.sees(css("#today-title")).await
}

/// On the page of a customer: a promise or task with its day.
async fn owe(stage: &Stage, what: &str, title: &str, days: i32) -> Result<()> {
    add(stage, what).await?;
    stage.fill(field("What it is about"), title).await?;
    pick(stage, field("By when"), &day(stage, days).await?).await?;
    save(stage).await
}

async fn a_late_promise(stage: &Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, GLAS).await?;
    visit(stage, GLAS).await?;
    owe(stage, "Promise", "Send the light plan", -3).await?;
    today(stage).await
}

async fn delivered(stage: &Stage, title: &str) -> Result<()> {
    add(stage, "Deal").await?;
    stage.fill(field("What it is about"), title).await?;
    for stage_day in ["Inquiry on", "Delivered on"] {
        pick(stage, field(stage_day), &day(stage, -9).await?).await?;
    }
    save(stage).await
}

async fn feedback(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, GLAS).await?;
    visit(stage, GLAS).await?;
    delivered(stage, "50 desks").await?;
    go(stage, "#/board").await?;
    stage.click(button("New customer")).await?;
    stage.fill(field("Name"), "Lena Müßig").await?;
    stage.click(css(".segmented label").with_text("Private person")).await?;
    stage.click(test_id("save-customer")).await?;
    visit(stage, "Lena Müßig").await?;
    delivered(stage, "One chair").await?;
    today(stage).await?;
    let firm = due(GLAS).inside(late());
    stage.sees(firm.clone().with_text("call and ask for feedback")).await?;
    stage.sees(due("Lena Müßig send a short survey")).await?;
    stage.click(button("Asked").inside(firm)).await?;
    stage.sees_no(due(GLAS)).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(due("Lena Müßig send a short survey")).await?;
    stage.sees_no(due(GLAS)).await
}

/// Opens the wishes in the form of the customer whose page is open.
async fn wishes(stage: &Stage) -> Result<()> {
    stage.press("e").await?;
    stage.sees(test_id("customer-form")).await?;
    let script = "document.querySelector('[data-testid=block-wishes]').open = true";
    stage.script(script, vec![]).await.map(|_| ())
}

/// A customer with a rhythm of twenty days who was met a month ago.
async fn silent(stage: &Stage) -> Result<()> {
    stage.open("#/board").await?;
    stage.click(button("New customer")).await?;
    stage.fill(field("Name"), GLAS).await?;
    pick(stage, field("First touch point"), &day(stage, -30).await?).await?;
    stage.click(test_id("save-customer")).await?;
    visit(stage, GLAS).await?;
    wishes(stage).await?;
    stage.fill(field("Rhythm in days"), "20").await?;
    stage.click(test_id("save-customer")).await?;
    stage.sees_no(role("dialog")).await
}

async fn self_service(stage: &mut Stage) -> Result<()> {
    silent(stage).await?;
    today(stage).await?;
    stage.sees(due("Agreed: 20 days. Silent for 30.").inside(late())).await?;
    stage.click(link(GLAS)).await?;
    stage.sees(heading(GLAS)).await?;
    wishes(stage).await?;
    stage.choose(field("Contact wish"), "wants quiet, self-service").await?;
    stage.click(test_id("save-customer")).await?;
    stage.sees_no(role("dialog")).await?;
    today(stage).await?;
    stage.sees(test_id("nothing-due")).await?;
    stage.sees_no(test_id("due-row")).await?;
    stage.reload().await?;
    stage.sees(test_id("nothing-due")).await?;
    stage.sees_no(test_id("due-row")).await
}

async fn done(stage: &mut Stage) -> Result<()> {
    a_late_promise(stage).await?;
    let row = || due("Send the light plan").inside(late());
    stage.sees(row().with_text("3 days late")).await?;
    stage.click(button("Gunther Glas GmbH, Send the light plan: Kept")).await?;
    stage.sees_no(row()).await?;
    stage.sees(text("Done with Gunther Glas GmbH.")).await?;
    stage.click(button("Undo")).await?;
    stage.sees(row()).await?;
    stage.press("Control+Shift+z").await?;
    stage.sees_no(row()).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(test_id("nothing-due")).await?;
    stage.sees_no(row()).await
}

async fn put_off(stage: &mut Stage) -> Result<()> {
    a_late_promise(stage).await?;
    stage.click(test_id("due-more")).await?;
    menu_item(stage, "To tomorrow").await?;
    stage.sees_no(late()).await?;
    let soon = || css("section[data-testid=due-soon]");
    stage.sees(due("tomorrow").inside(soon())).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(due("tomorrow").inside(soon())).await?;
    stage.click(test_id("due-more")).await?;
    menu_item(stage, "Another day").await?;
    pick(stage, field("Until when?"), &day(stage, 0).await?).await?;
    stage.click(test_id("due-ask-done")).await?;
    stage.sees(text("Please choose a day after today.")).await?;
    pick(stage, field("Until when?"), &day(stage, 60).await?).await?;
    stage.click(test_id("due-ask-done")).await?;
    stage.sees_no(test_id("due-row")).await?;
    stage.click(css("[data-testid=due-aside] summary")).await?;
    stage.sees(test_id("aside-row").with_text("comes back")).await?;
    stage.press("Control+z").await?;
    stage.sees(due("tomorrow").inside(soon())).await?;
    stage.sees_no(test_id("due-aside")).await
}

async fn put_away(stage: &mut Stage) -> Result<()> {
    a_late_promise(stage).await?;
    stage.click(test_id("due-more")).await?;
    menu_item(stage, "Needs nothing").await?;
    stage.focus_is_on(field("Why does it need nothing?")).await?;
    stage.press("Enter").await?;
    stage.sees(text("One word is enough")).await?;
    stage.type_keys("They have one already").await?;
    stage.press("Enter").await?;
    stage.sees_no(test_id("due-row")).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.click(css("[data-testid=due-aside] summary")).await?;
    stage.sees(test_id("aside-row").with_text("They have one already")).await?;
    stage.click(test_id("take-up")).await?;
    stage.sees(due("Send the light plan").inside(late())).await?;
    stage.click(test_id("due-more")).await?;
    menu_item(stage, "Needs nothing").await?;
    stage.click(button("has settled itself")).await?;
    stage.sees_no(test_id("due-row")).await?;
    stage.press("Control+z").await?;
    stage.sees(due("Send the light plan")).await
}

async fn order(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, GLAS).await?;
    visit(stage, GLAS).await?;
    owe(stage, "Task", "Order wood", 0).await?;
    owe(stage, "Promise", "Send a sample", 0).await?;
    add(stage, "Case").await?;
    stage.fill(field("What it is about"), "Three chairs wobble").await?;
    save(stage).await?;
    today(stage).await?;
    let rows = || test_id("due-row");
    stage.sees(rows().at(0).with_text("reply to the complaint")).await?;
    for (place, words) in ["Three chairs wobble", "Send a sample", "Order wood"].iter().enumerate()
    {
        let row = stage.text_of(rows().at(place)).await?;
        ensure!(row.contains(words), "line {place} is {row:?}, not {words}");
    }
    Ok(())
}

async fn contact(stage: &mut Stage) -> Result<()> {
    silent(stage).await?;
    owe(stage, "Task", "Order wood", 0).await?;
    today(stage).await?;
    stage.click(button("Contact").inside(due("Silent for 30."))).await?;
    stage.click(button("Visit").inside(test_id("contact-form"))).await?;
    stage.click(button("warm").inside(test_id("contact-form"))).await?;
    stage.sees_no(role("dialog")).await?;
    stage.sees_no(due("Silent for")).await?;
    stage.sees_exactly(1, test_id("due-row")).await?;
    stage.until("the focus in the list", "!!document.querySelector('#due-list :focus')").await?;
    Ok(())
}

async fn keyboard(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, GLAS).await?;
    visit(stage, GLAS).await?;
    for title in ["First", "Second", "Third", "Fourth"] {
        owe(stage, "Promise", title, -1).await?;
    }
    today(stage).await?;
    let name = |place| css(".due-row .due-who").at(place);
    let first = stage.find(name(0)).await?.to_json()?;
    stage.script("arguments[0].focus()", vec![first]).await?;
    stage.press("ArrowDown").await?;
    stage.focus_is_on(name(1)).await?;
    stage.press("End").await?;
    stage.focus_is_on(name(3)).await?;
    stage.press("Home").await?;
    stage.press("Space").await?;
    stage.sees_exactly(3, test_id("due-row")).await?;
    stage.focus_is_on(name(0)).await?;
    stage.press("s").await?;
    stage.sees_exactly(2, test_id("due-row").inside(late())).await?;
    stage.focus_is_on(name(0)).await?;
    stage.press("x").await?;
    stage.focus_is_on(field("Why does it need nothing?")).await?;
    stage.type_keys("sxm settled").await?;
    stage.press("Enter").await?;
    stage.sees_exactly(1, test_id("due-row").inside(late())).await?;
    stage.focus_is_on(name(0)).await?;
    stage.press("m").await?;
    stage.sees(role("menu")).await?;
    stage.press("Escape").await?;
    stage.sees_no(role("menu")).await?;
    stage.press("Control+z").await?;
    stage.sees_exactly(2, test_id("due-row").inside(late())).await
}

async fn reached(stage: &mut Stage) -> Result<()> {
    a_late_promise(stage).await?;
    let count = css(".sidebar a[href=\"#/today\"] .count");
    stage.sees(count.clone().with_text("1")).await?;
    go(stage, "#/board").await?;
    stage.sees(test_id("card")).await?;
    stage.press("g").await?;
    stage.press("t").await?;
    stage.sees(due("Send the light plan")).await?;
    stage.click(test_id("due-do")).await?;
    stage.sees_no(count).await?;
    go(stage, "#/board").await?;
    stage.press("Control+k").await?;
    stage.focus_is_on(css("#palette-input")).await?;
    stage.type_keys("due today").await?;
    stage.press("Enter").await?;
    stage.sees(test_id("nothing-due")).await?;
    go(stage, "#/board").await?;
    stage.click(css(".sidebar a[href=\"#/today\"]")).await?;
    stage.sees(test_id("nothing-due")).await
}

async fn undecided(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    today(stage).await?;
    let waiting = || test_id("due-idea").with_text(SHELF);
    stage.sees(waiting().inside(late()).with_text("12 days late")).await?;
    stage.sees(waiting().with_text("9 customers are behind it.")).await?;
    stage.click(link("Decide").inside(waiting())).await?;
    stage.sees(panel().with_text(SHELF)).await?;
    stage.click(test_id("panel-menu")).await?;
    menu_item(stage, "Planned").await?;
    today(stage).await?;
    stage.sees(test_id("due-idea")).await?;
    stage.sees_no(waiting()).await?;
    stage.press("Control+z").await?;
    stage.sees(waiting()).await
}

async fn nothing_due(stage: &mut Stage) -> Result<()> {
    stage.open("#/today").await?;
    stage.sees(heading("Every morning this shows who is waiting for you")).await?;
    stage.click(button("Add the first customer")).await?;
    stage.fill(field("Name"), GLAS).await?;
    stage.click(test_id("save-customer")).await?;
    stage.sees(heading("Nothing is due today")).await?;
    stage.sees(text("0 overdue, 0 today, 0 in the next seven days")).await
}

async fn phone(stage: &mut Stage) -> Result<()> {
    a_late_promise(stage).await?;
    stage.viewport(390, 844).await?;
    let wide = "document.documentElement.scrollWidth <= innerWidth";
    stage.until("nothing to stick out", wide).await?;
    let tick = stage.script(
        "const box = document.querySelector('[data-testid=due-do]').getBoundingClientRect();
        return Math.min(box.width, box.height)",
        vec![],
    );
    let size = tick.await?.as_f64().unwrap_or(0.0);
    ensure!(size >= 28.0, "the tick is {size} pixels small");
    stage.click(css(".bottom-nav a[href=\"#/board\"]")).await?;
    stage.sees(test_id("card")).await?;
    stage.click(css(".bottom-nav a[href=\"#/today\"]")).await?;
    stage.click(test_id("due-more")).await?;
    menu_item(stage, "In a week").await?;
    stage.sees_no(late()).await?;
    stage.click(test_id("undo")).await?;
    stage.click(test_id("due-do")).await?;
    stage.sees_no(late()).await
}

async fn light(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    in_every_look(stage, "light", |stage| Box::pin(looks(stage))).await
}

async fn dark(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    in_every_look(stage, "dark", |stage| Box::pin(looks(stage))).await
}

async fn looks(stage: &Stage) -> Result<()> {
    go(stage, "#/today").await?;
    stage.sees(test_id("due-row")).await?;
    check(stage, "today").await?;
    stage.click(test_id("due-more")).await?;
    stage.sees(role("menu")).await?;
    check(stage, "the menu of a line").await?;
    stage.click(test_id("due-dismiss")).await?;
    stage.sees(test_id("due-ask")).await?;
    check(stage, "the question for a reason").await?;
    stage.press("Escape").await?;
    let gone = "!document.querySelector('[data-testid=due-ask]')";
    stage.until("the question to go", gone).await?;
    let script = "return document.querySelectorAll('[data-testid=due-row]').length > 1";
    ensure!(stage.script(script, vec![]).await? == json!(true), "the sample has too little due");
    Ok(())
}
