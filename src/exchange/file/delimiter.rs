//! Finds out what stands between the cells of a list.

use super::records::field_counts;

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// The tab.
    Tab,
    /// `|`
    Pipe,
}

/// How many records are looked at.
const SAMPLE_RECORDS: usize = 20;
/// How many bytes those records may have.
const SAMPLE_BYTES: usize = 256 * 1024;

impl Delimiter {
    /// Every delimiter, the likeliest first.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    /// The stable word.
    pub fn key(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
            Self::Pipe => "pipe",
        }
    }

    /// As it stands in a file.
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }

    /// The one that gives the most constant number of cells, more than one, over the first records.
    pub(super) fn detect(text: &[u8]) -> Self {
        let head = text.get(..text.len().min(SAMPLE_BYTES)).unwrap_or(text);
        let mut best = (Self::Comma, 0, 1);
        for delimiter in Self::ALL {
            let (share, cells) = constancy(&field_counts(head, delimiter, SAMPLE_RECORDS));
            let (_, best_share, best_cells) = best;
            if cells > 1 && (share, cells) > (best_share, best_cells) {
                best = (delimiter, share, cells);
            }
        }
        best.0
    }
}

/// The commonest number of cells above one, and how many of a thousand records have it.
fn constancy(counts: &[usize]) -> (usize, usize) {
    let records = |cells: usize| counts.iter().filter(|count| **count == cells).count();
    let above_one = counts.iter().copied().filter(|count| *count > 1);
    let commonest = above_one.max_by_key(|cells| (records(*cells), *cells)).unwrap_or(1);
    (records(commonest) * 1000 / counts.len().max(1), commonest)
}

/// The delimiter that a first line `sep=;` announces, the text behind that line, and the number of
/// the line there.
pub(super) fn announced(text: &str) -> (Option<Delimiter>, &str, usize) {
    let text = text.trim_start_matches('\u{FEFF}');
    let (line, rest) = text.split_once(['\n', '\r']).unwrap_or((text, ""));
    let word = line.trim_matches(['"', ' ', '\r']).to_ascii_lowercase();
    let sign = word.strip_prefix("sep=").map(|sign| if sign.is_empty() { "\t" } else { sign });
    let found = sign.and_then(|sign| {
        Delimiter::ALL.into_iter().find(|delimiter| sign.as_bytes() == [delimiter.byte()])
    });
    match found {
        Some(delimiter) => {
            let crlf = text.get(line.len()..).is_some_and(|end| end.starts_with("\r\n"));
            let rest = if crlf { rest.strip_prefix('\n').unwrap_or(rest) } else { rest };
            (Some(delimiter), rest, 2)
        }
        None => (None, text, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn detects(text: &str, delimiter: Delimiter) {
        assert_eq!(Delimiter::detect(text.as_bytes()), delimiter, "{text}");
    }

    #[test]
    fn the_most_constant_sign_wins() {
        detects("Name,Ort\nGlas,Ulm\n", Delimiter::Comma);
        detects("Firma;Umsatz\nA;1,5\nB;2,7\n", Delimiter::Semicolon);
        detects("Firma\tOrt\nGlas, Gunther\tUlm\n", Delimiter::Tab);
        detects("Firma|Ort\nGlas|Ulm", Delimiter::Pipe);
        detects("Name;Notiz\nA;\"b,c\nd,e;f\"\nB;g\n", Delimiter::Semicolon);
        detects("E-Mail\na@b.de\n", Delimiter::Comma);
        detects("", Delimiter::Comma);
    }

    #[test]
    fn a_first_line_may_announce_it() {
        assert_eq!(announced("sep=;\r\nA;B"), (Some(Delimiter::Semicolon), "A;B", 2));
        assert_eq!(announced("\"SEP=|\"\nA|B"), (Some(Delimiter::Pipe), "A|B", 2));
        assert_eq!(announced("sep=\t\rA\tB"), (Some(Delimiter::Tab), "A\tB", 2));
        assert_eq!(announced("sep=x\nA"), (None, "sep=x\nA", 1));
        assert_eq!(announced("A;B"), (None, "A;B", 1));
    }
}
