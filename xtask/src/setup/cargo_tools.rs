//! Tools that cargo builds from source: Trunk, the wasm-bindgen command, geckodriver.
//!
//! A tool in the right version is used as it is. If another version is there, ours goes beside it
//! into the project's own tools, so that nobody loses theirs.

use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::project::Project;
use crate::tool_versions as versions;

/// A tool, what for, and how it is built.
struct CargoTool<'a> {
    program: &'a str,
    package: &'a str,
    /// Any will do if there is none.
    version: Option<&'a str>,
    reason: &'a str,
    /// Build with the tool's own lock file.
    locked: bool,
}

/// Makes sure Trunk is there.
///
/// # Errors
/// When it cannot be built.
pub fn ensure_trunk(project: &Project) -> Result<()> {
    ensure(
        project,
        &CargoTool {
            program: "trunk",
            package: "trunk",
            version: Some(versions::TRUNK),
            reason: "it builds the page",
            locked: true,
        },
    )
}

/// Makes sure the wasm-bindgen command is there in the version of the crate.
///
/// # Errors
/// When the version is not known or the tool cannot be built.
pub fn ensure_wasm_bindgen(project: &Project) -> Result<()> {
    let version = versions::wasm_bindgen(project)?;
    ensure(
        project,
        &CargoTool {
            program: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: Some(&version),
            reason: "it ties wasm to the browser and must match the crate in Cargo.lock",
            // Its lock file may name versions that were withdrawn.
            locked: false,
        },
    )
}

/// Makes sure geckodriver is there, in any version.
///
/// # Errors
/// When it cannot be built.
pub fn ensure_geckodriver(project: &Project) -> Result<()> {
    ensure(
        project,
        &CargoTool {
            program: "geckodriver",
            package: "geckodriver",
            version: None,
            reason: "it drives Firefox",
            locked: true,
        },
    )
}

fn ensure(project: &Project, tool: &CargoTool<'_>) -> Result<()> {
    let found = installed_version(project, tool.program);
    match (&found, tool.version) {
        (Some(found), Some(wanted)) if found == wanted => return Ok(()),
        (Some(_), None) => return Ok(()),
        _ => {}
    }
    announce(tool, found.as_deref());
    let mut install = process::cargo(project);
    let source = match tool.version {
        Some(version) => format!("{}@={version}", tool.package),
        None => tool.package.to_owned(),
    };
    install.arg("install").arg(source);
    if tool.locked {
        install.arg("--locked");
    }
    if found.is_some() {
        install.arg("--root").arg(project.tools());
    }
    process::run(quick_to_build(&mut install)).with_context(|| {
        format!("{} could not be built; a C compiler and linker are needed", tool.program)
    })
}

fn announce(tool: &CargoTool<'_>, found: Option<&str>) {
    let wanted = tool.version.unwrap_or_default();
    let name = format!("{} {wanted}", tool.program);
    let why = match found {
        Some(other) => format!("found {other}, which stays as it is"),
        None => "not found".to_owned(),
    };
    println!("  Installing {} ({}; {why}).", name.trim_end(), tool.reason);
    println!("  It is built from source once; that takes some minutes.");
}

/// A tool used a few times a day need not be optimised to the last: this halves its build.
fn quick_to_build(install: &mut Command) -> &mut Command {
    install
        .env("CARGO_PROFILE_RELEASE_LTO", "false")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
}

fn installed_version(project: &Project, program: &str) -> Option<String> {
    let program = process::find_program(project, program)?;
    let printed = process::output_of(Command::new(program).arg("--version"))?;
    versions::printed_version(&printed).map(str::to_owned)
}
