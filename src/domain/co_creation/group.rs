//! A community group: customers in exchange with each other and with us (C28, C29).

use std::sync::Arc;

use chrono::NaiveDate;
use litemap::LiteMap;

use crate::domain::{
    ContactId, CustomerId, EventId, GroupId, IdeaId, PostId,
    axes::axis,
    contact::read_day,
    limits::{LINE_MAX, NAME_MAX, NOTE_MAX},
    problem::{Check, Field, Issue, Problems},
    text::{clean_line, clean_text},
};

axis! {
    /// What a group is.
    GroupKind {
        /// A forum on a site.
        Forum = "forum",
        /// A group in a social network.
        Social = "social",
        /// People around a table.
        RoundTable = "round-table",
    }
}

axis! {
    /// How far a customer has come with a group.
    Membership {
        /// Asked, no answer yet.
        Invited = "invited",
        /// A member.
        Member = "member",
        /// Said no.
        Declined = "declined",
    }
}

/// What a group is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupDetails {
    /// The name; never empty.
    pub name: String,
    /// Its kind.
    pub kind: GroupKind,
    /// What they have in common.
    pub topic: String,
    /// Useful tips for its members, in small safe markdown.
    pub tips: String,
}

/// One customer in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// How far they have come.
    pub state: Membership,
    /// Since when.
    pub on: NaiveDate,
}

/// A meeting of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub on: NaiveDate,
    /// What; never empty.
    pub title: String,
}

/// What an entry in the log became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostLink {
    /// An idea.
    Idea(IdeaId),
    /// A contact with the customer who wrote it.
    Contact(ContactId),
}

/// An entry in the log of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// When.
    pub on: NaiveDate,
    /// Whose words; none for ours or for a guest's.
    pub customer: Option<CustomerId>,
    /// The words, in small safe markdown; never empty.
    pub text: String,
    /// What it became.
    pub became: Option<PostLink>,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The id.
    pub id: GroupId,
    /// What it is.
    pub details: GroupDetails,
    /// The day it was written down.
    pub created: NaiveDate,
    /// The day it went to the trash.
    pub trashed: Option<NaiveDate>,
    /// The customers in it, invited ones included.
    pub members: LiteMap<CustomerId, Member>,
    /// Its meetings.
    pub events: LiteMap<(NaiveDate, EventId), Arc<Event>>,
    /// Its log.
    pub posts: LiteMap<(NaiveDate, PostId), Arc<Post>>,
}

impl Group {
    /// A new group.
    pub fn new(id: GroupId, details: GroupDetails, today: NaiveDate) -> Self {
        Self {
            id,
            details,
            created: today,
            trashed: None,
            members: LiteMap::new(),
            events: LiteMap::new(),
            posts: LiteMap::new(),
        }
    }

    /// An entry of the log.
    pub fn post(&self, id: PostId) -> Option<&Arc<Post>> {
        self.posts.iter().find(|((_, known), _)| *known == id).map(|(_, post)| post)
    }
}

/// What the form of a group holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupDraft {
    /// The name.
    pub name: String,
    /// The kind.
    pub kind: GroupKind,
    /// The topic.
    pub topic: String,
    /// The tips.
    pub tips: String,
}

impl Default for GroupDraft {
    fn default() -> Self {
        let empty = String::new;
        Self { name: empty(), kind: GroupKind::RoundTable, topic: empty(), tips: empty() }
    }
}

impl GroupDraft {
    /// The form for an existing group.
    pub fn of(group: &Group) -> Self {
        let details = &group.details;
        Self {
            name: details.name.clone(),
            kind: details.kind,
            topic: details.topic.clone(),
            tips: details.tips.clone(),
        }
    }

    /// What the group is, or every problem of the form.
    pub fn check(&self) -> Result<GroupDetails, Problems> {
        let mut check = Check::default();
        let name = check.short(Field::GroupName, clean_line(&self.name), NAME_MAX);
        if name.is_empty() {
            check.note(Field::GroupName, Issue::Missing);
        }
        let topic = check.short(Field::Topic, clean_line(&self.topic), LINE_MAX);
        let tips = check.short(Field::Tips, clean_text(&self.tips), NOTE_MAX);
        check.finish(GroupDetails { name, kind: self.kind, topic, tips })
    }
}

/// What the form of a meeting holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventDraft {
    /// `YYYY-MM-DD`.
    pub on: String,
    /// What.
    pub title: String,
}

impl EventDraft {
    /// The meeting, or every problem of the form.
    pub fn check(&self) -> Result<Event, Problems> {
        let mut check = Check::default();
        let on = needed_day(&mut check, &self.on);
        let title = check.short(Field::NextStep, clean_line(&self.title), LINE_MAX);
        if title.is_empty() {
            check.note(Field::NextStep, Issue::Missing);
        }
        check.finish(Event { on, title })
    }
}

/// What the form of an entry in the log holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PostDraft {
    /// `YYYY-MM-DD`.
    pub on: String,
    /// Whose words.
    pub customer: Option<CustomerId>,
    /// The words.
    pub text: String,
}

impl PostDraft {
    /// The entry, or every problem of the form.
    pub fn check(&self) -> Result<Post, Problems> {
        let mut check = Check::default();
        let on = needed_day(&mut check, &self.on);
        let text = check.short(Field::Post, clean_text(&self.text), NOTE_MAX);
        if text.is_empty() {
            check.note(Field::Post, Issue::Missing);
        }
        check.finish(Post { on, customer: self.customer, text, became: None })
    }
}

fn needed_day(check: &mut Check, text: &str) -> NaiveDate {
    if text.trim().is_empty() {
        check.note(Field::When, Issue::Missing);
    }
    check.read(Field::When, text, Issue::NotADay, read_day).unwrap_or_default()
}
