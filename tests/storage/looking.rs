//! The start that only reads: it shows what the whole start would, and a book that goes on from it
//! writes what any other would.

use std::rc::Rc;

use rapport::storage::{Book, Journal, Looked, difference};

use crate::{
    made_up::{ids, workspace},
    shop::{DEVICE, Shop, Tab},
};

const NOW: u64 = 1_800_000_000_000;

fn look(shop: &Shop) -> Option<Looked> {
    let mut pages = shop.lane.pages().into_iter();
    Looked::of(&mut pages, shop.journal.canary().as_deref())
}

fn take_up(shop: &Shop, tab: u64) -> Tab {
    let (lane, journal) = (shop.lane.clone(), shop.journal.clone());
    let mut looked = look(shop).unwrap();
    looked.complete().unwrap();
    let shown = looked.workspace.clone();
    let book = Book::take_up(lane, journal, None, DEVICE, tab, NOW, looked);
    Tab { book, shown, now_ms: NOW }
}

/// A shop with some customers, the same every time.
fn shop() -> Shop {
    let shop = Shop::default();
    let mut tab = shop.open(1).0;
    tab.save(|shown| *shown = workspace(30, 5)).unwrap();
    shop
}

fn rename_first(tab: &mut Tab) {
    tab.save(|shown| {
        let id = ids(shown)[0];
        let mut edited = shown.customer(id).unwrap().as_ref().clone();
        edited.details.name = "Gunther Glas".into();
        shown.put(edited);
    })
    .unwrap();
}

#[test]
fn a_look_shows_what_the_whole_start_shows() {
    let shop = shop();
    let mut looked = look(&shop).unwrap();
    looked.complete().unwrap();
    let whole = shop.open(2).1;
    assert!(!looked.is_new() && difference(&looked.workspace, &whole.workspace).is_empty());
    assert_eq!(looked.workspace.len(), 30);
}

#[test]
fn an_edit_after_a_look_is_stored_as_after_the_whole_start() {
    let (one, two) = (shop(), shop());
    rename_first(&mut take_up(&one, 2));
    rename_first(&mut two.open(2).0);
    assert_eq!(one.lane.pages(), two.lane.pages());
    assert_eq!(one.journal.canary(), two.journal.canary());
}

#[test]
fn what_another_tab_stored_after_the_look_is_absorbed() {
    let shop = shop();
    let mut early = take_up(&shop, 2);
    let mut other = shop.open(3).0;
    rename_first(&mut other);
    early.hear_all();
    assert!(early.shown.changed_since(&other.shown).is_empty());
}

#[test]
fn an_empty_store_is_new() {
    let looked = look(&Shop::default()).unwrap();
    assert!(looked.is_new() && looked.workspace.is_empty());
}

#[test]
fn a_wiped_store_is_not_taken_for_an_empty_one() {
    let shop = shop();
    let wiped = Shop { journal: Rc::clone(&shop.journal), ..Shop::default() };
    assert!(look(&wiped).is_none());
}

#[test]
fn damage_and_newer_files_and_unknown_schemas_need_the_whole_start() {
    let shop = shop();
    let (number, bytes) = shop.lane.pages().into_iter().next().unwrap();
    let mut broken = bytes.clone();
    broken.truncate(bytes.len() - 1);
    shop.lane.put(number, broken);
    assert!(look(&shop).is_none());
    shop.lane.put(number, bytes);
    assert!(look(&shop).is_some());
    shop.journal.set_canary(None);
    assert!(look(&shop).is_none());
}

#[test]
fn a_look_leaves_out_what_the_board_does_not_show_until_it_is_completed() {
    let shop = shop();
    let mut looked = look(&shop).unwrap();
    let whole = shop.open(2).1.workspace;
    assert!(!difference(&looked.workspace, &whole).is_empty());
    assert_eq!(looked.complete(), Some(true));
    assert_eq!(difference(&looked.workspace, &whole), []);
    assert_eq!(looked.complete(), Some(false));
}
