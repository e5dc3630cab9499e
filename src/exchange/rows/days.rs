//! Days as lists write them.

use chrono::{Datelike, Days, NaiveDate};

/// Which comes first in `12/31/2025`. Decided for a whole column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayOrder {
    /// `31/12/2025`
    #[default]
    DayFirst,
    /// `12/31/2025`
    MonthFirst,
}

/// The serial numbers of days that are taken for days: 1954 to 2119.
const SERIALS: std::ops::RangeInclusive<u64> = 20_000..=80_000;

/// Reads `31.12.2025`, `1.2.26`, `2025-12-31`, `20251231`, a spreadsheet's serial number, each with
/// or without a time behind it. A year of two digits is the latest one that is not after `today`.
pub(super) fn read_day(text: &str, order: DayOrder, today: NaiveDate) -> Option<NaiveDate> {
    let date = text.trim().split([' ', 'T', '\u{A0}', ',']).next()?;
    let day = serial(text.trim()).or_else(|| match parts(date)? {
        (year, month, day) if year.len() == 4 => calendar_day(year.parse().ok()?, month, day),
        (day, month, year) if date.contains('.') => {
            calendar_day(full_year(year, today)?, month, day)
        }
        (first, second, year) => {
            let year = full_year(year, today)?;
            match order {
                DayOrder::DayFirst => calendar_day(year, second, first),
                DayOrder::MonthFirst => calendar_day(year, first, second),
            }
        }
    });
    day.filter(|day| (1900..=2200).contains(&day.year()))
}

/// Which order a value shows, if it shows one.
pub(super) fn shown_order(text: &str) -> Option<DayOrder> {
    let date = text.trim().split([' ', 'T', '\u{A0}', ',']).next()?;
    let (first, second, _) = parts(date).filter(|(first, ..)| first.len() < 3)?;
    if date.contains('.') {
        return None;
    }
    match (first.parse::<u32>().ok()?, second.parse::<u32>().ok()?) {
        (13.., ..=12) => Some(DayOrder::DayFirst),
        (..=12, 13..) => Some(DayOrder::MonthFirst),
        _ => None,
    }
}

fn parts(date: &str) -> Option<(&str, &str, &str)> {
    if date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((date.get(..4)?, date.get(4..6)?, date.get(6..)?));
    }
    let mut parts = date.split(['.', '/', '-']);
    let found = (parts.next()?, parts.next()?, parts.next()?);
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = is_number(found.0) && is_number(found.1) && is_number(found.2);
    (fits && parts.all(str::is_empty)).then_some(found)
}

fn calendar_day(year: i32, month: &str, day: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

fn full_year(year: &str, today: NaiveDate) -> Option<i32> {
    let number: i32 = year.parse().ok()?;
    match year.len() {
        4 => Some(number),
        2 => {
            let this_century = today.year() / 100 * 100 + number;
            Some(if this_century > today.year() { this_century - 100 } else { this_century })
        }
        _ => None,
    }
}

/// Spreadsheets count days from the end of 1899; the time is behind the mark.
fn serial(text: &str) -> Option<NaiveDate> {
    let (whole, time) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let number: u64 = whole.parse().ok().filter(|number| SERIALS.contains(number))?;
    time.bytes().all(|byte| byte.is_ascii_digit()).then_some(())?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, order: DayOrder, expected: &str) {
        let today = "2026-03-12".parse().unwrap();
        assert_eq!(
            read_day(text, order, today).map(|day| day.to_string()).as_deref(),
            Some(expected)
        );
    }

    #[track_caller]
    fn refuses(text: &str) {
        let today = "2026-03-12".parse().unwrap();
        assert_eq!(read_day(text, DayOrder::DayFirst, today), None, "{text}");
    }

    #[test]
    fn days_as_lists_write_them() {
        let first = DayOrder::DayFirst;
        reads("31.12.2025", first, "2025-12-31");
        reads("1.2.26", first, "2026-02-01");
        reads("1.2.27", first, "1927-02-01");
        reads("31.12.2025 14:30", first, "2025-12-31");
        reads("2025-12-31", first, "2025-12-31");
        reads("2024-03-12 09:14", first, "2024-03-12");
        reads("2024-03-12T09:14:00Z", first, "2024-03-12");
        reads("31/12/2025", first, "2025-12-31");
        reads("12/31/2025", DayOrder::MonthFirst, "2025-12-31");
        reads("12/31/2025, 9:14 AM", DayOrder::MonthFirst, "2025-12-31");
        reads("45000", first, "2023-03-15");
        reads("45000,604", first, "2023-03-15");
        reads("20251231", first, "2025-12-31");
        reads("31.12.2025", DayOrder::MonthFirst, "2025-12-31");
    }

    #[test]
    fn what_is_no_day() {
        refuses("31.02.2025");
        refuses("12/31/2025");
        refuses("morgen");
        refuses("0/0/00");
        refuses("2025");
        refuses("1.2.3.4");
        refuses("--10-06");
        refuses("999999999999");
        refuses("1.2.12345678901234567890");
        refuses("");
    }

    #[test]
    fn only_a_day_beyond_twelve_shows_the_order() {
        assert_eq!(shown_order("12/31/2025"), Some(DayOrder::MonthFirst));
        assert_eq!(shown_order("31/12/2025"), Some(DayOrder::DayFirst));
        assert_eq!(shown_order("01/02/2025"), None);
        assert_eq!(shown_order("31.12.2025"), None);
        assert_eq!(shown_order("2025-12-31"), None);
    }
}
