//! A poll that decides which product is made (D40).

use chrono::NaiveDate;
use litemap::LiteMap;

use super::idea::{Decision, VoiceHow};
use crate::domain::{
    CustomerId, IdeaId, OptionId, PollId,
    contact::read_day,
    limits::{LINE_MAX, NOTE_MAX, OPTIONS_MAX},
    problem::{Check, Field, Issue, Problems},
    text::{clean_line, clean_text},
};

/// One answer a poll offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PollOption {
    /// Its id.
    pub id: OptionId,
    /// The words; never empty.
    pub text: String,
    /// The idea it stands for.
    pub idea: Option<IdeaId>,
}

/// What a poll asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PollDetails {
    /// The question; never empty.
    pub question: String,
    /// What one should know, in small safe markdown.
    pub text: String,
    /// The last day.
    pub closes: Option<NaiveDate>,
    /// At least two answers.
    pub options: Vec<PollOption>,
}

/// One customer's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// Which.
    pub option: OptionId,
    /// When.
    pub on: NaiveDate,
    /// How it came.
    pub how: VoiceHow,
}

/// One poll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poll {
    /// The id.
    pub id: PollId,
    /// What it asks.
    pub details: PollDetails,
    /// The answer that was chosen in the end; none while it is open, or where none was.
    pub chosen: Option<OptionId>,
    /// Why and when it was decided.
    pub decision: Option<Decision>,
    /// The day it was written down.
    pub created: NaiveDate,
    /// The day it went to the trash.
    pub trashed: Option<NaiveDate>,
    /// One answer per customer.
    pub ballots: LiteMap<CustomerId, Ballot>,
}

/// How an answer stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The answer.
    pub option: PollOption,
    /// How many gave it.
    pub count: usize,
    /// The share of all answers, from 0 to 100.
    pub percent: usize,
    /// Whether no other has more, and it has any.
    pub leads: bool,
}

impl Poll {
    /// A new poll.
    pub fn new(id: PollId, details: PollDetails, today: NaiveDate) -> Self {
        Self {
            id,
            details,
            chosen: None,
            decision: None,
            created: today,
            trashed: None,
            ballots: LiteMap::new(),
        }
    }

    /// Whether answers are still taken on this day.
    pub fn is_open(&self, today: NaiveDate) -> bool {
        self.decision.is_none() && self.details.closes.is_none_or(|last| today <= last)
    }

    /// The answers with their counts, in the order of the question.
    pub fn result(&self) -> Vec<Tally> {
        let count =
            |id: OptionId| self.ballots.values().filter(|ballot| ballot.option == id).count();
        let counts: Vec<_> = self.details.options.iter().map(|option| count(option.id)).collect();
        let (all, most) = (counts.iter().sum::<usize>(), counts.iter().max().copied());
        let tally = |(option, count): (&PollOption, usize)| Tally {
            option: option.clone(),
            count,
            percent: (count * 100 + all / 2).checked_div(all).unwrap_or(0),
            leads: count > 0 && Some(count) == most,
        };
        self.details.options.iter().zip(counts).map(tally).collect()
    }
}

/// What the form of a poll holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PollDraft {
    /// The question.
    pub question: String,
    /// What one should know.
    pub text: String,
    /// `YYYY-MM-DD`.
    pub closes: String,
    /// The answers; an empty one is left out.
    pub options: Vec<(OptionId, String, Option<IdeaId>)>,
}

impl PollDraft {
    /// The form for an existing poll.
    pub fn of(poll: &Poll) -> Self {
        let details = &poll.details;
        let options = details.options.iter();
        Self {
            question: details.question.clone(),
            text: details.text.clone(),
            closes: details.closes.map(|day| day.to_string()).unwrap_or_default(),
            options: options.map(|option| (option.id, option.text.clone(), option.idea)).collect(),
        }
    }

    /// What the poll asks, or every problem of the form.
    pub fn check(&self) -> Result<PollDetails, Problems> {
        let mut check = Check::default();
        let question = check.short(Field::Question, clean_line(&self.question), LINE_MAX);
        if question.is_empty() {
            check.note(Field::Question, Issue::Missing);
        }
        let text = check.short(Field::IdeaText, clean_text(&self.text), NOTE_MAX);
        let closes = check.read(Field::Closes, &self.closes, Issue::NotADay, read_day);
        let mut options = Vec::new();
        for (place, (id, words, idea)) in self.options.iter().enumerate() {
            let text = check.short(Field::OptionText(place), clean_line(words), LINE_MAX);
            if !text.is_empty() {
                options.push(PollOption { id: *id, text, idea: *idea });
            }
        }
        if options.len() < 2 {
            check.note(Field::Options, Issue::TooFew(2));
        }
        if options.len() > OPTIONS_MAX {
            check.note(Field::Options, Issue::TooMany(OPTIONS_MAX));
        }
        check.finish(PollDetails { question, text, closes, options })
    }
}
