//! Stories about everything kept of a customer: deals, promises, cases, the picture of the
//! relationship, arguments, messages, and the whole story of Gunther Glas GmbH (article 002).

use anyhow::Result;

use super::steps::{add_customer, day, menu_item, pick, saved, visit, with_sample};
use crate::finding::{Wanted, button, css, field, heading, link, role, test_id, text};
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// What can be kept about a customer.
pub const STORIES: &[Story] = &[
    story!("A deal goes from the inquiry to a delivery, and a firm is called for feedback", deal),
    story!("A promise is made, kept, and taken back", promise),
    story!("Every problem of a record's form is told at once", problems),
    story!("A complaint waits for its first reply", complaint),
    story!("The picture of a customer names the gap, the balance and what is missing", picture),
    story!("An own field is defined once and filled in for a customer", own_fields),
    story!("An argument of a product is told once", arguments),
    story!("The seven steps of a difficult talk are ticked off", seven_steps),
    story!("A message warns when nothing personal is left", message),
    story!("A visit report and a promise are noted with a contact", visit_report),
    story!("The history is filtered by kind and by role", filtered),
    story!("Every fact of Gunther Glas GmbH is found on the page", gunther),
    story!("A record of one tab shows in the other", two_tabs),
];

async fn one_customer(stage: &Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    visit(stage, "Gunther Glas GmbH").await
}

/// Opens the form of something new on the page of a customer.
pub async fn add(stage: &Stage, what: &str) -> Result<()> {
    stage.click(test_id("add-to-file")).await?;
    menu_item(stage, what).await?;
    stage.sees(role("dialog")).await
}

/// Saves the form of a record.
pub async fn save(stage: &Stage) -> Result<()> {
    stage.click(test_id("save-record")).await?;
    stage.sees_no(role("dialog")).await
}

fn record(words: &str) -> Wanted {
    test_id("record").with_text(words)
}

async fn an_order(stage: &Stage) -> Result<()> {
    one_customer(stage).await?;
    add(stage, "Deal").await?;
    stage.fill(field("What it is about"), "50 desks").await?;
    stage.fill(field("Amount"), "38,400").await?;
    save(stage).await?;
    stage.sees(record("50 desks")).await
}

async fn deal(stage: &mut Stage) -> Result<()> {
    an_order(stage).await?;
    for next in ["Quote", "Accepted", "Ordered", "Delivered"] {
        stage.click(button(&format!("Next: {next}"))).await?;
        stage.sees(record(&format!("{next} on today"))).await?;
    }
    let feedback = || test_id("next").with_text("Call and ask for feedback: 50 desks");
    stage.sees(feedback()).await?;
    stage.press("Control+z").await?;
    stage.sees_no(feedback()).await?;
    stage.press("Control+Shift+z").await?;
    stage.sees(feedback()).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(feedback()).await?;
    stage.sees(record("Delivered on today")).await?;
    stage.sees(test_id("timeline-entry").with_text("50 desks Deal · Delivered")).await
}

async fn promise(stage: &mut Stage) -> Result<()> {
    one_customer(stage).await?;
    add(stage, "Promise").await?;
    stage.fill(field("What it is about"), "Send a sample").await?;
    pick(stage, field("By when"), &day(stage, 3).await?).await?;
    save(stage).await?;
    stage.click(test_id("tick-record").inside(record("Send a sample"))).await?;
    stage.sees(text("1 of 1 kept")).await?;
    stage.sees_no(test_id("tick-record")).await?;
    stage.press("Control+z").await?;
    stage.sees(test_id("tick-record")).await?;
    stage.click(button("Send a sample").inside(record("Send a sample"))).await?;
    stage.click(test_id("remove-record")).await?;
    stage.sees_no(record("Send a sample")).await?;
    stage.press("Control+z").await?;
    stage.sees(record("Send a sample")).await
}

