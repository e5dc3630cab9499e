//! The compiler's wasm target, and its formatter and linter.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::project::Project;

/// What the app is compiled to.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure the compiler can compile for the browser.
///
/// # Errors
/// When the target is missing and rustup is not there or fails.
pub fn ensure(project: &Project) -> Result<()> {
    if is_installed(project) {
        return Ok(());
    }
    println!("  The app is compiled to wasm; adding the target {WASM} to the compiler.");
    process::run(process::in_project(project, "rustup").args(["target", "add", WASM]))
        .with_context(|| format!("install rustup, or the {WASM} target of your Rust packages"))
}

/// Makes sure code can be formatted and linted.
///
/// # Errors
/// When a component is missing and rustup is not there or fails.
pub fn ensure_checkers(project: &Project) -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if process::output_of(process::cargo(project).args([subcommand, "--version"])).is_some() {
            continue;
        }
        println!("  The checks need {component}; adding it to the compiler.");
        process::run(process::in_project(project, "rustup").args(["component", "add", component]))
            .with_context(|| format!("install rustup, or {component} with your Rust packages"))?;
    }
    Ok(())
}

fn is_installed(project: &Project) -> bool {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(&project.root).args(["--print", "target-libdir", "--target", WASM]);
    process::output_of(&mut rustc).is_some_and(|directory| Path::new(&directory).is_dir())
}
