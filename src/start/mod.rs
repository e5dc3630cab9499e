//! How everything comes together: shows what is stored, and opens the storage behind it.
//!
//! The one place that may name every layer. What is here is part of the first download: it reads
//! what is stored and shows it. `keeping` comes a moment later and does everything else; until then
//! nothing can be changed.

mod keeping;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::{prelude::*, task::spawn_local};

pub use keeping::{keep, open_sample, remove_sample};

use crate::{
    platform::{clock, pause, tabs::Channel},
    state::{AppState, Damage},
    storage::{Looked, browser},
    views::{
        App, chunks,
        ui::{Stock, Ui},
    },
};

/// How long to wait before a part that could not be fetched is asked for again.
const AGAIN_MS: u32 = 2_000;

/// How far the start has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// The storage is being read.
    Opening,
    /// A part of the app that the start needs could not be fetched; it is tried again.
    NotFetched,
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

/// What a first look has shown, for who takes it from there; nothing if it did not suffice.
pub type Looks = Rc<Cell<Option<Looked>>>;

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

/// The state, tied to the clock.
pub fn new_state() -> AppState {
    let state = AppState::new(clock::now);
    DAY.set(Some(clock::on_new_day(move |_| state.turn_the_day())));
    state
}

/// Opens the workspace that was open last.
pub fn open(ui: Ui, state: AppState) -> RwSignal<Stage> {
    let stage = RwSignal::new(Stage::Opening);
    spawn_local(async move {
        let stock = ui.stock.get_untracked();
        begin(state, stock);
        let looked = browser::look(stock.key()).await;
        if let Some(looked) = &looked {
            state.show(looked.workspace.clone());
            stage.set(Stage::Open);
        }
        let looks = Rc::new(Cell::new(looked));
        loop {
            match chunks::keep(ui, state, stage, looks.clone()).await {
                Ok(keeping) => return keeping.await,
                Err(chunks::NotFetched) => {
                    stage.update(|stage| {
                        if *stage == Stage::Opening {
                            *stage = Stage::NotFetched;
                        }
                    });
                    pause::wait(AGAIN_MS).await;
                }
            }
        }
    });
    stage
}

/// Listens to the other tabs of a workspace, before anything of it is read.
fn begin(state: AppState, stock: Stock) {
    let channel = Channel::open(stock.key(), move |message| {
        let pages = message.split(',').filter_map(|page| page.parse().ok()).collect();
        state.hear(pages);
    });
    SESSION.set(Some(Session { channel, stock }));
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
