//! Both lanes in the browser: pages in IndexedDB with strict durability, the journal in
//! localStorage, restore points in Cache Storage. The only place of storage that knows a browser.

mod early;
mod kept_file;
mod packing;
mod seal;
mod shelf;

use std::{
    cell::RefCell,
    future::{Future, poll_fn},
    pin::pin,
    rc::Rc,
    task::Poll,
};

use gloo_storage::{LocalStorage, Storage};
use indexed_db_futures::{
    OpenDbResult,
    database::Database,
    error::{Error, OpenDbError},
    internals::SystemRepr,
    prelude::*,
    transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions},
};
use js_sys::{Promise, Uint8Array};
use litemap::LiteMap;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{
    journal::{Journal, JournalError},
    lane::{Lane, LaneError, Rewrite, Task},
};

pub use early::look;
pub use kept_file::{KeptFile, Leave, is_offered};
pub use seal::{SealError, seal, unseal};
pub use shelf::CacheShelf;

/// The store of pages: page number to bytes.
const PAGES: &str = "pages";
/// The version of the database's own shape, apart from the schema of the files in it.
const DATABASE_VERSION: u32 = 1;
/// How long the browser may take to open a database. Some never answer (`reliability`, start).
const PATIENCE_MS: i32 = 5_000;

/// The pages of a workspace in IndexedDB, in the database `rapport-<workspace>`.
pub struct IndexedDbLane {
    name: String,
    state: Rc<RefCell<State>>,
    on_closed: Rc<dyn Fn()>,
}

enum State {
    Open(Database),
    /// The browser dropped the connection; it is opened again when it is needed.
    Lost,
    /// A newer version of the app, or a removal, asked for the database; it stays closed.
    Closed,
}

impl IndexedDbLane {
    /// Opens the database of a workspace, or makes it. `on_closed` is called when a newer version
    /// or a removal in another tab takes it away: from then on nothing is read or written.
    pub async fn open(workspace: &str, on_closed: Rc<dyn Fn()>) -> Result<Self, LaneError> {
        let state = Rc::new(RefCell::new(State::Lost));
        let lane = Self { name: format!("rapport-{workspace}"), state, on_closed };
        lane.database().await?;
        Ok(lane)
    }

    async fn database(&self) -> Result<Database, LaneError> {
        match &*self.state.borrow() {
            State::Open(database) => return Ok(database.clone()),
            State::Closed => return Err(LaneError::Closed),
            State::Lost => {}
        }
        let database = connect(&self.name).await?;
        *self.state.borrow_mut() = State::Open(database.clone());
        self.watch(database.clone());
        Ok(database)
    }

    /// Closes at once when another tab needs the database: it waits for us until then.
    fn watch(&self, database: Database) {
        let (state, on_closed) = (Rc::clone(&self.state), Rc::clone(&self.on_closed));
        spawn_local(async move {
            let Ok(mut changes) = database.version_changes() else { return };
            if changes.recv().await.is_some() {
                *state.borrow_mut() = State::Closed;
                database.close();
                on_closed();
            } else {
                *state.borrow_mut() = State::Lost;
            }
        });
    }

    /// Tries again once when the connection was lost, as it happens in Safari.
    async fn with_database<T, F: Future<Output = Result<T, Failure>>>(
        &self,
        work: impl Fn(Database) -> F,
    ) -> Result<T, LaneError> {
        match work(self.database().await?).await {
            Err(Failure::Lost(_)) if !matches!(*self.state.borrow(), State::Closed) => {}
            done => return done.map_err(LaneError::from),
        }
        *self.state.borrow_mut() = State::Lost;
        Ok(work(self.database().await?).await?)
    }
}

async fn connect(name: &str) -> Result<Database, LaneError> {
    let request = Database::open(name)
        .with_version(DATABASE_VERSION)
        .with_on_upgrade_needed(|_, database| {
            database.create_object_store(PAGES).build()?;
            Ok(())
        })
        .build();
    let opened: OpenDbResult<Database> = within_patience(request.map_err(refused)?).await?;
    opened.map_err(refused)
}

impl Lane for IndexedDbLane {
    fn read_all<'a>(&'a self, each: &'a mut dyn FnMut(u8, &[u8])) -> Task<'a, ()> {
        Box::pin(async move {
            for (number, bytes) in self.with_database(get_all).await? {
                each(number, &bytes.to_vec());
            }
            Ok(())
        })
    }

