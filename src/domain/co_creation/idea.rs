//! An idea: what it is, where it stands, and the customers behind it (A22, C30, C31, D31).

use std::sync::Arc;

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use litemap::LiteMap;

use super::comment::Comment;
use crate::domain::{
    CommentId, ContactId, CustomerId, IdeaId, OriginId, TurnId, axes::axis, contact::Channel,
    limits::DECISION_DAYS,
};

axis! {
    /// Where an idea stands.
    IdeaState {
        /// Waits for a first look.
        New = "new",
        /// Is being looked at.
        Review = "review",
        /// Decided: yes.
        Planned = "planned",
        /// Being made.
        Progress = "progress",
        /// There for customers.
        Shipped = "shipped",
        /// Decided: no.
        Declined = "declined",
        /// Lives on in another idea.
        Merged = "merged",
    }
}

impl IdeaState {
    /// The columns of the board: an idea is merged on purpose, never moved there.
    pub const BOARD: [Self; 6] =
        [Self::New, Self::Review, Self::Planned, Self::Progress, Self::Shipped, Self::Declined];

    /// Whether somebody has decided.
    pub fn is_decided(self) -> bool {
        matches!(self, Self::Planned | Self::Progress | Self::Shipped | Self::Declined)
    }

    /// Whether the decision was yes.
    pub fn is_yes(self) -> bool {
        matches!(self, Self::Planned | Self::Progress | Self::Shipped)
    }
}

axis! {
    /// Where an idea comes from (A24, D33).
    IdeaSource {
        /// A customer said so.
        Feedback = "feedback",
        /// A public call for ideas.
        Call = "call",
        /// A community group.
        Community = "community",
        /// A survey.
        Survey = "survey",
    }
}

axis! {
    /// What an idea is about (D31).
    Category {
        /// The product.
        Product = "product",
        /// The service.
        Service = "service",
        /// The marketing.
        Marketing = "marketing",
    }
}

axis! {
    /// How a customer's voice came.
    VoiceHow {
        /// In a conversation.
        Talk = "talk",
        /// As an answer in a survey or poll.
        Survey = "survey",
        /// As an answer to a public call.
        Call = "call",
        /// In a community group.
        Group = "group",
        /// In a complaint or a question.
        Case = "case",
        /// In writing.
        Letter = "letter",
    }
}

axis! {
    /// As what a customer takes part in a launch (D41).
    GuestRole {
        /// Tries it before it is decided.
        Test = "test",
        /// Uses it before everyone else.
        Beta = "beta",
        /// Is there when it is shown.
        Launch = "launch",
    }
}

axis! {
    /// How far an invitation has come.
    Invitation {
        /// Still to be sent.
        Planned = "planned",
        /// Sent, no answer yet.
        Invited = "invited",
        /// Said yes.
        Accepted = "accepted",
        /// Said no.
        Declined = "declined",
        /// Was there.
        Attended = "attended",
    }
}

axis! {
    /// What an idea came out of.
    OriginKind {
        /// A contact.
        Contact = "contact",
        /// A case: a complaint or a question.
        Case = "case",
        /// An entry in a group's log.
        Post = "post",
        /// A poll.
        Poll = "poll",
    }
}

/// What an idea is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdeaDetails {
    /// In one line; never empty.
    pub title: String,
    /// In the small safe markdown of [`prose`](super::prose).
    pub text: String,
    /// Where it comes from.
    pub source: IdeaSource,
    /// What it is about.
    pub category: Category,
    /// Free words to find it by.
    pub tags: Vec<String>,
}

/// What was decided; yes or no is the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Why; empty until someone writes it down.
    pub reason: String,
    /// When.
    pub on: NaiveDate,
}

/// One customer behind an idea.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice {
    /// When.
    pub on: NaiveDate,
    /// How it came.
    pub how: VoiceHow,
    /// Whether it is a vote, and not only a mention.
    pub votes: bool,
    /// Whether the customer may be named in public for this idea (B22).
    pub named: bool,
}

/// That a customer was told how the idea stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Of which change.
    pub of: TurnId,
    /// When.
    pub on: NaiveDate,
    /// How.
    pub how: Channel,
}

/// One customer who takes part in a launch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guest {
    /// As what.
    pub role: GuestRole,
    /// How far the invitation has come.
    pub invitation: Invitation,
    /// Since when it is there.
    pub on: NaiveDate,
}

/// What an idea came out of; kept under the id of that thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// What.
    pub kind: OriginKind,
    /// Whose, or none where a group has no customer for it.
    pub customer: Option<CustomerId>,
}

impl Origin {
    /// The contact this is, by the id it is kept under.
    pub fn contact(&self, id: OriginId) -> Option<(CustomerId, ContactId)> {
        (self.kind == OriginKind::Contact).then_some((self.customer?, ContactId(id.0)))
    }
}

/// One change of the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// When.
    pub at: NaiveDateTime,
    /// To which.
    pub to: IdeaState,
}

/// Every change of the state in the order of time.
pub type Turns = LiteMap<(NaiveDateTime, TurnId), Turn>;

