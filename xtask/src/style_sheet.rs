//! One style sheet in place of many: compressed together they are a third smaller, and the page asks
//! once. The sources stay one file per part of the page, and so does the build for daily work.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};

use anyhow::{Context, Result, ensure};

use crate::project::Project;

/// Gathers the style sheets of `dist/index.html` in their order.
///
/// # Errors
/// When one of them cannot be read or the page cannot be written.
pub fn gather(project: &Project) -> Result<()> {
    let dist = project.dist();
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index)
        .with_context(|| format!("{} cannot be read", index.display()))?;
    let names = names(&page);
    ensure!(!names.is_empty(), "{} names no style sheet", index.display());
    let mut whole = String::new();
    for name in &names {
        let file = dist.join(name);
        whole += &fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read", file.display()))?;
        fs::remove_file(&file).with_context(|| format!("{} cannot be removed", file.display()))?;
    }
    let mut hasher = DefaultHasher::new();
    whole.hash(&mut hasher);
    let name = format!("rapport-{:016x}.css", hasher.finish());
    fs::write(dist.join(&name), whole)
        .and_then(|()| fs::write(&index, with_one(&page, &name)))
        .with_context(|| format!("{} cannot be written", dist.display()))
}

/// Every tag of a style sheet.
fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.split_inclusive('>').filter_map(|piece| {
        let tag = piece.get(piece.rfind("<link")?..)?;
        tag.contains("stylesheet").then_some(tag)
    })
}

/// The files of the style sheets, in the order of the cascade.
fn names(page: &str) -> Vec<String> {
    let name = |tag: &str| {
        let address = tag.split_once("href=")?.1.trim_start_matches(['"', '\'']);
        let end = address.find(['"', '\'', ' ', '>'])?;
        Some(address.get(..end)?.trim_start_matches("./").to_owned())
    };
    tags(page).filter_map(name).collect()
}

/// The page with one sheet where the first one was.
fn with_one(page: &str, name: &str) -> String {
    let one = format!("<link href=./{name} rel=stylesheet>");
    let mut left = page.to_owned();
    for (at, tag) in tags(page).enumerate() {
        left = left.replacen(tag, if at == 0 { &one } else { "" }, 1);
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<title>T</title><link href=./b-1.css integrity=x rel=stylesheet>\
        <link rel=\"stylesheet\" href=\"./a-2.css\"><link href=i.svg rel=icon><body>";

    #[test]
    fn sheets_are_found_in_the_order_of_the_cascade() {
        assert_eq!(names(PAGE), ["b-1.css", "a-2.css"]);
    }

    #[test]
    fn one_sheet_stands_in_the_place_of_all() {
        let wanted = "<title>T</title><link href=./rapport-3.css rel=stylesheet>\
            <link href=i.svg rel=icon><body>";
        assert_eq!(with_one(PAGE, "rapport-3.css"), wanted);
    }
}
