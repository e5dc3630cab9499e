//! Which file answers a request: pure but for reading the file. Serves one directory and nothing
//! outside of it, as any static host would.

use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};

use crate::mime::media_type;

/// One directory, offered under a path.
#[derive(Debug, Clone)]
pub struct StaticFiles {
    root: PathBuf,
    mount: String,
}

/// What the server says.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// A file with its media type.
    File {
        /// What is in it.
        bytes: Vec<u8>,
        /// The `Content-Type`.
        media_type: &'static str,
    },
    /// The same place with a slash at its end, so that relative links work.
    MovedTo(String),
    /// Nothing of that name.
    NotFound,
}

impl StaticFiles {
    /// Offers `root` under `mount`, for instance `/` or `/some/where/`.
    ///
    /// # Errors
    /// When `root` is not a directory.
    pub fn new(root: &Path, mount: &str) -> Result<Self> {
        let shown = root.display();
        let root = root.canonicalize().with_context(|| format!("{shown} cannot be served"))?;
        anyhow::ensure!(root.is_dir(), "{shown} is not a directory");
        let mount = match mount.trim_matches('/') {
            "" => "/".to_owned(),
            inner => format!("/{inner}/"),
        };
        Ok(Self { root, mount })
    }

    /// The path everything is under; starts and ends with a slash.
    pub fn mount(&self) -> &str {
        &self.mount
    }

    /// Answers a request's path, query and all.
    pub fn answer(&self, requested: &str) -> Answer {
        let path = requested.split(['?', '#']).next().unwrap_or_default();
        if format!("{path}/") == self.mount {
            return Answer::MovedTo(self.mount.clone());
        }
        match self.file_for(path) {
            Some(file) => read(&file),
            None => Answer::NotFound,
        }
    }

    fn file_for(&self, path: &str) -> Option<PathBuf> {
        let relative = decoded(path.strip_prefix(&self.mount)?)?;
        let relative = Path::new(&relative);
        let inside = |part| matches!(part, Component::Normal(_));
        if relative.as_os_str().to_string_lossy().contains('\\')
            || !relative.components().all(inside)
        {
            return None;
        }
        let file = self.root.join(relative);
        let file = if file.is_dir() { file.join("index.html") } else { file };
        // A link inside the directory may point out of it; what it really names decides.
        let real = file.canonicalize().ok()?;
        real.starts_with(&self.root).then_some(real)
    }
}

fn read(file: &Path) -> Answer {
    match fs::read(file) {
        Ok(bytes) => Answer::File { bytes, media_type: media_type(file) },
        Err(_) => Answer::NotFound,
    }
}

/// Undoes percent-encoding; nothing when it is malformed.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: u8| char::from(byte).to_digit(16);
        let (high, low) = (digit(rest.next()?)?, digit(rest.next()?)?);
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve_files::tests::a_directory;

    #[track_caller]
    fn assert_answer(mount: &str, requested: &str, expected: Option<&str>) {
        let directory = a_directory("answers");
        let files = StaticFiles::new(&directory, mount).expect("the directory is there");
        let found = match files.answer(requested) {
            Answer::File { bytes, .. } => Some(String::from_utf8_lossy(&bytes).into_owned()),
            _ => None,
        };
        assert_eq!(found.as_deref(), expected, "{requested}");
    }

    #[test]
    fn files_are_found_with_queries_and_encoded_names() {
        assert_answer("/", "/", Some("<p>home</p>"));
        assert_answer("/", "/index.html?v=1", Some("<p>home</p>"));
        assert_answer("/", "/sub/a%20b.txt", Some("spaced"));
        assert_answer("/", "/missing.txt", None);
        assert_answer("/", "/sub", None);
    }

    #[test]
    fn nothing_outside_the_directory_is_served() {
        for path in [
            "/../secret.txt",
            "/sub/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/%2e%2e%2fsecret.txt",
            "/sub/..%5c..%5csecret.txt",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/./index.html",
            "/index.html%00.txt",
            "/%zz",
            "/%",
            "",
            "index.html",
        ] {
            assert_answer("/", path, None);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_outside_is_not_followed() {
        let directory = a_directory("links");
        let link = directory.join("link.txt");
        std::os::unix::fs::symlink(directory.join("../secret.txt"), link).expect("a link");
        let files = StaticFiles::new(&directory, "/").expect("the directory is there");
        assert_eq!(files.answer("/link.txt"), Answer::NotFound);
    }

    #[test]
    fn a_mounted_directory_answers_only_below_its_mount() {
        assert_answer("/some/where/", "/some/where/", Some("<p>home</p>"));
        assert_answer("some/where", "/some/where/index.html", Some("<p>home</p>"));
        assert_answer("/some/where/", "/index.html", None);
        assert_answer("/some/where/", "/some/where/../../secret.txt", None);
        let directory = a_directory("mounted");
        let files = StaticFiles::new(&directory, "/some/where/").expect("the directory is there");
        assert_eq!(files.answer("/some/where"), Answer::MovedTo("/some/where/".to_owned()));
    }
}
