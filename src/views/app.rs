//! The root of the page: opens the storage, then shows the shell, and draws everything anew when the
//! language changes.

use leptos::prelude::*;

use super::{
    chunks::{self, not_fetched, part},
    shell::Shell,
    ui::{Ui, use_ui},
};
use crate::{
    platform::hash,
    route::Route,
    start::{self, Stage},
    state::provide_state,
};

/// The app.
#[component]
pub fn App() -> impl IntoView {
    let ui = Ui::new();
    let state = start::new_state();
    provide_context(ui);
    provide_state(state);
    let stage = start::open(ui, state);
    let address = hash::on_change(move |fragment| {
        let route = Route::parse(&fragment);
        if ui.route.get_untracked() != route {
            ui.route.set(route);
        }
    });
    let _address = StoredValue::new_local(address);
    view! { <Stages stage/> }
}

#[component]
fn Stages(stage: RwSignal<Stage>) -> impl IntoView {
    let ui = use_ui();
    move || {
        ui.language.track();
        match stage.get() {
            Stage::Opening => ().into_any(),
            Stage::NotFetched => not_fetched(Callback::new(|()| hash::load_again())),
            Stage::Rescue { damage, missing, came_back } => {
                let on_continue = Callback::new(move |()| stage.set(Stage::Open));
                part(move || chunks::rescue_screen(damage.clone(), missing, came_back, on_continue))
            }
            Stage::Open => view! { <Shell/> }.into_any(),
        }
    }
}
