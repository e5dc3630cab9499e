//! The first download, measured as a good host sends it, against its budget.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::fingerprint::files_below;

/// What the first download is to weigh: page, scripts, wasm and styles together, compressed.
pub const AIM_KB: f64 = 250.0;

/// What it may weigh today. The aim is not reached: what is left is mostly the generics of leptos, tree
/// maps and the reading of records. Only ever lower it.
pub const LIMIT_KB: f64 = 270.0;

/// The strongest setting of brotli, which hosts use for files they compress once.
const BROTLI_QUALITY: u32 = 11;
/// The largest window a browser accepts.
const BROTLI_WINDOW: u32 = 24;

/// One file of the first download.
#[derive(Debug)]
struct Measured {
    name: String,
    raw: usize,
    compressed: usize,
}

/// Prints the sizes and holds them against the limit.
///
/// # Errors
/// When the first download is too large or a file cannot be read.
pub fn check(dist: &Path) -> Result<()> {
    let measured: Result<Vec<_>> =
        first_download(dist)?.iter().map(|file| measure(dist, file)).collect();
    let sum = print_table(&measured?);
    ensure!(
        sum <= LIMIT_KB,
        "the first download is {sum:.1} KB compressed, over the limit of {LIMIT_KB} KB"
    );
    Ok(())
}

/// Prints the sizes.
///
/// # Errors
/// When a file cannot be read.
pub fn print(dist: &Path) -> Result<()> {
    let measured: Result<Vec<_>> =
        first_download(dist)?.iter().map(|file| measure(dist, file)).collect();
    print_table(&measured?);
    Ok(())
}

/// The page and every script, style and wasm file it names.
fn first_download(dist: &Path) -> Result<Vec<PathBuf>> {
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index)
        .with_context(|| format!("{} cannot be read; build first", index.display()))?;
    let mut files = vec![index];
    for file in files_below(dist)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let counts = [".js", ".wasm", ".css"].iter().any(|ending| name.ends_with(ending));
        if counts && is_loaded(dist, &file, &page, &name) {
            files.push(file);
        }
    }
    Ok(files)
}

/// The scripts of the snippets are imported by the app's, so the page need not name them. Their wasm
/// files are the chunks that come later.
fn is_loaded(dist: &Path, file: &Path, page: &str, name: &str) -> bool {
    page.contains(name) || (file.starts_with(dist.join("snippets")) && name.ends_with(".js"))
}

fn measure(dist: &Path, file: &Path) -> Result<Measured> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let name = file.strip_prefix(dist).unwrap_or(file).display().to_string();
    Ok(Measured { name, raw: bytes.len(), compressed: compressed_size(&bytes)? })
}

fn compressed_size(bytes: &[u8]) -> Result<usize> {
    let mut compressed = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY as i32,
        lgwin: BROTLI_WINDOW as i32,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &settings)
        .context("brotli could not compress")?;
    Ok(compressed.len())
}

/// Prints the table and gives its sum in KB.
fn print_table(files: &[Measured]) -> f64 {
    println!("  {:>9} {:>9}  file", "raw KB", "brotli KB");
    for file in files {
        println!("  {:>9.1} {:>9.1}  {}", kb(file.raw), kb(file.compressed), file.name);
    }
    let raw = kb(files.iter().map(|file| file.raw).sum());
    let sum = kb(files.iter().map(|file| file.compressed).sum());
    println!("  {raw:>9.1} {sum:>9.1}  first download, limit {LIMIT_KB} KB, aim {AIM_KB} KB");
    sum
}

fn kb(bytes: usize) -> f64 {
    bytes as f64 / 1024.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn a_dist(name: &str, wasm: &[u8]) -> PathBuf {
        let dist = std::env::temp_dir().join(format!("xtask-size-{}-{name}", std::process::id()));
        fs::create_dir_all(dist.join("snippets/one")).expect("a directory");
        let page = "<script src='./app-1.js'></script><link href='./app-1_bg.wasm'>";
        for (file, bytes) in [
            ("index.html", page.as_bytes()),
            ("app-1.js", b"let a = 1"),
            ("app-1_bg.wasm", wasm),
            ("snippets/one/inline0.js", b"let b = 2"),
            ("snippets/one/chunk_1.wasm", b"loaded later"),
            ("worker-2.js", b"loaded later"),
            ("icon.svg", b"<svg/>"),
        ] {
            fs::write(dist.join(file), bytes).expect("a file");
        }
        dist
    }

    /// Bytes that cannot be compressed.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 56) as u8
        };
        (0..length).map(|_| next()).collect()
    }

    #[test]
    fn only_what_the_page_loads_counts() {
        let dist = a_dist("counts", b"wasm");
        let files = first_download(&dist).expect("a page");
        let names: Vec<_> =
            files.iter().map(|file| file.strip_prefix(&dist).expect("below")).collect();
        let expected = ["index.html", "app-1.js", "app-1_bg.wasm", "snippets/one/inline0.js"];
        assert_eq!(names, expected.map(Path::new));
    }

    #[test]
    fn the_budget_is_held() {
        assert!(check(&a_dist("small", &noise(200 * 1024))).is_ok());
        let problem = check(&a_dist("large", &noise(291 * 1024))).err();
        let text = problem.map(|error| error.to_string()).unwrap_or_default();
        assert!(text.contains(&format!("over the limit of {LIMIT_KB} KB")), "{text}");
    }
}
