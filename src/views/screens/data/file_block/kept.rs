//! A file that is kept up to date by itself, where the browser can.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    state::{KeptFile, Leave, is_offered, use_state},
    views::{
        parts::Icon,
        ui::{Stock, use_ui, use_words},
    },
};

/// What is known of the file.
#[derive(Clone, Debug)]
enum Known {
    /// Not looked yet.
    Unknown,
    /// None was chosen.
    No,
    /// This one, and whether the browser lets it be written.
    Yes(KeptFile, Leave),
}

/// Chooses the file, says which it is, and stops writing it. Nothing where the browser cannot, and
/// nothing for the sample.
#[component]
pub fn Kept() -> impl IntoView {
    let ui = use_ui();
    move || (is_offered() && ui.stock.get() == Stock::Own).then(|| view! { <Chosen/> })
}

#[component]
fn Chosen() -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let workspace = Stock::Own.key();
    let known = RwSignal::new_local(Known::Unknown);
    let note = move |file: Option<KeptFile>| async move {
        let found = match file {
            Some(file) => {
                let leave = file.leave().await;
                Known::Yes(file, leave)
            }
            None => Known::No,
        };
        known.try_set(found);
    };
    spawn_local(async move { note(KeptFile::remembered(workspace).await).await });
    let choose = move |_| {
        let name = [t.data_file_name(), ".rapport"].concat();
        spawn_local(async move {
            // Nothing chosen is nothing changed.
            if let Some(file) = KeptFile::choose(workspace, &name).await {
                note(Some(file)).await;
                state.copy();
            }
        });
    };
    let again = move |file: KeptFile| {
        spawn_local(async move {
            if file.ask().await == Leave::Given {
                state.copy();
            } else {
                ui.warn(t.data_backup_auto_failed(&file.name()));
            }
            note(Some(file)).await;
        });
    };
    let stop = move |_| {
        spawn_local(async move {
            KeptFile::forget(workspace).await;
            note(None).await;
        });
    };
    move || {
        match known.get() {
        Known::Unknown => ().into_any(),
        Known::No => view! {
            <p class="actions">
                <button type="button" class="button" data-testid="keep-file" aria-describedby="keep-file-hint" on:click=choose>
                    <Icon name="rhythm"/>
                    {t.data_backup_auto()}
                </button>
            </p>
            <p class="hint" id="keep-file-hint">{t.data_backup_auto_hint()}</p>
        }
        .into_any(),
        Known::Yes(file, leave) => {
            let name = file.name();
            let more = (leave == Leave::Asked).then(|| view! {
                <p class="hint">{t.data_backup_auto_wants()}</p>
                <p class="actions">
                    <button
                        type="button"
                        class="button primary"
                        data-testid="keep-file-again"
                        on:click=move |_| again(file.clone())
                    >
                        {t.data_backup_auto_again(&name)}
                    </button>
                </p>
            });
            view! {
                <p data-testid="kept-file">{t.data_backup_auto_on(&name)}</p>
                {more}
                <p class="actions">
                    <button type="button" class="button quiet" data-testid="keep-file-no-more" on:click=stop>
                        {t.data_backup_auto_stop()}
                    </button>
                </p>
            }
            .into_any()
        }
    }
    }
}
