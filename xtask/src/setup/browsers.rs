//! The three browsers and their drivers: where they are, and how they get onto the machine.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::arguments::Engine;
use crate::process;
use crate::project::Project;
use crate::setup::cargo_tools;

/// Makes sure each engine's browser and driver are there.
///
/// # Errors
/// A list of what to install, where it cannot be done from here.
pub fn ensure(project: &Project, engines: &[Engine]) -> Result<()> {
    let packages: Vec<&str> = engines.iter().flat_map(|engine| missing_packages(*engine)).collect();
    if !packages.is_empty() {
        install(project, &packages)?;
        let still: Vec<&str> =
            engines.iter().flat_map(|engine| missing_packages(*engine)).collect();
        anyhow::ensure!(still.is_empty(), "still missing after installing: {}", still.join(", "));
    }
    if engines.contains(&Engine::Firefox) {
        cargo_tools::ensure_geckodriver(project)?;
    }
    Ok(())
}

/// Chromium or a browser built from it.
pub fn chromium() -> Option<PathBuf> {
    first_of(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
}

/// Firefox, the extended support release first.
pub fn firefox() -> Option<PathBuf> {
    first_of(&["firefox-esr", "firefox"])
}

/// WebKitGTK's small browser, which its packages hide in a directory per architecture.
pub fn mini_browser() -> Option<PathBuf> {
    let directories = fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let mut bases: Vec<_> = directories.map(|entry| entry.path()).collect();
    bases.extend([PathBuf::from("/usr/lib"), PathBuf::from("/usr/libexec")]);
    bases.sort();
    ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"]
        .iter()
        .flat_map(|version| bases.iter().map(move |base| base.join(version).join("MiniBrowser")))
        .find(|candidate| candidate.is_file())
}

/// A driver or display server, wherever it is.
///
/// # Errors
/// When it is not there.
pub fn program(name: &str) -> Result<PathBuf> {
    let project = Project::find().ok();
    project
        .and_then(|project| process::find_program(&project, name))
        .or_else(|| process::find_on_path(name))
        .with_context(|| format!("{name} is not installed; `cargo xtask test` sets it up"))
}

fn first_of(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| process::find_on_path(name))
}

/// The Debian packages an engine lacks here.
fn missing_packages(engine: Engine) -> Vec<&'static str> {
    let here = |name| process::find_on_path(name).is_some();
    let needed = match engine {
        Engine::Chromium => {
            vec![("chromium", chromium().is_some()), ("chromium-driver", here("chromedriver"))]
        }
        Engine::Firefox => vec![("firefox-esr", firefox().is_some())],
        Engine::WebKit => {
            let driven = mini_browser().is_some() && here("WebKitWebDriver");
            vec![("webkit2gtk-driver", driven), ("xvfb", here("Xvfb"))]
        }
    };
    needed.into_iter().filter(|(_, present)| !present).map(|(package, _)| package).collect()
}

fn install(project: &Project, packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if !is_debian() {
        bail!(
            "the browser stories need what Debian calls: {list}. Install the same from your \
             system's packages so that the programs are on the search path, or narrow the run with \
             --engine"
        );
    }
    if !is_root() {
        bail!(
            "the browser stories need more packages; run \
             `sudo apt-get install --no-install-recommends {list}` and start again, or narrow the \
             run with --engine"
        );
    }
    println!("  Installing {list} (the stories run in real browsers).");
    process::run(apt(project).arg("update"))?;
    process::run(apt(project).args(["install", "-y", "--no-install-recommends"]).args(packages))
}

fn apt(project: &Project) -> std::process::Command {
    let mut command = process::in_project(project, "apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_debian() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    release.lines().any(|line| line == "ID=debian") && Path::new("/usr/bin/apt-get").is_file()
}

/// Whether this process may install packages, and whether browsers refuse their own sandbox.
pub fn is_root() -> bool {
    process::output_of(std::process::Command::new("id").arg("-u")).as_deref() == Some("0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_named_with_its_remedy() {
        let text = program("surely-not-a-program").err().map(|error| error.to_string());
        let text = text.unwrap_or_default();
        assert!(text.contains("surely-not-a-program") && text.contains("xtask test"), "{text}");
    }
}
