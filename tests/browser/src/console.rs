//! What the page complained about in the console since the story began.
//!
//! Chromium's driver has a log and Firefox prints the console to its driver's output. A driven
//! WebKit does neither, so there the page's complaints are written down from the moment it loaded.

use std::fs;

use anyhow::{Context, Result};
use xtask::arguments::Engine;

use crate::stage::Stage;

/// Keeps what the page complains about, in pages whose engine has no log.
const WRITE_DOWN: &str = "
if (!window.complaints) {
  window.complaints = [];
  const original = console.error;
  console.error = (...words) => { window.complaints.push(words.join(' ')); original(...words); };
  addEventListener('error', (event) => window.complaints.push(event.message));
  addEventListener('unhandledrejection', (event) => window.complaints.push(String(event.reason)));
  addEventListener('securitypolicyviolation', (event) =>
    window.complaints.push(`${event.violatedDirective} forbids ${event.blockedURI}`));
}";

impl Stage {
    /// Errors in the console since the story began; in Chromium since last asked, in WebKit those
    /// of this page since it was opened.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        match self.engine() {
            Engine::Chromium => {
                let entries = self.driver()?.browser_log().await.context("no console")?;
                let severe = entries.into_iter().filter(|entry| entry.level == "SEVERE");
                Ok(severe.map(|entry| entry.message).collect())
            }
            Engine::Firefox => {
                let log = fs::read(self.browser().log()).context("no console")?;
                let start = usize::try_from(self.console_start())?;
                let log = String::from_utf8_lossy(log.get(start..).unwrap_or_default());
                Ok(log.lines().filter(|line| is_page_error(line)).map(str::to_owned).collect())
            }
            Engine::WebKit => {
                let complaints = self.script("return window.complaints ?? []", vec![]).await?;
                serde_json::from_value(complaints).context("no console")
            }
        }
    }

    /// Fails if the console has errors.
    ///
    /// # Errors
    /// The console's errors.
    pub async fn console_is_clean(&self) -> Result<()> {
        let errors = self.console_errors().await?;
        anyhow::ensure!(errors.is_empty(), "the console says:\n  {}", errors.join("\n  "));
        Ok(())
    }

    /// From now on only what comes counts.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub async fn forget_console(&mut self) -> Result<()> {
        match self.engine() {
            Engine::Chromium => {
                self.driver()?.browser_log().await.context("no console")?;
            }
            Engine::Firefox => {
                let length = fs::metadata(self.browser().log()).map_or(0, |data| data.len());
                self.set_console_start(length);
            }
            Engine::WebKit => {
                self.script("window.complaints?.splice(0)", vec![]).await?;
            }
        }
        Ok(())
    }

    /// Begins to write down what a page just loaded complains about, where that is needed.
    pub(crate) async fn listen_to_console(&self) -> Result<()> {
        if self.engine() == Engine::WebKit {
            self.script(WRITE_DOWN, vec![]).await?;
        }
        Ok(())
    }
}

/// Firefox's own scripts complain as well; those name other addresses.
fn is_page_error(line: &str) -> bool {
    let complaint =
        line.starts_with("console.error:") || line.starts_with("JavaScript error: http");
    complaint && !line.contains("resource://") && !line.contains("chrome://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_page_says_counts() {
        assert!(is_page_error("console.error: \"a complaint\""));
        assert!(is_page_error("JavaScript error: http://127.0.0.1:1/a.js, line 1: Error: thrown"));
        assert!(!is_page_error("JavaScript error: resource:///modules/x.sys.mjs, line 1: x"));
        assert!(!is_page_error("console.error: x at resource:///modules/FaviconLoader.sys.mjs"));
        assert!(!is_page_error("console.log: \"fine\""));
    }
}
