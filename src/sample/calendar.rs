//! Days counted from today, and how weekends give way.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The day so many days before today, or the Friday before where that is a weekend.
pub(super) fn past(today: NaiveDate, day: i64) -> NaiveDate {
    let date = today.checked_sub_days(Days::new(day.unsigned_abs())).unwrap_or(today);
    let weekend = match date.weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        _ => 0,
    };
    date.checked_sub_days(Days::new(weekend)).unwrap_or(date)
}

/// The day something is due: today stays today, otherwise weekends give way, to the Friday for
/// what is past and to the Monday for what is to come.
pub(super) fn due(today: NaiveDate, day: i64) -> NaiveDate {
    if day < 0 {
        return past(today, day);
    }
    let date = today.checked_add_days(Days::new(day.unsigned_abs())).unwrap_or(today);
    let weekend = match date.weekday() {
        Weekday::Sat if day > 0 => 2,
        Weekday::Sun if day > 0 => 1,
        _ => 0,
    };
    date.checked_add_days(Days::new(weekend)).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn weekends_give_way() {
        let thursday = day("2026-03-12");
        assert_eq!(past(thursday, -1), day("2026-03-11"));
        assert_eq!(past(thursday, -4), day("2026-03-06"));
        assert_eq!(past(thursday, -5), day("2026-03-06"));
        assert_eq!(due(thursday, 1), day("2026-03-13"));
        assert_eq!(due(thursday, 2), day("2026-03-16"));
        assert_eq!(due(thursday, -5), day("2026-03-06"));
        assert_eq!(due(day("2026-03-15"), 0), day("2026-03-15"));
    }
}
