//! Event listeners and timers that end when their guard is dropped.
//!
//! Keep the guard as long as the listener is wanted, in a component with `on_cleanup`. The closure
//! runs outside the reactive owner: take signals and context before.
//!
//! A closure that is called while it is still running (an event it causes itself) is skipped by the
//! browser binding with an error in the console; cause such events from [`after`] zero milliseconds.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{AddEventListenerOptions, Event, EventTarget};

use super::{document, window};

/// How to listen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Hear the event on its way down, before the elements below do; also hears events that do not
    /// bubble, such as `scroll` and `focus`.
    pub capture: bool,
    /// Promise not to prevent the default, so that scrolling need not wait.
    pub passive: bool,
}

/// An event listener that is removed on drop.
#[must_use = "the listener is removed as soon as this is dropped"]
pub struct Listener {
    target: Option<EventTarget>,
    event: &'static str,
    options: Options,
    callback: Closure<dyn FnMut(Event)>,
}

/// Listens on an element, a media query or any other target. `E` is the type of the event as the
/// closure names it; events of another type are passed over.
pub fn listen<E: JsCast + 'static>(
    target: &EventTarget,
    event: &'static str,
    options: Options,
    mut callback: impl FnMut(E) + 'static,
) -> Listener {
    let callback = move |event: Event| {
        if let Ok(event) = event.dyn_into::<E>() {
            callback(event);
        }
    };
    Listener::add(Some(target.clone()), event, options, Box::new(callback))
}

/// Listens on the window.
pub fn on_window<E: JsCast + 'static>(
    event: &'static str,
    options: Options,
    callback: impl FnMut(E) + 'static,
) -> Listener {
    listen(&target_or_nothing(window()), event, options, callback)
}

/// Listens on the document.
pub fn on_document<E: JsCast + 'static>(
    event: &'static str,
    options: Options,
    callback: impl FnMut(E) + 'static,
) -> Listener {
    listen(&target_or_nothing(document()), event, options, callback)
}

/// Outside a page there is nothing to listen to: the listener then never hears anything.
fn target_or_nothing<T: Into<EventTarget>>(target: Option<T>) -> EventTarget {
    target.map_or_else(|| js_sys::Object::new().unchecked_into(), Into::into)
}

impl Listener {
    fn add(
        target: Option<EventTarget>,
        event: &'static str,
        options: Options,
        callback: Box<dyn FnMut(Event)>,
    ) -> Self {
        let callback = Closure::wrap(callback);
        let how = AddEventListenerOptions::new();
        how.set_capture(options.capture);
        how.set_passive(options.passive);
        let target = target.filter(|target| {
            let function = callback.as_ref().unchecked_ref();
            target
                .add_event_listener_with_callback_and_add_event_listener_options(
                    event, function, &how,
                )
                .is_ok()
        });
        Self { target, event, options, callback }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(target) = &self.target {
            let function = self.callback.as_ref().unchecked_ref();
            // Refused only by targets that never listened.
            let _ = target.remove_event_listener_with_callback_and_bool(
                self.event,
                function,
                self.options.capture,
            );
        }
    }
}

/// Something that will happen; it does not when this is dropped before.
#[must_use = "the timer is cleared as soon as this is dropped"]
pub struct Timer(Option<Waiting>);

struct Waiting {
    handle: Handle,
    callback: Closure<dyn FnMut()>,
}

enum Handle {
    Timeout(i32),
    Interval(i32),
    Frame(i32),
    Idle(u32),
}

/// Once, after so many milliseconds.
pub fn after(milliseconds: u32, callback: impl FnOnce() + 'static) -> Timer {
    Timer::start(Closure::once(callback), |window, function| {
        let delay = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(function, delay)
            .map(Handle::Timeout)
    })
}

/// Again and again, every so many milliseconds; browsers slow it down in hidden tabs.
pub fn every(milliseconds: u32, callback: impl FnMut() + 'static) -> Timer {
    Timer::start(Closure::new(callback), |window, function| {
        let delay = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        window
            .set_interval_with_callback_and_timeout_and_arguments_0(function, delay)
            .map(Handle::Interval)
    })
}

/// Once, just before the next frame is drawn; not while the tab is hidden.
pub fn next_frame(callback: impl FnOnce() + 'static) -> Timer {
    Timer::start(Closure::once(callback), |window, function| {
        window.request_animation_frame(function).map(Handle::Frame)
    })
}

/// Once, when the browser has nothing better to do, at the latest after two seconds.
pub fn idle(callback: impl FnOnce() + 'static) -> Timer {
    Timer::start(Closure::once(callback), |window, function| {
        let options = web_sys::IdleRequestOptions::new();
        options.set_timeout(2_000);
        // Safari has no idle callbacks.
        window.request_idle_callback_with_options(function, &options).map(Handle::Idle).or_else(
            |_| {
                window
                    .set_timeout_with_callback_and_timeout_and_arguments_0(function, 50)
                    .map(Handle::Timeout)
            },
        )
    })
}

impl Timer {
    fn start(
        callback: Closure<dyn FnMut()>,
        start: impl FnOnce(&web_sys::Window, &js_sys::Function) -> Result<Handle, wasm_bindgen::JsValue>,
    ) -> Self {
        let handle =
            window().and_then(|window| start(&window, callback.as_ref().unchecked_ref()).ok());
        Self(handle.map(|handle| Waiting { handle, callback }))
    }

    /// Lets it happen whatever becomes of the caller.
    pub fn detach(mut self) {
        if let Some(waiting) = self.0.take() {
            // The browser lets go of it after the call.
            let _ = waiting.callback.into_js_value();
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        let (Some(waiting), Some(window)) = (&self.0, window()) else { return };
        match waiting.handle {
            Handle::Timeout(id) => window.clear_timeout_with_handle(id),
            Handle::Interval(id) => window.clear_interval_with_handle(id),
            Handle::Frame(id) => {
                // An unknown frame is no error.
                let _ = window.cancel_animation_frame(id);
            }
            Handle::Idle(id) => window.cancel_idle_callback(id),
        }
    }
}
