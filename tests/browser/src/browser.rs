//! One browser with its driver: started with a fresh profile, ended without leaving anything.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};
use thirtyfour::{TimeoutConfiguration, WebDriver};
use xtask::arguments::Engine;
use xtask::setup::browsers;

use crate::capabilities::{Places, capabilities};
use crate::driver_process::{DriverProcess, free_port};
use crate::scratch::ScratchDirectory;

const PATIENCE: Duration = Duration::from_secs(30);

/// A running browser.
pub struct Browser {
    engine: Engine,
    session: Option<WebDriver>,
    // In the order of dropping: driver first, then its display, then the files.
    driver_process: Option<DriverProcess>,
    _display: Option<DriverProcess>,
    log: PathBuf,
    places: Places,
    scratch: ScratchDirectory,
}

impl Browser {
    /// Starts a browser with an empty profile.
    ///
    /// # Errors
    /// When the browser or its driver cannot be started.
    pub async fn start(engine: Engine) -> Result<Self> {
        let scratch = ScratchDirectory::new()?;
        let places =
            Places { profile: scratch.inside("profile")?, downloads: scratch.inside("downloads")? };
        places.furnish(engine)?;
        let log = scratch.path().join("driver.log");
        let display = match engine {
            Engine::WebKit => {
                Some(DriverProcess::start_display(&mut Command::new(browsers::program("Xvfb")?))?)
            }
            _ => None,
        };
        let mut browser = Self {
            engine,
            session: None,
            driver_process: None,
            _display: None,
            log,
            places,
            scratch,
        };
        let name = display.map(|(process, name)| {
            browser._display = Some(process);
            name
        });
        browser.connect(name.as_deref()).await?;
        Ok(browser)
    }

    /// Ends the browser and starts it again with the same profile, as a person does the next day.
    ///
    /// # Errors
    /// In WebKit, which forgets everything when it is driven; or when it does not start.
    pub async fn restart(&mut self) -> Result<()> {
        anyhow::ensure!(self.engine != Engine::WebKit, "a driven WebKit keeps no profile");
        self.disconnect().await;
        self.connect(None).await
    }

    /// Kills the browser as a crash does, lets something be done to its profile, and starts it
    /// again.
    ///
    /// # Errors
    /// In WebKit, which forgets everything when it is driven; or when it does not start.
    pub async fn kill<T>(&mut self, then: impl FnOnce(&Path) -> Result<T>) -> Result<T> {
        anyhow::ensure!(self.engine != Engine::WebKit, "a driven WebKit keeps no profile");
        if let Some(session) = self.session.take() {
            // Nobody is there any more to say goodbye to.
            let _ = session.leak();
        }
        if let Some(driver) = self.driver_process.take() {
            driver.kill();
        }
        for name in ["SingletonLock", "SingletonCookie", "SingletonSocket", "lock", ".parentlock"] {
            // Most of them are not there.
            let _ = std::fs::remove_file(self.places.profile.join(name));
        }
        let done = then(&self.places.profile)?;
        self.connect(None).await?;
        Ok(done)
    }

    /// Ends the browser in an orderly way.
    pub async fn close(mut self) {
        self.disconnect().await;
    }

    /// The engine it runs.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The WebDriver session.
    ///
    /// # Errors
    /// When the browser was ended.
    pub fn session(&self) -> Result<&WebDriver> {
        self.session.as_ref().context("the browser is not running")
    }

    /// Where downloads go.
    pub fn downloads(&self) -> &Path {
        &self.places.downloads
    }

    /// What driver and browser print.
    pub fn log(&self) -> &Path {
        &self.log
    }

    async fn connect(&mut self, display: Option<&str>) -> Result<()> {
        let port = free_port()?;
        let mut command = driver_command(self.engine, port)?;
        command.env("TMPDIR", self.scratch.path()).envs([
            ("LANG", "en_US.UTF-8"),
            ("LANGUAGE", "en_US:en"),
            ("TZ", "Europe/Berlin"),
        ]);
        if let Some(display) = display {
            command
                .env("DISPLAY", display)
                .env_remove("WAYLAND_DISPLAY")
                .env("XDG_CONFIG_HOME", &self.places.profile);
        }
        self.driver_process = Some(DriverProcess::start_driver(&mut command, port, &self.log)?);
        let session = WebDriver::builder(
            format!("http://127.0.0.1:{port}"),
            capabilities(self.engine, &self.places)?,
        )
        .request_timeout(Duration::from_secs(90))
        .await
        .with_context(|| format!("{} did not start", self.engine))?;
        let limits =
            TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE), Some(Duration::ZERO));
        session.update_timeouts(limits).await.context("timeouts were refused")?;
        self.session = Some(session);
        Ok(())
    }

    async fn disconnect(&mut self) {
        if let Some(session) = self.session.take() {
            // A browser that does not answer any more is ended with its driver below.
            let _ = tokio::time::timeout(Duration::from_secs(5), session.quit()).await;
        }
        self.driver_process = None;
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // Without this the session would try to say goodbye to a driver that is just ending.
            let _ = session.leak();
        }
    }
}

fn driver_command(engine: Engine, port: u16) -> Result<Command> {
    let mut command = match engine {
        Engine::Chromium => Command::new(browsers::program("chromedriver")?),
        Engine::Firefox => Command::new(browsers::program("geckodriver")?),
        Engine::WebKit => Command::new(browsers::program("WebKitWebDriver")?),
    };
    command.arg(format!("--port={port}"));
    match engine {
        Engine::Chromium => {}
        Engine::Firefox => {
            command.args(["--websocket-port", "0"]);
        }
        Engine::WebKit if browsers::is_root() => {
            // Its sandbox cannot be set up by root, as in a container; only our own page is shown.
            command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        }
        Engine::WebKit => {}
    }
    Ok(command)
}
