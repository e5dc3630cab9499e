//! Numbers, money, days and lists as a language writes them, by the browser's own `Intl`.
//!
//! Languages are `de` and `en` (everything else is read as `en`), English in its British form: day
//! before month, 24 hours, Monday first. Formatters are costly to make and cheap to use, so each is
//! made once. If the browser refuses, the plain value is written instead.
//!
//! Days and times have no zone here: they are formatted in UTC from UTC, so that none shifts.

use std::{cell::RefCell, cmp::Ordering, collections::VecDeque};

use chrono::{NaiveDate, NaiveTime, Timelike};
use js_sys::{Array, Function, Object, Reflect};
use litemap::LiteMap;
use wasm_bindgen::{JsCast, JsValue};

/// How to write a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayStyle {
    /// `12.02.`, `12 Feb`
    Short,
    /// `12.02.2026`, `12 Feb 2026`
    Medium,
    /// `Donnerstag, 12. März`, `Thursday 12 March`
    Long,
    /// `Fr 13.03.`, `Fri 13 Mar`
    WeekdayShort,
    /// `Okt.`, `Oct`
    Month,
}

/// A span of time, for [`relative`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// Which form of a word a number takes; German and English have these two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// As with 1.
    One,
    /// As with all others.
    Other,
}

/// An amount in hundredths of the currency (ISO 4217), without decimals when they are zero:
/// `12.500 €`, `12.500,50 €`.
pub fn money(language: &str, currency: &str, minor: i64) -> String {
    let decimals = if minor % 100 == 0 { 0 } else { 2 };
    let plain = || [&fixed(minor as f64 / 100.0, decimals), " ", currency].concat();
    let Some(currency) = currency_code(currency) else { return plain() };
    let style = Style::Money { currency, decimals };
    call(style, language, &[JsValue::from_f64(minor as f64 / 100.0)])
        .and_then(|text| text.as_string())
        .unwrap_or_else(plain)
}

/// `Intl` throws at anything but three letters.
fn currency_code(currency: &str) -> Option<[u8; 3]> {
    let code: [u8; 3] = currency.as_bytes().try_into().ok()?;
    code.iter().all(u8::is_ascii_alphabetic).then_some(code)
}

/// A number with at most so many decimals: `1.234,5`.
pub fn number(language: &str, value: f64, decimals: u8) -> String {
    let decimals = usize::from(decimals.min(20));
    let text = call(Style::Number { decimals }, language, &[JsValue::from_f64(value)]);
    text.and_then(|text| text.as_string()).unwrap_or_else(|| fixed(value, decimals))
}

/// A share of one with at most so many decimals: `0.125` is `12,5 %`.
pub fn percent(language: &str, share: f64, decimals: u8) -> String {
    let decimals = usize::from(decimals.min(20));
    let text = call(Style::Percent { decimals }, language, &[JsValue::from_f64(share)]);
    text.and_then(|text| text.as_string())
        .unwrap_or_else(|| [&fixed(share * 100.0, decimals), " %"].concat())
}

/// A number as JavaScript writes it, without the weight of Rust's own float formatting.
fn fixed(value: f64, decimals: usize) -> String {
    let digits = u8::try_from(decimals).unwrap_or_default();
    js_sys::Number::from(value).to_fixed(digits).map(String::from).unwrap_or_default()
}

/// A calendar day.
pub fn day(language: &str, day: NaiveDate, style: DayStyle) -> String {
    let moment = day.and_time(NaiveTime::MIN).and_utc().timestamp_millis() as f64;
    let write = |style| {
        let text = call(style, language, &[JsValue::from_f64(moment)]);
        text.and_then(|text| text.as_string())
    };
    let text = match style {
        DayStyle::WeekdayShort => write(Style::Weekday)
            .zip(write(Style::Day(DayStyle::Short)))
            .map(|(weekday, day)| format!("{weekday} {day}")),
        // Alone, German months lose their full stop.
        DayStyle::Month => write(Style::Day(DayStyle::Month))
            .and_then(|text| text.split_once(' ').map(|(_, month)| month.to_owned())),
        style => write(Style::Day(style)),
    };
    text.unwrap_or_else(|| day.to_string())
}

