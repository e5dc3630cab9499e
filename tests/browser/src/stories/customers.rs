//! Stories about customers: made, filled in, changed, thrown away and fetched back.

use anyhow::{Result, ensure};
use serde_json::json;

use super::steps::{add_customer, card, click_in_sight, menu_item, pick, reads, saved, visit};
use crate::finding::{Wanted, button, css, dialog, field, heading, link, role, test_id, text};
use crate::stage::Stage;
use crate::story;
use crate::story::Story;
use crate::waiting::until;

/// What can be done with a customer.
pub const STORIES: &[Story] = &[
    story!("A customer needs only a name", needs_only_a_name),
    story!("Every problem of the form is told at once, each at its field", all_problems),
    story!("A problem leads to its field, and nothing typed is lost", nothing_typed_is_lost),
    story!("What has the focus never hides behind the buttons of the form", focus_in_sight),
    story!("The page of a customer shows what was entered", page_shows_it),
    story!("A customer is changed", is_changed),
    story!("A customer comes back from the trash by the message", back_by_message),
    story!("A customer comes back from the shelf of the trash", back_from_shelf),
    story!("What was typed is kept when the form closes", draft_survives_closing),
    story!("What was typed is kept when the page is loaded again", draft_survives_reload),
    story!("A name that is known already is pointed out", duplicate_is_told),
    story!("A customer who is not there is met with a kind word", missing_customer),
];

async fn needs_only_a_name(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    stage.click(button("Add the first customer")).await?;
    stage.focus_is_on(field("Name")).await?;
    stage.type_keys("Gunther Glas GmbH").await?;
    stage.press("Enter").await?;
    stage.sees(text("Gunther Glas GmbH has been added.")).await?;
    stage.sees_exactly(1, card("Gunther Glas GmbH")).await?;
    let first = css("[data-testid=column]").with_name("Initiation");
    stage.sees(link("Gunther Glas GmbH").inside(first)).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees_exactly(1, card("Gunther Glas GmbH")).await
}

/// Fields that hold nonsense, with what is said about each.
const NONSENSE: [(&str, &str, &str); 6] = [
    ("Name", "   ", "Without a name the customer cannot be found again."),
    ("E-mail", "gunther", "Please write it like this: name@company.com."),
    ("Phone", "abc", "Please use only digits, spaces and + ( ) - /."),
    ("Customer value per year", "viel", "Please write it like this: 12,500 or 12,500.00."),
    ("Website", "glas", "Please write it like this: company.com or https://company.com."),
    ("Rhythm in days", "0", "Please enter a whole number from 1 to"),
];

/// Opens or closes a block of the form.
async fn turn(stage: &Stage, block: &str) -> Result<()> {
    let summary = css(&format!("[data-testid={block}] > summary"));
    click_in_sight(stage, summary).await
}

async fn unfold(stage: &Stage, block: &str) -> Result<()> {
    turn(stage, block).await?;
    let open = format!("document.querySelector('[data-testid={block}]').open");
    stage.until(&format!("{block} to unfold"), &open).await.map(|_| ())
}

async fn fold(stage: &Stage, block: &str) -> Result<()> {
    turn(stage, block).await?;
    let closed = format!("!document.querySelector('[data-testid={block}]').open");
    stage.until(&format!("{block} to fold"), &closed).await.map(|_| ())
}

async fn fill_in_nonsense(stage: &Stage) -> Result<()> {
    stage.open("#/board").await?;
    stage.click(button("Add the first customer")).await?;
    unfold(stage, "block-address").await?;
    unfold(stage, "block-wishes").await?;
    for (label, nonsense, _) in NONSENSE {
        stage.fill(field(label), nonsense).await?;
    }
    fold(stage, "block-address").await?;
    fold(stage, "block-wishes").await
}

/// What stands below a field as its fault.
async fn told_at(stage: &Stage, label: &str) -> Result<String> {
    let element = stage.find(field(label)).await?.to_json()?;
    let script = "const [input] = arguments;
        if (input.getAttribute('aria-invalid') !== 'true') return 'not marked as wrong';
        const line = document.getElementById(input.getAttribute('aria-describedby'));
        return line?.checkVisibility() ? line.textContent.trim() : 'said nowhere'";
    Ok(stage.script(script, vec![element]).await?.as_str().unwrap_or_default().to_owned())
}

async fn all_problems(stage: &mut Stage) -> Result<()> {
    fill_in_nonsense(stage).await?;
    stage.click(test_id("save-customer")).await?;
    stage.sees(role("alert").with_text("6 entries need another look:")).await?;
    for (label, _, problem) in NONSENSE {
        let told = told_at(stage, label).await?;
        ensure!(told.starts_with(problem), "at {label}: {told:?} instead of {problem:?}");
    }
    stage.focus_is_on(field("Name")).await?;
    stage.sees(dialog("New customer")).await
}

