//! The board: the same customers in columns, grouped by any axis.

use chrono::NaiveDate;

use super::{
    amount::{Amount, Worth},
    axes::{Intensity, Mode, RelationType, View},
    classification::Classification,
    customer::Customer,
    filter::Filter,
    ids::{ColumnId, CustomerId},
    phase::Phase,
    scheme::{OwnColumn, Scheme},
    workspace::Workspace,
};

/// By what the board is divided into columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// By phase, in one of the schemes.
    Phase(Scheme),
    /// By main type.
    Type,
    /// By mode.
    Mode,
    /// By intensity.
    Intensity,
    /// By the customer's own view.
    CustomerView,
}

impl Default for Grouping {
    fn default() -> Self {
        Self::Phase(Scheme::default())
    }
}

/// Which column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColumnKey {
    /// A column of a named scheme, named by its first phase.
    Phase(Phase),
    /// A column of the own scheme.
    Own(ColumnId),
    /// A main type, or none yet.
    Type(Option<RelationType>),
    /// A mode, or none yet.
    Mode(Option<Mode>),
    /// An intensity, or none yet.
    Intensity(Option<Intensity>),
    /// A view of the customer.
    View(View),
}

impl ColumnKey {
    /// The stable word for scripts and styles; `none` for what is not set.
    pub fn key(self) -> String {
        match self {
            Self::Phase(phase) => phase.key().to_owned(),
            Self::Own(id) => id.to_string(),
            Self::Type(value) => value.map_or("none", RelationType::key).to_owned(),
            Self::Mode(value) => value.map_or("none", Mode::key).to_owned(),
            Self::Intensity(value) => value.map_or("none", Intensity::key).to_owned(),
            Self::View(view) => view.key().to_owned(),
        }
    }
}

/// A place in a column: between these two, as the person sees them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The card above.
    pub after: Option<CustomerId>,
    /// The card below.
    pub before: Option<CustomerId>,
}

/// One column of a board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Which.
    pub key: ColumnKey,
    /// The customers, from the top.
    pub cards: Vec<CustomerId>,
    /// What they are worth together; expected as soon as one of them is.
    pub sum: Worth,
    /// How many days half of them have been here at most.
    pub median_days: Option<u32>,
}

/// The columns of a board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// From left to right.
    pub columns: Vec<Column>,
}

impl Board {
    /// Where a customer is: the column and the place in it.
    pub fn find(&self, id: CustomerId) -> Option<(usize, usize)> {
        self.columns.iter().enumerate().find_map(|(column, content)| {
            let place = content.cards.iter().position(|card| *card == id)?;
            Some((column, place))
        })
    }
}

/// Lays out the board: one pass over the customers in their order.
pub fn arrange(
    workspace: &Workspace,
    grouping: Grouping,
    filter: &Filter,
    today: NaiveDate,
) -> Board {
    let own = &workspace.settings().columns;
    let mut columns: Vec<Building> = grouping.columns(own).into_iter().map(Building::new).collect();
    let filter = filter.prepare(today);
    for card in workspace.in_order() {
        if !filter.takes_on_board(card) {
            continue;
        }
        let key = grouping.column_of(&card.customer, own);
        if let Some(column) = columns.iter_mut().find(|column| column.key == key) {
            column.take(&card.customer, grouping, own, today);
        }
    }
    Board { columns: columns.into_iter().map(Building::finish).collect() }
}

struct Building {
    key: ColumnKey,
    cards: Vec<CustomerId>,
    sum: Worth,
    days: Vec<u32>,
}

impl Building {
    fn new(key: ColumnKey) -> Self {
        let sum = Worth { amount: Amount(0), expected: false };
        Self { key, cards: Vec::new(), sum, days: Vec::new() }
    }

    fn take(
        &mut self,
        customer: &Customer,
        grouping: Grouping,
        own: &[OwnColumn],
        today: NaiveDate,
    ) {
        self.cards.push(customer.id);
        if let Some(worth) = customer.details.worth {
            self.sum.amount = self.sum.amount.plus(worth.amount);
            self.sum.expected |= worth.expected;
        }
        let days = (today - grouping.there_since(customer, own)).num_days();
        self.days.push(u32::try_from(days).unwrap_or(0));
    }

