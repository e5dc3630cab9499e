//! The command line of the stories.

use std::path::PathBuf;

use anyhow::{Context, Result};
use lexopt::prelude::*;
use xtask::arguments::Engine;

/// What to play.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    /// The built files.
    pub dist: PathBuf,
    /// The engines, in order.
    pub engines: Vec<Engine>,
    /// Only stories whose name contains this.
    pub only: Option<String>,
    /// Where pictures go, if wanted.
    pub shots: Option<PathBuf>,
}

/// Reads `--dist DIR [--engine E]... [--only PART] [--shots DIR]`.
///
/// # Errors
/// A sentence about what was not understood.
pub fn parse(mut options: lexopt::Parser) -> Result<Arguments> {
    let (mut dist, mut engines, mut only, mut shots) = (None, Vec::new(), None, None);
    while let Some(argument) = options.next()? {
        match argument {
            Long("dist") => dist = Some(PathBuf::from(options.value()?)),
            Long("engine") => engines.push(options.value()?.parse()?),
            Long("only") => only = Some(options.value()?.string()?),
            Long("shots") => shots = Some(PathBuf::from(options.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    if engines.is_empty() {
        engines.extend(Engine::ALL);
    }
    let dist = dist.context("--dist must name the directory of the built files")?;
    Ok(Arguments { dist, engines, only, shots })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_engines_unless_named() -> Result<()> {
        let all = parse(lexopt::Parser::from_args(["--dist", "d"]))?;
        assert_eq!(all.engines, Engine::ALL);
        let words = ["--dist", "d", "--engine", "webkit", "--only", "board"];
        let one = parse(lexopt::Parser::from_args(words))?;
        assert_eq!((one.engines, one.only.as_deref()), (vec![Engine::WebKit], Some("board")));
        assert!(parse(lexopt::Parser::from_args(["--engine", "webkit"])).is_err());
        Ok(())
    }
}
