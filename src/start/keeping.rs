//! Opens the storage behind what is shown, and switches between the person's own customers and the
//! sample.

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};

use super::{Looks, SESSION, Stage, begin};
use crate::{
    domain::Workspace,
    platform::{clock, ids, listener, preferences, room},
    sample,
    state::{AppState, Ports},
    storage::{
        Book, Journal, Lane, LaneError, Looked, Opened, Shelf,
        browser::{CacheShelf, IndexedDbLane, KeptFile, Leave, LocalStorageJournal},
        memory::MemoryJournal,
    },
    views::{
        ui::{Keeping, Stock, Ui},
        wording::Language,
    },
};

/// Opens the storage of the workspace that was open last. Where a look has not shown it yet, this
/// does, or says what could not be read.
pub async fn keep(ui: Ui, state: AppState, stage: RwSignal<Stage>, looks: Looks) {
    let opened = open_stock(ui, state, ui.stock.get_untracked(), looks.take()).await;
    let is_whole =
        opened.damage.is_empty() && opened.missing.is_none() && opened.came_back.is_none();
    let found = if is_whole {
        Stage::Open
    } else {
        let Opened { damage, missing, came_back, .. } = opened;
        Stage::Rescue { damage, missing, came_back }
    };
    if stage.get_untracked() != found {
        stage.set(found);
    }
}

/// What the state needs of the browser.
fn ports(stock: Stock) -> Ports {
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
    Ports {
        now_ms: clock::now_ms,
        new_id: ids::new_id,
        later: |milliseconds, then| listener::after(milliseconds, then).detach(),
        tell,
        copy: Rc::new(move |book| Box::pin(copy(stock, book))),
    }
}

/// Writes everything into the file that was chosen for it, if it may be written.
async fn copy(stock: Stock, book: Book) -> bool {
    let Some(file) = KeptFile::remembered(stock.key()).await else { return false };
    if file.leave().await != Leave::Given {
        return false;
    }
    let Ok(bytes) = book.backup(clock::now_ms()).await else { return false };
    file.write(&bytes).await.is_ok()
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

/// Goes over to another workspace and puts it on screen.
async fn go_to(ui: Ui, state: AppState, stock: Stock) {
    begin(state, stock);
    open_stock(ui, state, stock, None).await;
}

/// Opens a workspace and puts it on screen, unless it is there from a look. Gives what was found, its
/// workspace taken out.
async fn open_stock(ui: Ui, state: AppState, stock: Stock, looked: Option<Looked>) -> Opened {
    let (book, found, keeping) = open_book(ui, stock, looked).await;
    preferences::set(preferences::WORKSPACE, stock.key());
    ui.stock.set(stock);
    match found {
        Found::Looked(rest) => {
            ui.keeping.set(keeping);
            if let Some(completed) = rest {
                state.show(completed);
            }
            state.bind(book, ports(stock));
            Opened::default()
        }
        Found::Opened(mut opened) => {
            ui.keeping.set(if opened.read_only { Keeping::ReadOnly } else { keeping });
            state.adopt(book, std::mem::take(&mut opened.workspace), ports(stock));
            opened
        }
    }
}

/// What is known of a workspace once its book is open.
enum Found {
    /// A look has shown it; the workspace again if the look had left something out.
    Looked(Option<Workspace>),
    /// Everything.
    Opened(Opened),
}

/// The book of a workspace: in the browser's storage, or in memory where that is refused. A browser
/// that has tables but no journal still keeps everything that reaches *Saved*.
async fn open_book(ui: Ui, stock: Stock, looked: Option<Looked>) -> (Book, Found, Keeping) {
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
        let now_ms = clock::now_ms();
        if let Some(mut looked) = looked.filter(|looked| !looked.is_new())
            && let Some(was_not_all) = looked.complete()
        {
            let rest = was_not_all.then(|| looked.workspace.clone());
            let book = Book::take_up(lane, journal, shelf, device, tab, now_ms, looked);
            return Ok((book, Found::Looked(rest)));
        }
        let (book, opened) = Book::open_with(lane, journal, shelf, device, tab, now_ms).await?;
        Ok((book, Found::Opened(opened)))
    };
    match in_browser.await {
        Ok((book, found)) => (book, found, Keeping::Kept),
        Err(error) => {
            let keeping = match error {
                LaneError::VersionTooNew => Keeping::Outdated,
                refused => Keeping::OnlyHere(refused),
            };
            let (book, opened) = Book::in_memory(device, tab);
            (book, Found::Opened(opened), keeping)
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
    go_to(ui, state, Stock::Sample).await;
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
    go_to(ui, state, Stock::Own).await;
}
