//! An idea in the person's hand, by pointer or by keys, and what happens when it is let go.

use leptos::{prelude::*, web_sys};

use super::view_state::IdeasView;
use crate::{
    domain::{IdeaId, IdeaState},
    platform::announce::announce,
    state::{Deed, Done},
    views::parts::{Icon, drag::Carry},
};

/// An idea in the person's hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lift {
    /// Which.
    pub id: IdeaId,
    /// Whether the keyboard holds it.
    pub by_keys: bool,
    /// The column it came from.
    pub from: IdeaState,
    /// The column it would fall into.
    pub to: IdeaState,
    /// How wide its card was drawn.
    pub width: f64,
}

/// How a pointer carries ideas.
pub fn carry(view: IdeasView) -> Carry {
    Carry {
        what: "[data-testid=idea-card]",
        take: Callback::new(move |(id, width): (String, f64)| {
            if let Ok(id) = id.parse() {
                take(view, id, false, width);
            }
        }),
        is_held: Callback::new(move |()| {
            view.lift.with_untracked(|lift| lift.is_some_and(|lift| !lift.by_keys))
        }),
        over: Callback::new(move |(below, _): (web_sys::Element, f64)| {
            if let Ok(Some(place)) = below.closest("[data-idea-state]")
                && let Some(to) = place.get_attribute("data-idea-state")
                && let Some(to) = IdeaState::from_key(&to)
            {
                hold_over(view, to);
            }
        }),
        let_fall: Callback::new(move |()| let_fall(view)),
        put_back: Callback::new(move |()| put_back(view)),
    }
}

/// Takes an idea up.
pub fn take(view: IdeasView, id: IdeaId, by_keys: bool, width: f64) {
    let Some(from) = view.state.peek(|ws| ws.idea(id).map(|idea| idea.state)) else { return };
    view.lift.set(Some(Lift { id, by_keys, from, to: from, width }));
    announce(&view.t.ideas_lifted(&view.title_of(id)));
}

/// Holds it over a column.
pub fn hold_over(view: IdeasView, to: IdeaState) {
    let Some(lift) = view.lift.get_untracked().filter(|lift| lift.to != to) else { return };
    announce(&view.t.ideas_over(view.t.idea_state(to)));
    view.shown.set(to);
    view.lift.set(Some(Lift { to, ..lift }));
}

/// Puts it back where it was.
pub fn put_back(view: IdeasView) {
    if let Some(lift) = view.lift.get_untracked() {
        view.lift.set(None);
        announce(&view.t.ideas_put_back(&view.title_of(lift.id)));
    }
}

/// Lets it fall.
pub fn let_fall(view: IdeasView) {
    if let Some(lift) = view.lift.get_untracked() {
        view.lift.set(None);
        turn(view, lift.id, lift.to);
    }
}

/// Moves an idea to a state, however that was asked for.
pub fn turn(view: IdeasView, id: IdeaId, to: IdeaState) {
    let (title, t) = (view.title_of(id), view.t);
    let done = Done::Shaped(title.clone(), Deed::Turned(to));
    match view.state.commit(done, |ws, moment| ws.turn_idea(id, to, moment.now, moment)) {
        Ok(_) => announce(&t.ideas_dropped(t.idea_state(to), &title)),
        Err(refusal) => view.ui.warn(t.refusal(refusal)),
    }
}

/// Says at the foot of the board what is held and how to let go.
pub fn note(view: IdeasView) -> AnyView {
    let t = view.t;
    let note = move || {
        let lift = view.lift.get()?;
        let way = t.ideas_way(t.idea_state(lift.from), t.idea_state(lift.to));
        Some(view! {
            <p class="drag-note" aria-hidden="true">
                <Icon name="grip"/>
                <span><strong>{view.title_of(lift.id)}</strong> " " {way}</span>
                <kbd class="key">"Esc"</kbd>
                <span>{t.board_cancels()}</span>
            </p>
        })
    };
    note.into_any()
}
