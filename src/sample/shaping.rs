//! The ideas, polls and groups of the sample, as `shaping.json` tells them, in the scenes of the
//! articles (C28–C31, D31–D33, D40, D41).
//!
//! `who` names the customers behind an idea: `volksbank*@57` voted 57 days ago and may be named,
//! `-lindner@3` only mentioned it. `told` names those who know of the last change. A course is as
//! in [`cast`](super::cast).

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::Deserialize;

use super::{
    calendar::{due, past},
    cast::{Fault, course, word},
    textbook::Language,
};
use crate::domain::{
    Ballot, Category, Channel, CommentDraft, CommentId, CustomerId, Decision, EventDraft, EventId,
    GroupDraft, GroupId, GroupKind, Guest, GuestRole, IdeaDraft, IdeaId, IdeaSource, IdeaState,
    Invitation, Member, Membership, NewIds, OptionId, Origin, OriginId, OriginKind, PollDraft,
    PollId, PostDraft, PostId, PostLink, Problems, Refusal, Told, Voice, VoiceHow, Workspace,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct Shaping {
    ideas: Vec<ToldIdea>,
    polls: Vec<ToldPoll>,
    groups: Vec<ToldGroup>,
}

/// An idea; the words are title, text, reason and tags.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldIdea {
    start: i64,
    course: &'static str,
    category: &'static str,
    source: &'static str,
    who: &'static str,
    told: &'static str,
    /// `customer:role:invitation`.
    guests: &'static str,
    de: [String; 4],
    en: [String; 4],
    /// Customer, German, English.
    #[serde(default)]
    said: Vec<[String; 3]>,
}

/// A poll; the words are question and text, the votes `customer:answer:how`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldPoll {
    start: i64,
    closes: i64,
    de: [String; 2],
    en: [String; 2],
    options: Vec<ToldOption>,
    votes: &'static str,
    #[serde(default)]
    chosen: Option<usize>,
    #[serde(default)]
    decided: i64,
    #[serde(default)]
    reason: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldOption {
    idea: Option<usize>,
    de: &'static str,
    en: &'static str,
}

/// A group; the words are name, topic and tips. A member with `?` is only invited.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldGroup {
    start: i64,
    kind: &'static str,
    de: [String; 3],
    en: [String; 3],
    members: &'static str,
    /// Day, German, English.
    events: Vec<(i64, String, String)>,
    /// Day, customer, German, English, and the idea it became.
    posts: Vec<(i64, String, String, String, Option<usize>)>,
}

/// Adds them all to the sample.
pub(super) fn add(
    workspace: &mut Workspace,
    language: Language,
    today: NaiveDate,
    known: &BTreeMap<&str, CustomerId>,
    ids: &mut dyn NewIds,
) -> Result<(), Fault> {
    let file: Shaping = serde_json::from_str(include_str!("shaping.json"))
        .map_err(|error| Fault::Unreadable { line: error.line(), column: error.column() })?;
    let ideas: Vec<IdeaId> = file.ideas.iter().map(|_| IdeaId(ids.next())).collect();
    let mut teller = Teller { workspace, language, today, known, ideas: &ideas, ids };
    for (idea, id) in file.ideas.iter().zip(&ideas) {
        teller.idea(idea, *id)?;
    }
    file.polls.iter().try_for_each(|poll| teller.poll(poll))?;
    file.groups.iter().try_for_each(|group| teller.group(group))
}

struct Teller<'a> {
    workspace: &'a mut Workspace,
    language: Language,
    today: NaiveDate,
    known: &'a BTreeMap<&'a str, CustomerId>,
    ideas: &'a [IdeaId],
    ids: &'a mut dyn NewIds,
}

const FILE: &str = "shaping.json";

fn refused(problems: Problems) -> Fault {
    Fault::Refused(FILE, problems)
}

fn unknown(_: Refusal) -> Fault {
    Fault::Unknown(FILE)
}

