//! Tools a stranger's machine may lack: found where they are, set up where they can be, named with
//! the remedy where they cannot. Nothing that is there in the right version is installed again.

pub mod browsers;
pub mod cargo_tools;
pub mod npm;
pub mod wasm_opt;
pub mod wasm_target;
