//! Stories about what is kept: after "Saved", after the page was killed, and when storage is damaged,
//! emptied or refused.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::steps::{
    FIVE, add_customer, bring, card, customers, go, holds, menu_item, reads, saved, still_stands,
    taken, visit,
};
use crate::arguments;
use crate::finding::{button, css, field, heading, link, role, test_id, text};
use crate::scratch::ScratchDirectory;
use crate::stage::Stage;
use crate::story;
use crate::story::Story;
use xtask::fingerprint::files_below;

/// What is kept, and what happens when it is not.
pub const STORIES: &[Story] = &[
    story!("What was saved is there after loading again", everything_is_kept),
    story!("Language and colours are kept on this device", looks_are_kept),
    story!("A customer survives a page that is killed at the same moment", killed_after_creating),
    story!("A contact survives a page that is killed at the same moment", killed_after_contact),
    story!("A move survives a page that is killed at the same moment", killed_after_moving),
    story!("Damaged bytes are named, handed out and kept, and the rest is there", damaged_bytes),
    story!("Work goes on beside damaged bytes", work_beside_damage),
    story!("A storage that was emptied is not taken for a new one", emptied_storage),
    story!("Who goes on without what is missing is not asked again", asked_once),
    story!("Where nothing may be stored the app works in memory and says so", blocked_storage),
    story!("The sample lies beside the own customers and leaves no trace", sample_apart),
    story!("The sample is kept as it was changed", sample_is_kept),
];

async fn everything_is_kept(stage: &mut Stage) -> Result<()> {
    bring(stage, FIVE).await?;
    stage.fill(field("Name of the firm"), "Topp Desk AG").await?;
    stage.press("Tab").await?;
    stage.choose(field("Currency"), "CHF – Swiss franc").await?;
    saved(stage).await?;
    go(stage, "#/board").await?;
    let order = "[data-testid=column][data-key] .customer-card .name";
    // The last card goes to the top of the next column, then another above it.
    for name in ["Elbe Möbel KG", "Lena Müßig"] {
        stage.click(test_id("card-menu").inside(card(name))).await?;
        menu_item(stage, "Building").await?;
        stage.sees_no(role("menu")).await?;
    }
    stage.click(test_id("card-menu").inside(card("Lena Müßig"))).await?;
    menu_item(stage, "Log a contact").await?;
    stage.click(button("Letter").inside(test_id("contact-form"))).await?;
    stage.click(button("angry").inside(test_id("contact-form"))).await?;
    stage.sees_no(role("dialog")).await?;
    saved(stage).await?;
    let before = super::steps::texts(stage, order).await?;
    ensure!(before.len() == 5, "there are {before:?}");
    stage.reload().await?;
    let wanted: Vec<&str> = before.iter().map(String::as_str).collect();
    reads(stage, order, &wanted).await?;
    let building = css("[data-testid=column]").with_name("Building");
    stage.sees(card("Lena Müßig").with_text("CHF").inside(building)).await?;
    reads(stage, ".workspace strong", &["Topp Desk AG"]).await?;
    visit(stage, "Lena Müßig").await?;
    stage.sees(test_id("timeline-entry").with_text("Letter we reached out · angry")).await?;
    stage.sees(text("Now in the phase Building")).await
}

async fn looks_are_kept(stage: &mut Stage) -> Result<()> {
    stage.open("#/data").await?;
    stage.click(css("[data-testid=language] label").with_text("Deutsch")).await?;
    stage.sees(heading("Daten")).await?;
    stage.click(css("[data-testid=theme] label").with_text("dunkel")).await?;
    let dark = "document.documentElement.dataset.theme === 'dark'";
    stage.until("dark colours", dark).await?;
    stage.reload().await?;
    // Already before the app is there.
    stage.until("dark colours", dark).await?;
    stage.sees(heading("Daten")).await?;
    let language = stage.script("return document.documentElement.lang", vec![]).await?;
    ensure!(language == json!("de"), "the page is in {language}");
    go(stage, "#/board").await?;
    stage.sees(heading("Beziehungen")).await
}

