//! Files from and to the person's disk.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, DragEvent, Event, File, FileList, HtmlAnchorElement,
    HtmlInputElement, Url,
};

use super::{document, listener::after};

/// How long a download may take to begin before its bytes are let go; browsers may ask first.
const KEEP_MS: u32 = 60_000;
/// Characters in a file name; all file systems take this many.
const NAME_MAX: usize = 120;

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// It has more bytes than we take.
    TooLarge {
        /// How many it has.
        bytes: u64,
        /// How many it may have.
        limit: u64,
    },
    /// The browser could not read it: moved, changed or locked since it was chosen.
    Unreadable,
}

/// The browser could not make the download.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotDownloaded;

/// Hands the bytes to the person as a file. The name is made safe by [`safe_name`].
///
/// # Errors
/// [`NotDownloaded`] when the bytes do not fit into memory a second time.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), NotDownloaded> {
    let url = blob_url(mime, bytes).map_err(|_| NotDownloaded)?;
    let link = document()
        .and_then(|document| document.create_element("a").ok())
        .and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
    let clicked = link.map(|link| {
        link.set_href(&url);
        link.set_download(&safe_name(name));
        link.click();
    });
    after(KEEP_MS, move || {
        // An unknown address is no error.
        let _ = Url::revoke_object_url(&url);
    })
    .detach();
    clicked.ok_or(NotDownloaded)
}

fn blob_url(mime: &str, bytes: &[u8]) -> Result<String, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?)
}

/// All bytes of a file, if there are no more than `limit`.
///
/// # Errors
/// See [`ReadError`].
pub async fn read(file: File, limit: u64) -> Result<Vec<u8>, ReadError> {
    let bytes = file.size() as u64;
    if bytes > limit {
        return Err(ReadError::TooLarge { bytes, limit });
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| ReadError::Unreadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The files just chosen in an `<input type="file">`. The input is emptied, so that the same file
/// can be chosen again.
pub fn chosen(change: &Event) -> Vec<File> {
    let input = change.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files = listed(input.files());
    input.set_value("");
    files
}

/// The files just dropped. The browser's own way (leaving the page to show the file) is prevented.
pub fn dropped(drop: &DragEvent) -> Vec<File> {
    drop.prevent_default();
    listed(drop.data_transfer().and_then(|transfer| transfer.files()))
}

/// Whether what is dragged over the page are files. If so, prevent the default of `dragover`, or
/// the browser refuses the drop.
pub fn carries_files(drag: &DragEvent) -> bool {
    let types = drag.data_transfer().map(|transfer: DataTransfer| transfer.types());
    types.is_some_and(|types| types.iter().any(|kind| kind == "Files"))
}

fn listed(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|place| files.get(place)).collect()
}

/// The name of a file with nothing but `A-Z a-z 0-9 . _ -`: German letters are written out,
/// everything else becomes one dash, or nothing in front of a dot. Never empty, never hidden.
pub fn safe_name(name: &str) -> String {
    let mut safe = String::with_capacity(name.len());
    for letter in name.chars() {
        match letter {
            'ä' => safe.push_str("ae"),
            'ö' => safe.push_str("oe"),
            'ü' => safe.push_str("ue"),
            'Ä' => safe.push_str("Ae"),
            'Ö' => safe.push_str("Oe"),
            'Ü' => safe.push_str("Ue"),
            'ß' => safe.push_str("ss"),
            '.' => {
                safe.truncate(safe.trim_end_matches('-').len());
                safe.push(letter);
            }
            'A'..='Z' | 'a'..='z' | '0'..='9' | '_' => safe.push(letter),
            _ if safe.ends_with('-') => {}
            _ => safe.push('-'),
        }
    }
    let safe = safe.trim_start_matches(['.', '-']).trim_end_matches(['.', '-']);
    let start = safe.len().saturating_sub(NAME_MAX);
    // Only one-byte letters are left, and the ending is worth more than the beginning.
    match safe.get(start..).map(|end| end.trim_start_matches(['.', '-'])) {
        Some("") | None => "rapport".to_owned(),
        Some(name) => name.to_owned(),
    }
}