    fn finish(mut self) -> Column {
        let middle = self.days.len().saturating_sub(1) / 2;
        let median_days = (!self.days.is_empty()).then(|| *self.days.select_nth_unstable(middle).1);
        Column { key: self.key, cards: self.cards, sum: self.sum, median_days }
    }
}

impl Grouping {
    /// The columns from left to right; what is not set comes first, as the place to start from.
    pub fn columns(self, own: &[OwnColumn]) -> Vec<ColumnKey> {
        fn with_none<T: Copy>(all: &[T], key: impl Fn(Option<T>) -> ColumnKey) -> Vec<ColumnKey> {
            std::iter::once(None).chain(all.iter().copied().map(Some)).map(key).collect()
        }
        match self {
            Self::Phase(Scheme::Own) if own.is_empty() => {
                Phase::ALL.into_iter().map(ColumnKey::Phase).collect()
            }
            Self::Phase(Scheme::Own) => {
                own.iter().map(|column| ColumnKey::Own(column.id)).collect()
            }
            Self::Phase(scheme) => scheme.columns().iter().copied().map(ColumnKey::Phase).collect(),
            Self::Type => with_none(RelationType::ALL, ColumnKey::Type),
            Self::Mode => with_none(Mode::ALL, ColumnKey::Mode),
            Self::Intensity => with_none(Intensity::ALL, ColumnKey::Intensity),
            Self::CustomerView => View::ALL.iter().copied().map(ColumnKey::View).collect(),
        }
    }

    /// The column a customer stands in.
    pub fn column_of(self, customer: &Customer, own: &[OwnColumn]) -> ColumnKey {
        let profile = &customer.profile;
        match self {
            Self::Phase(Scheme::Own) => own_column_of(customer, own),
            Self::Phase(scheme) => ColumnKey::Phase(scheme.column_of(profile.phase)),
            Self::Type => ColumnKey::Type(profile.main_type),
            Self::Mode => ColumnKey::Mode(profile.mode),
            Self::Intensity => ColumnKey::Intensity(profile.intensity),
            Self::CustomerView => ColumnKey::View(profile.customer_view.view),
        }
    }

    /// Since when a customer has been in its column.
    pub fn there_since(self, customer: &Customer, own: &[OwnColumn]) -> NaiveDate {
        let profile = &customer.profile;
        match self {
            Self::Phase(scheme) => {
                let now = Classification::Phase(profile.phase);
                let phase_column = |phase| match scheme {
                    Scheme::Own => own_phase_column(phase, own),
                    named => ColumnKey::Phase(named.column_of(phase)),
                };
                let here = phase_column(profile.phase);
                customer.there_since(now, |to| match to {
                    Classification::Phase(phase) => phase_column(phase) == here,
                    _ => false,
                })
            }
            Self::Type => there(customer, Classification::Type(profile.main_type)),
            Self::Mode => there(customer, Classification::Mode(profile.mode)),
            Self::Intensity => there(customer, Classification::Intensity(profile.intensity)),
            Self::CustomerView => {
                there(customer, Classification::CustomerView(profile.customer_view.view))
            }
        }
    }
}

fn there(customer: &Customer, now: Classification) -> NaiveDate {
    customer.there_since(now, |to| to == now)
}

/// The chosen column while it still stands for the customer's phase, else the first that does.
fn own_column_of(customer: &Customer, own: &[OwnColumn]) -> ColumnKey {
    let phase = customer.profile.phase;
    let chosen =
        own.iter().find(|column| Some(column.id) == customer.column && column.phase == phase);
    chosen.map_or_else(|| own_phase_column(phase, own), |column| ColumnKey::Own(column.id))
}

/// The first own column for a phase: one that stands for it, else the nearest.
fn own_phase_column(phase: Phase, own: &[OwnColumn]) -> ColumnKey {
    own.iter()
        .min_by_key(|column| (column.phase as i8 - phase as i8).abs())
        .map_or(ColumnKey::Phase(phase), |column| ColumnKey::Own(column.id))
}
