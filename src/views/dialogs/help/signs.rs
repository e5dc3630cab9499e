//! The legend: what stroke, weight, height, ticks and gap of the two strands mean.

use leptos::prelude::*;

use crate::{
    domain::{Intensity, Mood, View},
    views::{
        parts::{MoodDisc, ViewStroke},
        ui::use_words,
    },
};

/// The signs.
#[component]
pub fn Signs() -> impl IntoView {
    let t = use_words();
    let views = [View::Relation, View::Transaction, View::Unknown].map(|view| {
        view! { <dd class="with-stroke"><ViewStroke view/>{t.view(view)}</dd> }
    });
    let weights = Intensity::ALL.iter().copied().map(|intensity| {
        view! {
            <dd class="with-stroke">
                <ViewStroke view=View::Relation intensity/>
                {t.intensity(Some(intensity))}
            </dd>
        }
    });
    let moods = Mood::ALL.iter().rev().copied().map(|mood| {
        view! { <dd class="with-stroke"><MoodDisc mood/>{t.mood(mood)}</dd> }
    });
    view! {
        <section class="help-part" aria-labelledby="help-signs">
            <h3 id="help-signs">{t.help_signs()}</h3>
            <p class="lead">{t.help_signs_lead()}</p>
            <Example/>
            <div class="signs">
                <dl><dt>{t.help_stroke()}</dt>{views.collect_view()}</dl>
                <dl><dt>{t.help_weight()}</dt>{weights.collect_view()}</dl>
                <dl><dt>{t.help_mood()}</dt>{moods.collect_view()}</dl>
                <Course/>
            </div>
        </section>
    }
}

/// Ticks, beginning, silence and gap.
#[component]
fn Course() -> impl IntoView {
    let t = use_words();
    let drawn = |paths: &[(&'static str, &'static str)], words: &'static str| {
        let paths = paths.iter().map(|(class, d)| view! { <path class=*class d=*d></path> });
        view! {
            <dd class="with-stroke">
                <svg class="strands sign" data-intensity="stable" viewBox="0 0 24 16" aria-hidden="true">
                    {paths.collect_view()}
                </svg>
                {words}
            </dd>
        }
    };
    let strands = |ours, theirs| [("ours", ours), ("theirs", theirs)];
    let [ours, theirs] = strands("M0 6h24", "M0 11h24");
    let [young, youngs] = strands("M12 6h12", "M12 11h12");
    let [known, knowns] = strands("M0 6h8", "M0 11h8");
    let [parting, partings] = strands("M0 6C10 6 10 3 24 3", "M0 11C10 11 10 14 24 14");
    view! {
        <dl>
            <dt>{t.help_beats()}</dt>
            {drawn(&[ours, theirs, ("beat", "M12 0v3")], t.direction_went_out())}
            {drawn(&[ours, theirs, ("beat", "M12 13v3")], t.direction_came_in())}
            <dt>{t.help_course()}</dt>
            {drawn(&[young, youngs], t.help_start())}
            {drawn(
                &[known, knowns, ("ours silence", "M8 6h16"), ("theirs silence", "M8 11h16")],
                t.help_silence(),
            )}
            {drawn(&[parting, partings, ("gap", "M20 4v9M18 4h4M18 13h4")], t.help_gap())}
        </dl>
    }
}

/// A relationship as it stands on a card, large, with the names of its two strands.
#[component]
fn Example() -> impl IntoView {
    let t = use_words();
    view! {
        <figure class="help-example">
            <div class="example-names" aria-hidden="true">
                <span>{t.help_ours()}</span>
                <span>{t.help_theirs()}</span>
            </div>
            <svg class="strands" data-intensity="stable" viewBox="0 0 400 64" preserveAspectRatio="none" role="img" aria-label=t.help_example()>
                <defs>
                    <linearGradient id="help-warmth" gradientUnits="userSpaceOnUse" x1="0" x2="400" y1="0" y2="0">
                        <stop class="warmth-3" offset="0%"></stop>
                        <stop class="warmth-2" offset="38%"></stop>
                        <stop class="warmth-4" offset="62%"></stop>
                        <stop class="warmth-5" offset="80%"></stop>
                    </linearGradient>
                </defs>
                <path class="quarter" d="M100 0V64M200 0V64M300 0V64"></path>
                <path class="ours" d="M0 27C60 27 90 39 150 39C210 39 220 21 260 21C290 21 300 14 340 11"></path>
                <path class="ours silence" d="M340 11C360 9 380 9 400 9"></path>
                <path class="theirs is-transaction" style="stroke: url(#help-warmth)" d="M0 36C60 36 90 48 150 48C210 48 220 30 260 30C290 30 300 46 340 51"></path>
                <path class="theirs silence is-transaction" style="stroke: url(#help-warmth)" d="M340 51C360 54 380 54 400 54"></path>
                <path class="beat" d="M24 12v6M92 16v6M236 8v6M340 0v5M60 48v6M150 55v6M288 50v6"></path>
                <path class="gap" d="M392 11v41M388 11h8M388 52h8"></path>
            </svg>
        </figure>
    }
}
