//! Two to five tabs on one workspace in every order: they crash, read an old localStorage, miss
//! messages or hear them late, and end up alike without having lost anything.

use std::{collections::HashSet, future::Future, pin::Pin, rc::Rc, task::Poll};

use rapport::{
    domain::{ContactId, Workspace},
    storage::{Book, LaneError, OperationId, memory::MemoryLane},
};

use crate::{
    made_up::{Dice, edit, ids, workspace},
    shop::{DEVICE, step, wait},
    world::{Area, TabJournal, announce, contacts, log},
};

const CASES: u64 = 20_000;
const START_MS: u64 = 1_800_000_000_000;

type Save = Pin<Box<dyn Future<Output = Result<Vec<u8>, LaneError>>>>;

struct OpenTab {
    book: Book,
    journal: Rc<TabJournal>,
    shown: Workspace,
    saving: Vec<(OperationId, Save)>,
    inbox: Vec<Vec<u8>>,
    /// This tab's own clock is wrong by so much.
    skew_ms: u64,
}

struct Device {
    lane: Rc<MemoryLane>,
    area: Rc<Area>,
    tabs: Vec<OpenTab>,
    next_tab: u64,
    now_ms: u64,
    logged: HashSet<ContactId>,
}

impl Device {
    fn new(first: &Workspace) -> Self {
        let (lane, area) = (Rc::new(MemoryLane::default()), Rc::new(Area::default()));
        let mut device = Self {
            lane,
            area,
            tabs: Vec::new(),
            next_tab: 1,
            now_ms: START_MS,
            logged: HashSet::new(),
        };
        device.open(0, 0);
        device.change(0, |shown| *shown = first.clone());
        while !device.tabs[0].saving.is_empty() {
            device.go_on(0, 0);
        }
        device
    }

    fn open(&mut self, late: usize, skew_ms: u64) {
        let journal = Rc::new(TabJournal::open(&self.area, late));
        let opening =
            Book::open(self.lane.clone(), journal.clone(), DEVICE, self.next_tab, self.now_ms);
        let (book, opened) = wait(opening).unwrap();
        self.next_tab += 1;
        let (saving, inbox) = (Vec::new(), Vec::new());
        self.tabs.push(OpenTab { book, journal, shown: opened.workspace, saving, inbox, skew_ms });
    }

    /// The handler returns: from here on it may not be lost.
    fn change(&mut self, at: usize, change: impl FnOnce(&mut Workspace)) {
        self.now_ms += 3;
        let tab = &mut self.tabs[at];
        let mut after = tab.shown.clone();
        change(&mut after);
        if let Some(receipt) = tab.book.record(&tab.shown, &after, self.now_ms + tab.skew_ms) {
            assert!(receipt.journaled);
            tab.saving.push((receipt.id, Box::pin(tab.book.save(&receipt))));
        }
        tab.shown = after;
    }

    /// One step of a save that is under way; when it is done, the others are told.
    fn go_on(&mut self, at: usize, which: usize) {
        let tab = &mut self.tabs[at];
        if tab.saving.is_empty() {
            return;
        }
        let which = which % tab.saving.len();
        if let Poll::Ready(done) = step(tab.saving[which].1.as_mut()) {
            drop(tab.saving.remove(which));
            let pages = done.unwrap();
            for (other, tab) in self.tabs.iter_mut().enumerate() {
                if other != at {
                    tab.inbox.push(pages.clone());
                }
            }
        }
    }

    fn hear(&mut self, at: usize, which: usize) {
        let tab = &mut self.tabs[at];
        if !tab.inbox.is_empty() {
            let pages = tab.inbox.swap_remove(which % tab.inbox.len());
            absorb(tab, &pages);
        }
    }

    fn play(&mut self, dice: &mut Dice) {
        let at = dice.roll(self.tabs.len());
        match dice.roll(12) {
            0..3 => {
                let mut id = None;
                self.change(at, |shown| id = log(shown, dice));
                self.logged.extend(id);
            }
            3 => {
                // Any other edit, but nobody who was followed goes away.
                let keep = self.tabs[at].shown.clone();
                self.change(at, |shown| {
                    edit(shown, dice);
                    let is_kept = ids(&keep).iter().all(|id| shown.customer(*id).is_some());
                    if !is_kept || !contacts(shown).is_superset(&contacts(&keep)) {
                        *shown = keep;
                    }
                });
            }
            4..8 => self.go_on(at, dice.roll(8)),
            8 => self.hear(at, dice.roll(8)),
            9 => drop(self.tabs[at].inbox.pop()),
            10 => self.tabs[at].journal.catch_up(),
            _ => {
                // It crashes in the middle of everything, and another one takes its place.
                self.tabs.remove(at);
                self.open(dice.roll(4), dice.roll(3) as u64 * 3_600_000);
            }
        }
    }
}

fn absorb(tab: &mut OpenTab, pages: &[u8]) {
    let arrived = wait(tab.book.fetch(pages)).unwrap();
    if let Some(merged) = tab.book.absorb(arrived, &tab.shown) {
        tab.shown = merged;
    }
}

fn case(seed: u64) -> (usize, usize) {
    let mut dice = Dice(seed);
    let mut device = Device::new(&workspace(2, seed));
    for _ in 0..1 + dice.roll(4) {
        device.open(dice.roll(3), dice.roll(3) as u64 * 3_600_000);
    }
    for _ in 0..20 + dice.roll(30) {
        device.play(&mut dice);
    }
    // The evening: everyone finishes what is under way, then a tab opens on what the stores hold.
    for at in 0..device.tabs.len() {
        while !device.tabs[at].saving.is_empty() {
            device.go_on(at, dice.roll(8));
        }
        for receipt in device.tabs[at].book.unsaved() {
            wait(device.tabs[at].book.save(&receipt)).unwrap();
        }
    }
    device.open(0, 0);
    let every: Vec<u8> = (0..=255).collect();
    device.tabs.iter_mut().for_each(|tab| absorb(tab, &every));
    let stored = &device.tabs.last().unwrap().shown;
    for tab in &device.tabs {
        assert!(tab.shown == *stored, "seed {seed}: two tabs show different things");
    }
    let lost = device.logged.difference(&contacts(stored)).count();
    assert_eq!(lost, 0, "seed {seed}: contacts whose handler had returned are lost");
    let fresh = Rc::new(TabJournal::open(&device.area, 0));
    let again = wait(Book::open(device.lane.clone(), fresh, DEVICE, 999, device.now_ms)).unwrap();
    assert_eq!(again.1.replayed, 0, "seed {seed}: the journal was not emptied");
    (device.logged.len(), device.next_tab as usize)
}

#[test]
fn tabs_in_any_order_end_up_alike_and_lose_nothing() {
    let (mut operations, mut tabs) = (0, 0);
    for seed in 0..CASES {
        let (logged, opened) = case(seed);
        operations += logged;
        tabs += opened;
    }
    announce("interleavings", CASES as usize, 0);
    println!("  {operations} operations acknowledged, {tabs} tabs, 0 lost");
}
