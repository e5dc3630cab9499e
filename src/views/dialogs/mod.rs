//! What lies on top of a screen, one at a time.

mod columns_dialog;
mod contact_form;
mod contact_sheet;
mod customer_form;
mod filter_dialog;
mod help;
mod palette;

use leptos::prelude::*;

use self::{
    columns_dialog::ColumnsDialog, contact_form::ContactForm, contact_sheet::ContactSheet,
    customer_form::CustomerForm, filter_dialog::FilterDialog, help::Help, palette::Palette,
};
use super::{
    screens::idea_dialog,
    ui::{Dialog, use_ui},
};

/// Whatever is on top now.
#[component]
pub fn Dialogs() -> impl IntoView {
    let ui = use_ui();
    move || {
        ui.dialog.get().map(|dialog| match dialog {
            Dialog::NewCustomer => view! { <CustomerForm existing=None/> }.into_any(),
            Dialog::EditCustomer(id) => view! { <CustomerForm existing=Some(id)/> }.into_any(),
            Dialog::LogContact(customer) => view! { <ContactSheet customer/> }.into_any(),
            Dialog::EditContact(customer, contact) => {
                view! { <ContactForm customer contact/> }.into_any()
            }
            Dialog::Idea(which) => idea_dialog(which),
            Dialog::Filter => view! { <FilterDialog/> }.into_any(),
            Dialog::Columns => view! { <ColumnsDialog/> }.into_any(),
            Dialog::Palette => view! { <Palette/> }.into_any(),
            Dialog::Help => view! { <Help/> }.into_any(),
        })
    }
}
