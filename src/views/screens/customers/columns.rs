//! The columns of the table: their words, their order on the page, and how each can be sorted.

use crate::{
    route::{Sort, SortBy, SortOrder},
    views::wording::Language,
};

/// One column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The name.
    Customer,
    /// The first of their people.
    Person,
    /// The phase.
    Phase,
    /// The main type.
    Type,
    /// The intensity.
    Intensity,
    /// Our view.
    OwnView,
    /// The customer's view.
    CustomerView,
    /// The band of twelve months.
    Year,
    /// What is next.
    Next,
    /// The worth per year.
    Worth,
}

impl Column {
    /// Every column from left to right.
    pub const ALL: [Self; 10] = [
        Self::Customer,
        Self::Person,
        Self::Phase,
        Self::Type,
        Self::Intensity,
        Self::OwnView,
        Self::CustomerView,
        Self::Year,
        Self::Next,
        Self::Worth,
    ];

    /// The class of its cells; which of them a narrow screen leaves out is the style's decision.
    pub fn class(self) -> &'static str {
        match self {
            Self::Customer => "of-name",
            Self::Person => "of-person muted",
            Self::Phase => "of-phase",
            Self::Type => "of-type",
            Self::Intensity => "of-intensity",
            Self::OwnView => "of-own-view",
            Self::CustomerView => "of-view",
            Self::Year => "of-year",
            Self::Next => "of-next",
            Self::Worth => "of-worth number",
        }
    }

    /// Its head.
    pub fn word(self, t: Language) -> &'static str {
        match self {
            Self::Customer => t.customers_column_customer(),
            Self::Person => t.customers_column_person(),
            Self::Phase => t.axis_phase(),
            Self::Type => t.axis_type(),
            Self::Intensity => t.axis_intensity(),
            Self::OwnView => t.axis_own_view(),
            Self::CustomerView => t.axis_customer_view(),
            Self::Year => t.customers_column_year(),
            Self::Next => t.customers_column_next(),
            Self::Worth => t.customers_column_worth(),
        }
    }

    /// By what a click on its head sorts. The band sorts by the last contact, its right end.
    pub fn sorts_by(self) -> Option<SortBy> {
        match self {
            Self::Customer => Some(SortBy::Name),
            Self::Phase => Some(SortBy::Phase),
            Self::Type => Some(SortBy::Type),
            Self::Intensity => Some(SortBy::Intensity),
            Self::Year => Some(SortBy::LastContact),
            Self::Next => Some(SortBy::Next),
            Self::Worth => Some(SortBy::Worth),
            Self::Person | Self::OwnView | Self::CustomerView => None,
        }
    }
}

/// What a click on a head makes of the order: the other end of the same column, or a new column
/// from the end that is looked for most.
pub fn turned(now: Sort, by: SortBy) -> Sort {
    let order = match (now.by == by, now.order) {
        (true, SortOrder::Ascending) => SortOrder::Descending,
        (true, SortOrder::Descending) => SortOrder::Ascending,
        (false, _) if matches!(by, SortBy::Worth | SortBy::Intensity | SortBy::LastContact) => {
            SortOrder::Descending
        }
        (false, _) => SortOrder::Ascending,
    };
    Sort { by, order }
}
