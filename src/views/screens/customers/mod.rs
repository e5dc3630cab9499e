//! The same customers as a table: to sort, to look through, and to change many at once.

mod bulk;
mod cells;
mod columns;
mod empty;
mod head;
mod many;
mod order;
mod row;
mod selection;
mod table;
mod tag_form;
mod toolbar;
mod visible;

use leptos::prelude::*;

use self::{
    bulk::BulkBar,
    empty::EmptyShelf,
    selection::Selection,
    table::{Asked, CustomersTable, shown},
    toolbar::{TableTitle, Toolbar},
};
use crate::views::ui::use_ui;

/// The table of customers.
#[component]
pub fn CustomersScreen() -> impl IntoView {
    let asked = Asked::of(use_ui());
    let shown = shown(asked);
    let selection = Selection::among(shown);
    let is_empty = Memo::new(move |_| shown.with(|ids| ids.is_empty()));
    view! {
        <TableTitle asked shown/>
        <Toolbar asked/>
        {move || {
            if is_empty.get() {
                view! { <EmptyShelf asked/> }.into_any()
            } else {
                view! { <CustomersTable asked shown selection/> }.into_any()
            }
        }}
        <BulkBar asked selection/>
    }
}
