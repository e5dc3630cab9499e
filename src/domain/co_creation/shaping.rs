//! Where ideas, polls and groups are kept, with the indexes that answer at any size.

use std::sync::Arc;

use imbl::{OrdMap, OrdSet, ordmap::DiffItem};

use super::{group::Group, idea::Idea, idea_card::IdeaCard, poll::Poll};
use crate::domain::{CustomerId, GroupId, IdeaId, PollId, Workspace};

/// Every idea, poll and group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoCreation {
    ideas: OrdMap<IdeaId, Arc<IdeaCard>>,
    /// The ideas each customer is behind.
    behind: OrdMap<CustomerId, OrdSet<IdeaId>>,
    polls: OrdMap<PollId, Arc<Poll>>,
    groups: OrdMap<GroupId, Arc<Group>>,
}

impl CoCreation {
    fn put_idea(&mut self, idea: Idea) {
        let before = self.ideas.get(&idea.id).map(|card| card.idea.voices.clone());
        for item in before.unwrap_or_default().diff(&idea.voices) {
            match item {
                DiffItem::Add(customer, _) => {
                    self.behind.entry(*customer).or_default().insert(idea.id);
                }
                DiffItem::Remove(customer, _) => self.forget(*customer, idea.id),
                DiffItem::Update { .. } => {}
            }
        }
        self.ideas.insert(idea.id, Arc::new(IdeaCard::of(idea)));
    }

    fn remove_idea(&mut self, id: IdeaId) {
        let Some(card) = self.ideas.remove(&id) else { return };
        for customer in card.idea.voices.keys() {
            self.forget(*customer, id);
        }
    }

    fn forget(&mut self, customer: CustomerId, idea: IdeaId) {
        if let Some(ideas) = self.behind.get_mut(&customer) {
            ideas.remove(&idea);
            if ideas.is_empty() {
                self.behind.remove(&customer);
            }
        }
    }
}

/// The ids of what differs between two maps, in either direction.
fn differing<K: Copy + Ord, V: PartialEq>(before: &OrdMap<K, V>, after: &OrdMap<K, V>) -> Vec<K> {
    let id = |item: DiffItem<'_, '_, K, V>| match item {
        DiffItem::Add(id, _) | DiffItem::Remove(id, _) => *id,
        DiffItem::Update { old: (id, _), .. } => *id,
    };
    before.diff(after).map(id).collect()
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
        let ideas = self.shaping.behind.get(&customer).into_iter().flatten();
        ideas.filter_map(|id| self.shaping.ideas.get(id))
    }

    /// Takes an idea as it is.
    pub fn put_idea(&mut self, idea: Idea) {
        self.shaping.put_idea(idea);
    }

    /// Takes an idea out altogether: the undo of a new one.
    pub fn remove_idea(&mut self, id: IdeaId) {
        self.shaping.remove_idea(id);
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
        self.shaping.polls.insert(poll.id, Arc::new(poll));
    }

    /// Takes a poll out altogether: the undo of a new one.
    pub fn remove_poll(&mut self, id: PollId) {
        self.shaping.polls.remove(&id);
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
        self.shaping.groups.insert(group.id, Arc::new(group));
    }

    /// Takes a group out altogether: the undo of a new one.
    pub fn remove_group(&mut self, id: GroupId) {
        self.shaping.groups.remove(&id);
    }

    /// The groups that differ from an earlier workspace, in either direction.
    pub fn groups_changed_since(&self, earlier: &Self) -> Vec<GroupId> {
        differing(&earlier.shaping.groups, &self.shaping.groups)
    }
}
