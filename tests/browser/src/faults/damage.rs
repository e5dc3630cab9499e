//! The ways in which disks ruin what a browser stored.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::chance::Chance;

/// Ruins one store of the page at this address; tells what was done.
pub fn ruin(profile: &Path, address: &str, chance: &mut Chance) -> Result<String> {
    let stores = ["Default/IndexedDB", "Default/Local Storage"];
    let store = if chance.roll(3) == 0 { stores[1] } else { stores[0] };
    let mut folder = profile.join(store);
    if store == stores[0] {
        // One folder for each origin, by its port.
        let port = address.trim_end_matches('/').rsplit(':').next().unwrap_or_default();
        folder = folder.join(format!("http_127.0.0.1_{port}.indexeddb.leveldb"));
    }
    let mut files = Vec::new();
    collect(&folder, &mut files)?;
    files.retain(|file| file.extension().is_some_and(|end| end == "log" || end == "ldb"));
    files.sort();
    if files.is_empty() || chance.roll(5) == 0 {
        fs::remove_dir_all(&folder).with_context(|| format!("{store} is not there"))?;
        return Ok(format!("{store} removed"));
    }
    let file = files.swap_remove(usize::try_from(chance.roll(files.len() as u64))?);
    let mut bytes = fs::read(&file)?;
    let length = bytes.len();
    let at = usize::try_from(chance.roll(length as u64))?;
    let what = match chance.roll(3) {
        0 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << chance.roll(8);
            }
            "one bit flipped"
        }
        1 => {
            let from = length.saturating_sub(4096);
            bytes.iter_mut().skip(from).for_each(|byte| *byte = 0);
            "the last 4 KB filled with zeros"
        }
        _ => {
            bytes.truncate(at);
            "cut"
        }
    };
    fs::write(&file, bytes)?;
    Ok(format!("{store}, {} of {length} bytes at {at}: {what}", file.display()))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
