//! What is written comes back, whatever it is.

use proptest::prelude::*;
use rapport::{
    domain::{CustomerId, Phase, Workspace},
    storage::{Record, RecordKey, Stamp, apply, difference},
};
use serde_json::{Value, json};

use crate::{
    made_up::{Dice, contact, customer, edit, ids, workspace},
    shop::{Shop, there_and_back, wait},
};

proptest! {
    #[test]
    fn a_difference_leads_from_one_workspace_to_the_other_and_back(seed in any::<u64>(), edits in 0..12) {
        let before = workspace(4, seed);
        let (mut after, mut dice) = (before.clone(), Dice(seed ^ 1));
        (0..edits).for_each(|_| edit(&mut after, &mut dice));
        there_and_back(&before, &after);
    }

    #[test]
    fn any_workspace_is_there_again_after_a_restart(seed in any::<u64>()) {
        let (shop, mut dice) = (Shop::default(), Dice(seed ^ 2));
        let mut tab = shop.open(1).0;
        tab.save(|shown| *shown = workspace(5, seed)).unwrap();
        for _ in 0..6 {
            let receipt = tab.change(|shown| edit(shown, &mut dice));
            receipt.map(|receipt| wait(tab.book.save(&receipt)).unwrap());
        }
        prop_assert_eq!(shop.stored(), tab.shown);
    }
}

#[test]
fn only_what_differs_is_written() {
    let before = workspace(3, 7);
    assert_eq!(difference(&before, &before), []);
    let id = ids(&before)[1];
    let mut after = before.clone();
    let mut moved = after.customer(id).unwrap().as_ref().clone();
    moved.profile.phase =
        if moved.profile.phase == Phase::Care { Phase::Bind } else { Phase::Care };
    let word = moved.profile.phase.key();
    after.put(moved);
    let patches = difference(&before, &after);
    assert_eq!(patches.len(), 1);
    assert_eq!(patches[0].fields, [("fields/phase".to_owned(), json!(word).to_string().into())]);
}

#[test]
fn the_undo_of_my_move_leaves_the_contact_of_another_tab_alone() {
    let mut dice = Dice(3);
    let before = workspace(1, 3);
    let id = ids(&before)[0];
    let mut moved = before.clone();
    let mut edited = moved.customer(id).unwrap().as_ref().clone();
    edited.details.name = "Moved".into();
    moved.put(edited);
    let mut now = moved.clone();
    let theirs = contact(&mut dice);
    now.put_contact(id, theirs.clone()).unwrap();
    apply(&mut now, &difference(&moved, &before)).unwrap();
    let undone = now.customer(id).unwrap();
    assert_eq!(undone.details, before.customer(id).unwrap().details);
    assert_eq!(undone.contact(theirs.id).map(AsRef::as_ref), Some(&theirs));
}

#[test]
fn a_customer_that_is_gone_cannot_be_patched_and_nothing_else_is() {
    let before = workspace(2, 5);
    let [first, second] = ids(&before)[..] else { panic!() };
    let mut after = before.clone();
    for id in [first, second] {
        let mut edited = after.customer(id).unwrap().as_ref().clone();
        edited.details.name = "Edited".into();
        after.put(edited);
    }
    let mut without = before.clone();
    without.remove(second);
    let untouched = without.clone();
    assert!(apply(&mut without, &difference(&before, &after)).is_err());
    assert_eq!(without, untouched);
}

#[test]
fn a_new_customer_can_be_taken_back_and_brought_again() {
    let shop = Shop::default();
    let mut tab = shop.open(1).0;
    let empty = tab.shown.clone();
    let new = workspace(2, 9);
    tab.save(|shown| *shown = new.clone()).unwrap();
    tab.save(|shown| *shown = empty.clone()).unwrap();
    assert_eq!(shop.stored(), Workspace::default());
    let mut tab = shop.open(2).0;
    tab.save(|shown| *shown = new.clone()).unwrap();
    assert_eq!(shop.stored(), new);
}

/// A customer as a newer version would write it.
fn from_the_future(id: CustomerId) -> Record {
    let mut record = Record::new(RecordKey::customer(id));
    let mut set = |path: &str, value: Value| {
        record.set(path, value.to_string(), Stamp::new(1_700_000_000_000, 0, 5))
    };
    set("fields/created", json!("2026-01-01"));
    set("fields/name", json!("Later"));
    set("fields/colour", json!({"hue": 7}));
    set("votes/first", json!([1, 2]));
    set(
        "contacts/00000000-0000-0000-0000-0000000000c1",
        json!({"at": "2026-01-02T09:00", "channel": "call", "direction": "out", "rating": [5]}),
    );
    record
}

#[test]
fn what_newer_versions_keep_survives_edits_of_this_one() {
    let (shop, id) = (Shop::default(), CustomerId(Dice(1).id()));
    let mut tab = shop.open(1).0;
    let receipt = tab.book.adopt(vec![from_the_future(id)]).unwrap();
    tab.hear(&wait(tab.book.save(&receipt)).unwrap());
    tab.save(|shown| {
        let mut edited = shown.customer(id).unwrap().as_ref().clone();
        edited.details.name = "Edited".into();
        let mut told = edited.contacts.last().unwrap().1.as_ref().clone();
        told.text = "Told".into();
        edited.put_contact(told);
        shown.put(edited);
    })
    .unwrap();
    let mut tab = shop.open(2).0;
    tab.save(|shown| shown.put(customer(&mut Dice(77)))).unwrap();
    let backup = wait(tab.book.backup(0)).unwrap();
    let file = rapport::storage::file::read(&backup).unwrap();
    let record = file.records().unwrap().into_iter().find(|record| record.key.id == id.0).unwrap();
    let value =
        |path: &str| -> Value { serde_json::from_str(&record.get(path).unwrap().value).unwrap() };
    assert_eq!(value("fields/name"), json!("Edited"));
    assert_eq!(value("fields/colour"), json!({"hue": 7}));
    assert_eq!(value("votes/first"), json!([1, 2]));
    let contact = value("contacts/00000000-0000-0000-0000-0000000000c1");
    assert_eq!((&contact["text"], &contact["rating"]), (&json!("Told"), &json!([5])));
}

#[test]
fn an_own_edit_wins_over_a_stamp_from_2099() {
    let (shop, id) = (Shop::default(), CustomerId(Dice(1).id()));
    let mut record = from_the_future(id);
    record.set("fields/name", "\"From 2099\"", Stamp::new(4_070_908_800_000, 3, 9));
    let mut tab = shop.open(1).0;
    let receipt = tab.book.adopt(vec![record.clone()]).unwrap();
    tab.hear(&wait(tab.book.save(&receipt)).unwrap());
    tab.save(|shown| {
        let mut edited = shown.customer(id).unwrap().as_ref().clone();
        edited.details.name = "Mine".into();
        shown.put(edited);
    })
    .unwrap();
    tab.hear_all();
    assert_eq!(tab.shown.customer(id).unwrap().details.name, "Mine");
    assert_eq!(shop.stored().customer(id).unwrap().details.name, "Mine");
    wait(tab.book.save(&tab.book.adopt(vec![record]).unwrap())).unwrap();
    assert_eq!(shop.stored().customer(id).unwrap().details.name, "Mine");
}
