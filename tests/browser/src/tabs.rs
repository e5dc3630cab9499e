//! Several windows on the same data, and how large they are.

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::{WebDriver, WindowHandle};
use xtask::arguments::Engine;

use crate::stage::Stage;

impl Stage {
    /// The tab in use, to come back to it.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn this_tab(&self) -> Result<WindowHandle> {
        self.driver()?.window().await.context("no window")
    }

    /// Opens the app in another tab and goes there.
    ///
    /// # Errors
    /// When the browser opens none or the page does not load.
    pub async fn open_tab(&mut self, fragment: &str) -> Result<WindowHandle> {
        let tab = self.driver()?.new_tab().await.context("no other tab could be opened")?;
        self.go_to_tab(&tab).await?;
        if let Some((width, height)) = self.wanted_viewport() {
            self.viewport(width, height).await?;
        }
        self.open(fragment).await?;
        Ok(tab)
    }

    /// Goes to a tab.
    ///
    /// # Errors
    /// When it was closed.
    pub async fn go_to_tab(&self, tab: &WindowHandle) -> Result<()> {
        self.driver()?.switch_to_window(tab.clone()).await.context("the tab is gone")
    }

    /// Closes this tab and goes to another one.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn close_tab(&self, then: &WindowHandle) -> Result<()> {
        self.driver()?.close_window().await.context("the tab could not be closed")?;
        self.go_to_tab(then).await
    }

    /// Leaves one empty tab, for the next story.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn tidy_up(&self) -> Result<()> {
        let driver = self.driver()?;
        let mut tabs = driver.windows().await?;
        let last = tabs.pop().context("no window is open")?;
        for tab in tabs {
            driver.switch_to_window(tab).await?;
            driver.close_window().await?;
        }
        driver.switch_to_window(last).await?;
        if self.engine() == Engine::Chromium {
            let no_screen = json!({ "enabled": false });
            self.devtools("Emulation.setTouchEmulationEnabled", no_screen).await?;
        }
        driver.goto("about:blank").await?;
        Ok(())
    }
}

/// Gives the page exactly this many CSS pixels.
pub(crate) async fn resize(
    driver: &WebDriver,
    engine: Engine,
    width: u32,
    height: u32,
) -> Result<()> {
    if engine == Engine::Chromium {
        // A window cannot be as narrow as a phone; the page inside it can.
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        let resized = driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await;
        return resized.map(|_| ()).context("the window could not be resized");
    }
    let mut inner = inner_size(driver).await?;
    for _ in 0..5 {
        if inner == (width, height) {
            return Ok(());
        }
        let outer = driver.get_window_rect().await?;
        let grown = |outer: i64, inner: u32, wanted: u32| {
            u32::try_from(outer + i64::from(wanted) - i64::from(inner)).unwrap_or(wanted)
        };
        let wanted_outer =
            (grown(outer.width, inner.0, width), grown(outer.height, inner.1, height));
        driver.set_window_rect(0, 0, wanted_outer.0, wanted_outer.1).await?;
        inner = settled_size(driver, (width, height)).await?;
    }
    anyhow::bail!("{engine} cannot show {width} × {height} pixels, only {} × {}", inner.0, inner.1)
}

/// The page's size once the window has taken its new one, which takes a moment.
async fn settled_size(driver: &WebDriver, wanted: (u32, u32)) -> Result<(u32, u32)> {
    for _ in 0..8 {
        let size = inner_size(driver).await?;
        if size == wanted {
            return Ok(size);
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    inner_size(driver).await
}

async fn inner_size(driver: &WebDriver) -> Result<(u32, u32)> {
    let answer = driver.execute("return [innerWidth, innerHeight]", vec![]).await?;
    answer.convert().context("the window has no size")
}
