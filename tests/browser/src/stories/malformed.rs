//! Stories about lists that are none, or not quite: a clear sentence or a preview, never a broken
//! page, never half an import.

use anyhow::{Result, ensure};
use xtask::arguments::Engine;

use super::steps::{a_file, apply_list, choose_list, holds, still_stands};
use crate::finding::{css, heading, test_id, text};
use crate::scratch::ScratchDirectory;
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// What may be offered for a list.
pub const STORIES: &[Story] = &[
    story!("An empty file is no list", empty),
    story!("A picture is no list", picture),
    story!("Bytes without text are no list", binary),
    story!("A quotation mark that never ends is named by its line", unclosed),
    story!("Rows that do not fit the headings are read as far as they go", ragged),
    story!("A workspace file is no list", json),
    story!("A list in broken characters shows what could not be read", broken_characters),
    story!("A list of five megabytes comes in", five_megabytes),
    story!("A list of fifty megabytes is refused or read, and nothing breaks", fifty_megabytes)
        .only_in(&[Engine::Chromium]),
    story!("A list that is too large is refused with its size", too_large)
        .only_in(&[Engine::Chromium]),
];

async fn offer(stage: &Stage, name: &str, bytes: &[u8]) -> Result<()> {
    let directory = ScratchDirectory::new()?;
    let file = a_file(&directory, name, bytes)?;
    stage.open("#/data").await?;
    stage.upload(test_id("import-file"), &file).await?;
    // The file must last until it was read.
    let answered = "!document.querySelector('[data-testid=import-working]') &&
        document.querySelector('[data-testid=import-refused], [data-testid=import-wizard]')
        && true";
    stage.until("the list to be read or refused", answered).await.map(|_| ())
}

/// Says why, and holds nothing.
async fn is_refused(stage: &Stage, sentence: &str) -> Result<()> {
    stage.sees(test_id("import-refused").with_text(sentence)).await?;
    still_stands(stage).await?;
    holds(stage, 0).await?;
    stage.sees(test_id("import-file").even_hidden()).await?;
    stage.console_is_clean().await
}

async fn empty(stage: &mut Stage) -> Result<()> {
    offer(stage, "empty.csv", b"").await?;
    is_refused(stage, "The file is empty.").await?;
    offer(stage, "blank.csv", b"\n \n\n").await?;
    still_stands(stage).await?;
    stage.sees(test_id("import-refused")).await
}

async fn picture(stage: &mut Stage) -> Result<()> {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";
    offer(stage, "picture.csv", png).await?;
    is_refused(stage, "This is a picture, not a list.").await
}

async fn binary(stage: &mut Stage) -> Result<()> {
    // Every byte there is, over and over, in no order.
    let mut state = 7_u32;
    let bytes: Vec<u8> = (0..100_000)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .collect();
    offer(stage, "noise.csv", &bytes).await?;
    is_refused(stage, "There is no text in this file.").await
}

async fn unclosed(stage: &mut Stage) -> Result<()> {
    let list = "Firma;Ort\nGlas GmbH;Ulm\n\"Elbe KG;Dresden\nZoo;Berlin\n";
    offer(stage, "open.csv", list.as_bytes()).await?;
    is_refused(stage, "A quotation mark in line 3 does not end where it should.").await
}

async fn ragged(stage: &mut Stage) -> Result<()> {
    let list = "Firma;Ort;E-Mail\nGlas GmbH;Ulm\nElbe KG;Dresden;elbe@example.org;mehr;noch mehr\n";
    offer(stage, "ragged.csv", list.as_bytes()).await?;
    stage.click(css("[data-testid=import-ragged] summary")).await?;
    stage.sees(text("Line 2: 2 instead of 3 cells. What is there is read.")).await?;
    stage.sees(text("Line 3: 5 instead of 3 cells. What is there is read.")).await?;
    still_stands(stage).await?;
    apply_list(stage).await?;
    holds(stage, 2).await
}

async fn json(stage: &mut Stage) -> Result<()> {
    offer(stage, "backup.csv", br#"{"format":"rapport","customers":[]}"#).await?;
    is_refused(stage, "This is a JSON file. A saved workspace file is opened further down").await
}

async fn broken_characters(stage: &mut Stage) -> Result<()> {
    let mut list = b"\xEF\xBB\xBFFirma;Ort\n".to_vec();
    list.extend_from_slice(b"Glas GmbH;M\xFCnchen\nElbe KG;\xFF\xFE\xFA\n");
    offer(stage, "broken.csv", &list).await?;
    stage.sees(text("characters could not be read and stand as �")).await?;
    still_stands(stage).await?;
    apply_list(stage).await?;
    holds(stage, 2).await
}

/// A list of so many rows, each with a long note.
fn long_list(rows: usize) -> Vec<u8> {
    let note =
        "Ein langer Satz über diesen Kunden, wie ihn jemand nach dem Besuch schreibt. ".repeat(13);
    let mut list = String::from("Firma;E-Mail;Ort;Bemerkung\n");
    for row in 0..rows {
        list.push_str(&format!("Kunde {row} GmbH;kunde{row}@example.org;Ulm;{note}\n"));
    }
    list.into_bytes()
}

async fn five_megabytes(stage: &mut Stage) -> Result<()> {
    let list = long_list(5_000);
    ensure!(list.len() > 5_000_000, "the list has only {} bytes", list.len());
    offer(stage, "five.csv", &list).await?;
    stage.sees(test_id("import-rows").with_text("000 rows, 4 columns")).await?;
    still_stands(stage).await?;
    apply_list(stage).await?;
    holds(stage, 5_000).await?;
    stage.open("#/customers").await?;
    stage.sees(css(".customers-head .summary").with_text("000 customers")).await?;
    holds(stage, 5_000).await
}

async fn fifty_megabytes(stage: &mut Stage) -> Result<()> {
    let list = long_list(50_000);
    ensure!(list.len() > 50_000_000, "the list has only {} bytes", list.len());
    let directory = ScratchDirectory::new()?;
    let file = a_file(&directory, "fifty.csv", &list)?;
    stage.open("#/data").await?;
    choose_list(stage, &file).await?;
    stage.sees(test_id("import-rows").with_text("000 rows, 4 columns")).await?;
    still_stands(stage).await?;
    stage.click(test_id("cancel-import")).await?;
    stage.sees_no(test_id("import-wizard")).await?;
    holds(stage, 0).await
}

async fn too_large(stage: &mut Stage) -> Result<()> {
    let list = vec![b'x'; 70 * 1024 * 1024];
    offer(stage, "large.csv", &list).await?;
    is_refused(stage, "The file has 70 MB, at most 64 MB are read.").await?;
    stage.sees(heading("Import a list")).await
}
