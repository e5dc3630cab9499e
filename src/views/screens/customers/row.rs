//! One row of the table. It gets an id and reads its own customer.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::{
    cells::{DueCell, ViewCell, YearCell},
    columns::Column,
    selection::{Selection, Through},
    table::{Asked, Frame},
    visible::Glass,
};
use crate::{
    domain::{Card, CustomerId},
    route::{Route, Shelf},
    state::{Done, use_state},
    views::ui::use_words,
};

/// The row of a customer.
#[component]
pub fn Row(
    /// Whose.
    id: CustomerId,
    /// What is asked for.
    asked: Asked,
    /// What is ticked.
    selection: Selection,
    /// The window it stands in.
    glass: Glass,
    /// What all rows share.
    frame: Memo<Frame>,
) -> impl IntoView {
    let state = use_state();
    let card = Memo::new(move |_| state.with(|workspace| workspace.card(id).cloned()));
    let place = move || {
        let place = glass.visible.with(|visible| visible.place_of(id));
        place.map(|place| (place + 2).to_string())
    };
    view! {
        <tr
            data-testid="row"
            data-id=id.to_string()
            aria-rowindex=place
        >
            <TickCell card id selection/>
            {move || {
                let in_trash = asked.shelf() == Shelf::Trash;
                card.get().map(|card| view! { <Cells card in_trash frame=frame.get()/> })
            }}
        </tr>
    }
}

#[component]
fn TickCell(card: Memo<Option<Arc<Card>>>, id: CustomerId, selection: Selection) -> impl IntoView {
    let t = use_words();
    let label = move || {
        card.with(|card| {
            let name = card.as_ref().map(|card| card.customer.details.name.as_str());
            t.customers_select(name.unwrap_or_default())
        })
    };
    let shift = StoredValue::new(false);
    view! {
        <td class="of-tick">
            <input
                type="checkbox"
                class="check"
                aria-label=label
                prop:checked=move || selection.holds(id)
                on:click=move |event: ev::MouseEvent| shift.set_value(event.shift_key())
                on:change=move |event| {
                    let through = shift.get_value().then_some(Through);
                    selection.tick(id, event_target_checked(&event), through);
                }
            />
        </td>
    }
}

/// Everything behind the tick.
#[component]
fn Cells(card: Arc<Card>, in_trash: bool, frame: Frame) -> impl IntoView {
    let t = use_words();
    let Frame { today, settings, grouping } = frame;
    let customer = Arc::clone(&card.customer);
    let (details, profile) = (&customer.details, &customer.profile);
    let column = grouping.column_of(&customer, &settings.columns);
    let phase = t.column(column, grouping, &settings);
    let worth = details.worth.map(|worth| t.worth(&settings, worth)).unwrap_or_default();
    let person = details.people.first().map(|person| person.name.clone()).unwrap_or_default();
    let person_title = person.clone();
    let is_expected = details.worth.is_some_and(|worth| worth.expected);
    let title = is_expected.then(|| t.customers_expected());
    let (own, theirs) = (profile.own_view, profile.customer_view.view);
    view! {
        <NameCell id=customer.id name=details.name.clone() person=person.clone()/>
        <td class=Column::Person.class() title=person_title>{person}</td>
        <td class=Column::Phase.class()>
            <span class="phase-dot" data-phase=profile.phase.key()>{phase}</span>
        </td>
        <td class=Column::Type.class()>{t.relation_type(profile.main_type)}</td>
        <td class=Column::Intensity.class()>{t.intensity(profile.intensity)}</td>
        <td class=Column::OwnView.class()><ViewCell view=own voice="ours"/></td>
        <td class=Column::CustomerView.class()><ViewCell view=theirs voice="theirs"/></td>
        <td class=Column::Year.class()><YearCell customer=Arc::clone(&customer) today/></td>
        {if in_trash {
            view! { <RestoreCell id=customer.id name=details.name.clone()/> }.into_any()
        } else {
            view! { <td class=Column::Next.class()><DueCell card=Arc::clone(&card) today/></td> }.into_any()
        }}
        <td class=Column::Worth.class() title=title>
            <data class:is-expected=is_expected>{worth}</data>
            <span class="phone-only"><DueCell card today/></span>
        </td>
    }
}

#[component]
fn NameCell(id: CustomerId, name: String, person: String) -> impl IntoView {
    let title = name.clone();
    view! {
        <th scope="row" class=Column::Customer.class() title=title>
            <a href=Route::Customer(id).to_string()>{name}</a>
            <small class="phone-only">{person}</small>
        </th>
    }
}

#[component]
fn RestoreCell(id: CustomerId, name: String) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let restore = move |_| {
        // Refused only when another tab took the file away, and then the row goes as well.
        let _ = state.commit(Done::Restored(id), |workspace, _| workspace.restore(id));
    };
    view! {
        <td class=Column::Next.class()>
            <button
                type="button"
                class="button small"
                data-testid="restore"
                aria-label=t.customers_restore_one(&name)
                on:click=restore
            >
                {t.customers_restore()}
            </button>
        </td>
    }
}
