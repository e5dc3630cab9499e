//! Numbers, money and days as the language writes them.

use chrono::NaiveDate;

use super::Language;
use crate::{
    domain::{Amount, Due, DueKind, DueState, Settings, Worth},
    platform::intl::{self, DayStyle},
};

impl Language {
    /// An amount in the workspace's currency; whole amounts without decimals.
    pub fn money(self, settings: &Settings, amount: Amount) -> String {
        intl::money(self.tag(), &settings.currency, amount.0)
    }

    /// A worth; `≈` marks what is only expected.
    pub fn worth(self, settings: &Settings, worth: Worth) -> String {
        let money = self.money(settings, worth.amount);
        if worth.expected { format!("≈ {money}") } else { money }
    }

    /// A whole number with its thousands marked.
    pub fn number(self, number: usize) -> String {
        intl::number(self.tag(), number as f64, 0)
    }

    /// A day as people say it: today, yesterday, tomorrow, a weekday of the coming week, else the
    /// date; with the year where it is not this one.
    pub fn day(self, day: NaiveDate, today: NaiveDate) -> String {
        use chrono::Datelike;
        match (day - today).num_days() {
            0 => self.day_today().to_owned(),
            -1 => self.day_yesterday().to_owned(),
            1 => self.day_tomorrow().to_owned(),
            2..=6 => intl::day(self.tag(), day, DayStyle::WeekdayShort),
            _ if day.year() == today.year() => intl::day(self.tag(), day, DayStyle::Short),
            _ => intl::day(self.tag(), day, DayStyle::Medium),
        }
    }

    /// When something is due: `since 3 days`, `today`, a day.
    pub fn due_day(self, due: &Due, today: NaiveDate) -> String {
        self.day_due(due.on, today)
    }

    /// The same for a day.
    pub fn day_due(self, on: NaiveDate, today: NaiveDate) -> String {
        match DueState::of(on, today) {
            DueState::Late => self.day_since(usize::try_from((today - on).num_days()).unwrap_or(0)),
            _ => self.day(on, today),
        }
    }

    /// What is due and when, for a card.
    pub fn due(self, due: &Due, today: NaiveDate) -> String {
        let day = self.due_day(due, today);
        [&day, ", ", &self.due_what(due)].concat()
    }

    /// What is due: in the person's words where there are some.
    pub fn due_what(self, due: &Due) -> String {
        let word = match (due.kind, due.channel) {
            (DueKind::Rhythm, _) => self.day_rhythm(),
            (_, Some(channel)) => self.channel(channel),
            (kind, None) => self.due_kind(kind),
        };
        match (due.text.is_empty(), due.kind.is_planned()) {
            (true, _) => word.to_owned(),
            (false, true) => due.text.clone(),
            (false, false) => [word, ": ", &due.text].concat(),
        }
    }
}
