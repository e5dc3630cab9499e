//! Where things are on the screen, and how the page is scrolled. Lengths are CSS pixels.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{
    document,
    listener::{Listener, Options, Timer, next_frame, on_window},
    window,
};

/// A place: from the left, from the top.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A width and a height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// Where an element is, counted from the corner of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub left: f64,
    /// Its top edge.
    pub top: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Rect {
    /// Whether the point lies in it.
    pub fn contains(&self, point: Point) -> bool {
        let (across, down) = (point.x - self.left, point.y - self.top);
        (0.0..self.width).contains(&across) && (0.0..self.height).contains(&down)
    }
}

/// Where the element is now.
pub fn rect(element: &Element) -> Rect {
    let rect = element.get_bounding_client_rect();
    Rect { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() }
}

/// The inside of the window.
pub fn window_size() -> Size {
    let read = |value: Result<JsValue, JsValue>| value.ok().and_then(|v| v.as_f64()).unwrap_or(0.0);
    window().map_or_else(Size::default, |window| Size {
        width: read(window.inner_width()),
        height: read(window.inner_height()),
    })
}

/// How far the page is scrolled.
pub fn scroll_position() -> Point {
    window().map_or_else(Point::default, |window| Point {
        x: window.scroll_x().unwrap_or(0.0),
        y: window.scroll_y().unwrap_or(0.0),
    })
}

/// Scrolls the page there, at once.
pub fn scroll_to(place: Point) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(place.x, place.y);
    }
}

/// Scrolls as little as needed, and at once, so that the element can be seen.
pub fn reveal(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Watches what can be seen until it is dropped.
#[must_use = "nobody watches any more as soon as this is dropped"]
pub struct ViewportWatch {
    _scroll: Listener,
    _resize: Listener,
    _pending: Rc<RefCell<Option<Timer>>>,
}

/// Calls back before the next frame when anything was scrolled (the page or a part of it) or the
/// window changed its size; once per frame however often that was.
pub fn on_viewport(callback: impl FnMut() + 'static) -> ViewportWatch {
    let callback = Rc::new(RefCell::new(callback));
    let pending = Rc::new(RefCell::new(None::<Timer>));
    let waiting = Rc::clone(&pending);
    let ask = move || {
        if waiting.borrow().is_some() {
            return;
        }
        let (callback, done) = (Rc::clone(&callback), Rc::downgrade(&waiting));
        let frame = next_frame(move || {
            if let Some(waiting) = done.upgrade() {
                waiting.take();
            }
            if let Ok(mut callback) = callback.try_borrow_mut() {
                callback();
            }
        });
        waiting.replace(Some(frame));
    };
    let ask_too = ask.clone();
    let options = Options { capture: true, passive: true };
    ViewportWatch {
        _scroll: on_window("scroll", options, move |_: web_sys::Event| ask()),
        _resize: on_window("resize", options, move |_: web_sys::Event| ask_too()),
        _pending: pending,
    }
}

/// The topmost element at this place of the window.
pub fn element_from_point(place: Point) -> Option<Element> {
    document()?.element_from_point(place.x as f32, place.y as f32)
}

/// The element with this id.
pub fn element_by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Whatever has the focus; `None` when that is the page itself.
pub fn focused() -> Option<Element> {
    document()?.active_element().filter(|element| element.tag_name() != "BODY")
}

/// Gives the element the focus. It must be able to take it.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Gives the element with this id the focus. Whether there is one.
pub fn focus_id(id: &str) -> bool {
    let element = element_by_id(id);
    if let Some(element) = &element {
        focus(element);
    }
    element.is_some()
}

/// Notes a moment for the browser's own timeline, for measurements: `mark("usable")`.
pub fn mark(name: &str) {
    if let Some(performance) = window().and_then(|window| window.performance()) {
        // Names of old navigation timings are refused; ours are none.
        let _ = performance.mark(name);
    }
}

/// Notes the moment at which what stands in the page now has been drawn. A tab that nobody sees draws
/// nothing and says so at once.
pub fn mark_when_drawn(name: &'static str) {
    if document().is_some_and(|document| document.hidden()) {
        mark(name);
    } else {
        next_frame(move || mark(name)).detach();
    }
}
