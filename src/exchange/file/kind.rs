//! Tells files that are no lists by how they begin.

/// What a file is that is no list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A workbook of a spreadsheet program (`.xlsx`, `.ods`) or another archive.
    Archive,
    /// A workbook in the old format (`.xls`).
    OldWorkbook,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// Electronic business cards.
    VCard,
    /// A calendar.
    Calendar,
    /// JSON.
    Json,
    /// A web page or other markup.
    Markup,
    /// No text at all.
    Binary,
}

const BEGINNINGS: &[(&[u8], FileKind)] = &[
    (b"PK\x03\x04", FileKind::Archive),
    (b"\x1F\x8B", FileKind::Archive),
    (b"\xD0\xCF\x11\xE0", FileKind::OldWorkbook),
    (b"%PDF-", FileKind::Pdf),
    (b"\x89PNG", FileKind::Picture),
    (b"\xFF\xD8\xFF", FileKind::Picture),
    (b"GIF8", FileKind::Picture),
];

const FIRST_WORDS: &[(&str, FileKind)] = &[
    ("BEGIN:VCARD", FileKind::VCard),
    ("BEGIN:VCALENDAR", FileKind::Calendar),
    ("{\"", FileKind::Json),
    ("[{", FileKind::Json),
    ("<!DOCTYPE", FileKind::Markup),
    ("<HTML", FileKind::Markup),
    ("<?XML", FileKind::Markup),
];

/// The kind of a file that begins like no list does.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<FileKind> {
    BEGINNINGS.iter().find(|(begin, _)| bytes.starts_with(begin)).map(|(_, kind)| *kind)
}

/// The kind of a text that begins like no list does.
pub(super) fn of_text(text: &str) -> Option<FileKind> {
    let start: String = text.trim_start().chars().take(16).collect::<String>().to_ascii_uppercase();
    FIRST_WORDS.iter().find(|(begin, _)| start.starts_with(begin)).map(|(_, kind)| *kind)
}
