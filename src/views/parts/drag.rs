//! Dragging by mouse, pen and finger. A mouse lifts a card after a few pixels, a finger after
//! holding still, so that scrolling stays what it is.

use leptos::{prelude::*, web_sys};
use wasm_bindgen::JsCast;

use crate::{
    figures::band::tenths,
    platform::{
        listener::{self, Options, Timer, on_window},
        measure::{self, Point, Rect},
        pointer::{self, PointerKind},
    },
};

/// The id of the element that follows the pointer.
pub const LIFTED: &str = "lifted-card";

/// What is dragged, and what happens with it.
#[derive(Clone, Copy)]
pub struct Carry {
    /// What can be picked up, as a selector; its `data-id` says which.
    pub what: &'static str,
    /// Picks up the one with this id, drawn so wide.
    pub take: Callback<(String, f64)>,
    /// Whether anything is held by the pointer.
    pub is_held: Callback<(), bool>,
    /// Holds it over what lies below the pointer, its upper edge there.
    pub over: Callback<(web_sys::Element, f64)>,
    /// Lets it fall.
    pub let_fall: Callback<()>,
    /// Puts back whatever is held, by pointer or keys.
    pub put_back: Callback<()>,
}

/// How far a mouse moves before it drags.
const SLACK: f64 = 4.0;
/// How long a finger holds still before it drags, in milliseconds.
const HOLD_MS: u32 = 260;
/// How near the edge of the window the page begins to scroll.
const EDGE: f64 = 72.0;

/// A press that may become a drag.
struct Press {
    id: String,
    at: Point,
    card: Rect,
    kind: PointerKind,
    /// Lifts the card when it runs out; ends with the press.
    _hold: Option<Timer>,
}

#[derive(Clone, Copy)]
struct Drag {
    carry: Carry,
    press: StoredValue<Option<Press>, LocalStorage>,
    pointer: StoredValue<Point>,
    ends_in_click: StoredValue<bool>,
    scroll: StoredValue<Option<Timer>, LocalStorage>,
}

/// Hears everything that belongs to a drag, as long as what it gives is kept.
pub fn listen(carry: Carry) -> impl Sized {
    let drag = Drag {
        carry,
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
        let Ok(Some(card)) = target.closest(self.carry.what) else { return };
        let Some(id) = card.get_attribute("data-id") else { return };
        let kind = pointer::kind(event);
        let hold =
            (kind == PointerKind::Touch).then(|| listener::after(HOLD_MS, move || self.lift()));
        let at = pointer::place(event);
        self.pointer.set_value(at);
        self.press.set_value(Some(Press { id, at, card: measure::rect(&card), kind, _hold: hold }));
    }

    fn is_lifted(&self) -> bool {
        self.carry.is_held.try_run(()).unwrap_or(false)
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
        let pressed =
            self.press.with_value(|press| press.as_ref().map(|p| (p.id.clone(), p.card.width)));
        if let Some(pressed) = pressed {
            self.carry.take.run(pressed);
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
        let (Some((x, y)), Some(card)) = (offset, measure::element_by_id(LIFTED)) else { return };
        if let Some(card) = card.dyn_ref::<web_sys::HtmlElement>() {
            let way =
                [&tenths((here.x - x) as f32), "px ", &tenths((here.y - y) as f32), "px"].concat();
            // A length is always accepted.
            let _ = card.style().set_property("translate", &way);
        }
        if let Some(below) = measure::element_from_point(here) {
            self.carry.over.run((below, here.y - y));
        }
    }

    /// A press anywhere: a card that is held by keys falls back to where it was.
    fn pressed(&self) {
        self.ends_in_click.set_value(false);
        self.carry.put_back.try_run(());
    }

    fn released(&self, _: &web_sys::PointerEvent) {
        if self.is_lifted() {
            self.carry.let_fall.run(());
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
            self.carry.put_back.try_run(());
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
