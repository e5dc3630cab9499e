//! What can be done with ideas.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use super::{
    comment::Comment,
    idea::{Decision, Guest, Idea, IdeaDetails, IdeaState, Origin, Told, Voice},
};
use crate::domain::{
    Channel, CommentId, Contact, CustomerId, IdeaId, NewIds, OriginId, Refusal, TurnId, Workspace,
    limits::{COMMENTS_MAX, VOICES_MAX},
};

impl Workspace {
    /// Writes down an idea, with what it came out of and the customers behind it.
    pub fn add_idea(
        &mut self,
        id: IdeaId,
        details: IdeaDetails,
        origins: impl IntoIterator<Item = (OriginId, Origin)>,
        voices: impl IntoIterator<Item = (CustomerId, Voice)>,
        today: NaiveDate,
    ) {
        let mut idea = Idea::new(id, details, today);
        idea.origins.extend(origins);
        idea.voices.extend(voices);
        self.put_idea(idea);
    }

    /// Replaces what an idea is.
    pub fn edit_idea(&mut self, id: IdeaId, details: IdeaDetails) -> Result<(), Refusal> {
        self.change_idea(id, |idea| {
            idea.details = details;
            Ok(())
        })
    }

    /// Moves an idea to a state; everyone behind it is then to be told (R17).
    pub fn turn_idea(
        &mut self,
        id: IdeaId,
        to: IdeaState,
        now: NaiveDateTime,
        ids: &mut dyn NewIds,
    ) -> Result<(), Refusal> {
        if to == IdeaState::Merged {
            return Err(Refusal::AlreadyMerged);
        }
        self.change_idea(id, |idea| {
            idea.turn(to, TurnId(ids.next()), now);
            Ok(())
        })
    }

    /// Writes down why and when it was decided. Refused while nothing is decided.
    pub fn decide_idea(&mut self, id: IdeaId, decision: Decision) -> Result<(), Refusal> {
        self.change_idea(id, |idea| {
            if !idea.state.is_decided() {
                return Err(Refusal::Unknown);
            }
            idea.decision = Some(decision);
            Ok(())
        })
    }

    /// Puts a customer behind an idea; a second voice replaces the first.
    pub fn put_voice(
        &mut self,
        id: IdeaId,
        customer: CustomerId,
        voice: Voice,
    ) -> Result<(), Refusal> {
        self.customer(customer).ok_or(Refusal::UnknownCustomer)?;
        self.change_idea(id, |idea| {
            idea.voices.insert(customer, voice);
            room(idea.voices.len(), VOICES_MAX)
        })
    }

    /// Takes a customer away from behind an idea.
    pub fn remove_voice(&mut self, id: IdeaId, customer: CustomerId) -> Result<(), Refusal> {
        self.change_idea(id, |idea| {
            idea.voices.remove(&customer).map(|_| ()).ok_or(Refusal::UnknownCustomer)
        })
    }

    /// Adds a comment.
    pub fn comment_idea(
        &mut self,
        id: IdeaId,
        new: CommentId,
        comment: Comment,
    ) -> Result<(), Refusal> {
        self.change_idea(id, |idea| {
            idea.comments.insert((comment.at, new), Arc::new(comment));
            room(idea.comments.len(), COMMENTS_MAX)
        })
    }

    /// Takes a comment out.
    pub fn remove_comment(&mut self, id: IdeaId, comment: CommentId) -> Result<(), Refusal> {
        self.change_idea(id, |idea| {
            let key = idea.comments.keys().find(|(_, known)| *known == comment).copied();
            let key = key.ok_or(Refusal::Unknown)?;
            idea.comments.remove(&key);
            Ok(())
        })
    }

    /// Links an idea with what it came out of.
    pub fn link_idea(&mut self, id: IdeaId, from: OriginId, origin: Origin) -> Result<(), Refusal> {
        self.change_idea(id, |idea| {
            idea.origins.insert(from, origin);
            Ok(())
        })
    }

    /// Takes a link away again.
    pub fn unlink_idea(&mut self, id: IdeaId, from: OriginId) -> Result<(), Refusal> {
        self.change_idea(id, |idea| {
            idea.origins.remove(&from);
            Ok(())
        })
    }

