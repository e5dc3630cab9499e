//! Days that come again: birthdays, renewals.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::matter::{Interval, Subscription};

/// How many days a yearly day that has passed is still shown as late.
const STILL_SHOWN: u64 = 3;

/// When a yearly day comes next, counting the last few days before today. The 29th of February is
/// kept on the 28th in years without it.
pub(super) fn next_yearly(day: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let from = today.checked_sub_days(Days::new(STILL_SHOWN))?;
    let in_year =
        |year: i32| day.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, day.month(), 28));
    let this = in_year(from.year())?;
    if this >= from { Some(this) } else { in_year(from.year() + 1) }
}

/// When a running subscription is renewed next (C33): today or later; `None` once it ended.
pub fn next_renewal(plan: &Subscription, today: NaiveDate) -> Option<NaiveDate> {
    // Counted from the start itself, so that what began on the 31st keeps to the end of the month.
    let (first, least) = plan.renewal.map_or((plan.start, 1), |day| (day, 0));
    let months = (today.year() - first.year()) * 12 + today.month() as i32 - first.month() as i32;
    let passed = u32::try_from(months).unwrap_or(0) / plan.interval.months();
    let passed = passed.max(least);
    let nth = |n: u32| first.checked_add_months(Months::new(n * plan.interval.months()));
    let next = nth(passed).filter(|day| *day >= today).or_else(|| nth(passed + 1))?;
    plan.ended.is_none_or(|ended| next < ended).then_some(next)
}

impl Interval {
    /// How many months it has.
    pub fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn plan(interval: Interval, start: NaiveDate) -> Subscription {
        Subscription {
            title: "Pflege".to_owned(),
            price: None,
            interval,
            start,
            renewal: None,
            notice: None,
            ended: None,
            notes: String::new(),
        }
    }

    #[test]
    fn a_birthday_on_the_29th_of_february_is_kept_every_year() {
        assert_eq!(next_yearly(day("1988-02-29"), day("2026-02-20")), Some(day("2026-02-28")));
        assert_eq!(next_yearly(day("1988-02-29"), day("2028-02-20")), Some(day("2028-02-29")));
    }

    #[test]
    fn a_birthday_of_three_days_ago_is_still_shown_and_then_not_before_a_year() {
        assert_eq!(next_yearly(day("1980-03-10"), day("2026-03-13")), Some(day("2026-03-10")));
        assert_eq!(next_yearly(day("1980-03-10"), day("2026-03-14")), Some(day("2027-03-10")));
        assert_eq!(next_yearly(day("1980-12-31"), day("2026-01-02")), Some(day("2025-12-31")));
    }

    #[test]
    fn a_subscription_that_began_on_the_31st_keeps_to_the_end_of_the_month() {
        let plan = plan(Interval::Month, day("2026-01-31"));
        assert_eq!(next_renewal(&plan, day("2026-02-10")), Some(day("2026-02-28")));
        assert_eq!(next_renewal(&plan, day("2026-03-01")), Some(day("2026-03-31")));
    }

    #[test]
    fn an_ended_subscription_is_not_renewed() {
        let mut plan = plan(Interval::Year, day("2025-05-01"));
        plan.ended = Some(day("2026-05-01"));
        assert_eq!(next_renewal(&plan, day("2026-03-01")), None);
    }

    proptest! {
        #[test]
        fn the_next_renewal_is_the_first_one_from_today_on(
            start in 0u64..5_000, ahead in 0u64..5_000, which in 0usize..4,
        ) {
            let start = day("2015-01-01") + Days::new(start);
            let today = start + Days::new(ahead);
            let plan = plan(Interval::ALL[which], start);
            let next = next_renewal(&plan, today).unwrap();
            let mut n = 1;
            let expected = loop {
                let nth = start + Months::new(n * plan.interval.months());
                if nth >= today { break nth; }
                n += 1;
            };
            prop_assert_eq!(next, expected);
        }
    }
}
