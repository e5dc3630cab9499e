//! `cargo xtask serve`: the app on this machine.

use anyhow::Result;

use crate::arguments::ServeMode;
use crate::project::Project;
use crate::serve_files::FileServer;
use crate::{process, release_build};

/// Builds if anything changed, then serves until stopped.
pub fn run(project: &Project, port: u16, mode: ServeMode) -> Result<()> {
    let wasm_opt = super::set_up_building(project)?;
    if mode == ServeMode::Dev {
        // A directory of its own: dist/ always holds a release build.
        let dist = project.target.join("dev-dist");
        let mut trunk = release_build::trunk(project, &wasm_opt, None)?;
        trunk.args(["serve", "--address", "127.0.0.1", "--port"]).arg(port.to_string());
        return process::run(trunk.arg("--dist").arg(dist));
    }
    release_build::bring_up_to_date(project, &wasm_opt)?;
    let server = FileServer::start(&project.dist(), "/", port)?;
    println!("\nThe app is at {} (Ctrl-C stops it).", server.address());
    server.wait();
    Ok(())
}
