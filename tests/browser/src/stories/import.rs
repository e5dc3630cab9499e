//! Stories about lists that come in: from real programs, by hand, and from nowhere at all.

use anyhow::{Result, ensure};

use super::steps::{
    FIVE, a_file, apply_list, bring, choose_list, click_in_sight, fixture, go, holds, reads, saved,
    still_stands, visit,
};
use crate::finding::{button, css, heading, link, role, test_id, text};
use crate::scratch::ScratchDirectory;
use crate::stage::Stage;
use crate::story;
use crate::story::Story;

/// What happens to a list.
pub const STORIES: &[Story] = &[
    story!("A list from Google Contacts comes in", google),
    story!("A list from the English Outlook comes in", outlook_english),
    story!("A list from the German Outlook comes in, umlauts and all", outlook_german),
    story!("A list kept in German Excel comes in with its days and amounts", german_excel),
    story!("Excel's Unicode text comes in", excel_unicode),
    story!("Problems of a list are named by line and column", problems_are_named),
    story!("A column that is given another meaning changes the preview", mapping_by_hand),
    story!("A list is read in other characters when told so", encoding_by_hand),
    story!("Customers who are here already are pointed out", duplicates),
    story!("Empty fields of customers who are here are filled", duplicates_are_filled),
    story!("An import is one step to undo", one_step),
    story!("A cancelled import leaves nothing behind", cancelled),
    story!("Rows that are pasted come in", pasted),
];

/// Chooses a list of the fixtures on the screen of the data.
async fn choose_fixture(stage: &Stage, name: &str) -> Result<()> {
    stage.open("#/data").await?;
    choose_list(stage, &fixture(name)?).await
}

/// Takes over what is previewed, and finds it on the board, also after the page was loaded again.
async fn arrives(stage: &Stage, names: &[&str]) -> Result<()> {
    apply_list(stage).await?;
    stage.click(link("To the board")).await?;
    for _ in 0..2 {
        for name in names {
            stage.sees(link(name).inside(test_id("board"))).await?;
        }
        stage.sees_exactly(names.len(), test_id("card")).await?;
        stage.reload().await?;
    }
    stage.sees_exactly(names.len(), test_id("card")).await
}

async fn comes_from(stage: &Stage, program: &str, size: &str) -> Result<()> {
    reads(stage, "[data-testid=import-program]", &[program]).await?;
    reads(stage, "[data-testid=import-rows]", &[size]).await
}

async fn google(stage: &mut Stage) -> Result<()> {
    choose_fixture(stage, "google.csv").await?;
    comes_from(stage, "Google Contacts", "5 rows, 44 columns, headings in line 1").await?;
    stage.sees(text("4 new customers, 1 row stays out")).await?;
    stage.sees(text("Left out: the row names nobody")).await?;
    arrives(
        stage,
        &["Gunther Glas GmbH", "Ayşe Öztürk", "Bäckerei Süß", "nur.adresse@example.net"],
    )
    .await?;
    visit(stage, "Gunther Glas GmbH").await?;
    let page = || css("[data-testid=customer-page]");
    stage.sees(page().with_text("Dr. Gunther Glas Geschäftsführer, Leitung")).await?;
    stage.sees(page().with_text("Fensterstraße 12 70173 Stuttgart")).await?;
    stage.sees(role("listitem").with_text("Großkunden")).await
}

async fn outlook_english(stage: &mut Stage) -> Result<()> {
    choose_fixture(stage, "outlook_english.csv").await?;
    comes_from(stage, "Outlook (English)", "2 rows, 88 columns, headings in line 1").await?;
    arrives(stage, &["Gunther Glas GmbH", "Zoë Normal"]).await?;
    visit(stage, "Zoë Normal").await?;
    stage.sees(link("Gunther Glas GmbH").inside(css(".customer-side"))).await
}

