//! Above the board: its title, search and the main actions; by what it is grouped; the filters.

use leptos::prelude::*;

use super::view_state::BoardView;
use crate::{
    domain::{Filter, Grouping, Kind, Scheme},
    route::{BoardQuery, CustomersQuery, Route},
    views::{
        parts::{Icon, MenuItem, OpenMenu, maybe, part, whether, words},
        shell::use_menu,
        ui::{Dialog, use_ui, use_words},
    },
};

/// Title, search and main actions.
#[component]
pub fn BoardHead() -> impl IntoView {
    let (view, ui, t) = (BoardView::here(), use_ui(), use_words());
    let searching = RwSignal::new(false);
    let text = words(move || view.query.with(|query| query.filter.text.clone()));
    let search = move |event| {
        let mut query = view.query.get_untracked();
        query.filter.text = event_target_value(&event);
        ui.refine(Route::Board(query));
    };
    view! {
        <header class="page-head" class:is-searching=whether(move || searching.get())>
            <h1 class="title">{t.board_title()}</h1>
            <div class="actions">
                <label class="search-field" class:is-open=whether(move || searching.get())>
                    <Icon name="search"/>
                    <span class="visually-hidden">{t.board_search()}</span>
                    <input
                        id="search"
                        type="search"
                        data-testid="search"
                        placeholder=t.board_search()
                        prop:value=text
                        on:input=search
                    />
                    <kbd class="key" aria-hidden="true">"/"</kbd>
                </label>
                <button
                    class="icon-button phone-only"
                    aria-label=t.board_search()
                    aria-expanded=words(move || searching.get().to_string())
                    on:click=move |_| searching.update(|open| *open = !*open)
                >
                    <Icon name="search"/>
                </button>
                <button class="icon-button phone-only" aria-label=t.board_arrange() on:click=move |_| ui.open(Dialog::Filter)>
                    <Icon name="filter"/>
                </button>
                <button class="icon-button phone-only" data-testid="new-customer-phone" aria-label=t.board_new_customer() on:click=move |_| ui.open(Dialog::NewCustomer)>
                    <Icon name="plus"/>
                </button>
                <button class="button wide-only" data-testid="new-customer" on:click=move |_| ui.open(Dialog::NewCustomer)>
                    <Icon name="plus"/>
                    {t.board_new_customer()}
                </button>
                <button class="button primary wide-only" data-testid="log-contact" on:click=move |_| ui.open(Dialog::LogContact(None))>
                    {t.board_log_contact()}
                </button>
            </div>
        </header>
    }
}

/// Grouping and filters.
#[component]
pub fn Toolbar() -> impl IntoView {
    let (view, t) = (BoardView::here(), use_words());
    let groupings = [
        Grouping::Phase(Scheme::A),
        Grouping::Type,
        Grouping::Mode,
        Grouping::Intensity,
        Grouping::CustomerView,
    ];
    let tab = move |grouping: Grouping| {
        let is_here = move || {
            let here = view.query.with(|query| query.grouping);
            std::mem::discriminant(&here) == std::mem::discriminant(&grouping)
        };
        let address =
            words(move || view.query.with(|query| with_grouping(query, grouping).to_string()));
        view! {
            <a href=address data-testid="group-by" data-key=grouping_key(grouping) aria-current=maybe(move || is_here().then_some("true"))>
                {t.grouping(grouping)}
            </a>
        }
    };
    view! {
        <div class="toolbar">
            <nav class="tabs" aria-label=t.board_group_by()>{groupings.map(tab).collect_view()}</nav>
            <SchemeChoice/>
            <span class="spacer"></span>
            <Filters/>
            <Layout/>
        </div>
    }
}

fn with_grouping(query: &BoardQuery, grouping: Grouping) -> Route {
    let grouping = match (query.grouping, grouping) {
        (Grouping::Phase(scheme), Grouping::Phase(_)) => Grouping::Phase(scheme),
        (_, other) => other,
    };
    Route::Board(BoardQuery { grouping, ..query.clone() })
}

fn grouping_key(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Phase(_) => "phase",
        Grouping::Type => "type",
        Grouping::Mode => "mode",
        Grouping::Intensity => "intensity",
        Grouping::CustomerView => "view",
    }
}

