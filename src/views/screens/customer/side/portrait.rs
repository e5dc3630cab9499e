//! What we understand beyond the axes: ratings, conditions, what counts, what both sides gain.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::section::{Opens, section};
use crate::{
    domain::{
        Answer, Balance, Condition, Customer, Dimension, Portrait, Settings, Slot, fulfilled,
    },
    platform::intl,
    views::{
        parts::Icon,
        ui::{Subject, use_words},
        wording::Language,
    },
};

/// The blocks of which something is known.
pub fn portrait(customer: &Customer, settings: &Settings, today: NaiveDate) -> Vec<AnyView> {
    let t = use_words();
    let edit = Opens::of(Subject::Portrait(customer.id), t.record_ratings());
    let known = &customer.portrait;
    [
        ratings(t, known, edit),
        texts(t, t.record_understanding(), understood(t, customer, today), edit),
        texts(t, t.record_mutual(), mutual(t, known), edit),
        conditions(t, t.record_rebuy(), known, Condition::rebuy(), edit),
        conditions(t, t.record_bond(), known, Condition::bond(), edit),
        own(t, customer, settings),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn ratings(t: Language, known: &Portrait, edit: Opens) -> Option<AnyView> {
    let row = |dimension: &Dimension| {
        let level = known.rating(*dimension)?;
        let (name, word) = (t.slot(dimension.slot()), t.level(level));
        let bars: Vec<AnyView> = (1..=5u8)
            .map(|bar| view! { <i class=(bar <= level.get()).then_some("on")></i> }.into_any())
            .collect();
        let because = (*dimension == Dimension::Trust && !known.trust_because.is_empty())
            .then(|| view! { <small>{known.trust_because.clone()}</small> });
        Some(
            view! {
                <dt>{name}</dt>
                <dd>
                    <span class="with-stroke">
                        <span class="gauge" role="img" aria-label=[name, ": ", word].concat()>
                            {bars}
                        </span>
                        <span aria-hidden="true">{word}</span>
                    </span>
                    {because}
                </dd>
            }
            .into_any(),
        )
    };
    let rows: Vec<AnyView> = Dimension::ALL.iter().filter_map(row).collect();
    let balance = known.balance().map(|balance| match balance {
        Balance::Healthy => t.record_balance_healthy(),
        Balance::Close => t.record_balance_close(),
        Balance::Burden => t.record_balance_burden(),
    });
    (!rows.is_empty()).then(|| {
        let content = view! {
            <dl class="facts is-stacked">{rows}</dl>
            {balance.map(|sentence| view! { <p class="prose">{sentence}</p> })}
        };
        section(t.record_ratings(), String::new(), Some(edit), content.into_any())
    })
}

type Fact = (&'static str, String);

fn understood(t: Language, customer: &Customer, today: NaiveDate) -> Vec<Fact> {
    let known = &customer.portrait;
    let counts: Vec<&str> = known.counts.iter().map(|what| t.choice(what.key())).collect();
    let day = |day: Option<NaiveDate>| day.map(|day| t.day(day, today)).unwrap_or_default();
    vec![
        (t.slot(Slot::Problem), known.problem.clone()),
        (t.slot(Slot::Trigger), known.trigger.clone()),
        (t.slot(Slot::Counts), intl::list(t.tag(), &counts)),
        (t.slot(Slot::Expectations), known.expectations.clone()),
        (t.slot(Slot::Wishes), known.wishes.clone()),
        (t.slot(Slot::Preferences), known.preferences.clone()),
        (t.slot(Slot::NextNeed), day(known.next_need)),
        (t.slot(Slot::ReviewOn), day(known.review_on)),
        (t.slot(Slot::KeepUntil), day(known.keep_until)),
    ]
}

fn mutual(t: Language, known: &Portrait) -> Vec<Fact> {
    vec![
        (t.slot(Slot::ForUs), known.for_us.clone()),
        (t.slot(Slot::ForThem), known.for_them.clone()),
        (t.slot(Slot::ForOthers), known.for_others.clone()),
    ]
}

fn texts(_: Language, title: &'static str, facts: Vec<Fact>, edit: Opens) -> Option<AnyView> {
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| {
        view! {
            <dt>{name}</dt>
            <dd class="lines">{text}</dd>
        }
        .into_any()
    });
    let facts: Vec<AnyView> = facts.collect();
    (!facts.is_empty()).then(|| {
        let list = view! { <dl class="facts is-stacked">{facts}</dl> }.into_any();
        section(title, String::new(), Some(edit), list)
    })
}

/// Six conditions with their answers, and what is missing.
fn conditions(
    t: Language,
    title: &'static str,
    known: &Portrait,
    all: &'static [Condition],
    edit: Opens,
) -> Option<AnyView> {
    if !all.iter().any(|condition| known.conditions.contains_key(condition)) {
        return None;
    }
    let row = |condition: &Condition| {
        let verdict = known.conditions.get(condition).cloned().unwrap_or_default();
        let (key, word, icon) = match verdict.answer {
            Some(Answer::Yes) => ("yes", t.choice("yes"), "yes"),
            Some(Answer::No) => ("no", t.choice("no"), "no"),
            None => ("open", t.record_open(), "open"),
        };
        view! {
            <li data-answer=key>
                <Icon name=icon/>
                <span>
                    <span class="visually-hidden">{word} ": "</span>
                    {t.condition(*condition)}
                    " "
                    <small>{verdict.note}</small>
                </span>
            </li>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = all.iter().map(row).collect();
    let held = fulfilled(&known.conditions, all);
    let aside = t.record_count_of(&all.len().to_string(), &held.to_string());
    let missing: Vec<&str> = all
        .iter()
        .filter(|condition| {
            known.conditions.get(condition).is_some_and(|v| v.answer == Some(Answer::No))
        })
        .map(|condition| t.condition(*condition))
        .collect();
    let missing = (!missing.is_empty()).then(|| {
        let sentence = t.record_missing(&intl::list(t.tag(), &missing));
        view! { <p class="prose">{sentence}</p> }
    });
    let content = view! {
        <ul class="checklist">{rows}</ul>
        {missing}
    };
    Some(section(title, aside, Some(edit), content.into_any()))
}

/// The fields that the person defined.
fn own(t: Language, customer: &Customer, settings: &Settings) -> Option<AnyView> {
    let facts = settings.fields.iter().filter_map(|field| {
        let value = customer.own.get(field.id.0)?.value.clone();
        Some(view! { <dt>{field.name.clone()}</dt> <dd>{value}</dd> }.into_any())
    });
    let facts: Vec<AnyView> = facts.collect();
    let edit = Opens::of(Subject::Own(customer.id), t.field_own_fields());
    (!facts.is_empty()).then(|| {
        let list = view! { <dl class="facts">{facts}</dl> }.into_any();
        section(t.field_own_fields(), String::new(), Some(edit), list)
    })
}
