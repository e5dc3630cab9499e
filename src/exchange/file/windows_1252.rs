//! Windows-1252, which German Excel writes: Latin-1 with other signs from 0x80 to 0x9F.

/// The signs from 0x80 to 0x9F. The five bytes that mean nothing stay control characters, as the
/// WHATWG encoding standard has it; they are dropped with all others later.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// Reads bytes; every byte is a character.
pub(super) fn decode(bytes: &[u8]) -> String {
    let length = bytes.iter().map(|byte| sign(*byte).len_utf8()).sum();
    let mut text = String::with_capacity(length);
    text.extend(bytes.iter().map(|byte| sign(*byte)));
    text
}

fn sign(byte: u8) -> char {
    let upper = byte.checked_sub(0x80).and_then(|at| UPPER.get(usize::from(at)));
    upper.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_above_ascii() {
        assert_eq!(decode(b"M\xFCller \x80 \x84Glas\x93 \x96 \xDF"), "Müller € „Glas“ – ß");
    }

    #[test]
    fn every_byte_is_a_character() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&all).chars().count(), 256);
    }
}
