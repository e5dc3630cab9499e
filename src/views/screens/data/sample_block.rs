//! The sample workspace: a stock of its own that never mixes with the person's customers.

use leptos::{prelude::*, task::spawn_local};

use super::block::Block;
use crate::{
    start,
    state::use_state,
    views::{
        parts::Icon,
        ui::{Stock, use_ui, use_words},
    },
};

/// Loads the sample or removes it.
#[component]
pub fn SampleBlock() -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let load = move |_| spawn_local(start::open_sample(ui, state));
    let remove = move |_| spawn_local(start::remove_sample(ui, state));
    view! {
        <Block id="data-sample" title=t.data_sample_title() hint=t.data_sample_hint()>
            {move || match ui.stock.get() {
                Stock::Own => view! {
                    <p>{t.data_sample_apart()}</p>
                    <p class="actions">
                        <button type="button" class="button" data-testid="load-sample" on:click=load>
                            <Icon name="relations"/>
                            {t.data_sample_load()}
                        </button>
                    </p>
                }
                .into_any(),
                Stock::Sample => view! {
                    <p>{t.data_sample_here()}</p>
                    <p class="actions">
                        <button type="button" class="button" data-testid="remove-sample" on:click=remove>
                            {t.data_sample_remove()}
                        </button>
                    </p>
                }
                .into_any(),
            }}
        </Block>
    }
}
