//! What stands in place of an empty table: a sentence and the next thing to do.

use leptos::prelude::*;

use super::{table::Asked, toolbar::shelf_word};
use crate::{
    domain::{Filter, Standing},
    route::{Route, Shelf},
    state::use_state,
    views::ui::{Dialog, use_ui, use_words},
};

/// Nothing to show: because of a filter, because the shelf is empty, or because there is no
/// customer at all.
#[component]
pub fn EmptyShelf(
    /// What is asked for.
    asked: Asked,
) -> impl IntoView {
    let state = use_state();
    move || {
        let is_filtered = asked.query.with(|query| !query.filter.is_open());
        let shelf = asked.shelf();
        let is_new = state.with(crate::domain::Workspace::is_empty);
        match shelf {
            _ if is_filtered => view! { <NoneFits asked/> }.into_any(),
            Shelf::Book(Standing::Active) if is_new => view! { <FirstCustomer/> }.into_any(),
            shelf => view! { <NoneHere shelf/> }.into_any(),
        }
    }
}

#[component]
fn NoneFits(asked: Asked) -> impl IntoView {
    let t = use_words();
    view! {
        <div class="empty-state">
            <h2>{t.customers_empty_none_fits()}</h2>
            <p class="actions">
                <button
                    type="button"
                    class="button"
                    on:click=move |_| asked.change(|query| query.filter = Filter::default())
                >
                    {t.customers_filter_reset()}
                </button>
            </p>
        </div>
    }
}

#[component]
fn NoneHere(shelf: Shelf) -> impl IntoView {
    let t = use_words();
    let explanation = match shelf {
        Shelf::Book(Standing::Active) => t.customers_empty_active(),
        Shelf::Book(Standing::Resting) => t.customers_empty_resting(),
        Shelf::Book(Standing::Lost) => t.customers_empty_lost(),
        Shelf::Book(Standing::Archived) => t.customers_empty_archived(),
        Shelf::Trash => t.customers_empty_trash(),
    };
    view! {
        <div class="empty-state">
            <h2>{t.customers_empty_here(shelf_word(t, shelf))}</h2>
            <p>{explanation}</p>
        </div>
    }
}

#[component]
fn FirstCustomer() -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    view! {
        <div class="empty-state">
            <h2>{t.customers_empty_first()}</h2>
            <p>{t.customers_empty_first_how()}</p>
            <p class="actions">
                <button
                    type="button"
                    class="button primary"
                    on:click=move |_| ui.open(Dialog::NewCustomer)
                >
                    {t.customers_new()}
                </button>
                <a class="button quiet" href=Route::Data.to_string()>{t.customers_empty_import()}</a>
            </p>
        </div>
    }
}
