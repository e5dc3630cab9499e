//! The columns as rows: name, phase, place.

use leptos::{ev, prelude::*};

use super::form::{Form, Row};
use crate::{
    domain::{COLUMNS_MAX, ColumnId, Issue, NewIds, Phase, Problem, clean_line},
    platform::{announce, listener, measure},
    state::use_state,
    views::{parts::Icon, ui::use_words, wording::Language},
};

/// Every column, and one more.
#[component]
pub fn Rows(
    /// The form.
    form: Form,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let count = move || form.rows.with(Vec::len);
    let add = move |_: ev::MouseEvent| {
        let id = ColumnId(state.moment().next());
        let phase =
            form.rows.with_untracked(|rows| rows.last().map(|row| row.phase.get_untracked()));
        let row = Row::new(id, String::new(), phase.unwrap_or_default());
        form.rows.update(|rows| rows.push(row));
        focus_soon(name_id(id));
    };
    view! {
        <Show
            when={move || count() > 0}
            fallback=move || view! { <p class="lead">{t.columns_none()}</p> }
        >
            <p class="column-rows-head wide-only" aria-hidden="true">
                <span>{t.columns_name()}</span>
                <span>{t.columns_phase()}</span>
            </p>
        </Show>
        <ol class="column-rows">
            <For each=move || form.rows.get() key=|row| row.id let:row>
                <RowView form row/>
            </For>
        </ol>
        <button
            type="button"
            class="button quiet column-add"
            id="columns-add"
            data-testid="columns-add"
            prop:disabled={move || count() >= COLUMNS_MAX}
            on:click=add
        >
            <Icon name="plus"/>
            {t.columns_add()}
        </button>
    }
}

#[component]
fn RowView(form: Form, row: Row) -> impl IntoView {
    let t = use_words();
    let place = Memo::new(move |_| form.place_of(row.id).unwrap_or(0));
    let number = move || t.number(place.get() + 1);
    let problem = Memo::new(move |_| {
        let problems = form.shown_problems();
        let mine = problems.into_iter().find(|(id, _)| *id == Some(row.id));
        mine.map(|(_, problem)| words_for(t, problem))
    });
    let (field, told, select) =
        (name_id(row.id), format!("{}-problem", row.id), format!("{}-phase", row.id));
    let (described, label_for) = (told.clone(), field.clone());
    let phases = Phase::ALL.map(|phase| {
        let is_chosen = move || row.phase.get() == phase;
        view! { <option value=phase.key() prop:selected=is_chosen>{t.phase(phase)}</option> }
    });
    view! {
        <li class="column-row" data-phase=move || row.phase.get().key() data-testid="column-row">
            <div class="field">
                <label class="visually-hidden" for=label_for>{move || t.columns_name_of(&number())}</label>
                <input
                    id=field
                    type="text"
                    autocomplete="off"
                    prop:value=row.name
                    on:input=move |event| row.name.set(event_target_value(&event))
                    aria-invalid=move || problem.with(Option::is_some).then_some("true")
                    aria-describedby=move || problem.with(Option::is_some).then(|| described.clone())
                />
                {move || problem.get().map(|text| view! {
                    <p class="problem" id=told.clone()><Icon name="alert"/>{text}</p>
                })}
            </div>
            <div class="field">
                <label class="visually-hidden" for=select.clone()>{move || t.columns_phase_of(&number())}</label>
                <select
                    id=select
                    on:change=move |event| {
                        row.phase.set(Phase::from_key(&event_target_value(&event)).unwrap_or_default());
                    }
                >
                    {phases.collect_view()}
                </select>
            </div>
            <RowButtons form row place/>
        </li>
    }
}

/// Forward, back, remove.
#[component]
fn RowButtons(form: Form, row: Row, place: Memo<usize>) -> impl IntoView {
    let t = use_words();
    let name = move || called(t, row, place.get());
    let is_first = move || (place.get() == 0).to_string();
    let is_last = move || (place.get() + 1 >= form.rows.with(Vec::len)).to_string();
    let (up, down) = (format!("{}-up", row.id), format!("{}-down", row.id));
    let (up_again, down_again) = (up.clone(), down.clone());
    let travel = move |to: Option<usize>, button: &str| {
        if let Some(to) = to.filter(|to| form.swap(place.get_untracked(), *to)) {
            let count = form.rows.with_untracked(Vec::len);
            let name = untrack(|| called(t, row, to));
            announce::announce(&t.columns_moved(&name, &t.number(to + 1), &t.number(count)));
            // A row that travels loses the focus on the way.
            focus_soon(button.to_owned());
        }
    };
    view! {
        <div class="row-buttons">
            <button
                type="button" class="icon-button is-up" id=up aria-disabled=is_first
                aria-label=move || t.columns_up(&name())
                on:click=move |_| travel(place.get_untracked().checked_sub(1), &up_again)
            >
                <Icon name="down"/>
            </button>
            <button
                type="button" class="icon-button" id=down aria-disabled=is_last
                aria-label=move || t.columns_down(&name())
                on:click=move |_| travel(Some(place.get_untracked() + 1), &down_again)
            >
                <Icon name="down"/>
            </button>
            <button
                type="button" class="icon-button" data-testid="column-remove"
                aria-label=move || t.columns_remove(&name())
                on:click=move |_| form.remove(row.id)
            >
                <Icon name="trash"/>
            </button>
        </div>
    }
}

fn words_for(t: Language, problem: Problem) -> String {
    match problem.issue {
        Issue::Missing => t.columns_missing().to_owned(),
        _ => t.problem(problem),
    }
}

/// The name of a column, or its place while it has none.
fn called(t: Language, row: Row, place: usize) -> String {
    let name = row.name.with(|name| clean_line(name));
    if name.is_empty() { t.columns_unnamed(&t.number(place + 1)) } else { name }
}

/// The id of the field with the name.
pub fn name_id(id: ColumnId) -> String {
    format!("{id}-name")
}

/// Gives the focus to what will be in the page with the next frame.
pub fn focus_soon(id: String) {
    listener::next_frame(move || {
        measure::focus_id(&id);
    })
    .detach();
}
