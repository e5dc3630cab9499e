//! Handing a file to the person.

use crate::{
    platform::{clock, files},
    views::{ui::Ui, wording::Language},
};

/// What kind of file.
#[derive(Clone, Copy)]
pub enum FileType {
    /// A list.
    Csv,
    /// The workspace.
    Workspace,
}

/// Hands it over as `<stem>-YYYY-MM-DD.<ending>`, or says why not. Whether it did.
pub fn save(ui: Ui, t: Language, stem: &str, kind: FileType, bytes: &[u8]) -> bool {
    let (mime, ending) = match kind {
        FileType::Csv => ("text/csv", "csv"),
        FileType::Workspace => ("application/octet-stream", "rapport"),
    };
    let name = format!("{stem}-{}.{ending}", clock::today());
    let is_handed = files::download(&name, mime, bytes).is_ok();
    if !is_handed {
        ui.warn(t.data_not_downloaded());
    }
    is_handed
}
