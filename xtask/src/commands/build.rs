//! `cargo xtask build`: the release files.

use anyhow::Result;

use crate::project::Project;
use crate::{release_build, size_budget};

/// Builds afresh and prints the sizes.
pub fn run(project: &Project) -> Result<()> {
    let wasm_opt = super::set_up_building(project)?;
    release_build::build(project, &wasm_opt)?;
    size_budget::print(&project.dist())?;
    println!("The app is in dist/: copy it to any static host, into any directory.");
    Ok(())
}