#[component]
fn SchemeChoice() -> impl IntoView {
    let (view, ui, t, menu) = (BoardView::here(), use_ui(), use_words(), use_menu());
    let scheme = Memo::new(move |_| match view.query.with(|query| query.grouping) {
        Grouping::Phase(scheme) => Some(scheme),
        _ => None,
    });
    let choose = move |scheme: Scheme| {
        let mut query = view.query.get_untracked();
        query.grouping = Grouping::Phase(scheme);
        ui.go(Route::Board(query));
    };
    let open = move |event: leptos::ev::MouseEvent| {
        let here = scheme.get_untracked();
        let mut items: Vec<MenuItem> = Scheme::ALL
            .into_iter()
            .map(|scheme| {
                MenuItem::choice(t.scheme(scheme), Some(scheme) == here, move || choose(scheme))
                    .with_test_id("scheme")
            })
            .collect();
        items.push(
            MenuItem::action(t.board_edit_columns(), "edit", move || ui.open(Dialog::Columns))
                .with_test_id("edit-columns")
                .after_line(),
        );
        menu.set(Some(OpenMenu::at(&event, t.board_scheme(), items)));
    };
    part(move || {
        let button = scheme.get().map(|scheme| {
            view! {
                <span class="rule wide-only" aria-hidden="true"></span>
                <button class="chip" data-testid="scheme-chip" aria-haspopup="menu" title=t.scheme_hint(scheme) on:click=open>
                    <span class="visually-hidden">{t.board_scheme()} ": "</span>
                    {t.scheme(scheme)}
                    <Icon name="down"/>
                </button>
            }
        });
        button.into_any()
    })
}

#[component]
fn Filters() -> impl IntoView {
    let (view, ui, t) = (BoardView::here(), use_ui(), use_words());
    let set = move || view.query.with(|query| filter_words(t, &query.filter));
    let clear = move |_| {
        let mut query = view.query.get_untracked();
        query.filter = Filter { text: query.filter.text, ..Filter::default() };
        ui.refine(Route::Board(query));
    };
    view! {
        {part(move || {
            let words = set();
            let button = (!words.is_empty()).then(|| {
                view! {
                    <button class="chip is-set" data-testid="clear-filter" title=t.board_clear_filter() on:click=clear>
                        {words.join(", ")}
                        <Icon name="close"/>
                        <span class="visually-hidden">{t.board_clear_filter()}</span>
                    </button>
                }
            });
            button.into_any()
        })}
        <button class="chip wide-only" data-testid="filter" on:click=move |_| ui.open(Dialog::Filter)>
            <Icon name="filter"/>
            {t.board_filter()}
        </button>
    }
}

/// What is set, as short words.
fn filter_words(t: crate::views::wording::Language, filter: &Filter) -> Vec<String> {
    let kind = filter.kind.map(|kind| match kind {
        Kind::Firm => t.board_firms().to_owned(),
        Kind::Person => t.board_persons().to_owned(),
    });
    let parts = [
        kind,
        filter.relation_type.map(|value| t.relation_type(Some(value)).to_owned()),
        filter.tag.clone(),
        filter.our_contact.clone(),
        filter.overdue.then(|| t.board_overdue().to_owned()),
    ];
    parts.into_iter().flatten().collect()
}

#[component]
fn Layout() -> impl IntoView {
    let (view, t) = (BoardView::here(), use_words());
    let table = words(move || {
        let filter = view.query.with(|query| query.filter.clone());
        Route::Customers(CustomersQuery { filter, ..CustomersQuery::default() }).to_string()
    });
    view! {
        <span class="rule wide-only" aria-hidden="true"></span>
        <nav class="segmented wide-only" aria-label=t.board_layout()>
            <a href="#/board" aria-current="true" aria-label=t.board_as_board() title=t.board_as_board()>
                <Icon name="board"/>
            </a>
            <a href=table data-testid="as-table" aria-label=t.board_as_table() title=t.board_as_table()>
                <Icon name="table"/>
            </a>
        </nav>
    }
}
