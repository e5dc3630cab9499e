//! Community groups: customers in exchange with each other and with us (C28, C29).

use leptos::prelude::*;

use super::{group::group, view_state::IdeasView};
use crate::domain::GroupId;

/// Every group, by name.
pub fn groups(view: IdeasView) -> AnyView {
    let t = view.t;
    let ids = Memo::new(move |_| {
        view.state.with(|ws| {
            let mut groups: Vec<_> = ws.groups().filter(|group| group.trashed.is_none()).collect();
            groups.sort_by_key(|group| crate::domain::fold(&group.details.name));
            groups.into_iter().map(|group| group.id).collect::<Vec<GroupId>>()
        })
    });
    let nothing = move || {
        ids.with(Vec::is_empty)
            .then(|| view! { <p class="nothing-found">{t.ideas_group_empty()}</p> })
    };
    view! {
        {nothing}
        <div class="groups" data-testid="groups">
            <For each=move || ids.get() key=|id| *id let:id>{group(view, id)}</For>
        </div>
    }
    .into_any()
}
