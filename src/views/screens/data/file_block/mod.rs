//! The workspace as one file: saved, plain or under a passphrase, and opened again by merging it.

mod kept;
mod opening;
mod saving;

use leptos::prelude::*;

use self::{kept::Kept, opening::Opening, saving::Saving};
use super::block::Block;
use crate::views::ui::use_words;

/// Saves and opens workspace files.
#[component]
pub fn FileBlock() -> impl IntoView {
    let t = use_words();
    view! {
        <Block id="data-file" title=t.data_file_title() hint=t.data_file_hint()>
            <Saving/>
            <Kept/>
            <Opening/>
        </Block>
    }
}
