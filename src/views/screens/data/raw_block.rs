//! Every stored byte as it is, whatever it says. Done by `public/crash.js`, which needs no Rust and
//! does the same when the app has fallen.

use leptos::prelude::*;

use super::block::Block;
use crate::{
    platform::crash,
    views::{parts::Icon, ui::use_words},
};

/// The raw export.
#[component]
pub fn RawBlock() -> impl IntoView {
    let t = use_words();
    view! {
        <Block id="data-raw" title=t.data_raw_title() hint=t.data_raw_hint()>
            <p class="actions">
                <button
                    type="button"
                    class="button"
                    data-testid="save-raw"
                    on:click=|_| crash::download_raw_data()
                >
                    <Icon name="download"/>
                    {t.data_raw_save()}
                </button>
            </p>
        </Block>
    }
}
