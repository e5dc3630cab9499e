//! Stories about ideas: written down, moved, voted for, merged, decided, told back.

use anyhow::{Result, ensure};

use super::steps::{add_customer, go, menu_item, saved, visit, with_sample};
use crate::finding::{Wanted, button, css, dialog, field, heading, link, role, test_id, text};
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// What can be done with ideas.
pub const STORIES: &[Story] = &[
    story!("An idea is written down with the customer behind it", written_down),
    story!("Ideas like the one being typed are shown before it is saved", similar),
    story!("An idea is moved by mouse, undone and redone", dragged),
    story!("An idea is carried by keys alone", carried),
    story!("An idea is moved by its menu", by_menu),
    story!("Ideas are found, filtered and sorted, and the address keeps it", filtered),
    story!("The list of ideas shows the same selection", listed),
    story!("A customer counts once, and the weight never hides the plain count", weighed),
    story!("Merging two ideas counts each customer once, and undo brings both back", merged),
    story!("A decision has its reason and its day", decided),
    story!("Everyone behind an idea is told, and only then is it closed", told),
];

/// A planned idea; four of eleven customers do not know yet.
pub const SPARE: &str = "Spare parts available for ten years";
/// An idea under review with nine customers behind it.
pub const SHELF: &str = "Shelf that matches the desk frame";
/// A proposed idea with three customers behind it.
pub const CASTORS: &str = "Quiet castors for parquet";
const PARQUET: &str = "Castors that run quietly on parquet";

/// An idea on the board.
pub fn idea(title: &str) -> Wanted {
    test_id("idea-card").with_text(title)
}

/// The idea that is open.
pub fn panel() -> Wanted {
    test_id("idea-panel")
}

fn in_state(title: &str, state: &str) -> Wanted {
    link(title).inside(css("[data-testid=idea-column]").with_name(state))
}

/// Opens the sample on the board of ideas.
pub async fn sample(stage: &Stage) -> Result<()> {
    with_sample(stage).await?;
    go(stage, "#/ideas").await?;
    stage.sees(idea(SPARE)).await
}

/// Opens an idea of the board beside it.
pub async fn open(stage: &Stage, title: &str) -> Result<()> {
    stage.click(link(title).inside(test_id("idea-board"))).await?;
    stage.sees(heading(title).inside(panel())).await
}

/// Opens a part of a form that is folded away and fills a customer in.
pub async fn fold_out(stage: &Stage, summary: &str, form: &str, customer: &str) -> Result<()> {
    stage.click(test_id(summary)).await?;
    stage.fill(field("Customer").inside(test_id(form)), customer).await
}

async fn vote(stage: &Stage, customer: &str) -> Result<()> {
    fold_out(stage, "add-voice", "voice-form", customer).await?;
    stage.click(test_id("save-voice")).await?;
    stage.sees(link(customer).inside(test_id("voters"))).await?;
    saved(stage).await
}

async fn written_down(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    go(stage, "#/ideas").await?;
    stage.click(test_id("first-idea")).await?;
    stage.sees(dialog("New idea")).await?;
    stage.click(test_id("save-idea")).await?;
    stage.sees(text("Something is still missing here.").inside(role("dialog"))).await?;
    stage.fill(field("The idea in one line"), "A shelf for the desk").await?;
    stage.fill(field("What it is about"), "Same **colour**, same height").await?;
    stage.choose(field("Source"), "Survey").await?;
    stage.fill(field("Tags"), "shelf, wood").await?;
    stage.fill(field("From which customer (optional)"), "Gunther Glas GmbH").await?;
    stage.press("Control+Enter").await?;
    stage.sees_no(role("dialog")).await?;
    stage.sees(heading("A shelf for the desk").inside(panel())).await?;
    stage.sees(link("Gunther Glas GmbH").inside(panel())).await?;
    stage.sees(css("strong").with_text("colour").inside(panel())).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(in_state("A shelf for the desk", "Proposed")).await?;
    stage.sees(text("Product · Survey").inside(idea("A shelf for the desk"))).await?;
    stage.press("Control+z").await?;
    stage.sees(heading("A shelf for the desk").inside(panel())).await
}

