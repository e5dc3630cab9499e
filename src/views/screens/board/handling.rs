//! Everything a person can do with the board beyond looking at it: drag, keys, swipes, the menus of
//! the cards. A chunk of its own, so that the board is seen before its hands have come.

use leptos::prelude::*;

use super::{
    card::LiftedCard,
    card_menu, keyboard,
    lift::{Hands, LiftNote},
    phase_switch,
    view_state::BoardView,
};
use crate::{platform::measure, views::parts::drag};

/// Listens to the hands on this board and shows what they hold.
#[component]
pub fn Handling() -> impl IntoView {
    let view = BoardView::here();
    let listeners = (
        drag::listen(Hands::on(view).carry()),
        keyboard::listen(view),
        card_menu::listen(view),
        phase_switch::listen_for_swipes(view),
    );
    let _listeners = StoredValue::new_local(listeners);
    measure::mark_when_drawn("usable");
    view! {
        <LiftedCard/>
        <LiftNote/>
    }
}
