//! The tab dies, the disk is full, the store says no: at every point, and nothing is lost.

use std::task::Poll;

use rapport::{
    domain::Workspace,
    storage::{LaneError, memory::Fault},
};

use crate::{
    made_up::{Dice, edit, workspace},
    shop::{Shop, step, wait},
};

/// What the person does, one operation after the other: each the workspace after it.
fn script(operations: usize) -> Vec<Workspace> {
    let mut dice = Dice(11);
    let mut now = workspace(12, 11);
    let mut script = vec![now.clone()];
    while script.len() < operations {
        edit(&mut now, &mut dice);
        if script.last() != Some(&now) {
            script.push(now.clone());
        }
    }
    script
}

#[test]
fn a_tab_that_dies_between_any_two_steps_loses_nothing() {
    let script = script(12);
    for dies_at in 0..script.len() {
        // 0: right after the journal. Then one step of the saving more each time, to its end.
        for steps in 0..5 {
            let shop = Shop::default();
            let mut tab = shop.open(1).0;
            for after in &script[..dies_at] {
                tab.save(|shown| *shown = after.clone()).unwrap();
            }
            let receipt = tab.change(|shown| *shown = script[dies_at].clone()).unwrap();
            assert!(receipt.journaled);
            let mut saving = Box::pin(tab.book.save(&receipt));
            let mut polled = Poll::Pending;
            for _ in 0..steps {
                if polled.is_pending() {
                    polled = step(saving.as_mut());
                }
            }
            drop((saving, tab));
            let (_, opened) = shop.open(2);
            assert_eq!(opened.workspace, script[dies_at], "operation {dies_at}, step {steps}");
            assert_eq!(opened.replayed, usize::from(polled.is_pending()));
            assert_eq!(shop.open(3).1.replayed, 0);
        }
    }
}

#[test]
fn a_failure_at_any_write_loses_nothing() {
    let script = script(40);
    let error = LaneError::Quota;
    let writes = {
        let shop = Shop::default();
        let mut tab = shop.open(1).0;
        script.iter().for_each(|after| drop(tab.save(|shown| *shown = after.clone())));
        shop.lane.writes()
    };
    for at in 0..writes {
        for (lasts, confirms_nothing) in
            [(false, false), (true, false), (false, true), (true, true)]
        {
            let shop = Shop::default();
            let mut tab = shop.open(1).0;
            let fault = Fault { at, lasts, confirms_nothing, error: error.clone() };
            shop.lane.fail(Some(fault));
            let mut failures = 0;
            for after in &script {
                failures += usize::from(tab.save(|shown| *shown = after.clone()).is_err());
            }
            assert!(failures > 0 && tab.book.unsaved().len() == failures);
            let shown = tab.shown.clone();
            drop(tab);
            // Even while the store still fails, everything is shown.
            assert_eq!(shop.open(2).1.workspace, shown, "write {at}");
            shop.lane.fail(None);
            let (_, opened) = shop.open(3);
            assert_eq!(opened.workspace, shown, "write {at}");
            assert_eq!(shop.open(4).1.replayed, 0);
        }
    }
}

#[test]
fn a_failed_operation_is_saved_by_trying_again() {
    let shop = Shop::default();
    let mut tab = shop.open(1).0;
    let fault = Fault { at: 0, lasts: true, confirms_nothing: false, error: LaneError::Quota };
    shop.lane.fail(Some(fault));
    assert_eq!(tab.save(|shown| *shown = workspace(3, 1)), Err(LaneError::Quota));
    assert!(shop.lane.pages().is_empty(), "a transaction is whole or nothing");
    shop.lane.fail(None);
    tab.save_all().unwrap();
    assert_eq!(tab.book.unsaved(), []);
    assert_eq!(shop.stored(), tab.shown);
}

