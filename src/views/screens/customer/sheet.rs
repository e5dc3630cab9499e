//! Everything that is stored about one customer on one sheet, to hand out or print; and the erasure.

use leptos::{prelude::*, task::spawn_local};

use super::{File, entry_words};
use crate::{
    domain::CustomerId,
    platform::{clock, preferences, print},
    route::{BoardQuery, Route},
    state::{AppState, StoredEntry, use_state},
    views::{
        parts::Icon,
        ui::{use_ui, use_words},
        wording::Language,
    },
};

/// The sheet in the place of the page.
#[component]
pub fn Sheet(
    /// Whose.
    id: CustomerId,
    /// The file.
    file: File,
    /// Whether the sheet is shown.
    shown: RwSignal<bool>,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let entries = RwSignal::new(Vec::<StoredEntry>::new());
    Effect::new(move |_| {
        file.track();
        spawn_local(async move {
            let stored = state.stored(id).await;
            entries.try_set(stored);
        });
    });
    let name = file.with_untracked(|customer| customer.details.name.clone());
    let day = t.day(clock::today(), clock::today());
    view! {
        <article class="stored" data-testid="sheet">
            <header class="page-head">
                <div class="title">
                    <h1>{t.sheet_title(&name)}</h1>
                    <p class="summary">{t.sheet_summary(&day)}</p>
                </div>
                <div class="actions">
                    <button
                        type="button"
                        class="button quiet"
                        data-testid="close-sheet"
                        on:click=move |_| shown.set(false)
                    >
                        {t.sheet_close()}
                    </button>
                    <button
                        type="button"
                        class="button primary"
                        data-testid="print-sheet"
                        on:click=|_| print()
                    >
                        {t.sheet_print()}
                    </button>
                </div>
            </header>
            {move || table(t, &entries.get())}
            <Erasure id name/>
        </article>
    }
}

fn table(t: Language, entries: &[StoredEntry]) -> AnyView {
    let rows = entries.iter().filter(|entry| !entry.text.is_empty()).map(|entry| {
        let label =
            entry_words::label(t, &entry.path).map_or_else(|| raw_name(&entry.path), str::to_owned);
        let text = entry_words::text(t, &entry.path, &entry.text);
        let written = clock::at(entry.at_ms).date();
        let day = if entry.at_ms == 0 { String::new() } else { t.day(written, clock::today()) };
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td>{text}</td>
                <td>{day}</td>
            </tr>
        }
    });
    view! {
        <table class="stored-table">
            <thead>
                <tr>
                    <th scope="col">{t.sheet_what()}</th>
                    <th scope="col">{t.sheet_stored()}</th>
                    <th scope="col">{t.sheet_written()}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// The stored name of what has no other: its section and, for a single field, its name.
fn raw_name(path: &str) -> String {
    match path.split_once('/') {
        Some(("fields", name)) => name.replace('_', " "),
        Some((section, _)) => section.to_owned(),
        None => path.to_owned(),
    }
}

#[component]
fn Erasure(id: CustomerId, name: String) -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let sure = RwSignal::new(false);
    let erase = move |_| {
        if !sure.get_untracked() {
            return;
        }
        let name = name.clone();
        spawn_local(async move {
            forget_drafts(id, &state);
            match state.erase(id).await {
                Ok(()) => {
                    ui.warn(t.sheet_erased(&name));
                    ui.go(Route::Board(BoardQuery::default()));
                }
                Err(_) => ui.warn(t.sheet_not_erased()),
            }
        });
    };
    view! {
        <section class="block erasure" aria-labelledby="erasure-title">
            <h2 id="erasure-title">{t.sheet_erase_title()}</h2>
            <p>{t.sheet_erase_text()}</p>
            <label class="check-row">
                <input
                    class="check"
                    type="checkbox"
                    data-testid="erase-sure"
                    prop:checked=sure
                    on:change=move |event| sure.set(event_target_checked(&event))
                />
                <span>{t.sheet_erase_sure()}</span>
            </label>
            <p class="actions">
                <button
                    type="button"
                    class="button danger"
                    data-testid="erase"
                    disabled=move || !sure.get()
                    on:click=erase
                >
                    <Icon name="trash"/>
                    {t.sheet_erase()}
                </button>
            </p>
        </section>
    }
}

/// What was typed into a form of the customer and not saved.
fn forget_drafts(id: CustomerId, state: &AppState) {
    let contacts = state.peek(|ws| {
        let keys = ws.customer(id).map(|customer| customer.contacts.keys().map(|(_, id)| id.0));
        keys.map(Iterator::collect::<Vec<_>>).unwrap_or_default()
    });
    preferences::remove_all_naming(&id.to_string());
    contacts.iter().for_each(|contact| preferences::remove_all_naming(&contact.to_string()));
}
