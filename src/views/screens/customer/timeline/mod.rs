//! The history: the band turned upright, newest first. Long histories are drawn as they are read.

mod change_row;
mod contact_row;
mod entry;
mod matter_row;

use leptos::{html, prelude::*};

use self::{
    change_row::{PhaseRow, ProfileRow},
    contact_row::ContactRow,
    entry::{Line, lines},
    matter_row::{What, matter_row},
};
use super::File;
use crate::{
    domain::{CustomerId, EventKind, Happening, Looking, Role},
    platform::measure,
    views::{
        ui::{Dialog, use_ui, use_words},
        wording::Language,
    },
};

/// How many entries are drawn at first and with every further step.
const STEP: usize = 40;
/// How many more a person asks for at once.
const MANY: usize = 200;
/// How far below the window the next step begins, in pixels.
const AHEAD: f64 = 600.0;

/// Everything that happened, with a choice by kind and by role.
#[component]
pub fn Timeline(
    /// Whose.
    id: CustomerId,
    /// The file.
    file: File,
) -> impl IntoView {
    let t = use_words();
    let show = RwSignal::new(Looking::default());
    let limit = RwSignal::new(STEP);
    let all = Memo::new(move |_| file.with(|customer| lines(customer, show.get())));
    let shown = move || all.with(|all| all.iter().take(limit.get()).copied().collect::<Vec<_>>());
    let choose = Callback::new(move |chosen| {
        limit.set(STEP);
        show.set(chosen);
    });
    view! {
        <section class="history" aria-labelledby="history-title">
            <header class="history-head">
                <h2 id="history-title">{t.customer_history_title()}</h2>
                <Tabs file show choose/>
            </header>
            <Nothing id file show/>
            <p class="spine-key" aria-hidden="true">
                <span>{t.customer_history_we()}</span>
                <span>{t.customer_history_they()}</span>
            </p>
            <ol class="timeline" data-testid="timeline">
                <For each=shown key=|line| *line let:line>
                    {row(line, id, file)}
                </For>
            </ol>
            <More all limit/>
        </section>
    }
}

fn row(line: Line, id: CustomerId, file: File) -> AnyView {
    let Line { at, year, event } = line;
    match event {
        Happening::Contact(at, contact) => {
            view! { <ContactRow id file at contact year/> }.into_any()
        }
        Happening::Phase(change) => view! { <PhaseRow file change year/> }.into_any(),
        Happening::Profile(day) => view! { <ProfileRow file day year/> }.into_any(),
        Happening::Deal(matter, stage) => {
            matter_row(id, file, at, matter, What::Stage(stage), year)
        }
        Happening::Matter(matter, moment) => {
            matter_row(id, file, at, matter, What::Moment(moment), year)
        }
    }
}

/// One tab for everything and one for each kind of which there is something, then the role.
#[component]
fn Tabs(file: File, show: RwSignal<Looking>, choose: Callback<Looking>) -> impl IntoView {
    let t = use_words();
    let tab = move |kind: Option<EventKind>| {
        let role = move || show.get().role;
        let number = Memo::new(move |_| {
            file.with(|customer| lines(customer, Looking { kind, role: role() }).len())
        });
        let is_needed = move || kind.is_none() || number.get() > 0 || show.get().kind == kind;
        view! {
            <button
                aria-pressed=move || (show.get().kind == kind).to_string()
                data-testid=["history-", kind.map_or("all", EventKind::key)].concat()
                hidden=move || !is_needed()
                on:click=move |_| choose.run(Looking { kind, ..show.get_untracked() })
            >
                {tab_name(t, kind)}
                " "
                <small>{number}</small>
            </button>
        }
        .into_any()
    };
    let kinds = EventKind::ALL.iter().copied().map(Some);
    let tabs: Vec<AnyView> = std::iter::once(None).chain(kinds).map(tab).collect();
    let roles = [
        ("", t.record_role_all()),
        (Role::Sales.key(), t.record_role_sales()),
        (Role::Service.key(), t.record_role_service()),
    ];
    let roles: Vec<AnyView> = roles
        .into_iter()
        .map(|(key, word)| view! { <option value=key>{word}</option> }.into_any())
        .collect();
    let turn = move |event: leptos::ev::Event| {
        let role = Role::from_key(&event_target_value(&event));
        choose.run(Looking { role, ..show.get_untracked() });
    };
    view! {
        <div class="tabs" role="group" aria-label=t.customer_history_filter()>
            {tabs}
        </div>
        <select
            class="quiet-select history-role"
            aria-label=t.record_role()
            data-testid="history-role"
            on:change=turn
        >
            {roles}
        </select>
    }
}

fn tab_name(t: Language, kind: Option<EventKind>) -> &'static str {
    kind.map_or(t.customer_history_all(), |kind| t.event_kind(kind))
}

/// What to do while there is no contact.
#[component]
fn Nothing(id: CustomerId, file: File, show: RwSignal<Looking>) -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let is_new = Memo::new(move |_| {
        matches!(show.get().kind, None | Some(EventKind::Contact))
            && file.with(|customer| customer.contacts.is_empty())
    });
    move || {
        is_new.get().then(|| {
            view! {
                <div class="history-empty">
                    <p>{t.customer_history_no_contacts()}</p>
                    <button class="button" on:click=move |_| ui.open(Dialog::LogContact(Some(id)))>
                        {t.customer_history_first()}
                    </button>
                </div>
            }
        })
    }
}

/// The rest: drawn when it comes near, or at once for those who do not scroll.
#[component]
fn More(all: Memo<Vec<Line>>, limit: RwSignal<usize>) -> impl IntoView {
    let t = use_words();
    let rest = Memo::new(move |_| all.with(Vec::len).saturating_sub(limit.get()));
    let end = NodeRef::<html::P>::new();
    // Kept by the owner, so that nobody watches once the page is gone.
    StoredValue::new_local(measure::on_viewport(move || {
        let (Some(rest), Some(end)) = (rest.try_get_untracked(), end.try_get_untracked().flatten())
        else {
            return;
        };
        if rest > 0 && measure::rect(&end).top < measure::window_size().height + AHEAD {
            limit.update(|limit| *limit += STEP);
        }
    }));
    view! {
        <p class="history-more" node_ref=end>
            {move || {
                (rest.get() > 0)
                    .then(|| {
                        view! {
                            <button
                                class="button quiet"
                                data-testid="history-more"
                                on:click=move |_| limit.update(|limit| *limit += MANY)
                            >
                                {t.customer_history_more(rest.get().min(MANY))}
                            </button>
                        }
                    })
            }}
        </p>
    }
}
