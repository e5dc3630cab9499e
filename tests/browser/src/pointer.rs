//! Mouse and finger: dragging from one thing to another the way a hand does, in small moves.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use xtask::arguments::Engine;

use crate::finding::Wanted;
use crate::stage::Stage;

/// Moves between start and end of a drag; each gives the page one event.
const MOVES: u32 = 8;
const MOVE_MS: u32 = 16;

/// A place in the window, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

impl Stage {
    /// Drags one thing onto another with the mouse.
    ///
    /// # Errors
    /// When one of them is not there or not in the window.
    pub async fn drag(&self, from: Wanted, to: Wanted) -> Result<()> {
        self.bring_into_view(from.clone()).await?;
        let (start, end) = (self.middle_of(from).await?, self.middle_of(to).await?);
        self.drag_between(start, end).await
    }

    /// Drags with the mouse from one place to another.
    ///
    /// # Errors
    /// When the browser refuses the moves.
    pub async fn drag_between(&self, start: Point, end: Point) -> Result<()> {
        self.takes_input().await?;
        self.perform(pointer_path("mouse", start, end, Duration::from_millis(60))).await
    }

    /// Presses the mouse and moves it, but does not let go; [`Stage::let_go`] does.
    ///
    /// # Errors
    /// When the browser refuses the moves.
    pub async fn drag_without_drop(&self, start: Point, end: Point) -> Result<()> {
        self.takes_input().await?;
        let mut actions = vec![move_to(start, 0), json!({ "type": "pointerDown", "button": 0 })];
        actions.extend(steps(start, end).map(|point| move_to(point, MOVE_MS)));
        self.perform(source("mouse", actions)).await
    }

