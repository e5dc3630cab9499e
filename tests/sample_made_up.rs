//! Made-up workspaces: as large as asked for, valid, and the same on every run.

#![allow(clippy::unwrap_used, reason = "clippy knows only the test functions as tests")]

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rapport::{
    domain::{Customer, CustomerDraft, Filter, Grouping, Scheme, Workspace, arrange},
    sample::{add_ideas, generate},
};

fn today() -> NaiveDate {
    "2026-03-12".parse().unwrap()
}

fn customers(workspace: &Workspace) -> Vec<&Customer> {
    workspace.in_order().map(|card| card.customer.as_ref()).collect()
}

fn made_up(customers: u32, contacts: u32, seed: u64) -> Workspace {
    generate(customers, contacts, seed, today(), None).unwrap()
}

fn contacts_in(workspace: &Workspace) -> usize {
    customers(workspace).iter().map(|customer| customer.contacts.len()).sum()
}

#[test]
fn made_up_customers_come_in_the_number_asked_for() {
    for (count, contacts) in [(0, 0), (1, 0), (3, 2), (1, 5), (100, 1_000), (1_000, 10_000)] {
        let workspace = made_up(count, contacts, 1);
        assert_eq!((workspace.len(), contacts_in(&workspace)), (count as usize, contacts as usize));
    }
    assert_eq!(contacts_in(&made_up(0, 5, 1)), 0);
    assert_eq!(contacts_in(&made_up(1, 6_000, 1)), 5_000);
}

#[test]
fn the_same_seed_gives_the_same_workspace() {
    let (once, again) = (made_up(200, 1_500, 42), made_up(200, 1_500, 42));
    assert_eq!(format!("{once:?}"), format!("{again:?}"));
    assert_ne!(once, made_up(200, 1_500, 43));
}

#[test]
fn made_up_customers_are_spread_and_could_have_been_typed_in() {
    let workspace = made_up(500, 5_000, 3);
    let all = customers(&workspace);
    let groupings = [
        Grouping::Phase(Scheme::C),
        Grouping::Type,
        Grouping::Mode,
        Grouping::Intensity,
        Grouping::CustomerView,
    ];
    for grouping in groupings {
        let board = arrange(&workspace, grouping, &Filter::default(), today());
        assert!(board.columns.iter().all(|column| column.cards.len() > 10), "{grouping:?}");
    }
    for customer in &all {
        let (details, profile) = CustomerDraft::of(customer, ',').check(today()).unwrap();
        assert_eq!((&details, &profile), (&customer.details, &customer.profile));
        assert!(customer.history.iter().map(|change| change.on).is_sorted());
        for contact in customer.contacts.values() {
            assert!(contact.at.date() < today() && contact.at.date() >= customer.since());
            assert!((60..=125).contains(&contact.text.chars().count()), "{}", contact.text);
        }
    }
    let names: BTreeSet<&str> = all.iter().map(|customer| customer.details.name.as_str()).collect();
    assert!(names.len() > 490, "{}", names.len());
    let ids: BTreeSet<_> = all.iter().map(|customer| customer.id).collect();
    assert_eq!(ids.len(), 500);
    assert!(ids.iter().all(|id| id.0.get_version_num() == 4));
    let longest = all.iter().map(|customer| customer.rank.to_string().len()).max();
    assert!(longest < Some(24), "{longest:?}");
}

#[test]
fn made_up_ideas_come_in_the_number_asked_for_and_each_customer_votes_once() {
    let mut workspace = made_up(40, 0, 3);
    add_ideas(&mut workspace, 100, 10, 3, today()).unwrap();
    assert_eq!(workspace.ideas().count(), 100);
    assert!(workspace.ideas().all(|card| card.votes == 10));
    let indexed: usize =
        customers(&workspace).iter().map(|customer| workspace.ideas_of(customer.id).count()).sum();
    assert_eq!(indexed, 1_000);
    let mut few = made_up(3, 0, 3);
    add_ideas(&mut few, 5, 10, 3, today()).unwrap();
    assert!(few.ideas().all(|card| card.votes == 3));
}
