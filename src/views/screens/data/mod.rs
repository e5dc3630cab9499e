//! Lists in and out, the workspace as a file, the sample, where everything is kept, and settings.

mod appearance_block;
mod block;
mod export_block;
mod file_block;
mod import;
mod keeping_block;
mod points_block;
mod points_preview;
mod raw_block;
mod room_facts;
mod sample_block;
mod save;
mod settings_block;

use leptos::prelude::*;

use self::{
    appearance_block::AppearanceBlock, export_block::ExportBlock, file_block::FileBlock,
    import::ImportBlock, keeping_block::KeepingBlock, points_block::PointsBlock,
    raw_block::RawBlock, sample_block::SampleBlock, settings_block::SettingsBlock,
};
use crate::views::ui::{Stock, use_ui, use_words};

/// The screen of the data.
#[component]
pub fn DataScreen() -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    // The sample can be loaded anew at any time; nobody goes back to an earlier one.
    let is_own = move || ui.stock.get() == Stock::Own;
    view! {
        <header class="page-head">
            <div class="title">
                <h1>{t.data_title()}</h1>
                <p class="summary">{t.data_summary()}</p>
            </div>
        </header>
        <div class="data-page">
            <ImportBlock/>
            <ExportBlock/>
            <FileBlock/>
            {move || is_own().then(|| view! { <PointsBlock/> })}
            <SampleBlock/>
            <KeepingBlock/>
            <RawBlock/>
            <SettingsBlock/>
            <AppearanceBlock/>
        </div>
    }
}
