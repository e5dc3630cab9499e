//! New ids and chance, from the browser's own randomness.

use uuid::Uuid;

/// An id that no device gives twice; ids sort by the time they were given.
pub fn new_id() -> Uuid {
    Uuid::now_v7()
}

/// Sixty-four bits of chance.
pub fn random_u64() -> u64 {
    // A random id has six fixed bits; folded like this, each of them meets a random one.
    let (high, low) = Uuid::new_v4().as_u64_pair();
    high ^ low
}