async fn similar(stage: &mut Stage) -> Result<()> {
    sample(stage).await?;
    stage.press("i").await?;
    stage.sees(dialog("New idea")).await?;
    stage.sees_no(test_id("similar")).await?;
    stage.fill(field("The idea in one line"), "quiet castor parquet").await?;
    stage.sees(text(CASTORS).inside(test_id("similar"))).await?;
    stage.click(button("Enter it there instead").at(0)).await?;
    stage.sees_no(role("dialog")).await?;
    stage.sees(panel()).await
}

async fn dragged(stage: &mut Stage) -> Result<()> {
    // One driver moves no mouse over a page that was scrolled.
    stage.viewport(1440, 1500).await?;
    sample(stage).await?;
    let target = css("[data-testid=idea-column]").with_name("Under review");
    stage.drag(link(CASTORS), target).await?;
    stage.sees(in_state(CASTORS, "Under review")).await?;
    stage.press("Control+z").await?;
    stage.sees(in_state(CASTORS, "Proposed")).await?;
    stage.press("Control+Shift+z").await?;
    stage.sees(in_state(CASTORS, "Under review")).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(in_state(CASTORS, "Under review")).await
}

async fn carried(stage: &mut Stage) -> Result<()> {
    sample(stage).await?;
    let focus = "document.querySelector(`[data-idea-state=new] .idea-card .name`).focus()";
    stage.script(focus, vec![]).await?;
    let title = "return document.activeElement.textContent.trim()";
    let first = stage.script(title, vec![]).await?;
    let here = |sign: &str| format!("document.activeElement.textContent.trim() {sign} {first}");
    stage.press("ArrowDown").await?;
    stage.until("the focus further down", &here("!==")).await?;
    stage.press("ArrowUp").await?;
    stage.until("the focus on the first", &here("===")).await?;
    stage.press(" ").await?;
    stage.press("ArrowRight").await?;
    stage.press("ArrowRight").await?;
    stage.press("Escape").await?;
    let first = first.as_str().unwrap_or_default().to_owned();
    stage.sees(in_state(&first, "Proposed")).await?;
    stage.focus_is_on(link(&first)).await?;
    stage.press(" ").await?;
    stage.press("ArrowRight").await?;
    stage.press("Enter").await?;
    stage.sees(in_state(&first, "Under review")).await?;
    stage.focus_is_on(link(&first)).await
}

async fn by_menu(stage: &mut Stage) -> Result<()> {
    sample(stage).await?;
    stage.click(test_id("idea-menu").inside(idea(SHELF))).await?;
    menu_item(stage, "Declined").await?;
    stage.sees(in_state(SHELF, "Declined")).await?;
    stage.sees(text("0 of 9 know").inside(idea(SHELF))).await?;
    stage.click(button("Undo")).await?;
    stage.sees(in_state(SHELF, "Under review")).await
}

async fn filtered(stage: &mut Stage) -> Result<()> {
    sample(stage).await?;
    stage.fill(test_id("search"), "parquet").await?;
    stage.sees_exactly(2, test_id("idea-card")).await?;
    stage.sees_no(idea(SHELF)).await?;
    go(stage, "#/ideas").await?;
    stage.sees(idea(SHELF)).await?;
    stage.click(test_id("filter")).await?;
    stage.choose(field("Source"), "Survey").await?;
    stage.choose(field("Area"), "Service").await?;
    stage.click(button("Done")).await?;
    stage.sees(idea(SPARE)).await?;
    stage.sees_no(idea(SHELF)).await?;
    let fragment = stage.fragment().await?;
    ensure!(fragment.contains("source=survey"), "the address is {fragment}");
    stage.reload().await?;
    stage.sees(idea(SPARE)).await?;
    stage.sees_no(idea(SHELF)).await?;
    stage.click(test_id("clear-filter")).await?;
    stage.sees(idea(SHELF)).await?;
    stage.click(test_id("idea-order")).await?;
    menu_item(stage, "Newest first").await?;
    let first = "document.querySelector('[data-idea-state=new] .idea-card .name').textContent";
    stage.until("the newest idea first", &format!("{first} === {PARQUET:?}")).await.map(|_| ())
}

