//! One round at one size: a cold start, a warm one, then drops, keystrokes, scrolling and memory on
//! the warm page.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::page::{Caches, Page, number, point};
use super::statistics::Samples;
use crate::pointer::Point;
use crate::stage::Stage;

/// Loads that fill the caches before a warm start: files first, then compiled code.
const PRIMING_LOADS: usize = 2;
/// Drops per round, to and fro, so that the columns stay as they were.
const DROPS: usize = 4;
/// Moves of the mouse from one column to the next.
const MOVES: u32 = 10;
/// Letters typed into the empty search, one at a time; some made-up customers have each, not all.
const LETTERS: [char; 4] = ['v', 'z', 'w', 'y'];
/// How far and fast a long column is scrolled, in CSS pixels (and per second).
const SCROLL: (f64, u32) = (-16_000.0, 8_000);
/// Longer than a frame and a save take; the page is left alone meanwhile.
const REST: Duration = Duration::from_millis(250);
const LIMIT: Duration = Duration::from_secs(30);
/// Figures of one kind of input: painted, first frame, work, handler, style to paint.
type Reaction = [&'static str; 5];
const DROP: Reaction = ["drop_painted", "drop_frame", "drop_work", "drop_handler", "drop_render"];
const KEY: Reaction = ["key_painted", "key_frame", "key_work", "key_handler", "key_render"];
const MEGABYTE: f64 = 1_048_576.0;

/// Where a workspace of one size is.
#[derive(Debug)]
pub struct Place {
    /// How many customers were brought in.
    pub customers: usize,
    /// Its address, with a slash at its end.
    pub address: String,
}

/// Takes each figure, those of quick actions several times.
///
/// # Errors
/// When one of them could not be taken.
pub async fn round(stage: &Stage, place: &Place) -> Result<Samples> {
    let mut samples = Samples::default();
    let cold = start(stage, place, Caches::Emptied).await?;
    samples.add("usable_cold", number(&cold.1, "painted")?);
    cold.0.close().await?;
    for _ in 0..PRIMING_LOADS {
        start(stage, place, Caches::Kept).await?.0.close().await?;
    }
    let (page, warm) = start(stage, place, Caches::Kept).await?;
    samples.add("usable_warm", number(&warm, "painted")?);
    samples.add("instantiated_warm", number(&warm, "instantiated")?);
    samples.add("longest_start_task", number(&warm, "longestTask")?);
    samples.add("start_cpu", page.busy().await?);
    for turn in 0..DROPS {
        drop_card(&page, turn % 2 == 1, &mut samples).await.context("the drop")?;
    }
    for letter in LETTERS {
        type_letter(&page, letter, &mut samples).await.context("the search")?;
    }
    scroll(&page, &mut samples).await.context("scrolling")?;
    weigh(&page, &mut samples).await.context("the memory")?;
    page.close().await?;
    Ok(samples)
}

/// A new page until it is usable and has come to rest, with what the probe wrote down.
async fn start<'a>(stage: &'a Stage, place: &Place, caches: Caches) -> Result<(Page<'a>, Value)> {
    let page = Page::open(stage).await?;
    page.load(&format!("{}#/board", place.address), caches).await?;
    tokio::time::sleep(REST).await;
    let times = "bench.startUp?.painted && bench.startUp";
    let times = page.wait("the board to be usable", times, LIMIT).await?;
    ensure!(number(&times, "cards")? > 0.0, "the board has no cards");
    page.wait("everything to be saved", "bench.saveMark() === 'saved'", LIMIT).await?;
    // Compiled code is written to its cache only now.
    tokio::time::sleep(REST).await;
    Ok((page, times))
}

