//! The rules of the house: the arrow between the modules, colours in one place, files short enough
//! to hold in the head, and nothing left over. Reads the sources; a broken rule names file and line.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what cannot be read is a failed test"
)]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// What a module must never name, as it would stand in a source.
const ARROW: &[(&str, &[&str])] = &[
    ("src/domain", PURE),
    ("src/figures", PURE),
    ("src/exchange", PURE),
    ("src/sample", PURE),
    (
        "src/domain",
        &["crate::figures", "crate::exchange", "crate::storage", "crate::state", "crate::views"],
    ),
    ("src/figures", &["crate::exchange", "crate::storage", "crate::state", "crate::views"]),
    ("src/exchange", &["crate::storage", "crate::state", "crate::views", "crate::figures"]),
    ("src/sample", &["crate::storage", "crate::state", "crate::views"]),
    (
        "src/route",
        &["leptos", "web_sys", "crate::storage", "crate::state", "crate::views", "crate::platform"],
    ),
    (
        "src/storage",
        &["leptos", "crate::state", "crate::views", "crate::platform", "Utc::now", "Local::now"],
    ),
    ("src/state", &["web_sys", "js_sys", "Effect::", "view!", "crate::views", "crate::platform"]),
    ("src/platform", &["crate::domain", "crate::state", "crate::storage", "crate::views"]),
    ("src/views", &["crate::storage", "serde"]),
];

/// What a pure module must never name.
const PURE: &[&str] = &[
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "Utc::now",
    "Local::now",
    "SystemTime",
    "Instant::now",
    "Uuid::new_v4",
    "Uuid::now_v7",
    "thread_rng",
];

/// The one storage file that may know a browser.
const BROWSER_FILES: &[&str] = &["src/storage/browser"];

/// The most lines of a file without a reason in its head.
const LINES_MAX: usize = 400;

#[test]
fn the_arrow_points_one_way() {
    let mut broken = Vec::new();
    for (module, forbidden) in ARROW {
        for file in sources(module) {
            let name = shown(&file);
            for (number, line) in code_lines(&file) {
                for word in *forbidden {
                    if names(&line, word) {
                        broken.push(format!("{name}:{number} names {word}"));
                    }
                }
            }
        }
    }
    assert_none(&broken);
}

#[test]
fn only_the_browser_file_of_storage_knows_a_browser() {
    let files = sources("src/storage");
    let pure = files
        .iter()
        .filter(|file| !BROWSER_FILES.iter().any(|allowed| shown(file).starts_with(allowed)));
    let mut broken = Vec::new();
    for file in pure {
        for (number, line) in code_lines(file) {
            for word in ["web_sys", "js_sys", "wasm_bindgen", "gloo", "indexed_db_futures"] {
                if names(&line, word) {
                    broken.push(format!("{}:{number} names {word}", shown(file)));
                }
            }
        }
    }
    assert_none(&broken);
}

#[test]
fn colours_stand_in_the_tokens_only() {
    let mut broken = Vec::new();
    let styles = files("style", "css");
    let views = files("src/views", "rs");
    for file in styles.iter().chain(&views).filter(|file| !file.ends_with("tokens.css")) {
        for (number, line) in lines(file) {
            let lower = line.to_ascii_lowercase();
            let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "oklab(", "lab(", "lch("];
            if functions.iter().any(|function| lower.contains(function)) || has_hex_colour(&line) {
                broken.push(format!("{}:{number} {}", shown(file), line.trim()));
            }
        }
    }
    assert_none(&broken);
}

#[test]
fn files_are_short_enough_to_hold_in_the_head() {
    let mut broken = Vec::new();
    for file in all_rust() {
        let count = lines(&file).len();
        let has_reason = lines(&file)
            .iter()
            .take_while(|(_, line)| line.starts_with("//!"))
            .any(|(_, line)| line.contains("Long because"));
        if count > LINES_MAX && !has_reason {
            broken.push(format!("{} has {count} lines", shown(&file)));
        }
    }
    assert_none(&broken);
}

