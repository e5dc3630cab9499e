//! One customer: both views of the relationship, its history, and everything known beside it.

mod add_menu;
mod deeds;
mod entry_words;
mod head;
mod links;
mod long_band;
mod more_menu;
mod sheet;
mod side;
mod timeline;
mod two_views;
mod versions;

use std::sync::Arc;

use leptos::prelude::*;

use self::{
    head::Head, sheet::Sheet, side::Side, timeline::Timeline, two_views::TwoViews,
    versions::Versions,
};
use crate::{
    domain::{Customer, CustomerId},
    route::{BoardQuery, Route},
    state::use_state,
    views::{parts::part, ui::use_words},
};

/// The customer's file as the page reads it; compared by address, for any change makes a new one.
type File = Memo<Arc<Customer>>;

/// The page of one customer, or a kind word when there is none.
#[component]
pub fn CustomerScreen(
    /// Whose page.
    id: CustomerId,
) -> impl IntoView {
    let state = use_state();
    let exists = Memo::new(move |_| state.with(|ws| ws.customer(id).is_some()));
    move || {
        if exists.get() { view! { <CustomerPage id/> }.into_any() } else { missing().into_any() }
    }
}

#[component]
fn CustomerPage(id: CustomerId) -> impl IntoView {
    let state = use_state();
    // While the page leaves, the file may be gone already: the last one is shown until then.
    let file: File = Memo::new_with_compare(
        move |last: Option<&Arc<Customer>>| {
            let now = state.with(|ws| ws.customer(id).cloned());
            now.or_else(|| last.cloned()).unwrap_or_else(|| Arc::new(nobody(id)))
        },
        |a, b| match (a, b) {
            (Some(a), Some(b)) => !Arc::ptr_eq(a, b),
            _ => true,
        },
    );
    let sheet = RwSignal::new(false);
    part(move || {
        if sheet.get() {
            return view! { <Sheet id file shown=sheet/> }.into_any();
        }
        view! {
            <div class="customer-screen" data-testid="customer-page" data-id=id.to_string()>
                <Head id file sheet/>
                <Versions id file/>
                <TwoViews id file/>
                <div class="customer-page">
                    <div class="customer-main">
                        <Timeline id file/>
                    </div>
                    <Side id file/>
                </div>
            </div>
        }
        .into_any()
    })
}

/// An empty file for the instant in which a page has none.
fn nobody(id: CustomerId) -> Customer {
    let mut ids = || id.0;
    Customer::new(id, Default::default(), Default::default(), Default::default(), &mut ids)
}

fn missing() -> impl IntoView {
    let t = use_words();
    let board = Route::Board(BoardQuery::default()).to_string();
    view! {
        <div class="empty-state" data-testid="customer-missing">
            <svg class="strands" viewBox="0 0 200 40" preserveAspectRatio="none" aria-hidden="true">
                <path class="ours" d="M0 15H84M116 15H200"></path>
                <path class="theirs" d="M0 25H84M116 25H200"></path>
            </svg>
            <h1>{t.customer_missing_title()}</h1>
            <p>{t.customer_missing_text()}</p>
            <p class="actions">
                <a class="button primary" href=board>
                    {t.customer_missing_action()}
                </a>
            </p>
        </div>
    }
}
