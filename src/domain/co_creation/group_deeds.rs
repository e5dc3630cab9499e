//! What can be done with community groups.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{
    deeds::room,
    group::{Event, Group, GroupDetails, Member, Post, PostLink},
};
use crate::domain::{
    CustomerId, EventId, GroupId, PostId, Refusal, Workspace,
    limits::{POSTS_MAX, VOICES_MAX},
};

impl Workspace {
    /// Writes down a group.
    pub fn add_group(&mut self, id: GroupId, details: GroupDetails, today: NaiveDate) {
        self.put_group(Group::new(id, details, today));
    }

    /// Replaces what a group is.
    pub fn edit_group(&mut self, id: GroupId, details: GroupDetails) -> Result<(), Refusal> {
        self.change_group(id, |group| {
            group.details = details;
            Ok(())
        })
    }

    /// Invites a customer, or says how far they have come.
    pub fn put_member(
        &mut self,
        id: GroupId,
        customer: CustomerId,
        member: Member,
    ) -> Result<(), Refusal> {
        self.customer(customer).ok_or(Refusal::UnknownCustomer)?;
        self.change_group(id, |group| {
            group.members.insert(customer, member);
            room(group.members.len(), VOICES_MAX)
        })
    }

    /// Takes a customer out of a group.
    pub fn remove_member(&mut self, id: GroupId, customer: CustomerId) -> Result<(), Refusal> {
        self.change_group(id, |group| {
            group.members.remove(&customer).map(|_| ()).ok_or(Refusal::UnknownCustomer)
        })
    }

    /// Adds a meeting.
    pub fn put_event(
        &mut self,
        id: GroupId,
        event: EventId,
        content: Event,
    ) -> Result<(), Refusal> {
        self.change_group(id, |group| {
            group.events.insert((content.on, event), Arc::new(content));
            room(group.events.len(), POSTS_MAX)
        })
    }

    /// Takes a meeting out.
    pub fn remove_event(&mut self, id: GroupId, event: EventId) -> Result<(), Refusal> {
        self.change_group(id, |group| {
            let key = group.events.keys().find(|(_, known)| *known == event).copied();
            group.events.remove(&key.ok_or(Refusal::Unknown)?);
            Ok(())
        })
    }

    /// Adds an entry to the log.
    pub fn put_post(&mut self, id: GroupId, post: PostId, content: Post) -> Result<(), Refusal> {
        self.change_group(id, |group| {
            group.posts.insert((content.on, post), Arc::new(content));
            room(group.posts.len(), POSTS_MAX)
        })
    }

    /// Notes what an entry of the log became.
    pub fn link_post(&mut self, id: GroupId, post: PostId, to: PostLink) -> Result<(), Refusal> {
        self.change_group(id, |group| {
            let mut linked = group.post(post).ok_or(Refusal::Unknown)?.as_ref().clone();
            linked.became = Some(to);
            group.posts.insert((linked.on, post), Arc::new(linked));
            Ok(())
        })
    }

    /// Takes an entry out of the log.
    pub fn remove_post(&mut self, id: GroupId, post: PostId) -> Result<(), Refusal> {
        self.change_group(id, |group| {
            let key = group.posts.keys().find(|(_, known)| *known == post).copied();
            group.posts.remove(&key.ok_or(Refusal::Unknown)?);
            Ok(())
        })
    }

    /// Puts a group into the trash, or takes it out with no day.
    pub fn trash_group(&mut self, id: GroupId, day: Option<NaiveDate>) -> Result<(), Refusal> {
        self.change_group(id, |group| {
            group.trashed = day;
            Ok(())
        })
    }

    fn change_group(
        &mut self,
        id: GroupId,
        change: impl FnOnce(&mut Group) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let mut group = self.group(id).ok_or(Refusal::Unknown)?.as_ref().clone();
        change(&mut group)?;
        self.put_group(group);
        Ok(())
    }
}
