//! `cargo xtask faults`: kills browsers and ruins their stores on the release build.

use std::ffi::OsString;

use anyhow::Result;

use super::stories::stories_program;
use crate::arguments::Engine;
use crate::project::Project;
use crate::setup::browsers;
use crate::{process, release_build};

/// Builds if anything changed and hands the arguments to the program.
pub fn run(project: &Project, arguments: &[OsString]) -> Result<()> {
    let wasm_opt = super::set_up_building(project)?;
    browsers::ensure(project, &[Engine::Chromium])?;
    release_build::bring_up_to_date(project, &wasm_opt)?;
    process::run(stories_program(project, "faults").args(arguments))
}
