//! The band over the whole relationship, with the moods as discs and the months below.

use chrono::{Datelike, Days, NaiveDate};
use leptos::prelude::*;

use super::File;
use crate::{
    domain::{Customer, Mood, View},
    figures::band::{self, Band, Beat, PAGE},
    platform::intl::{self, DayStyle},
    state::use_state,
    views::{
        parts::{MoodDisc, Strands},
        ui::use_words,
        wording::Language,
    },
};

/// The shortest time a band shows, in days: a young relationship is a short strand.
const SHORTEST: u64 = 90;
/// How near two discs of the same mood may lie, in per cent.
const APART: f32 = 1.5;
/// The most discs that are drawn.
const DISCS: usize = 60;

/// The large band.
#[component]
pub fn LongBand(
    /// The file.
    file: File,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    move || {
        let (customer, today) = (file.get(), state.today());
        let young = today.checked_sub_days(Days::new(SHORTEST)).unwrap_or(today);
        let from = customer.since().min(young);
        let drawn = band::draw(&customer, PAGE, from, today);
        let label = label(t, &customer, &drawn, from, today);
        let discs = discs(&drawn.moods).into_iter().map(|beat| {
            let place = format!("--at: {:.1}%; --rise: {:.1}%", beat.at, beat.rise);
            view! {
                <li style=place>
                    <MoodDisc mood=beat.mood/>
                </li>
            }
        });
        let months = months(t, from, today).into_iter().map(|(name, at)| {
            view! { <span style=format!("--at: {at:.1}%")>{name}</span> }
        });
        view! {
            <figure class="long-band">
                <Strands
                    band=drawn
                    frame=PAGE
                    profile=customer.profile.clone()
                    id="page".to_owned()
                    label
                />
                <ol class="beats" aria-hidden="true">{discs.collect_view()}</ol>
                <div class="months" aria-hidden="true">{months.collect_view()}</div>
            </figure>
        }
    }
}

/// The newest discs, without those that would hide behind their like.
fn discs(moods: &[Beat]) -> Vec<Beat> {
    let mut shown: Vec<Beat> = Vec::new();
    for beat in moods.iter().rev() {
        let hides =
            shown.last().is_some_and(|last| last.mood == beat.mood && last.at - beat.at < APART);
        if !hides && shown.len() < DISCS {
            shown.push(*beat);
        }
    }
    shown.reverse();
    shown
}

/// Names below the band: months, quarters or years, as the time is long.
fn months(t: Language, from: NaiveDate, to: NaiveDate) -> Vec<(String, f32)> {
    let every = match (to - from).num_days() {
        ..=300 => 1,
        301..=800 => 3,
        801..=1_600 => 6,
        _ => 12,
    };
    let places = band::firsts(from, to, every).into_iter();
    let named = places.filter(|(_, at)| (2.0..97.0).contains(at)).map(|(day, at)| {
        let is_year = every > 1 && day.month() == 1;
        let name =
            if is_year { day.year().to_string() } else { intl::day(t.tag(), day, DayStyle::Month) };
        (name, at)
    });
    named.collect()
}

/// What the band shows, in words.
fn label(t: Language, customer: &Customer, drawn: &Band, from: NaiveDate, to: NaiveDate) -> String {
    let day = |day| intl::day(t.tag(), day, DayStyle::Medium);
    let (own, theirs) = (customer.profile.own_view, customer.profile.customer_view.view);
    let ours = if own == View::Unknown { t.customer_views_own_unknown() } else { t.view(own) };
    let start = from.max(customer.since());
    let mut sentences =
        vec![t.customer_band(drawn.contacts, &day(start), ours, t.view(theirs), &day(to))];
    let moods = || drawn.moods.iter().map(|beat| beat.mood);
    let spread = moods().min().zip(moods().max()).zip(moods().next_back());
    if let Some(((coldest, warmest), last)) = spread {
        let word = |mood: Mood| t.mood(mood);
        sentences.push(t.customer_band_mood(word(coldest), word(last), word(warmest)));
    }
    if drawn.gap.is_some() {
        sentences.push(t.customer_band_gap().to_owned());
    }
    sentences.join(" ")
}
