//! `cargo xtask`: reads the command, does it, and ends with 0, 1 (it failed) or 2 (not understood).

use std::process::ExitCode;

use xtask::arguments::{self, USAGE};
use xtask::{chunks, commands, wasm_opt_stand_in};

fn main() -> ExitCode {
    let played = wasm_opt_stand_in::run_if_called_as_wasm_opt()
        .or_else(chunks::run_if_called_as_wasm_bindgen);
    if let Some(result) = played {
        return report(result);
    }
    match arguments::parse(std::env::args_os().skip(1)) {
        Ok(command) => report(commands::run(command)),
        Err(problem) => {
            eprintln!("{problem}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn report(result: anyhow::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
