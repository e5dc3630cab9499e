//! What a person does every day, as single steps that several stories share.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::finding::{Wanted, button, css, dialog, field, heading, link, test_id};
use crate::scratch::ScratchDirectory;
use crate::stage::Stage;
use crate::waiting::until;

/// A list of five customers as a person keeps it: two have no value, one is private.
pub const FIVE: &str = "\
Firma;Vorname;Nachname;E-Mail;Ort;Umsatz;Erstkontakt
Gunther Glas GmbH;Gunther;Glas;gunther@glas-gmbh.example;Stuttgart;12.500,50;01.02.2024
Elbe Möbel KG;Heike;Groß;heike@elbe.example;Dresden;900;31.12.2023
Ärztehaus am Park;Jana;Bühler;jana@park.example;Ulm;;15.03.2024
;Lena;Müßig;lena@example.org;Ulm;45;02.04.2024
Zoo Handlung Zander;Zoe;Zander;zoe@zander.example;Berlin;;03.04.2024
";

/// Waits until everything is on the disk and says so.
pub async fn saved(stage: &Stage) -> Result<()> {
    let state = "document.querySelector('[data-testid=save-state]')?.dataset.state === 'saved'";
    stage.until("\"Saved\"", state).await.map(|_| ())
}

/// Makes a customer of a name through the form, from any screen with its button.
pub async fn add_customer(stage: &Stage, name: &str) -> Result<()> {
    stage.click(button("New customer")).await?;
    stage.fill(field("Name"), name).await?;
    stage.click(test_id("save-customer")).await?;
    stage.sees_no(dialog("New customer")).await?;
    stage.sees(link(name)).await?;
    saved(stage).await
}

/// Opens the page of a customer that is on screen.
pub async fn visit(stage: &Stage, name: &str) -> Result<()> {
    stage.click(link(name)).await?;
    stage.sees(heading(name)).await
}

/// The card of a customer on the board.
pub fn card(name: &str) -> Wanted {
    test_id("card").with_text(name)
}

/// Goes to another place of the app by its address, as by a bookmark.
pub async fn go(stage: &Stage, fragment: &str) -> Result<()> {
    stage.script("location.hash = arguments[0]", vec![json!(fragment)]).await.map(|_| ())
}

/// Writes a file that can be chosen; it lasts as long as the directory.
pub fn a_file(directory: &ScratchDirectory, name: &str, bytes: &[u8]) -> Result<PathBuf> {
    let file = directory.path().join(name);
    fs::write(&file, bytes).with_context(|| format!("{name} cannot be written"))?;
    Ok(file)
}

/// A list of `tests/fixtures/csv`.
pub fn fixture(name: &str) -> Result<PathBuf> {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/csv").join(name);
    list.canonicalize().with_context(|| format!("{name} is missing"))
}

/// Chooses a list on the screen of the data and waits for what is recognised in it.
pub async fn choose_list(stage: &Stage, file: &Path) -> Result<()> {
    stage.upload(test_id("import-file"), file).await?;
    stage.sees(heading("What was recognised")).await
}

/// Takes over what is shown and waits until it is saved.
pub async fn apply_list(stage: &Stage) -> Result<()> {
    stage.click(test_id("apply-import")).await?;
    stage.sees(test_id("import-result")).await?;
    saved(stage).await
}

/// Brings a list in as a file of this text, from its choice to "Saved".
pub async fn bring(stage: &Stage, list: &str) -> Result<()> {
    let directory = ScratchDirectory::new()?;
    let file = a_file(&directory, "list.csv", list.as_bytes())?;
    stage.open("#/data").await?;
    choose_list(stage, &file).await?;
    apply_list(stage).await
}

/// Another browser, as it were: the screen of the data at an origin that holds nothing yet.
pub async fn elsewhere(stage: &mut Stage) -> Result<()> {
    stage.serve_under("/")?;
    stage.open("#/data").await?;
    // Firefox may come back while the page before is still shown.
    let there = format!("location.href.startsWith('{}')", stage.base());
    stage.until("the other origin", &there).await?;
    stage.sees(heading("Import a list")).await?;
    holds(stage, 0).await
}

