//! What the parts of the form share: fields, problems, folds, the draft.

use leptos::prelude::*;

use super::{
    block::Folds,
    fields::{Fields, Texts},
    keeping::Keep,
    referrer,
};
use crate::{
    domain::{CustomerDraft, CustomerId, Field, Problem},
    platform::{listener::next_frame, measure},
    state::use_state,
    views::ui::{use_ui, use_words},
};

/// What the parts of the form share.
#[derive(Clone, Copy)]
pub struct Form {
    /// Whom it changes; `None` for a new customer.
    pub existing: Option<CustomerId>,
    /// What is filled in.
    pub fields: Fields,
    /// Every problem, once the person has tried to save.
    pub problems: Memo<Vec<Problem>>,
    /// Whether the person has tried to save.
    pub has_tried: RwSignal<bool>,
    /// Which blocks are open.
    pub folds: Folds,
    /// The draft that outlives the form.
    pub keep: StoredValue<Keep>,
}

impl Form {
    /// Filled with the customer, or with what was typed and not saved.
    pub fn new(existing: Option<CustomerId>) -> Self {
        let (state, ui, t) = (use_state(), use_ui(), use_words());
        let draft = state.peek(|ws| {
            let customer = existing.and_then(|id| ws.customer(id));
            customer.map_or_else(CustomerDraft::default, |customer| {
                CustomerDraft::of(customer, t.decimal_mark())
            })
        });
        let name = existing.map_or_else(|| "new".to_owned(), |id| id.to_string());
        let fields = Fields::of(&draft, state.peek(|ws| referrer::name_of(ws, draft.referred_by)));
        let keep = Keep::open(ui, &name, &untrack(|| fields.texts()));
        if let Some(kept) = keep.kept() {
            fields.fill(kept);
        }
        let has_tried = RwSignal::new(false);
        let problems = Memo::new(move |_| {
            if !has_tried.get() {
                return Vec::new();
            }
            let checked = fields.draft().check(state.today());
            checked.err().map(|problems| problems.0).unwrap_or_default()
        });
        let folds = Folds::new(&untrack(|| fields.draft()));
        Self { existing, fields, problems, has_tried, folds, keep: StoredValue::new(keep) }
    }

    /// What is wrong with a field, in words.
    pub fn problem(&self, field: Field) -> Signal<Option<String>> {
        let (problems, t) = (self.problems, use_words());
        Signal::derive(move || {
            problems.with(|all| {
                all.iter().find(|problem| problem.field == field).map(|p| t.problem(*p))
            })
        })
    }

    /// Unfolds what has a problem and goes to the first.
    pub fn show_problems(&self) {
        let problems = self.problems.get_untracked();
        for problem in &problems {
            self.folds.unfold(problem.field);
        }
        if let Some(first) = problems.first() {
            self.go_to(first.field);
        }
    }

    /// Puts the focus into a field, as soon as it can be seen.
    pub fn go_to(&self, field: Field) {
        self.folds.unfold(field);
        let id = self.fields.id_of(field);
        next_frame(move || {
            measure::focus_id(&id);
        })
        .detach();
    }

    /// As it was before anything was typed.
    pub fn start_over(&self, initial: &Texts) {
        self.fields.fill(initial);
        self.has_tried.set(false);
        measure::focus_id(&self.fields.id_of(Field::Name));
    }
}
