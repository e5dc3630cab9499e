//! This very program under another name on the search path, where Trunk calls a tool and the project
//! has something to add. Trunk itself then sees a normal build.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};

/// The arguments, if this program was started under that name.
pub fn called_as(tool: &str) -> Option<Vec<OsString>> {
    let mut words = env::args_os();
    let name = PathBuf::from(words.next()?);
    (name.file_stem()? == tool).then(|| words.collect())
}

/// Puts a copy under that name into a directory of its own, to be searched first.
///
/// # Errors
/// When the directory cannot be written.
pub fn install(directory: &Path, tool: &str) -> Result<()> {
    let place = directory.join(format!("{tool}{}", env::consts::EXE_SUFFIX));
    fs::create_dir_all(directory)
        .and_then(|()| env::current_exe())
        .and_then(|this| fs::copy(this, &place))
        .with_context(|| format!("{} cannot be written", place.display()))?;
    Ok(())
}
