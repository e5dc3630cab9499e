//! The band as an SVG: strokes by view, weight by intensity, warmth along the customer's strand.

use leptos::prelude::*;

use crate::{
    domain::{Profile, View},
    figures::band::{Band, Frame, tenths},
};

/// The two strands of a relationship.
#[component]
pub fn Strands(
    /// The geometry.
    band: Band,
    /// The paper it was drawn on.
    frame: Frame,
    /// The profile that decides stroke and weight.
    profile: Profile,
    /// A name that no other band on the page has, for the gradient.
    id: String,
    /// The text alternative; without one the band is decoration beside the same words.
    #[prop(optional, into)]
    label: Option<String>,
    /// The lines of the quarters, as places in per cent.
    #[prop(optional)]
    quarters: Vec<f32>,
) -> impl IntoView {
    let stroke = |view: View| match view {
        View::Relation => "",
        View::Transaction => " is-transaction",
        View::Unknown => " is-unknown",
    };
    let ours = stroke(profile.own_view);
    let theirs = stroke(profile.customer_view.view);
    let answered = profile.customer_view.view != View::Unknown;
    let is_warm = answered && band.warmth.len() > 1;
    let gradient = format!("w{id}");
    let warmth =
        (!is_warm && answered).then(|| band.warmth.first().map(|(mood, _)| *mood)).flatten();
    let style = if is_warm {
        Some(format!("stroke: url(#{gradient})"))
    } else {
        warmth.map(|mood| format!("stroke: var(--mood-{mood})"))
    };
    let lines: String = quarters
        .iter()
        .map(|at| ["M", &tenths(at / 100.0 * frame.width), " 0V", &tenths(frame.height)].concat())
        .collect();
    let stops = band.warmth.iter().map(|(mood, at)| {
        view! { <stop class=format!("warmth-{mood}") offset=[&tenths(*at), "%"].concat()></stop> }
    });
    let intensity = profile.intensity.map_or("loose", crate::domain::Intensity::key);
    view! {
        <svg
            class="strands"
            data-intensity=intensity
            viewBox=["0 0 ", &tenths(frame.width), " ", &tenths(frame.height)].concat()
            preserveAspectRatio="none"
            role=label.is_some().then_some("img")
            aria-hidden=label.is_none().then_some("true")
            aria-label=label
        >
            {is_warm
                .then(|| {
                    view! {
                        <defs>
                            <linearGradient
                                id=gradient
                                gradientUnits="userSpaceOnUse"
                                x1=tenths(band.start)
                                x2=tenths(frame.width)
                                y1="0"
                                y2="0"
                            >
                                {stops.collect_view()}
                            </linearGradient>
                        </defs>
                    }
                })}
            <path class="quarter" d=lines></path>
            <path class=format!("ours{ours}") d=band.ours.0></path>
            <path class=format!("ours silence{ours}") d=band.ours.1></path>
            <path class=format!("theirs{theirs}") style=style.clone() d=band.theirs.0></path>
            <path class=format!("theirs silence{theirs}") style=style d=band.theirs.1></path>
            <path class="beat" d=band.beats></path>
            {band.gap.map(|gap| view! { <path class="gap" d=gap></path> })}
        </svg>
    }
}
