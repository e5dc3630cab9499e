//! Days and moments as ISO 8601 writes them, and nothing else: `2026-03-12`, `2026-03-12T10:30`.
//!
//! A hundred thousand of them are read at every start, and the general parser of a date library
//! would weigh more than all of this folder's forms together.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// Reads a day. Years beyond 9999 or before 0 have a sign, like `+12345-01-01`.
pub fn read_day(text: &str) -> Option<NaiveDate> {
    let (text, sign) = match text.as_bytes() {
        [b'+', rest @ ..] => (rest, 1),
        [b'-', rest @ ..] => (rest, -1),
        rest => (rest, 0),
    };
    let (year, rest) = text.split_at_checked(text.len().checked_sub(6)?)?;
    let [b'-', m1, m2, b'-', d1, d2] = rest else { return None };
    if !(4..=6).contains(&year.len()) || (sign == 0 && year.len() != 4) {
        return None;
    }
    let year = i32::try_from(number(year)?).ok()? * if sign < 0 { -1 } else { 1 };
    NaiveDate::from_ymd_opt(year, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
}

/// Reads a moment, with or without seconds and their fractions.
pub fn read_moment(text: &str) -> Option<NaiveDateTime> {
    let (day, time) = text.split_once('T')?;
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let (h, m, s) = match time.as_bytes() {
        [h1, h2, b':', m1, m2] if fraction == "0" => ([*h1, *h2], [*m1, *m2], [b'0'; 2]),
        [h1, h2, b':', m1, m2, b':', s1, s2] => ([*h1, *h2], [*m1, *m2], [*s1, *s2]),
        _ => return None,
    };
    let places = u32::try_from(fraction.len()).ok().filter(|places| *places <= 9)?;
    let nanos = number(fraction.as_bytes())? * 10_u32.pow(9 - places);
    let time = NaiveTime::from_hms_nano_opt(number(&h)?, number(&m)?, number(&s)?, nanos)?;
    Some(read_day(day)?.and_time(time))
}

/// Nine digits at most fit.
fn number(digits: &[u8]) -> Option<u32> {
    let is_number = !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
    is_number.then(|| digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
}

/// The text of a day.
pub fn day_text(day: NaiveDate) -> String {
    if !(0..=9999).contains(&day.year()) {
        return day.to_string();
    }
    let mut text = String::with_capacity(16);
    digits(day.year().unsigned_abs() / 100, &mut text);
    digits(day.year().unsigned_abs() % 100, &mut text);
    text.push('-');
    digits(day.month(), &mut text);
    text.push('-');
    digits(day.day(), &mut text);
    text
}

/// The text of a moment; seconds only where there are any.
pub fn moment_text(at: NaiveDateTime) -> String {
    match (at.second(), at.nanosecond()) {
        (0, 0) => minute_text(at),
        _ => format!("{at:?}"),
    }
}

/// The text of a moment to the minute, as the browser's own field takes it.
pub fn minute_text(at: NaiveDateTime) -> String {
    let mut text = day_text(at.date());
    text.push('T');
    text.push_str(&clock_text(at.time()));
    text
}

/// `10:30`
pub fn clock_text(time: NaiveTime) -> String {
    let mut text = String::with_capacity(5);
    digits(time.hour(), &mut text);
    text.push(':');
    digits(time.minute(), &mut text);
    text
}

/// The last two digits of a number.
fn digits(number: u32, text: &mut String) {
    text.extend([number / 10 % 10, number % 10].map(|digit| (b'0' + digit as u8) as char));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn days_and_moments_read_back(days in -2_000_000..5_000_000_i32, s in 0..86_400u32, n in prop_oneof![Just(0), Just(250_000_000), 0..1_000_000_000u32]) {
            let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            prop_assert_eq!(read_day(&day_text(day)), Some(day));
            prop_assert_eq!(day_text(day), day.to_string());
            for (s, n) in [(s, n), (s, 0), (s / 60 * 60, 0)] {
                let at = day.and_time(NaiveTime::from_num_seconds_from_midnight_opt(s, n).unwrap());
                prop_assert_eq!(read_moment(&moment_text(at)), Some(at));
            }
        }

        #[test]
        fn no_text_upsets_the_reader(text in "[-+0-9T:.é]{0,24}") {
            let same = |text: &str| text.parse::<NaiveDate>().ok();
            prop_assert!(read_day(&text).is_none_or(|day| same(&text) == Some(day)));
            let same = |text: &str| text.parse::<NaiveDateTime>().ok();
            prop_assert!(read_moment(&text).is_none_or(|at| at.second() == 0 || same(&text) == Some(at)));
        }
    }

    #[test]
    fn the_usual_forms() {
        assert_eq!(day_text(read_day("2026-03-12").unwrap()), "2026-03-12");
        let at = read_moment("2026-03-12T09:05").unwrap();
        assert_eq!(
            (moment_text(at), clock_text(at.time())),
            ("2026-03-12T09:05".into(), "09:05".into())
        );
        let at = read_moment("2026-03-12T10:30:07.250").unwrap();
        assert_eq!(
            (moment_text(at).as_str(), minute_text(at).as_str()),
            ("2026-03-12T10:30:07.250", "2026-03-12T10:30")
        );
    }

    #[test]
    fn what_is_no_day_and_no_moment() {
        for text in [
            "",
            "2026-02-30",
            "2026-é-1",
            "26-01-01",
            "12345-01-01",
            "2026-1-01",
            "2026-01-01 ",
            "+-026-01-01",
        ] {
            assert_eq!(read_day(text), None, "{text}");
        }
        for text in [
            "2026-03-12",
            "2026-03-12T24:00",
            "2026-03-12T1:00",
            "2026-03-12T10:30.5",
            "2026-03-12T10:30:00.",
            "2026-03-12T10:30:00.0000000001",
        ] {
            assert_eq!(read_moment(text), None, "{text}");
        }
    }
}
