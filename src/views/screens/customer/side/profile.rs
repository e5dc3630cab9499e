//! The profile of the relationship on the articles' axes.

use leptos::prelude::*;

use super::block;
use crate::{
    domain::{Channel, Details, Evidence, Intensity, Profile, RelationType, View},
    platform::intl,
    views::{parts::ViewStroke, wording::Language},
};

/// The axes that are known.
pub fn profile(t: Language, details: &Details, profile: &Profile) -> Option<AnyView> {
    let wish = details.contact_wish.map(|wish| t.contact_wish(wish).to_owned());
    let cadence = details.cadence.map(|days| t.customer_side_cadence(usize::from(days)));
    let facts: Vec<AnyView> = [
        line(t.axis_type(), types(t, profile)),
        line(t.axis_mode(), profile.mode.map(|mode| t.mode(Some(mode)).to_owned())),
        profile.intensity.map(|value| intensity(t, value)),
        line(t.customer_side_evidence(), evidence(&profile.evidence)),
        line(
            t.field_contact_form(),
            profile.contact_form.map(|form| t.contact_form(form).to_owned()),
        ),
        line(t.field_contact_wish(), wish),
        line(
            t.field_preferred_channel(),
            details.preferred_channel.map(|channel: Channel| t.channel(channel).to_owned()),
        ),
        line(t.customer_side_rhythm(), cadence),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!facts.is_empty()).then(|| {
        block(t.customer_side_profile(), view! { <dl class="facts">{facts}</dl> }).into_any()
    })
}

fn line(name: &'static str, value: Option<String>) -> Option<AnyView> {
    value.filter(|value| !value.is_empty()).map(|value| {
        view! {
            <dt>{name}</dt>
            <dd>{value}</dd>
        }
        .into_any()
    })
}

/// `langfristig, dazu persönlich`
fn types(t: Language, profile: &Profile) -> Option<String> {
    let word = |value: &RelationType| t.relation_type(Some(*value));
    let further: Vec<&str> = profile.further_types.iter().map(word).collect();
    let further = intl::list(t.tag(), &further);
    match (&profile.main_type, profile.further_types.is_empty()) {
        (Some(main), true) => Some(word(main).to_owned()),
        (Some(main), false) => Some(t.customer_side_also(&further, word(main))),
        (None, false) => Some(t.customer_side_only_also(&further)),
        (None, true) => None,
    }
}

fn intensity(t: Language, value: Intensity) -> AnyView {
    view! {
        <dt>{t.axis_intensity()}</dt>
        <dd>
            <span class="with-stroke">
                <ViewStroke view=View::Relation intensity=value/>
                {t.intensity(Some(value))}
            </span>
        </dd>
    }
    .into_any()
}

fn evidence(evidence: &Evidence) -> Option<String> {
    let all = [&evidence.trust, &evidence.shared_values, &evidence.experience];
    let told: Vec<&str> =
        all.into_iter().filter(|text| !text.is_empty()).map(String::as_str).collect();
    (!told.is_empty()).then(|| told.join(" · "))
}
