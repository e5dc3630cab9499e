//! Stories about the second and the third copy: restore points, backups under a passphrase, both
//! values of a conflict, and the erasure of a person.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::arguments::Engine;

use super::keeping::clear_tables;
use super::steps::{
    FIVE, add_customer, bring, card, elsewhere, go, holds, menu_item, saved, taken, visit,
};
use crate::finding::{button, css, field, heading, test_id, text};
use crate::scratch::ScratchDirectory;
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// What survives when the browser's storage does not.
pub const STORIES: &[Story] = &[
    story!("An emptied storage comes back from the restore point", comes_back),
    story!("Going back shows what would change and can be undone", goes_back),
    story!("A backup under a passphrase opens only with it", sealed_backup),
    story!("After many changes without a backup there is a reminder", reminder),
    story!("A file of one's own is kept up to date by itself", kept_file)
        .only_in(&[Engine::Chromium]),
    story!("What two devices entered at once is both kept, to choose from", two_versions),
    story!("Everything stored about a customer is on one sheet", sheet),
    story!("A full storage is told, nothing is lost and a file can still be saved", full_storage)
        .only_in(&[Engine::Chromium]),
    story!("An older version shows what a newer one stored and writes nothing", newer_build),
    story!("An erased customer does not come back from an old file", erased),
];

async fn make_point(stage: &Stage) -> Result<()> {
    go(stage, "#/data").await?;
    stage.click(test_id("make-point")).await?;
    stage.sees(test_id("warning").with_text("The restore point is made and checked.")).await?;
    stage.click(css("button").inside(test_id("warning"))).await
}

async fn comes_back(stage: &mut Stage) -> Result<()> {
    bring(stage, FIVE).await?;
    make_point(stage).await?;
    clear_tables(stage).await?;
    stage.driver()?.goto("about:blank").await?;
    stage.open("#/board").await?;
    stage.sees(heading("5 customers are back from the restore point")).await?;
    stage.click(test_id("go-on")).await?;
    stage.sees_exactly(5, test_id("card")).await?;
    stage.reload().await?;
    stage.sees_exactly(5, test_id("card")).await
}

async fn goes_back(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    make_point(stage).await?;
    go(stage, "#/board").await?;
    add_customer(stage, "Elbe KG").await?;
    go(stage, "#/data").await?;
    stage.click(css("button").inside(test_id("point"))).await?;
    let preview = || test_id("point-preview");
    stage.sees(text("1 customer added since would go").inside(preview())).await?;
    stage.click(test_id("go-back")).await?;
    stage.sees(test_id("toast").with_text("Back at the earlier state.")).await?;
    saved(stage).await?;
    holds(stage, 1).await?;
    stage.click(test_id("undo")).await?;
    holds(stage, 2).await?;
    go(stage, "#/board").await?;
    stage.sees(card("Elbe KG")).await?;
    stage.reload().await?;
    stage.sees(card("Elbe KG")).await
}

/// Saves everything as a file and gives where it lies.
async fn save_file(stage: &Stage, directory: &ScratchDirectory, name: &str) -> Result<PathBuf> {
    go(stage, "#/data").await?;
    stage.click(test_id("save-file")).await?;
    let (_, bytes) = taken(stage, ".rapport").await?;
    let file = directory.path().join(name);
    std::fs::write(&file, bytes)?;
    Ok(file)
}

