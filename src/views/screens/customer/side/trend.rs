//! How mood and trust went: a small drawing, and the same as a table.

use leptos::prelude::*;

use super::section::section;
use crate::{
    domain::{Customer, Slot},
    figures::trend::{HEIGHT, Point, Trend, WIDTH},
    platform::intl::{self, DayStyle},
    views::{parts::Icon, ui::use_words, wording::Language},
};

/// The block; nothing while there are fewer than two days.
pub fn trend(customer: &Customer) -> Option<AnyView> {
    let t = use_words();
    let trend = Trend::of(customer);
    if !trend.is_line() {
        return None;
    }
    let line = |points: &[Point]| {
        let places = points.iter().map(|point| trend.place(*point));
        places.map(|(x, y)| format!("{x:.1},{y:.1}")).collect::<Vec<_>>().join(" ")
    };
    let view_box = format!("-4 -4 {} {}", WIDTH + 8.0, HEIGHT + 8.0);
    let dots: Vec<AnyView> = trend
        .trust
        .iter()
        .map(|point| {
            let (x, y) = trend.place(*point);
            view! { <circle class="trust" cx=format!("{x:.1}") cy=format!("{y:.1}") r="3"></circle> }
                .into_any()
        })
        .collect();
    let content = view! {
        <figure class="trend">
            <svg viewBox=view_box role="img" aria-label=label(t, &trend)>
                <path class="grid" d=format!("M0 0H{WIDTH}M0 {}H{WIDTH}M0 {HEIGHT}H{WIDTH}", HEIGHT / 2.0)></path>
                <polyline class="mood-line" points=line(&trend.mood)></polyline>
                <polyline class="trust" points=line(&trend.trust)></polyline>
                {dots}
            </svg>
            <figcaption>
                <span class="mood-key">{t.record_trend_mood()}</span>
                <span class="trust-key">{t.record_trend_trust()}</span>
            </figcaption>
        </figure>
        {table(t, &trend)}
    };
    Some(section(t.record_trend(), String::new(), None, content.into_any()))
}

fn label(t: Language, trend: &Trend) -> String {
    let last = |points: &[Point]| number(t, points.last().map(|point| point.level));
    let day = |day| intl::day(t.tag(), day, DayStyle::Medium);
    trend.span().map_or_else(String::new, |(from, to)| {
        t.record_trend_label(&day(from), &last(&trend.mood), &day(to), &last(&trend.trust))
    })
}

fn number(t: Language, level: Option<f32>) -> String {
    level.map_or_else(|| "–".to_owned(), |level| intl::number(t.tag(), f64::from(level), 1))
}

fn table(t: Language, trend: &Trend) -> AnyView {
    let rows: Vec<AnyView> = trend
        .table()
        .into_iter()
        .map(|(day, mood, trust)| {
            view! {
                <tr>
                    <th scope="row">{intl::day(t.tag(), day, DayStyle::Medium)}</th>
                    <td>{number(t, mood)}</td>
                    <td>{number(t, trust)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <details class="fold trend-table">
            <summary>
                <Icon name="right"/>
                {t.record_trend_table()}
            </summary>
            <table class="data-table">
                <thead>
                    <tr>
                        <th scope="col">{t.record_day()}</th>
                        <th scope="col">{t.field_mood()}</th>
                        <th scope="col">{t.slot(Slot::Trust)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
    .into_any()
}