async fn problems(stage: &mut Stage) -> Result<()> {
    one_customer(stage).await?;
    add(stage, "Deal").await?;
    stage.fill(field("Amount"), "a lot").await?;
    pick(stage, field("Paid on"), &day(stage, 3).await?).await?;
    stage.click(test_id("save-record")).await?;
    stage.sees(test_id("problems").with_text("What it is about, Amount, Paid on.")).await?;
    stage.focus_is_on(field("What it is about")).await?;
    stage.press("Escape").await?;
    stage.sees_no(role("dialog")).await?;
    add(stage, "Deal").await?;
    stage.sees(text("The draft you had begun is back.")).await
}

async fn complaint(stage: &mut Stage) -> Result<()> {
    one_customer(stage).await?;
    add(stage, "Case").await?;
    stage.fill(field("What it is about"), "Three chairs wobble").await?;
    save(stage).await?;
    let due = || test_id("next").with_text("First reply to a complaint: Three chairs wobble");
    stage.sees(due()).await?;
    stage.click(test_id("finish-next").inside(due())).await?;
    stage.sees_no(due()).await?;
    stage.sees(record("Three chairs wobble").with_text("first reply today")).await
}

async fn picture(stage: &mut Stage) -> Result<()> {
    one_customer(stage).await?;
    add(stage, "Complete the picture").await?;
    stage.fill(field("Wishes"), "Quiet motors").await?;
    stage.click(field("sustainability")).await?;
    stage.choose(field("Trust"), "4").await?;
    stage.choose(field("Dependency"), "2").await?;
    stage.choose(field("Perceived benefit"), "5, high").await?;
    stage.choose(field("ordering again is easy"), "no").await?;
    stage.choose(field("satisfied with the product"), "yes").await?;
    save(stage).await?;
    stage.sees(role("img").named("Trust: 4")).await?;
    stage.sees(text("The benefit clearly outweighs the dependency.")).await?;
    stage.sees(text("Missing: ordering again is easy")).await?;
    stage.sees(text("1 of 6")).await?;
    stage.press("Control+z").await?;
    stage.sees_no(text("Quiet motors")).await?;
    stage.press("Control+Shift+z").await?;
    stage.sees(text("Quiet motors")).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(text("Quiet motors")).await?;
    stage.sees(text("sustainability")).await
}

async fn own_fields(stage: &mut Stage) -> Result<()> {
    one_customer(stage).await?;
    add(stage, "Define own fields").await?;
    stage.click(test_id("add-own-field")).await?;
    stage.click(test_id("save-own-fields")).await?;
    stage.sees(css(".problem")).await?;
    stage.fill(field("Name"), "Fleet").await?;
    stage.choose(field("Kind"), "Choice").await?;
    stage.fill(field("Options"), "small, large").await?;
    stage.click(test_id("save-own-fields")).await?;
    stage.sees_no(role("dialog")).await?;
    add(stage, "Own fields").await?;
    stage.choose(field("Fleet"), "large").await?;
    save(stage).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(css(".customer-side .facts dd").with_text("large")).await
}

async fn arguments(stage: &mut Stage) -> Result<()> {
    one_customer(stage).await?;
    add(stage, "Products and templates").await?;
    stage.click(button("Add: Product")).await?;
    stage.fill(field("What it is about"), "Desk").await?;
    stage.fill(field("Arguments, one per line"), "Sustainable wood").await?;
    save(stage).await?;
    stage.click(button("Note “Sustainable wood” as told")).await?;
    stage.sees(text("1 already told")).await?;
    stage.sees_no(test_id("tell")).await?;
    stage.press("Control+z").await?;
    stage.sees(test_id("tell")).await
}

async fn seven_steps(stage: &mut Stage) -> Result<()> {
    one_customer(stage).await?;
    add(stage, "Difficult talk: seven steps").await?;
    save(stage).await?;
    stage.sees(record("Difficult talk").with_text("0 of 7")).await?;
    stage.click(field("Listen")).await?;
    stage.sees(record("Difficult talk").with_text("1 of 7")).await
}