    fn read<'a>(&'a self, pages: &'a [u8]) -> Task<'a, Vec<(u8, Vec<u8>)>> {
        Box::pin(self.with_database(move |database| get(database, pages)))
    }

    fn update<'a>(&'a self, pages: &'a [u8], rewrite: &'a Rewrite<'a>) -> Task<'a, ()> {
        let put = move |database| put(database, pages, rewrite);
        Box::pin(self.with_database(put))
    }

    fn wipe(&self) -> Task<'_, ()> {
        Box::pin(async move {
            let state = std::mem::replace(&mut *self.state.borrow_mut(), State::Closed);
            if let State::Open(database) = state {
                database.close();
            }
            let request = Database::delete_by_name(&self.name).map_err(refused)?;
            within_patience(request).await?.map_err(|error| Failure::from(error).into())
        })
    }
}

/// Every page, still in the browser's memory: two copies of all of them would be one too many.
async fn get_all(database: Database) -> Result<Vec<(u8, Uint8Array)>, Failure> {
    let transaction = database.transaction(PAGES).build()?;
    let store = transaction.object_store(PAGES)?;
    let numbers = store.get_all_keys::<JsValue>().primitive()?;
    let pages = store.get_all::<JsValue>().primitive()?;
    let mut read = Vec::new();
    for (number, page) in numbers.await?.zip(pages.await?) {
        let number = number?.as_f64().unwrap_or(-1.0);
        if (0.0..=255.0).contains(&number) {
            read.push((number as u8, Uint8Array::new(&page?)));
        }
    }
    Ok(read)
}

/// Some pages.
async fn get(database: Database, pages: &[u8]) -> Result<Vec<(u8, Vec<u8>)>, Failure> {
    let transaction = database.transaction(PAGES).build()?;
    let store = transaction.object_store(PAGES)?;
    let mut read = Vec::with_capacity(pages.len());
    for number in pages {
        let page: Option<JsValue> = store.get(*number).primitive()?.await?;
        read.extend(page.map(|page| (*number, Uint8Array::new(&page).to_vec())));
    }
    Ok(read)
}

/// Rewrites pages in one strict transaction and waits for its `complete` (P2).
async fn put(database: Database, pages: &[u8], rewrite: &Rewrite<'_>) -> Result<(), Failure> {
    let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
    let transaction = database
        .transaction(PAGES)
        .with_mode(TransactionMode::Readwrite)
        .with_options(strict)
        .build()?;
    let store = transaction.object_store(PAGES)?;
    for (index, number) in pages.iter().enumerate() {
        let old: Option<JsValue> = store.get(*number).primitive()?.await?;
        let old = old.map(|page| Uint8Array::new(&page).to_vec());
        let new = rewrite(*number, old.as_deref()).map_err(Failure::Refused)?;
        let request = store.put(JsValue::from(Uint8Array::from(&*new))).with_key(*number);
        let request = request.primitive()?;
        // The last one is committed in the same turn: a tab that dies in between loses it (fact 5).
        if index + 1 < pages.len() {
            request.await?;
        }
    }
    drop(store);
    commit(transaction).await
}

async fn commit(transaction: Transaction<'_>) -> Result<(), Failure> {
    let handle = transaction.as_sys().clone();
    transaction.commit().await.map_err(|error| match handle.error() {
        Some(reason) => Failure::of_exception(&reason),
        None => Failure::from(error),
    })
}

/// Why something did not work, with what follows from it.
enum Failure {
    /// The connection is gone; another one may do.
    Lost(String),
    /// It will not work another time either.
    Refused(LaneError),
}

impl Failure {
    fn of_exception(exception: &web_sys::DomException) -> Self {
        let (name, message) = (exception.name(), exception.message());
        let words = format!("{name}: {message}");
        match name.as_str() {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Self::Refused(LaneError::Quota),
            "VersionError" => Self::Refused(LaneError::VersionTooNew),
            "SecurityError" | "NotAllowedError" => Self::Refused(LaneError::Blocked),
            _ if message.contains("denied permission") => Self::Refused(LaneError::Blocked),
            "InvalidStateError" => Self::Lost(words),
            _ if message.to_lowercase().contains("connection") => Self::Lost(words),
            _ => Self::Refused(LaneError::Other(words)),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::DomException(exception) => Self::of_exception(&exception.into()),
            other => Self::Refused(LaneError::Other(other.to_string())),
        }
    }
}

