//! Cuts the wasm file into what the start needs and chunks that are fetched later.
//!
//! The cut is made between cargo and wasm-bindgen, where the code still says what refers to what. So
//! Trunk calls this program in place of `wasm-bindgen`: it cuts, hands the first part on to the real
//! one, and gives Trunk the script that fetches the chunks as a snippet. Trunk would have the page
//! load every file of a snippet at once, so the chunks themselves go to `dist/` when Trunk is done.
//! `src/views/chunks.rs` says where the cuts are.

use std::ffi::OsString;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, anyhow};

use crate::project::Project;
use crate::{fingerprint, process, stand_in};

/// The tool this program stands in for.
pub const TOOL: &str = "wasm-bindgen";
/// Where the real one is.
pub const REAL_TOOL: &str = "RAPPORT_WASM_BINDGEN";

/// What browsers of the last years understand; `index.html` asks Trunk for the same.
pub const WASM_FEATURES: &str = "--enable-bulk-memory --enable-nontrapping-float-to-int \
    --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue";

/// The directory of the chunks, in `dist/` and in the target directory while Trunk is at work.
const CHUNKS: &str = "chunks";

/// The first part, for the chunks. Trunk keeps it there once the app has started; an app that starts
/// without waiting for anything asks for its first chunk before that.
const MAIN_MODULE: &str = "\
export const initSync = () => window.wasmBindings.initSync();
export const started = new Promise((resolve) =>
  addEventListener('TrunkApplicationStarted', resolve, { once: true }));
";

/// Plays `wasm-bindgen` if this program was started under that name.
pub fn run_if_called_as_wasm_bindgen() -> Option<Result<()>> {
    stand_in::called_as(TOOL).map(|words| bind(&words))
}

fn bind(words: &[OsString]) -> Result<()> {
    let real = env::var_os(REAL_TOOL).with_context(|| format!("{REAL_TOOL} is not set"))?;
    let text = |word: &OsString| word.to_string_lossy().into_owned();
    let input = words.iter().position(|word| text(word).ends_with(".wasm"));
    let out_dir =
        words.iter().find_map(|word| text(word).strip_prefix("--out-dir=").map(PathBuf::from));
    let (Some(input), Some(out_dir)) = (input, out_dir) else {
        return process::run_quietly(Command::new(real).args(words));
    };
    let wasm = words.get(input).context("an input")?;
    let wasm = fs::read(wasm).with_context(|| format!("{} cannot be read", text(wasm)))?;
    let cut = Cut::of(&wasm, &out_dir)?;
    let mut words = words.to_vec();
    if let Some(word) = words.get_mut(input) {
        *word = cut.main.clone().into_os_string();
    }
    // The chunks use the tables of the first part.
    process::run_quietly(Command::new(real).args(words).arg("--keep-lld-exports"))?;
    for chunk in &cut.chunks {
        optimise(chunk)?;
    }
    Ok(())
}

/// A wasm file that was cut.
struct Cut {
    /// The part that the start needs.
    main: PathBuf,
    /// The other parts.
    chunks: Vec<PathBuf>,
}

impl Cut {
    /// Cuts. Everything lands in directories named after the whole, so that no part of one build ever
    /// meets a part of another.
    fn of(wasm: &[u8], out_dir: &Path) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        wasm.hash(&mut hasher);
        let build = format!("{:016x}", hasher.finish());
        let (snippet, place) = (format!("snippets/{build}"), out_dir.join(CHUNKS).join(&build));
        for old in ["snippets", CHUNKS] {
            fs::remove_dir_all(out_dir.join(old)).ok();
        }
        fs::create_dir_all(&place)
            .and_then(|()| fs::create_dir_all(out_dir.join(&snippet)))
            .and_then(|()| fs::write(out_dir.join(&snippet).join("main.js"), MAIN_MODULE))
            .with_context(|| format!("{} cannot be written", out_dir.display()))?;
        let (link, main) = (format!("./{snippet}/link.js"), out_dir.join("main.wasm"));
        let mut options = wasm_split_cli_support::Options::new(wasm);
        options.output_dir = out_dir;
        options.main_out_path = &main;
        options.link_name = &link;
        let cut = wasm_split_cli_support::transform(options)
            .map_err(|error| anyhow!("the wasm file could not be cut: {error:#}"))?;
        let chunks = cut.split_modules.iter().map(|chunk| {
            let name = chunk.file_name().context("a chunk without a name")?;
            fs::rename(chunk, place.join(name)).context("a chunk could not be moved")?;
            Ok(place.join(name))
        });
        let chunks = chunks.collect::<Result<_>>()?;
        let link = out_dir.join(&link);
        let script = fs::read_to_string(&link).context("the script of the chunks is missing")?;
        let script = script
            .replace("import { initSync }", "import { initSync, started }")
            .replace(
                "await Promise.all(parallelStuff);",
                "await Promise.all([started, ...parallelStuff]);",
            )
            .replace("new URL(\"./", &format!("new URL(\"../../{CHUNKS}/{build}/"))
            // The app says itself what could not be fetched; a page that is left need not say it.
            .replace("console.error(e);", "");
        fs::write(&link, script)
            .with_context(|| format!("{} cannot be written", link.display()))?;
        Ok(Self { main, chunks })
    }
}

/// Puts the chunks that were cut last into `dist/`.
///
/// # Errors
/// When they are not there or cannot be copied.
pub fn deliver(project: &Project) -> Result<()> {
    let from = project.target.join("wasm-bindgen/release").join(CHUNKS);
    for chunk in fingerprint::files_below(&from)? {
        let place = project.dist().join(CHUNKS).join(chunk.strip_prefix(&from)?);
        let folder = place.parent().context("a file without a directory")?;
        fs::create_dir_all(folder)
            .and_then(|()| fs::copy(&chunk, &place))
            .with_context(|| format!("{} cannot be written", place.display()))?;
    }
    Ok(())
}

/// Shrinks a chunk as Trunk shrinks the first part.
fn optimise(chunk: &Path) -> Result<()> {
    let Some(wasm_opt) = process::find_on_path("wasm-opt") else { return Ok(()) };
    let small = chunk.with_extension("small");
    let mut output = OsString::from("--output=");
    output.push(&small);
    let features = WASM_FEATURES.split_whitespace();
    process::run_quietly(Command::new(wasm_opt).arg("-Oz").args(features).arg(output).arg(chunk))?;
    fs::rename(&small, chunk).with_context(|| format!("{} cannot be written", chunk.display()))
}
