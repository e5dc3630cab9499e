//! How the programs of the browser stories are started.

use std::process::Command;

use crate::process;
use crate::project::Project;

/// A program of the stories' package, told where the built files are.
pub fn stories_program(project: &Project, name: &str) -> Command {
    let mut cargo = process::cargo(project);
    cargo.args(["run", "--quiet", "--package", "rapport-stories", "--bin", name, "--"]);
    cargo.arg("--dist").arg(project.dist());
    cargo
}
