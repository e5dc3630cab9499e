//! Where the page stands, whose it is, and what can be done.

use leptos::{ev, prelude::*};

use super::{File, add_menu, deeds, more_menu};
use crate::{
    domain::{Customer, CustomerId, Kind, Standing, Workspace},
    platform::intl::{self, DayStyle},
    route::{BoardQuery, Route},
    state::use_state,
    views::{
        parts::{Icon, OpenMenu},
        shell::use_menu,
        ui::{Dialog, use_ui, use_words},
        wording::Language,
    },
};

/// Trail, name, summary and actions.
#[component]
pub fn Head(
    /// Whose.
    id: CustomerId,
    /// The file.
    file: File,
    /// Whether everything that is stored is shown instead.
    sheet: RwSignal<bool>,
) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let place = move || file.with(|customer| place(t, customer));
    let name = Memo::new(move |_| file.with(|customer| customer.details.name.clone()));
    let summary = move || state.with(|ws| file.with(|customer| summary(t, ws, customer)));
    view! {
        <nav class="trail" aria-label=t.customer_trail()>
            <a href=Route::Board(BoardQuery::default()).to_string()>{t.customer_relations()}</a>
            <Icon name="right"/>
            <span>{place}</span>
        </nav>
        <header class="page-head">
            <div class="title">
                <h1>{name}</h1>
                <p class="summary">{summary}</p>
            </div>
            <Actions id file sheet/>
        </header>
        <TrashBanner id file/>
    }
}

/// The column the customer stands in, or where else it is.
fn place(t: Language, customer: &Customer) -> String {
    if customer.is_trashed() {
        return t.standing_trash().to_owned();
    }
    match customer.standing {
        Standing::Active => {
            let column = deeds::GROUPING.column_of(customer, &[]);
            t.column(column, deeds::GROUPING, &Default::default())
        }
        off_board => t.standing(off_board).to_owned(),
    }
}

fn summary(t: Language, workspace: &Workspace, customer: &Customer) -> String {
    let details = &customer.details;
    let kind = match details.kind {
        Kind::Firm => t.customer_b2b(),
        Kind::Person => t.customer_b2c(),
    };
    let ours = &details.our_contact;
    let parts = [
        details.sector.clone(),
        kind.to_owned(),
        if ours.is_empty() { String::new() } else { t.customer_cared_for(ours) },
        details.worth.map(|worth| t.worth(workspace.settings(), worth)).unwrap_or_default(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

#[component]
fn Actions(id: CustomerId, file: File, sheet: RwSignal<bool>) -> impl IntoView {
    let (state, ui, t, menu) = (use_state(), use_ui(), use_words(), use_menu());
    let open = move |event: ev::MouseEvent| {
        let mut items = more_menu::items(state, ui, t, id, &file.get_untracked());
        items.push(more_menu::everything(t, sheet));
        menu.set(Some(OpenMenu::at(&event, t.customer_menu_move(), items)));
    };
    let add = move |event: ev::MouseEvent| {
        let items = state.peek(|ws| add_menu::items(ws, ui, t, id, state.moment().today()));
        menu.set(Some(OpenMenu::at(&event, t.record_add_title(), items)));
    };
    view! {
        <div class="actions">
            <button
                class="icon-button"
                aria-label=t.customer_more()
                aria-haspopup="menu"
                data-testid="customer-more"
                on:click=open
            >
                <Icon name="more"/>
            </button>
            <button
                class="button"
                data-testid="add-to-file"
                aria-haspopup="menu"
                on:click=add
            >
                <Icon name="plus"/>
                {t.record_add()}
            </button>
            <button
                class="button wide-only"
                data-testid="edit-customer"
                on:click=move |_| ui.open(Dialog::EditCustomer(id))
            >
                {t.customer_edit()}
            </button>
            <button
                class="button primary"
                data-testid="log-contact"
                aria-label=t.customer_log()
                on:click=move |_| ui.open(Dialog::LogContact(Some(id)))
            >
                <span class="phone-only">
                    <Icon name="plus"/>
                </span>
                <span class="wide-only">{t.customer_log()}</span>
            </button>
        </div>
    }
}

#[component]
fn TrashBanner(id: CustomerId, file: File) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let trashed = Memo::new(move |_| file.with(|customer| customer.trashed));
    move || {
        trashed.get().map(|day| {
            let day = intl::day(t.tag(), day, DayStyle::Medium);
            view! {
                <p class="banner" role="status">
                    <Icon name="trash"/>
                    <span>{t.customer_trashed(&day)}</span>
                    <button
                        class="button"
                        data-testid="restore-customer"
                        on:click=move |_| deeds::restore(state, t, id)
                    >
                        {t.customer_restore()}
                    </button>
                </p>
            }
        })
    }
}
