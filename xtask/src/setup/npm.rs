//! Packages from npm that belong to this project alone, under `target/tools`.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;
use crate::project::Project;

/// Whether npm is there.
pub fn is_available() -> bool {
    process::find_on_path("npm").is_some()
}

/// Makes sure a package is there in this version.
///
/// # Errors
/// When npm is missing or fails.
pub fn ensure(project: &Project, package: &str, version: &str, reason: &str) -> Result<()> {
    if installed_version(project, package).as_deref() == Some(version) {
        return Ok(());
    }
    println!("  Installing {package} {version} with npm ({reason}).");
    let npm = process::find_on_path("npm")
        .with_context(|| format!("install Node with npm; {package} is needed: {reason}"))?;
    let tools = project.tools();
    fs::create_dir_all(&tools).with_context(|| format!("{} cannot be made", tools.display()))?;
    process::run(
        process::in_project(project, npm)
            .args(["install", "--no-audit", "--no-fund", "--prefix"])
            .arg(&tools)
            .arg(format!("{package}@{version}")),
    )
}

fn installed_version(project: &Project, package: &str) -> Option<String> {
    let file = project.npm_file(package).join("package.json");
    let description: Value = serde_json::from_str(&fs::read_to_string(file).ok()?).ok()?;
    description.get("version")?.as_str().map(str::to_owned)
}
