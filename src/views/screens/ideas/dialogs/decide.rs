//! Why and when something was decided: an idea, or a poll.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::{super::fields::problem_of, form, gone};
use crate::{
    domain::{Decision, Field, IdeaId, Issue, NOTE_MAX, OptionId, PollId, Problem, clean_text},
    state::{AppState, Deed, Done, use_state},
    views::{
        parts::{DayField, SelectField, TextAreaField},
        ui::{use_ui, use_words},
    },
};

/// Reason and day while the form is open.
#[derive(Clone, Copy)]
struct Fields {
    reason: RwSignal<String>,
    on: RwSignal<String>,
    problems: RwSignal<Vec<Problem>>,
}

impl Fields {
    fn of(decision: Option<Decision>, today: NaiveDate) -> Self {
        let decision = decision.unwrap_or(Decision { reason: String::new(), on: today });
        Self {
            reason: RwSignal::new(decision.reason),
            on: RwSignal::new(decision.on.to_string()),
            problems: RwSignal::new(Vec::new()),
        }
    }

    /// The decision, or every problem shown at its field. Nobody decides in the future.
    fn read(self, state: AppState) -> Option<Decision> {
        let today = state.moment().today();
        let reason = clean_text(&self.reason.get_untracked());
        let on = self.on.with_untracked(|on| on.parse::<NaiveDate>().ok());
        let mut problems = Vec::new();
        if reason.chars().count() > NOTE_MAX {
            problems.push(Problem { field: Field::Reason, issue: Issue::TooLong(NOTE_MAX) });
        }
        match on {
            None => problems.push(Problem { field: Field::When, issue: Issue::NotADay }),
            Some(on) if on > today => {
                problems.push(Problem { field: Field::When, issue: Issue::InTheFuture });
            }
            Some(_) => {}
        }
        let is_fine = problems.is_empty();
        self.problems.set(problems);
        on.filter(|_| is_fine).map(|on| Decision { reason, on })
    }

    fn view(self) -> AnyView {
        let t = use_words();
        view! {
            <TextAreaField id="decision-reason" label=t.field_reason() value=self.reason problem=problem_of(self.problems, Field::Reason) rows=4/>
            <DayField id="decision-on" label=t.ideas_decided_on() value=self.on problem=problem_of(self.problems, Field::When)/>
        }
        .into_any()
    }
}

/// An idea.
pub fn idea(id: IdeaId) -> AnyView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let Some(idea) = state.peek(|ws| ws.idea(id).cloned()) else { return gone() };
    let fields = Fields::of(idea.decision.clone(), state.moment().today());
    let title = StoredValue::new(idea.details.title.clone());
    let save = move || {
        let Some(decision) = fields.read(state) else { return };
        let done = Done::Shaped(title.get_value(), Deed::Decided);
        match state.commit(done, |ws, _| ws.decide_idea(id, decision)) {
            Ok(_) => ui.close(),
            Err(refusal) => ui.warn(t.refusal(refusal)),
        }
    };
    form(t.ideas_decision().to_owned(), save, fields.view())
}

/// A poll.
pub fn poll(id: PollId) -> AnyView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let Some(poll) = state.peek(|ws| ws.poll(id).cloned()) else { return gone() };
    let fields = Fields::of(poll.decision.clone(), state.moment().today());
    let leading = poll.result().into_iter().find(|tally| tally.leads).map(|tally| tally.option.id);
    let chosen = poll.chosen.or(leading).map(|id| id.to_string()).unwrap_or_default();
    let chosen = RwSignal::new(chosen);
    let options = poll.details.options.iter().map(|o| (o.id.to_string(), o.text.clone()));
    let options: Vec<_> =
        options.chain([(String::new(), t.ideas_poll_none_chosen().to_owned())]).collect();
    let question = StoredValue::new(poll.details.question.clone());
    let save = move || {
        let Some(decision) = fields.read(state) else { return };
        let option = chosen.with_untracked(|id| id.parse::<OptionId>().ok());
        let done = Done::Shaped(question.get_value(), Deed::Decided);
        match state.commit(done, |ws, _| ws.decide_poll(id, Some((option, decision)))) {
            Ok(_) => ui.close(),
            Err(refusal) => ui.warn(t.refusal(refusal)),
        }
    };
    let body = view! {
        <SelectField id="poll-chosen" label=t.ideas_poll_chosen() value=chosen options/>
        {fields.view()}
    };
    form(t.ideas_poll_decide().to_owned(), save, body.into_any())
}
