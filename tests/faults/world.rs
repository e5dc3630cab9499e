//! Stores that behave as browsers' stores were measured to behave (`reliability`, the twelve facts).

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, HashSet},
    rc::Rc,
};

use rapport::{
    domain::{ContactId, Workspace},
    storage::{Journal, JournalError, Lane, LaneError, Rewrite, Task, memory::MemoryLane},
};

use crate::made_up::{Dice, contact, ids};

/// How many cases, printed with the seed they start from.
pub fn announce(what: &str, cases: usize, seed: u64) {
    println!("{what}: {cases} from seed {seed}");
}

/// Every contact of a workspace.
pub fn contacts(workspace: &Workspace) -> HashSet<ContactId> {
    workspace.in_order().flat_map(|card| card.customer.contacts.keys().map(|(_, id)| *id)).collect()
}

/// Logs a new contact with anyone: the operation whose fate is followed.
pub fn log(shown: &mut Workspace, dice: &mut Dice) -> Option<ContactId> {
    let all = ids(shown);
    if all.is_empty() {
        return None;
    }
    let (id, contact) = (dice.of(&all), contact(dice));
    shown.put_contact(id, contact.clone()).unwrap();
    Some(contact.id)
}

/// Pages in which every transaction has its moment: what came before a power loss stays.
#[derive(Default)]
pub struct LoggedLane {
    inner: MemoryLane,
    log: RefCell<Vec<BTreeMap<u8, Vec<u8>>>>,
    /// How many of the log were confirmed.
    confirmed: Cell<usize>,
    /// The deliberately broken variant: it confirms before it stores.
    confirms_early: bool,
}

impl LoggedLane {
    pub fn broken() -> Self {
        Self { confirms_early: true, ..Self::default() }
    }

    /// The pages after so many transactions.
    pub fn after(&self, transactions: usize) -> BTreeMap<u8, Vec<u8>> {
        match transactions {
            0 => BTreeMap::new(),
            n => self.log.borrow()[n - 1].clone(),
        }
    }

    pub fn confirmed(&self) -> usize {
        self.confirmed.get()
    }

    pub fn logged(&self) -> usize {
        self.log.borrow().len()
    }
}

impl Lane for LoggedLane {
    fn read_all<'a>(&'a self, each: &'a mut dyn FnMut(u8, &[u8])) -> Task<'a, ()> {
        self.inner.read_all(each)
    }

    fn read<'a>(&'a self, pages: &'a [u8]) -> Task<'a, Vec<(u8, Vec<u8>)>> {
        self.inner.read(pages)
    }

    fn update<'a>(&'a self, pages: &'a [u8], rewrite: &'a Rewrite<'a>) -> Task<'a, ()> {
        Box::pin(async move {
            self.inner.update(pages, rewrite).await?;
            self.log.borrow_mut().push(self.inner.pages().into_iter().collect());
            // A strict store has written when it confirms; a broken one is one transaction behind.
            let behind = usize::from(self.confirms_early);
            self.confirmed.set(self.log.borrow().len().saturating_sub(behind));
            Ok(())
        })
    }

    fn wipe(&self) -> Task<'_, ()> {
        self.inner.wipe()
    }
}

/// What the browser process holds of localStorage, and everything it ever held.
#[derive(Default)]
pub struct Area {
    now: RefCell<BTreeMap<String, String>>,
    past: RefCell<Vec<BTreeMap<String, String>>>,
}

impl Area {
    pub fn now(&self) -> BTreeMap<String, String> {
        self.now.borrow().clone()
    }

    /// How often it was written.
    pub fn writes(&self) -> usize {
        self.past.borrow().len()
    }

    /// What it held after so many writes.
    pub fn after(&self, writes: usize) -> BTreeMap<String, String> {
        match writes {
            0 => BTreeMap::new(),
            n => self.past.borrow()[n - 1].clone(),
        }
    }

    pub fn of(things: BTreeMap<String, String>) -> Self {
        Self { now: RefCell::new(things), past: RefCell::default() }
    }

    fn set(&self, key: &str, value: Option<&str>) {
        let mut now = self.now.borrow_mut();
        match value {
            Some(value) => now.insert(key.to_owned(), value.to_owned()),
            None => now.remove(key),
        };
        self.past.borrow_mut().push(now.clone());
    }
}

/// One tab's view of localStorage: its own writes at once, those of others some time (fact 6).
pub struct TabJournal {
    area: Rc<Area>,
    view: RefCell<BTreeMap<String, String>>,
}

const CANARY: &str = "canary";

impl TabJournal {
    /// A view that may be up to `late` writes behind.
    pub fn open(area: &Rc<Area>, late: usize) -> Self {
        let view =
            if late == 0 { area.now() } else { area.after(area.writes().saturating_sub(late)) };
        Self { area: Rc::clone(area), view: RefCell::new(view) }
    }

    pub fn catch_up(&self) {
        *self.view.borrow_mut() = self.area.now();
    }

    fn set(&self, key: &str, value: Option<&str>) {
        let mut view = self.view.borrow_mut();
        match value {
            Some(value) => view.insert(key.to_owned(), value.to_owned()),
            None => view.remove(key),
        };
        self.area.set(key, value);
    }
}

impl Journal for TabJournal {
    fn append(&self, key: &str, text: &str) -> Result<(), JournalError> {
        self.set(key, Some(text));
        Ok(())
    }

    fn remove(&self, key: &str) {
        self.set(key, None);
    }

    fn entries(&self) -> Vec<(String, String)> {
        let view = self.view.borrow();
        let entries = view.iter().filter(|(key, _)| *key != CANARY);
        entries.map(|(key, text)| (key.clone(), text.clone())).collect()
    }

    fn canary(&self) -> Option<String> {
        self.view.borrow().get(CANARY).cloned()
    }

    fn set_canary(&self, text: Option<&str>) {
        self.set(CANARY, text);
    }
}

/// A quota that is used up.
pub const FULL: LaneError = LaneError::Quota;
