//! Customers as a list for a spreadsheet.

use leptos::prelude::*;

use super::{
    block::Block,
    save::{FileType, save},
};
use crate::{
    domain::{Customer, Standing, Workspace},
    exchange::{Dialect, export},
    state::use_state,
    views::{
        parts::Icon,
        ui::{use_ui, use_words},
        wording::Language,
    },
};

/// Which customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whom {
    All,
    OnBoard,
}

impl Whom {
    fn takes(self, customer: &Customer) -> bool {
        !customer.is_trashed() && (self == Self::All || customer.standing == Standing::Active)
    }

    fn among(self, workspace: &Workspace) -> Vec<&Customer> {
        let customers = workspace.in_order().map(|card| card.customer.as_ref());
        customers.filter(|customer| self.takes(customer)).collect()
    }
}

/// Gives the customers out as CSV.
#[component]
pub fn ExportBlock() -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let whom = RwSignal::new(Whom::All);
    let count = Memo::new(move |_| state.with(|workspace| whom.get().among(workspace).len()));
    let dialect = match t {
        Language::German => Dialect::German,
        Language::English => Dialect::English,
    };
    let download = move |_| {
        let bytes = state
            .peek(|workspace| export(whom.get_untracked().among(workspace), workspace, dialect));
        save(ui, t, t.data_export_file(), FileType::Csv, &bytes);
    };
    view! {
        <Block id="data-export" title=t.data_export_title() hint=t.data_export_hint()>
            <fieldset class="choice">
                <legend>{t.data_export_whom()}</legend>
                <div class="segmented">
                    <WhomChoice whom choice=Whom::All word=t.data_export_all()/>
                    <WhomChoice whom choice=Whom::OnBoard word=t.data_export_on_board()/>
                </div>
            </fieldset>
            <p class="actions">
                <button
                    type="button"
                    class="button"
                    data-testid="export-csv"
                    disabled=move || count.get() == 0
                    on:click=download
                >
                    <Icon name="download"/>
                    {move || t.data_export_do(count.get())}
                </button>
            </p>
        </Block>
    }
}

#[component]
fn WhomChoice(whom: RwSignal<Whom>, choice: Whom, word: &'static str) -> impl IntoView {
    view! {
        <label>
            <input
                type="radio"
                name="export-whom"
                prop:checked=move || whom.get() == choice
                on:change=move |_| whom.set(choice)
            />
            {word}
        </label>
    }
}