/// Clicks and leaves the page in the same breath: nothing that waits gets its turn.
async fn click_and_die(stage: &Stage, selector: &str) -> Result<()> {
    let script = "const element = document.querySelector(arguments[0]);
        if (!element) return false;
        element.click();
        location.replace('about:blank');
        return true";
    let clicked = stage.script(script, vec![json!(selector)]).await?;
    ensure!(clicked == json!(true), "there is no {selector}");
    stage.until("the page to be gone", "location.href === 'about:blank'").await.map(|_| ())
}

async fn killed_after_creating(stage: &mut Stage) -> Result<()> {
    for name in ["Gunther Glas GmbH", "Elbe Möbel KG"] {
        stage.open("#/board").await?;
        stage.click(button("New customer")).await?;
        stage.fill(field("Name"), name).await?;
        click_and_die(stage, "[data-testid=save-customer]").await?;
    }
    stage.open("#/board").await?;
    stage.sees(card("Gunther Glas GmbH")).await?;
    stage.sees(card("Elbe Möbel KG")).await?;
    stage.sees_exactly(2, test_id("card")).await?;
    saved(stage).await?;
    let journal =
        "Object.keys(localStorage).filter((key) => key.includes('/journal/')).length === 0";
    stage.until("the journal to be empty", journal).await.map(|_| ())
}

async fn killed_after_contact(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.click(button("Log contact")).await?;
    stage.click(button("Visit").inside(test_id("contact-form"))).await?;
    stage.sees(button("warm").inside(test_id("contact-form"))).await?;
    click_and_die(stage, "[data-testid=mood][data-value='5']").await?;
    stage.open("#/board").await?;
    stage.sees(role("img").named("Mood: warm").inside(card("Gunther Glas GmbH"))).await
}

async fn killed_after_moving(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    stage.click(test_id("card-menu")).await?;
    stage.sees_exactly(3, test_id("menu-move")).await?;
    click_and_die(stage, "[data-testid=menu-move]:nth-of-type(3)").await?;
    stage.open("#/board").await?;
    let retention = css("[data-testid=column]").with_name("Retention");
    stage.sees(link("Gunther Glas GmbH").inside(retention)).await
}

/// Works on the rows of the own customers as they are stored, then calls back.
const ROWS: &str = "
    const [what, word, done] = arguments;
    const request = indexedDB.open('rapport-own');
    request.onerror = () => done(String(request.error));
    request.onsuccess = () => {
        const database = request.result;
        const change = database.transaction('pages', 'readwrite');
        const pages = change.objectStore('pages');
        let found = [];
        change.oncomplete = () => { database.close(); done(found); };
        change.onabort = () => { database.close(); done(String(change.error)); };
        if (what === 'clear') return void pages.clear();
        pages.openCursor().onsuccess = (event) => {
            const cursor = event.target.result;
            if (!cursor) return;
            const bytes = new Uint8Array(cursor.value);
            const text = new TextDecoder('latin1').decode(bytes);
            const at = text.indexOf(word);
            if (at >= 0) {
                if (what === 'flip') { bytes[at] ^= 1; cursor.update(bytes); }
                found.push(Array.from(bytes));
            }
            cursor.continue();
        };
    };";

async fn rows(stage: &Stage, what: &str, word: &str) -> Result<Vec<Vec<u8>>> {
    let found = stage.script_with_callback(ROWS, vec![json!(what), json!(word)]).await?;
    serde_json::from_value(found.clone())
        .with_context(|| format!("the rows are not there: {found}"))
}

/// Empties the tables behind the app's back.
pub async fn clear_tables(stage: &Stage) -> Result<()> {
    rows(stage, "clear", "").await.map(drop)
}

/// Takes the restore points away, so that nothing comes back. None can follow: the app makes no point
/// of tables that hold less than it knows.
async fn without_points(stage: &Stage) -> Result<()> {
    let drop_them =
        "const [done] = arguments; caches.delete('rapport-own-points').then(() => done(1))";
    stage.script_with_callback(drop_them, vec![]).await.map(drop)
}

