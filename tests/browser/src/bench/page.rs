//! A tab with the probe in it: opened for one load, closed after it.

use std::net::TcpStream;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::WindowHandle;

use crate::pointer::Point;
use crate::stage::Stage;

const PROBE: &str = include_str!("probe.js");
/// The size of the window of a person at a desk.
const WINDOW: (u32, u32) = (1440, 900);
/// Asking the page costs it time, so it is not asked too often.
const PAUSE: Duration = Duration::from_millis(50);
/// Twice as many as a browser has to one server.
const CONNECTIONS: usize = 12;

/// Which caches a load may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caches {
    /// None: as on the very first visit, except for what the app itself has stored.
    Emptied,
    /// All: as on any other day.
    Kept,
}

/// A tab of its own, so that nothing of an earlier page is left in its process.
pub struct Page<'a> {
    stage: &'a Stage,
    home: WindowHandle,
}

impl<'a> Page<'a> {
    /// Opens an empty tab.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn open(stage: &'a Stage) -> Result<Self> {
        let home = stage.this_tab().await?;
        let tab = stage.driver()?.new_tab().await.context("no tab could be opened")?;
        stage.go_to_tab(&tab).await?;
        let page = Self { stage, home };
        // A tab that nobody sees is not painted.
        page.devtools("Page.bringToFront", json!({})).await?;
        let (width, height) = WINDOW;
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        page.devtools("Emulation.setDeviceMetricsOverride", size).await?;
        page.devtools("Performance.enable", json!({})).await?;
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PROBE })).await?;
        Ok(page)
    }

    /// Loads an address.
    ///
    /// # Errors
    /// When the page does not load.
    pub async fn load(&self, address: &str, caches: Caches) -> Result<()> {
        self.devtools("Network.enable", json!({})).await?;
        if caches == Caches::Emptied {
            self.devtools("Network.clearBrowserCache", json!({})).await?;
            let kinds = "cache_storage,service_workers";
            let origin = json!({ "origin": address, "storageTypes": kinds });
            self.devtools("Storage.clearDataForOrigin", origin).await?;
        }
        let disabled = json!({ "cacheDisabled": caches == Caches::Emptied });
        self.devtools("Network.setCacheDisabled", disabled).await?;
        ready_server(address).await?;
        let loaded = self.stage.driver()?.goto(address).await;
        loaded.with_context(|| format!("{address} did not load"))
    }

    /// Closes the tab and goes back to the one it was opened from.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn close(self) -> Result<()> {
        self.stage.close_tab(&self.home).await
    }

    /// What finds and acts.
    pub fn stage(&self) -> &Stage {
        self.stage
    }

    /// The value of an expression in the page; `args` in it are the values given.
    ///
    /// # Errors
    /// When it throws.
    pub async fn ask(&self, expression: &str, values: Vec<Value>) -> Result<Value> {
        let script = format!("const bench = rapportBench, args = arguments; return {expression}");
        self.stage.script(&script, values).await
    }

    /// Waits until an expression is neither null nor false, and gives it.
    ///
    /// # Errors
    /// When it does not happen in time.
    pub async fn wait(&self, awaited: &str, expression: &str, limit: Duration) -> Result<Value> {
        let start = Instant::now();
        loop {
            tokio::time::sleep(PAUSE).await;
            let value = self.ask(expression, vec![]).await?;
            if !matches!(value, Value::Null | Value::Bool(false)) {
                return Ok(value);
            }
            if start.elapsed() > limit {
                bail!("waited {} s in vain for {awaited}", limit.as_secs());
            }
        }
    }

    /// A command of the developer tools.
    ///
    /// # Errors
    /// When it fails.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        self.stage.devtools(method, parameters).await
    }

    /// How many milliseconds of a processor the page's main thread has used so far. Unlike the
    /// clock, this hardly depends on what else the machine is doing.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn busy(&self) -> Result<f64> {
        Ok(self.metric("ThreadTime").await? * 1_000.0)
    }

    /// One of Chromium's own figures about the page.
    ///
    /// # Errors
    /// When there is none of that name.
    pub async fn metric(&self, name: &str) -> Result<f64> {
        let answer = self.devtools("Performance.getMetrics", json!({})).await?;
        let metrics = answer.get("metrics").and_then(Value::as_array).into_iter().flatten();
        let mut named = metrics.filter(|metric| metric.get("name") == Some(&json!(name)));
        number(named.next().with_context(|| format!("there is no {name}"))?, "value")
    }

    /// One event of the mouse; `held` is whether its button is down.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn mouse(&self, kind: &str, place: Point, held: bool) -> Result<()> {
        let (button, buttons) = match kind {
            "mouseMoved" if !held => ("none", 0),
            "mouseReleased" => ("left", 0),
            _ => ("left", 1),
        };
        let event = json!({
            "type": kind, "x": place.x, "y": place.y, "button": button, "buttons": buttons,
            "clickCount": u8::from(kind != "mouseMoved"), "pointerType": "mouse",
        });
        self.devtools("Input.dispatchMouseEvent", event).await.map(|_| ())
    }

    /// A letter's key, down and up.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn key(&self, letter: char) -> Result<()> {
        let upper = letter.to_ascii_uppercase();
        for kind in ["keyDown", "keyUp"] {
            let mut event = json!({
                "type": kind, "key": letter.to_string(), "code": format!("Key{upper}"),
                "windowsVirtualKeyCode": u32::from(upper),
            });
            if let (Some(event), "keyDown") = (event.as_object_mut(), kind) {
                event.insert("text".to_owned(), json!(letter.to_string()));
            }
            self.devtools("Input.dispatchKeyEvent", event).await?;
        }
        Ok(())
    }
}

/// Has the server start more threads than a browser opens connections. Its library gives a thread
/// to each connection, but counts those that wait as free for any number of connections that come
/// at once, so that one of them may wait until another is closed.
async fn ready_server(address: &str) -> Result<()> {
    let host = address.trim_start_matches("http://").split('/').next().unwrap_or_default();
    let mut connections = Vec::new();
    for _ in 0..CONNECTIONS {
        connections.push(TcpStream::connect(host).context("the server does not answer")?);
        tokio::time::sleep(Duration::from_millis(3)).await;
    }
    drop(connections);
    tokio::time::sleep(PAUSE).await;
    Ok(())
}

/// A number in an answer.
///
/// # Errors
/// When there is none.
pub fn number(answer: &Value, key: &str) -> Result<f64> {
    let number = answer.get(key).and_then(Value::as_f64);
    number.with_context(|| format!("the page gave no {key} but {answer}"))
}

/// A place in an answer.
///
/// # Errors
/// When there is none.
pub fn point(answer: &Value) -> Result<Point> {
    Ok(Point { x: number(answer, "x")?, y: number(answer, "y")? })
}
