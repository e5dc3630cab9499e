//! Whether anything changed since the last release build: a hash over names and contents, so that
//! neither a fresh checkout nor a touched file causes a build.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// What the release files are made of.
const SOURCES: [&str; 9] = [
    "src",
    "style",
    "locales",
    "public",
    "index.html",
    "build.rs",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
];

/// A hash over everything the release files are made of.
///
/// # Errors
/// When a file cannot be read.
pub fn of_sources(root: &Path) -> Result<u64> {
    of_files(root, &SOURCES)
}

/// A hash over some files and directories below `root`; those that are not there count as absent.
///
/// # Errors
/// When a file cannot be read.
pub fn of_files(root: &Path, names: &[&str]) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    for name in names {
        for file in files_below(&root.join(name))? {
            file.strip_prefix(root).unwrap_or(&file).hash(&mut hasher);
            let bytes =
                fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            bytes.hash(&mut hasher);
        }
    }
    Ok(hasher.finish())
}

/// Every file below a path, or the path itself if it is a file, in a steady order.
///
/// # Errors
/// When a directory cannot be read.
pub fn files_below(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let unreadable = || format!("{} cannot be read", path.display());
    let mut entries = Vec::new();
    for entry in fs::read_dir(path).with_context(unreadable)? {
        entries.push(entry.with_context(unreadable)?.path());
    }
    entries.sort();
    let below: Result<Vec<_>> = entries.iter().map(|entry| files_below(entry)).collect();
    Ok(below?.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_follows_names_and_contents_only() {
        let root = std::env::temp_dir().join(format!("xtask-print-{}", std::process::id()));
        fs::create_dir_all(root.join("src/deep")).expect("a directory");
        let print = || of_sources(&root).expect("readable files");
        let empty = print();
        fs::write(root.join("src/deep/a.rs"), "one").expect("a file");
        let one = print();
        fs::write(root.join("src/deep/a.rs"), "one").expect("a file");
        assert_eq!(print(), one, "written again, unchanged");
        assert_ne!(one, empty);
        fs::write(root.join("src/deep/a.rs"), "two").expect("a file");
        assert_ne!(print(), one);
        fs::remove_file(root.join("src/deep/a.rs")).expect("the file");
        fs::write(root.join("src/deep/b.rs"), "one").expect("a file");
        assert_ne!(print(), one, "the same content under another name");
        fs::write(root.join("notes.txt"), "anything").expect("a file");
        fs::remove_file(root.join("src/deep/b.rs")).expect("the file");
        assert_eq!(print(), empty, "other files do not matter");
    }
}
