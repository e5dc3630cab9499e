//! What the stories of the board share: the sample on the board, what a column holds from the top,
//! and where a card has to be dropped.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::finding::{Wanted, css, test_id};
use crate::pointer::Point;
use crate::stage::Stage;
use crate::waiting::until;

/// The cards of a column from the top, by their places.
const CARDS: &str = "
const column = [...document.querySelectorAll('[data-testid=column]')]
  .find((column) => column.dataset.key === arguments[0]);
const place = (row) => parseFloat(row.style.translate.split(' ')[1] ?? '0');
return column && [...column.querySelectorAll('.card-row:has([data-testid=card])')]
  .sort((a, b) => place(a) - place(b))
  .map((row) => row.querySelector('.name').textContent);";

/// The middle of a card that lies in this row of this column.
const ROW: &str = "
const column = [...document.querySelectorAll('[data-testid=column]')]
  .find((column) => column.dataset.key === arguments[0]);
const list = column.querySelector('.cards').getBoundingClientRect();
const [row, card] = ['.card-row', '[data-testid=card]']
  .map((part) => document.querySelector(part).getBoundingClientRect().height);
return [list.x + list.width / 2, list.y + arguments[1] * row + card / 2];";

/// Opens the board and loads the sample.
pub(super) async fn load_sample(stage: &Stage) -> Result<()> {
    stage.open("#/board").await?;
    stage.click(test_id("load-sample")).await?;
    stage.sees(card("Gunther Glas GmbH")).await
}

/// A column by its key.
pub(super) fn column(key: &str) -> Wanted {
    css(&format!("[data-testid=column][data-key='{key}']"))
}

/// A card by what is written on it.
pub(super) fn card(name: &str) -> Wanted {
    test_id("card").with_text(name)
}

/// The link on a card, which is what takes the focus.
pub(super) fn card_link(name: &str) -> Wanted {
    css("[data-testid=card] .name").with_text(name)
}

/// The names in a column from the top.
pub(super) async fn cards(stage: &Stage, key: &str) -> Result<Vec<String>> {
    let names = stage.script(CARDS, vec![json!(key)]).await?;
    let names = names.as_array().with_context(|| format!("there is no column {key}"))?;
    Ok(names.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// Waits until a column begins with these cards.
pub(super) async fn begins_with(stage: &Stage, key: &str, wanted: &[&str]) -> Result<()> {
    until(&format!("column {key} to begin with {wanted:?}"), || async {
        let found = cards(stage, key).await?;
        ensure!(found.iter().take(wanted.len()).eq(wanted.iter()), "it holds {found:?}");
        Ok(Some(()))
    })
    .await
}

/// Waits until a column holds exactly these cards in this order.
pub(super) async fn holds<T: AsRef<str>>(stage: &Stage, key: &str, wanted: &[T]) -> Result<()> {
    let wanted: Vec<&str> = wanted.iter().map(AsRef::as_ref).collect();
    until(&format!("column {key} to hold {wanted:?}"), || async {
        let found = cards(stage, key).await?;
        ensure!(found == wanted, "it holds {found:?}");
        Ok(Some(()))
    })
    .await
}

/// Waits until the head of a column counts so many.
pub(super) async fn counts(stage: &Stage, key: &str, wanted: usize) -> Result<()> {
    let count = css(".column-head .count").inside(column(key)).with_text(&wanted.to_string());
    stage.sees(count).await
}

/// Waits until everything is saved, for what must survive a reload.
pub(super) async fn is_saved(stage: &Stage) -> Result<()> {
    stage.sees(css("[data-testid=save-state][data-state=saved]")).await
}

/// Waits until nothing on the page moves any more.
pub(super) async fn is_at_rest(stage: &Stage) -> Result<()> {
    let still = "document.getAnimations().every((one) => one.playState !== 'running')";
    stage.until("everything to lie still", still).await.map(|_| ())
}

/// Drags a card with the mouse to a row of a column, counted from 0.
pub(super) async fn drag_card(stage: &Stage, name: &str, key: &str, row: usize) -> Result<()> {
    let (start, end) = way(stage, name, key, row).await?;
    stage.drag_between(start, end).await
}

/// From the middle of a card to where it would lie in a row of a column.
pub(super) async fn way(
    stage: &Stage,
    name: &str,
    key: &str,
    row: usize,
) -> Result<(Point, Point)> {
    is_at_rest(stage).await?;
    let start = stage.middle_of(card(name)).await?;
    let end = stage.script(ROW, vec![json!(key), json!(row)]).await?;
    let coordinate = |at| end.get(at).and_then(Value::as_f64);
    let (x, y) = coordinate(0).zip(coordinate(1)).context("no such row")?;
    Ok((start, Point { x, y }))
}

/// Waits until this was said to people who do not see it.
pub(super) async fn hears(stage: &Stage, sentence: &str) -> Result<()> {
    until(&format!("{sentence:?} to be said"), || async {
        let said = "return document.querySelector('#announcer').textContent";
        let said = stage.script(said, vec![]).await?;
        let said = said.as_str().unwrap_or_default();
        ensure!(said.contains(sentence), "it says {said:?}");
        Ok(Some(()))
    })
    .await
}

/// Opens the menu of a card by mouse.
pub(super) async fn open_menu(stage: &Stage, name: &str) -> Result<()> {
    stage.click(test_id("card-menu").inside(card(name))).await?;
    stage.sees(css("[role=menu]")).await
}

/// Waits until the address is this one.
pub(super) async fn address_is(stage: &Stage, fragment: &str) -> Result<()> {
    until(&format!("the address {fragment}"), || async {
        let found = stage.fragment().await?;
        ensure!(found == fragment, "it is {found}");
        Ok(Some(()))
    })
    .await
}