async fn sealed_backup(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    go(stage, "#/data").await?;
    stage.sees(test_id("last-backup").with_text("none yet")).await?;
    stage.fill(field("Passphrase for the file"), "sieben Äpfel am Fluß").await?;
    let directory = ScratchDirectory::new()?;
    let file = save_file(stage, &directory, "sealed.rapport").await?;
    stage.sees(test_id("last-backup").with_text("today")).await?;
    let bytes = std::fs::read(&file)?;
    ensure!(bytes.starts_with(b"RAPX"), "the file is not sealed");
    let damaged = directory.path().join("damaged.rapport");
    let mut changed = bytes.clone();
    // A byte of the salt, which is only authenticated.
    if let Some(byte) = changed.get_mut(12) {
        *byte ^= 1;
    }
    std::fs::write(&damaged, changed)?;
    elsewhere(stage).await?;
    for (path, phrase) in [(&file, "sieben Birnen am Fluß"), (&damaged, "sieben Äpfel am Fluß")]
    {
        stage.upload(test_id("open-file"), path).await?;
        stage.fill(css("#open-phrase"), phrase).await?;
        stage.click(test_id("unseal")).await?;
        stage.sees(text("The passphrase does not fit, or the file is damaged.")).await?;
    }
    stage.upload(test_id("open-file"), &file).await?;
    stage.fill(css("#open-phrase"), "sieben Äpfel am Fluß").await?;
    stage.click(test_id("unseal")).await?;
    stage.click(test_id("merge-file")).await?;
    holds(stage, 1).await?;
    go(stage, "#/board").await?;
    stage.sees(card("Gunther Glas GmbH")).await
}

async fn reminder(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    stage.sees_no(test_id("backup-banner")).await?;
    let worked =
        "const key = 'rapport/own/canary'; const told = JSON.parse(localStorage.getItem(key));
        localStorage.setItem(key, JSON.stringify({ ...told, changes: 49 }));";
    stage.script(worked, vec![]).await?;
    add_customer(stage, "Elbe KG").await?;
    stage.sees(test_id("backup-banner")).await?;
    stage.click(test_id("backup-later")).await?;
    stage.sees_no(test_id("backup-banner")).await?;
    go(stage, "#/data").await?;
    stage.click(test_id("save-file")).await?;
    stage.sees(test_id("last-backup").with_text("today, 0 changes since")).await?;
    // Or the next story would find it.
    taken(stage, ".rapport").await.map(drop)
}

/// Stands in for the dialog of the system: a file in the browser's private place, whose handle is as
/// real as any.
const CHOOSER: &str = "window.showSaveFilePicker = async (wish) =>
    (await navigator.storage.getDirectory()).getFileHandle(wish.suggestedName, { create: true });";

/// What is in that file, as soon as it holds this name.
async fn kept_holds(stage: &Stage, name: &str) -> Result<()> {
    let script = "const [name, done] = arguments; (async () => {
        for (let turn = 0; turn < 100; turn++) {
            const place = await navigator.storage.getDirectory();
            const file = await (await place.getFileHandle('rapport.rapport')).getFile();
            if ((await file.text()).includes(name)) return done(true);
            await new Promise((go) => setTimeout(go, 100));
        }
        done(false);
    })()";
    let held = stage.script_with_callback(script, vec![json!(name)]).await?;
    ensure!(held == json!(true), "the file does not hold {name}");
    Ok(())
}

async fn kept_file(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    go(stage, "#/data").await?;
    stage.script(CHOOSER, vec![]).await?;
    stage.click(test_id("keep-file")).await?;
    stage.sees(test_id("kept-file").with_text("rapport.rapport")).await?;
    kept_holds(stage, "Gunther Glas GmbH").await?;
    stage.sees(test_id("last-backup").with_text("today, 0 changes since")).await?;
    stage.reload().await?;
    stage.sees(test_id("kept-file")).await?;
    go(stage, "#/board").await?;
    add_customer(stage, "Elbe KG").await?;
    kept_holds(stage, "Elbe KG").await?;
    go(stage, "#/data").await?;
    stage.click(test_id("keep-file-no-more")).await?;
    stage.sees(test_id("keep-file")).await
}

async fn edit_phone(stage: &Stage, value: &str) -> Result<()> {
    go(stage, "#/board").await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.click(button("Edit")).await?;
    stage.fill(field("Phone"), value).await?;
    stage.click(button("Save")).await?;
    saved(stage).await
}

