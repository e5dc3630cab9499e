//! Stories about what customers decide and do together: polls, groups, the roadmap, and what came
//! of it all.

use anyhow::{Result, ensure};

use super::ideas::{fold_out, idea, open, sample};
use super::steps::{go, menu_item, pick, saved, visit, with_sample};
use crate::finding::{Wanted, button, css, dialog, field, heading, link, role, test_id, text};
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// Polls, groups, roadmap, report.
pub const STORIES: &[Story] = &[
    story!("A poll asks, counts one answer per customer and decides", poll),
    story!(
        "A poll needs two answers, and one added by click lasts as long as the form",
        poll_needs
    ),
    story!("A group has members, meetings and a log", group),
    story!("A group proposes who shares its topic, and invites them", hints),
    story!("What is said in a group becomes an idea or a contact", posts),
    story!("The roadmap shows what is planned, made and shipped", roadmap),
    story!("What was shipped is told with names only where customers agreed", report),
    story!("The palette finds ideas, polls and groups", palette),
    story!("Two ideas that were merged come back by undo", unmerged),
];

const COLOUR: &str = "Which colour of top should come next?";
const CIRCLE: &str = "Healthy office circle";
const FORUM: &str = "Software and furniture forum";

fn a_poll(question: &str) -> Wanted {
    test_id("poll").with_text(question)
}

fn a_group(name: &str) -> Wanted {
    test_id("group").with_text(name)
}

async fn polls(stage: &Stage) -> Result<()> {
    with_sample(stage).await?;
    go(stage, "#/ideas/polls").await?;
    stage.sees(heading(COLOUR)).await
}

async fn poll(stage: &mut Stage) -> Result<()> {
    polls(stage).await?;
    let first = || css("[data-testid=poll-result] li").inside(a_poll(COLOUR)).at(0);
    stage.sees(text("4, 57%").inside(first())).await?;
    stage.click(test_id("add-ballot").inside(a_poll(COLOUR))).await?;
    for _ in 0..2 {
        stage.fill(field("Customer"), "Gunther Glas GmbH").await?;
        stage.choose(field("Answer"), "Mist blue").await?;
        stage.click(test_id("save-ballot")).await?;
        stage.sees(text("5, 63%").inside(first())).await?;
    }
    stage.click(test_id("poll-menu").inside(a_poll(COLOUR))).await?;
    menu_item(stage, "Decide").await?;
    stage.fill(field("Reason"), "More than half of all answers.").await?;
    stage.click(test_id("save-idea")).await?;
    stage.sees(text("Decided: Mist blue").inside(a_poll(COLOUR))).await?;
    stage.sees_no(test_id("add-ballot").inside(a_poll(COLOUR))).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(text("Decided: Mist blue").inside(a_poll(COLOUR))).await?;
    stage.press("Control+z").await?;
    stage.sees(text("Decided: Mist blue").inside(a_poll(COLOUR))).await?;
    stage.click(link("To the idea").at(0)).await?;
    stage.sees(test_id("idea-panel")).await
}

async fn poll_needs(stage: &mut Stage) -> Result<()> {
    stage.open("#/ideas/polls").await?;
    stage.click(button("New poll")).await?;
    stage.click(test_id("save-idea")).await?;
    stage.sees(text("At least 2 entries, please.")).await?;
    stage.fill(field("Question"), "What comes next?").await?;
    stage.fill(field("Answer 1"), "Shelves").await?;
    stage.fill(field("Answer 2"), "Castors").await?;
    stage.click(test_id("add-option")).await?;
    stage.fill(field("Answer 3"), "Lamps").await?;
    stage.click(test_id("save-idea")).await?;
    stage.sees_no(role("dialog")).await?;
    stage.sees_exactly(3, css("[data-testid=poll-result] li")).await?;
    saved(stage).await?;
    stage.click(test_id("poll-menu")).await?;
    menu_item(stage, "Edit").await?;
    stage.fill(field("Answer 3"), "").await?;
    stage.click(test_id("save-idea")).await?;
    stage.sees_exactly(2, css("[data-testid=poll-result] li")).await?;
    stage.press("Control+z").await?;
    stage.sees_exactly(3, css("[data-testid=poll-result] li")).await
}

async fn groups(stage: &Stage) -> Result<()> {
    with_sample(stage).await?;
    go(stage, "#/ideas/groups").await?;
    stage.sees(heading(CIRCLE)).await
}

async fn group(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    go(stage, "#/ideas/groups").await?;
    stage.click(button("New group")).await?;
    stage.sees(dialog("New group")).await?;
    stage.fill(field("Name"), "Round of joiners").await?;
    stage.choose(field("Kind"), "Round table").await?;
    stage.fill(field("Topic"), "Wood").await?;
    stage.fill(field("Useful tips"), "- Oil twice a year").await?;
    stage.click(test_id("save-idea")).await?;
    stage.sees_no(role("dialog")).await?;
    let here = || a_group("Round of joiners");
    stage.sees(css("li").with_text("Oil twice a year").inside(here())).await?;
    stage.click(test_id("add-member").inside(here())).await?;
    stage.fill(field("Customer").inside(here()), "Tischlerei Nord eG").await?;
    stage.click(test_id("save-member").inside(here())).await?;
    stage.choose(field("Invitation of Tischlerei Nord eG"), "member").await?;
    stage.sees(text("1 member").inside(here())).await?;
    stage.click(test_id("add-event").inside(here())).await?;
    stage.fill(field("What").inside(here()), "Visit of the workshop").await?;
    pick(stage, field("Day").inside(test_id("event-form").inside(here())), "2030-05-04").await?;
    stage.click(test_id("save-event").inside(here())).await?;
    stage.sees(text("Visit of the workshop").inside(here())).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(text("1 member").inside(here())).await?;
    stage.sees(text("Visit of the workshop").inside(here())).await
}