async fn outlook_german(stage: &mut Stage) -> Result<()> {
    choose_fixture(stage, "outlook_german.csv").await?;
    comes_from(stage, "Outlook (German)", "3 rows, 92 columns, headings in line 1").await?;
    let encoding = stage.value_of(test_id("import-encoding")).await?;
    ensure!(encoding == "windows-1252", "the characters are taken for {encoding}");
    arrives(stage, &["Gunther Glas GmbH", "Heike Groß"]).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.sees(css(".people-rows").with_text("Jana Bühler Vorsitzende, Betriebsrat")).await
}

async fn german_excel(stage: &mut Stage) -> Result<()> {
    choose_fixture(stage, "german_excel.csv").await?;
    comes_from(stage, "own list", "6 rows, 19 columns, headings in line 1").await?;
    stage.sees(css(".mapping-table").with_text("as day.month.year")).await?;
    stage.sees(css(".mapping-table").with_text("with a decimal comma")).await?;
    arrives(stage, &["Gunther Glas GmbH", "Elbe Möbel KG", "Lena Müßig", "Bäckerei Süß e.K."])
        .await?;
    stage.sees(test_id("card").with_text("Elbe Möbel KG").with_text("€12,500.50")).await?;
    visit(stage, "Gunther Glas GmbH").await?;
    let page = || css("[data-testid=customer-page]");
    stage.sees(page().with_text("€1,234")).await?;
    stage.sees(page().with_text("1 Feb 2024")).await
}

async fn excel_unicode(stage: &mut Stage) -> Result<()> {
    choose_fixture(stage, "excel_unicode.txt").await?;
    comes_from(stage, "own list", "2 rows, 4 columns, headings in line 1").await?;
    for (id, key) in [("import-encoding", "utf-16le"), ("import-delimiter", "tab")] {
        let found = stage.value_of(test_id(id)).await?;
        ensure!(found == key, "{id} is {found} instead of {key}");
    }
    arrives(stage, &["Łódź Möbel Sp. z o.o.", "Bäckerei Süß"]).await
}

async fn problems_are_named(stage: &mut Stage) -> Result<()> {
    choose_fixture(stage, "german_excel.csv").await?;
    for sentence in [
        "Line 4, column PLZ: ‘1067’ lost its leading zero in a spreadsheet. This is put right.",
        "Line 4, column E-Mail: ‘heike(at)elbe.example’ is no e-mail address. \
         The text goes to the notes.",
        "Line 4, column Telefon: ‘4,91512E+11’ was a phone number until a spreadsheet turned it \
         into a figure.",
    ] {
        stage.sees(css("[data-testid=row-problems] li").with_text(sentence)).await?;
    }
    let rows = || test_id("import-row");
    stage.sees_exactly(5, rows()).await?;
    click_in_sight(stage, button("With remarks 3")).await?;
    stage.sees_exactly(3, rows()).await?;
    click_in_sight(stage, button("Left out 1")).await?;
    stage.sees_exactly(1, rows()).await?;
    stage.sees(rows().with_text("Line 6")).await
}

async fn mapping_by_hand(stage: &mut Stage) -> Result<()> {
    let directory = ScratchDirectory::new()?;
    let file = a_file(&directory, "list.csv", FIVE.as_bytes())?;
    stage.open("#/data").await?;
    choose_list(stage, &file).await?;
    let row = || test_id("import-row").with_text("Gunther Glas GmbH");
    stage.sees(row().with_text("Stuttgart")).await?;
    stage.choose(css("select[aria-label='Column Ort becomes']"), "Sector").await?;
    stage.choose(css("select[aria-label='Column E-Mail becomes']"), "leave out").await?;
    stage.sees_no(test_id("import-row").with_text("gunther@glas-gmbh.example")).await?;
    apply_list(stage).await?;
    go(stage, "#/board").await?;
    visit(stage, "Gunther Glas GmbH").await?;
    stage.sees(css(".summary").with_text("Stuttgart · B2B")).await?;
    stage.sees_no(link("gunther@glas-gmbh.example")).await
}

