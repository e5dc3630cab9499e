//! Ideas, polls and community groups as they are stored: records of their own. Votes, comments and
//! whatever else several tabs may add at once are entries, so that none is lost.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use super::{Kept, kind::file};
use crate::{
    domain::{
        Ballot, COMMENTS_MAX, Category, Comment, Decision, Event, Group, GroupDetails, GroupId,
        GroupKind, Guest, Idea, IdeaDetails, IdeaId, IdeaSource, LINE_MAX, Member, NOTE_MAX,
        OPTIONS_MAX, Origin, POSTS_MAX, Poll, PollDetails, PollId, PollOption, Post, PostLink,
        TAG_MAX, TAGS_MAX, Told, Turn, VOICES_MAX, Voice, Workspace,
    },
    storage::codec::{Blank, Timed, Token, Value, Wrong, shape, text},
};

// Schema 1. **The names are a contract**: what they meant once they mean for ever.
file! {
    Idea;
    "title" => details.title,
    "text" => details.text,
    "source" => details.source,
    "category" => details.category,
    "tags" => details.tags,
    "state" => state,
    "decision" => decision,
    "merged_into" => merged_into,
    "created" => created,
    "trashed" => trashed,
    sections
    "origins" => origins,
    "voices" => voices,
    "told" => told,
    "guests" => guests,
    "comments" => comments,
    "turns" => turns,
}

file! {
    Poll;
    "question" => details.question,
    "text" => details.text,
    "closes" => details.closes,
    "options" => details.options,
    "chosen" => chosen,
    "decision" => decision,
    "created" => created,
    "trashed" => trashed,
    sections
    "ballots" => ballots,
}

file! {
    Group;
    "name" => details.name,
    "kind" => details.kind,
    "topic" => details.topic,
    "tips" => details.tips,
    "created" => created,
    "trashed" => trashed,
    sections
    "members" => members,
    "events" => events,
    "posts" => posts,
}

shape! { Decision new (); "reason" => reason, "on" => on }
shape! { Origin new (); "kind" => kind, "customer" => customer }
shape! { Voice new (); "on" => on, "how" => how, "votes" => votes, "named" => named }
shape! { Told new (); "of" => of, "on" => on, "how" => how }
shape! { Guest new (); "role" => role, "invitation" => invitation, "on" => on }
shape! { Comment new (); "at" => at, "customer" => customer, "text" => text }
shape! { Turn new (); "at" => at, "to" => to }
shape! { PollOption new (); "id" => id, "text" => text, "idea" => idea }
shape! { Ballot new (); "option" => option, "on" => on, "how" => how }
shape! { Member new (); "state" => state, "on" => on }
shape! { Event new (); "on" => on, "title" => title }
shape! { Post new (); "on" => on, "customer" => customer, "text" => text, "became" => became }

/// What lies in a map by its time.
macro_rules! timed {
    ($($entry:ident by $field:ident $time:ty),+ $(,)?) => {$(
        impl Timed for $entry {
            type Time = $time;

            fn time(&self) -> $time {
                self.$field
            }
        }
    )+};
}

timed!(
    Comment by at NaiveDateTime,
    Turn by at NaiveDateTime,
    Event by on NaiveDate,
    Post by on NaiveDate,
);

impl Blank for PostLink {
    fn blank(id: Uuid) -> Self {
        Self::Idea(IdeaId(id))
    }
}

/// `idea/…`, `contact/…`.
impl Value for PostLink {
    fn is_needed(&self) -> bool {
        true
    }