async fn hints(stage: &mut Stage) -> Result<()> {
    groups(stage).await?;
    let invite = || button("Invite Planwerk Software GmbH");
    stage.sees_no(invite().inside(a_group(FORUM))).await?;
    let hints = || test_id("hints").inside(a_group(CIRCLE));
    stage.sees(text("shared topic").inside(hints())).await?;
    let first = stage.name_of(test_id("invite-hint").inside(hints()).at(0)).await?;
    let name = first.trim_start_matches("Invite ").to_owned();
    stage.click(button(&first).inside(hints())).await?;
    stage.sees_no(button(&first).inside(hints())).await?;
    stage.sees(link(&name).inside(test_id("members")).inside(a_group(CIRCLE))).await?;
    stage.press("Control+z").await?;
    stage.sees(button(&first).inside(hints())).await
}

async fn posts(stage: &mut Stage) -> Result<()> {
    groups(stage).await?;
    let post = || test_id("post").with_text("Could the height not be marked");
    stage.click(test_id("post-to-idea").inside(post())).await?;
    stage.fill(field("The idea in one line"), "Mark the height on the desk").await?;
    stage.click(test_id("save-idea")).await?;
    stage.sees(heading("Mark the height on the desk")).await?;
    stage.sees(link("Coworking Alter Hafen").inside(test_id("voters"))).await?;
    saved(stage).await?;
    go(stage, "#/ideas/groups").await?;
    stage.sees(link("became an idea").inside(post())).await?;
    let helped = || test_id("post").with_text("The consultation has helped");
    stage.click(test_id("post-to-contact").inside(helped())).await?;
    stage.sees(text("logged as a contact").inside(helped())).await?;
    saved(stage).await?;
    go(stage, "#/board").await?;
    visit(stage, "Lebenshilfe Oberland").await?;
    stage.sees(test_id("timeline-entry").with_text("The consultation has helped")).await
}

async fn roadmap(stage: &mut Stage) -> Result<()> {
    sample(stage).await?;
    stage.click(link("Roadmap")).await?;
    let column = |state: &str| css("section").with_name(state).inside(test_id("roadmap"));
    stage.sees(link("Choose the day of delivery").inside(column("Planned"))).await?;
    stage.sees(link("Desk top made of offcuts").inside(column("In progress"))).await?;
    stage.click(link("Assembly after hours").inside(column("Shipped"))).await?;
    stage.sees(heading("Assembly after hours").inside(test_id("idea-panel"))).await
}

async fn report(stage: &mut Stage) -> Result<()> {
    sample(stage).await?;
    stage.click(link("You said, we did")).await?;
    let line = || css("[data-testid=said-and-done] > li").with_text("Assembly after hours");
    stage.sees(text("For deliveries of ten desks").inside(line())).await?;
    stage
        .sees(text("Volksbank Ammertal eG, Kanzlei Wendt & Partner and 6 more").inside(line()))
        .await?;
    stage.sees_no(text("Gunther Glas GmbH").inside(line())).await?;
    let script = "let printed = 0; window.print = () => { printed += 1 };
        document.querySelector('[data-testid=print-report]').click(); return printed";
    let printed = stage.script(script, vec![]).await?;
    ensure!(printed == serde_json::json!(1), "nothing was printed");
    Ok(())
}

async fn palette(stage: &mut Stage) -> Result<()> {
    with_sample(stage).await?;
    stage.press("Control+k").await?;
    stage.type_keys("polls").await?;
    stage.press("Enter").await?;
    stage.sees(heading(COLOUR)).await?;
    stage.press("g").await?;
    stage.press("i").await?;
    stage.sees(test_id("idea-board")).await?;
    stage.press("Control+k").await?;
    stage.type_keys("tool cable tray").await?;
    stage.press("Enter").await?;
    stage.sees(heading("Cable tray that opens without tools").inside(test_id("idea-panel"))).await
}

async fn unmerged(stage: &mut Stage) -> Result<()> {
    sample(stage).await?;
    let (kept, gone) = ("Quiet castors for parquet", "Castors that run quietly on parquet");
    open(stage, kept).await?;
    fold_out(stage, "add-voice", "voice-form", "Gunther Glas GmbH").await?;
    stage.click(test_id("save-voice")).await?;
    stage.sees(test_id("idea-sums").with_text("plain 4 ·")).await?;
    stage.click(test_id("idea-menu").inside(idea(gone))).await?;
    menu_item(stage, "Merge …").await?;
    stage.click(button("Merge into this one").at(0)).await?;
    stage.sees_no(idea(gone)).await?;
    stage.sees(test_id("idea-sums").with_text("plain 4 ·")).await?;
    stage.press("Control+z").await?;
    stage.sees(idea(gone)).await?;
    stage.sees(test_id("idea-sums").with_text("plain 4 ·")).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(idea(gone)).await
}
