//! One idea on the board: what, how many stand behind it, what came of it.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::{ev, prelude::*};

use super::{lift, view_state::IdeasView};
use crate::{
    domain::{IdeaCard, IdeaId, IdeaState, View},
    figures::tally,
    state::{Deed, Done},
    views::{
        parts::{Icon, MenuItem, OpenMenu, drag::LIFTED},
        shell::use_menu,
        ui::{Dialog, IdeaDialog},
        wording::Language,
    },
};

/// A card.
pub fn card(view: IdeasView, id: IdeaId) -> AnyView {
    let (t, menu) = (view.t, use_menu());
    let read = Memo::new(move |_| view.state.with(|ws| ws.idea_card(id).cloned()));
    let open_menu = move |event: ev::MouseEvent| {
        let items = items(view, id);
        menu.set(Some(OpenMenu::at(&event, t.ideas_move_to(), items)));
    };
    let label =
        move || read.with(|card| card.as_ref().map(|card| t.ideas_menu(&card.idea.details.title)));
    let is_lifted = move || view.lift.with(|lift| lift.is_some_and(|lift| lift.id == id));
    let is_open = Memo::new(move |_| view.open_idea() == Some(id));
    view! {
        <li
            class="idea-card"
            class:is-leaving=is_lifted
            class:is-selected=is_open
            data-testid="idea-card"
            data-id=id.to_string()
        >
            {move || read.get().map(|card| face(view, &card, true))}
            <button
                class="icon-button small more"
                data-testid="idea-menu"
                aria-label=label
                aria-haspopup="menu"
                on:click=open_menu
            >
                <Icon name="more"/>
            </button>
        </li>
    }
    .into_any()
}

/// The card in the person's hand.
pub fn lifted(view: IdeasView) -> AnyView {
    let held = Memo::new(move |_| {
        let lift = view.lift.get().filter(|lift| !lift.by_keys)?;
        Some((lift.id, lift.width.to_string()))
    });
    let drawn = move || {
        let (id, width) = held.get()?;
        let card = view.state.with(|ws| ws.idea_card(id).cloned())?;
        let style = ["--drag-width: ", &width, "px"].concat();
        Some(view! {
            <div class="idea-card is-dragged" id=LIFTED aria-hidden="true" style=style>
                {face(view, &card, false)}
            </div>
        })
    };
    drawn.into_any()
}

fn face(view: IdeasView, card: &Arc<IdeaCard>, is_own: bool) -> AnyView {
    let (t, today) = (view.t, view.state.today());
    let idea = &card.idea;
    let (id, details) = (idea.id, &idea.details);
    let kind = [t.idea_category(details.category), " · ", t.idea_source(details.source)].concat();
    let href = move || view.address(|query| query.open = Some(id.0));
    view! {
        <p class="idea-kind">{kind}</p>
        <a
            class="name"
            id=is_own.then(|| ["idea-", &id.to_string()].concat())
            href=href
            draggable="false"
            tabindex=(!is_own).then_some("-1")
        >
            {details.title.clone()}
        </a>
        {votes(view, card)}
        {outcome(t, card, today)}
    }
    .into_any()
}

/// The tally, the plain count and the weight.
pub fn votes(view: IdeasView, card: &Arc<IdeaCard>) -> AnyView {
    let t = view.t;
    let voices = &card.idea.voices;
    let count = voices.len();
    let drawn = view.state.with(|ws| {
        tally::draw(voices.keys().map(|id| {
            let profile = ws.customer(*id).map(|customer| &customer.profile);
            profile.map_or((View::Unknown, None), |p| (p.effective_view(), p.intensity))
        }))
    });
    let size = ["0 0 ", &drawn.width.to_string(), " 16"].concat();
    let strokes = drawn.strokes.into_iter().map(|s| view! { <path class=s.class d=s.path></path> });
    let id = card.idea.id;
    let weight = move || t.ideas_weighs(&t.number(view.weights.with(|w| w.of_idea(id))));
    view! {
        <div class="votes">
            {(count > 0).then(|| view! {
                <svg class="tally" width=drawn.width.to_string() viewBox=size aria-hidden="true">
                    {strokes.collect_view()}
                </svg>
            })}
            <span title=t.ideas_votes(card.votes)>
                <strong>{t.number(count)}</strong>
                <span class="visually-hidden">" " {t.ideas_customers(count)}</span>
                " "
                <small>{weight}</small>
            </span>
        </div>
    }
    .into_any()
}

/// What came of it, and who knows; or for how long it has waited.
pub fn outcome(t: Language, card: &Arc<IdeaCard>, today: NaiveDate) -> AnyView {
    let idea = &card.idea;
    if let Some(due) = idea.decision_due() {
        let late = usize::try_from((today - due).num_days()).unwrap_or(0);
        let line = view! {
            <p class="due" data-due="late"><Icon name="clock"/><span>{t.ideas_overdue(late)}</span></p>
        };
        return (late > 0).then_some(line).into_any();
    }
    let decision = idea.decision.as_ref().map(|decision| {
        let day = t.day(decision.on, today);
        let is_yes = idea.state.is_yes();
        let lead = if is_yes { t.ideas_yes_on(&day) } else { t.ideas_no_on(&day) };
        let short: String = decision.reason.chars().take(200).collect();
        view! { <p class="decision"><strong>{lead}</strong> " " {short}</p> }
    });
    let told = idea.told_count();
    let all = told + card.untold.len();
    let told = (all > 0).then(|| {
        let is_closed = card.untold.is_empty();
        let (class, icon) =
            if is_closed { ("told is-closed", "check") } else { ("told", "rhythm") };
        let words = if is_closed {
            t.ideas_told_all(all)
        } else {
            t.ideas_told_some(&t.number(all), &t.number(told))
        };
        view! { <p class=class><Icon name=icon/>{words}</p> }
    });
    view! { {decision} {told} }.into_any()
}

/// What the menu of an idea offers.
pub fn items(view: IdeasView, id: IdeaId) -> Vec<MenuItem> {
    let (ui, t) = (view.ui, view.t);
    let Some(here) = view.state.peek(|ws| ws.idea(id).map(|idea| idea.state)) else {
        return Vec::new();
    };
    let to = |state: IdeaState| {
        let item = MenuItem::choice(t.idea_state(state), state == here, move || {
            lift::turn(view, id, state);
        });
        let item = item.with_test_id("idea-move");
        if state == here { item.with_hint(t.ideas_here()) } else { item }
    };
    let open = move |label: &'static str, icon, dialog: IdeaDialog| {
        MenuItem::action(label, icon, move || ui.open(Dialog::Idea(dialog.clone())))
    };
    let is_merged = here == IdeaState::Merged;
    let mut items: Vec<_> = IdeaState::BOARD.into_iter().filter(|_| !is_merged).map(to).collect();
    if !is_merged {
        items.push(
            open(t.ideas_edit(), "edit", IdeaDialog::Edit(id))
                .after_line()
                .with_test_id("idea-edit"),
        );
        items.push(open(t.ideas_merge(), "in", IdeaDialog::Merge(id)).with_test_id("idea-merge"));
    }
    let trash = move || {
        let done = Done::Shaped(view.title_of(id), Deed::Trashed);
        // What is gone already is where this would put it.
        let _ = view.state.commit(done, |ws, moment| ws.trash_idea(id, moment.today()));
    };
    items.push(MenuItem::action(t.ideas_trash(), "trash", trash).with_test_id("idea-trash"));
    items
}
