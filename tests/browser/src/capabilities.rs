//! How each engine is asked to start: quiet, in English, with a profile of its own.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::Capabilities;
use xtask::arguments::Engine;
use xtask::setup::browsers;

/// Lets Firefox's window become as narrow as a phone.
const FIREFOX_STYLE: &str = ":root { min-width: 0 !important; min-height: 0 !important; }\n";
/// The same for MiniBrowser, whose tool bar would keep it wide.
const GTK_STYLE: &str = "\
window > box > *:not(notebook) * {
  min-width: 0; min-height: 0; padding: 0; margin: 0; font-size: 1px;
  -gtk-icon-transform: scale(0);
}
";

/// Where a browser keeps its things.
#[derive(Debug)]
pub struct Places {
    /// The profile; lasts as long as its story.
    pub profile: PathBuf,
    /// Where downloads go.
    pub downloads: PathBuf,
}

impl Places {
    /// Writes the settings that are files, not capabilities.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn furnish(&self, engine: Engine) -> Result<()> {
        match engine {
            Engine::Chromium => Ok(()),
            Engine::Firefox => write(&self.profile.join("chrome/userChrome.css"), FIREFOX_STYLE),
            Engine::WebKit => {
                let downloads = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", self.downloads.display());
                write(&self.profile.join("user-dirs.dirs"), &downloads)?;
                write(&self.profile.join("gtk-3.0/gtk.css"), GTK_STYLE)?;
                write(&self.profile.join("gtk-4.0/gtk.css"), GTK_STYLE)
            }
        }
    }
}

fn write(file: &Path, text: &str) -> Result<()> {
    let directory = file.parent().context("a file without a directory")?;
    fs::create_dir_all(directory)
        .and_then(|()| fs::write(file, text))
        .with_context(|| format!("{} cannot be written", file.display()))
}

/// The wishes for a new session.
///
/// # Errors
/// When the browser is not installed.
pub fn capabilities(engine: Engine, places: &Places) -> Result<Capabilities> {
    let wishes = match engine {
        Engine::Chromium => chromium(places)?,
        Engine::Firefox => firefox(places)?,
        Engine::WebKit => webkit()?,
    };
    match wishes {
        Value::Object(map) => Ok(Capabilities::from(map)),
        _ => anyhow::bail!("capabilities are an object"),
    }
}

fn chromium(places: &Places) -> Result<Value> {
    let binary = browsers::chromium().context("Chromium is not installed")?;
    let profile = format!("--user-data-dir={}", shown(&places.profile));
    Ok(json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": binary,
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                "--no-first-run", "--no-default-browser-check", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                "--disable-search-engine-choice-screen", "--lang=en-US",
                "--force-color-profile=srgb", "--window-size=1440,900", profile,
            ],
            "prefs": {
                "intl.accept_languages": "en-US,en",
                "download.default_directory": places.downloads,
                "download.prompt_for_download": false,
            },
        },
    }))
}

fn firefox(places: &Places) -> Result<Value> {
    let binary = browsers::firefox().context("Firefox is not installed")?;
    Ok(json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": binary,
            "args": ["-headless", "-profile", places.profile],
            "prefs": {
                "app.normandy.enabled": false,
                "app.shield.optoutstudies.enabled": false,
                "app.update.enabled": false,
                "browser.contentblocking.report.lockwise.enabled": false,
                "browser.download.dir": places.downloads,
                "browser.download.folderList": 2,
                "browser.download.alwaysOpenPanel": false,
                "browser.newtabpage.enabled": false,
                "browser.region.update.enabled": false,
                "browser.safebrowsing.malware.enabled": false,
                "browser.safebrowsing.phishing.enabled": false,
                "browser.search.update": false,
                "browser.shell.checkDefaultBrowser": false,
                "browser.startup.page": 0,
                "datareporting.healthreport.uploadEnabled": false,
                "datareporting.policy.dataSubmissionEnabled": false,
                // Console messages go to the driver's output, where `console` reads them.
                "devtools.console.stdout.content": true,
                "browser.dom.window.dump.enabled": true,
                "extensions.getAddons.cache.enabled": false,
                "extensions.update.enabled": false,
                "intl.accept_languages": "en-US,en",
                "media.gmp-manager.updateEnabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "network.dns.disablePrefetch": true,
                "network.prefetch-next": false,
                "services.settings.server": "data:,",
                "toolkit.legacyUserProfileCustomizations.stylesheets": true,
                "toolkit.telemetry.enabled": false,
                "toolkit.telemetry.server": "data:,",
                "toolkit.telemetry.unified": false,
            },
        },
    }))
}

fn webkit() -> Result<Value> {
    let binary = browsers::mini_browser().context("WebKitGTK's MiniBrowser is not installed")?;
    Ok(json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {
            "binary": binary,
            "args": ["--automation"],
        },
    }))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
