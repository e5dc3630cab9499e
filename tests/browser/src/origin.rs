//! Origins that no story of this run has used, so that none finds another's storage.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use anyhow::{Result, bail};
use xtask::serve_files::FileServer;

/// The system gives ports at random, so over many stories some come again.
static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
const TRIES: usize = 50;

/// Serves a directory at an origin nobody has stored anything in.
///
/// # Errors
/// When the directory is not there or no port is free.
pub(crate) fn fresh_origin(directory: &Path, mount: &str) -> Result<FileServer> {
    // Those that are refused stay open until the end, or the same port might come again.
    let mut refused = Vec::new();
    while refused.len() < TRIES {
        let server = FileServer::start(directory, mount, 0)?;
        let mut used = USED.lock().unwrap_or_else(PoisonError::into_inner);
        if used.insert(server.port()) {
            return Ok(server);
        }
        refused.push(server);
    }
    bail!("no port is free that was not used before")
}
