//! Deals, promises, cases and every other matter, block by block.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::section::{Opens, section};
use crate::{
    domain::{
        Amount, Checklist, Customer, CustomerId, Deal, DealStage, Facts, Matter, MatterId,
        MatterKind, Settings, next_renewal,
    },
    platform::announce::announce,
    state::{AppState, Done, use_state},
    views::{
        parts::Icon,
        ui::{Dialog, Subject, use_ui, use_words},
        wording::Language,
    },
};

/// What is said about a matter in one row.
struct Line {
    title: String,
    right: String,
    small: String,
    /// Whether it waits to be ticked off.
    is_open: bool,
}

/// What the rows are drawn with.
#[derive(Clone, Copy)]
struct Surroundings<'a> {
    id: CustomerId,
    t: Language,
    settings: &'a Settings,
    today: NaiveDate,
}

/// The blocks of all kinds of which there is something. Arguments have a block of their own.
pub fn records(customer: &Customer, settings: &Settings, today: NaiveDate) -> Vec<AnyView> {
    let here = Surroundings { id: customer.id, t: use_words(), settings, today };
    let kinds = MatterKind::ALL.iter().filter(|kind| **kind != MatterKind::Argument);
    kinds.filter_map(|kind| of_kind(here, customer, *kind)).collect()
}

fn of_kind(here: Surroundings<'_>, customer: &Customer, kind: MatterKind) -> Option<AnyView> {
    let matters = customer.matters.iter().filter(|(_, matter)| matter.kind() == kind);
    let rows: Vec<AnyView> = matters.rev().map(|(id, matter)| row(here, *id, matter)).collect();
    let t = here.t;
    let aside = match kind {
        MatterKind::Deal => {
            let (won, open) = customer.revenue();
            let money = |amount| t.money(here.settings, amount);
            if open == Amount(0) {
                money(won)
            } else {
                t.record_open_sum(&money(open), &money(won))
            }
        }
        MatterKind::Promise => {
            let (kept, all) = customer.reliability(here.today);
            t.record_kept_of(&all.to_string(), &kept.to_string())
        }
        _ => String::new(),
    };
    let add = Opens::new_matter(here.id, kind, t);
    (!rows.is_empty()).then(|| {
        let list = view! { <ul class="rows record-rows" data-kind=kind.key()>{rows}</ul> };
        section(t.matter_kind(kind), aside, Some(add), list.into_any())
    })
}

fn row(here: Surroundings<'_>, at: MatterId, matter: &Matter) -> AnyView {
    let (ui, id, kind) = (use_ui(), here.id, matter.kind());
    let Line { title, right, small, is_open } = line(here, matter);
    let edit =
        move |_| ui.open(Dialog::Sheet(Subject::Matter(id, kind, Some(at)), Facts::default()));
    let extra = match matter {
        Matter::Deal(deal) => stages(here, at, deal),
        Matter::Checklist(list) => steps(here, at, list),
        _ => ().into_any(),
    };
    view! {
        <li data-testid="record" data-id=at.to_string()>
            <span class="record-title">
                {is_open.then(|| tick(here.t, id, at, kind, &title))}
                <button class="link-like" on:click=edit>
                    {title}
                </button>
            </span>
            <span class="record-right">{right}</span>
            {(!small.is_empty()).then(|| view! { <small>{small}</small> })}
            {extra}
        </li>
    }
    .into_any()
}

