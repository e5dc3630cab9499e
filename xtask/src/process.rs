//! Running other programs: with their output in plain sight, or read quietly; and finding them.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::project::Project;

/// Runs a program, its output shown as it comes.
///
/// # Errors
/// When it cannot be started or ends with anything but success.
pub fn run(command: &mut Command) -> Result<()> {
    println!("  $ {}", shown(command));
    run_quietly(command)
}

/// Runs a program without naming it first, for programs whose output is the result.
///
/// # Errors
/// When it cannot be started or ends with anything but success.
pub fn run_quietly(command: &mut Command) -> Result<()> {
    let line = shown(command);
    let status = command.status().with_context(|| format!("`{line}` could not be started"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// What a program prints, or nothing if it cannot be started or fails.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A cargo that sees the project's tools first and runs in the project's root.
pub fn cargo(project: &Project) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    in_project(project, cargo)
}

/// A program that sees the project's tools first and runs in the project's root.
pub fn in_project(project: &Project, program: impl AsRef<Path>) -> Command {
    let mut command = Command::new(program.as_ref());
    command.current_dir(&project.root);
    if let Some(path) = search_path(&tool_directories(project)) {
        command.env("PATH", path);
    }
    command
}

/// Where a program is: in the project's own tools, on the search path, or where cargo installs.
pub fn find_program(project: &Project, name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    find_in(tool_directories(project).into_iter().chain(env::split_paths(&path)), name)
}

/// The same without the project's own tools.
pub fn find_on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    find_in(env::split_paths(&path).chain(cargo_bin()), name)
}

/// The search path with some directories put in front, and cargo's own at the end.
pub fn search_path(first: &[PathBuf]) -> Option<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let directories = first.iter().cloned().chain(env::split_paths(&path)).chain(cargo_bin());
    env::join_paths(directories).ok()
}

fn tool_directories(project: &Project) -> Vec<PathBuf> {
    vec![project.tools().join("bin")]
}

fn find_in(directories: impl IntoIterator<Item = PathBuf>, name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    directories
        .into_iter()
        .chain(cargo_bin())
        .map(|directory| directory.join(&file))
        .find(|candidate| candidate.is_file())
}

fn cargo_bin() -> Option<PathBuf> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    Some(home.join("bin"))
}

/// A command as a person would type it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    let words = command.get_args().map(|word| word.to_string_lossy().into_owned());
    std::iter::once(name).chain(words).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_is_named() {
        let problem = run(Command::new("surely-not-a-program").arg("--now")).err();
        let text = problem.map(|error| error.to_string()).unwrap_or_default();
        assert_eq!(text, "`surely-not-a-program --now` could not be started");
    }

    #[test]
    fn a_missing_program_gives_no_output() {
        assert_eq!(output_of(&mut Command::new("surely-not-a-program")), None);
        assert_eq!(find_on_path("surely-not-a-program"), None);
    }
}