async fn encoding_by_hand(stage: &mut Stage) -> Result<()> {
    choose_fixture(stage, "outlook_german.csv").await?;
    stage.sees(test_id("import-row").with_text("Jana Bühler")).await?;
    stage.choose(test_id("import-encoding"), "UTF-8").await?;
    stage.sees(text("characters could not be read and stand as �")).await?;
    stage.sees_no(test_id("import-row").with_text("Jana Bühler")).await?;
    stage.choose(test_id("import-encoding"), "Windows-1252 (Western Excel)").await?;
    stage.sees(test_id("import-row").with_text("Jana Bühler")).await?;
    still_stands(stage).await
}

/// Brings five customers in, then chooses the same list with one more.
async fn five_and_one_more(stage: &Stage, directory: &ScratchDirectory) -> Result<()> {
    bring(stage, FIVE).await?;
    let six =
        [FIVE, "Neue Werkstatt Nord;Nora;Nord;nora@nord.example;Kiel;7;04.04.2024\n"].concat();
    let six = six.replace(";Ulm;;15", ";Ulm;777;15");
    let file = a_file(directory, "six.csv", six.as_bytes())?;
    stage.click(button("Another list")).await?;
    choose_list(stage, &file).await
}

async fn duplicates(stage: &mut Stage) -> Result<()> {
    let directory = ScratchDirectory::new()?;
    five_and_one_more(stage, &directory).await?;
    stage.sees_exactly(5, test_id("duplicate")).await?;
    stage.sees(test_id("duplicate").with_text("Probably here already: Gunther Glas GmbH")).await?;
    stage.sees(text("1 new customer, 5 rows stay out")).await?;
    stage.choose(css("select[aria-label='What happens to Lena Müßig']"), "import anyway").await?;
    stage.sees(text("2 new customers, 4 rows stay out")).await?;
    apply_list(stage).await?;
    holds(stage, 7).await?;
    go(stage, "#/customers").await?;
    stage.sees_exactly(2, link("Lena Müßig")).await
}

async fn duplicates_are_filled(stage: &mut Stage) -> Result<()> {
    let directory = ScratchDirectory::new()?;
    five_and_one_more(stage, &directory).await?;
    stage.choose(test_id("decide-all"), "fill empty fields").await?;
    stage.sees(css("[data-testid=import-counts]").with_text("completed")).await?;
    apply_list(stage).await?;
    stage.sees(text("1 customer was imported. 1 customer was completed.")).await?;
    holds(stage, 6).await?;
    go(stage, "#/board").await?;
    stage.sees(test_id("card").with_text("Ärztehaus am Park").with_text("€777")).await
}

async fn one_step(stage: &mut Stage) -> Result<()> {
    bring(stage, FIVE).await?;
    stage.sees(text("5 customers imported.")).await?;
    holds(stage, 5).await?;
    stage.click(button("Undo")).await?;
    holds(stage, 0).await?;
    saved(stage).await?;
    stage.open("#/board").await?;
    stage.sees(heading("Every relationship begins with one line")).await?;
    go(stage, "#/data").await?;
    still_stands(stage).await
}

async fn cancelled(stage: &mut Stage) -> Result<()> {
    choose_fixture(stage, "google.csv").await?;
    stage.click(test_id("cancel-import")).await?;
    stage.sees_no(test_id("import-wizard")).await?;
    stage.sees(test_id("import-file").even_hidden()).await?;
    holds(stage, 0).await?;
    choose_list(stage, &fixture("google.csv")?).await?;
    go(stage, "#/board").await?;
    stage.sees(heading("Every relationship begins with one line")).await?;
    stage.reload().await?;
    stage.sees(heading("Every relationship begins with one line")).await
}

async fn pasted(stage: &mut Stage) -> Result<()> {
    stage.open("#/data").await?;
    stage.sees(heading("Import a list")).await?;
    let script = "const carried = new DataTransfer();
        carried.setData('text/plain', 'Firma\\tOrt\\nGlas GmbH\\tUlm\\nElbe KG\\tDresden\\n');
        const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(paste, 'clipboardData', { value: carried });
        document.body.dispatchEvent(paste);";
    stage.script(script, vec![]).await?;
    stage.sees(heading("What was recognised")).await?;
    stage.sees(css(".import-facts").with_text("Pasted rows")).await?;
    apply_list(stage).await?;
    holds(stage, 2).await
}