/// Three customers; one bit of the file of one of them is wrong. Gives the wrong row.
pub async fn a_flipped_bit(stage: &Stage) -> Result<Vec<u8>> {
    stage.open("#/board").await?;
    for name in ["Gunther Glas GmbH", "Elbe KG", "Zoo Zander"] {
        add_customer(stage, name).await?;
    }
    let rows = rows(stage, "flip", "Elbe KG").await?;
    ensure!(rows.len() == 1, "{} rows hold the name", rows.len());
    without_points(stage).await?;
    stage.reload().await?;
    stage.sees(heading("One part of your data cannot be read")).await?;
    rows.into_iter().next().context("no row")
}

fn holds_piece(row: &[u8], piece: &[u8]) -> bool {
    !piece.is_empty() && row.windows(piece.len()).any(|window| window == piece)
}

async fn damaged_bytes(stage: &mut Stage) -> Result<()> {
    let row = a_flipped_bit(stage).await?;
    stage.sees(text("Everything else is there: 2 customer files.")).await?;
    stage.click(css("[data-testid=rescue-details] summary")).await?;
    stage.sees(css(".damage li").with_text("Storage page")).await?;
    stage.sees(css(".damage li").with_text("the checksum does not match")).await?;
    stage.click(test_id("download-raw")).await?;
    let (_, raw) = taken(stage, ".bin").await?;
    ensure!(holds_piece(&row, &raw), "the {} raw bytes are not those stored", raw.len());
    // One bit of the E is another one now.
    ensure!(holds_piece(&raw, b"Dlbe KG"), "the raw bytes do not hold the damaged name");
    stage.click(button("Continue without what is missing")).await?;
    stage.sees(card("Gunther Glas GmbH")).await?;
    stage.sees(card("Zoo Zander")).await?;
    stage.sees_exactly(2, test_id("card")).await
}

async fn work_beside_damage(stage: &mut Stage) -> Result<()> {
    a_flipped_bit(stage).await?;
    stage.click(test_id("continue-without")).await?;
    stage.sees_exactly(2, test_id("card")).await?;
    // So many that some come to lie in the same page as the damaged file.
    bring(stage, &many(2_500)).await?;
    holds(stage, 2_502).await?;
    let kept = rows(stage, "look", "Dlbe KG").await?;
    ensure!(kept.len() == 1, "the damaged bytes lie in {} rows", kept.len());
    let beside = rows(stage, "look", "Kunde ").await?;
    ensure!(beside.contains(kept.first().context("no row")?), "nothing was written beside them");
    Ok(())
}

fn many(count: usize) -> String {
    let lines = (0..count).map(|number| format!("Kunde {number} GmbH;k{number}@example.org\n"));
    ["Firma;E-Mail\n".to_owned()].into_iter().chain(lines).collect()
}

async fn emptied(stage: &Stage) -> Result<()> {
    bring(stage, FIVE).await?;
    clear_tables(stage).await?;
    without_points(stage).await?;
    stage.driver()?.goto("about:blank").await?;
    stage.open("#/board").await?;
    stage.sees(heading("The storage is empty although there were 5 customers in it")).await
}

async fn emptied_storage(stage: &mut Stage) -> Result<()> {
    emptied(stage).await?;
    stage.sees(text("Right now no customer file can be read here.")).await?;
    stage.sees_no(test_id("download-raw")).await?;
    // Not decided yet: asked again.
    stage.reload().await?;
    stage.sees(heading("The storage is empty although there were 5 customers in it")).await?;
    stage.click(button("Open a workspace file")).await?;
    stage.sees(heading("Workspace file")).await?;
    ensure!(customers(stage).await? == 0);
    still_stands(stage).await
}

async fn asked_once(stage: &mut Stage) -> Result<()> {
    emptied(stage).await?;
    stage.click(button("Continue without what is missing")).await?;
    stage.sees(heading("Every relationship begins with one line")).await?;
    stage.reload().await?;
    stage.sees(heading("Every relationship begins with one line")).await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    stage.reload().await?;
    stage.sees(card("Gunther Glas GmbH")).await
}

