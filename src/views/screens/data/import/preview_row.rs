//! One customer of a list as it would arrive, with everything that is said about its row.

use leptos::prelude::*;

use super::{problems::sentence, session::Session};
use crate::{
    domain::{CustomerDraft, CustomerId},
    exchange::{Decision, Duplicate, ImportRow, PlannedRow, SkipReason},
    platform::intl,
    route::Route,
    state::use_state,
    views::{parts::Icon, ui::use_words, wording::Language},
};

/// Problems of a row that are shown.
const PROBLEMS: usize = 12;

/// A row of the plan.
#[component]
pub fn PreviewRow(
    /// The import.
    session: Session,
    /// Its place in the plan.
    place: usize,
) -> impl IntoView {
    let planned = Memo::new(move |_| session.plan.with(|plan| plan.rows.get(place).cloned()));
    view! {
        <li class="import-row" data-testid="import-row">
            {move || planned.get().map(|planned| view! { <Content session place planned/> })}
        </li>
    }
}

#[component]
fn Content(session: Session, place: usize, planned: PlannedRow) -> impl IntoView {
    let t = use_words();
    let PlannedRow { row, duplicate, decision } = planned;
    let is_out = row.skipped.is_some() || decision == Decision::Skip;
    let skipped = row.skipped.map(|reason| match reason {
        SkipReason::NoName => t.import_skipped_no_name(),
        SkipReason::Unreadable => t.import_skipped_unreadable(),
    });
    view! {
        <div class="content" class:is-out=is_out>
            <p class="who">
                <strong>{row.draft.name.clone()}</strong>
                <small>{lines(t, &row)}</small>
            </p>
            <p class="what">{facts(&row.draft)}</p>
            {skipped.map(|sentence| view! { <p class="doubt"><Icon name="no"/>{sentence}</p> })}
            {duplicate
                .map(|duplicate| {
                    let name = row.draft.name.clone();
                    view! { <Known session place duplicate decision name/> }
                })}
            {problems(t, session, &row)}
        </div>
    }
}

/// Where the row stands in the file.
fn lines(t: Language, row: &ImportRow) -> String {
    let line = t.import_line(&t.number(row.line));
    if row.gathered.is_empty() {
        return line;
    }
    let further: Vec<String> = row.gathered.iter().take(10).map(|line| t.number(*line)).collect();
    let further = t.import_gathered(row.gathered.len(), &intl::list(t.tag(), &further));
    [line.as_str(), ", ", &further].concat()
}

/// What is known of the customer, in one line.
fn facts(draft: &CustomerDraft) -> String {
    let people: Vec<&str> =
        draft.people.iter().take(3).map(|person| person.name.as_str()).collect();
    let people = people.join(", ");
    let facts =
        [people.as_str(), &draft.email, &draft.phone, &draft.city, &draft.sector, &draft.tags];
    let facts: Vec<&str> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    facts.join(" · ")
}

fn problems(t: Language, session: Session, row: &ImportRow) -> impl IntoView + use<> {
    let more = row.problems.len().saturating_sub(PROBLEMS);
    let sentences: Vec<String> = session.table.with_untracked(|table| {
        let shown = row.problems.iter().take(PROBLEMS);
        shown.map(|problem| sentence(t, table.as_deref(), problem)).collect()
    });
    let lines = sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> });
    (!row.problems.is_empty()).then(|| {
        view! {
            <ul class="row-problems" data-testid="row-problems">
                {lines.collect_view()}
                {(more > 0).then(|| view! { <li>{t.import_and_more(&t.number(more))}</li> })}
            </ul>
        }
    })
}

/// Who the row may be already, and what to do with it.
#[component]
fn Known(
    session: Session,
    place: usize,
    duplicate: Duplicate,
    decision: Decision,
    name: String,
) -> impl IntoView {
    let t = use_words();
    let known = match duplicate {
        Duplicate::Known(id) => Some(id),
        Duplicate::Above { .. } => None,
    };
    let choices = match known {
        Some(id) => vec![Decision::Skip, Decision::Fill(id), Decision::New],
        None => vec![Decision::Skip, Decision::New],
    };
    let options = choices.into_iter().map(|choice| {
        view! {
            <option value=key(choice) selected=choice == decision>
                {word(t, choice)}
            </option>
        }
    });
    let choose = move |event| {
        let decision = match (event_target_value(&event).as_str(), known) {
            ("fill", Some(id)) => Decision::Fill(id),
            ("new", _) => Decision::New,
            _ => Decision::Skip,
        };
        session.decide(place, decision);
    };
    view! {
        <div class="known field" data-testid="duplicate">
            <Icon name="people"/>
            {match duplicate {
                Duplicate::Known(id) => view! { <KnownCustomer id/> }.into_any(),
                Duplicate::Above { line } => {
                    view! { <span>{t.import_duplicate_in_list(&t.number(line))}</span> }.into_any()
                }
            }}
            <select aria-label=t.import_decide(&name) data-testid="decision" on:change=choose>
                {options.collect_view()}
            </select>
        </div>
    }
}

#[component]
fn KnownCustomer(id: CustomerId) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let name = state.peek(|workspace| {
        workspace.customer(id).map(|customer| customer.details.name.clone()).unwrap_or_default()
    });
    view! {
        <span>
            {t.import_duplicate_of()}
            " "
            <a href=Route::Customer(id).to_string() target="_blank">{name}</a>
        </span>
    }
}

fn key(decision: Decision) -> &'static str {
    match decision {
        Decision::Skip => "skip",
        Decision::Fill(_) => "fill",
        Decision::New => "new",
    }
}

fn word(t: Language, decision: Decision) -> &'static str {
    match decision {
        Decision::Skip => t.import_decision_skip(),
        Decision::Fill(_) => t.import_decision_fill(),
        Decision::New => t.import_decision_anyway(),
    }
}
