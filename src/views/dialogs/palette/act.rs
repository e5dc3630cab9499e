//! What a line of the palette does.

use leptos::prelude::*;

use crate::{
    domain::{CustomerId, Filter, Grouping, IdeaId},
    platform::listener,
    route::{BoardQuery, CustomersQuery, IdeasPart, IdeasQuery, Route},
    start,
    state::AppState,
    views::{
        ui::{Dialog, Stock, Theme, Ui},
        wording::Language,
    },
};

/// What a line does.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Opens a customer's page.
    Show(CustomerId),
    /// Puts something on top.
    Open(Dialog),
    /// Goes to what is due.
    Today,
    /// Goes to the board.
    Board,
    /// Goes to the list of customers.
    Customers,
    /// Opens an idea.
    Idea(IdeaId),
    /// Goes to a part of the ideas.
    Ideas(IdeasPart),
    /// Goes to the data.
    Data,
    /// Shows the board in other columns, with the same filter.
    Group(Grouping),
    /// Shows on the board what was typed.
    Search(String),
    /// Changes the language.
    Speak(Language),
    /// Changes the theme.
    Dress(Theme),
    /// Takes the last step back.
    Undo,
    /// Does it again.
    Redo,
    /// Opens the sample, or the person's own customers again.
    Turn(Stock),
}

impl Act {
    /// Does it. The palette is gone then.
    pub fn run(self, state: AppState, ui: Ui) {
        ui.close();
        match self {
            Self::Show(id) => ui.go(Route::Customer(id)),
            Self::Open(dialog) => open(ui, dialog),
            Self::Today => ui.go(Route::Today),
            Self::Board => ui.go(Route::Board(BoardQuery::default())),
            Self::Customers => ui.go(Route::Customers(CustomersQuery::default())),
            Self::Idea(id) => ui.go(Route::Ideas(IdeasQuery::on(id))),
            Self::Ideas(part) => {
                ui.go(Route::Ideas(IdeasQuery { part, ..IdeasQuery::default() }));
            }
            Self::Data => ui.go(Route::Data),
            Self::Group(grouping) => group(ui, grouping),
            Self::Search(text) => search(ui, text),
            Self::Speak(language) => ui.speak(language),
            Self::Dress(theme) => ui.dress(theme),
            Self::Undo => {
                state.undo();
            }
            Self::Redo => {
                state.redo();
            }
            Self::Turn(Stock::Sample) => start::sample_loader(ui, state)(),
            Self::Turn(Stock::Own) => start::sample_remover(ui, state)(),
        }
    }
}

/// Opens a dialog once the palette is gone and the focus is back where it was, so that it returns
/// there from the dialog too. The filters need a screen that has some.
fn open(ui: Ui, dialog: Dialog) {
    let has_filter =
        ui.route.with_untracked(|route| matches!(route, Route::Board(_) | Route::Customers(_)));
    if dialog == Dialog::Filter && !has_filter {
        ui.go(Route::Board(BoardQuery::default()));
    }
    listener::after(0, move || ui.open(dialog)).detach();
}

fn group(ui: Ui, grouping: Grouping) {
    let filter = ui.route.with_untracked(|route| match route {
        Route::Board(query) => query.filter.clone(),
        Route::Customers(query) => query.filter.clone(),
        _ => Filter::default(),
    });
    ui.go(Route::Board(BoardQuery { grouping, filter, ..BoardQuery::default() }));
}

fn search(ui: Ui, text: String) {
    let grouping = ui.grouping();
    let filter = Filter { text, ..Filter::default() };
    ui.go(Route::Board(BoardQuery { grouping, filter, ..BoardQuery::default() }));
}