async fn nothing_typed_is_lost(stage: &mut Stage) -> Result<()> {
    fill_in_nonsense(stage).await?;
    stage.click(test_id("save-customer")).await?;
    stage.click(link("Rhythm in days").inside(test_id("problems"))).await?;
    stage.focus_is_on(field("Rhythm in days")).await?;
    for (label, nonsense, _) in NONSENSE {
        let kept = stage.value_of(field(label)).await?;
        ensure!(kept == nonsense, "{label} holds {kept:?} instead of {nonsense:?}");
    }
    let mended = [
        "Gunther Glas GmbH",
        "gunther@glas.example",
        "+49 711 123456",
        "12,500.50",
        "glas.example",
        "30",
    ];
    for ((label, _, _), value) in NONSENSE.into_iter().zip(mended) {
        click_in_sight(stage, field(label)).await?;
        stage.fill(field(label), value).await?;
    }
    stage.sees_no(test_id("problems")).await?;
    stage.press("Control+Enter").await?;
    stage.sees(card("Gunther Glas GmbH").with_text("€12,500.50")).await
}

async fn focus_in_sight(stage: &mut Stage) -> Result<()> {
    stage.viewport(1440, 600).await?;
    stage.open("#/board").await?;
    stage.click(button("Add the first customer")).await?;
    for block in ["block-relation", "block-notes"] {
        unfold(stage, block).await?;
    }
    stage.click(field("Name")).await?;
    let hidden = "const here = document.activeElement, form = here.closest('form');
        if (!form) return 'the focus is outside';
        const bar = form.querySelector('.dialog-actions');
        if (bar.contains(here)) return 'at the end';
        // Of a tall field its first line is enough.
        const box = here.getBoundingClientRect(), line = Math.min(box.height, 32);
        const below = box.top + line - bar.getBoundingClientRect().top;
        return below > 1 ? `${here.id || here.textContent} lies ${below} pixels behind` : ''";
    for _ in 0..40 {
        stage.press("Tab").await?;
        // A browser scrolls a moment after the focus has moved.
        let found = until("the focus to come into view", || async {
            let found = stage.script(hidden, vec![]).await?;
            let is_seen = found == json!("") || found == json!("at the end");
            ensure!(is_seen, "{found}");
            Ok(Some(found))
        })
        .await?;
        if found == json!("at the end") {
            return Ok(());
        }
    }
    anyhow::bail!("the buttons are out of reach by Tab")
}

async fn page_shows_it(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    stage.click(button("Add the first customer")).await?;
    stage.fill(field("Name"), "Gunther Glas GmbH").await?;
    for (label, value) in [
        ("E-mail", "info@glas.example"),
        ("Phone", "+49 711 123456"),
        ("Our contact person", "Tina Topp"),
    ] {
        stage.fill(field(label), value).await?;
    }
    stage.fill(field("Customer value per year"), "12,500").await?;
    stage.choose(field("How they found us"), "Fair").await?;
    pick(stage, field("First touch point"), "2024-02-01").await?;
    unfold(stage, "block-address").await?;
    for (label, value) in [
        ("Sector", "Car glass"),
        ("Street and number", "Fensterstraße 12"),
        ("Postal code", "70173"),
        ("City", "Stuttgart"),
        ("Website", "www.glas.example"),
    ] {
        stage.fill(field(label), value).await?;
    }
    unfold(stage, "block-people").await?;
    stage.click(test_id("add-person")).await?;
    let person = || test_id("person");
    stage.focus_is_on(field("Name").inside(person())).await?;
    stage.fill(field("Name").inside(person()), "Gunther Glas").await?;
    stage.fill(field("Role").inside(person()), "Managing director").await?;
    unfold(stage, "block-relation").await?;
    stage.choose(field("Type of relationship"), "personal").await?;
    stage.choose(field("Intensity"), "stable").await?;
    unfold(stage, "block-wishes").await?;
    stage.fill(field("Need"), "Desks that can be moved").await?;
    unfold(stage, "block-notes").await?;
    stage.fill(field("Tags"), "VIP, Stuttgart").await?;
    stage.fill(field("Notes"), "Pays in time.").await?;
    stage.click(test_id("save-customer")).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    shows_all(stage).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(heading("Gunther Glas GmbH")).await?;
    shows_all(stage).await
}

async fn shows_all(stage: &Stage) -> Result<()> {
    for words in [
        "Car glass · B2B · looked after by Tina Topp · €12,500",
        "Fensterstraße 12 70173 Stuttgart",
        "Gunther Glas Managing director",
        "Desks that can be moved",
        "Pays in time.",
        "personal",
        "stable",
        "Fair",
        "1 Feb 2024",
        "VIP",
    ] {
        stage.sees(css("[data-testid=customer-page]").with_text(words)).await?;
    }
    for (name, address) in [
        ("info@", "mailto:info@glas.example"),
        ("+49 711 123456", "tel:+49711123456"),
        ("glas.example ,", "https://www.glas.example"),
    ] {
        let link = role("link").with_name(name).inside(css(".customer-side .facts"));
        let found = stage.attribute_of(link, "href").await?.unwrap_or_default();
        ensure!(found.trim_end_matches('/') == address, "{name} leads to {found}");
    }
    Ok(())
}

