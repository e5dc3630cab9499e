//! Stories of the first minute: what a stranger sees, the sample, language and colours, small
//! screens.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::arguments::Engine;

use super::board_sight::{address_is, card, column, counts, drag_card, is_saved, load_sample};
use crate::finding::{Wanted, button, css, dialog, field, heading, link, role, test_id, text};
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// The first minute.
pub const STORIES: &[Story] = &[
    story!("An empty board teaches and offers the sample", empty_board),
    story!("The sample is marked and removed with one click", sample_goes),
    story!("Loading and removing the sample leaves own customers alone", own_stay),
    story!("What was changed in the sample is gone when it is loaded again", fresh_sample),
    story!("The first customer needs a name and nothing else", first_customer),
    story!("The sample is marked and removed on phone and tablet too", sample_on_a_phone),
    story!("The chosen colours are there before the app", colours_before_the_app),
    story!("The button for the colours goes round and is remembered", colours_go_round),
    story!("Nothing is wider than a window of 390 pixels", fits_a_phone),
    story!("Nothing is wider than a window of 320 pixels", fits_a_small_phone)
        .only_in(&[Engine::Chromium]),
];

const GUNTHER: &str = "Gunther Glas GmbH";

fn mark() -> Wanted {
    test_id("sample-mark")
}

async fn empty_board(stage: &mut Stage) -> Result<()> {
    stage.open("").await?;
    stage.sees(heading("Every relationship begins with one line")).await?;
    stage.sees(button("Add the first customer")).await?;
    stage.sees(link("Import a list")).await?;
    stage.sees_no(test_id("column")).await?;
    stage.sees_no(mark()).await?;
    stage.click(button("Load the sample workspace")).await?;
    stage.sees(card(GUNTHER)).await?;
    counts(stage, "bind", 9).await?;
    stage.sees_no(heading("Every relationship begins with one line")).await?;
    stage.console_is_clean().await
}

async fn sample_goes(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    stage.sees(mark().with_text("Sample workspace")).await?;
    stage.sees(css(".workspace").with_text("Topp Desk AG")).await?;
    is_saved(stage).await?;
    stage.reload().await?;
    stage.sees(card(GUNTHER)).await?;
    stage.sees(mark()).await?;
    stage.click(button("Remove").inside(mark())).await?;
    stage.sees(heading("Every relationship begins with one line")).await?;
    stage.sees_no(mark()).await?;
    stage.reload().await?;
    stage.sees(heading("Every relationship begins with one line")).await?;
    stage.sees_no(test_id("card")).await
}

async fn add(stage: &Stage, name: &str) -> Result<()> {
    stage.press("n").await?;
    stage.fill(field("Name").inside(dialog("New customer")), name).await?;
    stage.press("Enter").await?;
    stage.sees_no(dialog("New customer")).await
}

async fn own_stay(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    stage.sees(button("Add the first customer")).await?;
    add(stage, "Own Bakery").await?;
    stage.open("#/board").await?;
    stage.sees(card("Own Bakery")).await?;
    is_saved(stage).await?;
    stage.open("#/data").await?;
    stage.click(button("Load the sample workspace")).await?;
    stage.sees(mark()).await?;
    stage.click(link("Relationships 24")).await?;
    stage.sees(card(GUNTHER)).await?;
    stage.sees_no(card("Own Bakery")).await?;
    stage.click(button("Remove").inside(mark())).await?;
    stage.sees(card("Own Bakery")).await?;
    stage.sees_exactly(1, test_id("card")).await?;
    stage.reload().await?;
    stage.sees(card("Own Bakery")).await?;
    stage.sees_exactly(1, test_id("card")).await
}

async fn fresh_sample(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    drag_card(stage, GUNTHER, "bind", 0).await?;
    counts(stage, "bind", 10).await?;
    is_saved(stage).await?;
    stage.click(button("Remove").inside(mark())).await?;
    stage.click(button("Load the sample workspace")).await?;
    stage.sees(card(GUNTHER).inside(column("first-deal"))).await?;
    counts(stage, "bind", 9).await?;
    // What was done before the removal cannot be taken back in what came after it.
    stage.press("Control+z").await?;
    stage.press("/").await?;
    stage.focus_is_on(test_id("search")).await?;
    stage.sees_no(test_id("toast")).await?;
    counts(stage, "first-deal", 8).await
}

