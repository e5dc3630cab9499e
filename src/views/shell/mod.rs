//! What surrounds every screen: navigation, saved-state, messages, dialogs and the open menu.

mod banner;
mod navigation;
mod notice;
mod save_mark;

use leptos::prelude::*;

use self::{
    banner::KeepingBanner,
    navigation::{BottomNav, SampleNote, Sidebar},
    notice::NoticeBar,
};
use super::{
    chunks::{self, part},
    keys,
    parts::{Menu, OpenMenu, Symbols},
    screens::BoardScreen,
    ui::{Dialog, use_ui, use_words},
};
use crate::{platform::appearance, route::Route, state::use_state};

/// The open menu.
#[derive(Clone, Copy)]
struct MenuHost(RwSignal<Option<OpenMenu>>);

/// Where to put a menu to open it.
pub fn use_menu() -> RwSignal<Option<OpenMenu>> {
    expect_context::<MenuHost>().0
}

/// The shell around every screen.
#[component]
pub fn Shell() -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let menu = RwSignal::new(None);
    provide_context(MenuHost(menu));
    appearance::remove_splash();
    chunks::fetch_all_when_idle();
    Effect::new(move |_| appearance::set_title(&title(ui.route.get())));
    view! {
        <Symbols/>
        <a class="skip-link" href="#content" on:click=skip>{t.shell_skip()}</a>
        <div class="shell">
            <Sidebar/>
            <main class="page" id="content" tabindex="-1">
                <KeepingBanner/>
                <SampleNote/>
                <Screen/>
                {part(chunks::shell_handling)}
            </main>
            <BottomNav/>
        </div>
        <Dialogs/>
    }
}

/// What a person can do on every screen: keys, the way back from what was done, menus.
#[component]
pub fn ShellHandling() -> impl IntoView {
    keys::listen_for_keys();
    crate::platform::measure::mark("handling");
    view! {
        <NoticeBar/>
        <Menu open=use_menu()/>
    }
}

/// The address is the screen's, so the skip link moves the focus by itself.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    crate::platform::measure::focus_id("content");
}

/// Which screen an address leads to; a change inside one screen does not draw it anew.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Today,
    Board,
    Customers,
    Customer(crate::domain::CustomerId),
    Ideas,
    Data,
    Nowhere,
}

#[component]
fn Screen() -> impl IntoView {
    let ui = use_ui();
    let kind = Memo::new(move |_| match ui.route.get() {
        Route::Today => Kind::Today,
        Route::Board(_) => Kind::Board,
        Route::Customers(_) => Kind::Customers,
        Route::Customer(id) => Kind::Customer(id),
        Route::Ideas(_) => Kind::Ideas,
        Route::Data => Kind::Data,
        _ => Kind::Nowhere,
    });
    let board = Memo::new(move |before| match ui.route.get() {
        Route::Board(query) => query,
        _ => before.cloned().unwrap_or_default(),
    });
    let ideas = Memo::new(move |before| match ui.route.get() {
        Route::Ideas(query) => query,
        _ => before.cloned().unwrap_or_default(),
    });
    move || match kind.get() {
        Kind::Today => part(chunks::today_screen),
        Kind::Board => view! { <BoardScreen query=board/> }.into_any(),
        Kind::Customers => part(chunks::customers_screen),
        Kind::Customer(id) => part(move || chunks::customer_screen(id)),
        Kind::Ideas => part(move || chunks::ideas_screen(ideas)),
        Kind::Data => part(chunks::data_screen),
        Kind::Nowhere => part(chunks::not_found),
    }
}

/// Whatever lies on top of the screen now.
#[component]
fn Dialogs() -> impl IntoView {
    let ui = use_ui();
    move || {
        ui.dialog.get().map(|dialog| match dialog {
            Dialog::NewCustomer => part(|| chunks::customer_form(None)),
            Dialog::EditCustomer(id) => part(move || chunks::customer_form(Some(id))),
            Dialog::LogContact(customer) => part(move || chunks::contact_sheet(customer)),
            Dialog::EditContact(customer, contact) => {
                part(move || chunks::contact_form(customer, contact))
            }
            Dialog::Sheet(subject, prefill) => {
                part(move || chunks::sheet_form(subject, prefill.clone()))
            }
            Dialog::Message(customer) => part(move || chunks::message_dialog(customer)),
            Dialog::Assets => part(chunks::assets_dialog),
            Dialog::OwnFields => part(chunks::own_fields_dialog),
            Dialog::Idea(which) => part(move || chunks::idea_dialog(which.clone())),
            Dialog::Filter => part(chunks::filter_dialog),
            Dialog::Columns => part(chunks::columns_dialog),
            Dialog::Palette => part(chunks::palette),
            Dialog::Help => part(chunks::help),
        })
    }
}

/// The title of the page.
fn title(route: Route) -> String {
    let (t, state) = (use_words(), use_state());
    let screen = match route {
        Route::Today => t.today_title().to_owned(),
        Route::Board(_) => t.board_title().to_owned(),
        Route::Customers(_) => t.shell_customers().to_owned(),
        Route::Customer(id) => state.with(|workspace| {
            workspace.customer(id).map(|customer| customer.details.name.clone()).unwrap_or_default()
        }),
        Route::Ideas(_) => t.ideas_title().to_owned(),
        Route::Data => t.shell_data().to_owned(),
        _ => t.not_found_title().to_owned(),
    };
    [screen.as_str(), " – Rapport"].concat()
}
