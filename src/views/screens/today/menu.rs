//! Everything one can do with a line.

use super::{
    ask::Ask,
    deeds::Deeds,
    model::{Doing, Row, words},
};
use leptos::prelude::Set;

use crate::{domain::Answer, views::parts::MenuItem};

/// The lines of the menu.
pub fn items(deeds: Deeds, row: &Row) -> Vec<MenuItem> {
    let t = deeds.t;
    let item = |label: &str, icon, test_id, act: fn(Deeds, &Row)| {
        let row = row.clone();
        MenuItem::action(label, icon, move || act(deeds, &row)).with_test_id(test_id)
    };
    let mut items = match Doing::of(row.due.kind) {
        Doing::Answer => vec![
            item(t.today_yes(), "yes", "due-yes", |deeds, row| deeds.answer(row, Answer::Yes)),
            item(t.today_no(), "no", "due-no", |deeds, row| deeds.answer(row, Answer::No)),
        ],
        Doing::Contact => Vec::new(),
        _ => vec![item(words::done(t, row.due.kind), "check", "due-done", Deeds::act)],
    };
    items.push(item(t.today_log_with(), "phone", "due-log", |deeds, row| deeds.log(row)));
    let later: [(&str, u64); 4] = [
        (t.today_to_tomorrow(), 1),
        (t.today_to_three(), 3),
        (t.today_to_week(), 7),
        (t.today_to_month(), 30),
    ];
    let today = deeds.in_days(0);
    for (label, days) in later {
        let (row, until) = (row.clone(), deeds.in_days(days));
        let put_off = MenuItem::action(label, "clock", move || deeds.put_off(&row, until))
            .with_hint(t.day(until, today))
            .with_test_id("due-put-off");
        items.push(if days == 1 { put_off.after_line() } else { put_off });
    }
    items.push(item(t.today_to_day(), "today", "due-to-day", |deeds, row| {
        deeds.asking.set(Some(Ask::day(row)));
    }));
    let dismiss = item(t.today_dismiss(), "archive", "due-dismiss", |deeds, row| {
        deeds.asking.set(Some(Ask::reason(row)));
    });
    items.push(dismiss.after_line());
    items
}
