//! Which versions of which tools this project needs, and reading versions out of what tools print.

use std::fs;

use anyhow::{Context, Result};

use crate::project::Project;

/// Builds the page. 0.22 wants a newer compiler than the one we support.
pub const TRUNK: &str = "0.21.14";
/// The npm package that brings `wasm-opt`.
pub const BINARYEN: &str = "132.0.0";
/// Older ones do not know the wasm features the compiler uses.
pub const OLDEST_WASM_OPT: u32 = 116;
/// The accessibility checker the stories put into the page.
pub const AXE: &str = "4.14.1";

/// The version of the `wasm-bindgen` crate; the command line tool must be exactly the same.
///
/// # Errors
/// When there is no lock file or it does not name the crate.
pub fn wasm_bindgen(project: &Project) -> Result<String> {
    let file = project.root.join("Cargo.lock");
    let lock = fs::read_to_string(&file)
        .context("there is no Cargo.lock; run `cargo generate-lockfile` first")?;
    locked_version(&lock, "wasm-bindgen")
        .context("Cargo.lock does not name wasm-bindgen; the app needs it to run in a browser")
}

/// The version a lock file gives for a package.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let wanted = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

/// The first word with a number in front, as in `trunk 0.21.14` or `wasm-opt version 132 (…)`.
pub fn printed_version(text: &str) -> Option<&str> {
    text.split_whitespace().find(|word| word.starts_with(|letter: char| letter.is_ascii_digit()))
}

/// The number in front of a version.
pub fn major(version: &str) -> Option<u32> {
    version.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_package_itself() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "leptos"), None);
    }

    #[test]
    fn versions_are_read_from_what_tools_print() {
        assert_eq!(printed_version("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(printed_version("wasm-opt version 132 (version_132)"), Some("132"));
        assert_eq!(printed_version("nothing here"), None);
        assert_eq!(major("108-1"), Some(108));
        assert_eq!(major("version"), None);
    }
}
