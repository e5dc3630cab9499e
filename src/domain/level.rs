//! Ratings from 1 to 5 and the dimensions they are given on.

use std::{fmt, str::FromStr};

use super::{axes::axis, sheet::Slot};

/// From 1 (not at all) to 5 (fully).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

impl Level {
    /// The lowest to the highest.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The level with this number; `None` outside 1 to 5.
    pub fn new(level: u8) -> Option<Self> {
        (1..=5).contains(&level).then_some(Self(level))
    }

    /// 1 to 5.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Level {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl FromStr for Level {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        text.parse().ok().and_then(Self::new).ok_or(())
    }
}

axis! {
    /// What is rated; each has a history, so that a trend can be drawn.
    Dimension {
        /// Trust (B2, A16, D1).
        Trust = "trust",
        /// Communication (B2).
        Communication = "communication",
        /// Added value (B2).
        Value = "value",
        /// Emotional closeness (B2).
        Closeness = "closeness",
        /// Satisfaction with the product (E9).
        Product = "product",
        /// Satisfaction with the buying process (E10).
        Process = "process",
        /// Satisfaction with the relationship (E21).
        Relationship = "relationship",
        /// How dependent the customer is on us (E19).
        Dependency = "dependency",
        /// The benefit the customer perceives (E20).
        Benefit = "benefit",
    }
}

impl Dimension {
    /// Its place in the portrait.
    pub fn slot(self) -> Slot {
        match self {
            Self::Trust => Slot::Trust,
            Self::Communication => Slot::Communication,
            Self::Value => Slot::Value,
            Self::Closeness => Slot::Closeness,
            Self::Product => Slot::Product,
            Self::Process => Slot::Process,
            Self::Relationship => Slot::Relationship,
            Self::Dependency => Slot::Dependency,
            Self::Benefit => Slot::Benefit,
        }
    }
}
