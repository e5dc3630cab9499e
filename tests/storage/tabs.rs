//! Several tabs on one workspace, as unreliable as tabs are: messages come late, twice or never.

use std::collections::HashSet;

use proptest::prelude::*;
use rapport::domain::{ContactId, Workspace};

use crate::{
    made_up::{Dice, contact, customer, edit, ids, workspace},
    shop::{Shop, Tab, step, wait},
};

fn contacts(workspace: &Workspace) -> HashSet<ContactId> {
    workspace.in_order().flat_map(|card| card.customer.contacts.keys().map(|(_, id)| *id)).collect()
}

fn add_contact(shown: &mut Workspace, dice: &mut Dice) -> ContactId {
    let (id, contact) = (dice.of(&ids(shown)), contact(dice));
    shown.put_contact(id, contact.clone()).unwrap();
    contact.id
}

proptest! {
    #[test]
    fn tabs_in_any_order_end_up_alike_and_lose_no_contact(seed in any::<u64>()) {
        let (shop, mut dice) = (Shop::default(), Dice(!seed));
        shop.open(9).0.save(|shown| *shown = workspace(3, seed)).unwrap();
        let mut tabs: Vec<Tab> = (1..=3).map(|tab| shop.open(tab).0).collect();
        let mut added = HashSet::new();
        for _ in 0..40 {
            let at = dice.roll(tabs.len());
            match dice.roll(5) {
                0 => {
                    let mut id = None;
                    tabs[at].change(|shown| id = Some(add_contact(shown, &mut dice)));
                    added.extend(id);
                }
                1 => {
                    if let Some(receipt) = tabs[at].book.unsaved().first() {
                        wait(tabs[at].book.save(receipt)).unwrap();
                    }
                }
                2 => tabs[at].hear_all(),
                3 => {
                    // It dies, and another one takes its place.
                    tabs[at] = shop.open(10 + dice.0).0;
                }
                _ => {
                    tabs[at].change(|shown| {
                        let id = dice.of(&ids(shown));
                        let mut edited = shown.customer(id).unwrap().as_ref().clone();
                        edited.details.name = dice.text();
                        edited.profile = customer(&mut dice).profile;
                        shown.put(edited);
                    });
                }
            }
        }
        tabs.iter().for_each(|tab| tab.save_all().unwrap());
        tabs.iter_mut().for_each(Tab::hear_all);
        let stored = shop.stored();
        prop_assert!(tabs.iter().all(|tab| tab.shown == stored));
        prop_assert!(contacts(&stored).is_superset(&added));
    }

    #[test]
    fn what_arrives_late_undoes_nothing_of_ones_own(seed in any::<u64>(), steps in 0..4usize) {
        let (shop, mut dice) = (Shop::default(), Dice(!seed));
        let mut tab = shop.open(1).0;
        tab.save(|shown| *shown = workspace(2, seed)).unwrap();
        let mut fetching = Box::pin(tab.book.fetch(&(0..=255).collect::<Vec<_>>()));
        let mut arrived = step(fetching.as_mut());
        // Meanwhile the person goes on, and some of it is saved before the pages arrive.
        for done in 0..4 {
            let receipt = tab.change(|shown| edit(shown, &mut dice));
            if let Some(receipt) = receipt && done < steps {
                wait(tab.book.save(&receipt)).unwrap();
            }
        }
        while arrived.is_pending() {
            arrived = step(fetching.as_mut());
        }
        let std::task::Poll::Ready(Ok(arrived)) = arrived else { panic!() };
        let shown = tab.shown.clone();
        prop_assert_eq!(tab.book.absorb(arrived, &tab.shown), None);
        tab.save_all().unwrap();
        prop_assert_eq!(shop.stored(), shown);
    }
}

#[test]
fn a_tab_sees_what_another_one_saved() {
    let shop = Shop::default();
    let (mut one, mut two) = (shop.open(1).0, shop.open(2).0);
    let pages = one.save(|shown| *shown = workspace(4, 1)).unwrap();
    two.hear(&pages);
    assert_eq!(two.shown, one.shown);
    let arrived = wait(two.book.fetch(&pages)).unwrap();
    assert_eq!(two.book.absorb(arrived, &two.shown), None, "nothing differs any more");
}

#[test]
fn a_tab_sees_what_another_one_took_back() {
    let shop = Shop::default();
    let (mut one, mut two) = (shop.open(1).0, shop.open(2).0);
    let pages = one.save(|shown| shown.put(customer(&mut Dice(1)))).unwrap();
    two.hear(&pages);
    let pages = one.save(|shown| *shown = Workspace::default()).unwrap();
    two.hear(&pages);
    assert!(two.shown.is_empty());
}

#[test]
fn two_edits_of_one_customer_are_both_kept() {
    let shop = Shop::default();
    shop.open(9).0.save(|shown| *shown = workspace(1, 1)).unwrap();
    let (mut one, mut two) = (shop.open(1).0, shop.open(2).0);
    let id = ids(&one.shown)[0];
    let change = |edit: fn(&mut rapport::domain::Customer)| {
        move |shown: &mut Workspace| {
            let mut edited = shown.customer(id).unwrap().as_ref().clone();
            edit(&mut edited);
            shown.put(edited);
        }
    };
    one.save(change(|customer| customer.details.name = "One".into())).unwrap();
    two.save(change(|customer| customer.details.notes = "Two".into())).unwrap();
    let stored = shop.stored();
    let details = &stored.customer(id).unwrap().details;
    assert_eq!((details.name.as_str(), details.notes.as_str()), ("One", "Two"));
}
