//! What the state needs from the browser, as plain functions.

use std::{future::Future, pin::Pin, rc::Rc};

use uuid::Uuid;

use crate::storage::Book;

/// Tells the other tabs which pages were written.
pub type Tell = Rc<dyn Fn(&[u8])>;

/// Does something after so many milliseconds.
pub type Later = fn(u32, Box<dyn FnOnce()>);

/// Writes everything into the file that the person chose for it. Whether there is one and it was.
pub type Copy = Rc<dyn Fn(Book) -> Pin<Box<dyn Future<Output = bool>>>>;

/// The clock, ids, waiting, and telling other tabs.
#[derive(Clone)]
pub struct Ports {
    /// Milliseconds since 1970, for stamps.
    pub now_ms: fn() -> u64,
    /// A new id.
    pub new_id: fn() -> Uuid,
    /// Does something after so many milliseconds.
    pub later: Later,
    /// Tells the other tabs which pages were written.
    pub tell: Tell,
    /// Writes everything into the file that the person chose for it.
    pub copy: Copy,
}

impl Ports {
    /// A world in which time stands still: until the browser's is there, and for tests.
    pub fn still() -> Self {
        Self {
            now_ms: || 0,
            new_id: || Uuid::nil(),
            later: |_, _| {},
            tell: Rc::new(|_| {}),
            copy: Rc::new(|_| Box::pin(async { false })),
        }
    }
}
