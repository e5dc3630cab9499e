//! One stored file as bytes: `magic 4 | schema u16 | length u32 | crc32 u32 | JSON`, little-endian.
//!
//! The checksum covers the schema, the length and the JSON. A damaged frame costs itself: reading
//! goes on at the next magic, whose bytes occur in no UTF-8 text.

use super::{SCHEMA, damage::Reason};

/// The start of every frame.
const MAGIC: [u8; 4] = [0xFF, b'R', b'P', 0xFE];
/// The bytes before the JSON.
const HEAD: usize = 14;

/// One piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A whole frame: its JSON, and all of its bytes.
    File { json: &'a [u8], bytes: &'a [u8] },
    /// Bytes that this version does not read and must keep.
    Sealed { json: &'a [u8], bytes: &'a [u8], schema: u16 },
    /// Bytes that are no frame.
    Broken(&'a [u8]),
}

impl<'a> Piece<'a> {
    /// All bytes of the piece.
    pub fn bytes(self) -> &'a [u8] {
        match self {
            Self::File { bytes, .. } | Self::Sealed { bytes, .. } | Self::Broken(bytes) => bytes,
        }
    }

    /// Why the piece cannot be read.
    pub fn reason(self) -> Option<Reason> {
        match self {
            Self::File { .. } => None,
            Self::Sealed { schema, .. } => Some(Reason::Newer(schema)),
            Self::Broken(_) => Some(Reason::Broken),
        }
    }
}

/// Appends a frame with this JSON.
pub(super) fn write(into: &mut Vec<u8>, json: &[u8]) {
    write_in(into, json, SCHEMA);
}

fn write_in(into: &mut Vec<u8>, json: &[u8], schema: u16) {
    // A file that long cannot come to be: it would not have fitted into memory before.
    let length = u32::try_from(json.len()).unwrap_or(u32::MAX);
    into.reserve(HEAD + json.len());
    into.extend_from_slice(&MAGIC);
    into.extend_from_slice(&schema.to_le_bytes());
    into.extend_from_slice(&length.to_le_bytes());
    into.extend_from_slice(&checksum(schema, length, json).to_le_bytes());
    into.extend_from_slice(json);
}

fn checksum(schema: u16, length: u32, json: &[u8]) -> u32 {
    let mut sum = crc32fast::Hasher::new();
    sum.update(&schema.to_le_bytes());
    sum.update(&length.to_le_bytes());
    sum.update(json);
    sum.finalize()
}

/// The pieces of a page in their order. Together they are the page, byte for byte.
pub(super) fn pieces(page: &[u8]) -> Pieces<'_> {
    Pieces { rest: page }
}

/// See [`pieces`].
pub(super) struct Pieces<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        let piece = read(self.rest).unwrap_or_else(|| Piece::Broken(until_magic(self.rest)));
        self.rest = self.rest.get(piece.bytes().len()..).unwrap_or_default();
        Some(piece)
    }
}

/// The frame at the start of these bytes.
fn read(bytes: &[u8]) -> Option<Piece<'_>> {
    let (magic, rest) = bytes.split_first_chunk::<4>()?;
    let (schema, rest) = rest.split_first_chunk::<2>()?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let (sum, rest) = rest.split_first_chunk::<4>()?;
    let (schema, length) = (u16::from_le_bytes(*schema), u32::from_le_bytes(*length));
    let json = rest.get(..usize::try_from(length).ok()?)?;
    if *magic != MAGIC || u32::from_le_bytes(*sum) != checksum(schema, length, json) {
        return None;
    }
    let bytes = bytes.get(..HEAD + json.len())?;
    Some(match schema {
        ..=SCHEMA => Piece::File { json, bytes },
        _ => Piece::Sealed { json, bytes, schema },
    })
}

/// Everything before the next magic, at least one byte.
fn until_magic(bytes: &[u8]) -> &[u8] {
    let next = bytes.windows(MAGIC.len()).skip(1).position(|window| window == MAGIC);
    next.and_then(|at| bytes.get(..at + 1)).unwrap_or(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn page(files: &[Vec<u8>]) -> Vec<u8> {
        let mut page = Vec::new();
        files.iter().for_each(|json| write(&mut page, json));
        page
    }

    fn whole(page: &[u8]) -> Vec<&[u8]> {
        let json = |piece| match piece {
            Piece::File { json, .. } => Some(json),
            _ => None,
        };
        pieces(page).filter_map(json).collect()
    }

    fn any_files() -> impl Strategy<Value = Vec<Vec<u8>>> {
        let json = "[ -~äöü\"{}]{0,80}".prop_map(String::into_bytes);
        prop::collection::vec(json, 1..8)
    }

    proptest! {
        #[test]
        fn one_flipped_bit_costs_one_file(files in any_files(), bit in any::<prop::sample::Index>()) {
            let mut page = page(&files);
            let bit = bit.index(page.len() * 8);
            page[bit / 8] ^= 1 << (bit % 8);
            prop_assert_eq!(whole(&page).len(), files.len() - 1);
            prop_assert!(whole(&page).iter().all(|json| files.iter().any(|file| file == json)));
        }

        #[test]
        fn a_cut_costs_only_what_is_cut(files in any_files(), at in any::<prop::sample::Index>()) {
            let page = page(&files);
            let cut = &page[..at.index(page.len())];
            let mut kept = 0;
            let ends = files.iter().map(|json| { kept += HEAD + json.len(); kept });
            prop_assert_eq!(whole(cut).len(), ends.filter(|end| *end <= cut.len()).count());
        }

        #[test]
        fn the_pieces_are_the_page(bytes in prop::collection::vec(prop_oneof![
            any::<u8>(), prop::sample::select(MAGIC.to_vec())
        ], 0..300)) {
            let joined: Vec<u8> = pieces(&bytes).flat_map(|piece| piece.bytes().to_vec()).collect();
            prop_assert_eq!(joined, bytes);
        }
    }

    #[test]
    fn a_frame_of_a_newer_schema_is_sealed() {
        let mut page = page(&[b"{}".to_vec()]);
        write_in(&mut page, b"{}", SCHEMA + 1);
        let kinds: Vec<_> = pieces(&page).map(Piece::reason).collect();
        assert_eq!(kinds, [None, Some(Reason::Newer(SCHEMA + 1))]);
    }
}
