//! What was done, in one sentence.

use super::Language;
use crate::{
    domain::{CustomerId, Grouping, Standing, Workspace},
    state::Done,
};

impl Language {
    /// The sentence of a message.
    pub fn done(self, done: &Done, workspace: &Workspace, grouping: Grouping) -> String {
        let name = |id: &CustomerId| {
            let customer = workspace.customer(*id);
            customer.map(|customer| customer.details.name.clone()).unwrap_or_default()
        };
        match done {
            Done::Created(id) => self.done_created(&name(id)),
            Done::Edited(id) => self.done_edited(&name(id)),
            Done::Moved { customer, to } => {
                let column = self.column(*to, grouping, workspace.settings());
                self.done_moved(&column, &name(customer))
            }
            Done::Reordered(id) => self.done_reordered(&name(id)),
            Done::Logged { channel, mood, .. } => match mood {
                Some(mood) => self.done_logged_with_mood(self.channel(*channel), self.mood(*mood)),
                None => self.done_logged(self.channel(*channel)),
            },
            Done::ContactEdited(id) => self.done_contact_edited(&name(id)),
            Done::ContactRemoved(id) => self.done_contact_removed(&name(id)),
            Done::StepDone(id) => self.done_step_done(&name(id)),
            Done::DueDone(id) => self.done_due_done(&name(id)),
            Done::DuePutOff(id) => self.done_due_put_off(&name(id)),
            Done::DueDismissed(id) => self.done_due_dismissed(&name(id)),
            Done::DueTakenUp(id) => self.done_due_taken_up(&name(id)),
            Done::Standing(id, standing) => match standing {
                Standing::Active => self.done_active(&name(id)),
                Standing::Resting => self.done_resting(&name(id)),
                Standing::Lost => self.done_lost(&name(id)),
                Standing::Archived => self.done_archived(&name(id)),
            },
            Done::Trashed(id) => self.done_trashed(&name(id)),
            Done::Restored(id) => self.done_restored(&name(id)),
            Done::Imported { added, filled: 0 } => self.done_imported(*added),
            Done::Imported { added, filled } => {
                self.done_imported_and_filled(&added.to_string(), &filled.to_string())
            }
            Done::CameBack { n } => self.done_came_back(*n),
            Done::WentBack => self.done_went_back().to_owned(),
            Done::Many { n } => self.done_many(*n),
            Done::Recorded(kind) => self.record_saved(self.matter_kind(*kind)),
            Done::RecordRemoved(kind) => self.record_removed(self.matter_kind(*kind)),
            Done::AssetKept(kind) => self.record_saved(self.asset_kind(*kind)),
            Done::AssetRemoved(kind) => self.record_removed(self.asset_kind(*kind)),
            Done::Shaped(name, deed) => self.done_shaped(self.deed(*deed), name),
            Done::Settings => self.done_settings().to_owned(),
            Done::Undone(step) => self.done_undone(&self.done(step, workspace, grouping)),
        }
    }
}
