//! Chance that can be repeated, for made-up customers and for tests.

use uuid::Uuid;

use crate::domain::{CONTACTS_MAX, NewIds};

/// Chance that can be repeated: splitmix64 (Steele, Lea, Flood 2014).
pub struct Chance(u64);

impl Chance {
    /// The chance that begins with this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 when there is none.
    pub(super) fn under(&mut self, end: u64) -> u64 {
        self.number().checked_rem(end).unwrap_or(0)
    }

    /// True in so many cases of a hundred.
    pub(super) fn odds(&mut self, percent: u64) -> bool {
        self.under(100) < percent
    }

    /// One of these words.
    pub(super) fn pick(&mut self, from: &[&'static str]) -> &'static str {
        self.maybe(100, from).unwrap_or_default()
    }

    /// One of these in so many cases of a hundred.
    pub(super) fn maybe<T: Copy>(&mut self, percent: u64, from: &[T]) -> Option<T> {
        let at = usize::try_from(self.under(from.len() as u64)).unwrap_or(0);
        if self.odds(percent) { from.get(at).copied() } else { None }
    }

    /// Deals contacts to customers; see [`generate`](super::generate()).
    pub(super) fn shares(&mut self, customers: usize, contacts: u32) -> Vec<usize> {
        let mut shares = vec![0; customers];
        let contacts = (contacts as usize).min(customers.saturating_mul(CONTACTS_MAX));
        for dealt in 0..contacts {
            let at = if dealt < customers { dealt } else { self.seat(customers) };
            let (before, from) = shares.split_at_mut(at);
            let room = from.iter_mut().chain(before).find(|share| **share < CONTACTS_MAX);
            if let Some(share) = room {
                *share += 1;
            }
        }
        shares
    }

    fn seat(&mut self, customers: usize) -> usize {
        let all = customers as u64;
        let seat = if self.odds(50) { self.under(all) } else { self.under(all.div_ceil(5)) * 5 };
        usize::try_from(seat).unwrap_or(0)
    }
}

/// Ids in the shape of random ones.
impl NewIds for Chance {
    fn next(&mut self) -> Uuid {
        let bits = (u128::from(self.number()) << 64) | u128::from(self.number());
        uuid::Builder::from_random_bytes(bits.to_be_bytes()).into_uuid()
    }
}