/// A time of day: `14:05`.
pub fn time(language: &str, time: NaiveTime) -> String {
    let moment = f64::from(time.num_seconds_from_midnight()) * 1_000.0;
    let text = call(Style::Time, language, &[JsValue::from_f64(moment)]);
    text.and_then(|text| text.as_string()).unwrap_or_else(|| hour_and_minute(time))
}

fn hour_and_minute(time: NaiveTime) -> String {
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    [&two(time.hour()), ":", &two(time.minute())].concat()
}

/// How far away: `-1` day is `gestern`, `3` days is `in 3 Tagen`.
pub fn relative(language: &str, amount: i32, unit: Unit) -> String {
    let unit = match unit {
        Unit::Minute => "minute",
        Unit::Hour => "hour",
        Unit::Day => "day",
        Unit::Week => "week",
        Unit::Month => "month",
        Unit::Year => "year",
    };
    call(Style::Relative, language, &[amount.into(), unit.into()])
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| format!("{amount} {unit}"))
}

/// Things one after the other: `A, B und C`.
pub fn list<T: AsRef<str>>(language: &str, things: &[T]) -> String {
    let array: Array = things.iter().map(|thing| JsValue::from_str(thing.as_ref())).collect();
    call(Style::List, language, &[array.into()])
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| things.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", "))
}

/// Which form of a word this number takes.
pub fn plural(language: &str, value: f64) -> Plural {
    let form = call(Style::Plural, language, &[JsValue::from_f64(value)]);
    let is_one = form.map_or((value - 1.0).abs() < f64::EPSILON, |form| form == "one");
    if is_one { Plural::One } else { Plural::Other }
}

/// Which of two texts comes first in this language; numbers inside them count as numbers. For more
/// than a few texts use [`order`].
pub fn compare(language: &str, a: &str, b: &str) -> Ordering {
    let sign = call(Style::Collator, language, &[a.into(), b.into()]);
    let sign = sign.and_then(|sign| sign.as_f64()?.partial_cmp(&0.0));
    sign.unwrap_or_else(|| a.cmp(b))
}

/// The places of the texts in the order of this language; equal ones stay as they stand. The browser
/// sorts, so that ten thousand names cross over twice and not at every comparison.
pub fn order<T: AsRef<str>>(language: &str, texts: &[T]) -> Vec<usize> {
    let Some(sorted) = sort(language, texts) else {
        let mut places: Vec<usize> = (0..texts.len()).collect();
        places.sort_by_key(|place| texts.get(*place).map(AsRef::as_ref));
        return places;
    };
    let mut places = LiteMap::<&str, VecDeque<usize>>::new();
    for (place, text) in texts.iter().enumerate() {
        places.entry(text.as_ref()).or_default().push_back(place);
    }
    let next = |text: String| places.get_mut(text.as_str())?.pop_front();
    sorted.iter().filter_map(|text| text.as_string()).filter_map(next).collect()
}

fn sort<T: AsRef<str>>(language: &str, texts: &[T]) -> Option<Array> {
    let array: Array = texts.iter().map(|text| JsValue::from_str(text.as_ref())).collect();
    let sort: Function = Reflect::get(&array, &"sort".into()).ok()?.dyn_into().ok()?;
    with_formatter(Style::Collator, language, |collator| {
        sort.call1(&array, &collator.method).ok()
    })?;
    Some(array)
}

/// One formatter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Style {
    Money { currency: [u8; 3], decimals: usize },
    Number { decimals: usize },
    Percent { decimals: usize },
    Day(DayStyle),
    Weekday,
    Time,
    Relative,
    List,
    Plural,
    Collator,
}

