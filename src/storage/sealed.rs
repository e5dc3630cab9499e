//! The head of a workspace file that only a passphrase opens:
//! `RAPX | kdf u8 = 1 | iterations u32 | salt 16 | iv 12`, then AES-256-GCM over the packed file.
//!
//! All bytes of the head are authenticated with it. Key: PBKDF2-HMAC-SHA-256 over the passphrase in
//! NFKC. The browser does the cryptography (`browser`).

/// How a sealed file begins.
const MAGIC: &[u8; 4] = b"RAPX";
/// PBKDF2 with SHA-256; others are for later versions.
const PBKDF2: u8 = 1;
/// How often the passphrase is stretched in a new file.
const ITERATIONS: u32 = 600_000;
/// What a file may ask for: less is no protection, more would hang the page.
const ITERATIONS_TAKEN: std::ops::RangeInclusive<u32> = 100_000..=5_000_000;
/// The bytes of a head.
const HEAD: usize = 37;
/// The bytes that GCM adds at least.
const TAG: usize = 16;

/// The head of a sealed file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealedHead {
    /// How often the passphrase is stretched.
    pub iterations: u32,
    /// Chance, new for every file.
    pub salt: [u8; 16],
    /// Chance, new for every file.
    pub iv: [u8; 12],
}

/// Whether bytes are a sealed file, whatever version wrote it.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

impl SealedHead {
    /// The head of a new file.
    pub fn new(salt: [u8; 16], iv: [u8; 12]) -> Self {
        Self { iterations: ITERATIONS, salt, iv }
    }

    /// The head as bytes.
    pub fn bytes(&self) -> [u8; HEAD] {
        let iterations = self.iterations.to_be_bytes();
        let parts = [&MAGIC[..], &[PBKDF2], &iterations, &self.salt, &self.iv].concat();
        parts.try_into().unwrap_or([0; HEAD])
    }

    /// Reads a sealed file: its head, and what is sealed. `None` when it is none, asks for more than
    /// it may, or comes from a newer version.
    pub fn read(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (kdf, rest) = rest.split_first()?;
        let (iterations, rest) = rest.split_first_chunk::<4>()?;
        let (salt, rest) = rest.split_first_chunk::<16>()?;
        let (iv, sealed) = rest.split_first_chunk::<12>()?;
        let iterations = u32::from_be_bytes(*iterations);
        let is_ours = *kdf == PBKDF2
            && ITERATIONS_TAKEN.contains(&iterations)
            && (TAG..=super::file::FILE_MAX).contains(&sealed.len());
        is_ours.then_some((Self { iterations, salt: *salt, iv: *iv }, sealed))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_head_reads_back(iterations in ITERATIONS_TAKEN, salt: [u8; 16], iv: [u8; 12]) {
            let head = SealedHead { iterations, salt, iv };
            let file = [&head.bytes()[..], &[7; TAG]].concat();
            prop_assert!(is_sealed(&file));
            prop_assert_eq!(SealedHead::read(&file), Some((head, &[7; TAG][..])));
        }

        #[test]
        fn no_bytes_upset_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            let _ = SealedHead::read(&[&MAGIC[..], &bytes].concat());
        }
    }

    #[test]
    fn a_file_that_would_hang_the_page_or_protects_nothing_is_refused() {
        for iterations in [0, 99_999, 5_000_001, u32::MAX] {
            let head = SealedHead { iterations, salt: [1; 16], iv: [2; 12] };
            assert_eq!(SealedHead::read(&[&head.bytes()[..], &[7; 40]].concat()), None);
        }
    }

    #[test]
    fn a_cut_file_is_refused() {
        let head = SealedHead { iterations: ITERATIONS, salt: [1; 16], iv: [2; 12] };
        let file = [&head.bytes()[..], &[7; TAG]].concat();
        assert!((0..file.len()).all(|end| SealedHead::read(&file[..end]).is_none()));
    }
}
