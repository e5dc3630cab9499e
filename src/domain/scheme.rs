//! Phase schemes: the articles' three, and the person's own. Each only groups the fine phase.

use super::{ids::ColumnId, phase::Phase};

/// A way to divide the course of a relationship into columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scheme {
    /// Anbahnung, Aufbau, Bindung; here Bindung includes care (B3 to B6).
    #[default]
    A,
    /// Akquisition, Bindung, Pflege; here Bindung comes right after winning (D10 to D13).
    B,
    /// Akquisition, Bindung, Entwicklung, Pflege (D22).
    C,
    /// The person's own columns.
    Own,
}

impl Scheme {
    /// Every scheme.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::Own];

    /// The stable word for addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::C => "c",
            Self::Own => "own",
        }
    }

    /// The scheme with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.key() == key)
    }

    /// The columns, each named by its first phase. The own scheme has its columns in the settings.
    pub fn columns(self) -> &'static [Phase] {
        match self {
            Self::A => &[Phase::Acquire, Phase::FirstDeal, Phase::Bind],
            Self::B => &[Phase::Acquire, Phase::Bind, Phase::Care],
            Self::C => &[Phase::Acquire, Phase::Bind, Phase::Develop, Phase::Care],
            Self::Own => &[],
        }
    }

    /// The column that holds this phase.
    pub fn column_of(self, phase: Phase) -> Phase {
        use Phase::{Acquire, Bind, Care, Develop, FirstDeal};
        match (self, phase) {
            (Self::A, Bind | Develop | Care) => Bind,
            (Self::B | Self::C, FirstDeal | Bind) => Bind,
            (Self::B, Develop | Care) => Care,
            (_, Acquire) => Acquire,
            (_, phase) => phase,
        }
    }

    /// The phase a customer gets by moving from `phase` into `column`: the nearest one the column
    /// holds, so that a move inside one column changes nothing.
    pub fn enter(self, column: Phase, phase: Phase) -> Phase {
        let held = Phase::ALL.into_iter().filter(|held| self.column_of(*held) == column);
        held.min_by_key(|held| (*held as i8 - phase as i8).abs()).unwrap_or(column)
    }
}

/// One column of the person's own scheme. It stands for a phase, so that the other schemes know
/// where its customers belong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnColumn {
    /// Its id.
    pub id: ColumnId,
    /// Its name; never empty.
    pub name: String,
    /// The phase it stands for.
    pub phase: Phase,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phase_has_one_column_in_each_named_scheme() {
        for scheme in [Scheme::A, Scheme::B, Scheme::C] {
            for phase in Phase::ALL {
                assert!(scheme.columns().contains(&scheme.column_of(phase)));
            }
        }
    }

    #[test]
    fn entering_a_column_goes_to_the_nearest_phase_it_holds() {
        assert_eq!(Scheme::B.enter(Phase::Bind, Phase::Acquire), Phase::FirstDeal);
        assert_eq!(Scheme::B.enter(Phase::Bind, Phase::Care), Phase::Bind);
        assert_eq!(Scheme::A.enter(Phase::Bind, Phase::Care), Phase::Care);
        assert_eq!(Scheme::A.enter(Phase::FirstDeal, Phase::Care), Phase::FirstDeal);
    }
}