impl Style {
    /// The constructor in `Intl` and the method that does the work.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Money { .. } | Self::Number { .. } | Self::Percent { .. } => {
                ("NumberFormat", "format")
            }
            Self::Day(_) | Self::Weekday | Self::Time => ("DateTimeFormat", "format"),
            Self::Relative => ("RelativeTimeFormat", "format"),
            Self::List => ("ListFormat", "format"),
            Self::Plural => ("PluralRules", "select"),
            Self::Collator => ("Collator", "compare"),
        }
    }

    fn options(self, language: &str) -> Object {
        let options = Object::new();
        let set = |name: &str, value: JsValue| {
            // A plain object takes every property.
            let _ = Reflect::set(&options, &name.into(), &value);
        };
        let set_all = |pairs: &[(&str, &str)]| {
            for (name, value) in pairs {
                set(name, (*value).into());
            }
        };
        match self {
            Self::Money { currency, decimals } => {
                set_all(&[("style", "currency")]);
                set("currency", String::from_utf8_lossy(&currency).as_ref().into());
                set("minimumFractionDigits", decimals.into());
                set("maximumFractionDigits", decimals.into());
            }
            Self::Number { decimals } => set("maximumFractionDigits", decimals.into()),
            Self::Percent { decimals } => {
                set_all(&[("style", "percent")]);
                set("maximumFractionDigits", decimals.into());
            }
            Self::Day(style) => set_all(day_options(style, language)),
            Self::Weekday => set_all(&[("weekday", "short"), ("timeZone", "UTC")]),
            Self::Time => set_all(&[
                ("hour", "2-digit"),
                ("minute", "2-digit"),
                ("hourCycle", "h23"),
                ("timeZone", "UTC"),
            ]),
            Self::Relative => set_all(&[("numeric", "auto")]),
            Self::List => set_all(&[("type", "conjunction")]),
            Self::Plural => {}
            Self::Collator => set("numeric", JsValue::TRUE),
        }
        options
    }
}

fn day_options(style: DayStyle, language: &str) -> &'static [(&'static str, &'static str)] {
    match (style, language) {
        (DayStyle::Short | DayStyle::WeekdayShort, "de") => {
            &[("day", "2-digit"), ("month", "2-digit"), ("timeZone", "UTC")]
        }
        (DayStyle::Medium, "de") => {
            &[("day", "2-digit"), ("month", "2-digit"), ("year", "numeric"), ("timeZone", "UTC")]
        }
        (DayStyle::Medium, _) => {
            &[("day", "numeric"), ("month", "short"), ("year", "numeric"), ("timeZone", "UTC")]
        }
        (DayStyle::Long, _) => {
            &[("weekday", "long"), ("day", "numeric"), ("month", "long"), ("timeZone", "UTC")]
        }
        (DayStyle::Short | DayStyle::WeekdayShort | DayStyle::Month, _) => {
            &[("day", "numeric"), ("month", "short"), ("timeZone", "UTC")]
        }
    }
}

/// A formatter of the browser and its method.
struct Formatter {
    object: JsValue,
    method: Function,
}

thread_local! {
    /// Every formatter made so far; `None` if the browser has none of this style.
    static FORMATTERS: RefCell<LiteMap<(Style, &'static str), Option<Formatter>>> =
        const { RefCell::new(LiteMap::new()) };
}

fn call(style: Style, language: &str, arguments: &[JsValue]) -> Option<JsValue> {
    with_formatter(style, language, |Formatter { object, method }| {
        match arguments {
            [one] => method.call1(object, one),
            [one, two] => method.call2(object, one, two),
            _ => return None,
        }
        .ok()
    })
}

fn with_formatter<T>(
    style: Style,
    language: &str,
    work: impl FnOnce(&Formatter) -> Option<T>,
) -> Option<T> {
    let language = if language == "de" { "de" } else { "en" };
    FORMATTERS.with_borrow_mut(|formatters| {
        let made = formatters.entry((style, language));
        made.or_insert_with(|| Formatter::new(style, language)).as_ref().and_then(work)
    })
}

impl Formatter {
    fn new(style: Style, language: &str) -> Option<Self> {
        let (constructor, method) = style.names();
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let constructor: Function =
            Reflect::get(&intl, &constructor.into()).ok()?.dyn_into().ok()?;
        let locale = if language == "de" { "de-DE" } else { "en-GB" };
        let arguments = Array::of2(&locale.into(), &style.options(language));
        let object = Reflect::construct(&constructor, &arguments).ok()?;
        let method = Reflect::get(&object, &method.into()).ok()?.dyn_into().ok()?;
        Some(Self { object, method })
    }
}
