//! How everything comes together: opens the storage of a workspace, hands it to the state, and
//! switches between the person's own customers and the sample.
//!
//! The one place that may name every layer.

use std::{cell::RefCell, rc::Rc};

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::Workspace,
    platform::{clock, ids, listener, preferences, room, tabs::Channel},
    sample,
    state::{AppState, Ports},
    storage::{
        Book, Damage, Journal, Lane, LaneError, Opened, Shelf,
        browser::{CacheShelf, IndexedDbLane, LocalStorageJournal},
        memory::MemoryJournal,
    },
    views::{
        App, chunks,
        ui::{Keeping, Stock, Ui},
        wording::Language,
    },
};

/// How far the start has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// The storage is being read.
    Opening,
    /// Something could not be read; the person decides before anything is shown as if all was well.
    Rescue {
        /// What could not be read.
        damage: Vec<Damage>,
        /// How many customers should be there and are not.
        missing: Option<usize>,
        /// How many customers came back from a restore point.
        came_back: Option<usize>,
    },
    /// The app is in use.
    Open,
}

/// What lives as long as a workspace is open.
struct Session {
    channel: Channel,
    stock: Stock,
}

thread_local! {
    static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
    static DAY: RefCell<Option<clock::DayWatch>> = const { RefCell::new(None) };
}

/// Starts the app.
pub fn run() {
    crate::platform::crash::install();
    leptos::mount::mount_to_body(App);
}

/// The state, tied to the browser.
pub fn new_state() -> AppState {
    let tell = Rc::new(|pages: &[u8]| {
        let list = pages.iter().map(u8::to_string).collect::<Vec<_>>().join(",");
        SESSION.with_borrow(|session| {
            if let Some(session) = session {
                session.channel.post(&list);
                if session.stock == Stock::Own {
                    ask_to_keep();
                }
            }
        });
    });
    let state = AppState::new(Ports {
        now: clock::now,
        now_ms: clock::now_ms,
        new_id: ids::new_id,
        later: |milliseconds, then| listener::after(milliseconds, then).detach(),
        tell,
    });
    DAY.set(Some(clock::on_new_day(move |_| state.turn_the_day())));
    state
}

/// Opens the workspace that was open last.
pub fn open(ui: Ui, state: AppState) -> RwSignal<Stage> {
    let stage = RwSignal::new(Stage::Opening);
    spawn_local(async move {
        let opened = open_stock(ui, state, ui.stock.get_untracked()).await;
        let is_whole = opened.damage.is_empty() && opened.missing.is_none();
        stage.set(if is_whole && opened.came_back.is_none() {
            Stage::Open
        } else {
            let Opened { damage, missing, came_back, .. } = opened;
            Stage::Rescue { damage, missing, came_back }
        });
    });
    stage
}

/// Asks once that the browser may not clean up here: with the first own customer that is saved.
fn ask_to_keep() {
    if preferences::get(preferences::ASKED_TO_KEEP).is_none() {
        preferences::set(preferences::ASKED_TO_KEEP, "yes");
        // The answer is shown on the data screen.
        spawn_local(async {
            room::persist().await;
        });
    }
}

/// Opens a workspace and puts it on screen. Gives what was found, its workspace taken out.
async fn open_stock(ui: Ui, state: AppState, stock: Stock) -> Opened {
    let (book, mut opened, keeping) = open_book(ui, stock).await;
    let channel = Channel::open(stock.key(), move |message| {
        let pages: Vec<u8> = message.split(',').filter_map(|page| page.parse().ok()).collect();
        state.absorb(&pages);
    });
    SESSION.set(Some(Session { channel, stock }));
    preferences::set(preferences::WORKSPACE, stock.key());
    ui.stock.set(stock);
    ui.keeping.set(if opened.read_only { Keeping::ReadOnly } else { keeping });
    state.adopt(book, std::mem::take(&mut opened.workspace));
    opened
}

/// The book of a workspace: in the browser's storage, or in memory where that is refused. A browser
/// that has tables but no journal still keeps everything that reaches *Saved*.
async fn open_book(ui: Ui, stock: Stock) -> (Book, Opened, Keeping) {
    let (device, tab) = (device(), ids::random_u64());
    let in_browser = async {
        let outdated = Rc::new(move || ui.keeping.set(Keeping::Outdated));
        let lane: Rc<dyn Lane> = Rc::new(IndexedDbLane::open(stock.key(), outdated).await?);
        let journal: Rc<dyn Journal> = match LocalStorageJournal::open(stock.key()) {
            Some(journal) => Rc::new(journal),
            None => Rc::new(MemoryJournal::default()),
        };
        let shelf =
            (stock == Stock::Own).then(|| Rc::new(CacheShelf::new(stock.key())) as Rc<dyn Shelf>);
        Book::open_with(lane, journal, shelf, device, tab, clock::now_ms()).await
    };
    match in_browser.await {
        Ok((book, opened)) => (book, opened, Keeping::Kept),
        Err(error) => {
            let keeping = match error {
                LaneError::VersionTooNew => Keeping::Outdated,
                refused => Keeping::OnlyHere(refused),
            };
            let (book, opened) = Book::in_memory(device, tab);
            (book, opened, keeping)
        }
    }
}

/// The random number of this browser.
fn device() -> u64 {
    let known = preferences::get("device").and_then(|text| u64::from_str_radix(&text, 16).ok());
    known.unwrap_or_else(|| {
        let device = ids::random_u64();
        preferences::set("device", &format!("{device:016x}"));
        device
    })
}

/// Opens the sample workspace; fills it the first time. The person's own customers stay where they
/// are, in a storage of their own.
pub async fn open_sample(ui: Ui, state: AppState) {
    open_stock(ui, state, Stock::Sample).await;
    if state.peek(Workspace::is_empty) {
        let language = match ui.words() {
            Language::German => sample::Language::German,
            Language::English => sample::Language::English,
        };
        let mut new_id = ids::new_id;
        if let Ok(textbook) = sample::textbook(language, clock::today(), &mut new_id) {
            state.replace(textbook);
        }
    }
}

/// Removes the sample workspace and goes back to the person's own customers.
pub async fn remove_sample(ui: Ui, state: AppState) {
    if ui.stock.get_untracked() != Stock::Sample {
        return;
    }
    if let Some(book) = state.book() {
        // What cannot be wiped stays out of sight; it is filled anew only when it is empty.
        let _ = book.wipe().await;
    }
    open_stock(ui, state, Stock::Own).await;
}

/// [`open_sample`] for a click.
pub fn sample_loader(ui: Ui, state: AppState) -> impl Fn() + Clone + Send + Sync + 'static {
    move || turn(ui, chunks::open_sample(ui, state))
}

/// [`remove_sample`] for a click.
pub fn sample_remover(ui: Ui, state: AppState) -> impl Fn() + Clone + Send + Sync + 'static {
    move || turn(ui, chunks::remove_sample(ui, state))
}

/// Goes over to another workspace once the part of the app that can has come.
fn turn(ui: Ui, part: impl Future<Output = Result<chunks::Turning, chunks::NotFetched>> + 'static) {
    spawn_local(async move {
        match part.await {
            Ok(turning) => turning.await,
            Err(chunks::NotFetched) => ui.warn(ui.words().shell_not_fetched()),
        }
    });
}
