//! One community group: topic, tips, members, and who could be invited (R34).

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::{
    fields::{Pick, id_in},
    group_log::{events, posts},
    prose_view::prose_view,
    view_state::IdeasView,
};
use crate::{
    domain::{
        CustomerId, Group, GroupId, Member, Membership, Refusal, Ties, Workspace, invitation_hints,
    },
    route::Route,
    state::{Deed, Done},
    views::{
        parts::{Icon, MenuItem, OpenMenu},
        shell::use_menu,
        ui::{Dialog, IdeaDialog},
    },
};

/// A group as its blocks read it.
pub type Read = Memo<Option<Arc<Group>>>;

/// How many customers are proposed.
const HINTS: usize = 5;

/// A group.
pub fn group(view: IdeasView, id: GroupId) -> AnyView {
    let read: Read = Memo::new(move |_| view.state.with(|ws| ws.group(id).cloned()));
    view! {
        <article class="group block" data-testid="group" data-id=id.to_string()>
            {move || read.get().map(|group| head(view, &group))}
            <div class="group-columns">
                <div>
                    {members(view, id, read)}
                    {hints(view, id, read)}
                </div>
                <div>
                    {events(view, id, read)}
                    {posts(view, id, read)}
                </div>
            </div>
        </article>
    }
    .into_any()
}

/// Changes a group and says what was done.
pub fn change(
    view: IdeasView,
    id: GroupId,
    deed: Deed,
    change: impl FnOnce(&mut Workspace) -> Result<(), Refusal>,
) -> bool {
    let name = view.state.peek(|ws| ws.group(id).map(|group| group.details.name.clone()));
    let done = Done::Shaped(name.unwrap_or_default(), deed);
    let changed = view.state.commit(done, |ws, _| change(ws));
    if let Err(refusal) = changed {
        view.ui.warn(view.t.refusal(refusal));
    }
    changed.is_ok()
}

fn head(view: IdeasView, group: &Group) -> AnyView {
    let (ui, t, menu) = (view.ui, view.t, use_menu());
    let id = group.id;
    let details = &group.details;
    let members = group.members.values().filter(|m| m.state == Membership::Member).count();
    let facts = [t.group_kind(details.kind), " · ", &t.ideas_group_members(members)].concat();
    let open = move |event: ev::MouseEvent| {
        let edit = move || ui.open(Dialog::Idea(IdeaDialog::Group(Some(id))));
        let trash = move || {
            let today = view.state.moment().today();
            change(view, id, Deed::Trashed, |ws| ws.trash_group(id, Some(today)));
        };
        let items = vec![
            MenuItem::action(t.ideas_edit(), "edit", edit).with_test_id("group-edit"),
            MenuItem::action(t.ideas_trash(), "trash", trash).with_test_id("group-trash"),
        ];
        menu.set(Some(OpenMenu::at(&event, t.ideas_group_edit(), items)));
    };
    let topic =
        (!details.topic.is_empty()).then(|| view! { <p class="topic">{details.topic.clone()}</p> });
    let tips = (!details.tips.is_empty()).then(|| {
        view! {
            <section class="group-tips">
                <h3>{t.field_tips()}</h3>
                {prose_view(&details.tips)}
            </section>
        }
    });
    view! {
        <header>
            <h2>{details.name.clone()}</h2>
            <small>{facts}</small>
            <button
                class="icon-button small"
                data-testid="group-menu"
                aria-label=t.ideas_menu(&details.name)
                aria-haspopup="menu"
                on:click=open
            >
                <Icon name="more"/>
            </button>
        </header>
        {topic}
        {tips}
    }
    .into_any()
}

