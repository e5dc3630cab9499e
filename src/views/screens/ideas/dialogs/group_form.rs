//! The form of a community group.

use leptos::prelude::*;

use super::{
    super::fields::{choice, or_tell, problem_of},
    form, gone,
};
use crate::{
    domain::{Field, GroupDraft, GroupId, GroupKind, NewIds},
    state::{Deed, Done, use_state},
    views::{
        parts::{TextAreaField, TextField},
        ui::{use_ui, use_words},
    },
};

/// A new group, or an existing one.
pub fn group_form(id: Option<GroupId>) -> AnyView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let draft = match id {
        None => GroupDraft::default(),
        Some(id) => match state.peek(|ws| ws.group(id).map(|group| GroupDraft::of(group))) {
            Some(draft) => draft,
            None => return gone(),
        },
    };
    let (name, topic) = (RwSignal::new(draft.name), RwSignal::new(draft.topic));
    let (kind, tips) = (RwSignal::new(draft.kind.key().to_owned()), RwSignal::new(draft.tips));
    let problems = RwSignal::new(Vec::new());
    let save = move || {
        let draft = GroupDraft {
            name: name.get_untracked(),
            kind: kind.with_untracked(|k| GroupKind::from_key(k)).unwrap_or(GroupKind::RoundTable),
            topic: topic.get_untracked(),
            tips: tips.get_untracked(),
        };
        let Some(details) = or_tell(draft.check(), problems) else { return };
        let deed = if id.is_some() { Deed::Edited } else { Deed::Added };
        let done = Done::Shaped(details.name.clone(), deed);
        let saved = state.commit(done, |ws, moment| match id {
            Some(id) => ws.edit_group(id, details),
            None => {
                let id = GroupId(moment.next());
                ws.add_group(id, details, moment.today());
                Ok(())
            }
        });
        match saved {
            Ok(_) => ui.close(),
            Err(refusal) => ui.warn(t.refusal(refusal)),
        }
    };
    let body = view! {
        <TextField id="group-name" label=t.field_name() value=name problem=problem_of(problems, Field::GroupName) autofocus=true/>
        <div class="form-grid">
            {choice("group-kind", t.ideas_group_kind(), kind, GroupKind::ALL, |v| (v.key(), t.group_kind(v)))}
            <TextField id="group-topic" label=t.field_topic() value=topic problem=problem_of(problems, Field::Topic)/>
        </div>
        <TextAreaField id="group-tips" label=t.field_tips() value=tips problem=problem_of(problems, Field::Tips) rows=4/>
        <p class="hint">{t.ideas_form_hint()}</p>
    };
    let title = if id.is_some() { t.ideas_group_edit() } else { t.ideas_group_new() };
    form(title.to_owned(), save, body.into_any())
}
