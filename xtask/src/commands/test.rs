//! `cargo xtask test`: every check the project has, in the order of what fails fastest.

use anyhow::Result;

use super::stories::stories_program;
use crate::arguments::{Engine, Selection};
use crate::process::{self, cargo};
use crate::project::Project;
use crate::setup::wasm_target::{self, WASM};
use crate::setup::{browsers, npm};
use crate::steps::Steps;
use crate::tool_versions as versions;
use crate::{release_build, size_budget};

const DENY_WARNINGS: [&str; 3] = ["--", "-D", "warnings"];

/// Runs every step; the first that fails ends the run.
pub fn run(project: &Project, selection: &Selection) -> Result<()> {
    let mut steps = Steps::of(8 + selection.engines.len());
    let mut wasm_opt = None;
    steps.step("Tools and browsers", || {
        wasm_opt = Some(super::set_up_building(project)?);
        set_up_checking(project, selection)
    })?;
    check_sources(project, &mut steps)?;
    steps.step("Release build", || match &wasm_opt {
        Some(wasm_opt) => release_build::bring_up_to_date(project, wasm_opt),
        None => Ok(()),
    })?;
    steps.step("Size of the first download", || size_budget::check(&project.dist()))?;
    steps.step("Browsers killed and stores ruined", || {
        if !selection.engines.contains(&Engine::Chromium) {
            return Ok(());
        }
        let mut faults = stories_program(project, "faults");
        process::run(faults.args(["--minutes", "1.5"]))
    })?;
    for engine in &selection.engines {
        steps.step(&format!("Stories in {engine}"), || {
            let mut stories = stories_program(project, "stories");
            stories.args(["--engine", engine.name()]);
            if let Some(only) = &selection.only {
                stories.args(["--only", only]);
            }
            process::run(&mut stories)
        })?;
    }
    steps.finish();
    Ok(())
}

fn set_up_checking(project: &Project, selection: &Selection) -> Result<()> {
    wasm_target::ensure_checkers(project)?;
    browsers::ensure(project, &selection.engines)?;
    npm::ensure(project, "axe-core", versions::AXE, "it checks that everyone can use the pages")
}

fn check_sources(project: &Project, steps: &mut Steps) -> Result<()> {
    steps.step("Format", || process::run(cargo(project).args(["fmt", "--all", "--check"])))?;
    steps.step("Lints", || {
        let targets = ["clippy", "--workspace", "--all-targets"];
        process::run(cargo(project).args(targets).args(DENY_WARNINGS))
    })?;
    steps.step("Lints for the browser", || {
        let app = ["clippy", "--package", "rapport", "--target", WASM, "--features", "split"];
        process::run(cargo(project).args(app).args(DENY_WARNINGS))
    })?;
    steps.step("Native tests", || process::run(cargo(project).args(["test", "--workspace"])))
}
