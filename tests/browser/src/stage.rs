//! Where a story plays: a browser window on the built files, served from an origin of its own.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use thirtyfour::WebDriver;
use xtask::arguments::Engine;
use xtask::serve_files::FileServer;

use crate::browser::Browser;
use crate::origin::fresh_origin;
use crate::waiting::until;

/// A story's window. Finding is in [`crate::finding`], acting in [`crate::acting`].
pub struct Stage {
    browser: Browser,
    server: FileServer,
    dist: PathBuf,
    shots: Option<PathBuf>,
    viewport: Option<(u32, u32)>,
    console_start: u64,
}

impl Stage {
    /// A fresh origin in a running browser. `shots` is where [`Stage::shot`] saves.
    ///
    /// # Errors
    /// When the files cannot be served or the browser does not answer.
    pub async fn new(browser: Browser, dist: &Path, shots: Option<PathBuf>) -> Result<Self> {
        let server = fresh_origin(dist, "/")?;
        let dist = dist.to_owned();
        let mut stage = Self { browser, server, dist, shots, viewport: None, console_start: 0 };
        stage.forget_console().await?;
        stage.viewport(1440, 900).await?;
        Ok(stage)
    }

    /// Gives the browser back.
    pub fn into_browser(self) -> Browser {
        self.browser
    }

    /// The engine the story plays in.
    pub fn engine(&self) -> Engine {
        self.browser.engine()
    }

    /// The browser.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// The WebDriver session, for what the stage has no word for.
    ///
    /// # Errors
    /// When the browser was ended.
    pub fn driver(&self) -> Result<&WebDriver> {
        self.browser.session()
    }

    /// The address of the app, with a slash at its end.
    pub fn base(&self) -> String {
        self.server.address()
    }

    /// Opens the app at a fragment such as `#/board`; the empty one opens it as it comes.
    ///
    /// # Errors
    /// When the page does not load.
    pub async fn open(&self, fragment: &str) -> Result<()> {
        let address = format!("{}{fragment}", self.base());
        self.driver()?.goto(&address).await.with_context(|| format!("{address} did not load"))?;
        self.listen_to_console().await
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// When the page does not load.
    pub async fn reload(&self) -> Result<()> {
        self.driver()?.refresh().await.context("the page did not load again")?;
        self.listen_to_console().await
    }

    /// The fragment of the address, `#` included.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn fragment(&self) -> Result<String> {
        Ok(self.script("return location.hash", vec![]).await?.as_str().unwrap_or_default().into())
    }

    /// Kills the browser and starts it again with the same profile.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn kill_browser(&mut self) -> Result<()> {
        self.kill_browser_and(|_| Ok(())).await
    }

    /// The same; meanwhile something happens to the profile.
    ///
    /// # Errors
    /// When that fails, or the browser does not start.
    pub async fn kill_browser_and<T>(
        &mut self,
        then: impl FnOnce(&Path) -> Result<T>,
    ) -> Result<T> {
        self.browser.kill(then).await
    }

    /// Runs a script in the page; `arguments` are its arguments, `return` gives its result.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let answer = self.driver()?.execute(script, arguments).await.context("a script failed")?;
        Ok(answer.json().clone())
    }

    /// Runs a script that calls its last argument with its result.
    ///
    /// # Errors
    /// When the script throws or does not call back in time.
    pub async fn script_with_callback(&self, script: &str, values: Vec<Value>) -> Result<Value> {
        let answer = self.driver()?.execute_async(script, values).await;
        Ok(answer.context("a script failed")?.json().clone())
    }

    /// Waits until a script's expression is truthy, and gives it.
    ///
    /// # Errors
    /// When it does not happen in time.
    pub async fn until(&self, awaited: &str, expression: &str) -> Result<Value> {
        let script = format!("return {expression}");
        until(awaited, || async {
            let value = self.script(&script, vec![]).await?;
            let truthy = !matches!(&value, Value::Null | Value::Bool(false))
                && value.as_f64() != Some(0.0)
                && value.as_str() != Some("");
            Ok(truthy.then_some(value))
        })
        .await
    }

    /// Closes the browser and opens it again the next day: same profile, same origin.
    ///
    /// # Errors
    /// In WebKit, which keeps no profile; or when it does not start.
    pub async fn restart_browser(&mut self) -> Result<()> {
        self.browser.restart().await?;
        self.forget_console().await?;
        match self.viewport {
            Some((width, height)) => self.viewport(width, height).await,
            None => Ok(()),
        }
    }

    /// Serves the app again under a path such as `/some/where/`, at a new origin.
    ///
    /// # Errors
    /// When the files cannot be served.
    pub fn serve_under(&mut self, mount: &str) -> Result<()> {
        self.server = fresh_origin(&self.dist, mount)?;
        Ok(())
    }

    /// Serves another directory instead of the app, at a new origin.
    ///
    /// # Errors
    /// When the files cannot be served.
    pub fn serve(&mut self, directory: &Path) -> Result<()> {
        self.server = fresh_origin(directory, "/")?;
        Ok(())
    }

    /// The paths asked for at this origin so far.
    pub fn requested(&self) -> Vec<String> {
        self.server.requested()
    }

    /// Gives the page exactly this many CSS pixels.
    ///
    /// # Errors
    /// When the browser cannot make its window so small or large.
    pub async fn viewport(&mut self, width: u32, height: u32) -> Result<()> {
        self.viewport = Some((width, height));
        crate::tabs::resize(self.driver()?, self.engine(), width, height).await
    }

    /// The size asked for last.
    pub(crate) fn wanted_viewport(&self) -> Option<(u32, u32)> {
        self.viewport
    }

    /// Saves a picture of the window as `NAME.png` if the run was asked for pictures.
    ///
    /// # Errors
    /// When it cannot be taken or saved.
    pub async fn shot(&self, name: &str) -> Result<()> {
        let Some(directory) = &self.shots else {
            return Ok(());
        };
        let directory = directory.join(self.engine().name());
        std::fs::create_dir_all(&directory).context("no place for pictures")?;
        self.driver()?
            .screenshot(&directory.join(format!("{name}.png")))
            .await
            .with_context(|| format!("no picture {name}"))
    }

    pub(crate) fn console_start(&self) -> u64 {
        self.console_start
    }

    pub(crate) fn set_console_start(&mut self, start: u64) {
        self.console_start = start;
    }
}