async fn message(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    add(stage, "Write a message").await?;
    stage.choose(field("Template"), "News from us").await?;
    stage.sees(test_id("message-warning").with_text("Nothing personal is left")).await?;
    stage.choose(field("Template"), "Thanks after a delivery").await?;
    stage.sees_no(test_id("message-warning").with_text("Nothing personal is left")).await?;
    stage.click(test_id("copy-message")).await?;
    stage.sees(test_id("timeline-entry").with_text("Dear Sabine Rother")).await
}

async fn visit_report(stage: &mut Stage) -> Result<()> {
    one_customer(stage).await?;
    stage.click(button("Log contact")).await?;
    stage.click(button("Visit").inside(test_id("contact-form"))).await?;
    stage.click(button("warm").inside(test_id("contact-form"))).await?;
    stage.sees_no(role("dialog")).await?;
    stage.click(test_id("entry-more")).await?;
    menu_item(stage, "Edit contact").await?;
    stage.fill(field("Promised"), "Send a quote").await?;
    pick(stage, field("Promised by"), &day(stage, 5).await?).await?;
    stage.click(text("Who took part, how long")).await?;
    stage.fill(field("Minutes"), "95").await?;
    stage.click(text("Visit report")).await?;
    stage.fill(field("Access"), "Ramp on the north side").await?;
    stage.click(test_id("save-contact")).await?;
    stage.sees(test_id("timeline-entry").with_text("95 min")).await?;
    stage.sees(text("Ramp on the north side")).await?;
    stage.sees(record("Send a quote")).await
}

async fn filtered(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    let entry = |words: &str| test_id("timeline-entry").with_text(words);
    stage.click(test_id("history-case")).await?;
    stage.sees_exactly(3, test_id("timeline-entry")).await?;
    stage.sees(entry("Three chairs wobble")).await?;
    stage.click(test_id("history-all")).await?;
    stage.choose(test_id("history-role"), "Sales").await?;
    stage.sees(entry("50 desks, 50 chairs Deal · Ordered")).await?;
    stage.sees_no(entry("Three chairs wobble")).await?;
    stage.choose(test_id("history-role"), "Service").await?;
    stage.sees(entry("Three chairs wobble")).await?;
    stage.sees_no(entry("50 desks, 50 chairs Deal · Ordered")).await
}

/// From the inquiry to the invitation: source, trigger, deal, visit report, complaint, arguments,
/// mutual benefit, people, referral, cross-selling, trend.
async fn gunther(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    for fact in [
        "Internet search",
        "The works council demanded it.",
        "50 desks, 50 chairs",
        "50 × Desk, height-adjustable",
        "ramp on the north side",
        "Three bases replaced during the break.",
        "Spare parts for ten years",
        "Useful tips and a short line",
        "Employees sit and stand more healthily.",
        "knows Anke Topp from the founders’ meeting",
        "Care instructions for the frames",
        "Fruit for the shift that had to wait",
        "Invitations and tips",
        "Desk and shelf share the frame.",
        "Missing: ordering again is easy",
    ] {
        stage.sees(text(fact)).await?;
    }
    stage.sees(link("Autohaus Brandt & Sohn").inside(test_id("referrals"))).await?;
    stage.sees(css(".trend svg")).await?;
    stage.sees(heading("Mood and trust")).await
}

async fn two_tabs(stage: &mut Stage) -> Result<()> {
    one_customer(stage).await?;
    let first = stage.this_tab().await?;
    stage.open_tab("#/board").await?;
    visit(stage, "Gunther Glas GmbH").await?;
    add(stage, "Task").await?;
    stage.fill(field("What it is about"), "Measure the crane").await?;
    pick(stage, field("By when"), &day(stage, 1).await?).await?;
    save(stage).await?;
    saved(stage).await?;
    stage.go_to_tab(&first).await?;
    stage.sees(record("Measure the crane")).await
}