impl From<indexed_db_futures::error::SimpleValueError> for Failure {
    fn from(error: indexed_db_futures::error::SimpleValueError) -> Self {
        Self::Refused(LaneError::Other(error.to_string()))
    }
}

impl From<Failure> for LaneError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Lost(words) => Self::Other(words),
            Failure::Refused(error) => error,
        }
    }
}

/// Why a database could not be opened or removed.
fn refused(error: OpenDbError) -> LaneError {
    match error {
        OpenDbError::Base(error) => match Failure::from(error) {
            // A database that cannot even be opened is not lost but kept from us.
            Failure::Lost(_) => LaneError::Blocked,
            Failure::Refused(error) => error,
        },
        // The crate says this of any exception that `open` throws.
        OpenDbError::VersionZero => LaneError::Blocked,
        OpenDbError::UnsupportedEnvironment | OpenDbError::NullFactory => LaneError::Blocked,
    }
}

/// What comes of `work`, unless the browser takes too long.
async fn within_patience<T>(work: impl Future<Output = T>) -> Result<T, LaneError> {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ =
                window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PATIENCE_MS);
        }
    });
    let (mut work, mut end) = (pin!(work), pin!(JsFuture::from(promise)));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Ok(done)),
        Poll::Pending => end.as_mut().poll(context).map(|_| Err(LaneError::Blocked)),
    })
    .await
}

/// The journal and the canary of a workspace in localStorage, under `rapport/<workspace>/`.
pub struct LocalStorageJournal {
    prefix: String,
}

/// What is kept free for the journal when localStorage is full, in characters (256 KB).
const RESERVE: usize = 128 * 1024;

impl LocalStorageJournal {
    /// The journal of a workspace. `None` when the browser blocks site data.
    pub fn open(workspace: &str) -> Option<Self> {
        let journal = Self { prefix: format!("rapport/{workspace}/") };
        let storage = storage()?;
        if storage.get_item(&journal.key("reserve")).ok()?.is_none() {
            let _ = storage.set_item(&journal.key("reserve"), &"0".repeat(RESERVE));
        }
        Some(journal)
    }

    /// Whether nothing waits in it to be stored.
    fn is_empty(&self) -> bool {
        let Some(storage) = storage() else { return true };
        let prefix = self.entry("");
        let mut keys =
            (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok()?);
        !keys.any(|key| key.starts_with(&prefix))
    }

    fn key(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    fn entry(&self, key: &str) -> String {
        format!("{}journal/{key}", self.prefix)
    }
}

/// localStorage, where it may be touched at all: `LocalStorage::raw` ends the app where it may not
/// (fact 11).
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()??;
    Some(LocalStorage::raw())
}

impl Journal for LocalStorageJournal {
    fn append(&self, key: &str, text: &str) -> Result<(), JournalError> {
        let storage = storage().ok_or(JournalError::Blocked)?;
        let set = || storage.set_item(&self.entry(key), text).map_err(|_| JournalError::Full);
        set().or_else(|_| {
            let _ = storage.remove_item(&self.key("reserve"));
            set()
        })
    }

    fn remove(&self, key: &str) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&self.entry(key));
        }
    }

    fn entries(&self) -> Vec<(String, String)> {
        let Some(storage) = storage() else { return Vec::new() };
        let prefix = self.entry("");
        let keys: Vec<String> = (0..storage.length().unwrap_or(0))
            .filter_map(|index| storage.key(index).ok()?)
            .filter(|key| key.starts_with(&prefix))
            .collect();
        let read = |key: String| {
            let text = storage.get_item(&key).ok()??;
            Some((key.strip_prefix(&prefix)?.to_owned(), text))
        };
        let mut entries = LiteMap::new();
        for (key, text) in keys.into_iter().filter_map(read) {
            entries.insert(key, text);
        }
        entries.into_tuple_vec()
    }

    fn canary(&self) -> Option<String> {
        storage()?.get_item(&self.key("canary")).ok()?
    }

    fn set_canary(&self, text: Option<&str>) {
        let Some(storage) = storage() else { return };
        let _ = match text {
            Some(text) => storage.set_item(&self.key("canary"), text),
            None => storage.remove_item(&self.key("canary")),
        };
    }
}
