//! The form of a poll: the question, and the answers it offers.

use leptos::prelude::*;

use super::{
    super::fields::{or_tell, problem_of},
    form, gone,
};
use crate::{
    domain::{Field, IdeaId, NewIds, OPTIONS_MAX, OptionId, PollDraft, PollId},
    state::{Deed, Done, use_state},
    views::{
        parts::{DayField, Icon, SelectField, TextAreaField, TextField},
        ui::{use_ui, use_words},
    },
};

/// One answer while the form is open.
#[derive(Clone, Copy, PartialEq)]
struct Answer {
    id: OptionId,
    text: RwSignal<String>,
    idea: RwSignal<String>,
}

impl Answer {
    fn of((id, text, idea): (OptionId, String, Option<IdeaId>)) -> Self {
        let idea = idea.map(|idea| idea.to_string()).unwrap_or_default();
        Self { id, text: RwSignal::new(text), idea: RwSignal::new(idea) }
    }
}

/// A new poll, or an existing one.
pub fn poll_form(id: Option<PollId>) -> AnyView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let blank = move || (OptionId(state.moment().next()), String::new(), None);
    let mut draft = match id {
        None => PollDraft::default(),
        Some(id) => match state.peek(|ws| ws.poll(id).map(|poll| PollDraft::of(poll))) {
            Some(draft) => draft,
            None => return gone(),
        },
    };
    while draft.options.len() < 2 {
        draft.options.push(blank());
    }
    let (question, text) = (RwSignal::new(draft.question), RwSignal::new(draft.text));
    let closes = RwSignal::new(draft.closes);
    let answers = RwSignal::new(draft.options.into_iter().map(Answer::of).collect::<Vec<_>>());
    let problems = RwSignal::new(Vec::new());
    let save = move || {
        let option = |answer: &Answer| {
            let idea = answer.idea.with_untracked(|idea| idea.parse().ok());
            (answer.id, answer.text.get_untracked(), idea)
        };
        let draft = PollDraft {
            question: question.get_untracked(),
            text: text.get_untracked(),
            closes: closes.get_untracked(),
            options: answers.with_untracked(|all| all.iter().map(option).collect()),
        };
        let Some(details) = or_tell(draft.check(), problems) else { return };
        let deed = if id.is_some() { Deed::Edited } else { Deed::Added };
        let done = Done::Shaped(details.question.clone(), deed);
        let saved = state.commit(done, |ws, moment| match id {
            Some(id) => ws.edit_poll(id, details),
            None => {
                let id = PollId(moment.next());
                ws.add_poll(id, details, moment.today());
                Ok(())
            }
        });
        match saved {
            Ok(_) => ui.close(),
            Err(refusal) => ui.warn(t.refusal(refusal)),
        }
    };
    let ideas = state.peek(|ws| {
        let counted = ws.ideas().filter(|card| card.idea.counts()).take(500);
        let ideas = counted.map(|card| (card.idea.id.to_string(), card.idea.details.title.clone()));
        let none = (String::new(), t.ideas_poll_no_idea().to_owned());
        std::iter::once(none).chain(ideas).collect::<Vec<_>>()
    });
    let ideas = StoredValue::new(ideas);
    let row = move |answer: Answer| {
        let place = Memo::new(move |_| {
            answers.with(|all| all.iter().position(|a| *a == answer)).unwrap_or_default()
        });
        let problem = problem_of(problems, Field::OptionText(place.get_untracked()));
        let label = t.ideas_poll_option(&t.number(place.get_untracked() + 1));
        let (field, idea) = (
            ["option-", &answer.id.to_string()].concat(),
            ["option-idea-", &answer.id.to_string()].concat(),
        );
        view! {
            <div class="form-grid">
                <TextField id=field label=label value=answer.text problem/>
                <SelectField id=idea label=t.ideas_poll_idea() value=answer.idea options=ideas.get_value()/>
            </div>
        }
    };
    // What a click makes would go with the button; an answer lives as long as the form.
    let owner = StoredValue::new(Owner::current());
    let add = move |_| {
        let answer = || Answer::of(blank());
        let new = owner.with_value(|owner| match owner {
            Some(owner) => owner.with(answer),
            None => answer(),
        });
        answers.update(|all| all.push(new));
    };
    let can_add = move || answers.with(|all| all.len() < OPTIONS_MAX);
    let too_few = problem_of(problems, Field::Options);
    let body = view! {
        <TextField id="poll-question" label=t.field_question() value=question problem=problem_of(problems, Field::Question) autofocus=true/>
        <TextAreaField id="poll-text" label=t.field_idea_text() value=text problem=problem_of(problems, Field::IdeaText) rows=2/>
        <DayField id="poll-closes" label=t.field_closes() value=closes problem=problem_of(problems, Field::Closes)/>
        <fieldset class="answers-fields">
            <legend>{t.field_options()}</legend>
            {move || too_few.get().map(|words| view! { <div class="field"><p class="problem"><Icon name="alert"/>{words}</p></div> })}
            <For each=move || answers.get() key=|answer| answer.id let:answer>{row(answer)}</For>
            {move || can_add().then(|| view! {
                <button type="button" class="button quiet" data-testid="add-option" on:click=add>
                    <Icon name="plus"/>
                    {t.ideas_poll_add_option()}
                </button>
            })}
        </fieldset>
    };
    let title = if id.is_some() { t.ideas_poll_edit() } else { t.ideas_poll_new() };
    form(title.to_owned(), save, body.into_any())
}