impl Teller<'_> {
    fn pick<T>(&self, german: T, english: T) -> T {
        match self.language {
            Language::German => german,
            Language::English => english,
        }
    }

    fn customer(&self, name: &str) -> Result<CustomerId, Fault> {
        self.known.get(name).copied().ok_or(Fault::Unknown(FILE))
    }

    fn noon(&self, day: i64) -> NaiveDateTime {
        past(self.today, day).and_time(NaiveTime::MIN) + chrono::TimeDelta::hours(12)
    }

    fn idea(&mut self, told: &ToldIdea, id: IdeaId) -> Result<(), Fault> {
        let [title, text, reason, tags] = self.pick(&told.de, &told.en).clone();
        let source = word(told.source, IdeaSource::from_key)?.ok_or(Fault::Unknown(FILE))?;
        let category = word(told.category, Category::from_key)?.ok_or(Fault::Unknown(FILE))?;
        let details = IdeaDraft { title, text, source, category, tags }.check().map_err(refused)?;
        let mut voices = Vec::new();
        for voice in told.who.split_whitespace() {
            voices.push(self.voice(voice, source)?);
        }
        let start = past(self.today, told.start);
        self.workspace.add_idea(id, details, [], voices, start);
        for (day, to) in course(told.course, told.start, IdeaState::from_key)? {
            let now = self.noon(day);
            self.workspace.turn_idea(id, to, now, &mut *self.ids).map_err(unknown)?;
        }
        let decided = self.workspace.idea(id).and_then(|idea| idea.decision.clone());
        if let Some(decision) = decided {
            let decision = Decision { reason, ..decision };
            self.workspace.decide_idea(id, decision).map_err(unknown)?;
        }
        self.told(told, id)?;
        self.guests(told, id)?;
        for (place, [who, german, english]) in told.said.iter().enumerate() {
            let customer = if who.is_empty() { None } else { Some(self.customer(who)?) };
            let draft = CommentDraft { customer, text: self.pick(german, english).clone() };
            let at = self.noon(told.start / 2) + chrono::TimeDelta::minutes(place as i64);
            let comment = draft.check(at).map_err(refused)?;
            let new = CommentId(self.ids.next());
            self.workspace.comment_idea(id, new, comment).map_err(unknown)?;
        }
        Ok(())
    }

    fn voice(&self, text: &str, source: IdeaSource) -> Result<(CustomerId, Voice), Fault> {
        let (name, day) = text.split_once('@').ok_or(Fault::Unknown(FILE))?;
        let day: i64 = day.parse().map_err(|_| Fault::Unknown(FILE))?;
        let (votes, named) = (!name.starts_with('-'), name.ends_with('*'));
        let customer = self.customer(name.trim_matches(['-', '*']))?;
        let how = match source {
            IdeaSource::Feedback => VoiceHow::Talk,
            IdeaSource::Call => VoiceHow::Call,
            IdeaSource::Community => VoiceHow::Group,
            IdeaSource::Survey => VoiceHow::Survey,
        };
        Ok((customer, Voice { on: past(self.today, -day), how, votes, named }))
    }

    /// Who knows of the last change: told on the day after.
    fn told(&mut self, told: &ToldIdea, id: IdeaId) -> Result<(), Fault> {
        let Some((at, of)) = self.workspace.idea(id).and_then(|idea| idea.last_turn()) else {
            return Ok(());
        };
        let on = at.date().succ_opt().unwrap_or(at.date()).min(self.today);
        let mut idea = self.workspace.idea(id).ok_or(Fault::Unknown(FILE))?.as_ref().clone();
        for name in told.told.split_whitespace() {
            idea.told.insert(self.customer(name)?, Told { of, on, how: Channel::Email });
        }
        self.workspace.put_idea(idea);
        Ok(())
    }

    fn guests(&mut self, told: &ToldIdea, id: IdeaId) -> Result<(), Fault> {
        for guest in told.guests.split_whitespace() {
            let mut parts = guest.split(':');
            let mut part = || parts.next().unwrap_or_default();
            let customer = self.customer(part())?;
            let role = GuestRole::from_key(part()).ok_or(Fault::Unknown(FILE))?;
            let invitation = Invitation::from_key(part()).ok_or(Fault::Unknown(FILE))?;
            let guest = Guest { role, invitation, on: past(self.today, -4) };
            self.workspace.put_guest(id, customer, guest).map_err(unknown)?;
        }
        Ok(())
    }

    fn poll(&mut self, told: &ToldPoll) -> Result<(), Fault> {
        let id = PollId(self.ids.next());
        let [question, text] = self.pick(&told.de, &told.en).clone();
        let mut options = Vec::new();
        for option in &told.options {
            let idea = option.idea.and_then(|place| self.ideas.get(place).copied());
            let words = self.pick(option.de, option.en).to_owned();
            options.push((OptionId(self.ids.next()), words, idea));
        }
        let closes = due(self.today, told.closes).to_string();
        let choices: Vec<_> = options.iter().map(|(id, ..)| *id).collect();
        let draft = PollDraft { question, text, closes, options };
        let details = draft.check().map_err(refused)?;
        self.workspace.add_poll(id, details, past(self.today, told.start));
        for vote in told.votes.split_whitespace() {
            let mut parts = vote.split(':');
            let mut part = || parts.next().unwrap_or_default();
            let customer = self.customer(part())?;
            let place: usize = part().parse().map_err(|_| Fault::Unknown(FILE))?;
            let option = choices.get(place).copied().ok_or(Fault::Unknown(FILE))?;
            let how = VoiceHow::from_key(part()).ok_or(Fault::Unknown(FILE))?;
            let ballot = Ballot { option, on: past(self.today, told.start + 2), how };
            self.workspace.put_ballot(id, customer, ballot).map_err(unknown)?;
        }
        if let Some(chosen) = told.chosen {
            let language = self.pick("de", "en");
            let reason = told.reason.get(language).cloned().unwrap_or_default();
            let decision = Decision { reason, on: past(self.today, told.decided) };
            let decision = Some((choices.get(chosen).copied(), decision));
            self.workspace.decide_poll(id, decision).map_err(unknown)?;
        }
        Ok(())
    }

    fn group(&mut self, told: &ToldGroup) -> Result<(), Fault> {
        let id = GroupId(self.ids.next());
        let [name, topic, tips] = self.pick(&told.de, &told.en).clone();
        let kind = word(told.kind, GroupKind::from_key)?.ok_or(Fault::Unknown(FILE))?;
        let details = GroupDraft { name, kind, topic, tips }.check().map_err(refused)?;
        let start = past(self.today, told.start);
        self.workspace.add_group(id, details, start);
        for name in told.members.split_whitespace() {
            let state = match name.ends_with('?') {
                true => Membership::Invited,
                false => Membership::Member,
            };
            let customer = self.customer(name.trim_end_matches('?'))?;
            let member = Member { state, on: start };
            self.workspace.put_member(id, customer, member).map_err(unknown)?;
        }
        for (day, german, english) in &told.events {
            let on = past(self.today, *day).to_string();
            let draft = EventDraft { on, title: self.pick(german, english).clone() };
            let event = EventId(self.ids.next());
            let content = draft.check().map_err(refused)?;
            self.workspace.put_event(id, event, content).map_err(unknown)?;
        }
        for (day, who, german, english, idea) in &told.posts {
            let customer = Some(self.customer(who)?);
            let text = self.pick(german, english).clone();
            let draft = PostDraft { on: past(self.today, *day).to_string(), customer, text };
            let post = PostId(self.ids.next());
            let content = draft.check().map_err(refused)?;
            self.workspace.put_post(id, post, content).map_err(unknown)?;
            if let Some(idea) = idea.and_then(|place| self.ideas.get(place).copied()) {
                self.workspace.link_post(id, post, PostLink::Idea(idea)).map_err(unknown)?;
                let origin = Origin { kind: OriginKind::Post, customer };
                self.workspace.link_idea(idea, OriginId(post.0), origin).map_err(unknown)?;
            }
        }
        Ok(())
    }
}
