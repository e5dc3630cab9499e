//! Which customers the table shows, and in which order. Comparing names is the browser's affair and
//! the costly part, so the order by name is kept until a name changes; every other order is a stable
//! sort of it by a number worked out once per row.

use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;

use crate::{
    domain::{Card, CustomerId, Workspace, fold},
    platform::intl,
    route::{CustomersQuery, Shelf, SortBy, SortOrder},
    views::wording::Language,
};

/// Every customer by name.
#[derive(Clone)]
pub struct ByName {
    workspace: Workspace,
    /// From A to Z.
    pub order: Arc<Vec<CustomerId>>,
}

impl ByName {
    /// The order for the workspace as it is now, and whether it differs from the one before.
    pub fn follow(before: Option<Self>, now: &Workspace, t: Language) -> (Self, bool) {
        match before {
            Some(before) if same_names(&before.workspace, now) => {
                (Self { workspace: now.clone(), order: before.order }, false)
            }
            _ => (Self { workspace: now.clone(), order: Arc::new(by_name(now, t)) }, true),
        }
    }
}

fn same_names(before: &Workspace, now: &Workspace) -> bool {
    now.changed_since(before).into_iter().all(|id| match (before.customer(id), now.customer(id)) {
        (Some(before), Some(now)) => before.details.name == now.details.name,
        _ => false,
    })
}

/// Sorted roughly by a key of our own first: the browser then only confirms, which takes a
/// comparison per name instead of fifteen.
fn by_name(workspace: &Workspace, t: Language) -> Vec<CustomerId> {
    let mut named: Vec<(String, &Arc<Card>)> =
        workspace.in_order().map(|card| (rough_key(&card.customer.details.name), card)).collect();
    named.sort_by(|(a, _), (b, _)| a.cmp(b));
    let names: Vec<&str> =
        named.iter().map(|(_, card)| card.customer.details.name.as_str()).collect();
    let places = intl::order(t.tag(), &names).into_iter();
    places.filter_map(|place| named.get(place)).map(|(_, card)| card.customer.id).collect()
}

/// Folded, with numbers filled up so that 2 comes before 10.
fn rough_key(name: &str) -> String {
    let folded = fold(name);
    if !folded.contains(|c: char| c.is_ascii_digit()) {
        return folded;
    }
    let mut key = String::with_capacity(folded.len() + 8);
    let mut digits = String::new();
    for c in folded.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            flush(&mut digits, &mut key);
            key.push(c);
        }
    }
    flush(&mut digits, &mut key);
    key
}

fn flush(digits: &mut String, key: &mut String) {
    if !digits.is_empty() {
        key.push_str(&format!("{digits:0>9}"));
        digits.clear();
    }
}

/// The customers asked for, in the order asked for. What has no value comes last in both directions.
pub fn arrange(
    workspace: &Workspace,
    by_name: &[CustomerId],
    query: &CustomersQuery,
    today: NaiveDate,
    t: Language,
) -> Vec<CustomerId> {
    let filter = query.filter.prepare(today);
    let cards = by_name.iter().filter_map(|id| workspace.card(*id));
    let cards: Vec<&Arc<Card>> =
        cards.filter(|card| lies_on(card, query.shelf) && filter.takes(card)).collect();
    let ids = |cards: &[&Arc<Card>]| cards.iter().map(|card| card.customer.id).collect::<Vec<_>>();
    let descends = query.sort.order == SortOrder::Descending;
    if query.sort.by == SortBy::Name {
        let mut ids = ids(&cards);
        if descends {
            ids.reverse();
        }
        return ids;
    }
    let who = (query.sort.by == SortBy::OurContact).then(|| ranks_of_ours(&cards, t));
    let key = |card: &Card| match &who {
        Some(ranks) => ranks.get(card.customer.details.our_contact.as_str()).copied(),
        None => key_of(card, query.sort.by),
    };
    let mut keyed: Vec<(Option<i64>, CustomerId)> =
        cards.iter().map(|card| (key(card), card.customer.id)).collect();
    if descends {
        keyed.sort_by_key(|(key, _)| (key.is_none(), Reverse(*key)));
    } else {
        keyed.sort_by_key(|(key, _)| (key.is_none(), *key));
    }
    keyed.into_iter().map(|(_, id)| id).collect()
}

/// Whether a customer is kept there.
pub fn lies_on(card: &Card, shelf: Shelf) -> bool {
    let customer = &card.customer;
    match shelf {
        Shelf::Trash => customer.is_trashed(),
        Shelf::Book(standing) => !customer.is_trashed() && customer.standing == standing,
    }
}

fn key_of(card: &Card, by: SortBy) -> Option<i64> {
    use chrono::Datelike;
    let (details, profile) = (&card.customer.details, &card.customer.profile);
    match by {
        SortBy::Name | SortBy::OurContact => None,
        SortBy::Phase => Some(profile.phase as i64),
        SortBy::Type => profile.main_type.map(|value| value as i64),
        SortBy::Intensity => profile.intensity.map(|value| value as i64),
        SortBy::LastContact => {
            card.customer.last_contact().map(|contact| contact.at.and_utc().timestamp())
        }
        SortBy::Next => card.due.as_ref().map(|due| due.on.num_days_from_ce().into()),
        SortBy::Worth => details.worth.map(|worth| worth.amount.0),
    }
}

/// The people on our side are few, so each name is compared once.
fn ranks_of_ours<'a>(cards: &[&'a Arc<Card>], t: Language) -> BTreeMap<&'a str, i64> {
    let ours = cards.iter().map(|card| card.customer.details.our_contact.as_str());
    let distinct: std::collections::BTreeSet<&str> = ours.filter(|who| !who.is_empty()).collect();
    let distinct: Vec<&str> = distinct.into_iter().collect();
    let places = intl::order(t.tag(), &distinct).into_iter();
    places.filter_map(|place| distinct.get(place).copied()).zip(0..).collect()
}
