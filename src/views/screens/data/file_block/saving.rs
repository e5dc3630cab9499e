//! Everything into a file of the person's own.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    platform::clock,
    state::{AppState, LaneError, seal, use_state},
    views::{
        parts::Icon,
        screens::data::save::{FileType, save},
        ui::{use_ui, use_words},
        wording::Language,
    },
};

/// When the last backup was, a passphrase if wanted, and the button.
#[component]
pub fn Saving() -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let phrase = RwSignal::new(String::new());
    let shows = RwSignal::new(false);
    let working = RwSignal::new(false);
    let save_all = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if working.get_untracked() {
            return;
        }
        working.set(true);
        let words = phrase.get_untracked();
        spawn_local(async move {
            match everything(state, t, &words).await {
                Ok(bytes) => {
                    if save(ui, t, t.data_file_name(), FileType::Workspace, &bytes) {
                        state.note_backup();
                        phrase.try_set(String::new());
                    }
                }
                Err(sentence) => ui.warn(sentence),
            }
            working.try_set(false);
        });
    };
    let last = move || last_backup(state, t);
    view! {
        <form class="backup" on:submit=save_all>
            <dl class="facts">
                <dt>{t.data_backup_last()}</dt>
                <dd data-testid="last-backup">{last}</dd>
            </dl>
            <div class="field">
                <label for="backup-phrase">{t.data_backup_phrase()}</label>
                <input
                    id="backup-phrase"
                    type=move || if shows.get() { "text" } else { "password" }
                    autocomplete="new-password"
                    maxlength="200"
                    aria-describedby="backup-phrase-hint"
                    prop:value=phrase
                    on:input=move |event| phrase.set(event_target_value(&event))
                />
                <p class="hint" id="backup-phrase-hint">{t.data_backup_phrase_hint()}</p>
            </div>
                <label class="check-row">
                    <input
                        class="check"
                        type="checkbox"
                        prop:checked=shows
                        on:change=move |event| shows.set(event_target_checked(&event))
                    />
                    <span>{t.data_backup_show()}</span>
                </label>
            <p class="actions">
                <button
                    type="submit"
                    class="button primary"
                    data-testid="save-file"
                    disabled=working
                >
                    <Icon name="download"/>
                    {move || if working.get() { t.data_backup_working() } else { t.data_file_save() }}
                </button>
            </p>
        </form>
    }
}

/// The whole workspace as bytes, under the passphrase if there is one; or why not.
async fn everything(state: AppState, t: Language, phrase: &str) -> Result<Vec<u8>, &'static str> {
    let book = state.book().ok_or(t.data_file_not_saved())?;
    let plain = book.backup(clock::now_ms()).await;
    let plain = plain.map_err(|_: LaneError| t.data_file_not_saved())?;
    if phrase.is_empty() {
        return Ok(plain);
    }
    seal(&plain, phrase).await.map_err(|_| t.data_backup_unable())
}

fn last_backup(state: AppState, t: Language) -> String {
    let backup = state.backup_state();
    if backup.made_at == 0 {
        return t.data_backup_never().to_owned();
    }
    let day = t.day(clock::at(backup.made_at).date(), clock::today());
    let changes = usize::try_from(backup.changes).unwrap_or(usize::MAX);
    t.data_backup_on(&t.data_backup_changes(changes), &day)
}
