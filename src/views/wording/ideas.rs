//! The words for every value of ideas, polls and groups.

use super::Language;
use crate::{
    domain::{
        Category, GroupKind, GuestRole, IdeaSort, IdeaSource, IdeaState, Invitation, Membership,
        VoiceHow,
    },
    state::Deed,
};

impl Language {
    /// Where an idea stands.
    pub fn idea_state(self, state: IdeaState) -> &'static str {
        match state {
            IdeaState::New => self.ideas_state_new(),
            IdeaState::Review => self.ideas_state_review(),
            IdeaState::Planned => self.ideas_state_planned(),
            IdeaState::Progress => self.ideas_state_progress(),
            IdeaState::Shipped => self.ideas_state_shipped(),
            IdeaState::Declined => self.ideas_state_declined(),
            IdeaState::Merged => self.ideas_state_merged(),
        }
    }

    /// What a column of the board is about.
    pub fn idea_state_hint(self, state: IdeaState) -> &'static str {
        match state {
            IdeaState::New => self.ideas_hint_new(),
            IdeaState::Review => self.ideas_hint_review(),
            IdeaState::Planned => self.ideas_hint_planned(),
            IdeaState::Progress => self.ideas_hint_progress(),
            IdeaState::Shipped => self.ideas_hint_shipped(),
            IdeaState::Declined | IdeaState::Merged => self.ideas_hint_declined(),
        }
    }

    /// What a customer is told of a state.
    pub fn idea_news(self, state: IdeaState) -> &'static str {
        match state {
            IdeaState::New | IdeaState::Merged => self.ideas_news_new(),
            IdeaState::Review => self.ideas_news_review(),
            IdeaState::Planned => self.ideas_news_planned(),
            IdeaState::Progress => self.ideas_news_progress(),
            IdeaState::Shipped => self.ideas_news_shipped(),
            IdeaState::Declined => self.ideas_news_declined(),
        }
    }

    /// Where an idea comes from.
    pub fn idea_source(self, source: IdeaSource) -> &'static str {
        match source {
            IdeaSource::Feedback => self.ideas_source_feedback(),
            IdeaSource::Call => self.ideas_source_call(),
            IdeaSource::Community => self.ideas_source_community(),
            IdeaSource::Survey => self.ideas_source_survey(),
        }
    }

    /// What an idea is about.
    pub fn idea_category(self, category: Category) -> &'static str {
        match category {
            Category::Product => self.ideas_category_product(),
            Category::Service => self.ideas_category_service(),
            Category::Marketing => self.ideas_category_marketing(),
        }
    }

    /// How a voice came.
    pub fn voice_how(self, how: VoiceHow) -> &'static str {
        match how {
            VoiceHow::Talk => self.ideas_how_talk(),
            VoiceHow::Survey => self.ideas_how_survey(),
            VoiceHow::Call => self.ideas_how_call(),
            VoiceHow::Group => self.ideas_how_group(),
            VoiceHow::Case => self.ideas_how_case(),
            VoiceHow::Letter => self.ideas_how_letter(),
        }
    }

    /// As what a customer takes part.
    pub fn guest_role(self, role: GuestRole) -> &'static str {
        match role {
            GuestRole::Test => self.ideas_role_test(),
            GuestRole::Beta => self.ideas_role_beta(),
            GuestRole::Launch => self.ideas_role_launch(),
        }
    }

    /// How far an invitation has come.
    pub fn invitation(self, invitation: Invitation) -> &'static str {
        match invitation {
            Invitation::Planned => self.ideas_invitation_planned(),
            Invitation::Invited => self.ideas_invitation_invited(),
            Invitation::Accepted => self.ideas_invitation_accepted(),
            Invitation::Declined => self.ideas_invitation_declined(),
            Invitation::Attended => self.ideas_invitation_attended(),
        }
    }

    /// What a group is.
    pub fn group_kind(self, kind: GroupKind) -> &'static str {
        match kind {
            GroupKind::Forum => self.ideas_group_forum(),
            GroupKind::Social => self.ideas_group_social(),
            GroupKind::RoundTable => self.ideas_group_round_table(),
        }
    }

    /// How far a customer has come with a group.
    pub fn membership(self, membership: Membership) -> &'static str {
        match membership {
            Membership::Invited => self.ideas_member_invited(),
            Membership::Member => self.ideas_member_member(),
            Membership::Declined => self.ideas_member_declined(),
        }
    }

    /// What comes first.
    pub fn idea_sort(self, sort: IdeaSort) -> &'static str {
        match sort {
            IdeaSort::Votes => self.ideas_sort_votes(),
            IdeaSort::Customers => self.ideas_sort_customers(),
            IdeaSort::Weight => self.ideas_sort_weight(),
            IdeaSort::Newest => self.ideas_sort_newest(),
            IdeaSort::Undecided => self.ideas_sort_undecided(),
        }
    }

    /// What was done.
    pub fn deed(self, deed: Deed) -> &'static str {
        match deed {
            Deed::Added => self.ideas_deed_added(),
            Deed::Edited => self.ideas_deed_edited(),
            Deed::Turned(state) => self.idea_state(state),
            Deed::Decided => self.ideas_deed_decided(),
            Deed::Voice => self.ideas_deed_voice(),
            Deed::VoiceGone => self.ideas_deed_voice_gone(),
            Deed::Told => self.ideas_deed_told(),
            Deed::Said => self.ideas_deed_said(),
            Deed::Merged => self.ideas_deed_merged(),
            Deed::Guest => self.ideas_deed_guest(),
            Deed::Trashed => self.ideas_deed_trashed(),
            Deed::Restored => self.ideas_deed_restored(),
        }
    }
}
