//! The workspace file: what a person holds in the hand, and what a stranger may hand over.

use proptest::prelude::*;
use rapport::storage::{FileProblem, Stamp, file};

use crate::{
    made_up::{Dice, contact, customer, ids, workspace},
    shop::{Shop, wait},
};

const MADE: Stamp = Stamp::BEFORE_ALL;

proptest! {
    #[test]
    fn any_workspace_comes_back_from_its_file(seed in any::<u64>()) {
        let workspace = workspace(4, seed);
        let bytes = file::write(&workspace, MADE);
        prop_assert_eq!(file::read(&bytes).unwrap().workspace().unwrap(), workspace);
    }

    #[test]
    fn a_changed_byte_upsets_nothing(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = file::write(&workspace(2, 1), MADE);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(file) = file::read(&bytes) {
            let _ = (file.workspace(), file.records());
        }
    }

    #[test]
    fn no_bytes_upset_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(file::read(&bytes).is_err());
    }
}

#[track_caller]
fn refuses(bytes: impl AsRef<[u8]>, problem: FileProblem) {
    let read = file::read(bytes.as_ref());
    let read = read.and_then(|file| file.workspace().and_then(|_| file.records()));
    assert_eq!(read.unwrap_err(), problem);
}

#[test]
fn what_is_no_workspace_file_is_told_apart() {
    refuses("", FileProblem::NotAWorkspaceFile);
    refuses("name;city\nGlas;Ulm\n", FileProblem::NotAWorkspaceFile);
    refuses("[]", FileProblem::NotAWorkspaceFile);
    refuses("{}", FileProblem::NotAWorkspaceFile);
    refuses(r#"{"format":"other","schema":1,"records":[]}"#, FileProblem::NotAWorkspaceFile);
    refuses("[".repeat(100_000), FileProblem::NotAWorkspaceFile);
    refuses(r#"{"format":"rapport-workspace","schema":2,"anything":[]}"#, FileProblem::TooNew(2));
    refuses(vec![b' '; file::FILE_MAX + 1], FileProblem::TooLarge);
}

#[test]
fn a_broken_file_is_told_with_its_line_and_column() {
    let whole = String::from_utf8(file::write(&workspace(3, 1), MADE)).unwrap();
    let cut = &whole[..whole.len() / 2];
    let (line, last) = (cut.lines().count(), cut.lines().last().unwrap().len());
    refuses(cut, FileProblem::Damaged { line, column: last });
    let third = whole.lines().nth(2).unwrap();
    let broken = whole.replace(third, &third.replacen("\"created\"", "\"creation\"", 1));
    refuses(broken, FileProblem::Damaged { line: 3, column: 1 });
}

#[test]
fn a_file_with_more_than_a_form_lets_in_is_refused() {
    let mut workspace = workspace(1, 1);
    let mut long = workspace.customer(ids(&workspace)[0]).unwrap().as_ref().clone();
    long.details.notes = "x".repeat(10_001);
    workspace.put(long);
    refuses(file::write(&workspace, MADE), FileProblem::TooLarge);
    let mut many = customer(&mut Dice(1));
    let mut dice = Dice(2);
    (0..5_001).for_each(|_| many.put_contact(contact(&mut dice)));
    let mut workspace = rapport::domain::Workspace::default();
    workspace.put(many);
    refuses(file::write(&workspace, MADE), FileProblem::TooLarge);
}

#[test]
fn a_stamp_that_could_never_be_edited_over_is_refused() {
    let far = "z".repeat(22).replacen('z', "2", 1);
    let whole = String::from_utf8(file::write(&workspace(1, 1), MADE)).unwrap();
    let forged = whole.replace(&MADE.to_string(), &far);
    assert!(file::read(forged.as_bytes()).unwrap().records().is_err());
}

#[test]
fn a_backup_restores_a_wiped_workspace() {
    let shop = Shop::default();
    let mut tab = shop.open(1).0;
    tab.save(|shown| *shown = workspace(20, 1)).unwrap();
    tab.change(|shown| shown.put(customer(&mut Dice(8)))).unwrap();
    let backup = wait(tab.book.backup(1_800_000_000_000)).unwrap();
    let shop = Shop::default();
    let mut restored = shop.open(1).0;
    let file = file::read(&backup).unwrap();
    assert_eq!(file.made_at, 1_800_000_000_000);
    let receipt = restored.book.adopt(file.records().unwrap()).unwrap();
    restored.hear(&wait(restored.book.save(&receipt)).unwrap());
    assert_eq!(restored.shown, tab.shown);
    assert_eq!(shop.stored(), tab.shown);
}

#[test]
fn an_old_backup_overwrites_no_newer_edit() {
    let shop = Shop::default();
    let mut tab = shop.open(1).0;
    tab.save(|shown| *shown = workspace(3, 1)).unwrap();
    let backup = wait(tab.book.backup(0)).unwrap();
    for id in ids(&tab.shown) {
        tab.save(|shown| {
            let mut edited = shown.customer(id).unwrap().as_ref().clone();
            edited.details.name = "Newer".into();
            shown.put(edited);
        })
        .unwrap();
    }
    let receipt = tab.book.adopt(file::read(&backup).unwrap().records().unwrap()).unwrap();
    wait(tab.book.save(&receipt)).unwrap();
    assert_eq!(shop.stored(), tab.shown);
}
