//! Above the table: title, search and the main action; the shelves, the filters, the layout.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    columns::{Column, turned},
    order::lies_on,
    table::Asked,
};
use crate::{
    domain::{CustomerId, Filter},
    route::{BoardQuery, CustomersQuery, Route, Shelf, SortBy, SortOrder},
    state::use_state,
    views::{
        parts::Icon,
        ui::{Dialog, use_ui, use_words},
        wording::Language,
    },
};

/// Title, count, search and the main action.
#[component]
pub fn TableTitle(
    /// What is asked for.
    asked: Asked,
    /// The customers shown.
    shown: Memo<Arc<Vec<CustomerId>>>,
) -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let all = Memo::new(move |_| {
        let shelf = asked.shelf();
        state.with(|workspace| workspace.in_order().filter(|card| lies_on(card, shelf)).count())
    });
    let summary = move || {
        let (here, all) = (shown.with(|ids| ids.len()), all.get());
        if here == all {
            t.customers_count(all)
        } else {
            t.customers_count_of(&t.number(all), &t.number(here))
        }
    };
    view! {
        <header class="page-head customers-head">
            <div class="title">
                <h1>{t.customers_title()}</h1>
                <p class="summary" role="status">{summary}</p>
            </div>
            <div class="actions">
                <Search asked/>
                <button
                    type="button"
                    class="button primary"
                    data-testid="new-customer"
                    on:click=move |_| ui.open(Dialog::NewCustomer)
                >
                    <Icon name="plus"/>
                    <span class="wide-only">{t.customers_new()}</span>
                    <span class="phone-only">{t.customers_new_short()}</span>
                </button>
            </div>
        </header>
    }
}

/// The shelves, the filters, the layout.
#[component]
pub fn Toolbar(
    /// What is asked for.
    asked: Asked,
) -> impl IntoView {
    view! {
        <div class="toolbar customers-toolbar">
            <Shelves asked/>
            <span class="spacer"></span>
            <PhoneOrder asked/>
            <FilterChips asked/>
            <Layout asked/>
        </div>
    }
}

/// The word of a shelf.
pub fn shelf_word(t: Language, shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Book(standing) => t.standing(standing),
        Shelf::Trash => t.standing_trash(),
    }
}

#[component]
fn Shelves(asked: Asked) -> impl IntoView {
    let t = use_words();
    let link = move |shelf: Shelf| {
        let address = move || {
            asked.query.with(|query| {
                Route::Customers(CustomersQuery { shelf, ..query.clone() }).to_string()
            })
        };
        view! {
            <a
                href=address
                data-testid="shelf"
                data-shelf=shelf.key()
                aria-current=move || (asked.shelf() == shelf).then_some("true")
            >
                {shelf_word(t, shelf)}
            </a>
        }
    };
    view! {
        <nav class="shelves" aria-label=t.customers_shelves()>
            <div class="segmented">{Shelf::ALL.map(link).collect_view()}</div>
        </nav>
    }
}

#[component]
fn Search(asked: Asked) -> impl IntoView {
    let t = use_words();
    let text = move || asked.query.with(|query| query.filter.text.clone());
    let search = move |event| {
        let text = event_target_value(&event);
        asked.change(|query| query.filter.text = text);
    };
    view! {
        <label class="search-field">
            <Icon name="search"/>
            <span class="visually-hidden">{t.customers_search_long()}</span>
            <input
                id="search"
                type="search"
                data-testid="search"
                placeholder=t.customers_search()
                autocomplete="off"
                prop:value=text
                on:input=search
            />
            <kbd class="key" aria-hidden="true">"/"</kbd>
        </label>
    }
}

#[component]
fn FilterChips(asked: Asked) -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let words = Memo::new(move |_| asked.query.with(|query| filter_words(t, &query.filter)));
    let reset = move |_| {
        asked.change(|query| {
            let text = std::mem::take(&mut query.filter.text);
            query.filter = Filter { text, ..Filter::default() };
        });
    };
    let set = move || {
        let words = words.get();
        (!words.is_empty()).then(|| {
            view! {
                <button
                    type="button"
                    class="chip is-set"
                    data-testid="clear-filter"
                    title=t.customers_filter_reset()
                    on:click=reset
                >
                    <span class="words">{words.join(", ")}</span>
                    <Icon name="close"/>
                    <span class="visually-hidden">{t.customers_filter_reset()}</span>
                </button>
            }
        })
    };
    view! {
        {set}
        <button
            type="button"
            class="chip"
            data-testid="filter"
            on:click=move |_| ui.open(Dialog::Filter)
        >
            <Icon name="filter"/>
            {t.customers_filter()}
        </button>
    }
}

/// What is set beside the search, as short words.
fn filter_words(t: Language, filter: &Filter) -> Vec<String> {
    let parts = [
        filter.kind.map(|kind| t.kind(kind).to_owned()),
        filter.relation_type.map(|value| t.relation_type(Some(value)).to_owned()),
        filter.tag.clone(),
        filter.our_contact.clone(),
        filter.overdue.then(|| t.customers_overdue().to_owned()),
    ];
    parts.into_iter().flatten().collect()
}

/// Board or table.
#[component]
fn Layout(asked: Asked) -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let board = move || {
        let filter = asked.query.with(|query| query.filter.clone());
        let grouping = ui.grouping();
        Route::Board(BoardQuery { grouping, filter, ..BoardQuery::default() }).to_string()
    };
    let here = move || asked.query.with(|query| Route::Customers(query.clone()).to_string());
    view! {
        <span class="rule wide-only" aria-hidden="true"></span>
        <nav class="segmented wide-only" aria-label=t.customers_layout()>
            <a href=board data-testid="as-board" aria-label=t.customers_as_board() title=t.customers_as_board()>
                <Icon name="board"/>
            </a>
            <a href=here aria-current="true" aria-label=t.customers_as_table() title=t.customers_as_table()>
                <Icon name="table"/>
            </a>
        </nav>
    }
}

/// The order, where the heads have no room for their buttons.
#[component]
fn PhoneOrder(asked: Asked) -> impl IntoView {
    let t = use_words();
    let options = Column::ALL.into_iter().filter_map(|column| Some((column, column.sorts_by()?)));
    let options = options.map(|(column, by)| {
        view! {
            <option value=by.key() selected=move || asked.sort().by == by>
                {column.word(t)}
            </option>
        }
    });
    let sort = move |event| {
        if let Some(by) = SortBy::from_key(&event_target_value(&event)) {
            asked.change(|query| query.sort = turned(query.sort, by));
        }
    };
    let reverse = move |_| asked.change(|query| query.sort = turned(query.sort, query.sort.by));
    view! {
        <div class="phone-only phone-order field">
            <select aria-label=t.customers_sort() data-testid="sort-by" on:change=sort>
                {options.collect_view()}
            </select>
            <button
                type="button"
                class="icon-button"
                data-testid="sort-reverse"
                data-order=move || direction(asked.sort().order)
                aria-label=t.customers_sort_reverse()
                on:click=reverse
            >
                <Icon name="down"/>
            </button>
        </div>
    }
}

fn direction(order: SortOrder) -> &'static str {
    match order {
        SortOrder::Ascending => "ascending",
        SortOrder::Descending => "descending",
    }
}
