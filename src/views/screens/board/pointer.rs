//! Dragging by mouse, pen and finger. A mouse lifts a card after a few pixels, a finger after
//! holding still, so that scrolling stays what it is.

use leptos::{prelude::*, web_sys};
use wasm_bindgen::JsCast;

use super::{
    card::lifted_element,
    lift::{Hand, Hands},
    view_state::BoardView,
};
use crate::{
    domain::{ColumnKey, CustomerId},
    figures::band::tenths,
    platform::{
        listener::{self, Options, Timer, on_window},
        measure::{self, Point, Rect},
        pointer::{self, PointerKind},
    },
};

/// How far a mouse moves before it drags.
const SLACK: f64 = 4.0;
/// How long a finger holds still before it drags, in milliseconds.
const HOLD_MS: u32 = 260;
/// How near the edge of the window the page begins to scroll.
const EDGE: f64 = 72.0;

/// A press that may become a drag.
struct Press {
    id: CustomerId,
    at: Point,
    card: Rect,
    kind: PointerKind,
    /// Lifts the card when it runs out; ends with the press.
    _hold: Option<Timer>,
}

#[derive(Clone, Copy)]
struct Drag {
    hands: Hands,
    press: StoredValue<Option<Press>, LocalStorage>,
    pointer: StoredValue<Point>,
    ends_in_click: StoredValue<bool>,
    scroll: StoredValue<Option<Timer>, LocalStorage>,
}

/// Hears everything that belongs to a drag on this board.
pub fn listen(view: BoardView) -> impl Sized {
    let drag = Drag {
        hands: Hands::on(view),
        press: StoredValue::new_local(None),
        pointer: StoredValue::new(Point::default()),
        ends_in_click: StoredValue::new(false),
        scroll: StoredValue::new_local(None),
    };
    let active = Options { capture: true, passive: false };
    (
        on_window("pointerdown", active, move |event: web_sys::PointerEvent| {
            drag.pressed();
            drag.press(&event);
        }),
        on_window("pointermove", active, move |event| drag.moved(&event)),
        on_window("pointerup", active, move |event| drag.released(&event)),
        on_window("pointercancel", active, move |_: web_sys::PointerEvent| drag.cancelled()),
        on_window("touchmove", active, move |event: web_sys::Event| drag.keep_page_still(&event)),
        on_window("contextmenu", active, move |event: web_sys::Event| drag.keep_page_still(&event)),
        on_window("click", active, move |event: web_sys::Event| drag.swallow_click(&event)),
        on_window("keydown", active, move |event: web_sys::KeyboardEvent| {
            if event.key() == "Escape" && drag.is_lifted() {
                event.prevent_default();
                event.stop_propagation();
                drag.cancelled();
                // The button is still down; letting go of it is no click on whatever lies there.
                drag.ends_in_click.set_value(true);
            }
        }),
    )
}

impl Drag {
    /// A press that may become a drag, if it is on a card.
    fn press(self, event: &web_sys::PointerEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(target) = target.filter(|_| pointer::is_plain_press(event)) else { return };
        let Ok(None) = target.closest("button, [role=menu]") else { return };
        let Ok(Some(card)) = target.closest("[data-testid=card]") else { return };
        let Some(id) = card.get_attribute("data-id").and_then(|id| id.parse().ok()) else { return };
        let kind = pointer::kind(event);
        let hold =
            (kind == PointerKind::Touch).then(|| listener::after(HOLD_MS, move || self.lift()));
        let at = pointer::place(event);
        self.pointer.set_value(at);
        self.press.set_value(Some(Press { id, at, card: measure::rect(&card), kind, _hold: hold }));
    }

    fn view(&self) -> BoardView {
        self.hands.view()
    }

    fn is_lifted(&self) -> bool {
        self.view()
            .lift
            .with_untracked(|lift| lift.as_ref().is_some_and(|lift| lift.hand == Hand::Pointer))
    }

    fn moved(&self, event: &web_sys::PointerEvent) {
        let here = pointer::place(event);
        self.pointer.try_set_value(here);
        if self.is_lifted() {
            event.prevent_default();
            self.follow();
            return;
        }
        let far = self.press.with_value(|press| {
            press.as_ref().map(|press| {
                let (x, y) = (here.x - press.at.x, here.y - press.at.y);
                (press.kind, x.hypot(y) > SLACK, x.hypot(y) > 2.0 * SLACK)
            })
        });
        match far {
            Some((PointerKind::Touch, _, true)) => self.press.set_value(None),
            Some((PointerKind::Mouse | PointerKind::Pen, true, _)) => self.lift(),
            _ => {}
        }
    }

