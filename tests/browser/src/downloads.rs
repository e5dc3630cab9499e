//! Files the page gave to the person.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::stage::Stage;
use crate::waiting::until;

impl Stage {
    /// Waits for a complete download whose name ends so, and takes it away.
    ///
    /// # Errors
    /// When none comes.
    pub async fn downloaded(&self, ending: &str) -> Result<(String, Vec<u8>)> {
        until(&format!("a download ending in {ending}"), || async {
            let Some(file) = self.finished_download(ending)? else {
                return Ok(None);
            };
            let bytes = fs::read(&file).context("the download cannot be read")?;
            fs::remove_file(&file).context("the download cannot be removed")?;
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Ok(Some((name, bytes)))
        })
        .await
    }

    /// A download without the companion file browsers keep while it is not complete.
    fn finished_download(&self, ending: &str) -> Result<Option<PathBuf>> {
        let entries = fs::read_dir(self.browser().downloads()).context("no downloads")?;
        let files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        let is_partial = |file: &PathBuf| {
            let name = file.to_string_lossy();
            name.ends_with(".part") || name.ends_with(".crdownload")
        };
        if files.iter().any(is_partial) {
            return Ok(None);
        }
        Ok(files.into_iter().find(|file| file.to_string_lossy().ends_with(ending)))
    }
}
