//! A failure at every place where something is written, once and for good.

use rapport::{
    domain::Workspace,
    storage::Cause,
    storage::memory::{Fault, MemoryLane, MemoryShelf, ShelfFault},
};
use std::rc::Rc;

use crate::{
    made_up::{Dice, edit, workspace},
    shop::{Shop, wait},
    world::{FULL, announce},
};

const OPERATIONS: usize = 500;
const SEED: u64 = 11;

/// What the person does, one operation after the other: each the workspace after it.
fn script() -> Vec<Workspace> {
    let mut dice = Dice(SEED);
    let mut now = workspace(6, SEED);
    let mut script = vec![now.clone()];
    while script.len() < OPERATIONS {
        edit(&mut now, &mut dice);
        if script.last() != Some(&now) {
            script.push(now.clone());
        }
    }
    script
}

fn copy(shop: &Shop) -> Shop {
    let lane = MemoryLane::default();
    shop.lane.pages().into_iter().for_each(|(number, bytes)| lane.put(number, bytes));
    Shop { lane: Rc::new(lane), ..Shop::default() }
}

/// Goes on with the script on a copy of the stores while they fail; everything must be shown all the
/// time, and be stored once the stores work again.
fn survives(shop: &Shop, rest: &[Workspace], fault: Fault, journal: Option<usize>, case: &str) {
    let shop = copy(shop);
    let mut tab = shop.open(1).0;
    shop.lane.fail(Some(fault));
    shop.journal.limit(journal);
    for after in rest {
        let Some(receipt) = tab.change(|shown| *shown = after.clone()) else { continue };
        let saved = wait(tab.book.save(&receipt));
        let is_kept = saved.is_ok() || tab.book.unsaved().contains(&receipt);
        assert!(is_kept, "{case}: neither saved nor waiting");
    }
    let shown = tab.shown.clone();
    if journal.is_none() {
        // The tab dies; another one opens while the store still fails, and then one when it works.
        drop(tab);
        assert_eq!(shop.open(2).1.workspace, shown, "{case}: after the death of the tab");
        shop.lane.fail(None);
    } else {
        shop.lane.fail(None);
        tab.save_all().unwrap();
    }
    assert_eq!(shop.open(3).1.workspace, shown, "{case}: once the store works");
    assert_eq!(shop.open(4).1.replayed, 0, "{case}: something was saved twice");
}

#[test]
fn a_failure_at_every_write_of_500_operations_loses_nothing() {
    let script = script();
    let shop = Shop::default();
    let mut tab = shop.open(1).0;
    let mut cases = 0;
    for at in 0..script.len() {
        let few = &script[at..script.len().min(at + 4)];
        // The writes of the next operation, counted on a copy.
        let writes = {
            let copy = copy(&shop);
            let mut tab = copy.open(1).0;
            tab.save(|shown| *shown = script[at].clone()).unwrap();
            copy.lane.writes()
        };
        for write in 0..writes {
            for (lasts, confirms_nothing) in
                [(false, false), (true, false), (false, true), (true, true)]
            {
                let fault = Fault { at: write, lasts, confirms_nothing, error: FULL };
                let case = format!("operation {at}, write {write}, lasts {lasts}");
                survives(&shop, few, fault.clone(), None, &case);
                cases += 1;
                if lasts && at % 50 == 0 {
                    survives(&shop, &script[at..], fault, None, &format!("{case}, to the end"));
                    cases += 1;
                }
            }
        }
        // The journal is full from here on, and the store fails, too.
        let fault = Fault { at: 0, lasts: true, confirms_nothing: false, error: FULL };
        survives(&shop, few, fault, Some(at % 3), &format!("operation {at}, journal full"));
        cases += 1;
        tab.save(|shown| *shown = script[at].clone()).unwrap();
    }
    announce("failures at a write", cases, SEED);
}

#[test]
fn a_failure_at_every_restore_point_leaves_the_older_ones_whole() {
    let script = script();
    let mut cases = 0;
    for at in 0..40 {
        for fault in [ShelfFault::Full(at), ShelfFault::Torn(at)] {
            let shop = Shop::default();
            let shelf = Rc::new(MemoryShelf::default());
            let mut tab = shop.open_with(1, shelf.clone()).0;
            let book = tab.book.clone();
            shelf.fail(Some(fault));
            let mut kept = Vec::new();
            for (place, after) in script.iter().enumerate().take(60) {
                tab.save(|shown| *shown = after.clone()).unwrap();
                let now_ms = 1_800_000_000_000 + place as u64 * 1_200_000;
                if let Ok(point) = wait(book.keep_point(Cause::Routine, now_ms)) {
                    kept.push((point, after.clone()));
                }
            }
            let points = wait(book.points()).unwrap();
            assert_eq!(points.is_empty(), kept.is_empty(), "{fault:?}");
            for point in &points {
                let bytes = wait(book.point(point)).unwrap();
                let file = rapport::storage::file::read(&bytes).unwrap();
                let then = &kept.iter().find(|(kept, _)| kept == point).unwrap().1;
                assert_eq!(&file.workspace().unwrap(), then, "{fault:?}");
            }
            if let Some((last, _)) = kept.last() {
                assert_eq!(points.first(), Some(last), "{fault:?}");
            }
            cases += 1;
        }
    }
    announce("failures at a restore point", cases, SEED);
}
