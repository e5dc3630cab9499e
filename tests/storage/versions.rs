//! Two devices, or two tabs, write into the same field: both values stay until somebody chooses. And
//! who was erased never comes back.

use std::rc::Rc;

use rapport::{
    domain::{CustomerId, Workspace},
    storage::{Book, Cause, RecordKey, Version, apply, file, memory::MemoryShelf},
};

use crate::{
    made_up::{Dice, customer, ids},
    shop::{Shop, Tab, wait},
};

const NOW: u64 = 1_800_000_000_000;

/// Another device: its own stores, its own number.
fn device(number: u64) -> Tab {
    let shop = Shop::default();
    let opening = Book::open(shop.lane, shop.journal, number, number, NOW);
    let (book, opened) = wait(opening).unwrap();
    Tab { book, shown: opened.workspace, now_ms: NOW + number }
}

fn rename(tab: &mut Tab, id: CustomerId, name: &str) {
    tab.save(|shown| {
        let mut edited = shown.customer(id).unwrap().as_ref().clone();
        edited.details.name = name.into();
        shown.put(edited);
    })
    .unwrap();
}

fn send(from: &Tab, to: &mut Tab) {
    let bytes = wait(from.book.backup(0)).unwrap();
    let receipt = to.book.adopt(file::read(&bytes).unwrap().records().unwrap()).unwrap();
    wait(to.book.save(&receipt)).unwrap();
    to.hear(&receipt.pages);
}

fn versions(tab: &Tab, id: CustomerId) -> Vec<Version> {
    wait(tab.book.versions(RecordKey::customer(id))).unwrap()
}

fn name(tab: &Tab, id: CustomerId) -> String {
    tab.shown.customer(id).unwrap().details.name.clone()
}

/// Two devices that both hold the customer.
fn two_devices() -> (Tab, Tab, CustomerId) {
    let (mut one, mut two) = (device(1), device(2));
    one.save(|shown| shown.put(customer(&mut Dice(8)))).unwrap();
    send(&one, &mut two);
    two.now_ms = one.now_ms + 1_000;
    let id = ids(&one.shown)[0];
    (one, two, id)
}

#[test]
fn what_two_devices_wrote_at_once_is_both_kept_and_shown() {
    let (mut one, mut two, id) = two_devices();
    rename(&mut one, id, "One");
    rename(&mut two, id, "Two");
    send(&one, &mut two);
    send(&two, &mut one);
    for tab in [&one, &two] {
        let found = versions(tab, id);
        assert_eq!(found.len(), 1);
        let both = (found[0].shown.as_str(), found[0].other.as_str());
        assert_eq!((found[0].path.as_str(), both), ("fields/name", ("Two", "One")));
        assert_eq!(name(tab, id), "Two");
    }
}

#[test]
fn an_edit_over_what_was_seen_leaves_one_version() {
    let (mut one, mut two, id) = two_devices();
    rename(&mut one, id, "One");
    send(&one, &mut two);
    rename(&mut two, id, "Two");
    send(&two, &mut one);
    send(&one, &mut two);
    assert_eq!((versions(&one, id), versions(&two, id)), (vec![], vec![]));
    assert_eq!((name(&one, id), name(&two, id)), ("Two".into(), "Two".into()));
}

#[test]
fn a_second_edit_of_ones_own_hides_no_foreign_one() {
    let (mut one, mut two, id) = two_devices();
    rename(&mut two, id, "Two");
    rename(&mut one, id, "One");
    rename(&mut one, id, "One again");
    send(&two, &mut one);
    let found = versions(&one, id);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].shown.as_str(), found[0].other.as_str()), ("Two", "One again"));
}

#[test]
fn who_chooses_the_other_value_has_one_version_on_both_devices() {
    let (mut one, mut two, id) = two_devices();
    rename(&mut one, id, "One");
    rename(&mut two, id, "Two");
    send(&two, &mut one);
    let choice = versions(&one, id)[0].choose_other();
    one.save(|shown| apply(shown, &[choice]).unwrap()).unwrap();
    send(&one, &mut two);
    assert_eq!((versions(&one, id), versions(&two, id)), (vec![], vec![]));
    assert_eq!((name(&one, id), name(&two, id)), ("One".into(), "One".into()));
}

