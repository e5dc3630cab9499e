//! One deed for many customers: one commit, and if one of them refuses, nothing happened.

use leptos::prelude::*;

use super::selection::Selection;
use crate::{
    domain::{
        ColumnKey, CustomerId, Grouping, Place, Refusal, Standing, TAG_MAX, TAGS_MAX, Workspace,
        clean_line,
    },
    state::{AppState, Done, Moment, use_state},
    views::{ui::use_words, wording::Language},
};

/// The ticked customers as those to whom something is done.
#[derive(Clone, Copy)]
pub struct Many {
    state: AppState,
    t: Language,
    selection: Selection,
    /// Why the last deed was refused.
    pub problem: RwSignal<Option<&'static str>>,
}

impl Many {
    /// The ticked ones.
    pub fn of(selection: Selection) -> Self {
        Self { state: use_state(), t: use_words(), selection, problem: RwSignal::new(None) }
    }

    /// Moves them into a column.
    pub fn move_to(&self, grouping: Grouping, to: ColumnKey) {
        self.commit(
            |customer| Done::Moved { customer, to },
            |workspace, id, moment| {
                let today = moment.today();
                workspace.move_customer(id, grouping, to, Place::default(), today, moment)
            },
        );
    }

    /// Puts them on or off the board.
    pub fn set_standing(&self, standing: Standing) {
        self.commit(
            |id| Done::Standing(id, standing),
            |workspace, id, _| workspace.set_standing(id, standing),
        );
        self.selection.clear();
    }

    /// Puts them into the trash.
    pub fn trash(&self) {
        self.commit(Done::Trashed, |workspace, id, moment| workspace.trash(id, moment.today()));
        self.selection.clear();
    }

    /// Takes them out of the trash.
    pub fn restore(&self) {
        self.commit(Done::Restored, |workspace, id, _| workspace.restore(id));
        self.selection.clear();
    }

    /// Gives them a tag, or takes it away. Those that have as many as fit are left as they are.
    pub fn tag(&self, tag: &str, change: TagChange) {
        let tag: String = clean_line(tag).chars().take(TAG_MAX).collect();
        if tag.is_empty() {
            return;
        }
        self.commit(Done::Edited, |workspace, id, moment| {
            let customer = workspace.customer(id).ok_or(Refusal::UnknownCustomer)?;
            let (mut details, profile) = (customer.details.clone(), customer.profile.clone());
            details.tags.retain(|has| *has != tag);
            if change == TagChange::Add && details.tags.len() < TAGS_MAX {
                details.tags.push(tag.clone());
            }
            workspace.edit_customer(id, details, profile, moment.today(), moment)
        });
    }

    fn commit(
        &self,
        done: impl FnOnce(CustomerId) -> Done,
        change: impl Fn(&mut Workspace, CustomerId, &mut Moment) -> Result<(), Refusal>,
    ) {
        let ids = self.selection.chosen.get_untracked();
        let done = match ids.as_slice() {
            [] => return,
            [one] => done(*one),
            many => Done::Many { n: many.len() },
        };
        let made = self.state.commit(done, |workspace, moment| {
            ids.iter().try_for_each(|id| change(workspace, *id, moment))
        });
        self.problem.set(made.err().map(|refusal| self.t.refusal(refusal)));
    }
}

/// What happens to a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagChange {
    /// It is given.
    Add,
    /// It is taken away.
    Remove,
}