    /// Lets go of the mouse.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn let_go(&self) -> Result<()> {
        self.perform(source("mouse", vec![json!({ "type": "pointerUp", "button": 0 })])).await
    }

    /// Moves the mouse over something.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn hover(&self, wanted: Wanted) -> Result<()> {
        self.bring_into_view(wanted.clone()).await?;
        let middle = self.middle_of(wanted).await?;
        self.perform(source("mouse", vec![move_to(middle, MOVE_MS)])).await
    }

    /// Drags one thing onto another with a finger that first rests on it for `hold`.
    ///
    /// # Errors
    /// In WebKit, whose driver has no finger; or when one of them is not there.
    pub async fn touch_drag(&self, from: Wanted, to: Wanted, hold: Duration) -> Result<()> {
        self.bring_into_view(from.clone()).await?;
        let (start, end) = (self.middle_of(from).await?, self.middle_of(to).await?);
        self.touch_between(start, end, hold).await
    }

    /// Drags with a finger from one place to another, resting for `hold` at the start.
    ///
    /// # Errors
    /// In WebKit, whose driver has no finger; or when the browser refuses the moves.
    pub async fn touch_between(&self, start: Point, end: Point, hold: Duration) -> Result<()> {
        self.takes_input().await?;
        match self.engine() {
            Engine::Chromium => self.touch_through_devtools(start, end, hold).await,
            Engine::Firefox => self.perform(pointer_path("touch", start, end, hold)).await,
            Engine::WebKit => bail!("the driver of WebKit has no finger"),
        }
    }

    /// Taps something with a finger.
    ///
    /// # Errors
    /// In WebKit, whose driver has no finger; or when it is not there.
    pub async fn tap(&self, wanted: Wanted) -> Result<()> {
        self.takes_input().await?;
        self.bring_into_view(wanted.clone()).await?;
        let middle = self.middle_of(wanted).await?;
        match self.engine() {
            Engine::Chromium => {
                self.touch_event("touchStart", Some(middle)).await?;
                self.touch_event("touchEnd", None).await
            }
            Engine::Firefox => {
                let down = json!({ "type": "pointerDown", "button": 0 });
                let up = json!({ "type": "pointerUp", "button": 0 });
                self.perform(source("touch", vec![move_to(middle, 0), down, up])).await
            }
            Engine::WebKit => bail!("the driver of WebKit has no finger"),
        }
    }

    /// A command of Chromium's developer tools.
    ///
    /// # Errors
    /// In other engines, or when it fails.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        anyhow::ensure!(self.engine() == Engine::Chromium, "only Chromium has {method}");
        let answer = self.driver()?.cdp().send_raw(method, parameters).await;
        answer.with_context(|| format!("{method} failed"))
    }

    /// The middle of something, in the window.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn middle_of(&self, wanted: Wanted) -> Result<Point> {
        let element = self.find(wanted.clone()).await?.to_json()?;
        // Of what is taller than the window, the middle of what is seen of it.
        let script = "const box = arguments[0].getBoundingClientRect();
            const middle = (from, to, most) => to <= 0 || from >= most
                ? (from + to) / 2 : (Math.max(from, 0) + Math.min(to, most)) / 2;
            return [middle(box.left, box.right, innerWidth),
                middle(box.top, box.bottom, innerHeight)]";
        let middle = self.script(script, vec![element]).await?;
        let coordinate = |index| middle.get(index).and_then(Value::as_f64);
        let (x, y) = coordinate(0).zip(coordinate(1)).context("no box")?;
        Ok(Point { x, y })
    }

    async fn bring_into_view(&self, wanted: Wanted) -> Result<()> {
        let element = self.find(wanted).await?.to_json()?;
        let script = "arguments[0].scrollIntoView({ block: 'nearest', inline: 'nearest',
            behavior: 'instant' })";
        self.script(script, vec![element]).await.map(|_| ())
    }

    async fn touch_through_devtools(&self, start: Point, end: Point, hold: Duration) -> Result<()> {
        self.touch_event("touchStart", Some(start)).await?;
        tokio::time::sleep(hold).await;
        for point in steps(start, end) {
            self.touch_event("touchMove", Some(point)).await?;
            tokio::time::sleep(Duration::from_millis(MOVE_MS.into())).await;
        }
        // A finger lifted in full swing flings, and the next tap would only stop the fling.
        tokio::time::sleep(Duration::from_millis(120)).await;
        self.touch_event("touchMove", Some(end)).await?;
        self.touch_event("touchEnd", None).await
    }

    async fn touch_event(&self, kind: &str, point: Option<Point>) -> Result<()> {
        if kind == "touchStart" {
            // Without a touch screen Chromium makes no tap out of touches.
            let screen = json!({ "enabled": true, "maxTouchPoints": 1 });
            self.devtools("Emulation.setTouchEmulationEnabled", screen).await?;
        }
        let points: Vec<_> =
            point.iter().map(|point| json!({ "x": point.x, "y": point.y, "id": 1 })).collect();
        let parameters = json!({ "type": kind, "touchPoints": points });
        self.devtools("Input.dispatchTouchEvent", parameters).await.map(|_| ())
    }
}

/// Press, rest, move in small steps, let go.
fn pointer_path(kind: &str, start: Point, end: Point, hold: Duration) -> Value {
    let mut actions = vec![
        move_to(start, 0),
        json!({ "type": "pointerDown", "button": 0 }),
        json!({ "type": "pause", "duration": hold.as_millis() as u64 }),
    ];
    actions.extend(steps(start, end).map(|point| move_to(point, MOVE_MS)));
    actions.push(json!({ "type": "pause", "duration": 60 }));
    actions.push(json!({ "type": "pointerUp", "button": 0 }));
    source(kind, actions)
}

fn source(kind: &str, actions: Vec<Value>) -> Value {
    let pointer = json!({ "pointerType": kind });
    json!([{ "type": "pointer", "id": kind, "parameters": pointer, "actions": actions }])
}

/// WebDriver wants whole pixels.
fn move_to(point: Point, duration: u32) -> Value {
    let (x, y) = (point.x.round() as i64, point.y.round() as i64);
    json!({ "type": "pointerMove", "origin": "viewport", "duration": duration, "x": x, "y": y })
}

fn steps(start: Point, end: Point) -> impl Iterator<Item = Point> {
    (1..=MOVES).map(move |step| {
        let share = f64::from(step) / f64::from(MOVES);
        Point { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drag_ends_exactly_at_its_end() {
        let (start, end) = (Point { x: 1.0, y: 2.0 }, Point { x: 101.0, y: 52.0 });
        let path: Vec<_> = steps(start, end).collect();
        assert_eq!(path.len(), MOVES as usize);
        assert_eq!(path.last(), Some(&end));
    }
}