async fn first_customer(stage: &mut Stage) -> Result<()> {
    stage.open("").await?;
    stage.click(button("Add the first customer")).await?;
    stage.focus_is_on(field("Name").inside(dialog("New customer"))).await?;
    stage.type_keys("Own Bakery").await?;
    stage.press("Enter").await?;
    stage.sees_no(dialog("New customer")).await?;
    stage.open("#/board").await?;
    stage.sees(card("Own Bakery").inside(column("acquire"))).await?;
    counts(stage, "acquire", 1).await?;
    stage.sees_no(heading("Every relationship begins with one line")).await?;
    is_saved(stage).await?;
    stage.reload().await?;
    stage.sees(card("Own Bakery").inside(column("acquire"))).await
}

async fn sample_on_a_phone(stage: &mut Stage) -> Result<()> {
    stage.viewport(390, 844).await?;
    stage.open("").await?;
    stage.click(button("Load the sample workspace")).await?;
    stage.sees(test_id("card").at(0)).await?;
    stage.sees(mark().with_text("Sample workspace")).await?;
    stage.shot("board-phone").await?;
    stage.viewport(820, 1180).await?;
    stage.sees(mark().with_text("Sample workspace")).await?;
    stage.shot("board-tablet").await?;
    stage.click(button("Remove").inside(mark())).await?;
    stage.sees(heading("Every relationship begins with one line")).await
}