async fn merge_file(stage: &Stage, file: &std::path::Path) -> Result<()> {
    go(stage, "#/data").await?;
    stage.upload(test_id("open-file"), file).await?;
    stage.click(test_id("merge-file")).await?;
    saved(stage).await
}

async fn two_versions(stage: &mut Stage) -> Result<()> {
    let directory = ScratchDirectory::new()?;
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    let first = save_file(stage, &directory, "first.rapport").await?;
    edit_phone(stage, "0711 111").await?;
    let second = save_file(stage, &directory, "second.rapport").await?;
    elsewhere(stage).await?;
    merge_file(stage, &first).await?;
    holds(stage, 1).await?;
    edit_phone(stage, "0711 222").await?;
    merge_file(stage, &second).await?;
    go(stage, "#/board").await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.sees(heading("One field has 2 versions")).await?;
    stage.sees(test_id("keep-shown").with_text("0711 222")).await?;
    stage.click(test_id("choose-other").with_text("0711 111")).await?;
    stage.sees_no(test_id("versions")).await?;
    saved(stage).await?;
    stage.reload().await?;
    stage.sees(css("a[href^='tel:']").with_text("0711 111")).await?;
    stage.sees_no(test_id("versions")).await
}

async fn open_sheet(stage: &Stage, name: &str) -> Result<()> {
    go(stage, "#/board").await?;
    visit(stage, name).await?;
    stage.click(test_id("customer-more")).await?;
    menu_item(stage, "Everything stored …").await?;
    stage.sees(test_id("sheet")).await
}

async fn sheet(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    edit_phone(stage, "0711 111").await?;
    open_sheet(stage, "Gunther Glas GmbH").await?;
    stage.sees(heading("What is stored about Gunther Glas GmbH")).await?;
    stage.sees(css(".stored-table tr").with_text("0711 111")).await?;
    stage.click(test_id("close-sheet")).await?;
    stage.sees(test_id("customer-page")).await
}

async fn erased(stage: &mut Stage) -> Result<()> {
    let directory = ScratchDirectory::new()?;
    stage.open("#/board").await?;
    for name in ["Gunther Glas GmbH", "Elbe KG"] {
        add_customer(stage, name).await?;
    }
    make_point(stage).await?;
    let old = save_file(stage, &directory, "old.rapport").await?;
    open_sheet(stage, "Gunther Glas GmbH").await?;
    stage.click(test_id("erase-sure")).await?;
    stage.click(test_id("erase")).await?;
    stage.sees(test_id("warning").with_text("Gunther Glas GmbH has been erased.")).await?;
    stage.sees_no(card("Gunther Glas GmbH")).await?;
    merge_file(stage, &old).await?;
    go(stage, "#/board").await?;
    stage.sees_exactly(1, test_id("card")).await?;
    stage.reload().await?;
    stage.sees_exactly(1, test_id("card")).await?;
    let left = "const [done] = arguments; (async () => {
        let all = JSON.stringify(localStorage);
        const cache = await caches.open('rapport-own-points');
        for (const key of await cache.keys()) {
            const packed = (await cache.match(key)).body;
            const stream = packed.pipeThrough(new DecompressionStream('gzip'));
            all += await new Response(stream).text();
        }
        done(all.includes('Gunther'));
    })()";
    let left = stage.script_with_callback(left, vec![]).await?;
    ensure!(left == json!(false), "the name is still in a journal or a restore point");
    Ok(())
}

