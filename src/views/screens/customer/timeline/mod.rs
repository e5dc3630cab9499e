//! The history: the band turned upright, newest first. Long histories are drawn as they are read.

mod change_row;
mod contact_row;
mod entry;

use leptos::{html, prelude::*};

use self::{
    change_row::{PhaseRow, ProfileRow},
    contact_row::ContactRow,
    entry::{Entry, Line, Show, count, lines},
};
use super::File;
use crate::{
    domain::CustomerId,
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

/// Contacts and changes, with a choice between them.
#[component]
pub fn Timeline(
    /// Whose.
    id: CustomerId,
    /// The file.
    file: File,
) -> impl IntoView {
    let t = use_words();
    let show = RwSignal::new(Show::All);
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
    let year = line.year;
    match line.entry {
        Entry::Contact(at, contact) => view! { <ContactRow id file at contact year/> }.into_any(),
        Entry::Phase(change) => view! { <PhaseRow file change year/> }.into_any(),
        Entry::Profile(day) => view! { <ProfileRow file day year/> }.into_any(),
    }
}

#[component]
fn Tabs(file: File, show: RwSignal<Show>, choose: Callback<Show>) -> impl IntoView {
    let t = use_words();
    let tab = move |which: Show| {
        let number = Memo::new(move |_| file.with(|customer| count(customer, which)));
        view! {
            <button
                aria-pressed=move || (show.get() == which).to_string()
                data-testid=format!("history-{}", which.key())
                on:click=move |_| choose.run(which)
            >
                {tab_name(t, which)}
                " "
                <small>{number}</small>
            </button>
        }
    };
    view! {
        <div class="tabs" role="group" aria-label=t.customer_history_filter()>
            {Show::ALL.map(tab).collect_view()}
        </div>
    }
}

fn tab_name(t: Language, show: Show) -> &'static str {
    match show {
        Show::All => t.customer_history_all(),
        Show::Contacts => t.customer_history_contacts(),
        Show::Changes => t.customer_history_changes(),
    }
}

/// What to do while there is no contact.
#[component]
fn Nothing(id: CustomerId, file: File, show: RwSignal<Show>) -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let is_new = Memo::new(move |_| {
        show.get() != Show::Changes && file.with(|customer| customer.contacts.is_empty())
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
