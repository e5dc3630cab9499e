//! Which screen is shown, as the fragment of the address says it.
//!
//! Pure: text to [`Route`] and back, without loss. A fragment may come from anywhere, so whatever it
//! holds is read as far as it makes sense and the rest is passed over; nothing here can fail.

mod ideas;
mod query;
#[cfg(test)]
mod tests;

use std::{collections::BTreeSet, fmt};

use crate::domain::{
    ColumnKey, CustomerId, Filter, Grouping, Intensity, Kind, Mode, Phase, RelationType, Scheme,
    Standing, View,
};

pub use ideas::{IdeasPart, IdeasQuery};
use query::{Pairs, Query};

/// A screen and what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// What is due.
    Today,
    /// The board; also what an empty fragment means.
    Board(BoardQuery),
    /// The same customers as a table.
    Customers(CustomersQuery),
    /// One customer.
    Customer(CustomerId),
    /// The ideas, polls and groups.
    Ideas(IdeasQuery),
    /// Surveys and answers.
    Feedback,
    /// Programmes and products.
    Instruments,
    /// Figures.
    Insights,
    /// Import, export, settings.
    Data,
    /// None of ours: the fragment as it stood, still encoded. Share codes come this way.
    Unknown(String),
}

/// What the board shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoardQuery {
    /// By what it is divided.
    pub grouping: Grouping,
    /// Which customers.
    pub filter: Filter,
    /// The columns that are folded away. Only those of the grouping get into the address.
    pub folded: BTreeSet<ColumnKey>,
}

/// What the table shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CustomersQuery {
    /// Which customers.
    pub filter: Filter,
    /// From which shelf.
    pub shelf: Shelf,
    /// In which order.
    pub sort: Sort,
}

/// Where the customers of a table are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// In the book, with this standing.
    Book(Standing),
    /// In the trash.
    Trash,
}

/// The order of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// By which column.
    pub by: SortBy,
    /// From which end.
    pub order: SortOrder,
}

/// From which end a table begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortOrder {
    /// The smallest, the earliest, A.
    #[default]
    Ascending,
    /// The largest, the latest, Z.
    Descending,
}

/// A column by which a table can be sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// The customer's name.
    #[default]
    Name,
    /// The phase.
    Phase,
    /// The main type.
    Type,
    /// The intensity.
    Intensity,
    /// The last contact.
    LastContact,
    /// What is next.
    Next,
    /// The value per year.
    Worth,
    /// The contact person on our side.
    OurContact,
}

impl Default for Shelf {
    fn default() -> Self {
        Self::Book(Standing::Active)
    }
}

impl Default for Route {
    fn default() -> Self {
        Self::Board(BoardQuery::default())
    }
}

impl Shelf {
    /// Every shelf.
    pub const ALL: [Self; 5] = [
        Self::Book(Standing::Active),
        Self::Book(Standing::Resting),
        Self::Book(Standing::Lost),
        Self::Book(Standing::Archived),
        Self::Trash,
    ];

    /// The stable word for addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Book(standing) => standing.key(),
            Self::Trash => "trash",
        }
    }

    /// The shelf with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shelf| shelf.key() == key)
    }
}

impl SortBy {
    /// Every column, as a table shows them.
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::Phase,
        Self::Type,
        Self::Intensity,
        Self::LastContact,
        Self::Next,
        Self::Worth,
        Self::OurContact,
    ];

    /// The stable word for addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Phase => "phase",
            Self::Type => "type",
            Self::Intensity => "intensity",
            Self::LastContact => "last",
            Self::Next => "next",
            Self::Worth => "worth",
            Self::OurContact => "who",
        }
    }

    /// The column with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.key() == key)
    }
}

impl Route {
    /// Reads a fragment, with or without `#` in front.
    pub fn parse(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let pairs = Pairs(query);
        let unknown = || Self::Unknown(fragment.to_owned());
        match path.trim_matches('/') {
            "" | "board" => Self::Board(BoardQuery::parse(&pairs)),
            "today" => Self::Today,
            "customers" => Self::Customers(CustomersQuery::parse(&pairs)),
            "feedback" => Self::Feedback,
            "instruments" => Self::Instruments,
            "insights" => Self::Insights,
            "data" => Self::Data,
            path if path == "ideas" || path.starts_with("ideas/") => {
                IdeasQuery::parse(path, &pairs).map_or_else(unknown, Self::Ideas)
            }
            path => path
                .strip_prefix("customers/")
                .and_then(|id| id.parse().ok())
                .map_or_else(unknown, Self::Customer),
        }
    }
}

/// The fragment with `#` in front, ready for a link.
impl fmt::Display for Route {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today => out.write_str("#/today"),
            Self::Board(query) => write!(out, "#/board{}", query.print().0),
            Self::Customers(query) => write!(out, "#/customers{}", query.print().0),
            Self::Customer(id) => write!(out, "#/customers/{id}"),
            Self::Ideas(query) => query.print(out),
            Self::Feedback => out.write_str("#/feedback"),
            Self::Instruments => out.write_str("#/instruments"),
            Self::Insights => out.write_str("#/insights"),
            Self::Data => out.write_str("#/data"),
            Self::Unknown(fragment) => write!(out, "#{fragment}"),
        }
    }
}

