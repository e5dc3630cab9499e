//! Which `wasm-opt` shrinks the wasm file: one that is there, one from npm, or none.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::project::Project;
use crate::setup::npm;
use crate::tool_versions as versions;
use crate::{stand_in, wasm_opt_stand_in};

/// The optimiser of a build.
#[derive(Debug, PartialEq, Eq)]
pub enum WasmOpt {
    /// One on the search path, recent enough.
    OnPath,
    /// The project's own, from npm.
    FromNpm,
    /// None: the build works, its wasm is larger.
    Absent,
}

impl WasmOpt {
    /// Finds one, or sets it up where npm is.
    ///
    /// # Errors
    /// When neither the real one nor its stand-in can be set up.
    pub fn set_up(project: &Project) -> Result<Self> {
        if is_recent_on_path() {
            return Ok(Self::OnPath);
        }
        if npm::is_available() {
            match npm::ensure(project, "binaryen", versions::BINARYEN, "wasm-opt shrinks the app") {
                Ok(()) => return Ok(Self::FromNpm),
                Err(error) => println!("  npm could not install binaryen: {error:#}"),
            }
        }
        println!("  No wasm-opt from version {} on and no npm to", versions::OLDEST_WASM_OPT);
        println!("  install it with: the build works, but its download is larger.");
        stand_in::install(&stand_in_directory(project), wasm_opt_stand_in::TOOL)?;
        Ok(Self::Absent)
    }

    /// The directory to search first, if it is not on the path anyway.
    pub fn directory(&self, project: &Project) -> Option<PathBuf> {
        match self {
            Self::OnPath => None,
            Self::FromNpm => Some(project.npm_file(".bin")),
            Self::Absent => Some(stand_in_directory(project)),
        }
    }

    /// A word for it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::OnPath => "wasm-opt-on-path",
            Self::FromNpm => "wasm-opt-from-npm",
            Self::Absent => "no-wasm-opt",
        }
    }
}

fn stand_in_directory(project: &Project) -> PathBuf {
    project.tools().join("no-wasm-opt")
}

fn is_recent_on_path() -> bool {
    process::find_on_path("wasm-opt")
        .and_then(|program| process::output_of(Command::new(program).arg("--version")))
        .and_then(|printed| versions::major(versions::printed_version(&printed)?))
        .is_some_and(|major| major >= versions::OLDEST_WASM_OPT)
}
