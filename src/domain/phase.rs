//! The phase of a relationship, stored as finely as any of the articles' schemes needs it.

/// Where a relationship stands. Coarser schemes are read from it (see [`Scheme`](super::Scheme)),
/// so that switching between them loses nothing (B3, D22).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// First touch points (B4, D11).
    #[default]
    Acquire,
    /// First purchases, consultations, interactions (B5).
    FirstDeal,
    /// The customer comes back; service and regular contact (B6, D12).
    Bind,
    /// Up- and cross-selling (D22).
    Develop,
    /// Feedback and adjustments (D13).
    Care,
}

impl Phase {
    /// All phases, from the first touch point on.
    pub const ALL: [Self; 5] =
        [Self::Acquire, Self::FirstDeal, Self::Bind, Self::Develop, Self::Care];

    /// The stable word for addresses, files and styles.
    pub fn key(self) -> &'static str {
        match self {
            Self::Acquire => "acquire",
            Self::FirstDeal => "first-deal",
            Self::Bind => "bind",
            Self::Develop => "develop",
            Self::Care => "care",
        }
    }

    /// The phase with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| phase.key() == key)
    }
}