impl BoardQuery {
    fn parse(pairs: &Pairs) -> Self {
        let scheme = || pairs.key("scheme", Scheme::from_key).unwrap_or_default();
        let grouping = match pairs.get("by").as_deref() {
            Some("type") => Grouping::Type,
            Some("mode") => Grouping::Mode,
            Some("intensity") => Grouping::Intensity,
            Some("view") => Grouping::CustomerView,
            _ => Grouping::Phase(scheme()),
        };
        let folded = pairs.get("off").unwrap_or_default();
        let mut query = Self { grouping, filter: parse_filter(pairs), ..Self::default() };
        for key in folded.split(',').filter_map(|key| column(grouping, key)) {
            query.folded.insert(key);
        }
        query
    }

    fn print(&self) -> Query {
        let mut query = Query::default();
        match self.grouping {
            Grouping::Phase(scheme) if scheme == Scheme::default() => {}
            Grouping::Phase(scheme) => query.push("scheme", scheme.key()),
            Grouping::Type => query.push("by", "type"),
            Grouping::Mode => query.push("by", "mode"),
            Grouping::Intensity => query.push("by", "intensity"),
            Grouping::CustomerView => query.push("by", "view"),
        }
        print_filter(&self.filter, &mut query);
        let ours =
            self.folded.iter().filter(|key| column(self.grouping, &key.key()) == Some(**key));
        let folded: Vec<String> = ours.map(|key| key.key()).collect();
        if !folded.is_empty() {
            query.push("off", &folded.join(","));
        }
        query
    }
}

/// The column of a grouping with this key.
fn column(grouping: Grouping, key: &str) -> Option<ColumnKey> {
    fn or_none<T>(key: &str, value: Option<T>) -> Option<Option<T>> {
        if key == "none" { Some(None) } else { value.map(Some) }
    }
    match grouping {
        Grouping::Phase(Scheme::Own) => {
            key.parse().ok().map(ColumnKey::Own).or(Phase::from_key(key).map(ColumnKey::Phase))
        }
        Grouping::Phase(_) => Phase::from_key(key).map(ColumnKey::Phase),
        Grouping::Type => or_none(key, RelationType::from_key(key)).map(ColumnKey::Type),
        Grouping::Mode => or_none(key, Mode::from_key(key)).map(ColumnKey::Mode),
        Grouping::Intensity => or_none(key, Intensity::from_key(key)).map(ColumnKey::Intensity),
        Grouping::CustomerView => View::from_key(key).map(ColumnKey::View),
    }
}

impl CustomersQuery {
    fn parse(pairs: &Pairs) -> Self {
        let by = pairs.key("sort", SortBy::from_key).unwrap_or_default();
        let order = match pairs.get("order").as_deref() {
            Some("down") => SortOrder::Descending,
            _ => SortOrder::Ascending,
        };
        let shelf = pairs.key("shelf", Shelf::from_key).unwrap_or_default();
        Self { filter: parse_filter(pairs), shelf, sort: Sort { by, order } }
    }

    fn print(&self) -> Query {
        let mut query = Query::default();
        if self.shelf != Shelf::default() {
            query.push("shelf", self.shelf.key());
        }
        print_filter(&self.filter, &mut query);
        if self.sort.by != SortBy::default() {
            query.push("sort", self.sort.by.key());
        }
        if self.sort.order == SortOrder::Descending {
            query.push("order", "down");
        }
        query
    }
}

fn parse_filter(pairs: &Pairs) -> Filter {
    Filter {
        text: pairs.get("q").unwrap_or_default(),
        tag: pairs.get("tag"),
        relation_type: pairs.key("type", RelationType::from_key),
        kind: pairs.key("kind", kind_from_key),
        our_contact: pairs.get("who"),
        overdue: pairs.get("due").as_deref() == Some("overdue"),
    }
}

fn print_filter(filter: &Filter, query: &mut Query) {
    if !filter.text.is_empty() {
        query.push("q", &filter.text);
    }
    if let Some(tag) = &filter.tag {
        query.push("tag", tag);
    }
    if let Some(relation_type) = filter.relation_type {
        query.push("type", relation_type.key());
    }
    if let Some(kind) = filter.kind {
        query.push("kind", kind_key(kind));
    }
    if let Some(who) = &filter.our_contact {
        query.push("who", who);
    }
    if filter.overdue {
        query.push("due", "overdue");
    }
}

fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Firm => "firm",
        Kind::Person => "person",
    }
}

fn kind_from_key(key: &str) -> Option<Kind> {
    [Kind::Firm, Kind::Person].into_iter().find(|kind| kind_key(*kind) == key)
}
