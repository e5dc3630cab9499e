//! Restore points: what they give back, and when they keep out of the way.

use std::rc::Rc;

use rapport::storage::{Cause, PointError, file, memory::MemoryShelf};

use crate::{
    made_up::{Dice, customer, ids, workspace},
    shop::{Shop, wait},
};

const NOW: u64 = 1_800_000_000_000;

#[test]
fn a_wiped_database_comes_back_from_the_restore_point_and_says_so() {
    let (shop, shelf) = (Shop::default(), Rc::new(MemoryShelf::default()));
    let mut tab = shop.open_with(1, shelf.clone()).0;
    tab.save(|shown| *shown = workspace(5, 3)).unwrap();
    wait(tab.book.keep_point(Cause::Routine, NOW)).unwrap();
    let wiped = Shop::default();
    let (tab, opened) = wiped.open_with(2, shelf.clone());
    assert_eq!(opened.came_back, Some(5));
    assert_eq!((opened.workspace, opened.missing), (tab.shown.clone(), None));
    // It is stored again, and said once.
    assert_eq!(wiped.open_with(3, shelf).1.came_back, None);
    assert_eq!(wiped.stored(), tab.shown);
}

#[test]
fn a_damaged_file_is_completed_from_the_restore_point_and_its_bytes_stay() {
    let (shop, shelf) = (Shop::default(), Rc::new(MemoryShelf::default()));
    let mut tab = shop.open_with(1, shelf.clone()).0;
    tab.save(|shown| shown.put(customer(&mut Dice(4)))).unwrap();
    wait(tab.book.keep_point(Cause::Routine, NOW)).unwrap();
    let (page, mut bytes) = shop.lane.pages().into_iter().next().unwrap();
    bytes[60] ^= 1;
    shop.lane.put(page, bytes);
    let opened = shop.open_with(2, shelf).1;
    assert_eq!((opened.workspace, opened.came_back), (tab.shown, Some(1)));
    assert_eq!(opened.damage.len(), 1);
}

#[test]
fn the_rebuilding_overwrites_nothing_newer() {
    let (shop, shelf) = (Shop::default(), Rc::new(MemoryShelf::default()));
    let mut tab = shop.open_with(1, shelf.clone()).0;
    tab.save(|shown| *shown = workspace(3, 3)).unwrap();
    wait(tab.book.keep_point(Cause::Routine, NOW)).unwrap();
    let id = ids(&tab.shown)[0];
    tab.save(|shown| {
        let mut edited = shown.customer(id).unwrap().as_ref().clone();
        edited.details.name = "Newer".into();
        shown.put(edited);
    })
    .unwrap();
    let lost = ids(&tab.shown)[1].0.as_bytes()[15];
    shop.lane.put(lost, Vec::new());
    assert_eq!(shop.open_with(2, shelf).1.workspace, tab.shown);
}

#[test]
fn a_point_of_tables_that_lost_something_replaces_no_good_one() {
    let (shop, shelf) = (Shop::default(), Rc::new(MemoryShelf::default()));
    let mut tab = shop.open_with(1, shelf).0;
    tab.save(|shown| *shown = workspace(3, 3)).unwrap();
    let good = wait(tab.book.keep_point(Cause::Routine, NOW)).unwrap();
    shop.lane.pages().into_iter().for_each(|(page, _)| shop.lane.put(page, Vec::new()));
    let bad = wait(tab.book.keep_point(Cause::Routine, NOW + 1));
    assert_eq!(bad, Err(PointError::Differs));
    assert_eq!(wait(tab.book.points()).unwrap(), [good]);
}

#[test]
fn nothing_new_makes_no_new_point() {
    let (shop, shelf) = (Shop::default(), Rc::new(MemoryShelf::default()));
    let mut tab = shop.open_with(1, shelf).0;
    tab.save(|shown| *shown = workspace(3, 3)).unwrap();
    let first = wait(tab.book.keep_point(Cause::Routine, NOW)).unwrap();
    assert_eq!(wait(tab.book.keep_point(Cause::Import, NOW + 1)).unwrap(), first);
    assert_eq!(wait(tab.book.points()).unwrap().len(), 1);
}

#[test]
fn a_shape_that_is_older_is_kept_before_anything_is_written() {
    let (shop, shelf) = (Shop::default(), Rc::new(MemoryShelf::default()));
    let mut tab = shop.open(1).0;
    tab.save(|shown| *shown = workspace(2, 3)).unwrap();
    rapport::storage::Journal::set_canary(&*shop.journal, Some(r#"{"customers":2,"schema":0}"#));
    let tab = shop.open_with(2, shelf).0;
    let points = wait(tab.book.points()).unwrap();
    assert_eq!(points.iter().map(|point| point.cause).collect::<Vec<_>>(), [Cause::Upgrade]);
    let bytes = wait(tab.book.point(&points[0])).unwrap();
    assert_eq!(file::read(&bytes).unwrap().workspace().unwrap(), tab.shown);
}