/// Drags the first card of a column into the one beside it and lets go.
async fn drop_card(page: &Page<'_>, backwards: bool, samples: &mut Samples) -> Result<()> {
    let drag = page.ask("bench.findDrag(args[0])", vec![json!(backwards)]).await?;
    let (Some(from), Some(to)) = (drag.get("start"), drag.get("end")) else {
        anyhow::bail!("there is no card that can be dragged into the column beside it");
    };
    let (from, to) = (point(from)?, point(to)?);
    page.mouse("mouseMoved", from, false).await?;
    page.mouse("mousePressed", from, true).await?;
    for step in 1..=MOVES {
        let share = f64::from(step) / f64::from(MOVES);
        let here =
            Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
        page.mouse("mouseMoved", here, true).await?;
        tokio::time::sleep(Duration::from_millis(16)).await;
    }
    tokio::time::sleep(REST).await;
    let card = ["id", "key"].map(|key| drag.get(key).cloned().unwrap_or_default());
    page.ask("bench.expectDrop(...args)", card.to_vec()).await?;
    let busy = page.busy().await?;
    page.mouse("mouseReleased", to, false).await?;
    tokio::time::sleep(REST).await;
    samples.add("drop_cpu", page.busy().await? - busy);
    let done = "bench.reaction.painted && bench.reaction.saved && bench.reaction";
    let times = page.wait("the dropped card to be shown and saved", done, LIMIT).await?;
    samples.add("drop_saved", number(&times, "saved")? - number(&times, "began")?);
    add_reaction(&times, DROP, samples)
}

/// Types one letter into the empty search and empties it again.
async fn type_letter(page: &Page<'_>, letter: char, samples: &mut Samples) -> Result<()> {
    let before = page.ask("bench.counts()", vec![]).await?;
    page.ask("document.querySelector('[data-testid=search]').focus()", vec![]).await?;
    page.ask("bench.expectSearch()", vec![]).await?;
    tokio::time::sleep(REST).await;
    let busy = page.busy().await?;
    page.key(letter).await?;
    tokio::time::sleep(REST).await;
    samples.add("key_cpu", page.busy().await? - busy);
    let done = "bench.reaction.painted && bench.reaction";
    let awaited = format!("the counts to change after typing {letter:?}");
    let times = page.wait(&awaited, done, LIMIT).await?;
    add_reaction(&times, KEY, samples)?;
    page.ask("bench.emptySearch()", vec![]).await?;
    let same = format!("bench.counts() === {before}");
    page.wait("the search to be empty again", &same, LIMIT).await?;
    page.ask("document.activeElement.blur()", vec![]).await?;
    Ok(())
}

/// The ways to say how long a reaction took; see [`super::figures::FIGURES`].
fn add_reaction(times: &Value, figures: Reaction, samples: &mut Samples) -> Result<()> {
    let spans = [
        ("began", "painted"),
        ("began", "framed"),
        ("began", "worked"),
        ("entered", "worked"),
        ("frameBegan", "framed"),
    ];
    for (figure, (from, to)) in figures.into_iter().zip(spans) {
        samples.add(figure, number(times, to)? - number(times, from)?);
    }
    Ok(())
}

/// Scrolls the longest column with the wheel.
async fn scroll(page: &Page<'_>, samples: &mut Samples) -> Result<()> {
    let place = point(&page.ask("bench.longestColumn()", vec![]).await?)?;
    let (distance, speed) = SCROLL;
    page.ask("bench.countFrames()", vec![]).await?;
    let gesture = json!({
        "x": place.x, "y": place.y, "yDistance": distance, "speed": speed,
        "gestureSourceType": "mouse",
    });
    page.devtools("Input.synthesizeScrollGesture", gesture).await?;
    let frames = page.ask("bench.stopFrames()", vec![]).await?;
    ensure!(number(&frames, "scrolled")? > 0.0, "the page did not scroll");
    samples.add("scroll_task", number(&frames, "task")?);
    samples.add("scroll_gap", number(&frames, "gap")?);
    Ok(())
}

/// What the page holds after all that, garbage taken out.
async fn weigh(page: &Page<'_>, samples: &mut Samples) -> Result<()> {
    tokio::time::sleep(REST).await;
    let nodes = page.ask("bench.nodes()", vec![]).await?;
    samples.add("nodes", nodes.as_f64().context("no number of elements")?);
    page.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    let heap = page.metric("JSHeapUsedSize").await?;
    let wasm = page.ask("bench.wasmBytes()", vec![]).await?;
    let wasm = wasm.as_f64().filter(|bytes| *bytes > 0.0).context("no wasm memory was seen")?;
    samples.add("memory", (heap + wasm) / MEGABYTE);
    samples.add("wasm", wasm / MEGABYTE);
    Ok(())
}
