//! What was recognised in a file, and how to read it otherwise.

use std::sync::Arc;

use leptos::prelude::*;

use super::session::Session;
use crate::{
    exchange::{Delimiter, Encoding, Program, Table},
    views::{parts::Icon, ui::use_words, wording::Language},
};

/// Lines of ill-fitting rows that are shown.
const RAGGED_SHOWN: usize = 20;

/// The facts about a file.
#[component]
pub fn Found(
    /// The import.
    session: Session,
    /// The list.
    table: Arc<Table>,
) -> impl IntoView {
    let t = use_words();
    let size = [
        t.import_rows_count(table.len()),
        t.import_in_columns(table.headings().len()),
        t.import_header_line(&t.number(table.header_line())),
    ];
    view! {
        <section class="block" aria-labelledby="import-found">
            <header>
                <h3 id="import-found" tabindex="-1">{t.import_recognised()}</h3>
                <button type="button" class="button quiet" data-testid="cancel-import" on:click=move |_| session.close()>
                    {t.import_cancel()}
                </button>
            </header>
            <dl class="facts import-facts">
                <dt>{t.import_file()}</dt>
                <dd>{session.name}</dd>
                <dt>{t.import_program()}</dt>
                <dd data-testid="import-program">{program_word(t, table.program())}</dd>
                <dt>{t.import_rows()}</dt>
                <dd data-testid="import-rows">{size.join(", ")}</dd>
            </dl>
            <div class="form-grid">
                <EncodingField session encoding=table.encoding()/>
                <DelimiterField session delimiter=table.delimiter()/>
            </div>
            <Doubts table/>
        </section>
    }
}

#[component]
fn EncodingField(session: Session, encoding: Encoding) -> impl IntoView {
    let t = use_words();
    let options = Encoding::ALL.map(|choice| {
        let word = match choice {
            Encoding::Utf8 => t.import_encodings_utf8(),
            Encoding::Utf16Le => t.import_encodings_utf16le(),
            Encoding::Utf16Be => t.import_encodings_utf16be(),
            Encoding::Windows1252 => t.import_encodings_windows1252(),
        };
        view! { <option value=choice.key() selected=choice == encoding>{word}</option> }
    });
    let choose = move |event| {
        let key = event_target_value(&event);
        if let Some(choice) = Encoding::ALL.into_iter().find(|choice| choice.key() == key) {
            session.read_in(choice);
        }
    };
    view! {
        <div class="field">
            <label for="import-encoding">{t.import_encoding()}</label>
            <select id="import-encoding" data-testid="import-encoding" on:change=choose>
                {options.collect_view()}
            </select>
        </div>
    }
}

#[component]
fn DelimiterField(session: Session, delimiter: Delimiter) -> impl IntoView {
    let t = use_words();
    let options = Delimiter::ALL.map(|choice| {
        let word = match choice {
            Delimiter::Comma => t.import_delimiters_comma(),
            Delimiter::Semicolon => t.import_delimiters_semicolon(),
            Delimiter::Tab => t.import_delimiters_tab(),
            Delimiter::Pipe => t.import_delimiters_pipe(),
        };
        view! { <option value=choice.key() selected=choice == delimiter>{word}</option> }
    });
    let choose = move |event| {
        let key = event_target_value(&event);
        if let Some(choice) = Delimiter::ALL.into_iter().find(|choice| choice.key() == key) {
            session.read_with(choice);
        }
    };
    view! {
        <div class="field">
            <label for="import-delimiter">{t.import_delimiter()}</label>
            <select id="import-delimiter" data-testid="import-delimiter" on:change=choose>
                {options.collect_view()}
            </select>
        </div>
    }
}

/// Characters that could not be read, rows that do not fit.
#[component]
fn Doubts(table: Arc<Table>) -> impl IntoView {
    let t = use_words();
    let damaged = (table.damaged() > 0).then(|| {
        view! {
            <p class="doubt">
                <Icon name="alert"/>
                {t.import_damaged(table.damaged())}
            </p>
        }
    });
    let ragged = table.ragged();
    let rest = ragged.len().saturating_sub(RAGGED_SHOWN);
    let lines = ragged.iter().take(RAGGED_SHOWN).map(|ragged| {
        let (expected, found) = (t.number(ragged.expected), t.number(ragged.found));
        view! { <li>{t.import_ragged_line(&expected, &found, &t.number(ragged.line))}</li> }
    });
    let ragged = (!ragged.is_empty()).then(|| {
        view! {
            <details class="doubt-list" data-testid="import-ragged">
                <summary>{t.import_ragged(ragged.len())}</summary>
                <ul>
                    {lines.collect_view()}
                    {(rest > 0).then(|| view! { <li>{t.import_and_more(&t.number(rest))}</li> })}
                </ul>
            </details>
        }
    });
    view! {
        {damaged}
        {ragged}
    }
}

fn program_word(t: Language, program: Program) -> &'static str {
    match program {
        Program::Rapport => t.import_programs_rapport(),
        Program::Google => t.import_programs_google(),
        Program::GoogleOld => t.import_programs_google_old(),
        Program::Outlook => t.import_programs_outlook(),
        Program::OutlookGerman => t.import_programs_outlook_german(),
        Program::OutlookWeb => t.import_programs_outlook_web(),
        Program::HubSpot => t.import_programs_hubspot(),
        Program::Pipedrive => t.import_programs_pipedrive(),
        Program::Thunderbird => t.import_programs_thunderbird(),
        Program::Generic => t.import_programs_generic(),
    }
}