    /// Lets a customer take part in the launch, or says how far the invitation has come (D41).
    pub fn put_guest(
        &mut self,
        id: IdeaId,
        customer: CustomerId,
        guest: Guest,
    ) -> Result<(), Refusal> {
        self.customer(customer).ok_or(Refusal::UnknownCustomer)?;
        self.change_idea(id, |idea| {
            idea.guests.insert(customer, guest);
            room(idea.guests.len(), VOICES_MAX)
        })
    }

    /// Takes a customer out of the launch.
    pub fn remove_guest(&mut self, id: IdeaId, customer: CustomerId) -> Result<(), Refusal> {
        self.change_idea(id, |idea| {
            idea.guests.remove(&customer).map(|_| ()).ok_or(Refusal::UnknownCustomer)
        })
    }

    /// Notes that a customer was told how the idea stands (C31, R17). With a contact it is also
    /// part of the customer's history.
    pub fn tell(
        &mut self,
        id: IdeaId,
        customer: CustomerId,
        how: Channel,
        on: NaiveDate,
        contact: Option<Contact>,
    ) -> Result<(), Refusal> {
        if let Some(contact) = contact {
            self.put_contact(customer, contact)?;
        }
        self.change_idea(id, |idea| {
            let (_, of) = idea.last_turn().ok_or(Refusal::Unknown)?;
            idea.told.insert(customer, Told { of, on, how });
            Ok(())
        })
    }

    /// Merges an idea into another: every customer behind the two counts once, comments and links
    /// live on there. Ideas that were merged into the first follow.
    pub fn merge_idea(
        &mut self,
        from: IdeaId,
        into: IdeaId,
        now: NaiveDateTime,
        ids: &mut dyn NewIds,
    ) -> Result<(), Refusal> {
        let merged = Arc::clone(self.idea(from).ok_or(Refusal::Unknown)?);
        let is_open = |idea: &Idea| idea.state != IdeaState::Merged;
        let target = self.idea(into).ok_or(Refusal::Unknown)?;
        if from == into || !is_open(&merged) || !is_open(target) {
            return Err(Refusal::AlreadyMerged);
        }
        self.change_idea(into, |idea| {
            idea.take_over(&merged);
            room(idea.voices.len(), VOICES_MAX)?;
            room(idea.comments.len(), COMMENTS_MAX)
        })?;
        let earlier = self.ideas().filter(|card| card.idea.merged_into == Some(from));
        let earlier: Vec<_> = earlier.map(|card| card.idea.id).collect();
        for id in earlier {
            self.change_any(id, |idea| {
                idea.merged_into = Some(into);
                Ok(())
            })?;
        }
        self.change_idea(from, |idea| {
            idea.turn(IdeaState::Merged, TurnId(ids.next()), now);
            idea.merged_into = Some(into);
            Ok(())
        })
    }

    /// Puts an idea into the trash.
    pub fn trash_idea(&mut self, id: IdeaId, today: NaiveDate) -> Result<(), Refusal> {
        self.change_any(id, |idea| {
            idea.trashed = Some(today);
            Ok(())
        })
    }

    /// Takes an idea back out of the trash.
    pub fn restore_idea(&mut self, id: IdeaId) -> Result<(), Refusal> {
        self.change_any(id, |idea| {
            idea.trashed = None;
            Ok(())
        })
    }

    /// The idea that came out of something of this customer: a contact, a case, an entry in a log.
    pub fn idea_out_of(&self, customer: CustomerId, from: OriginId) -> Option<&Arc<Idea>> {
        let mut ideas = self.ideas_of(customer).map(|card| &card.idea);
        ideas.find(|idea| idea.counts() && idea.origins.contains_key(&from))
    }

    fn change_idea(
        &mut self,
        id: IdeaId,
        change: impl FnOnce(&mut Idea) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        if self.idea(id).is_some_and(|idea| idea.state == IdeaState::Merged) {
            return Err(Refusal::AlreadyMerged);
        }
        self.change_any(id, change)
    }

    fn change_any(
        &mut self,
        id: IdeaId,
        change: impl FnOnce(&mut Idea) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let mut idea = self.idea(id).ok_or(Refusal::Unknown)?.as_ref().clone();
        change(&mut idea)?;
        self.put_idea(idea);
        Ok(())
    }
}

pub(super) fn room(count: usize, max: usize) -> Result<(), Refusal> {
    if count > max { Err(Refusal::Full) } else { Ok(()) }
}
