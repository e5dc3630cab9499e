//! Both lanes in memory: for browsers that refuse to store anything, and for every test.
//!
//! Every write can be made to fail, so that each fault of `reliability` can be played natively.

use std::{
    cell::{Cell, RefCell},
    future::poll_fn,
    task::Poll,
};

use litemap::LiteMap;

use super::{
    journal::{Journal, JournalError},
    lane::{Lane, LaneError, Rewrite, Task},
    points::Shelf,
};

/// Pages in memory.
#[derive(Default)]
pub struct MemoryLane {
    pages: RefCell<LiteMap<u8, Vec<u8>>>,
    writes: Cell<usize>,
    fault: RefCell<Option<Fault>>,
}

/// A fault to come.
#[derive(Clone, Debug)]
pub struct Fault {
    /// At the how many-th page that is put, counted from 0 and over all operations.
    pub at: usize,
    /// Whether every later one fails too.
    pub lasts: bool,
    /// Whether the transaction is stored all the same and only its confirmation is lost.
    pub confirms_nothing: bool,
    /// What the lane says.
    pub error: LaneError,
}

impl MemoryLane {
    /// Lets a write fail.
    pub fn fail(&self, fault: Option<Fault>) {
        *self.fault.borrow_mut() = fault;
    }

    /// How many pages were put so far, the failed ones included.
    pub fn writes(&self) -> usize {
        self.writes.get()
    }

    /// Every page, for tests to damage.
    pub fn pages(&self) -> LiteMap<u8, Vec<u8>> {
        self.pages.borrow().clone()
    }

    /// Puts a page as it is.
    pub fn put(&self, number: u8, bytes: Vec<u8>) {
        self.pages.borrow_mut().insert(number, bytes);
    }

    fn next_fault(&self) -> Option<Fault> {
        let at = self.writes.replace(self.writes.get() + 1);
        let due = |fault: &Fault| at == fault.at || (fault.lasts && at > fault.at);
        self.fault.borrow().clone().filter(due)
    }

    fn transact(&self, pages: &[u8], rewrite: &Rewrite<'_>) -> Result<(), LaneError> {
        let mut new = Vec::with_capacity(pages.len());
        let mut fault = None;
        for number in pages {
            let old = self.pages.borrow().get(number).cloned();
            new.push((*number, rewrite(*number, old.as_deref())?));
            match self.next_fault() {
                Some(found) if !found.confirms_nothing => return Err(found.error),
                found => fault = fault.or(found),
            }
        }
        self.pages.borrow_mut().extend(new);
        fault.map_or(Ok(()), |fault| Err(fault.error))
    }
}

impl Lane for MemoryLane {
    fn read_all<'a>(&'a self, each: &'a mut dyn FnMut(u8, &[u8])) -> Task<'a, ()> {
        Box::pin(async move {
            give_way().await;
            for (number, bytes) in self.pages() {
                each(number, &bytes);
            }
            Ok(())
        })
    }

    fn read<'a>(&'a self, pages: &'a [u8]) -> Task<'a, Vec<(u8, Vec<u8>)>> {
        Box::pin(async move {
            let stored = self.pages();
            let read = pages.iter().filter_map(|page| Some((*page, stored.get(page)?.clone())));
            let read = read.collect();
            give_way().await;
            Ok(read)
        })
    }

    fn update<'a>(&'a self, pages: &'a [u8], rewrite: &'a Rewrite<'a>) -> Task<'a, ()> {
        Box::pin(async move {
            give_way().await;
            let done = self.transact(pages, rewrite);
            give_way().await;
            done
        })
    }

    fn wipe(&self) -> Task<'_, ()> {
        Box::pin(async move {
            give_way().await;
            self.pages.borrow_mut().clear();
            Ok(())
        })
    }
}

/// Lets others run once, as every real store does.
async fn give_way() {
    let mut given = false;
    poll_fn(|context| {
        if given {
            return Poll::Ready(());
        }
        given = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

/// A journal in memory. It keeps nothing over a reload, so it is no journal for a real one's work.
#[derive(Default)]
pub struct MemoryJournal {
    entries: RefCell<LiteMap<String, String>>,
    canary: RefCell<Option<String>>,
    room: Cell<Option<usize>>,
}

impl MemoryJournal {
    /// Leaves room for this many more entries.
    pub fn limit(&self, room: Option<usize>) {
        self.room.set(room);
    }

    /// Puts an entry as it is.
    pub fn put(&self, key: &str, text: &str) {
        self.entries.borrow_mut().insert(key.to_owned(), text.to_owned());
    }
}

impl Journal for MemoryJournal {
    fn append(&self, key: &str, text: &str) -> Result<(), JournalError> {
        match self.room.get() {
            Some(0) => return Err(JournalError::Full),
            room => self.room.set(room.map(|room| room - 1)),
        }
        self.put(key, text);
        Ok(())
    }

    fn remove(&self, key: &str) {
        self.entries.borrow_mut().remove(key);
    }

    fn entries(&self) -> Vec<(String, String)> {
        let entries = self.entries.borrow();
        entries.iter().map(|(key, text)| (key.clone(), text.clone())).collect()
    }

    fn canary(&self) -> Option<String> {
        self.canary.borrow().clone()
    }

    fn set_canary(&self, text: Option<&str>) {
        *self.canary.borrow_mut() = text.map(str::to_owned);
    }
}

/// A shelf in memory.
#[derive(Default)]
pub struct MemoryShelf {
    things: RefCell<LiteMap<String, Vec<u8>>>,
    puts: Cell<usize>,
    fault: RefCell<Option<ShelfFault>>,
}

/// What goes wrong with a shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShelfFault {
    /// The how many-th put is refused, and every later one.
    Full(usize),
    /// The how many-th put keeps only half of the bytes and says that all is well.
    Torn(usize),
}

impl MemoryShelf {
    /// Lets a put fail.
    pub fn fail(&self, fault: Option<ShelfFault>) {
        *self.fault.borrow_mut() = fault;
    }

    /// Everything on it.
    pub fn things(&self) -> LiteMap<String, Vec<u8>> {
        self.things.borrow().clone()
    }

    /// Puts something on it as it is.
    pub fn place(&self, name: &str, bytes: Vec<u8>) {
        self.things.borrow_mut().insert(name.to_owned(), bytes);
    }
}

impl Shelf for MemoryShelf {
    fn names(&self) -> Task<'_, Vec<String>> {
        Box::pin(async move {
            give_way().await;
            Ok(self.things.borrow().keys().cloned().collect())
        })
    }

    fn get<'a>(&'a self, name: &'a str) -> Task<'a, Option<Vec<u8>>> {
        Box::pin(async move {
            give_way().await;
            Ok(self.things.borrow().get(name).cloned())
        })
    }

    fn put<'a>(&'a self, name: &'a str, bytes: &'a [u8]) -> Task<'a, ()> {
        Box::pin(async move {
            give_way().await;
            let at = self.puts.replace(self.puts.get() + 1);
            match *self.fault.borrow() {
                Some(ShelfFault::Full(from)) if at >= from => return Err(LaneError::Quota),
                Some(ShelfFault::Torn(torn)) if at == torn => {
                    let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
                    self.place(name, half.to_vec());
                }
                _ => self.place(name, bytes.to_vec()),
            }
            Ok(())
        })
    }

    fn remove<'a>(&'a self, name: &'a str) -> Task<'a, ()> {
        Box::pin(async move {
            give_way().await;
            self.things.borrow_mut().remove(name);
            Ok(())
        })
    }
}
