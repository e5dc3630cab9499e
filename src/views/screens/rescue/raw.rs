//! The unreadable bytes as one file, so that nothing of them is lost.

use crate::state::{Damage, Place};

/// What is handed to the person.
pub struct RawFile {
    /// One piece as it is; several with a line before each: where it lay and how many bytes follow.
    pub bytes: Vec<u8>,
}

impl RawFile {
    /// The file of these pieces.
    pub fn of(damage: &[Damage]) -> Self {
        if let [only] = damage {
            return Self { bytes: only.bytes.clone() };
        }
        let mut bytes = Vec::new();
        for piece in damage {
            let place = match &piece.place {
                Place::Page(number) => format!("page {number}"),
                Place::Journal(key) => format!("journal {key}"),
            };
            let head = format!("=== {place} | {} bytes ===\n", piece.bytes.len());
            bytes.extend_from_slice(head.as_bytes());
            bytes.extend_from_slice(&piece.bytes);
            bytes.push(b'\n');
        }
        Self { bytes }
    }

    /// Its name, with the day.
    pub fn name(&self, today: &str) -> String {
        ["rapport-raw-", today, ".bin"].concat()
    }
}
