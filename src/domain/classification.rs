//! A change of the relationship's profile. Every one is kept (D16, R41).

use chrono::NaiveDate;

use super::{
    axes::{Intensity, Mode, RelationType, View},
    ids::ChangeId,
    level::{Dimension, Level},
    phase::Phase,
};

/// A value on one of the axes that have a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Classification {
    /// The phase.
    Phase(Phase),
    /// The main type.
    Type(Option<RelationType>),
    /// The mode.
    Mode(Option<Mode>),
    /// The intensity.
    Intensity(Option<Intensity>),
    /// Our view.
    OwnView(View),
    /// The customer's view.
    CustomerView(View),
    /// A rating; `None` when it was taken back.
    Rating(Dimension, Option<Level>),
}

impl Classification {
    /// Whether both are values of the same axis.
    pub fn is_same_axis(self, other: Self) -> bool {
        match (self, other) {
            (Self::Rating(one, _), Self::Rating(other, _)) => one == other,
            _ => std::mem::discriminant(&self) == std::mem::discriminant(&other),
        }
    }
}

/// One entry of a customer's history of classifications.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its id.
    pub id: ChangeId,
    /// The day of the change.
    pub on: NaiveDate,
    /// The new value.
    pub to: Classification,
}
