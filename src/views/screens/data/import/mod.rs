//! A list comes in: chosen, recognised, mapped, looked at, and only then taken over, as one step.

mod choose;
mod foot;
mod found;
mod mapping;
mod preview;
mod preview_row;
mod problems;
mod refusals;
mod session;
mod targets;

use leptos::prelude::*;

use self::{
    choose::Choose,
    foot::Foot,
    found::Found,
    mapping::MappingTable,
    preview::Preview,
    session::{Applied, Session, Stage},
};
use super::block::Block;
use crate::{
    platform::measure,
    route::{BoardQuery, Route},
    views::{parts::Icon, ui::use_words},
};

/// The block that takes a list.
#[component]
pub fn ImportBlock() -> impl IntoView {
    let t = use_words();
    let session = Session::new();
    let is_open =
        move || session.stage.with(|stage| matches!(stage, Stage::Open | Stage::Applying));
    view! {
        <Block id="data-import" title=t.import_title() hint=t.import_hint()>
            {move || match session.stage.get() {
                Stage::Waiting => view! { <Choose session/> }.into_any(),
                Stage::Reading(name) => view! { <Working words=t.import_reading(&name)/> }.into_any(),
                Stage::Refused(sentence) => {
                    view! { <Refused sentence/> <Choose session/> }.into_any()
                }
                Stage::Applied(applied) => view! { <Outcome applied session/> }.into_any(),
                Stage::Open | Stage::Applying => ().into_any(),
            }}
        </Block>
        <Show when=is_open>
            <Wizard session/>
        </Show>
    }
}

/// Something takes a moment.
#[component]
fn Working(words: String) -> impl IntoView {
    view! {
        <p class="working" role="status" data-testid="import-working">
            <Icon name="rhythm"/>
            {words}
        </p>
    }
}

/// Why a file was not read, and what to do.
#[component]
fn Refused(sentence: String) -> impl IntoView {
    view! {
        <p class="banner is-grave" role="alert" data-testid="import-refused">
            <Icon name="alert"/>
            <span>{sentence}</span>
        </p>
    }
}

#[component]
fn Wizard(session: Session) -> impl IntoView {
    // Whatever had the focus is gone by now.
    Effect::new(move |_| {
        measure::focus_id("import-found");
    });
    view! {
        <div class="import-wizard" data-testid="import-wizard">
            {move || {
                session.table.get().map(|table| view! {
                    <Found session table=table.clone()/>
                    <MappingTable session table/>
                })
            }}
            <Preview session/>
            <Foot session/>
        </div>
    }
}

#[component]
fn Outcome(applied: Applied, session: Session) -> impl IntoView {
    let t = use_words();
    let board = Route::Board(BoardQuery::default()).to_string();
    let filled = (applied.filled > 0).then(|| t.import_applied_filled(applied.filled));
    view! {
        <div class="import-result" data-testid="import-result" role="status">
            <p>
                <Icon name="check"/>
                {t.import_applied(applied.added)}
                " "
                {filled}
            </p>
            <p class="actions">
                <a class="button primary" data-testid="import-to-board" href=board>{t.import_to_board()}</a>
                <button type="button" class="button quiet" on:click=move |_| session.close()>
                    {t.import_again()}
                </button>
            </p>
        </div>
    }
}