/// Opens the sample workspace from the empty board.
pub async fn with_sample(stage: &Stage) -> Result<()> {
    stage.open("#/board").await?;
    stage.click(test_id("load-sample")).await?;
    stage.sees(test_id("sample-mark")).await?;
    stage.sees(test_id("card")).await?;
    saved(stage).await
}

/// The day today and the days before or after it, as fields and files write them.
pub async fn day(stage: &Stage, from_today: i32) -> Result<String> {
    let script = "const day = new Date(); day.setDate(day.getDate() + arguments[0]);
        const two = (number) => String(number).padStart(2, '0');
        return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`";
    let day = stage.script(script, vec![json!(from_today)]).await?;
    Ok(day.as_str().context("no day")?.to_owned())
}

/// Fills a field with a picker of the browser's own, which every engine lets be typed into
/// differently.
pub async fn pick(stage: &Stage, wanted: Wanted, value: &str) -> Result<()> {
    let element = stage.find(wanted.clone()).await?.to_json()?;
    let script = "const [input, value] = arguments;
        input.value = value;
        for (const kind of ['input', 'change'])
            input.dispatchEvent(new Event(kind, { bubbles: true }));
        return input.value";
    let taken = stage.script(script, vec![element, json!(value)]).await?;
    ensure!(taken == json!(value), "{wanted} does not take {value:?} but {taken}");
    Ok(())
}

/// The texts of everything that fits, as they stand in the page.
pub async fn texts(stage: &Stage, selector: &str) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll(arguments[0])]
        .filter((e) => e.checkVisibility()).map((e) => e.textContent.replace(/\\s+/g, ' ').trim())";
    let texts = stage.script(script, vec![json!(selector)]).await?;
    serde_json::from_value(texts).with_context(|| format!("no texts of {selector}"))
}

/// Waits until the texts of everything that fits are these.
pub async fn reads(stage: &Stage, selector: &str, wanted: &[&str]) -> Result<()> {
    until(&format!("{selector} to read {wanted:?}"), || async {
        let found = texts(stage, selector).await?;
        ensure!(found == wanted, "it reads {found:?}");
        Ok(Some(()))
    })
    .await
}

/// Fails if the panel of a broken app is shown.
pub async fn still_stands(stage: &Stage) -> Result<()> {
    let crash = "const crash = document.getElementById('crash');
        return crash.hidden ? '' : crash.textContent.replace(/\\s+/g, ' ').trim()";
    let said = stage.script(crash, vec![]).await?;
    ensure!(said == json!(""), "the app has broken: {said}");
    Ok(())
}

/// How many customers the app holds, the trash left out.
pub async fn customers(stage: &Stage) -> Result<u64> {
    let script = "const link = document.querySelector('.sidebar a[href=\"#/customers\"]');
        return Number((link?.querySelector('.count')?.textContent ?? '0').replace(/\\D/g, ''))";
    stage.script(script, vec![]).await?.as_u64().context("no count of customers")
}

/// Waits until the app holds so many customers.
pub async fn holds(stage: &Stage, count: u64) -> Result<()> {
    until(&format!("{count} customers"), || async {
        let found = customers(stage).await?;
        ensure!(found == count, "there are {found}");
        Ok(Some(()))
    })
    .await
}

/// Chooses an entry of an open menu.
pub async fn menu_item(stage: &Stage, name: &str) -> Result<()> {
    let open = css("[role=menu] button").with_name(name);
    stage.click(open).await
}

/// Clicks something after scrolling it to where nothing that sticks to an edge lies over it.
pub async fn click_in_sight(stage: &Stage, wanted: Wanted) -> Result<()> {
    let element = stage.find(wanted.clone()).await?.to_json()?;
    let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
    stage.script(script, vec![element]).await?;
    stage.click(wanted).await
}

/// Waits for a whole download whose name ends so: WebKit shows a file before it is filled.
pub async fn taken(stage: &Stage, ending: &str) -> Result<(String, Vec<u8>)> {
    let downloads = stage.browser().downloads().to_owned();
    until(&format!("a download ending in {ending} to be filled"), || async {
        let files = fs::read_dir(&downloads)?.flatten();
        let sizes = files.filter(|file| file.path().to_string_lossy().ends_with(ending));
        let is_filled = sizes.flat_map(|file| file.metadata()).any(|data| data.len() > 0);
        Ok(is_filled.then_some(()))
    })
    .await?;
    stage.downloaded(ending).await
}
