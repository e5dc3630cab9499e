//! The table: what is asked for, the rows that can be seen, and the window on them.

use std::sync::Arc;

use leptos::{html, prelude::*};

use chrono::NaiveDate;

use super::{
    head::TableHead,
    order::{ByName, arrange},
    row::Row,
    selection::Selection,
    visible::Glass,
};
use crate::{
    domain::{CustomerId, Grouping, Settings},
    route::{CustomersQuery, Route, Shelf, Sort},
    state::use_state,
    views::ui::{Ui, use_ui, use_words},
};

/// What the address asks for, and how it is changed.
#[derive(Clone, Copy)]
pub struct Asked {
    ui: Ui,
    /// The whole of it.
    pub query: Memo<CustomersQuery>,
}

impl Asked {
    /// By the address.
    pub fn of(ui: Ui) -> Self {
        let query = Memo::new(move |before: Option<&CustomersQuery>| {
            ui.route.with(|route| match route {
                Route::Customers(query) => query.clone(),
                _ => before.cloned().unwrap_or_default(),
            })
        });
        Self { ui, query }
    }

    /// From which shelf.
    pub fn shelf(&self) -> Shelf {
        self.query.with(|query| query.shelf)
    }

    /// In which order.
    pub fn sort(&self) -> Sort {
        self.query.with(|query| query.sort)
    }

    /// Asks for something else, without a step in the history.
    pub fn change(&self, change: impl FnOnce(&mut CustomersQuery)) {
        let mut query = self.query.get_untracked();
        change(&mut query);
        self.ui.refine(Route::Customers(query));
    }
}

/// The customers asked for, in the order asked for.
pub fn shown(asked: Asked) -> Memo<Arc<Vec<CustomerId>>> {
    let (state, t) = (use_state(), use_words());
    let by_name = Memo::new_owning(move |before: Option<ByName>| {
        state.with(|workspace| ByName::follow(before, workspace, t))
    });
    Memo::new(move |_| {
        let order = by_name.with(|by_name| Arc::clone(&by_name.order));
        let today = state.today();
        asked.query.with(|query| {
            state.with(|workspace| Arc::new(arrange(workspace, &order, query, today, t)))
        })
    })
}

/// The table of these customers.
#[component]
pub fn CustomersTable(
    /// What is asked for.
    asked: Asked,
    /// The customers.
    shown: Memo<Arc<Vec<CustomerId>>>,
    /// What is ticked.
    selection: Selection,
) -> impl IntoView {
    let t = use_words();
    let body = NodeRef::<html::Tbody>::new();
    let glass = Glass::over(shown, body);
    let (state, ui) = (use_state(), use_ui());
    let frame = Memo::new(move |_| Frame {
        today: state.today(),
        settings: state.with(|workspace| Arc::clone(workspace.settings())),
        grouping: grouping_of(ui),
    });
    let rows = move || shown.with(|ids| ids.len() + 1).to_string();
    view! {
        <div class="table-frame" role="region" tabindex="0" aria-label=t.customers_table()>
            // No caption: hidden from sight it would count as the first row and set the widths.
            <table
                class="data-table customers-table"
                data-testid="customers-table"
                aria-label=t.customers_table()
                aria-rowcount=rows
            >
                <TableHead asked selection/>
                <tbody node_ref=body>
                    <Space height=Signal::derive(move || glass.room().0)/>
                    <For
                        each=move || glass.visible.with(|visible| visible.ids.clone())
                        key=|id| *id
                        children=move |id| view! { <Row id asked selection glass frame/> }
                    />
                    <Space height=Signal::derive(move || glass.room().1)/>
                </tbody>
            </table>
        </div>
    }
}

/// What every row needs to know beside its customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The day.
    pub today: NaiveDate,
    /// Currency and own columns.
    pub settings: Arc<Settings>,
    /// By which words phases go.
    pub grouping: Grouping,
}

/// The rows that are left out, as an empty space.
#[component]
fn Space(height: Signal<f64>) -> impl IntoView {
    move || {
        let pixels = height.get();
        (pixels > 0.0).then(|| {
            view! {
                <tr class="space" aria-hidden="true">
                    <td colspan="11" style:block-size=format!("{pixels}px")></td>
                </tr>
            }
        })
    }
}

/// The grouping whose words name the phases: the board's if it is by phase.
pub fn grouping_of(ui: Ui) -> Grouping {
    match ui.grouping() {
        by_phase @ Grouping::Phase(_) => by_phase,
        _ => Grouping::default(),
    }
}
