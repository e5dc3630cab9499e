//! Hears the keys and does what they mean.

use leptos::{ev::KeyboardEvent, prelude::*};

use super::table::{Command, Focus, OnTop, Press, Screen, command};
use crate::{
    domain::CustomerId,
    platform::{
        listener::{self, Options},
        measure,
    },
    route::{BoardQuery, CustomersQuery, IdeasQuery, Route},
    state::{AppState, use_state},
    views::ui::{Dialog, IdeaDialog, IdeaSeed, Ui, use_ui},
};

/// What a person types text into; it has an undo of its own.
const TEXT: &str = "textarea, [contenteditable]:not([contenteditable=false]), \
    input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=file], [type=range])";
/// What uses letters to find a line.
const LETTERS: &str = "select, [role=menu], [role=listbox], [role=combobox]";

/// Listens as long as the owner lives.
pub fn listen_for_keys() {
    let (ui, state) = (use_ui(), use_state());
    let mut go_at = None::<f64>;
    let keys = listener::on_window("keydown", Options::default(), move |event: KeyboardEvent| {
        // The rest of the app comes first; a letter that is still being composed is no key.
        if event.default_prevented() || event.is_composing() {
            return;
        }
        let now = event.time_stamp();
        let is_modifier = matches!(event.key().as_str(), "Shift" | "Control" | "Alt" | "Meta");
        let since_go = go_at.map(|at| now - at);
        if !is_modifier {
            go_at = None;
        }
        match meaning(&event, ui, since_go) {
            Some(Command::StartGo) => go_at = Some(now),
            Some(command) if run(command, ui, state) => {}
            _ => return,
        }
        event.prevent_default();
    });
    let _keys = StoredValue::new_local(keys);
}

fn meaning(event: &KeyboardEvent, ui: Ui, since_go: Option<f64>) -> Option<Command> {
    command(&Press {
        key: &event.key(),
        ctrl: event.ctrl_key(),
        meta: event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
        is_repeat: event.repeat(),
        focus: focus(),
        on_top: ui.dialog.with_untracked(|dialog| match dialog {
            None => OnTop::Nothing,
            Some(Dialog::Palette) => OnTop::Palette,
            Some(_) => OnTop::Dialog,
        }),
        single_keys_off: !ui.single_keys.get_untracked(),
        since_go,
    })
}

fn focus() -> Focus {
    let Some(element) = measure::focused() else { return Focus::Elsewhere };
    let is_in = |selector| element.closest(selector).ok().flatten().is_some();
    if is_in(TEXT) {
        Focus::Text
    } else if is_in(LETTERS) {
        Focus::Letters
    } else {
        Focus::Elsewhere
    }
}

/// Does it. Whether there was anything to do; if not, the key is left to the browser.
fn run(command: Command, ui: Ui, state: AppState) -> bool {
    match command {
        Command::Palette if ui.dialog.with_untracked(Option::is_some) => ui.close(),
        Command::Palette => ui.open(Dialog::Palette),
        Command::Undo => return keeping_focus(|| state.undo()),
        Command::Redo => return keeping_focus(|| state.redo()),
        Command::Search => {
            // A screen without a search has the palette.
            if !measure::focus_id("search") {
                ui.open(Dialog::Palette);
            }
        }
        Command::Help => ui.open(Dialog::Help),
        Command::NewCustomer => ui.open(Dialog::NewCustomer),
        Command::NewIdea => ui.open(Dialog::Idea(IdeaDialog::New(IdeaSeed::default()))),
        Command::LogContact => ui.open(Dialog::LogContact(at_hand(ui, state))),
        Command::Edit => match at_hand(ui, state) {
            Some(id) => ui.open(Dialog::EditCustomer(id)),
            None => return false,
        },
        Command::Go(Screen::Today) => ui.go(Route::Today),
        Command::Go(Screen::Board) => ui.go(Route::Board(BoardQuery::default())),
        Command::Go(Screen::Customers) => ui.go(Route::Customers(CustomersQuery::default())),
        Command::Go(Screen::Ideas) => ui.go(Route::Ideas(IdeasQuery::default())),
        Command::Go(Screen::Data) => ui.go(Route::Data),
        Command::Dismiss => return dismiss(ui, state),
        Command::StartGo => {}
    }
    true
}

/// The customer whose card or row has the focus, else the one whose page is open.
fn at_hand(ui: Ui, state: AppState) -> Option<CustomerId> {
    let focused = || {
        let element = measure::focused()?.closest("[data-id]").ok()??;
        let id: CustomerId = element.get_attribute("data-id")?.parse().ok()?;
        state.peek(|workspace| workspace.customer(id).is_some()).then_some(id)
    };
    let on_page = || {
        ui.route.with_untracked(|route| match route {
            Route::Customer(id) => Some(*id),
            _ => None,
        })
    };
    focused().or_else(on_page)
}

/// Does something that may draw the focused card anew elsewhere; the focus goes there with it.
fn keeping_focus(act: impl FnOnce() -> bool) -> bool {
    let focused = measure::focused().map(|element| element.id()).filter(|id| !id.is_empty());
    let acted = act();
    if let Some(id) = focused {
        listener::next_frame(move || {
            if measure::focused().is_none() {
                measure::focus_id(&id);
            }
        })
        .detach();
    }
    acted
}

fn dismiss(ui: Ui, state: AppState) -> bool {
    let notice = state.notice.with_untracked(Option::is_some);
    let warning = ui.warning.with_untracked(Option::is_some);
    if notice {
        state.notice.set(None);
    }
    if warning {
        ui.warning.set(None);
    }
    notice || warning
}
