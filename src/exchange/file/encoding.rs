//! Finds out in which encoding a file was written, and makes text of it.

use std::borrow::Cow;

use super::{
    kind::{self, FileKind},
    problem::ReadProblem,
    windows_1252,
};
use crate::exchange::limits::FILE_MAX;

/// How the characters of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, the lower byte first: Excel's "Unicode text".
    Utf16Le,
    /// UTF-16, the higher byte first.
    Utf16Be,
    /// Windows-1252: German Excel's "CSV".
    Windows1252,
}

impl Encoding {
    /// Every encoding.
    pub const ALL: [Self; 4] = [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1252];

    /// The stable word.
    pub fn key(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// A file as text.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub encoding: Encoding,
    /// How many characters could not be read and became U+FFFD.
    pub damaged: usize,
}

/// The text of a file, in a given encoding or the one it seems to have.
pub(super) fn decode(bytes: &[u8], wanted: Option<Encoding>) -> Result<Decoded<'_>, ReadProblem> {
    if bytes.len() > FILE_MAX {
        return Err(ReadProblem::TooLarge { bytes: bytes.len(), limit: FILE_MAX });
    }
    if let Some(kind) = kind::of_bytes(bytes) {
        return Err(ReadProblem::NotAList(kind));
    }
    let (marked, bytes) = after_mark(bytes);
    let encoding = wanted.or(marked).or_else(|| without_mark(bytes));
    let decoded = match encoding {
        Some(Encoding::Utf16Le) => utf_16(bytes, Encoding::Utf16Le, u16::from_le_bytes),
        Some(Encoding::Utf16Be) => utf_16(bytes, Encoding::Utf16Be, u16::from_be_bytes),
        Some(Encoding::Windows1252) => ansi(bytes),
        Some(Encoding::Utf8) => utf_8(bytes),
        None => utf_8_or_ansi(bytes),
    };
    refuse_other_kinds(&decoded.text)?;
    Ok(decoded)
}

/// The encoding that a byte order mark names, and the bytes behind the mark.
fn after_mark(bytes: &[u8]) -> (Option<Encoding>, &[u8]) {
    let marks: [(&[u8], Encoding); 3] = [
        (&[0xEF, 0xBB, 0xBF], Encoding::Utf8),
        (&[0xFF, 0xFE], Encoding::Utf16Le),
        (&[0xFE, 0xFF], Encoding::Utf16Be),
    ];
    let found = marks
        .iter()
        .find_map(|(mark, encoding)| bytes.strip_prefix(*mark).map(|rest| (Some(*encoding), rest)));
    found.unwrap_or((None, bytes))
}

/// UTF-16 without a mark shows itself by the zeros of its Latin letters, all on one side.
fn without_mark(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes);
    let zeros = |pair: &[u8], side: usize| pair.get(side) == Some(&0);
    let low_first = head.chunks_exact(2).filter(|pair| zeros(pair, 1) && !zeros(pair, 0)).count();
    let high_first = head.chunks_exact(2).filter(|pair| zeros(pair, 0) && !zeros(pair, 1)).count();
    let most = head.len() / 2 * 7 / 10;
    if most == 0 {
        None
    } else if low_first > most {
        Some(Encoding::Utf16Le)
    } else if high_first > most {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

fn utf_16(bytes: &[u8], encoding: Encoding, unit: fn([u8; 2]) -> u16) -> Decoded<'static> {
    let mut pairs = bytes.chunks_exact(2);
    let units = pairs.by_ref().filter_map(|pair| pair.try_into().ok()).map(unit);
    let mut damaged = 0;
    let mut text = String::with_capacity(bytes.len());
    for character in char::decode_utf16(units) {
        text.push(character.unwrap_or_else(|_| {
            damaged += 1;
            char::REPLACEMENT_CHARACTER
        }));
    }
    damaged += pairs.remainder().len();
    Decoded { text: text.into(), encoding, damaged }
}

fn ansi(bytes: &[u8]) -> Decoded<'static> {
    let text = windows_1252::decode(bytes).into();
    Decoded { text, encoding: Encoding::Windows1252, damaged: 0 }
}

fn utf_8(bytes: &[u8]) -> Decoded<'_> {
    let damaged = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    Decoded { text: String::from_utf8_lossy(bytes), encoding: Encoding::Utf8, damaged }
}

