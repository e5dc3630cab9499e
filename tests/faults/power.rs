//! The power goes at any moment. What was called saved is there; what was typed is there as far as
//! localStorage had reached the disk; and if the tables are gone, somebody says so.

use std::{collections::HashSet, rc::Rc};

use rapport::{
    domain::ContactId,
    storage::{
        Book, Cause, Opened, Shelf,
        memory::{MemoryLane, MemoryShelf},
    },
};

use crate::{
    made_up::{Dice, edit, workspace},
    shop::{DEVICE, step, wait},
    world::{Area, LoggedLane, TabJournal, announce, contacts, log},
};

const STATES: u64 = 20_000;
const NOW_MS: u64 = 1_800_000_000_000;

/// What the disks held when the power went, and what had been promised by then.
struct Day {
    lane: Rc<LoggedLane>,
    area: Rc<Area>,
    shelf: Rc<MemoryShelf>,
    /// Contacts that were shown as saved.
    saved: HashSet<ContactId>,
    /// Contacts in the last restore point that was kept.
    pointed: HashSet<ContactId>,
}

/// A stretch of work that ends at any moment.
fn day(lane: LoggedLane, dice: &mut Dice) -> Day {
    let (lane, area) = (Rc::new(lane), Rc::new(Area::default()));
    let shelf = Rc::new(MemoryShelf::default());
    let journal = Rc::new(TabJournal::open(&area, 0));
    let opening = Book::open_with(lane.clone(), journal, Some(shelf.clone()), DEVICE, 1, NOW_MS);
    let (book, opened) = wait(opening).unwrap();
    let (mut shown, mut saved) = (opened.workspace, HashSet::new());
    let mut pointed = HashSet::new();
    let first = workspace(2, dice.0);
    for number in 0..2 + dice.roll(12) as u64 {
        let mut after = shown.clone();
        let id = match number {
            0 => {
                after = first.clone();
                None
            }
            _ if dice.roll(4) == 0 => {
                edit(&mut after, dice);
                if !contacts(&after).is_superset(&contacts(&shown)) {
                    after = shown.clone();
                }
                None
            }
            _ => log(&mut after, dice),
        };
        let receipt = book.record(&shown, &after, NOW_MS + number);
        shown = after;
        let Some(receipt) = receipt else { continue };
        let mut saving = Box::pin(book.save(&receipt));
        // The last one stops anywhere on its way.
        let steps = if dice.roll(9) == 0 { dice.roll(3) } else { 9 };
        let done = (0..steps).any(|_| step(saving.as_mut()).is_ready());
        if !done {
            break;
        }
        saved.extend(id);
        if number == 0 || dice.roll(4) == 0 {
            wait(book.keep_point(Cause::Routine, NOW_MS + number)).unwrap();
            pointed = contacts(&shown);
        }
    }
    Day { lane, area, shelf, saved, pointed }
}

/// One way in which the disks may stand when the power is back.
fn outage(day: &Day, dice: &mut Dice) -> Result<(), String> {
    let (confirmed, logged) = (day.lane.confirmed(), day.lane.logged());
    let lane = Rc::new(MemoryLane::default());
    // Everything confirmed is there; what was not may be there or not.
    let reached = confirmed + dice.roll(logged - confirmed + 1);
    let mut pages = day.lane.after(reached);
    let fate = dice.roll(4);
    match fate {
        // The browser deletes a database whose log ends in zeros (fact 7).
        0 => pages.clear(),
        // A page ends in the middle of a sector.
        1 => {
            let all: Vec<u8> = pages.keys().copied().collect();
            if !all.is_empty()
                && let Some(page) = pages.get_mut(&dice.of(&all))
            {
                let sector = dice.of(&[512, 4096]);
                let cut = ((1 + dice.roll(page.len() / sector + 1)) * sector).min(page.len() - 1);
                match dice.roll(2) {
                    0 => page.truncate(cut),
                    _ => page[cut..].fill(0),
                }
            }
        }
        _ => {}
    }
    pages.into_iter().for_each(|(number, bytes)| lane.put(number, bytes));
    // localStorage is as old as its last commit.
    let area = Rc::new(Area::of(day.area.after(dice.roll(day.area.writes() + 1))));
    let journal = Rc::new(TabJournal::open(&area, 0));
    let shelf = Some(day.shelf.clone() as Rc<dyn Shelf>);
    let opened = wait(Book::open_with(lane, journal, shelf, DEVICE, 2, NOW_MS)).unwrap().1;
    judge(day, &opened, fate > 1)
}

fn judge(day: &Day, opened: &Opened, is_whole: bool) -> Result<(), String> {
    let found = contacts(&opened.workspace);
    let lost = day.saved.difference(&found).count();
    if is_whole && lost > 0 {
        return Err(format!("{lost} saved operations are gone"));
    }
    let missing = day.pointed.difference(&found).count();
    if missing > 0 {
        return Err(format!("{missing} contacts of the restore point did not come back"));
    }
    // Something saved is gone with the store that held it: somebody must say so.
    let is_told =
        !opened.damage.is_empty() || opened.missing.is_some() || opened.came_back.is_some();
    if lost > 0 && !is_told {
        return Err(format!("{lost} saved operations are gone and nobody says so"));
    }
    Ok(())
}

fn states(lane: fn() -> LoggedLane, states: u64) -> Result<usize, String> {
    let mut saved = 0;
    for seed in 0..states / 4 {
        let mut dice = Dice(seed);
        let day = day(lane(), &mut dice);
        saved += day.saved.len();
        for _ in 0..4 {
            outage(&day, &mut dice).map_err(|what| format!("seed {seed}: {what}"))?;
        }
    }
    Ok(saved)
}

#[test]
fn a_power_loss_never_takes_what_was_saved_in_silence() {
    let saved = states(LoggedLane::default, STATES).unwrap();
    announce("power losses", STATES as usize, 0);
    println!("  {saved} operations shown as saved, 0 lost in silence");
}

#[test]
fn a_store_that_says_saved_too_early_is_caught() {
    let caught = states(LoggedLane::broken, STATES).unwrap_err();
    println!("saved before complete is caught at {caught}");
}
