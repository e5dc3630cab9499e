//! When a field was written: a hybrid clock that orders the edits of all devices alike.

use std::fmt;

/// The moment of an edit. The larger of two stamps wins a merge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    wall_ms: u64,
    counter: u16,
    device: u64,
}

/// The end of the year 9999. The 48 bits that a written stamp has for the time leave a thousand
/// years behind it for successors.
const LAST_WALL_MS: u64 = 253_402_300_799_999;

/// How far a stamp of another device may pull the own clock forward.
const DRIFT_MAX_MS: u64 = 24 * 60 * 60 * 1000;

/// 64 characters in the order of their bytes, so that written stamps sort like stamps.
const DIGITS: &[u8; 64] = b"-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

/// The length of a written stamp: 128 bits, 6 to a character.
const WRITTEN: usize = 22;

impl Stamp {
    /// Before every edit: what is filled in from memory loses to anything that was ever written.
    pub const BEFORE_ALL: Self = Self { wall_ms: 0, counter: 0, device: 0 };

    /// A stamp at this time, held inside the years 1970 to 9999.
    pub fn new(wall_ms: u64, counter: u16, device: u64) -> Self {
        Self { wall_ms: wall_ms.min(LAST_WALL_MS), counter, device }
    }

    /// Milliseconds since 1970.
    pub fn wall_ms(self) -> u64 {
        self.wall_ms
    }

    /// The device that made the edit.
    pub fn device(self) -> u64 {
        self.device
    }

    /// The next stamp, given by this device. It may pass the year 9999, so that an edit over a
    /// stamp from there still wins.
    #[must_use]
    pub fn successor(self, device: u64) -> Self {
        match self.counter.checked_add(1) {
            Some(counter) => Self { wall_ms: self.wall_ms, counter, device },
            None => Self { wall_ms: self.wall_ms.saturating_add(1), counter: 0, device },
        }
    }

    /// The same moment as the stamp of a device of its own: for what another tab of this device
    /// wrote without this one knowing.
    #[must_use]
    pub(super) fn of_another_tab(self) -> Self {
        Self { device: !self.device, ..self }
    }

    /// Reads what [`Display`](fmt::Display) wrote.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != WRITTEN {
            return None;
        }
        let mut bits: u128 = 0;
        for byte in text.bytes() {
            let digit = DIGITS.binary_search(&byte).ok()?;
            bits = bits.checked_mul(64)?.checked_add(digit as u128)?;
        }
        let (wall_ms, counter) = ((bits >> 80) as u64, (bits >> 64) as u16);
        Some(Self { wall_ms, counter, device: bits as u64 })
    }

    /// Whether the stamp leaves room for successors. One from a foreign file that does not could
    /// never be edited over again.
    pub fn is_plausible(self) -> bool {
        self.wall_ms <= LAST_WALL_MS
    }

    fn bits(self) -> u128 {
        (u128::from(self.wall_ms) << 80)
            | (u128::from(self.counter) << 64)
            | u128::from(self.device)
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = self.bits();
        for place in (0..WRITTEN).rev() {
            let digit = (bits >> (6 * place)) & 63;
            let byte = DIGITS.get(digit as usize).copied().unwrap_or(b'-');
            fmt::Write::write_char(out, char::from(byte))?;
        }
        Ok(())
    }
}

/// Gives the stamps of one device. Never goes back, whatever the clock on the wall does.
#[derive(Clone, Debug)]
pub struct Clock {
    device: u64,
    last: Stamp,
}

impl Clock {
    /// The clock of this device.
    pub fn new(device: u64) -> Self {
        Self { device, last: Stamp::BEFORE_ALL }
    }

    /// The stamp of an edit now, over a field that was written at `over`. It is larger than both,
    /// so that the person's own edit always wins on their screen. A stamp from the far future moves
    /// the clock itself by no more than a day.
    pub fn tick(&mut self, now_ms: u64, over: Option<Stamp>) -> Stamp {
        let now = Stamp::new(now_ms, 0, self.device);
        let tick = now.max(self.last.successor(self.device));
        let stamp = over.map_or(tick, |over| tick.max(over.successor(self.device)));
        let limit = Stamp::new(now_ms.saturating_add(DRIFT_MAX_MS), 0, self.device);
        self.last = if stamp <= limit { stamp } else { tick };
        stamp
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_stamp() -> impl Strategy<Value = Stamp> {
        (0..=LAST_WALL_MS, any::<u16>(), any::<u64>()).prop_map(|(w, c, d)| Stamp::new(w, c, d))
    }

    proptest! {
        #[test]
        fn a_written_stamp_reads_back_and_sorts(a in any_stamp(), b in any_stamp()) {
            prop_assert_eq!(Stamp::parse(&a.to_string()), Some(a));
            prop_assert_eq!(a.to_string().cmp(&b.to_string()), a.cmp(&b));
            prop_assert!(a.successor(0) > a);
        }

        #[test]
        fn no_text_upsets_the_reader(text in ".{0,30}") {
            let _ = Stamp::parse(&text);
        }

        #[test]
        fn the_clock_never_goes_back(times in prop::collection::vec(any::<u64>(), 1..40)) {
            let mut clock = Clock::new(7);
            let stamps: Vec<Stamp> = times.into_iter().map(|now| clock.tick(now, None)).collect();
            prop_assert!(stamps.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }

    #[test]
    fn an_own_edit_wins_over_a_stamp_from_2099_and_the_clock_stays() {
        let (now, far) = (1_800_000_000_000, Stamp::new(4_070_908_800_000, 9, 1));
        let mut clock = Clock::new(7);
        assert!(clock.tick(now, Some(far)) > far);
        assert_eq!(clock.tick(now + 1, None), Stamp::new(now + 1, 0, 7));
    }

    #[test]
    fn a_stamp_a_little_ahead_takes_the_clock_along() {
        let (now, ahead) = (1_800_000_000_000, Stamp::new(1_800_000_060_000, 0, 1));
        let mut clock = Clock::new(7);
        let over = clock.tick(now, Some(ahead));
        assert!(clock.tick(now, None) > over);
    }

    #[test]
    fn an_edit_over_the_last_stamp_of_all_still_wins() {
        let last = Stamp::new(u64::MAX, u16::MAX, u64::MAX);
        let over = Clock::new(7).tick(0, Some(last));
        assert!(over > last);
        assert_eq!(Stamp::parse(&over.to_string()), Some(over));
    }
}
