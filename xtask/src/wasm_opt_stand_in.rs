//! Lets Trunk build where there is no usable `wasm-opt`.
//!
//! `index.html` asks Trunk to shrink the wasm file, and Trunk downloads a `wasm-opt` when it finds
//! none; there is no option against that. So a copy of this very program is put on the search path
//! under that name: called so, it hands the file on as it is. Trunk itself then sees a normal build.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};

/// Plays `wasm-opt` if this program was started under that name.
pub fn run_if_called_as_wasm_opt() -> Option<Result<()>> {
    let mut words = env::args_os();
    let name = PathBuf::from(words.next()?);
    (name.file_stem()? == "wasm-opt").then(|| hand_on(&words.collect::<Vec<_>>()))
}

/// Puts the stand-in into a directory of its own, to be searched first.
///
/// # Errors
/// When the directory cannot be written.
pub fn install(directory: &Path) -> Result<()> {
    let place = directory.join(format!("wasm-opt{}", env::consts::EXE_SUFFIX));
    fs::create_dir_all(directory)
        .and_then(|()| env::current_exe())
        .and_then(|this| fs::copy(this, &place))
        .with_context(|| format!("{} cannot be written", place.display()))?;
    Ok(())
}

fn hand_on(words: &[OsString]) -> Result<()> {
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    if words.iter().any(|word| word == "--version") {
        println!("wasm-opt version 0 (hands files on unchanged)");
        return Ok(());
    }
    let output = words.iter().find_map(|word| word.strip_prefix("--output="));
    let input = words.iter().find(|word| !word.starts_with('-'));
    let (output, input) = output.zip(input).context("expected --output=FILE and a file")?;
    fs::copy(input, output).with_context(|| format!("{input} cannot be copied to {output}"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stand_in_hands_the_file_on_unchanged() {
        let name = |end: &str| {
            let file = format!("xtask-stand-in-{}-{end}.wasm", std::process::id());
            env::temp_dir().join(file)
        };
        let (input, output) = (name("in"), name("out"));
        fs::write(&input, "wasm").expect("a file");
        let to = OsString::from(format!("--output={}", output.display()));
        let asked = [to, "-Oz".into(), input.into(), "--enable-simd".into()];
        hand_on(&asked).expect("a copy");
        assert_eq!(fs::read(output).expect("a file"), b"wasm");
        assert!(hand_on(&["-Oz".into()]).is_err());
    }
}