#[test]
fn every_file_says_why_it_exists() {
    let silent =
        |file: &PathBuf| !lines(file).first().is_some_and(|(_, line)| line.starts_with("//!"));
    let broken: Vec<_> =
        all_rust().iter().filter(|file| silent(file)).map(|file| shown(file)).collect();
    assert_none(&broken);
}

#[test]
fn nothing_is_left_over() {
    let marks = ["TO".to_owned() + "DO", "FIX".to_owned() + "ME", "XX".to_owned() + "X"];
    let calls =
        ["todo".to_owned() + "!(", "unimplemented".to_owned() + "!(", "#[ig".to_owned() + "nore"];
    let mut broken = Vec::new();
    let texts = ["css", "json"]
        .iter()
        .flat_map(|kind| files("style", kind).into_iter().chain(files("locales", kind)));
    for file in all_rust().into_iter().chain(texts) {
        for (number, line) in lines(&file) {
            if marks.iter().chain(&calls).any(|mark| line.contains(mark.as_str())) {
                broken.push(format!("{}:{number} {}", shown(&file), line.trim()));
            }
        }
    }
    assert_none(&broken);
}

#[test]
fn no_markup_is_made_from_text() {
    let mut broken = Vec::new();
    for file in sources("src/views").into_iter().chain(sources("src/platform")) {
        for (number, line) in code_lines(&file) {
            if ["inner_html", "outer_html", "insert_adjacent_html"]
                .iter()
                .any(|word| line.contains(word))
            {
                broken.push(format!("{}:{number}", shown(&file)));
            }
        }
    }
    assert_none(&broken);
}

#[test]
fn the_rules_can_fail() {
    assert!(names("use leptos::prelude::*;", "leptos"));
    assert!(!names("let leptos_like = 1;", "leptos"));
    assert!(has_hex_colour("color: #1a2b3c;") && has_hex_colour("fill=\"#fff\""));
    assert!(!has_hex_colour("href=\"#/board\"") && !has_hex_colour("issue #12 of"));
}

#[track_caller]
fn assert_none(broken: &[String]) {
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Whether a line names a word that is not part of a longer one.
fn names(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let is_letter = |c: char| c.is_alphanumeric() || c == '_';
        let before = line[..at].chars().next_back().is_some_and(is_letter);
        let after = line[at + word.len()..].chars().next().is_some_and(is_letter);
        let open_end = word.ends_with(':') || word.ends_with('!');
        !before && (open_end || !after)
    })
}

fn has_hex_colour(line: &str) -> bool {
    line.match_indices('#').any(|(at, _)| {
        let digits: String = line[at + 1..]
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '/' || *c == '-')
            .collect();
        let is_colour = matches!(digits.len(), 3 | 4 | 6 | 8);
        let lead = line[..at].chars().next_back();
        is_colour
            && digits.chars().all(|c| c.is_ascii_hexdigit())
            && matches!(lead, Some(' ' | '"' | '\'' | ':' | '(' | ','))
            && (line.contains(':') || line.contains('='))
    })
}

fn sources(module: &str) -> Vec<PathBuf> {
    let mut found = files(module, "rs");
    let file = root().join(format!("{module}.rs"));
    if file.exists() {
        found.push(file);
    }
    found
}

fn all_rust() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        ["src", "xtask/src", "tests"].iter().flat_map(|folder| files(folder, "rs")).collect();
    found.push(root().join("build.rs"));
    found
}

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(&root().join(folder), extension, &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, extension, found);
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
}

fn lines(file: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(file).unwrap();
    text.lines().enumerate().map(|(at, line)| (at + 1, line.to_owned())).collect()
}

/// The lines that are code: comments name what they like.
fn code_lines(file: &Path) -> Vec<(usize, String)> {
    lines(file).into_iter().filter(|(_, line)| !line.trim_start().starts_with("//")).collect()
}

fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).display().to_string()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
