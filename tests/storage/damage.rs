//! Bytes go bad. One damaged file costs one file, its bytes stay, and the person is told.

use proptest::prelude::*;
use rapport::{
    domain::Workspace,
    storage::{LaneError, Place, Reason, SCHEMA},
};

use crate::{
    made_up::{Dice, customer, ids, workspace},
    shop::{Shop, Tab, wait},
};

/// A shop in which all customers lie on one page, so that they can hurt each other.
fn one_page(customers: usize, seed: u64) -> (Shop, Tab, u8) {
    let (shop, mut dice) = (Shop::default(), Dice(seed));
    let mut tab = shop.open(1).0;
    tab.save(|shown| {
        for _ in 0..customers {
            let mut customer = customer(&mut dice);
            let mut bytes = *customer.id.0.as_bytes();
            bytes[15] = 7;
            customer.id.0 = uuid::Uuid::from_bytes(bytes);
            shown.put(customer);
        }
    })
    .unwrap();
    (shop, tab, 7)
}

fn lost(before: &Workspace, after: &Workspace) -> usize {
    let kept = ids(after);
    assert!(kept.iter().all(|id| before.customer(*id) == after.customer(*id)));
    before.len() - kept.len()
}

proptest! {
    #[test]
    fn one_flipped_bit_costs_at_most_one_customer_and_its_bytes_stay(
        seed in 0..50u64, bit in any::<prop::sample::Index>(),
    ) {
        let (shop, tab, page) = one_page(6, seed);
        let mut bytes = shop.lane.pages()[&page].clone();
        let bit = bit.index(bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        shop.lane.put(page, bytes);
        let (mut again, opened) = shop.open(2);
        prop_assert_eq!(lost(&tab.shown, &opened.workspace), 1);
        prop_assert_eq!(opened.damage.len(), 1);
        prop_assert!(!opened.read_only);
        prop_assert_eq!(opened.missing, None);
        // The page is rewritten, and the damaged bytes are still in it.
        let id = ids(&again.shown)[0];
        again.save(|shown| {
            let mut edited = shown.customer(id).unwrap().as_ref().clone();
            edited.details.name = "Edited".into();
            shown.put(edited);
        }).unwrap();
        let reopened = shop.open(3).1;
        prop_assert_eq!(reopened.damage, opened.damage);
        prop_assert_eq!(reopened.workspace, again.shown);
    }

    #[test]
    fn no_page_upsets_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..400), cut in any::<prop::sample::Index>()) {
        let (shop, _, page) = one_page(3, 1);
        let mut mixed = shop.lane.pages()[&page].clone();
        let cut = cut.index(mixed.len());
        mixed.splice(cut..cut, bytes);
        shop.lane.put(page, mixed);
        prop_assert!(shop.open(2).1.workspace.len() >= 2);
    }
}

#[test]
fn an_edit_of_a_file_that_went_bad_stores_the_whole_file_anew() {
    let (shop, mut tab, page) = one_page(1, 4);
    let mut bytes = shop.lane.pages()[&page].clone();
    bytes[40] ^= 1;
    shop.lane.put(page, bytes);
    let id = ids(&tab.shown)[0];
    tab.save(|shown| {
        let mut edited = shown.customer(id).unwrap().as_ref().clone();
        edited.details.name = "Edited".into();
        shown.put(edited);
    })
    .unwrap();
    let opened = shop.open(2).1;
    assert_eq!(opened.workspace, tab.shown);
    assert_eq!(opened.damage.len(), 1);
}

#[test]
fn a_wiped_database_is_noticed_and_not_forgotten() {
    let (shop, _, page) = one_page(5, 4);
    shop.lane.put(page, Vec::new());
    let (mut tab, opened) = shop.open(2);
    assert_eq!(opened.missing, Some(5));
    tab.save(|shown| *shown = workspace(2, 1)).unwrap();
    let (tab, opened) = shop.open(3);
    assert_eq!(opened.missing, Some(3));
    tab.book.accept_missing();
    assert_eq!(shop.open(4).1.missing, None);
}

#[test]
fn a_file_of_a_newer_version_makes_the_book_read_only() {
    let (shop, _, page) = one_page(2, 4);
    let mut bytes = shop.lane.pages()[&page].clone();
    bytes.extend(frame(SCHEMA + 1, br#"{"kind":"customer","wholly":"new"}"#));
    shop.lane.put(page, bytes.clone());
    let (mut tab, opened) = shop.open(2);
    assert!(opened.read_only && tab.book.is_read_only());
    assert_eq!(opened.workspace.len(), 2);
    assert_eq!(opened.damage[0].reason, Reason::Newer(SCHEMA + 1));
    let receipt = tab.change(|shown| shown.put(customer(&mut Dice(9)))).unwrap();
    assert!(!receipt.journaled);
    assert_eq!(wait(tab.book.save(&receipt)), Err(LaneError::VersionTooNew));
    assert_eq!(shop.lane.pages()[&page], bytes);
    assert_eq!(shop.journal_keys(), Vec::<String>::new());
}

#[test]
fn an_older_tab_does_not_touch_a_file_that_a_newer_one_rewrote() {
    let (shop, mut tab, page) = one_page(1, 4);
    let id = ids(&tab.shown)[0];
    let json = format!(r#"{{"kind":"customer","id":"{id}","new":1}}"#);
    let newer = frame(SCHEMA + 1, json.as_bytes());
    shop.lane.put(page, newer.clone());
    let saved = tab.save(|shown| {
        let mut edited = shown.customer(id).unwrap().as_ref().clone();
        edited.details.name = "Edited".into();
        shown.put(edited);
    });
    assert_eq!(saved, Err(LaneError::VersionTooNew));
    assert_eq!(shop.lane.pages()[&page], newer);
    assert!(tab.book.is_read_only());
}

#[test]
fn a_damaged_journal_entry_is_kept_and_told() {
    let shop = Shop::default();
    let mut tab = shop.open(1).0;
    tab.change(|shown| *shown = workspace(2, 1)).unwrap();
    let key = shop.journal_keys()[0].clone();
    shop.journal.put(&key, "0000000{\"schema\":1}");
    shop.journal.put("not one of ours", "?");
    let opened = shop.open(2).1;
    assert_eq!(opened.replayed, 0);
    let places: Vec<_> = opened.damage.iter().map(|damage| damage.place.clone()).collect();
    assert_eq!(places, [Place::Journal(key), Place::Journal("not one of ours".into())]);
    assert_eq!(shop.journal_keys().len(), 2);
}

#[test]
fn everything_that_is_stored_can_be_downloaded_as_it_is() {
    let (shop, mut tab, page) = one_page(2, 4);
    tab.change(|shown| shown.put(customer(&mut Dice(9)))).unwrap();
    let raw = wait(tab.book.raw()).unwrap();
    assert!(raw.starts_with(&shop.lane.pages()[&page]));
    assert!(String::from_utf8_lossy(&raw).contains(&shop.journal_keys()[0]));
}

/// A frame as any version writes it.
fn frame(schema: u16, json: &[u8]) -> Vec<u8> {
    let length = json.len() as u32;
    let mut sum = crc32fast::Hasher::new();
    sum.update(&schema.to_le_bytes());
    sum.update(&length.to_le_bytes());
    sum.update(json);
    let mut frame = vec![0xFF, b'R', b'P', 0xFE];
    frame.extend(schema.to_le_bytes());
    frame.extend(length.to_le_bytes());
    frame.extend(sum.finalize().to_le_bytes());
    frame.extend(json);
    frame
}