async fn is_changed(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunter Glass").await?;
    visit(stage, "Gunter Glass").await?;
    stage.press("e").await?;
    stage.sees(dialog("Edit Gunter Glass")).await?;
    stage.fill(field("Name"), "Gunther Glas GmbH").await?;
    stage.fill(field("Phone"), "+49 711 123456").await?;
    stage.click(button("Save")).await?;
    stage.sees_no(role("dialog")).await?;
    stage.sees(heading("Gunther Glas GmbH")).await?;
    stage.sees(link("+49 711 123456")).await?;
    stage.press("Control+z").await?;
    stage.sees(heading("Gunter Glass")).await?;
    stage.sees_no(link("+49 711 123456")).await?;
    stage.press("Control+Shift+z").await?;
    stage.sees(heading("Gunther Glas GmbH")).await
}

async fn back_by_message(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    stage.click(test_id("card-menu")).await?;
    menu_item(stage, "Move to trash").await?;
    stage.sees(text("Gunther Glas GmbH is in the trash.")).await?;
    stage.sees_no(test_id("card")).await?;
    stage.click(button("Undo")).await?;
    stage.sees(card("Gunther Glas GmbH")).await?;
    stage.sees(text("Taken back: Gunther Glas GmbH is in the trash.")).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(card("Gunther Glas GmbH")).await
}

async fn back_from_shelf(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.click(button("More actions")).await?;
    menu_item(stage, "Move to the trash").await?;
    stage.sees(text("This customer has been in the trash since")).await?;
    saved(stage).await?;
    stage.open("#/customers").await?;
    stage
        .click(link("Trash").inside(role("navigation").named("Where the customers stand")))
        .await?;
    stage.sees(link("Gunther Glas GmbH")).await?;
    stage.click(button("Restore Gunther Glas GmbH")).await?;
    stage.sees(heading("Trash: nobody")).await?;
    stage.sees(text("Gunther Glas GmbH is back.")).await?;
    saved(stage).await?;
    stage.open("#/board").await?;
    stage.sees(card("Gunther Glas GmbH")).await
}

fn draft_note() -> Wanted {
    role("status").with_text("The draft you had begun is back.")
}

async fn draft_survives_closing(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    stage.sees(button("New customer")).await?;
    stage.press("n").await?;
    stage.fill(field("Name"), "Gunther Glas").await?;
    stage.fill(field("Phone"), "+49 711").await?;
    stage.press("Escape").await?;
    stage.sees_no(dialog("New customer")).await?;
    stage.press("n").await?;
    stage.sees(draft_note()).await?;
    ensure!(stage.value_of(field("Name")).await? == "Gunther Glas");
    ensure!(stage.value_of(field("Phone")).await? == "+49 711");
    stage.click(button("Start over")).await?;
    ensure!(stage.value_of(field("Phone")).await?.is_empty(), "starting over keeps the phone");
    stage.fill(field("Name"), "Elbe Möbel KG").await?;
    stage.click(button("Discard")).await?;
    stage.sees_no(dialog("New customer")).await?;
    stage.press("n").await?;
    stage.sees(dialog("New customer")).await?;
    ensure!(stage.value_of(field("Name")).await?.is_empty(), "what was discarded is back");
    stage.sees_no(draft_note()).await
}

async fn draft_survives_reload(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    stage.sees(button("New customer")).await?;
    stage.press("n").await?;
    stage.fill(field("Name"), "Gunther Glas").await?;
    let kept = "Object.entries(localStorage)
        .some(([key, text]) => key.includes('draft') && text.includes('Gunther Glas'))";
    stage.until("the draft to be kept", kept).await?;
    stage.reload().await?;
    stage.click(button("New customer")).await?;
    stage.sees(draft_note()).await?;
    ensure!(stage.value_of(field("Name")).await? == "Gunther Glas");
    stage.click(test_id("save-customer")).await?;
    stage.sees(card("Gunther Glas")).await?;
    stage.click(button("New customer")).await?;
    stage.sees(dialog("New customer")).await?;
    ensure!(stage.value_of(field("Name")).await?.is_empty(), "a saved draft is back");
    Ok(())
}

async fn duplicate_is_told(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    stage.click(button("New customer")).await?;
    stage.fill(field("Name"), "gunther glas gmbh").await?;
    stage.sees(text("Do you know this one already?")).await?;
    stage.sees(link("Gunther Glas GmbH").inside(dialog("New customer"))).await?;
    stage.fill(field("Name"), "Somebody else").await?;
    stage.sees_no(text("Do you know this one already?")).await
}

async fn missing_customer(stage: &mut Stage) -> Result<()> {
    stage.open("#/customers/01890a5d-ac96-774b-bcce-b302099a8057").await?;
    stage.sees(heading("This customer cannot be found here")).await?;
    stage.click(link("To the board")).await?;
    reads(stage, "h1", &["Relationships"]).await?;
    let fragment = stage.fragment().await?;
    ensure!(json!(fragment.starts_with("#/board")) == json!(true), "the way leads to {fragment}");
    Ok(())
}