/// The page as it is while the app still loads: in a frame, with the app's own script taken out.
const WITHOUT_THE_APP: &str = "
const [done] = arguments;
fetch(location.pathname).then((answer) => answer.text()).then((html) => {
  const early = html.replace(/<script type=\"?module\"?>[^]*?<\\/script>/, '');
  if (early === html) return done('the page has no script to take out');
  const frame = document.createElement('iframe');
  frame.srcdoc = early;
  frame.onload = () => {
    const root = frame.contentDocument.documentElement;
    const ground = frame.contentWindow.getComputedStyle(root.querySelector('body'));
    const is_early = !!root.querySelector('#splash');
    done([root.dataset.theme ?? '', root.lang, ground.backgroundColor, is_early]);
    frame.remove();
  };
  document.body.append(frame);
}, (error) => done(String(error)));";

async fn colours_before_the_app(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    let plain = stage.script_with_callback(WITHOUT_THE_APP, vec![]).await?;
    ensure!(plain.get(0) == Some(&json!("")) && plain.get(1) == Some(&json!("en")), "{plain}");
    for words in ["dark colours", "deutsch"] {
        stage.press("Control+k").await?;
        stage.focus_is_on(css("#palette-input")).await?;
        stage.type_keys(words).await?;
        stage.press("Enter").await?;
        stage.sees_no(test_id("palette")).await?;
    }
    stage.sees(css("html[data-theme=dark][lang=de]")).await?;
    let early = stage.script_with_callback(WITHOUT_THE_APP, vec![]).await?;
    ensure!(early.get(3) == Some(&json!(true)), "the app was there already: {early}");
    ensure!(early.get(0) == Some(&json!("dark")), "the theme comes with the app: {early}");
    ensure!(early.get(1) == Some(&json!("de")), "the language comes with the app: {early}");
    ensure!(early.get(2) != plain.get(2), "dark and light look the same: {early}");
    stage.reload().await?;
    stage.sees(css("html[data-theme=dark][lang=de]")).await?;
    stage.sees(heading("Beziehungen")).await?;
    stage.shot("board-dark-german").await
}

async fn colours_go_round(stage: &mut Stage) -> Result<()> {
    load_sample(stage).await?;
    let toggle = || test_id("theme-toggle");
    ensure!(stage.name_of(toggle()).await? == "Colours as the system; next: light");
    stage.click(toggle()).await?;
    stage.sees(css("html[data-theme=light]")).await?;
    stage.click(toggle()).await?;
    stage.sees(css("html[data-theme=dark]")).await?;
    stage.reload().await?;
    stage.sees(css("html[data-theme=dark]")).await?;
    ensure!(stage.name_of(toggle()).await? == "Dark colours; next: as the system");
    stage.click(toggle()).await?;
    stage.sees(css("html:not([data-theme])")).await
}

async fn fits_a_phone(stage: &mut Stage) -> Result<()> {
    fits(stage, 390).await
}

async fn fits_a_small_phone(stage: &mut Stage) -> Result<()> {
    fits(stage, 320).await
}

/// Goes through every screen and dialog and looks whether anything sticks out.
async fn fits(stage: &mut Stage, width: u32) -> Result<()> {
    stage.viewport(width, 720).await?;
    stage.open("#/board").await?;
    stage.sees(button("Load the sample workspace")).await?;
    sticks_out_nowhere(stage, "the empty board").await?;
    stage.click(button("Load the sample workspace")).await?;
    stage.sees(test_id("card").at(0)).await?;
    let link = "return document.querySelector('[data-testid=card] a').getAttribute('href')";
    let customer = stage.script(link, vec![]).await?.as_str().unwrap_or_default().to_owned();
    let screens = [
        ("#/board?scheme=c", test_id("card").at(0)),
        ("#/board?by=view", test_id("card").at(0)),
        ("#/customers", test_id("customers-table")),
        (customer.as_str(), test_id("timeline-entry").at(0)),
        ("#/data", heading("Data")),
        ("#/nowhere", role("heading").at(0)),
    ];
    for (address, sign) in screens {
        stage.open(address).await?;
        address_is(stage, address).await?;
        stage.sees(sign).await?;
        sticks_out_nowhere(stage, address).await?;
        stage.shot(&format!("{width}-{}", address.replace(['#', '/', '?'], "-"))).await?;
    }
    stage.open("#/board").await?;
    stage.sees(test_id("card").at(0)).await?;
    for key in ["?", "n", "c", "Control+k"] {
        stage.press(key).await?;
        stage.sees(role("dialog")).await?;
        sticks_out_nowhere(stage, &format!("what {key} opens")).await?;
        stage.shot(&format!("{width}-dialog-{}", key.replace('?', "help"))).await?;
        stage.press("Escape").await?;
        stage.sees_no(role("dialog")).await?;
    }
    stage.click(button("Filter")).await?;
    stage.sees(text("Firm or private")).await?;
    sticks_out_nowhere(stage, "the filter").await?;
    stage.press("Escape").await?;
    stage.sees_no(role("dialog")).await?;
    stage.click(test_id("scheme-chip")).await?;
    sticks_out_nowhere(stage, "the menu of schemes").await?;
    stage.click(test_id("edit-columns")).await?;
    stage.sees(dialog("Own columns")).await?;
    sticks_out_nowhere(stage, "own columns").await?;
    stage.shot(&format!("{width}-own-columns")).await
}

async fn sticks_out_nowhere(stage: &Stage, place: &str) -> Result<()> {
    let script = "const root = document.documentElement;
        if (root.scrollWidth > innerWidth) {
          const wide = [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility()
            && e.getBoundingClientRect().right > innerWidth + 1);
          return `${root.scrollWidth} pixels: ` + wide.slice(0, 5)
            .map((e) => `${e.tagName} ${e.className.baseVal ?? e.className}`).join(', ');
        }
        const open = document.querySelector('dialog[open], [role=menu]');
        if (!open) return '';
        const box = open.getBoundingClientRect();
        if (box.left < 0 || box.right > innerWidth) return `the dialog from ${box.left} to ${box.right}`;
        if (open.scrollWidth > open.clientWidth + 1) {
          const wide = [...open.querySelectorAll('*')].filter((e) => e.checkVisibility()
            && e.getBoundingClientRect().right > box.right + 1);
          return `inside ${open.scrollWidth} of ${open.clientWidth}: ` + wide.slice(0, 5)
            .map((e) => `${e.tagName} ${e.className.baseVal ?? e.className}`).join(', ');
        }
        return '';";
    let found = stage.script(script, vec![]).await?;
    ensure!(found == json!(""), "on {place} something sticks out: {found}");
    Ok(())
}