/// One idea.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idea {
    /// The id.
    pub id: IdeaId,
    /// What it is.
    pub details: IdeaDetails,
    /// Where it stands.
    pub state: IdeaState,
    /// What was decided.
    pub decision: Option<Decision>,
    /// The idea it lives on in.
    pub merged_into: Option<IdeaId>,
    /// The day it was written down.
    pub created: NaiveDate,
    /// The day it went to the trash.
    pub trashed: Option<NaiveDate>,
    /// What it came out of.
    pub origins: LiteMap<OriginId, Origin>,
    /// The customers behind it, each once.
    pub voices: LiteMap<CustomerId, Voice>,
    /// Who was told last of what.
    pub told: LiteMap<CustomerId, Told>,
    /// Who takes part in the launch.
    pub guests: LiteMap<CustomerId, Guest>,
    /// What was said about it.
    pub comments: LiteMap<(NaiveDateTime, CommentId), Arc<Comment>>,
    /// How it came to stand there.
    pub turns: Turns,
}

impl Idea {
    /// A new idea.
    pub fn new(id: IdeaId, details: IdeaDetails, today: NaiveDate) -> Self {
        Self {
            id,
            details,
            state: IdeaState::New,
            decision: None,
            merged_into: None,
            created: today,
            trashed: None,
            origins: LiteMap::new(),
            voices: LiteMap::new(),
            told: LiteMap::new(),
            guests: LiteMap::new(),
            comments: LiteMap::new(),
            turns: Turns::new(),
        }
    }

    /// Moves it to a state and notes when. A decision begins where there was none or where yes
    /// becomes no; it ends where the idea is open again. Nothing happens when it is there already.
    pub fn turn(&mut self, to: IdeaState, id: TurnId, now: NaiveDateTime) {
        if self.state == to {
            return;
        }
        let stays = self.state.is_yes() && to.is_yes();
        self.state = to;
        if !to.is_decided() {
            self.decision = None;
        } else if !stays || self.decision.is_none() {
            self.decision = Some(Decision { reason: String::new(), on: now.date() });
        }
        // Two changes in one instant keep their order.
        let last = self.turns.last().map(|((at, _), _)| *at + TimeDelta::milliseconds(1));
        let at = last.map_or(now, |last| last.max(now));
        self.turns.insert((at, id), Turn { at, to });
    }

    /// The last change of the state, while the idea is one of its own.
    pub fn last_turn(&self) -> Option<(NaiveDateTime, TurnId)> {
        let ((at, id), _) = self.turns.last()?;
        (self.state != IdeaState::Merged).then_some((*at, *id))
    }

    /// Whether it is counted: neither merged into another nor in the trash.
    pub fn counts(&self) -> bool {
        self.state != IdeaState::Merged && self.trashed.is_none()
    }

    /// By when a decision is due; none once there is one (R17).
    pub fn decision_due(&self) -> Option<NaiveDate> {
        let is_open = matches!(self.state, IdeaState::New | IdeaState::Review) && self.counts();
        is_open.then(|| self.created.checked_add_days(Days::new(DECISION_DAYS)))?
    }

    /// How many customers voted for it.
    pub fn votes(&self) -> usize {
        self.voices.values().filter(|voice| voice.votes).count()
    }

    /// The customers who were behind it at the last change and do not know of it yet (R17, C31).
    pub fn untold(&self) -> impl Iterator<Item = CustomerId> {
        let turn = self.last_turn().filter(|_| self.counts());
        let behind = turn.into_iter().flat_map(|(at, turn)| {
            self.voices.iter().map(move |(customer, voice)| (at, turn, customer, voice))
        });
        behind.filter_map(|(at, turn, customer, voice)| {
            let knows = self.told.get(customer).is_some_and(|told| told.of == turn);
            (voice.on <= at.date() && !knows).then_some(*customer)
        })
    }

    /// How many know of the last change.
    pub fn told_count(&self) -> usize {
        let Some((_, turn)) = self.last_turn() else { return 0 };
        self.voices
            .keys()
            .filter(|customer| self.told.get(*customer).is_some_and(|told| told.of == turn))
            .count()
    }

    /// Takes over what stands behind another idea: each customer once, with the earlier day, as a
    /// vote where one of the two is; comments, origins, tags and guests.
    pub fn take_over(&mut self, other: &Self) {
        for (customer, voice) in &other.voices {
            let both = self.voices.get(customer).map_or(*voice, |here| Voice {
                on: here.on.min(voice.on),
                how: if voice.on < here.on { voice.how } else { here.how },
                votes: here.votes || voice.votes,
                named: here.named || voice.named,
            });
            self.voices.insert(*customer, both);
        }
        for (id, origin) in &other.origins {
            self.origins.entry(*id).or_insert(*origin);
        }
        for (customer, guest) in &other.guests {
            self.guests.entry(*customer).or_insert(*guest);
        }
        for (key, comment) in &other.comments {
            self.comments.entry(*key).or_insert_with(|| Arc::clone(comment));
        }
        for tag in &other.details.tags {
            if !self.details.tags.contains(tag) && self.details.tags.len() < crate::domain::TAGS_MAX
            {
                self.details.tags.push(tag.clone());
            }
        }
    }
}
