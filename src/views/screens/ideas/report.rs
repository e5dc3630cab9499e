//! "You said, we did": what was shipped from whose ideas, to print or to copy. A name stands here
//! only where the customer agreed to it.

use leptos::prelude::*;

use super::view_state::IdeasView;
use crate::{
    domain::{Idea, IdeaState, told_back},
    platform::{announce::announce, clipboard, intl, page},
};

/// The report.
pub fn report(view: IdeasView) -> AnyView {
    let t = view.t;
    let shipped = Memo::new(move |_| {
        let mut ideas: Vec<_> = view.state.with(|ws| {
            let cards = ws.ideas().filter(|card| card.idea.counts());
            let ideas = cards.map(|card| card.idea.clone());
            ideas.filter(|idea| idea.state == IdeaState::Shipped).collect()
        });
        ideas.sort_by_key(|idea| std::cmp::Reverse(idea.turns.last().map(|((at, _), _)| *at)));
        ideas
    });
    let rate = move || {
        let rate = view.state.with(told_back);
        let percent = intl::percent(t.tag(), rate.percent()? as f64 / 100.0, 0);
        let open = rate.open_count();
        let open = (open > 0).then(|| [" · ", &t.ideas_told_open(open)].concat());
        Some(
            view! { <p class="told-rate no-print" data-testid="told-rate">{t.ideas_told_rate(&percent)} {open}</p> },
        )
    };
    let copy = move |_| {
        let text = shipped.with_untracked(|ideas| {
            let lines = ideas.iter().map(|idea| as_text(view, idea));
            lines.collect::<Vec<_>>().join("\n\n")
        });
        leptos::task::spawn_local(async move {
            let words = match clipboard::write(&text).await {
                Ok(()) => t.ideas_copied(),
                Err(_) => t.ideas_not_copied(),
            };
            announce(words);
            view.ui.warn(words);
        });
    };
    let content = move || {
        let ideas = shipped.get();
        if ideas.is_empty() {
            return view! { <p class="nothing-found">{t.ideas_report_empty()}</p> }.into_any();
        }
        let items = ideas.iter().map(|idea| {
            let said = idea.details.title.clone();
            let did = idea.decision.as_ref().map(|decision| decision.reason.clone());
            let did = did.filter(|reason| !reason.is_empty());
            let day = idea.turns.last().map(|((at, _), _)| *at);
            let day = day.map(|at| t.day(at.date(), view.state.today()));
            view! {
                <li>
                    <p class="said"><small>{t.ideas_report_said()}</small> {said}</p>
                    <p class="did"><small>{t.ideas_report_did()}</small> {did.unwrap_or_else(|| t.idea_news(IdeaState::Shipped).to_owned())}</p>
                    <p class="idea-kind">{who(view, idea)} {day.map(|day| [" · ", &day].concat())}</p>
                </li>
            }
        });
        view! { <ol class="said-and-done" data-testid="said-and-done">{items.collect_view()}</ol> }
            .into_any()
    };
    view! {
        <div class="report-head">
            <p class="lead">{t.ideas_report_lead()}</p>
            <p class="actions no-print">
                <button class="button" data-testid="copy-report" on:click=copy>{t.ideas_copy()}</button>
                <button class="button" data-testid="print-report" on:click=move |_| page::print()>{t.ideas_print()}</button>
            </p>
            {rate}
        </div>
        {content}
    }
    .into_any()
}

/// The names that may be said, and how many more there are.
fn who(view: IdeasView, idea: &Idea) -> String {
    let t = view.t;
    let named = idea.voices.iter().filter(|(_, voice)| voice.named);
    let names: Vec<_> = named.map(|(id, _)| view.name_of(*id)).filter(|n| !n.is_empty()).collect();
    let others = idea.voices.len() - names.len().min(idea.voices.len());
    match (names.is_empty(), others) {
        (true, others) => t.ideas_report_others(others),
        (false, 0) => intl::list(t.tag(), &names),
        (false, others) => t.ideas_report_and_others(others, &names.join(", ")),
    }
}

fn as_text(view: IdeasView, idea: &Idea) -> String {
    let t = view.t;
    let did = idea.decision.as_ref().map(|decision| decision.reason.as_str()).unwrap_or_default();
    let did = if did.is_empty() { t.idea_news(IdeaState::Shipped) } else { did };
    [
        t.ideas_report_said(),
        ": ",
        &idea.details.title,
        " (",
        &untrack(|| who(view, idea)),
        ")\n",
        t.ideas_report_did(),
        ": ",
        did,
    ]
    .concat()
}
