//! A file of the person's own, looked at and then merged.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::Workspace,
    platform::{files, pause::breathe},
    state::{AppState, Cause, FileProblem, SealError, file, is_sealed, unseal, use_state},
    views::{
        parts::Icon,
        ui::{use_ui, use_words},
        wording::Language,
    },
};

/// A file that was opened, before anything is done with it.
#[derive(Clone)]
struct Opened {
    name: String,
    bytes: Arc<[u8]>,
    /// Customers in it.
    customers: usize,
    /// Those that are not here.
    new: usize,
    /// Those that are here and differ.
    changed: usize,
}

/// How far the opening has come.
#[derive(Clone)]
enum Step {
    Waiting,
    Refused(String),
    /// The file is under a passphrase.
    Asking {
        name: String,
        bytes: Arc<[u8]>,
        is_wrong: bool,
    },
    Found(Opened),
}

/// Opens a file by the passphrase if it needs one, and merges it.
#[component]
pub fn Opening() -> impl IntoView {
    let step = RwSignal::new(Step::Waiting);
    view! {
        <FileInput step/>
        {move || match step.get() {
            Step::Waiting => ().into_any(),
            Step::Refused(sentence) => view! {
                <p class="banner is-grave" role="alert" data-testid="file-refused">
                    <Icon name="alert"/>
                    <span>{sentence}</span>
                </p>
            }
            .into_any(),
            Step::Asking { name, bytes, is_wrong } => {
                view! { <Passphrase name bytes is_wrong step/> }.into_any()
            }
            Step::Found(found) => view! { <Merge found step/> }.into_any(),
        }}
    }
}

#[component]
fn FileInput(step: RwSignal<Step>) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let choose = move |event: leptos::ev::Event| {
        let Some(chosen) = files::chosen(&event).into_iter().next() else { return };
        let name = chosen.name();
        // What is typed now belongs to the file that is coming.
        step.set(Step::Waiting);
        spawn_local(async move {
            let bytes = files::read(chosen, file::FILE_MAX as u64).await;
            breathe().await;
            step.try_set(match bytes {
                Err(files::ReadError::TooLarge { .. }) => {
                    Step::Refused(t.data_file_too_large().to_owned())
                }
                Err(files::ReadError::Unreadable) => {
                    Step::Refused(t.data_file_unreadable().to_owned())
                }
                Ok(bytes) if is_sealed(&bytes) => {
                    Step::Asking { name, bytes: Arc::from(bytes), is_wrong: false }
                }
                Ok(bytes) => looked_at(state, t, name, bytes),
            });
        });
    };
    view! {
        <p class="actions">
            <span class="file-input">
                <input
                    id="open-file"
                    class="visually-hidden"
                    type="file"
                    accept=".rapport,.json,application/json"
                    data-testid="open-file"
                    on:change=choose
                />
                <label class="button" for="open-file">
                    <Icon name="upload"/>
                    {t.data_file_open()}
                </label>
            </span>
        </p>
    }
}

#[component]
fn Passphrase(
    name: String,
    bytes: Arc<[u8]>,
    is_wrong: bool,
    step: RwSignal<Step>,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let phrase = RwSignal::new(String::new());
    let working = RwSignal::new(false);
    let title = name.clone();
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (name, bytes, words) = (name.clone(), Arc::clone(&bytes), phrase.get_untracked());
        if working.get_untracked() {
            return;
        }
        working.set(true);
        spawn_local(async move {
            step.try_set(match unseal(&bytes, &words).await {
                Ok(plain) => looked_at(state, t, name, plain),
                Err(SealError::Refused) => Step::Asking { name, bytes, is_wrong: true },
                Err(SealError::NotSealed) => Step::Refused(t.data_backup_refused().to_owned()),
                Err(SealError::Unable) => Step::Refused(t.data_backup_unable().to_owned()),
            });
        });
    };
    view! {
        <form class="file-found" data-testid="sealed-file" on:submit=open>
            <p>
                <strong>{title}</strong>
                " "
                {t.data_backup_ask()}
                "."
            </p>
            <div class="field">
                <label for="open-phrase">{t.data_backup_phrase()}</label>
                <input
                    id="open-phrase"
                    type="password"
                    autocomplete="off"
                    aria-invalid=is_wrong.to_string()
                    aria-describedby="open-phrase-wrong"
                    on:input=move |event| phrase.set(event_target_value(&event))
                />
                <p class="problem" id="open-phrase-wrong" role="alert">
                    {is_wrong.then(|| t.data_backup_refused())}
                </p>
            </div>
            <p class="actions">
                <button type="submit" class="button primary" data-testid="unseal" disabled=working>
                    {move || if working.get() { t.data_backup_working() } else { t.data_backup_open() }}
                </button>
                <button type="button" class="button quiet" on:click=move |_| step.set(Step::Waiting)>
                    {t.data_cancel()}
                </button>
            </p>
        </form>
    }
}

fn looked_at(state: AppState, t: Language, name: String, bytes: Vec<u8>) -> Step {
    match state.peek(|here| look(name, bytes, here)) {
        Ok(found) => Step::Found(found),
        Err(problem) => Step::Refused(problem_words(t, problem)),
    }
}

/// Reads a file and compares it with what is here.
fn look(name: String, bytes: Vec<u8>, here: &Workspace) -> Result<Opened, FileProblem> {
    let there = file::read(&bytes)?.workspace()?;
    let (mut new, mut changed) = (0, 0);
    for card in there.in_order() {
        match here.customer(card.customer.id) {
            None => new += 1,
            Some(customer) => changed += usize::from(*customer != card.customer),
        }
    }
    Ok(Opened { name, customers: there.len(), new, changed, bytes: Arc::from(bytes) })
}

fn problem_words(t: Language, problem: FileProblem) -> String {
    match problem {
        FileProblem::NotAWorkspaceFile => t.data_file_not_ours().to_owned(),
        FileProblem::TooNew(schema) => t.data_file_too_new(&schema.to_string()),
        FileProblem::Damaged { line, column } => {
            t.data_file_damaged(&t.number(column), &t.number(line))
        }
        FileProblem::TooLarge => t.data_file_too_large().to_owned(),
    }
}

/// What is in the file, and the button that merges it.
#[component]
fn Merge(found: Opened, step: RwSignal<Step>) -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let bytes = Arc::clone(&found.bytes);
    let merge = move |_| {
        let records = file::read(&bytes).and_then(|file| file.records());
        step.set(Step::Waiting);
        spawn_local(async move {
            // Where there is no second store the merge goes on: it can be undone.
            let _ = state.keep_point(Cause::Import).await;
            match records {
                Ok(records) => state.adopt_records(records),
                Err(problem) => ui.warn(problem_words(t, problem)),
            }
        });
    };
    let (customers, new, changed) = (
        t.data_file_customers(found.customers),
        t.data_file_new(found.new),
        t.data_file_changed(found.changed),
    );
    let differs = found.new + found.changed > 0;
    view! {
        <div class="file-found" data-testid="file-found">
            <p>
                <strong>{found.name}</strong>
                " "
                {[customers, new, changed].join(", ")}
                "."
            </p>
            <p class="hint">
                {if differs { t.data_file_merge_how() } else { t.data_file_same() }}
            </p>
            <p class="actions">
                <button type="button" class="button primary" data-testid="merge-file" on:click=merge>
                    {t.data_file_merge()}
                </button>
                <button type="button" class="button quiet" on:click=move |_| step.set(Step::Waiting)>
                    {t.data_cancel()}
                </button>
            </p>
        </div>
    }
}
