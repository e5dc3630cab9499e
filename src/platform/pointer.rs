//! Mouse, finger and pen while they drag something.

use web_sys::{Element, PointerEvent};

use super::measure::Point;

/// What points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerKind {
    /// A mouse or a touch pad.
    Mouse,
    /// A finger: it also scrolls, so dragging begins after holding still.
    Touch,
    /// A pen.
    Pen,
}

/// Where the pointer is in the window, in CSS pixels.
pub fn place(event: &PointerEvent) -> Point {
    Point { x: event.client_x().into(), y: event.client_y().into() }
}

/// What points.
pub fn kind(event: &PointerEvent) -> PointerKind {
    match event.pointer_type().as_str() {
        "touch" => PointerKind::Touch,
        "pen" => PointerKind::Pen,
        _ => PointerKind::Mouse,
    }
}

/// Whether this is the first finger or the main button, and no key changes its meaning.
pub fn is_plain_press(event: &PointerEvent) -> bool {
    let with_key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.is_primary() && event.button() == 0 && !with_key
}

/// From now on the element hears everything this pointer does, wherever it goes.
pub fn capture(element: &Element, pointer: i32) {
    // A pointer that is gone already needs no capture.
    let _ = element.set_pointer_capture(pointer);
}

/// The element no longer hears what this pointer does elsewhere.
pub fn release(element: &Element, pointer: i32) {
    if element.has_pointer_capture(pointer) {
        let _ = element.release_pointer_capture(pointer);
    }
}