async fn full_storage(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    let origin = stage.base().to_owned();
    let quota = |size| match size {
        Some(size) => json!({ "origin": origin, "quotaSize": size }),
        None => json!({ "origin": origin }),
    };
    // The browser looks at the quota when it opens the database, then only now and then.
    stage.restart_browser().await?;
    stage.devtools("Storage.overrideQuotaForOrigin", quota(Some(1))).await?;
    stage.open("#/board").await?;
    stage.click(button("New customer")).await?;
    stage.fill(field("Name"), "Elbe KG").await?;
    stage.click(test_id("save-customer")).await?;
    stage.sees(card("Elbe KG")).await?;
    let banner = "Your last changes exist only in this window.";
    stage.sees(test_id("keeping-banner").with_text(banner)).await?;
    // A reload shows it still: the journal has it.
    stage.reload().await?;
    stage.sees(card("Elbe KG")).await?;
    go(stage, "#/data").await?;
    stage.click(test_id("save-file")).await?;
    let (_, bytes) = taken(stage, ".rapport").await?;
    let has = |name: &str| String::from_utf8_lossy(&bytes).contains(name);
    ensure!(has("Elbe KG") && has("Gunther"), "the file does not hold everything");
    stage.devtools("Storage.overrideQuotaForOrigin", quota(None)).await?;
    saved(stage).await?;
    stage.sees_no(test_id("keeping-banner")).await?;
    stage.reload().await?;
    go(stage, "#/board").await?;
    stage.sees_exactly(2, test_id("card")).await
}

/// Writes a file of the next schema into the tables, as a newer version would.
const NEWER: &str = "
    const [done] = arguments;
    const json = new TextEncoder().encode('{\"kind\":\"customer\",\"wholly\":\"new\"}');
    const frame = new Uint8Array(14 + json.length);
    const view = new DataView(frame.buffer);
    frame.set([0xFF, 0x52, 0x50, 0xFE]);
    view.setUint16(4, 2, true);
    view.setUint32(6, json.length, true);
    frame.set(json, 14);
    let sum = -1;
    for (const byte of [...frame.slice(4, 10), ...json]) {
        sum ^= byte;
        for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xEDB88320 & -(sum & 1));
    }
    view.setUint32(10, ~sum, true);
    const request = indexedDB.open('rapport-own');
    request.onsuccess = () => {
        const change = request.result.transaction('pages', 'readwrite');
        const pages = change.objectStore('pages');
        pages.getAllKeys().onsuccess = (event) => {
            pages.put(frame, event.target.result.includes(9) ? 10 : 9);
        };
        change.oncomplete = () => { request.result.close(); done(true); };
        change.onabort = () => done(String(change.error));
    };";

/// Everything that is stored, as text.
const STORED: &str = "
    const [done] = arguments;
    const request = indexedDB.open('rapport-own');
    request.onsuccess = () => {
        const all = request.result.transaction('pages').objectStore('pages').getAll();
        all.onsuccess = () => {
            request.result.close();
            done(all.result.map((page) => Array.from(new Uint8Array(page)).join()).join(' '));
        };
    };";

async fn newer_build(stage: &mut Stage) -> Result<()> {
    stage.open("#/board").await?;
    add_customer(stage, "Gunther Glas GmbH").await?;
    ensure!(stage.script_with_callback(NEWER, vec![]).await? == json!(true));
    let before = stage.script_with_callback(STORED, vec![]).await?;
    stage.reload().await?;
    stage.click(test_id("continue-without")).await?;
    stage.sees(card("Gunther Glas GmbH")).await?;
    let banner = "A newer version has saved here.";
    stage.sees(test_id("keeping-banner").with_text(banner)).await?;
    stage.click(button("New customer")).await?;
    stage.fill(field("Name"), "Elbe KG").await?;
    stage.click(test_id("save-customer")).await?;
    stage.sees(css("[data-testid=save-state][data-state=unsaved]")).await?;
    let after = stage.script_with_callback(STORED, vec![]).await?;
    ensure!(before == after, "something was written over a newer version");
    go(stage, "#/data").await?;
    stage.click(test_id("save-raw")).await?;
    let (_, raw) = taken(stage, ".json").await?;
    ensure!(
        String::from_utf8_lossy(&raw).contains("rapport-own"),
        "the raw data are not all there"
    );
    Ok(())
}
