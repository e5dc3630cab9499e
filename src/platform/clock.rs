//! What time it is, for a person at this place.
//!
//! The only clock of the app. Pure modules get its answers as arguments.

use std::{cell::Cell, rc::Rc};

use chrono::{NaiveDate, NaiveDateTime};
use js_sys::Date;
use wasm_bindgen::JsValue;

use super::listener::{Listener, Options, Timer, every, on_document};

/// How often a visible page looks whether the day has changed.
const LOOK_EVERY_MS: u32 = 30_000;

/// Milliseconds since 1970 (UTC).
pub fn now_ms() -> u64 {
    Date::now().max(0.0) as u64
}

/// The wall clock of this place.
pub fn now() -> NaiveDateTime {
    wall_clock(&Date::new_0())
}

/// Today at this place.
pub fn today() -> NaiveDate {
    now().date()
}

/// What the wall clock of this place showed at that moment (milliseconds since 1970, UTC).
pub fn at(milliseconds: u64) -> NaiveDateTime {
    wall_clock(&Date::new(&JsValue::from_f64(milliseconds as f64)))
}

fn wall_clock(date: &Date) -> NaiveDateTime {
    // An invalid date has NaN in every field, which reads as zero and so as no day of a month.
    i32::try_from(date.get_full_year())
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, date.get_month() + 1, date.get_date()))
        .and_then(|day| {
            day.and_hms_milli_opt(
                date.get_hours(),
                date.get_minutes(),
                date.get_seconds(),
                date.get_milliseconds(),
            )
        })
        .unwrap_or_default()
}

/// Watches for the next day until it is dropped.
#[must_use = "nobody watches any more as soon as this is dropped"]
pub struct DayWatch {
    _shown: Listener,
    _timer: Timer,
}

/// Calls back with the new day whenever the local day has changed: when the page is shown again, or
/// within half a minute while it is visible. Also when the clock is set back or the zone changes.
pub fn on_new_day(callback: impl FnMut(NaiveDate) + 'static) -> DayWatch {
    let callback = Rc::new(std::cell::RefCell::new(callback));
    let last = Rc::new(Cell::new(today()));
    let look = move || {
        let day = today();
        if last.replace(day) != day
            && let Ok(mut callback) = callback.try_borrow_mut()
        {
            callback(day);
        }
    };
    let look_again = look.clone();
    DayWatch {
        _shown: on_document("visibilitychange", Options::default(), move |_: web_sys::Event| {
            look()
        }),
        _timer: every(LOOK_EVERY_MS, look_again),
    }
}