    fn write(&self, out: &mut String) {
        let (kind, id) = match self {
            Self::Idea(id) => ("idea/", id.0),
            Self::Contact(id) => ("contact/", id.0),
        };
        text(&[kind, &id.to_string()].concat(), out);
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Wrong> {
        let Token::Text(text) = token else { return Err(Wrong) };
        let (kind, id) = text.split_once('/').ok_or(Wrong)?;
        *self = match kind {
            "idea" => Self::Idea(id.parse().map_err(|_| Wrong)?),
            "contact" => Self::Contact(id.parse().map_err(|_| Wrong)?),
            _ => return Err(Wrong),
        };
        Ok(())
    }
}

impl Blank for Idea {
    fn blank(id: Uuid) -> Self {
        let details = IdeaDetails {
            title: String::new(),
            text: String::new(),
            source: IdeaSource::Feedback,
            category: Category::Product,
            tags: Vec::new(),
        };
        Self::new(IdeaId(id), details, NaiveDate::default())
    }
}

impl Blank for Poll {
    fn blank(id: Uuid) -> Self {
        let details = PollDetails {
            question: String::new(),
            text: String::new(),
            closes: None,
            options: Vec::new(),
        };
        Self::new(PollId(id), details, NaiveDate::default())
    }
}

impl Blank for Group {
    fn blank(id: Uuid) -> Self {
        let empty = String::new;
        let details =
            GroupDetails { name: empty(), kind: GroupKind::Forum, topic: empty(), tips: empty() };
        Self::new(GroupId(id), details, NaiveDate::default())
    }
}

/// Where a kind of records lies in the workspace, and what it may hold. (`idea` is taken: the frozen
/// files use it for a kind that no version knows.)
macro_rules! kept {
    ($($record:ident, $id:ident, $kind:literal, $changed:ident, $get:ident, $put:ident, $remove:ident, $fits:expr;)+) => {$(
        impl Kept for $record {
            const KIND: &'static str = $kind;

            fn changed(before: &Workspace, after: &Workspace) -> Vec<Uuid> {
                after.$changed(before).into_iter().map(|id| id.0).collect()
            }

            fn get(workspace: &Workspace, id: Uuid) -> Option<&Arc<Self>> {
                workspace.$get($id(id))
            }

            fn put(self, workspace: &mut Workspace) {
                workspace.$put(self);
            }

            fn remove(workspace: &mut Workspace, id: Uuid) {
                workspace.$remove($id(id));
            }

            fn fits(&self) -> bool {
                $fits(self)
            }
        }
    )+};
}

kept! {
    Idea, IdeaId, "proposal", ideas_changed_since, idea, put_idea, remove_idea, idea_fits;
    Poll, PollId, "poll", polls_changed_since, poll, put_poll, remove_poll, poll_fits;
    Group, GroupId, "group", groups_changed_since, group, put_group, remove_group, group_fits;
}

fn is_long(text: &str, max: usize) -> bool {
    text.len() > max && text.chars().count() > max
}

fn idea_fits(idea: &Idea) -> bool {
    let details = &idea.details;
    let reason = idea.decision.iter().map(|decision| &decision.reason);
    let mut texts = reason.chain([&details.text]).chain(idea.comments.values().map(|c| &c.text));
    !is_long(&details.title, LINE_MAX)
        && !texts.any(|text| is_long(text, NOTE_MAX))
        && details.tags.len() <= TAGS_MAX
        && !details.tags.iter().any(|tag| is_long(tag, TAG_MAX))
        && idea.voices.len().max(idea.guests.len()).max(idea.told.len()) <= VOICES_MAX
        && idea.comments.len().max(idea.turns.len()).max(idea.origins.len()) <= COMMENTS_MAX
}

fn poll_fits(poll: &Poll) -> bool {
    let details = &poll.details;
    let reason = poll.decision.iter().map(|decision| &decision.reason);
    let mut lines = details.options.iter().map(|option| &option.text).chain([&details.question]);
    !lines.any(|line| is_long(line, LINE_MAX))
        && !reason.chain([&details.text]).any(|text| is_long(text, NOTE_MAX))
        && details.options.len() <= OPTIONS_MAX
        && poll.ballots.len() <= VOICES_MAX
}

fn group_fits(group: &Group) -> bool {
    let details = &group.details;
    let events = group.events.values().map(|event| &event.title);
    let mut lines = events.chain([&details.name, &details.topic]);
    let mut texts = group.posts.values().map(|post| &post.text).chain([&details.tips]);
    !lines.any(|line| is_long(line, LINE_MAX))
        && !texts.any(|text| is_long(text, NOTE_MAX))
        && group.members.len() <= VOICES_MAX
        && group.events.len().max(group.posts.len()) <= POSTS_MAX
}