fn line(here: Surroundings<'_>, matter: &Matter) -> Line {
    let Surroundings { t, settings, today, .. } = here;
    let day = |day: NaiveDate| t.day(day, today);
    let money = |amount: Option<Amount>| amount.map(|amount| t.money(settings, amount));
    let plain = |title: &str, right: String, small: Vec<String>| Line {
        title: title.to_owned(),
        right,
        small: joined(small),
        is_open: false,
    };
    match matter {
        Matter::Deal(deal) => plain(&deal.title, money(deal.amount).unwrap_or_default(), {
            let stage = deal.stage();
            let reached = deal.latest().map(|on| t.record_at_stage(&day(on), t.deal_stage(stage)));
            let rating = |slot, level: Option<crate::domain::Level>| {
                level.map(|level| [t.slot(slot), " ", &level.to_string()].concat())
            };
            let products =
                deal.lines.iter().map(|line| format!("{} × {}", line.quantity, line.name));
            let mut facts: Vec<String> = reached.into_iter().collect();
            facts.extend(rating(crate::domain::Slot::DeliveryRating, deal.delivery_rating));
            facts.extend(rating(crate::domain::Slot::ProductRating, deal.product_rating));
            facts.extend(products);
            facts
        }),
        Matter::Subscription(plan) => {
            let price = money(plan.price).unwrap_or_default();
            let every = t.choice(plan.interval.key()).to_owned();
            let renews = next_renewal(plan, today).map(|on| t.record_renews(&day(on)));
            plain(&plan.title, joined(vec![price, every]), renews.into_iter().collect())
        }
        Matter::Case(case) => {
            let state = match (case.replied, case.solved) {
                (_, Some(on)) => [t.record_event_solved(), " ", &day(on.date())].concat(),
                (Some(on), None) => [t.record_event_replied(), " ", &day(on.date())].concat(),
                _ => day(case.opened.date()),
            };
            let kind = t.choice(case.kind.key()).to_owned();
            let trust = case.trust_back.map(|answer| {
                [t.slot(crate::domain::Slot::TrustBack), ": ", t.choice(answer.key())].concat()
            });
            plain(&case.title, state, vec![kind, case.how.clone(), trust.unwrap_or_default()])
        }
        Matter::Promise(promise) => Line {
            is_open: promise.kept.is_none(),
            ..plain(&promise.title, day(promise.kept.unwrap_or(promise.due)), {
                promise.kept.map(|_| t.record_event_kept().to_owned()).into_iter().collect()
            })
        },
        Matter::Task(task) => Line {
            is_open: task.done.is_none(),
            ..plain(&task.title, day(task.done.unwrap_or(task.due)), vec![task.notes.clone()])
        },
        Matter::Gesture(gesture) => Line {
            is_open: !gesture.given,
            ..plain(&gesture.title, day(gesture.on), {
                let planned = if gesture.given { "" } else { t.record_planned() };
                let cost = money(gesture.cost).unwrap_or_default();
                vec![planned.to_owned(), gesture.occasion.clone(), cost, gesture.reaction.clone()]
            })
        },
        Matter::Review(review) => plain(&review.site, day(review.on), {
            let stars = review.stars.map(|level| t.record_stars(&level.to_string()));
            vec![stars.unwrap_or_default(), review.text.clone()]
        }),
        Matter::Consent(consent) => plain(&consent.purpose, t.record_since(&day(consent.on)), {
            let withdrawn = consent.withdrawn.map(|on| t.record_withdrawn(&day(on)));
            let basis = t.choice(consent.basis.key()).to_owned();
            vec![basis, consent.source.clone(), withdrawn.unwrap_or_default()]
        }),
        Matter::Argument(argument) => plain(&argument.title, String::new(), Vec::new()),
        Matter::Checklist(list) => plain(
            &list.title,
            {
                let done = list.steps.iter().filter(|step| step.done).count();
                t.record_count_of(&list.steps.len().to_string(), &done.to_string())
            },
            Vec::new(),
        ),
        Matter::Deed(deed) => {
            plain(&deed.title, day(deed.on), vec![t.choice(deed.kind.key()).to_owned()])
        }
    }
}

fn joined(parts: Vec<String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn tick(t: Language, id: CustomerId, at: MatterId, kind: MatterKind, title: &str) -> AnyView {
    let state = use_state();
    let label = t.record_done_by(title);
    view! {
        <button
            class="tick"
            data-testid="tick-record"
            aria-label=label
            on:click=move |_| change(state, t, kind, id, at, |matter, today| match matter {
                Matter::Promise(promise) => promise.kept = Some(today),
                Matter::Task(task) => task.done = Some(today),
                Matter::Gesture(gesture) => {
                    gesture.given = true;
                    gesture.on = today;
                }
                _ => {}
            })
        >
            <Icon name="check"/>
        </button>
    }
    .into_any()
}

/// Where the deal stands, and a button to the next stage.
fn stages(here: Surroundings<'_>, at: MatterId, deal: &Deal) -> AnyView {
    let (state, t, id) = (use_state(), here.t, here.id);
    let Some(next) = deal.stage().next().filter(|_| deal.is_open()) else { return ().into_any() };
    view! {
        <button
            class="button link small next-stage"
            data-testid="next-stage"
            on:click=move |_| {
                change(state, t, MatterKind::Deal, id, at, move |matter, today| {
                    if let Matter::Deal(deal) = matter {
                        deal.reach(next, today);
                    }
                });
            }
        >
            {t.record_next_stage(stage_word(t, next))}
        </button>
    }
    .into_any()
}

fn stage_word(t: Language, stage: DealStage) -> &'static str {
    t.deal_stage(stage)
}

fn steps(here: Surroundings<'_>, at: MatterId, list: &Checklist) -> AnyView {
    let (state, t, id) = (use_state(), here.t, here.id);
    let rows = list.steps.iter().enumerate().map(|(place, step)| {
        let turn = move |_| {
            change(state, t, MatterKind::Checklist, id, at, move |matter, _| {
                if let Matter::Checklist(list) = matter
                    && let Some(step) = list.steps.get_mut(place)
                {
                    step.done = !step.done;
                }
            });
        };
        view! {
            <label class="check-row">
                <input class="check" type="checkbox" prop:checked=step.done on:change=turn/>
                <span>{step.text.clone()}</span>
            </label>
        }
        .into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    view! { <div class="record-steps">{rows}</div> }.into_any()
}

/// Changes a matter in place, as one step that can be undone.
pub fn change(
    state: AppState,
    t: Language,
    kind: MatterKind,
    id: CustomerId,
    at: MatterId,
    change: impl FnOnce(&mut Matter, NaiveDate),
) {
    let result = state.commit(Done::Recorded(kind), |ws, moment| {
        let today = moment.today();
        ws.change_matter(id, at, |matter| {
            change(matter, today);
            true
        })
    });
    if let Err(refusal) = result {
        announce(t.refusal(refusal));
    }
}
