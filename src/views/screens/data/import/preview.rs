//! How the customers would arrive, a page at a time.

use leptos::prelude::*;

use super::{
    preview_row::PreviewRow,
    session::{ForKnown, Session},
};
use crate::{
    exchange::{Duplicate, PlannedRow},
    views::{parts::Icon, ui::use_words, wording::Language},
};

/// Rows on a page.
const ROWS: usize = 50;

/// Which rows are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    All,
    Problems,
    Duplicates,
    Skipped,
}

impl Look {
    const ALL: [Self; 4] = [Self::All, Self::Problems, Self::Duplicates, Self::Skipped];

    fn takes(self, planned: &PlannedRow) -> bool {
        match self {
            Self::All => true,
            Self::Problems => !planned.row.problems.is_empty(),
            Self::Duplicates => planned.duplicate.is_some(),
            Self::Skipped => planned.row.skipped.is_some(),
        }
    }

    fn word(self, t: Language) -> &'static str {
        match self {
            Self::All => t.import_show_all(),
            Self::Problems => t.import_show_problems(),
            Self::Duplicates => t.import_show_duplicates(),
            Self::Skipped => t.import_show_skipped(),
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Problems => "problems",
            Self::Duplicates => "duplicates",
            Self::Skipped => "skipped",
        }
    }
}

/// The rows of the plan.
#[component]
pub fn Preview(
    /// The import.
    session: Session,
) -> impl IntoView {
    let t = use_words();
    let (look, page) = (RwSignal::new(Look::All), RwSignal::new(0_usize));
    let places = Memo::new(move |_| {
        let look = look.get();
        session.plan.with(|plan| {
            let rows = plan.rows.iter().enumerate().filter(|(_, row)| look.takes(row));
            rows.map(|(place, _)| place).collect::<Vec<_>>()
        })
    });
    let pages = Memo::new(move |_| places.with(Vec::len).div_ceil(ROWS).max(1));
    let here = Memo::new(move |_| page.get().min(pages.get() - 1));
    let on_page = move || {
        places.with(|places| {
            places.iter().skip(here.get() * ROWS).take(ROWS).copied().collect::<Vec<_>>()
        })
    };
    view! {
        <section class="block" aria-labelledby="import-preview" aria-busy=move || session.is_planning.get().to_string()>
            <header>
                <h3 id="import-preview">{t.import_preview()}</h3>
            </header>
            <p class="hint">{t.import_preview_hint()}</p>
            <div class="toolbar">
                <Looks session look page/>
                <span class="spacer"></span>
                <ForAllKnown session/>
            </div>
            <ol class="import-rows" data-testid="import-preview">
                <For each=on_page key=|place| *place children=move |place| view! { <PreviewRow session place/> }/>
            </ol>
            <Show when=move || places.with(Vec::is_empty)>
                <p class="hint">{t.import_none_of_these()}</p>
            </Show>
            <Pages page here pages/>
        </section>
    }
}

#[component]
fn Looks(session: Session, look: RwSignal<Look>, page: RwSignal<usize>) -> impl IntoView {
    let t = use_words();
    let button = move |choice: Look| {
        let count = Memo::new(move |_| {
            session.plan.with(|plan| plan.rows.iter().filter(|row| choice.takes(row)).count())
        });
        let choose = move |_| {
            look.set(choice);
            page.set(0);
        };
        view! {
            <button
                type="button"
                data-testid="import-look"
                data-key=choice.key()
                aria-pressed=move || (look.get() == choice).to_string()
                on:click=choose
            >
                {choice.word(t)}
                <small>{move || t.number(count.get())}</small>
            </button>
        }
    };
    view! {
        <div class="shelves">
            <div class="segmented" role="group" aria-label=t.import_preview()>
                {Look::ALL.map(button).collect_view()}
            </div>
        </div>
    }
}

/// One decision for all that are there already.
#[component]
fn ForAllKnown(session: Session) -> impl IntoView {
    let t = use_words();
    let some_known = Memo::new(move |_| {
        session.plan.with(|plan| {
            plan.rows.iter().any(|row| matches!(row.duplicate, Some(Duplicate::Known(_))))
        })
    });
    let choose = move |event| match event_target_value(&event).as_str() {
        "skip" => session.decide_known(ForKnown::Skip),
        "fill" => session.decide_known(ForKnown::Fill),
        "anyway" => session.decide_known(ForKnown::Anyway),
        _ => {}
    };
    view! {
        <Show when=move || some_known.get()>
            <div class="field decide-all">
                <label for="decide-all">{t.import_decide_all()}</label>
                <select id="decide-all" data-testid="decide-all" on:change=choose>
                    <option value="skip">{t.import_decision_skip()}</option>
                    <option value="fill">{t.import_decision_fill()}</option>
                    <option value="anyway">{t.import_decision_anyway()}</option>
                </select>
            </div>
        </Show>
    }
}

#[component]
fn Pages(page: RwSignal<usize>, here: Memo<usize>, pages: Memo<usize>) -> impl IntoView {
    let t = use_words();
    let words = move || t.import_page(&t.number(here.get() + 1), &t.number(pages.get()));
    let back = move |_| page.set(here.get_untracked().saturating_sub(1));
    let on = move |_| page.set(here.get_untracked() + 1);
    view! {
        <Show when=move || { pages.get() > 1 }>
            <nav class="pages" aria-label=t.import_pages()>
                <button type="button" class="button quiet" disabled=move || here.get() == 0 on:click=back>
                    {t.import_page_back()}
                </button>
                <span role="status">{words}</span>
                <button
                    type="button"
                    class="button quiet"
                    data-testid="import-page-on"
                    disabled=move || here.get() + 1 == pages.get()
                    on:click=on
                >
                    {t.import_page_on()}
                    <Icon name="right"/>
                </button>
            </nav>
        </Show>
    }
}