/// UTF-8 when all of it is, or when a few bytes are broken among many letters that only UTF-8
/// explains; else Windows-1252.
fn utf_8_or_ansi(bytes: &[u8]) -> Decoded<'_> {
    if std::str::from_utf8(bytes).is_ok() {
        return utf_8(bytes);
    }
    let broken = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let beyond_ascii = |text: &str| text.chars().filter(|c| !c.is_ascii()).count();
    let letters: usize = bytes.utf8_chunks().map(|chunk| beyond_ascii(chunk.valid())).sum();
    if letters > broken * 4 { utf_8(bytes) } else { ansi(bytes) }
}

fn refuse_other_kinds(text: &str) -> Result<(), ReadProblem> {
    if text.contains('\0') {
        return Err(ReadProblem::NotAList(FileKind::Binary));
    }
    let head = || text.chars().take(65_536);
    let is_odd =
        |c: &char| c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0B' | '\x0C');
    let odd = head().filter(is_odd).count();
    if odd > 2 && odd * 50 > head().count() {
        return Err(ReadProblem::NotAList(FileKind::Binary));
    }
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').is_empty() {
        return Err(ReadProblem::Empty);
    }
    kind::of_text(text).map_or(Ok(()), |kind| Err(ReadProblem::NotAList(kind)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(bytes: &[u8], encoding: Encoding, text: &str) {
        let decoded = decode(bytes, None).unwrap();
        assert_eq!((decoded.encoding, decoded.text.as_ref()), (encoding, text));
    }

    #[track_caller]
    fn refuses(bytes: &[u8], problem: ReadProblem) {
        assert_eq!(decode(bytes, None).map(|decoded| decoded.text).unwrap_err(), problem);
    }

    #[test]
    fn encodings_are_found_out() {
        reads("Müller".as_bytes(), Encoding::Utf8, "Müller");
        reads("\u{FEFF}Müller".as_bytes(), Encoding::Utf8, "Müller");
        reads(b"M\xFCller", Encoding::Windows1252, "Müller");
        reads(b"\xFF\xFEM\0\xFC\0", Encoding::Utf16Le, "Mü");
        reads(b"\xFE\xFF\0M\0\xFC", Encoding::Utf16Be, "Mü");
        reads(b"N\0a\0m\0e\0", Encoding::Utf16Le, "Name");
        reads(b"\0N\0a\0m\0e", Encoding::Utf16Be, "Name");
    }

    #[test]
    fn a_few_broken_bytes_do_not_turn_utf_8_into_something_else() {
        let mut bytes = "Müller, Größe, Straße, Ölfaß, Bär".repeat(2).into_bytes();
        bytes.push(0xFC);
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!((decoded.encoding, decoded.damaged), (Encoding::Utf8, 1));
        assert!(decoded.text.starts_with("Müller"));
    }

    #[test]
    fn an_odd_byte_at_the_end_of_utf_16_is_counted() {
        let decoded = decode(b"\xFF\xFEM\0\xFC", None).unwrap();
        assert_eq!((decoded.text.as_ref(), decoded.damaged), ("M", 1));
        let lone = decode(b"\xFF\xFEM\0\x00\xD8", None).unwrap();
        assert_eq!((lone.text.as_ref(), lone.damaged), ("M\u{FFFD}", 1));
    }

    #[test]
    fn what_is_no_list_is_refused() {
        refuses(b"", ReadProblem::Empty);
        refuses(b"\xEF\xBB\xBF \r\n", ReadProblem::Empty);
        refuses(b"Name,Ort\0", ReadProblem::NotAList(FileKind::Binary));
        refuses(b"PK\x03\x04abc", ReadProblem::NotAList(FileKind::Archive));
        refuses(b"%PDF-1.7", ReadProblem::NotAList(FileKind::Pdf));
        refuses(b"BEGIN:VCARD\r\n", ReadProblem::NotAList(FileKind::VCard));
        refuses(b"<!doctype html>", ReadProblem::NotAList(FileKind::Markup));
        refuses(&[1, 2, 3, 4, b'a', 200, 201], ReadProblem::NotAList(FileKind::Binary));
    }
}
