//! The menu of a card: where it can go, and what else can be done with the customer.

use leptos::{prelude::*, web_sys};
use wasm_bindgen::JsCast;

use super::{focus::focus_after, lift::Hands, phase_of, view_state::BoardView};
use crate::{
    domain::{CustomerId, Standing},
    platform::listener::{Options, on_document},
    state::{AppState, Done},
    views::{
        parts::{MenuItem, MenuMark, OpenMenu},
        shell::use_menu,
        ui::Dialog,
    },
};

/// Hears every press of the button of a menu on this board.
pub fn listen(view: BoardView) -> impl Sized {
    let menu = use_menu();
    on_document("click", Options::default(), move |event: web_sys::MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let button = target.and_then(|target| target.closest("[data-testid=card-menu]").ok()?);
        let card = button.as_ref().and_then(|button| button.closest("[data-testid=card]").ok()?);
        let id = card.and_then(|card| card.get_attribute("data-id")?.parse().ok());
        if let Some((id, button)) = id.zip(button) {
            menu.set(Some(card_menu(view, id, &button)));
        }
    })
}

/// The menu of a customer beside its button.
pub fn card_menu(view: BoardView, id: CustomerId, button: &web_sys::Element) -> OpenMenu {
    OpenMenu::beside(button, view.t.board_move_to(), items(view, id))
}

fn items(view: BoardView, id: CustomerId) -> Vec<MenuItem> {
    let BoardView { state, ui, t, .. } = view;
    let mut items = moves(view, id, state);
    items.extend([
        MenuItem::action(t.board_log_contact(), "phone", move || {
            ui.open(Dialog::LogContact(Some(id)));
        })
        .with_test_id("menu-log-contact")
        .after_line(),
        MenuItem::action(t.board_edit(), "edit", move || ui.open(Dialog::EditCustomer(id)))
            .with_test_id("menu-edit"),
        off_board(view, id, Standing::Resting, t.board_rest(), "pause").after_line(),
        off_board(view, id, Standing::Lost, t.board_lose(), "close"),
        off_board(view, id, Standing::Archived, t.board_archive(), "archive"),
        MenuItem::action(t.board_trash(), "trash", move || {
            let left = view.find(id);
            // A customer that is gone is already where this would put it.
            let _ = state
                .commit(Done::Trashed(id), |workspace, moment| workspace.trash(id, moment.today()));
            follow(view, id, left);
        })
        .with_test_id("menu-trash"),
    ]);
    items
}

fn moves(view: BoardView, id: CustomerId, state: AppState) -> Vec<MenuItem> {
    let t = view.t;
    let hands = Hands::on(view);
    let grouping = view.grouping();
    let here = view.find(id).and_then(|(column, _)| view.key_at(column));
    let columns = view
        .board
        .with_untracked(|board| board.columns.iter().map(|column| column.key).collect::<Vec<_>>());
    let item = |key| {
        let settings = state.peek(|workspace| workspace.settings().clone());
        let is_here = Some(key) == here;
        let item = MenuItem::choice(view.name_of_column(key), is_here, move || {
            let left = view.find(id);
            if hands.move_to_top(id, key) {
                follow(view, id, left);
            }
        })
        .with_test_id("menu-move");
        let item = match phase_of(key, grouping, &settings) {
            Some(phase) => item.with_mark(MenuMark::Phase(phase)),
            None => item,
        };
        if is_here { item.with_hint(t.board_here()) } else { item }
    };
    columns.into_iter().map(item).collect()
}

/// The focus goes on where the person was working, for the button of the menu may be gone.
fn follow(view: BoardView, id: CustomerId, left: Option<(usize, usize)>) {
    if let Some(left) = left {
        focus_after(view, id, left);
    }
}

fn off_board(
    view: BoardView,
    id: CustomerId,
    standing: Standing,
    label: &'static str,
    icon: &'static str,
) -> MenuItem {
    MenuItem::action(label, icon, move || {
        let left = view.find(id);
        // A customer that is gone needs no standing.
        let _ = view.state.commit(Done::Standing(id, standing), |workspace, _| {
            workspace.set_standing(id, standing)
        });
        follow(view, id, left);
    })
    .with_test_id(match standing {
        Standing::Resting => "menu-rest",
        Standing::Lost => "menu-lose",
        _ => "menu-archive",
    })
}
