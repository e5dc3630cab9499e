//! `cargo xtask sample`: a made-up workspace file.

use std::ffi::OsString;

use anyhow::Result;

use crate::process;
use crate::project::Project;

/// Hands the arguments to the generator.
pub fn run(project: &Project, arguments: &[OsString]) -> Result<()> {
    let mut cargo = process::cargo(project);
    cargo.args(["run", "--quiet", "--release", "--package", "rapport", "--bin", "sample", "--"]);
    process::run_quietly(cargo.args(arguments))
}
