//! Where things are in this project, found from the directory the command runs in.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The project's directories.
#[derive(Debug, Clone)]
pub struct Project {
    /// The directory with the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Where cargo builds.
    pub target: PathBuf,
}

impl Project {
    /// Looks upwards from the current directory.
    ///
    /// # Errors
    /// When the current directory is outside of the project.
    pub fn find() -> Result<Self> {
        let here = env::current_dir().context("the current directory cannot be read")?;
        let root = here
            .ancestors()
            .find(|directory| directory.join("xtask/Cargo.toml").is_file())
            .context("this is not inside the project; change into its directory first")?
            .to_owned();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(directory) => here.join(directory),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// The release files.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Tools that belong to this project alone.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// A file of an npm package set up for this project.
    pub fn npm_file(&self, path: impl AsRef<Path>) -> PathBuf {
        self.tools().join("node_modules").join(path)
    }
}
