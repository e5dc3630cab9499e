//! Everything else that can be done with a customer.

use leptos::prelude::*;

use super::deeds;
use crate::{
    domain::{ColumnKey, Customer, CustomerId, Scheme, Standing},
    platform::dialogs,
    state::AppState,
    views::{
        parts::{MenuItem, MenuMark},
        ui::{Dialog, Ui},
        wording::Language,
    },
};

/// What the menu offers.
pub fn items(
    state: AppState,
    ui: Ui,
    t: Language,
    id: CustomerId,
    customer: &Customer,
) -> Vec<MenuItem> {
    let mut items = moves(state, t, id, customer);
    items.extend(standings(state, t, id, customer.standing));
    let edit =
        MenuItem::action(t.customer_edit(), "edit", move || ui.open(Dialog::EditCustomer(id)));
    items.push(edit.after_line().with_test_id("menu-edit"));
    items.push(
        MenuItem::action(t.record_print(), "download", dialogs::print).with_test_id("menu-print"),
    );
    items.push(trash_or_restore(state, t, id, customer));
    items
}

/// The way to everything that is stored, and to the erasure.
pub fn everything(t: Language, sheet: RwSignal<bool>) -> MenuItem {
    MenuItem::action(t.sheet_open(), "customers", move || sheet.set(true))
        .with_test_id("menu-sheet")
}

fn moves(state: AppState, t: Language, id: CustomerId, customer: &Customer) -> Vec<MenuItem> {
    let here = deeds::GROUPING.column_of(customer, &[]);
    let items = Scheme::A.columns().iter().map(|column| {
        let column = *column;
        let is_here = here == ColumnKey::Phase(column);
        MenuItem::choice(t.stage(Scheme::A, column), is_here, move || {
            deeds::move_to(state, t, id, column);
        })
        .with_mark(MenuMark::Phase(column.key()))
        .with_test_id("menu-move")
    });
    items.collect()
}

fn standings(state: AppState, t: Language, id: CustomerId, now: Standing) -> Vec<MenuItem> {
    let all = [
        (Standing::Active, t.customer_back(), "board", "menu-activate"),
        (Standing::Resting, t.customer_rest(), "pause", "menu-rest"),
        (Standing::Lost, t.customer_lost(), "no", "menu-lose"),
        (Standing::Archived, t.customer_archive(), "archive", "menu-archive"),
    ];
    let others = all.into_iter().filter(|(standing, ..)| *standing != now);
    let items = others.enumerate().map(|(index, (standing, label, icon, test_id))| {
        let item = MenuItem::action(label, icon, move || deeds::stand(state, t, id, standing))
            .with_test_id(test_id);
        if index == 0 { item.after_line() } else { item }
    });
    items.collect()
}

fn trash_or_restore(state: AppState, t: Language, id: CustomerId, customer: &Customer) -> MenuItem {
    if customer.is_trashed() {
        MenuItem::action(t.customer_restore(), "undo", move || deeds::restore(state, t, id))
            .with_test_id("menu-restore")
    } else {
        MenuItem::action(t.customer_trash(), "trash", move || deeds::trash(state, t, id))
            .with_test_id("menu-trash")
    }
}