#[test]
fn who_keeps_what_is_shown_has_one_version_on_both_devices() {
    let (mut one, mut two, id) = two_devices();
    rename(&mut one, id, "One");
    rename(&mut two, id, "Two");
    send(&two, &mut one);
    let receipt = one.book.keep_shown(&versions(&one, id)[0], NOW + 50).unwrap();
    wait(one.book.save(&receipt)).unwrap();
    send(&one, &mut two);
    assert_eq!((versions(&one, id), versions(&two, id)), (vec![], vec![]));
    assert_eq!(name(&two, id), "Two");
}

#[test]
fn a_tab_that_missed_a_message_keeps_what_the_other_wrote_beside_its_own() {
    let shop = Shop::default();
    let mut one = shop.open(1).0;
    one.save(|shown| shown.put(customer(&mut Dice(8)))).unwrap();
    let id = ids(&one.shown)[0];
    let mut two = shop.open(2).0;
    rename(&mut one, id, "One");
    two.now_ms = one.now_ms + 60_000;
    rename(&mut two, id, "Two");
    let found = versions(&two, id);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].shown.as_str(), found[0].other.as_str()), ("Two", "One"));
    // Who heard of it and writes again has decided.
    two.hear_all();
    rename(&mut two, id, "Three");
    assert_eq!(versions(&two, id), []);
}

#[test]
fn a_value_that_both_wrote_alike_is_no_question() {
    let (mut one, mut two, id) = two_devices();
    rename(&mut one, id, "Same");
    rename(&mut two, id, "Same");
    send(&two, &mut one);
    assert_eq!(versions(&one, id), []);
}

fn erase(tab: &mut Tab, id: CustomerId) {
    let receipt = tab.book.erase(RecordKey::customer(id), NOW).unwrap();
    wait(tab.book.save(&receipt)).unwrap();
    tab.hear(&receipt.pages);
}

#[test]
fn an_erased_person_comes_back_from_no_device_file_journal_or_point() {
    let (shop, shelf) = (Shop::default(), Rc::new(MemoryShelf::default()));
    let mut tab = shop.open_with(1, shelf.clone()).0;
    let mut erased = customer(&mut Dice(8));
    erased.details.name = "Xaver Unvergessen".into();
    let id = erased.id;
    tab.save(|shown| {
        shown.put(erased.clone());
        shown.put(customer(&mut Dice(9)));
    })
    .unwrap();
    let backup = wait(tab.book.backup(0)).unwrap();
    wait(tab.book.keep_point(Cause::Routine, NOW)).unwrap();
    // A tab that has not heard of anything, with an edit in the journal.
    let mut other = shop.open_with(2, shelf.clone()).0;
    other.change(|shown| {
        let mut edited = shown.customer(id).unwrap().as_ref().clone();
        edited.details.notes = "Xaver Unvergessen schrieb".into();
        shown.put(edited);
    });
    erase(&mut tab, id);
    wait(tab.book.erase_in_points(RecordKey::customer(id))).unwrap();
    assert_eq!(tab.shown.customer(id), None);
    other.save_all().unwrap();
    let receipt = tab.book.adopt(file::read(&backup).unwrap().records().unwrap()).unwrap();
    wait(tab.book.save(&receipt)).unwrap();
    let (reopened, opened) = shop.open_with(3, shelf.clone());
    assert_eq!((opened.workspace.customer(id), opened.workspace.len()), (None, 1));
    let everywhere = [wait(reopened.book.raw()).unwrap(), wait(reopened.book.backup(0)).unwrap()];
    let points = shelf.things().into_iter().map(|(_, bytes)| bytes);
    for bytes in everywhere.into_iter().chain(points) {
        assert!(!String::from_utf8_lossy(&bytes).contains("Xaver"), "the name is still stored");
    }
    let points = wait(reopened.book.points()).unwrap();
    assert_eq!(points.len(), 1);
    let point = wait(reopened.book.point(&points[0])).unwrap();
    assert_eq!(file::read(&point).unwrap().workspace().unwrap().len(), 1);
    // A new device that gets the backup with the list, then an old file, does not learn of them.
    let mut new = device(7);
    send(&reopened, &mut new);
    let receipt = new.book.adopt(file::read(&backup).unwrap().records().unwrap()).unwrap();
    wait(new.book.save(&receipt)).unwrap();
    new.hear(&receipt.pages);
    assert_eq!(new.shown.customer(id), None);
    assert_ne!(new.shown, Workspace::default());
}
