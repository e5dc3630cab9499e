//! The release build: Trunk with the right tools on its path, only when something changed.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::setup::wasm_opt::WasmOpt;
use crate::{chunks, fingerprint, process, stand_in, style_sheet};

/// Brings `dist/` up to date.
///
/// # Errors
/// When the build fails.
pub fn bring_up_to_date(project: &Project, wasm_opt: &WasmOpt) -> Result<()> {
    if fs::read_to_string(stamp_file(project))
        .is_ok_and(|stamp| is_current(project, &stamp, wasm_opt))
    {
        println!("  dist/ is up to date.");
        return Ok(());
    }
    build(project, wasm_opt)
}

/// Builds `dist/` and notes what it was made of.
///
/// # Errors
/// When the build fails.
pub fn build(project: &Project, wasm_opt: &WasmOpt) -> Result<()> {
    let sources = fingerprint::of_sources(&project.root)?;
    let wasm_bindgen =
        process::find_program(project, chunks::TOOL).context("wasm-bindgen is not installed")?;
    let cutting = project.tools().join("cutting");
    stand_in::install(&cutting, chunks::TOOL)?;
    let mut trunk = trunk(project, wasm_opt, Some(cutting))?;
    trunk.env(chunks::REAL_TOOL, wasm_bindgen);
    process::run(trunk.args(["build", "--release", "--features", "split", "--public-url", "./"]))?;
    chunks::deliver(project)?;
    style_sheet::gather(project)?;
    let file = stamp_file(project);
    let stamp = stamp(project, sources, wasm_opt)?;
    fs::write(&file, stamp).with_context(|| format!("{} cannot be written", file.display()))
}

/// Trunk, seeing one directory first, then the project's tools, and asking nobody for newer versions of itself.
///
/// # Errors
/// When Trunk is not there.
pub fn trunk(project: &Project, wasm_opt: &WasmOpt, first: Option<PathBuf>) -> Result<Command> {
    let trunk = process::find_program(project, "trunk").context("trunk is not installed")?;
    let mut command = Command::new(trunk);
    command.current_dir(&project.root).env("TRUNK_SKIP_VERSION_CHECK", "true");
    let tools = [project.tools().join("bin")];
    let directories: Vec<PathBuf> =
        first.into_iter().chain(wasm_opt.directory(project)).chain(tools).collect();
    if let Some(path) = process::search_path(&directories) {
        command.env("PATH", path);
    }
    // Trunk reads this variable as true or false and refuses the customary 1.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}

fn is_current(project: &Project, noted: &str, wasm_opt: &WasmOpt) -> bool {
    fingerprint::of_sources(&project.root)
        .and_then(|sources| stamp(project, sources, wasm_opt))
        .is_ok_and(|current| current == noted)
}

/// Sources, result and optimiser: if one of them differs, the build is not the one noted.
fn stamp(project: &Project, sources: u64, wasm_opt: &WasmOpt) -> Result<String> {
    let result = fingerprint::of_files(&project.root, &["dist"])?;
    Ok(format!("{sources:016x} {result:016x} {}\n", wasm_opt.name()))
}

fn stamp_file(project: &Project) -> PathBuf {
    project.target.join("release-build.stamp")
}
