//! Where ideas, polls and groups are kept.

use std::sync::Arc;

use super::{group::Group, idea::Idea, idea_card::IdeaCard, poll::Poll};
use crate::domain::{
    CustomerId, GroupId, IdeaId, PollId, Workspace,
    shared::{Shared, differing},
};

/// Every idea, poll and group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoCreation {
    ideas: Shared<IdeaId, IdeaCard>,
    polls: Shared<PollId, Poll>,
    groups: Shared<GroupId, Group>,
}

/// Ideas, polls and groups as they are: from storage, another tab or an undo.
impl Workspace {
    /// An idea.
    pub fn idea(&self, id: IdeaId) -> Option<&Arc<Idea>> {
        self.shaping.ideas.get(&id).map(|card| &card.idea)
    }

    /// An idea's card.
    pub fn idea_card(&self, id: IdeaId) -> Option<&Arc<IdeaCard>> {
        self.shaping.ideas.get(&id)
    }

    /// Every idea, those in the trash and those that were merged included, oldest id first.
    pub fn ideas(&self) -> impl DoubleEndedIterator<Item = &Arc<IdeaCard>> {
        self.shaping.ideas.values()
    }

    /// The ideas a customer is behind.
    pub fn ideas_of(&self, customer: CustomerId) -> impl Iterator<Item = &Arc<IdeaCard>> {
        let ideas = self.shaping.ideas.values();
        ideas.filter(move |card| card.idea.voices.contains_key(&customer))
    }

    /// Takes an idea as it is.
    pub fn put_idea(&mut self, idea: Idea) {
        Arc::make_mut(&mut self.shaping.ideas).insert(idea.id, Arc::new(IdeaCard::of(idea)));
    }

    /// Takes an idea out altogether: the undo of a new one.
    pub fn remove_idea(&mut self, id: IdeaId) {
        Arc::make_mut(&mut self.shaping.ideas).remove(&id);
    }

    /// The ideas that differ from an earlier workspace, in either direction.
    pub fn ideas_changed_since(&self, earlier: &Self) -> Vec<IdeaId> {
        differing(&earlier.shaping.ideas, &self.shaping.ideas)
    }

    /// A poll.
    pub fn poll(&self, id: PollId) -> Option<&Arc<Poll>> {
        self.shaping.polls.get(&id)
    }

    /// Every poll, those in the trash included.
    pub fn polls(&self) -> impl DoubleEndedIterator<Item = &Arc<Poll>> {
        self.shaping.polls.values()
    }

    /// Takes a poll as it is.
    pub fn put_poll(&mut self, poll: Poll) {
        Arc::make_mut(&mut self.shaping.polls).insert(poll.id, Arc::new(poll));
    }

    /// Takes a poll out altogether: the undo of a new one.
    pub fn remove_poll(&mut self, id: PollId) {
        Arc::make_mut(&mut self.shaping.polls).remove(&id);
    }

    /// The polls that differ from an earlier workspace, in either direction.
    pub fn polls_changed_since(&self, earlier: &Self) -> Vec<PollId> {
        differing(&earlier.shaping.polls, &self.shaping.polls)
    }

    /// A group.
    pub fn group(&self, id: GroupId) -> Option<&Arc<Group>> {
        self.shaping.groups.get(&id)
    }

    /// Every group, those in the trash included.
    pub fn groups(&self) -> impl DoubleEndedIterator<Item = &Arc<Group>> {
        self.shaping.groups.values()
    }

    /// Takes a group as it is.
    pub fn put_group(&mut self, group: Group) {
        Arc::make_mut(&mut self.shaping.groups).insert(group.id, Arc::new(group));
    }

    /// Takes a group out altogether: the undo of a new one.
    pub fn remove_group(&mut self, id: GroupId) {
        Arc::make_mut(&mut self.shaping.groups).remove(&id);
    }

    /// The groups that differ from an earlier workspace, in either direction.
    pub fn groups_changed_since(&self, earlier: &Self) -> Vec<GroupId> {
        differing(&earlier.shaping.groups, &self.shaping.groups)
    }
}
