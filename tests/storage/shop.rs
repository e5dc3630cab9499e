//! One device with its lanes, and the tabs that are open on it.

use std::{
    future::Future,
    pin::{Pin, pin},
    rc::Rc,
    task::{Context, Poll, Waker},
};

use rapport::{
    domain::Workspace,
    storage::{
        Book, Journal, LaneError, Opened, Receipt, Shelf, apply, difference,
        memory::{MemoryJournal, MemoryLane, MemoryShelf},
    },
};

pub const DEVICE: u64 = 0xD0;

/// Waits for what never really waits.
pub fn wait<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(done) = step(future.as_mut()) {
            return done;
        }
    }
}

/// One step of something that is under way.
pub fn step<T>(future: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Poll<T> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

/// The difference of two workspaces leads from one to the other, and the other way back.
pub fn there_and_back(before: &Workspace, after: &Workspace) {
    let (there, back) = (difference(before, after), difference(after, before));
    let mut walked = before.clone();
    apply(&mut walked, &there).unwrap();
    assert_eq!(&walked, after);
    apply(&mut walked, &back).unwrap();
    assert_eq!(&walked, before);
}

/// The stores of one device. They outlive its tabs.
#[derive(Clone, Default)]
pub struct Shop {
    pub lane: Rc<MemoryLane>,
    pub journal: Rc<MemoryJournal>,
}

impl Shop {
    pub fn open(&self, tab: u64) -> (Tab, Opened) {
        self.open_on(tab, None)
    }

    pub fn open_with(&self, tab: u64, shelf: Rc<MemoryShelf>) -> (Tab, Opened) {
        self.open_on(tab, Some(shelf))
    }

    fn open_on(&self, tab: u64, shelf: Option<Rc<dyn Shelf>>) -> (Tab, Opened) {
        let (lane, journal) = (self.lane.clone(), self.journal.clone());
        let opening = Book::open_with(lane, journal, shelf, DEVICE, tab, 1_800_000_000_000);
        let (book, opened) = wait(opening).unwrap();
        let tab = Tab { book, shown: opened.workspace.clone(), now_ms: 1_800_000_000_000 };
        (tab, opened)
    }

    pub fn journal_keys(&self) -> Vec<String> {
        self.journal.entries().into_iter().map(|(key, _)| key).collect()
    }

    /// What a tab finds that is opened now.
    pub fn stored(&self) -> Workspace {
        self.open(0xFFFF).1.workspace
    }
}

/// One tab: its book and what it shows.
pub struct Tab {
    pub book: Book,
    pub shown: Workspace,
    pub now_ms: u64,
}

impl Tab {
    /// The person changes something.
    pub fn change(&mut self, edit: impl FnOnce(&mut Workspace)) -> Option<Receipt> {
        let mut after = self.shown.clone();
        edit(&mut after);
        self.now_ms += 5;
        let receipt = self.book.record(&self.shown, &after, self.now_ms);
        self.shown = after;
        receipt
    }

    /// The same, and it is saved.
    pub fn save(&mut self, edit: impl FnOnce(&mut Workspace)) -> Result<Vec<u8>, LaneError> {
        let receipt = self.change(edit).expect("something to change");
        wait(self.book.save(&receipt))
    }

    pub fn save_all(&self) -> Result<(), LaneError> {
        self.book.unsaved().iter().try_for_each(|receipt| wait(self.book.save(receipt)).map(|_| ()))
    }

    /// A message of another tab comes in.
    pub fn hear(&mut self, pages: &[u8]) {
        let arrived = wait(self.book.fetch(pages)).unwrap();
        if let Some(workspace) = self.book.absorb(arrived, &self.shown) {
            self.shown = workspace;
        }
    }

    pub fn hear_all(&mut self) {
        self.hear(&(0..=255).collect::<Vec<u8>>());
    }
}