/// Serves the app with a script before all others that refuses every storage, as browsers do whose
/// person forbids site data.
fn serve_blocked(stage: &mut Stage, directory: &ScratchDirectory) -> Result<()> {
    let refuse = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, { configurable: true, get() {
            throw new DOMException('The operation is insecure.', 'SecurityError'); } });";
    let dist = arguments::parse(lexopt::Parser::from_env())?.dist;
    for file in files_below(&dist)? {
        let copy = directory.path().join(file.strip_prefix(&dist)?);
        std::fs::create_dir_all(copy.parent().context("a file without a directory")?)?;
        std::fs::copy(&file, copy)?;
    }
    std::fs::write(directory.path().join("refuse.js"), refuse)?;
    let index: &Path = &directory.path().join("index.html");
    let page = std::fs::read_to_string(index)?;
    let blocked = page.replacen("<script", "<script src=\"refuse.js\"></script>\n<script", 1);
    ensure!(blocked != page, "the page has no script");
    std::fs::write(index, blocked)?;
    stage.serve(directory.path())
}

async fn blocked_storage(stage: &mut Stage) -> Result<()> {
    let directory = ScratchDirectory::new()?;
    serve_blocked(stage, &directory)?;
    stage.open("#/board").await?;
    let refused = "(() => { try { localStorage; return false } catch { return true } })()";
    stage.until("the storage to be refused", refused).await?;
    let banner = || test_id("keeping-banner").with_text("This browser allows no storage.");
    stage.sees(banner()).await?;
    stage.click(button("New customer")).await?;
    stage.fill(field("Name"), "Gunther Glas GmbH").await?;
    stage.click(test_id("save-customer")).await?;
    stage.sees(card("Gunther Glas GmbH")).await?;
    stage.sees(css("[data-testid=save-state]").with_text("Only in this window")).await?;
    stage.press("Control+z").await?;
    stage.sees_no(card("Gunther Glas GmbH")).await?;
    stage.press("Control+Shift+z").await?;
    stage.sees(card("Gunther Glas GmbH")).await?;
    stage.click(link("Save as a file").inside(banner())).await?;
    stage.click(test_id("save-file")).await?;
    let (_, file) = taken(stage, ".rapport").await?;
    ensure!(holds_piece(&file, b"Gunther Glas GmbH"), "the file does not hold the customer");
    stage.sees(banner()).await?;
    still_stands(stage).await
}

async fn sample_apart(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "My own customer").await?;
    go(stage, "#/data").await?;
    stage.click(button("Load the sample workspace")).await?;
    stage.sees(test_id("sample-mark")).await?;
    go(stage, "#/board").await?;
    stage.sees(link("Gunther Glas GmbH")).await?;
    stage.sees_no(link("My own customer")).await?;
    saved(stage).await?;
    stage.click(test_id("remove-sample-now")).await?;
    stage.sees(link("My own customer")).await?;
    stage.sees_exactly(1, test_id("card")).await?;
    let databases = "const [done] = arguments;
        indexedDB.databases().then((all) => done(all.map((database) => database.name)))";
    let databases = stage.script_with_callback(databases, vec![]).await?;
    ensure!(databases == json!(["rapport-own"]), "the databases are {databases}");
    let left = "return Object.keys(localStorage).filter((key) => key.startsWith('rapport/sample/'))
        .filter((key) => !key.endsWith('/reserve'))";
    let left: Value = stage.script(left, vec![]).await?;
    ensure!(left == json!([]), "of the sample is left {left}");
    stage.reload().await?;
    stage.sees(link("My own customer")).await
}

async fn sample_is_kept(stage: &mut Stage) -> Result<()> {
    super::steps::with_sample(stage).await?;
    let before = customers(stage).await?;
    ensure!(before >= 24, "the sample has only {before} customers");
    add_customer(stage, "One more").await?;
    stage.reload().await?;
    stage.sees(test_id("sample-mark")).await?;
    holds(stage, before + 1).await
}
