//! Lets Trunk build where there is no usable `wasm-opt`.
//!
//! `index.html` asks Trunk to shrink the wasm file, and Trunk downloads a `wasm-opt` when it finds
//! none; there is no option against that. So a copy of this very program is put on the search path
//! under that name: called so, it hands the file on as it is. Trunk itself then sees a normal build.

use std::ffi::OsString;
use std::fs;

use anyhow::{Context, Result};

use crate::stand_in;

/// The tool this program stands in for.
pub const TOOL: &str = "wasm-opt";

/// Plays `wasm-opt` if this program was started under that name.
pub fn run_if_called_as_wasm_opt() -> Option<Result<()>> {
    stand_in::called_as(TOOL).map(|words| hand_on(&words))
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
            std::env::temp_dir().join(file)
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