#[test]
fn a_full_journal_is_told_and_the_operation_still_saved() {
    let shop = Shop::default();
    let mut tab = shop.open(1).0;
    shop.journal.limit(Some(0));
    let receipt = tab.change(|shown| *shown = workspace(2, 1)).unwrap();
    assert!(!receipt.journaled);
    assert!(!tab.book.unsaved()[0].journaled);
    wait(tab.book.save(&receipt)).unwrap();
    assert_eq!(shop.stored(), tab.shown);
}

#[test]
fn an_import_that_is_too_long_for_the_journal_is_stored_whole() {
    let shop = Shop::default();
    let mut tab = shop.open(1).0;
    let receipt = tab.change(|shown| *shown = workspace(2_000, 1)).unwrap();
    assert!(!receipt.journaled);
    assert_eq!(wait(tab.book.save(&receipt)).unwrap().len(), 256);
    assert_eq!(shop.stored(), tab.shown);
}

#[test]
fn operations_are_recorded_while_another_is_being_saved() {
    let script = script(4);
    let shop = Shop::default();
    let mut tab = shop.open(1).0;
    let first = tab.change(|shown| *shown = script[0].clone()).unwrap();
    let mut saving = Box::pin(tab.book.save(&first));
    assert!(step(saving.as_mut()).is_pending());
    for after in &script[1..] {
        tab.change(|shown| *shown = after.clone()).unwrap();
    }
    // The later ones are even stored first.
    for receipt in tab.book.unsaved().iter().rev() {
        wait(tab.book.save(receipt)).unwrap();
    }
    wait(saving).unwrap();
    assert_eq!(shop.stored(), tab.shown);
}

#[test]
fn a_replay_never_brings_an_older_edit_back() {
    let shop = Shop::default();
    let mut tab = shop.open(1).0;
    tab.save(|shown| *shown = workspace(1, 1)).unwrap();
    let id = crate::made_up::ids(&tab.shown)[0];
    let rename = |name: &'static str| {
        move |shown: &mut Workspace| {
            let mut edited = shown.customer(id).unwrap().as_ref().clone();
            edited.details.name = name.into();
            shown.put(edited);
        }
    };
    let older = tab.change(rename("Older")).unwrap();
    tab.save(rename("Newer")).unwrap();
    // The older one waits in the journal of a tab that died.
    assert!(shop.journal_keys().contains(&older.id.to_string()));
    drop(tab);
    let (_, opened) = shop.open(2);
    assert_eq!(
        (opened.replayed, opened.workspace.customer(id).unwrap().details.name.as_str()),
        (1, "Newer")
    );
    assert_eq!(shop.stored().customer(id).unwrap().details.name, "Newer");
}

#[test]
fn a_tab_that_comes_back_under_its_old_number_overwrites_no_entry() {
    let shop = Shop::default();
    let mut tab = shop.open(1).0;
    tab.change(|shown| *shown = workspace(1, 1)).unwrap();
    let shown = tab.shown.clone();
    drop(tab);
    let fault = Fault { at: 0, lasts: true, confirms_nothing: false, error: LaneError::Quota };
    shop.lane.fail(Some(fault));
    let mut tab = shop.open(1).0;
    tab.change(|shown| shown.put(crate::made_up::customer(&mut Dice(5)))).unwrap();
    assert_eq!(shop.journal_keys().len(), 2);
    let both = tab.shown.clone();
    assert_ne!(shown, both);
    shop.lane.fail(None);
    assert_eq!(shop.stored(), both);
}

#[test]
fn a_wiped_workspace_does_not_come_back() {
    let shop = Shop::default();
    let mut tab = shop.open(1).0;
    tab.save(|shown| *shown = workspace(3, 1)).unwrap();
    let late = tab.change(|shown| shown.put(crate::made_up::customer(&mut Dice(5)))).unwrap();
    wait(tab.book.wipe()).unwrap();
    assert_eq!(wait(tab.book.save(&late)), Err(LaneError::Closed));
    assert_eq!(tab.change(|shown| *shown = workspace(1, 2)), None);
    let (_, opened) = shop.open(2);
    assert_eq!(
        (opened.workspace, opened.missing, opened.replayed),
        (Workspace::default(), None, 0)
    );
}
