//! A card in the person's hand, by pointer or by keys, and what happens when it is let go.

use leptos::{prelude::*, web_sys};

use super::view_state::BoardView;
use crate::{
    domain::{ColumnKey, CustomerId, Place, Refusal},
    platform::{announce::announce, measure},
    state::Done,
    views::{
        parts::{Icon, drag::Carry, part},
        ui::Dialog,
    },
};

/// What holds a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// Mouse, finger or pen.
    Pointer,
    /// The keyboard.
    Keys,
}

/// A card in the person's hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Lift {
    /// Whose.
    pub id: CustomerId,
    /// By what it is held.
    pub hand: Hand,
    /// The column it came from.
    pub from: ColumnKey,
    /// The column and the place it would fall into.
    pub to: (ColumnKey, usize),
    /// How wide the card was drawn.
    pub width: f64,
}

/// The person's hands on a board.
#[derive(Clone, Copy)]
pub struct Hands(BoardView);

impl Hands {
    /// The hands on this board.
    pub fn on(view: BoardView) -> Self {
        Self(view)
    }

    /// Takes a card up.
    pub fn take(&self, id: CustomerId, hand: Hand, width: f64) {
        let Some((column, place)) = self.0.find(id) else { return };
        let Some(key) = self.0.key_at(column) else { return };
        self.0.lift.set(Some(Lift { id, hand, from: key, to: (key, place), width }));
        announce(&self.0.t.board_lifted(&self.0.name_of(id)));
    }

    /// Holds it over another place.
    pub fn hold_over(&self, to: (ColumnKey, usize)) {
        let Some(lift) = self.0.lift.get_untracked() else { return };
        if lift.to == to {
            return;
        }
        if lift.hand == Hand::Keys || lift.to.0 != to.0 {
            let column = self.0.name_of_column(to.0);
            announce(&self.0.t.board_over(&column, &self.0.t.number(to.1 + 1)));
        }
        self.0.lift.set(Some(Lift { to, ..lift }));
    }

    /// Puts it back where it was.
    pub fn put_back(&self) {
        if let Some(lift) = self.0.lift.get_untracked() {
            self.0.lift.set(None);
            announce(&self.0.t.board_put_back(&self.0.name_of(lift.id)));
        }
    }

    /// Lets it fall. Whose card it was.
    pub fn drop_here(&self) -> Option<CustomerId> {
        let lift = self.0.lift.get_untracked()?;
        self.0.lift.set(None);
        let (column, row) = lift.to;
        let place = self.place(column, row, lift.id);
        self.move_to(lift.id, column, place);
        Some(lift.id)
    }

    /// Moves a customer to the top of a column, as the menu does. Whether that was allowed.
    pub fn move_to_top(&self, id: CustomerId, column: ColumnKey) -> bool {
        let place = self.place(column, 0, id);
        self.move_to(id, column, place)
    }

    fn place(&self, column: ColumnKey, row: usize, id: CustomerId) -> Place {
        self.0.board.with_untracked(|board| {
            let cards = board.columns.iter().find(|here| here.key == column).map(|c| &c.cards);
            let Some(cards) = cards else { return Place::default() };
            let after = cards.iter().take(row).rev().find(|card| **card != id);
            let before = cards.iter().skip(row).find(|card| **card != id);
            Place { after: after.copied(), before: before.copied() }
        })
    }

    fn move_to(&self, id: CustomerId, column: ColumnKey, place: Place) -> bool {
        let grouping = self.0.grouping();
        let is_here = self.0.find(id).and_then(|(at, _)| self.0.key_at(at)) == Some(column);
        let done =
            if is_here { Done::Reordered(id) } else { Done::Moved { customer: id, to: column } };
        let moved = self.0.state.commit(done, |workspace, moment| {
            workspace.move_customer(id, grouping, column, place, moment.today(), moment)
        });
        match moved {
            Ok(_) => {
                let name = self.0.name_of_column(column);
                announce(&self.0.t.board_dropped(&name, &self.0.name_of(id)));
                true
            }
            Err(refusal) => {
                self.refuse(refusal);
                false
            }
        }
    }

    /// Says why not; where something is missing, opens the form that asks for it.
    fn refuse(&self, refusal: Refusal) {
        announce(self.0.t.refusal(refusal));
        self.0.ui.warn(self.0.t.refusal(refusal));
        if let Refusal::NeedsEvidence(id) = refusal {
            self.0.ui.open(Dialog::EditCustomer(id));
        }
    }

    /// How a pointer carries cards here.
    pub fn carry(self) -> Carry {
        Carry {
            what: "[data-testid=card]",
            take: Callback::new(move |(id, width): (String, f64)| {
                if let Ok(id) = id.parse() {
                    self.take(id, Hand::Pointer, width);
                }
            }),
            is_held: Callback::new(move |()| {
                let by_pointer = |lift: &Lift| lift.hand == Hand::Pointer;
                self.0.lift.with_untracked(|lift| lift.as_ref().is_some_and(by_pointer))
            }),
            over: Callback::new(move |(below, top): (web_sys::Element, f64)| {
                if let Some(to) = self.place_below(&below, top) {
                    self.hold_over(to);
                }
            }),
            let_fall: Callback::new(move |()| {
                self.drop_here();
            }),
            put_back: Callback::new(move |()| self.put_back()),
        }
    }

    /// The column of what lies below the pointer, and the row at the top of the held card.
    fn place_below(&self, below: &web_sys::Element, top: f64) -> Option<(ColumnKey, usize)> {
        let view = self.0;
        if let Ok(Some(switch)) = below.closest("[data-switch]") {
            let column: usize = switch.get_attribute("data-switch")?.parse().ok()?;
            view.shown.set(column);
            return Some((view.key_at(column)?, 0));
        }
        let column = below.closest("[data-testid=column]").ok()??;
        let key = column.get_attribute("data-key")?;
        let (at, key) = view.board.with_untracked(|board| {
            let found = board.columns.iter().position(|column| column.key.key() == key)?;
            Some((found, board.columns.get(found)?.key))
        })?;
        let list = column.query_selector(".cards").ok().flatten();
        let row = list.map_or(0.0, |list| {
            (top - measure::rect(&list).top) / view.pitch.get_untracked().max(1.0)
        });
        Some((key, (row.round().max(0.0) as usize).min(view.count(at))))
    }

    /// The board these hands are on.
    pub fn view(&self) -> BoardView {
        self.0
    }
}

/// Says at the foot of the board what is held and how to let go.
#[component]
pub fn LiftNote() -> impl IntoView {
    let view = BoardView::here();
    let t = view.t;
    part(move || {
        let Some(lift) = view.lift.get() else { return ().into_any() };
        let name = view.name_of(lift.id);
        let (from, to) = (view.column_name(lift.from), view.column_name(lift.to.0));
        let way = t.board_way(&from, &t.number(lift.to.1 + 1), &to);
        view! {
            <p class="drag-note" aria-hidden="true">
                <Icon name="grip"/>
                <span><strong>{name}</strong> " " {way}</span>
                <kbd class="key">"Esc"</kbd>
                <span>{t.board_cancels()}</span>
            </p>
        }
        .into_any()
    })
}
