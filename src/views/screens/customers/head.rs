//! The heads of the table, with the buttons that sort.

use leptos::prelude::*;

use super::{
    columns::{Column, turned},
    selection::Selection,
    table::Asked,
};
use crate::{
    route::{Shelf, SortBy, SortOrder},
    views::{parts::Icon, ui::use_words},
};

/// The row of heads.
#[component]
pub fn TableHead(
    /// What is asked for.
    asked: Asked,
    /// What is ticked.
    selection: Selection,
) -> impl IntoView {
    let t = use_words();
    let toggle = move |_| {
        if selection.is_all() {
            selection.clear();
        } else {
            selection.tick_all();
        }
    };
    view! {
        <thead>
            <tr aria-rowindex="1">
                <th scope="col" class="of-tick">
                    <input
                        type="checkbox"
                        class="check"
                        data-testid="select-all"
                        aria-label=t.customers_select_all()
                        prop:checked=move || selection.is_all()
                        prop:indeterminate=move || selection.is_part()
                        on:change=toggle
                    />
                </th>
                {Column::ALL.map(|column| head(column, asked)).collect_view()}
            </tr>
        </thead>
    }
}

fn head(column: Column, asked: Asked) -> AnyView {
    let t = use_words();
    let Some(by) = column.sorts_by() else {
        return view! { <th scope="col" class=column.class()>{column.word(t)}</th> }.into_any();
    };
    let word = move || match (column, asked.shelf()) {
        (Column::Next, Shelf::Trash) => t.customers_column_trashed(),
        _ => column.word(t),
    };
    view! {
        <th scope="col" class=column.class() aria-sort=move || direction(asked, by)>
            <button
                type="button"
                data-testid="sort"
                data-sort=by.key()
                on:click=move |_| asked.change(|query| query.sort = turned(query.sort, by))
            >
                {word}
                {move || direction(asked, by).map(|_| view! { <Icon name="down"/> })}
            </button>
        </th>
    }
    .into_any()
}

fn direction(asked: Asked, by: SortBy) -> Option<&'static str> {
    let sort = asked.sort();
    (sort.by == by).then_some(match sort.order {
        SortOrder::Ascending => "ascending",
        SortOrder::Descending => "descending",
    })
}