async fn listed(stage: &mut Stage) -> Result<()> {
    sample(stage).await?;
    stage.fill(test_id("search"), "parquet").await?;
    stage.click(link("List")).await?;
    stage.sees_exactly(2, test_id("idea-row")).await?;
    stage.click(link(CASTORS)).await?;
    stage.sees(heading(CASTORS).inside(panel())).await?;
    stage.click(link("Board")).await?;
    stage.sees_exactly(2, test_id("idea-card")).await
}

async fn weighed(stage: &mut Stage) -> Result<()> {
    sample(stage).await?;
    open(stage, CASTORS).await?;
    let sums = || test_id("idea-sums");
    let plain = stage.text_of(sums()).await?;
    ensure!(plain.starts_with("plain 3 · weighted"), "it reads {plain}");
    vote(stage, "Volksbank Ammertal eG").await?;
    let again = field("Customer").inside(test_id("voice-form"));
    stage.fill(again, "Volksbank Ammertal eG").await?;
    stage.click(test_id("save-voice")).await?;
    stage.sees_exactly(1, link("Volksbank Ammertal eG").inside(test_id("voters"))).await?;
    stage.sees(sums().with_text("plain 4 · weighted")).await?;
    stage.sees_no(sums().with_text("plain 4 · weighted 4")).await?;
    stage.click(test_id("filter")).await?;
    for part in ["weigh-phase", "weigh-value", "weigh-view"] {
        stage.click(test_id(part)).await?;
    }
    stage.click(button("Done")).await?;
    stage.sees(sums().with_text("plain 4 · weighted 4")).await
}

async fn merged(stage: &mut Stage) -> Result<()> {
    sample(stage).await?;
    stage.click(test_id("idea-menu").inside(idea(PARQUET))).await?;
    menu_item(stage, "Merge …").await?;
    stage.sees(text(CASTORS).inside(test_id("merge-found"))).await?;
    stage.click(button("Merge into this one").at(0)).await?;
    stage.sees_no(role("dialog")).await?;
    stage.sees(heading(CASTORS).inside(panel())).await?;
    stage.sees(test_id("idea-sums").with_text("plain 3 ·")).await?;
    stage.sees(text("Merged into this").inside(panel())).await?;
    stage.sees_no(idea(PARQUET)).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees_no(idea(PARQUET)).await?;
    go(stage, "#/ideas").await?;
    stage.sees(idea(CASTORS)).await?;
    Ok(())
}

async fn decided(stage: &mut Stage) -> Result<()> {
    sample(stage).await?;
    open(stage, SHELF).await?;
    stage.click(test_id("panel-menu")).await?;
    menu_item(stage, "Planned").await?;
    stage.sees(text("No reason given yet.").inside(test_id("verdict"))).await?;
    stage.click(button("Give the reason")).await?;
    stage.fill(field("Reason"), "The frames leave room for it.").await?;
    stage.click(test_id("save-idea")).await?;
    stage.sees(text("The frames leave room for it.").inside(test_id("verdict"))).await?;
    stage.sees(text("Yes on").inside(idea(SHELF))).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(text("The frames leave room for it.").inside(test_id("verdict"))).await
}

async fn told(stage: &mut Stage) -> Result<()> {
    sample(stage).await?;
    open(stage, SPARE).await?;
    stage.click(button("Tell 4 customers")).await?;
    stage.sees_exactly(4, test_id("letter")).await?;
    let letter = stage.value_of(css("[data-testid=letter] textarea")).await?;
    ensure!(letter.contains(SPARE) && letter.starts_with("Hello "), "it reads {letter}");
    stage.choose(field("Told by"), "Call").await?;
    for left in (0..4).rev() {
        stage.click(button("Note as told").at(0)).await?;
        stage.sees_exactly(left, test_id("letter")).await?;
    }
    stage.sees(text("Everyone knows.")).await?;
    stage.click(button("Done")).await?;
    stage.sees(text("All 11 told").inside(idea(SPARE))).await?;
    stage.press("Control+z").await?;
    stage.sees(text("10 of 11 know").inside(idea(SPARE))).await?;
    stage.press("Control+Shift+z").await?;
    saved(stage).await?;
    go(stage, "#/ideas/done").await?;
    stage.sees(test_id("told-rate")).await?;
    go(stage, "#/board").await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.sees(test_id("timeline-entry").with_text(SPARE)).await
}