fn members(view: IdeasView, id: GroupId, read: Read) -> AnyView {
    let t = view.t;
    let ids = move || {
        read.with(|group| group.iter().flat_map(|g| g.members.keys().copied()).collect::<Vec<_>>())
    };
    let nobody = move || {
        let is_empty = read.with(|group| group.as_ref().is_none_or(|g| g.members.is_empty()));
        is_empty.then(|| view! { <p class="quiet">{t.ideas_members_none()}</p> })
    };
    let who = Pick::new(id_in("member-customer", id));
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        match who.chosen(view.state) {
            Some(customer) if put(view, id, customer, Membership::Invited) => who.fill(""),
            Some(_) => {}
            None => view.ui.warn(t.ideas_unknown_customer()),
        }
    };
    view! {
        <section>
            <h3>{t.ideas_members()}</h3>
            {nobody}
            <ul class="guests" data-testid="members">
                <For each=ids key=|id| *id let:customer>{member(view, id, customer, read)}</For>
            </ul>
            <details class="fold">
                <summary data-testid="add-member"><Icon name="plus"/>{t.ideas_invite()}</summary>
                <form class="small-form" novalidate autocomplete="off" data-testid="member-form" on:submit=save>
                    {who.field(t.ideas_customer_label())}
                    <button class="button" data-testid="save-member">{t.ideas_invite()}</button>
                </form>
            </details>
        </section>
    }
    .into_any()
}

fn member(view: IdeasView, id: GroupId, customer: CustomerId, read: Read) -> AnyView {
    let t = view.t;
    let state = Memo::new(move |_| {
        read.with(|group| group.as_ref()?.members.get(&customer).map(|member| member.state))
    });
    let options = Membership::ALL.iter().map(|value| {
        let value = *value;
        let is_chosen = move || state.get() == Some(value);
        view! { <option value=value.key() prop:selected=is_chosen>{t.membership(value)}</option> }
    });
    let choose = move |event| {
        if let Some(state) = Membership::from_key(&event_target_value(&event)) {
            put(view, id, customer, state);
        }
    };
    let remove = move |_| {
        change(view, id, Deed::Guest, |ws| ws.remove_member(id, customer));
    };
    let name = view.name_of(customer);
    view! {
        <li>
            <a href=Route::Customer(customer).to_string()>{name.clone()}</a>
            <select aria-label=t.ideas_invitation_of(&name) on:change=choose>{options.collect_view()}</select>
            <button class="icon-button small" aria-label=t.ideas_remove(&name) on:click=remove>
                <Icon name="close"/>
            </button>
        </li>
    }
    .into_any()
}

fn put(view: IdeasView, id: GroupId, customer: CustomerId, state: Membership) -> bool {
    let member = Member { state, on: view.state.moment().today() };
    change(view, id, Deed::Guest, |ws| ws.put_member(id, customer, member))
}

/// Who shares the topic and a bond with us.
fn hints(view: IdeasView, id: GroupId, read: Read) -> AnyView {
    let t = view.t;
    let found = Memo::new(move |_| {
        read.with(|group| {
            let group = group.as_ref()?;
            Some(view.state.with(|ws| invitation_hints(ws, group, HINTS)))
        })
    });
    let list = move || {
        let hints = found.get().filter(|hints| !hints.is_empty())?;
        let rows = hints.into_iter().map(|hint| {
            let name = view.name_of(hint.customer);
            let why = match hint.ties {
                Ties::Strong => t.ideas_hint_strong(&hint.shared),
                Ties::Fine => t.ideas_hint_fine(&hint.shared),
            };
            let invite = move |_| {
                put(view, id, hint.customer, Membership::Invited);
            };
            view! {
                <li>
                    <span>{name.clone()} <small>{why}</small></span>
                    <button class="button" data-testid="invite-hint" aria-label=t.ideas_invite_name(&name) on:click=invite>
                        {t.ideas_invite()}
                    </button>
                </li>
            }
        });
        Some(view! {
            <section data-testid="hints">
                <h3>{t.ideas_hints()}</h3>
                <p class="quiet">{t.ideas_hints_lead()}</p>
                <ul class="guests">{rows.collect_view()}</ul>
            </section>
        })
    };
    list.into_any()
}
