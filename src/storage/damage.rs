//! What could not be read. Its bytes stay where they are and can be downloaded (P5).

/// A piece of storage that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// Where it is.
    pub place: Place,
    /// Exactly what is there.
    pub bytes: Vec<u8>,
    /// What is wrong with it.
    pub reason: Reason,
}

/// Where something is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the page of this number.
    Page(u8),
    /// In the journal under this key.
    Journal(String),
}

/// What is wrong with stored bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// They are not what was written: the frame or its checksum is broken.
    Broken,
    /// A newer version of the app wrote them, in this schema.
    Newer(u16),
    /// They are whole, but say something this version cannot understand; in the reader's words.
    Unreadable(String),
}
