//! Products and templates of the workspace: lists, each line opens its form.

use leptos::prelude::*;

use crate::{
    domain::{Asset, AssetKind, Facts},
    state::use_state,
    views::{
        parts::{DialogFrame, Icon},
        ui::{Dialog, Subject, use_ui, use_words},
    },
};

/// The dialog.
#[component]
pub fn AssetsDialog() -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    view! {
        <DialogFrame
            on_close=Callback::new(move |()| ui.close())
            labelled_by="assets-title"
            class="dialog assets-dialog"
            test_id="assets-dialog"
        >
            <h2 id="assets-title">{t.record_assets()}</h2>
            {list(AssetKind::Product)}
            {list(AssetKind::Message)}
            {list(AssetKind::Procedure)}
            <p class="dialog-actions">
                <button type="button" class="button primary" on:click=move |_| ui.close()>
                    {t.record_close()}
                </button>
            </p>
        </DialogFrame>
    }
}

fn list(kind: AssetKind) -> AnyView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let open = move |at| ui.open(Dialog::Sheet(Subject::Asset(kind, at), Facts::default()));
    let rows = move || {
        let row = |(id, asset): (&crate::domain::AssetId, &std::sync::Arc<Asset>)| {
            let (id, title) = (*id, asset.title().to_owned());
            (asset.kind() == kind).then(|| {
                view! {
                    <li>
                        <button class="link-like" data-testid="asset" on:click=move |_| open(Some(id))>
                            {title}
                        </button>
                    </li>
                }
                .into_any()
            })
        };
        let rows: Vec<AnyView> = state.with(|ws| ws.assets().iter().filter_map(row).collect());
        if rows.is_empty() {
            return view! { <p class="prose">{t.record_assets_none()}</p> }.into_any();
        }
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let label = t.record_new(t.asset_kind(kind));
    view! {
        <section class="block" data-kind=kind.key()>
            <header>
                <h3>{t.asset_kind(kind)}</h3>
                <button class="button small" data-testid="add-asset" on:click=move |_| open(None)>
                    <Icon name="plus"/>
                    {label}
                </button>
            </header>
            {rows}
        </section>
    }
    .into_any()
}
