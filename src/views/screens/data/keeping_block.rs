//! Where the data lives, in plain words, and whether it will stay.

use leptos::prelude::*;

use super::{block::Block, room_facts::RoomFacts};
use crate::{
    state::{SaveState, use_state},
    views::{
        ui::{Keeping, Stock, use_ui, use_words},
        wording::Language,
    },
};

/// Where everything is kept.
#[component]
pub fn KeepingBlock() -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let kept = move || match ui.keeping.get() {
        Keeping::Kept => saved(t, &state.save_state().get()),
        Keeping::OnlyHere(_) => t.data_keeping_only_here(),
        Keeping::ReadOnly => t.data_keeping_read_only(),
        Keeping::Outdated => t.data_keeping_outdated(),
    };
    let holds = move || {
        let count = state.with(crate::domain::Workspace::len);
        match ui.stock.get() {
            Stock::Own => t.data_keeping_own(count),
            Stock::Sample => t.data_keeping_sample(count),
        }
    };
    view! {
        <Block id="data-keeping" title=t.data_keeping_title() hint=t.data_keeping_hint()>
            <dl class="facts">
                <dt>{t.data_keeping_place()}</dt>
                <dd>{t.data_keeping_place_words()}</dd>
                <dt>{t.data_keeping_holds()}</dt>
                <dd>{holds}</dd>
                <dt>{t.data_keeping_saved()}</dt>
                <dd>
                    <span role="status">{kept}</span>
                </dd>
                <RoomFacts/>
            </dl>
            <p>{t.data_keeping_private()}</p>
        </Block>
    }
}

fn saved(t: Language, state: &SaveState) -> &'static str {
    match state {
        SaveState::Saved => t.data_keeping_all_saved(),
        SaveState::Saving => t.data_keeping_saving(),
        SaveState::Unsaved(_) => t.data_keeping_unsaved(),
    }
}
