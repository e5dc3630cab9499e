//! Who takes part in the launch of an idea, and how far each invitation has come (D41).

use leptos::{ev, prelude::*};

use super::{
    fields::{Pick, choice},
    panel::Read,
    view_state::IdeasView,
};
use crate::{
    domain::{CustomerId, Guest, GuestRole, IdeaId, Invitation},
    state::{Deed, Done},
    views::parts::Icon,
};

/// The participants.
pub fn launch(view: IdeasView, id: IdeaId, read: Read) -> AnyView {
    let t = view.t;
    let guests = move || {
        read.with(|idea| {
            idea.iter().flat_map(|idea| idea.guests.keys().copied()).collect::<Vec<_>>()
        })
    };
    let nobody = move || {
        let is_empty = read.with(|idea| idea.as_ref().is_none_or(|idea| idea.guests.is_empty()));
        is_empty.then(|| view! { <p class="quiet">{t.ideas_launch_none()}</p> })
    };
    view! {
        <section class="block">
            <header><h3>{t.ideas_launch()}</h3></header>
            {nobody}
            <ul class="guests" data-testid="guests">
                <For each=guests key=|id| *id let:customer>{guest(view, id, customer, read)}</For>
            </ul>
            {form(view, id)}
        </section>
    }
    .into_any()
}

fn guest(view: IdeasView, id: IdeaId, customer: CustomerId, read: Read) -> AnyView {
    let t = view.t;
    let guest = Memo::new(move |_| {
        read.with(|idea| idea.as_ref().and_then(|idea| idea.guests.get(&customer).copied()))
    });
    let role = move || guest.get().map(|guest| t.guest_role(guest.role));
    let options = Invitation::ALL.iter().map(|value| {
        let value = *value;
        let is_chosen = move || guest.with(|g| g.is_some_and(|guest| guest.invitation == value));
        view! { <option value=value.key() prop:selected=is_chosen>{t.invitation(value)}</option> }
    });
    let change = move |event| {
        let key = event_target_value(&event);
        if let (Some(guest), Some(invitation)) = (guest.get_untracked(), Invitation::from_key(&key))
        {
            put(view, id, customer, Guest { invitation, ..guest });
        }
    };
    let remove = move |_| {
        let done = Done::Shaped(view.title_of(id), Deed::Guest);
        let _ = view.state.commit(done, |ws, _| ws.remove_guest(id, customer));
    };
    let name = view.name_of(customer);
    view! {
        <li>
            <span>{name.clone()} <small>{role}</small></span>
            <select aria-label=t.ideas_invitation_of(&name) data-testid="guest-invitation" on:change=change>
                {options.collect_view()}
            </select>
            <button class="icon-button small" aria-label=t.ideas_remove(&name) on:click=remove>
                <Icon name="close"/>
            </button>
        </li>
    }
    .into_any()
}

fn put(view: IdeasView, id: IdeaId, customer: CustomerId, guest: Guest) -> bool {
    let done = Done::Shaped(view.title_of(id), Deed::Guest);
    let put = view.state.commit(done, |ws, moment| {
        ws.put_guest(id, customer, Guest { on: moment.today(), ..guest })
    });
    if let Err(refusal) = put {
        view.ui.warn(view.t.refusal(refusal));
    }
    put.is_ok()
}

fn form(view: IdeasView, id: IdeaId) -> AnyView {
    let t = view.t;
    let who = Pick::new("guest-customer");
    let role = RwSignal::new(GuestRole::Test.key().to_owned());
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(customer) = who.chosen(view.state) else {
            view.ui.warn(t.ideas_unknown_customer());
            return;
        };
        let guest = Guest {
            role: role.with_untracked(|role| GuestRole::from_key(role)).unwrap_or(GuestRole::Test),
            invitation: Invitation::Planned,
            on: view.state.moment().today(),
        };
        if put(view, id, customer, guest) {
            who.fill("");
        }
    };
    view! {
        <details class="fold">
            <summary data-testid="add-guest"><Icon name="plus"/>{t.ideas_launch_add()}</summary>
            <form class="small-form" novalidate autocomplete="off" data-testid="guest-form" on:submit=save>
                {who.field(t.ideas_customer_label())}
                {choice("guest-role", t.ideas_role_label(), role, GuestRole::ALL, |role| (role.key(), t.guest_role(role)))}
                <button class="button" data-testid="save-guest">{t.ideas_add()}</button>
            </form>
        </details>
    }
    .into_any()
}
