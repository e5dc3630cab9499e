//! What each command does, one file per command.

mod bench;
mod build;
mod faults;
mod sample;
mod serve;
mod stories;
mod test;

use anyhow::Result;

use crate::arguments::{Command, USAGE};
use crate::project::Project;
use crate::setup::wasm_opt::WasmOpt;
use crate::setup::{cargo_tools, wasm_target};

/// Does what was asked for.
///
/// # Errors
/// The command's own.
pub fn run(command: Command) -> Result<()> {
    if command == Command::Help {
        println!("{USAGE}");
        return Ok(());
    }
    let project = Project::find()?;
    match command {
        Command::Serve { port, mode } => serve::run(&project, port, mode),
        Command::Build => build::run(&project),
        Command::Test(selection) => test::run(&project, &selection),
        Command::Bench(arguments) => bench::run(&project, &arguments),
        Command::Faults(arguments) => faults::run(&project, &arguments),
        Command::Sample(arguments) => sample::run(&project, &arguments),
        Command::Help => Ok(()),
    }
}

/// Sets up everything a build of the page needs.
fn set_up_building(project: &Project) -> Result<WasmOpt> {
    wasm_target::ensure(project)?;
    cargo_tools::ensure_trunk(project)?;
    cargo_tools::ensure_wasm_bindgen(project)?;
    WasmOpt::set_up(project)
}
