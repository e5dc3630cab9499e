//! The command line as a value: what a person asked for, or a sentence about what was not
//! understood. Knows nothing about doing it.

use std::ffi::OsString;
use std::fmt;
use std::str::FromStr;

use lexopt::prelude::*;

/// The port the app is served on unless `--port` says otherwise.
pub const DEFAULT_PORT: u16 = 8080;

/// What `cargo xtask help` prints.
pub const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N] [--dev]     build if anything changed and serve the app on http://127.0.0.1:8080;
                               --dev watches the sources and rebuilds (debug build)
  build                        the release files in dist/, ready for any static host or sub-path
  test [--engine E] [--only S] every check, then the browser stories;
                               E is chromium, firefox or webkit, S a part of a story's name
  bench [--runs N] [--customers A,B,C]
                               time the release build with so many customers
  faults [--minutes N] [--seed S] [--engine E] [--drill CUSTOMERS]
                               kill browsers and ruin their stores on the release build; 2 minutes
  sample --customers N --contacts M --seed S [--out FILE]
                               write a made-up workspace file, the same for the same seed
  help                         this text

Each command sets up the tools it needs and says so.";

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Serve the app.
    Serve {
        /// Where to listen on 127.0.0.1.
        port: u16,
        /// Which build is served.
        mode: ServeMode,
    },
    /// Write the release files.
    Build,
    /// Run every check and the stories.
    Test(Selection),
    /// Measure; the arguments go to the benchmark as they are.
    Bench(Vec<OsString>),
    /// Break browsers; the arguments go to the program as they are.
    Faults(Vec<OsString>),
    /// Write a made-up workspace; the arguments go to the generator as they are.
    Sample(Vec<OsString>),
    /// Print the usage.
    Help,
}

/// Which build `serve` offers.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub enum ServeMode {
    /// The release files.
    Release,
    /// Trunk's watching server with a debug build.
    Dev,
}

/// A browser engine the stories run in.
#[derive(Debug, PartialEq, Eq, Clone, Copy, Hash, PartialOrd, Ord)]
pub enum Engine {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox (ESR or not) with geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser with WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// Every engine, in the order the stories run.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Engine {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|engine| engine.name() == text)
            .ok_or_else(|| format!("There is no engine {text:?}: chromium, firefox or webkit."))
    }
}

/// Which stories run where.
#[derive(Debug, PartialEq, Eq)]
pub struct Selection {
    /// The engines, in order.
    pub engines: Vec<Engine>,
    /// Only stories whose name contains this.
    pub only: Option<String>,
}

/// Reads the words after `cargo xtask`.
///
/// # Errors
/// A sentence naming the word that was not understood.
pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
    let mut words = words.into_iter();
    let Some(name) = words.next() else {
        return Err("Which command?".to_owned());
    };
    match name.to_str() {
        Some("serve") => parse_serve(words),
        Some("build") => parse_nothing(words, Command::Build),
        Some("test") => parse_test(words),
        Some("bench") => Ok(Command::Bench(words.collect())),
        Some("faults") => Ok(Command::Faults(words.collect())),
        Some("sample") => Ok(Command::Sample(words.collect())),
        Some("help" | "--help" | "-h") => parse_nothing(words, Command::Help),
        _ => Err(format!("There is no command {name:?}.")),
    }
}

fn parse_serve(words: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let (mut port, mut mode) = (DEFAULT_PORT, ServeMode::Release);
    read(words, |argument, options| {
        match argument {
            Long("port") => port = options.value()?.parse()?,
            Long("dev") => mode = ServeMode::Dev,
            other => return Err(other.unexpected()),
        }
        Ok(())
    })?;
    Ok(Command::Serve { port, mode })
}

fn parse_test(words: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let (mut engines, mut only) = (Vec::new(), None);
    read(words, |argument, options| {
        match argument {
            Long("engine") => engines.push(options.value()?.parse()?),
            Long("only") => only = Some(options.value()?.string()?),
            other => return Err(other.unexpected()),
        }
        Ok(())
    })?;
    if engines.is_empty() {
        engines.extend(Engine::ALL);
    }
    Ok(Command::Test(Selection { engines, only }))
}

fn parse_nothing(
    words: impl Iterator<Item = OsString>,
    command: Command,
) -> Result<Command, String> {
    read(words, |argument, _| Err(argument.unexpected()))?;
    Ok(command)
}

/// Hands every argument to `take`; turns the parser's complaints into sentences.
fn read(
    words: impl Iterator<Item = OsString>,
    mut take: impl FnMut(lexopt::Arg<'_>, &mut lexopt::Parser) -> Result<(), lexopt::Error>,
) -> Result<(), String> {
    let mut options = lexopt::Parser::from_args(words);
    // `next` borrows the parser, so the argument is copied out before `take` may ask for a value.
    loop {
        let argument = options.next().map_err(|error| sentence(&error))?;
        let taken = match argument {
            None => return Ok(()),
            Some(Long(name)) => {
                let name = name.to_owned();
                take(Long(&name), &mut options)
            }
            Some(Short(letter)) => take(Short(letter), &mut options),
            Some(Value(value)) => take(Value(value), &mut options),
        };
        taken.map_err(|error| sentence(&error))?;
    }
}

fn sentence(error: &lexopt::Error) -> String {
    format!("This was not understood: {error}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn serve_listens_on_8080_unless_told_otherwise() {
        let (port, mode) = (DEFAULT_PORT, ServeMode::Release);
        assert_eq!(words("serve"), Ok(Command::Serve { port, mode }));
        let (port, mode) = (9000, ServeMode::Dev);
        assert_eq!(words("serve --port 9000 --dev"), Ok(Command::Serve { port, mode }));
        assert_eq!(words("serve --dev --port=9000"), Ok(Command::Serve { port, mode }));
    }

    #[test]
    fn test_runs_everywhere_unless_narrowed() {
        let everywhere = Selection { engines: Engine::ALL.to_vec(), only: None };
        assert_eq!(words("test"), Ok(Command::Test(everywhere)));
        let narrowed = Selection { engines: vec![Engine::Firefox], only: Some("board".to_owned()) };
        assert_eq!(words("test --engine firefox --only board"), Ok(Command::Test(narrowed)));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, named) in [
            ("", "Which command"),
            ("fly", "fly"),
            ("serve --prot 1", "prot"),
            ("serve --port many", "many"),
            ("serve --port", "port"),
            ("build all", "all"),
            ("test --engine netscape", "netscape"),
        ] {
            let problem = words(line).err().unwrap_or_default();
            assert!(problem.contains(named), "{line:?} gave {problem:?}");
        }
    }

    #[test]
    fn bench_and_sample_pass_their_arguments_on() {
        let passed = vec![OsString::from("--seed"), OsString::from("7")];
        assert_eq!(words("sample --seed 7"), Ok(Command::Sample(passed)));
    }
}
