//! Fields that several forms of this screen share.

use leptos::prelude::*;

use crate::{
    domain::{CustomerId, Field, Problem, Problems, Workspace, fold},
    state::{AppState, use_state},
    views::{
        parts::{SelectField, TextField},
        ui::use_words,
    },
};

/// The most names that are proposed at once.
const PROPOSALS: usize = 12;

/// A customer by name, with proposals; only a known one counts.
#[derive(Clone, Copy)]
pub struct Pick {
    id: StoredValue<String>,
    name: RwSignal<String>,
}

impl Pick {
    /// Nobody yet. The id is that of no other field of the page.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: StoredValue::new(id.into()), name: RwSignal::new(String::new()) }
    }

    /// The customer of that name, for handlers.
    pub fn chosen(self, state: AppState) -> Option<CustomerId> {
        self.name.with_untracked(|name| state.peek(|ws| named(ws, name)))
    }

    /// Whether something was typed that is nobody's name, for handlers.
    pub fn is_unknown(self, state: AppState) -> bool {
        !self.name.with_untracked(|name| name.trim().is_empty()) && self.chosen(state).is_none()
    }

    /// Fills a name in, or empties the field.
    pub fn fill(self, name: &str) {
        self.name.set(name.to_owned());
    }

    /// The field.
    pub fn field(self, label: &'static str) -> AnyView {
        let (state, t) = (use_state(), use_words());
        let found = Memo::new(move |_| self.name.with(|name| state.with(|ws| matching(ws, name))));
        let is_wrong = move || {
            let typed = self.name.with(|name| !name.trim().is_empty());
            typed && found.with(Vec::is_empty)
        };
        let problem =
            Signal::derive(move || is_wrong().then(|| t.ideas_unknown_customer().to_owned()));
        let names = move || {
            let names = found.get().into_iter();
            names.map(|name| view! { <option value=name></option> }).collect_view()
        };
        let id = self.id.get_value();
        let list = [&id, "-list"].concat();
        view! {
            <div>
                <TextField id label value=self.name problem list=list.clone()/>
                <datalist id=list>{names}</datalist>
            </div>
        }
        .into_any()
    }
}

fn matching(workspace: &Workspace, text: &str) -> Vec<String> {
    let text = fold(text.trim());
    if text.is_empty() {
        return Vec::new();
    }
    let here = workspace.in_order().filter(|card| !card.customer.is_trashed());
    let fits = here.filter(|card| card.searchable.contains(&text));
    fits.take(PROPOSALS).map(|card| card.customer.details.name.clone()).collect()
}

fn named(workspace: &Workspace, name: &str) -> Option<CustomerId> {
    let name = fold(name.trim());
    let mut here = workspace.in_order().map(|card| &card.customer).filter(|c| !c.is_trashed());
    let found = here.find(|customer| !name.is_empty() && fold(&customer.details.name) == name);
    found.map(|customer| customer.id)
}

/// The id of a field in a form that stands in the page several times.
pub fn id_in(name: &str, form: impl ToString) -> String {
    [name, "-", &form.to_string()].concat()
}

/// A choice of one, by key.
pub fn choice<T: Copy + 'static>(
    id: impl Into<String>,
    label: &'static str,
    value: RwSignal<String>,
    all: &[T],
    word: impl Fn(T) -> (&'static str, &'static str),
) -> AnyView {
    let options = all.iter().map(|value| {
        let (key, word) = word(*value);
        (key.to_owned(), word.to_owned())
    });
    let options: Vec<_> = options.collect();
    let id: String = id.into();
    view! { <SelectField id label value options/> }.into_any()
}

/// What is wrong with a field of a form.
pub fn problem_of(problems: RwSignal<Vec<Problem>>, field: Field) -> Signal<Option<String>> {
    let t = use_words();
    Signal::derive(move || {
        problems.with(|all| all.iter().find(|p| p.field == field).map(|p| t.problem(*p)))
    })
}

/// The value, or the problems put where the fields read them.
pub fn or_tell<T>(checked: Result<T, Problems>, problems: RwSignal<Vec<Problem>>) -> Option<T> {
    match checked {
        Ok(value) => {
            problems.set(Vec::new());
            Some(value)
        }
        Err(found) => {
            problems.set(found.0);
            None
        }
    }
}