    fn lift(&self) {
        let pressed = self.press.with_value(|press| press.as_ref().map(|p| (p.id, p.card.width)));
        if let Some((id, width)) = pressed {
            self.hands.take(id, Hand::Pointer, width);
            self.follow();
            self.scroll_at_edges();
        }
    }

    /// Moves the card after the pointer and finds the place below it.
    fn follow(&self) {
        let here = self.pointer.get_value();
        let offset = self.press.with_value(|press| {
            press.as_ref().map(|press| (press.at.x - press.card.left, press.at.y - press.card.top))
        });
        let (Some((x, y)), Some(card)) = (offset, lifted_element()) else { return };
        if let Some(card) = card.dyn_ref::<web_sys::HtmlElement>() {
            let way =
                [&tenths((here.x - x) as f32), "px ", &tenths((here.y - y) as f32), "px"].concat();
            // A length is always accepted.
            let _ = card.style().set_property("translate", &way);
        }
        if let Some(to) = self.place_below(here, here.y - y) {
            self.hands.hold_over(to);
        }
    }

    /// The column below the pointer, and the row at the top of the held card.
    fn place_below(&self, pointer: Point, top: f64) -> Option<(ColumnKey, usize)> {
        let below = measure::element_from_point(pointer)?;
        if let Ok(Some(switch)) = below.closest("[data-switch]") {
            let column: usize = switch.get_attribute("data-switch")?.parse().ok()?;
            self.view().shown.set(column);
            return Some((self.view().key_at(column)?, 0));
        }
        let column = below.closest("[data-testid=column]").ok()??;
        let key = column.get_attribute("data-key")?;
        let (at, key) = self.view().board.with_untracked(|board| {
            let found = board.columns.iter().position(|column| column.key.key() == key)?;
            Some((found, board.columns.get(found)?.key))
        })?;
        let list = column.query_selector(".cards").ok().flatten();
        let row = list.map_or(0.0, |list| {
            (top - measure::rect(&list).top) / self.view().pitch.get_untracked().max(1.0)
        });
        Some((key, (row.round().max(0.0) as usize).min(self.view().count(at))))
    }

    /// A press anywhere: a card that is held by keys falls back to where it was.
    fn pressed(&self) {
        self.ends_in_click.set_value(false);
        if self.view().lift.with_untracked(Option::is_some) {
            self.hands.put_back();
        }
    }

    fn released(&self, _: &web_sys::PointerEvent) {
        if self.is_lifted() {
            self.hands.drop_here();
            self.ends_in_click.set_value(true);
        }
        if self.ends_in_click.get_value() {
            let flag = self.ends_in_click;
            listener::after(0, move || {
                flag.try_set_value(false);
            })
            .detach();
        }
        self.rest();
    }

    fn cancelled(&self) {
        if self.is_lifted() {
            self.hands.put_back();
        }
        self.rest();
    }

    fn rest(&self) {
        self.press.set_value(None);
        self.scroll.set_value(None);
    }

    fn keep_page_still(&self, event: &web_sys::Event) {
        if self.is_lifted() && event.cancelable() {
            event.prevent_default();
        }
    }

    /// The click that ends a drag opens nothing.
    fn swallow_click(&self, event: &web_sys::Event) {
        if self.ends_in_click.get_value() {
            event.prevent_default();
            event.stop_propagation();
        }
    }

    /// Scrolls on while the pointer stays near the upper or lower edge.
    fn scroll_at_edges(&self) {
        let drag = *self;
        self.scroll.set_value(Some(listener::every(16, move || {
            let (pointer, window) = (drag.pointer.get_value(), measure::window_size());
            let pull = if pointer.y < EDGE {
                pointer.y - EDGE
            } else {
                (pointer.y - (window.height - EDGE)).max(0.0)
            };
            if pull != 0.0 {
                let page = measure::scroll_position();
                measure::scroll_to(Point { x: page.x, y: page.y + pull / 4.0 });
                drag.follow();
            }
        })));
    }
}
