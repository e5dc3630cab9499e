//! The workspace as one file: saved, and opened again by merging it.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{
    block::Block,
    save::{FileType, save},
};
use crate::{
    platform::{clock, files, pause::breathe},
    state::{FileProblem, file, use_state},
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

/// Saves and opens workspace files.
#[component]
pub fn FileBlock() -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let opened = RwSignal::new(None::<Opened>);
    let problem = RwSignal::new(None::<String>);
    let save_all = move |_| {
        let Some(book) = state.book() else { return };
        spawn_local(async move {
            match book.backup(clock::now_ms()).await {
                Ok(bytes) => save(ui, t, t.data_file_name(), FileType::Workspace, &bytes),
                Err(_) => ui.warn(t.data_file_not_saved()),
            }
        });
    };
    view! {
        <Block id="data-file" title=t.data_file_title() hint=t.data_file_hint()>
            <p class="actions">
                <button type="button" class="button primary" data-testid="save-file" on:click=save_all>
                    <Icon name="download"/>
                    {t.data_file_save()}
                </button>
                <FileInput opened problem/>
            </p>
            {move || problem.get().map(|sentence| view! {
                <p class="banner is-grave" role="alert" data-testid="file-refused">
                    <Icon name="alert"/>
                    <span>{sentence}</span>
                </p>
            })}
            {move || opened.get().map(|found| view! { <Merge found opened/> })}
        </Block>
    }
}

#[component]
fn FileInput(opened: RwSignal<Option<Opened>>, problem: RwSignal<Option<String>>) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let choose = move |event: leptos::ev::Event| {
        let Some(chosen) = files::chosen(&event).into_iter().next() else { return };
        let name = chosen.name();
        spawn_local(async move {
            let bytes = files::read(chosen, file::FILE_MAX as u64).await;
            breathe().await;
            let found = match bytes {
                Err(files::ReadError::TooLarge { .. }) => Err(t.data_file_too_large().to_owned()),
                Err(files::ReadError::Unreadable) => Err(t.data_file_unreadable().to_owned()),
                Ok(bytes) => state
                    .peek(|here| look(name, bytes, here))
                    .map_err(|problem| problem_words(t, problem)),
            };
            problem.try_set(found.as_ref().err().cloned());
            opened.try_set(found.ok());
        });
    };
    view! {
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
    }
}

/// Reads a file and compares it with what is here.
fn look(
    name: String,
    bytes: Vec<u8>,
    here: &crate::domain::Workspace,
) -> Result<Opened, FileProblem> {
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
fn Merge(found: Opened, opened: RwSignal<Option<Opened>>) -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let bytes = Arc::clone(&found.bytes);
    let merge = move |_| {
        match file::read(&bytes).and_then(|file| file.records()) {
            Ok(records) => state.adopt_records(records),
            Err(problem) => ui.warn(problem_words(t, problem)),
        }
        opened.set(None);
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
                <button type="button" class="button quiet" on:click=move |_| opened.set(None)>
                    {t.data_cancel()}
                </button>
            </p>
        </div>
    }
}
