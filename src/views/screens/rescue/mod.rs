//! What is shown when something stored could not be read or is gone: what is there, what is not, and
//! the ways on. Nothing is overwritten before the person chose.

mod details;
mod raw;

use leptos::prelude::*;

use self::{details::Details, raw::RawFile};
use crate::{
    platform::{appearance, clock, files},
    route::Route,
    state::{Damage, use_state},
    views::{
        parts::{Icon, Symbols},
        ui::{use_ui, use_words},
        wording::Language,
    },
};

/// The rescue screen. It stands alone, without the shell.
#[component]
pub fn RescueScreen(
    /// What could not be read.
    damage: Vec<Damage>,
    /// How many customers were stored once and are neither there nor among the damage.
    missing: Option<usize>,
    /// How many customers came back from a restore point.
    came_back: Option<usize>,
    /// Goes on with what is there.
    on_continue: Callback<()>,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let here = state.peek(crate::domain::Workspace::len);
    let title = title(t, damage.len(), missing, came_back, here);
    appearance::remove_splash();
    appearance::set_title(&title);
    view! {
        <Symbols/>
        <main class="page rescue-page" id="content">
            <section class="rescue" data-testid="rescue" aria-labelledby="rescue-title">
                <Torn/>
                <h1 id="rescue-title">{title}</h1>
                <p>{what_is_there(t, here)}</p>
                {(!damage.is_empty()).then(|| view! { <p>{t.rescue_untouched()}</p> })}
                {missing.map(|_| view! { <p>{t.rescue_why_missing()}</p> })}
                {came_back.map(|_| view! { <p data-testid="came-back">{t.rescue_why_back()}</p> })}
                {if damage.is_empty() && missing.is_none() {
                    view! {
                        <p class="actions">
                            <button
                                type="button"
                                class="button primary"
                                data-testid="go-on"
                                on:click=move |_| on_continue.run(())
                            >
                                {t.rescue_go_on()}
                            </button>
                        </p>
                    }
                    .into_any()
                } else {
                    view! { <Choices damage=damage.clone() on_continue/> }.into_any()
                }}
                {(!damage.is_empty()).then(|| view! { <Details damage/> })}
            </section>
        </main>
    }
}

/// Two torn strands.
#[component]
fn Torn() -> impl IntoView {
    view! {
        <svg
            class="strands"
            data-intensity="stable"
            viewBox="0 0 200 40"
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            <path class="ours" d="M0 15H84M116 15H200"></path>
            <path class="theirs" d="M0 25H84M116 25H200"></path>
        </svg>
    }
}

fn title(
    t: Language,
    damaged: usize,
    missing: Option<usize>,
    came_back: Option<usize>,
    here: usize,
) -> String {
    match (missing, came_back) {
        (None, Some(0)) => t.rescue_title_back_none().to_owned(),
        (None, Some(back)) => t.rescue_title_back(back),
        (Some(missing), _) if here == 0 && damaged == 0 => t.rescue_title_empty(missing),
        (Some(missing), _) if damaged == 0 => t.rescue_title_missing(missing),
        _ => t.rescue_title_damaged(damaged),
    }
}

fn what_is_there(t: Language, here: usize) -> String {
    if here == 0 { t.rescue_nothing_here().to_owned() } else { t.rescue_rest_is_here(here) }
}

#[component]
fn Choices(damage: Vec<Damage>, on_continue: Callback<()>) -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let open_file = move |_| {
        on_continue.run(());
        ui.go(Route::Data);
    };
    let go_on = move |_| {
        // Decided once: what is missing is not asked for again.
        if let Some(book) = state.book() {
            book.accept_missing();
        }
        on_continue.run(());
    };
    let consequence =
        if damage.is_empty() { t.rescue_continue_empty() } else { t.rescue_continue_kept() };
    view! {
        <ul class="choices">
            {(!damage.is_empty()).then(|| view! { <DownloadRaw damage/> })}
            <li>
                <button type="button" class="button" data-testid="rescue-open-file" on:click=open_file>
                    <Icon name="upload"/>
                    {t.rescue_open_file()}
                </button>
                <small>{t.rescue_open_file_hint()}</small>
            </li>
            <li>
                <button
                    type="button"
                    class="button quiet"
                    data-testid="continue-without"
                    on:click=go_on
                >
                    {t.rescue_continue()}
                </button>
                <small>{consequence}</small>
            </li>
        </ul>
    }
}

#[component]
fn DownloadRaw(damage: Vec<Damage>) -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let parts = damage.len();
    let file = RawFile::of(&damage);
    let size = t.rescue_size(parts, &kilobytes(t, file.bytes.len()));
    let download = move |_| {
        let name = file.name(&clock::today().to_string());
        if files::download(&name, "application/octet-stream", &file.bytes).is_err() {
            ui.warn(t.rescue_not_downloaded());
        }
    };
    view! {
        <li>
            <button type="button" class="button primary" data-testid="download-raw" on:click=download>
                <Icon name="download"/>
                {t.rescue_download()}
            </button>
            <small>{size}</small>
        </li>
    }
}

fn kilobytes(t: Language, bytes: usize) -> String {
    t.rescue_kilobytes(&t.number(bytes.div_ceil(1024)))
}
