//! What is done to a line: each one step that can be undone. The focus stays in the list.

use chrono::{Days, NaiveDate};
use leptos::{prelude::*, web_sys};
use wasm_bindgen::JsCast;

use super::{
    ask::Ask,
    model::{Doing, Row},
};
use crate::{
    domain::{Answer, CustomerId, Due, DueKind, MatterId, PutOff, Refusal, Workspace},
    platform::{listener, measure},
    route::Route,
    state::{AppState, Done, Moment, use_state},
    views::{
        parts::OpenMenu,
        shell::use_menu,
        ui::{Dialog, Ui, use_ui},
        wording::Language,
    },
};

/// Everything a line needs to act.
#[derive(Clone, Copy)]
pub struct Deeds {
    /// The state of the app.
    pub state: AppState,
    /// The person's surroundings.
    pub ui: Ui,
    /// The words.
    pub t: Language,
    /// The open menu.
    pub menu: RwSignal<Option<OpenMenu>>,
    /// Which line asks for a reason or a day.
    pub asking: RwSignal<Option<Ask>>,
    /// The place in the list where the person was when a dialog opened.
    left_at: StoredValue<Option<usize>>,
}

impl Deeds {
    /// For the screen that is open. When a dialog takes a line away, the focus goes to the next.
    pub fn new() -> Self {
        let deeds = Self {
            state: use_state(),
            ui: use_ui(),
            t: use_ui().words(),
            menu: use_menu(),
            asking: RwSignal::new(None),
            left_at: StoredValue::new(None),
        };
        Effect::new(move |_| {
            let is_open = deeds.ui.dialog.with(Option::is_some);
            if !is_open && let Some(place) = deeds.left_at.try_update_value(Option::take).flatten()
            {
                focus_soon(place);
            }
        });
        deeds
    }

    /// Does it, in the way of its kind; what needs an answer opens its menu.
    pub fn act(self, row: &Row) {
        match Doing::of(row.due.kind) {
            Doing::Tick => self.finish(row),
            Doing::Contact => self.log(row),
            Doing::Answer => self.open_menu(row),
            Doing::Page => self.ui.go(Route::Customer(row.customer)),
        }
    }

    /// Says that it is done.
    pub fn finish(self, row: &Row) {
        let (id, due) = (row.customer, row.due.clone());
        self.commit(row, Done::DueDone(id), move |ws, moment| ws.finish_due(id, &due, moment.now));
    }

    /// Answers what is asked with yes or no.
    pub fn answer(self, row: &Row, answer: Answer) {
        let (id, of) = (row.customer, MatterId(row.due.of));
        let is_trust = row.due.kind == DueKind::TrustCheck;
        self.commit(row, Done::DueDone(id), move |ws, _| {
            if is_trust { ws.answer_trust(id, of, answer) } else { ws.answer_over(id, of, answer) }
        });
    }

    /// Opens the sheet of a contact with the customer.
    pub fn log(self, row: &Row) {
        self.left_at.set_value(place_of(row));
        self.ui.open(Dialog::LogContact(Some(row.customer)));
    }

    /// The day so many days from now.
    pub fn in_days(self, days: u64) -> NaiveDate {
        let today = self.state.moment().today();
        today.checked_add_days(Days::new(days)).unwrap_or(today)
    }

    /// Puts it off.
    pub fn put_off(self, row: &Row, until: NaiveDate) {
        let (id, due) = (row.customer, row.due.clone());
        self.commit(row, Done::DuePutOff(id), move |ws, _| ws.snooze(id, &due, until));
    }

    /// Puts it away, with the reason.
    pub fn dismiss(self, row: &Row, reason: String) {
        let (id, due) = (row.customer, row.due.clone());
        self.commit(row, Done::DueDismissed(id), move |ws, _| ws.dismiss(id, &due, reason));
    }

    /// Shows again what was put off or away.
    pub fn take_up(self, id: CustomerId, off: &PutOff) {
        let off = off.clone();
        self.tell(self.state.commit(Done::DueTakenUp(id), move |ws, _| ws.take_up(id, &off)));
        focus_soon(0);
    }

    /// Opens the menu of a line beside its button.
    pub fn open_menu(self, row: &Row) {
        let button = measure::element_by_id(&line_id(row.customer, &row.due))
            .and_then(|line| line.query_selector("[data-testid=due-more]").ok().flatten());
        if let Some(button) = button {
            let items = super::menu::items(self, row);
            self.menu.set(Some(OpenMenu::beside(&button, row.name.clone(), items)));
        }
    }

    /// Moves the focus to the line of a row, else to the first, where it has got lost.
    pub fn focus(self, row: Option<&Row>) {
        focus_soon(row.and_then(place_of).unwrap_or(0));
    }

    fn commit(
        self,
        row: &Row,
        done: Done,
        change: impl FnOnce(&mut Workspace, &mut Moment) -> Result<(), Refusal>,
    ) {
        let place = place_of(row);
        self.asking.set(None);
        self.tell(self.state.commit(done, change));
        focus_soon(place.unwrap_or(0));
    }

    fn tell(self, result: Result<bool, Refusal>) {
        if let Err(refusal) = result {
            self.ui.warn(self.t.refusal(refusal));
        }
    }
}

/// The id of a line in the page.
pub fn line_id(customer: CustomerId, due: &Due) -> String {
    ["due-", &customer.to_string(), "-", &due.id().to_string()].concat()
}

/// The names in the list, in their order.
pub fn names() -> Vec<web_sys::Element> {
    let list = measure::element_by_id("due-list");
    let found = list.and_then(|list| list.query_selector_all(".due-row .due-who").ok());
    let Some(found) = found else { return Vec::new() };
    let nodes = (0..found.length()).filter_map(|at| found.get(at));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

/// The place of a line in the list.
pub fn place_of(row: &Row) -> Option<usize> {
    let line = measure::element_by_id(&line_id(row.customer, &row.due))?;
    names().iter().position(|name| line.contains(Some(name)))
}

/// Moves the focus to the line at a place once the list is drawn, the last one where it became
/// shorter, the heading where it is empty; unless the person is somewhere else by then.
fn focus_soon(place: usize) {
    listener::next_frame(move || {
        if measure::focused().is_some() {
            return;
        }
        let names = names();
        match names.get(place).or(names.last()) {
            Some(name) => measure::focus(name),
            None => {
                measure::focus_id("today-title");
            }
        }
    })
    .detach();
}
