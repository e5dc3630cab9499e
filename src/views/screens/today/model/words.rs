//! The words of a line: what is to be done, why, and how it is called when it is done.

use chrono::NaiveDate;

use super::{Doing, Row, Undecided};
use crate::{
    domain::{Channel, DueKind, DueState, PutOff},
    views::wording::Language,
};

/// Writes a day.
pub type WriteDay<'a> = &'a dyn Fn(NaiveDate) -> String;

/// What is to be done, in the person's own words where there are some.
pub fn what(t: Language, row: &Row) -> String {
    let due = &row.due;
    let own = match due.kind {
        DueKind::Promise | DueKind::Task | DueKind::Step | DueKind::Gesture => due.text.as_str(),
        _ => "",
    };
    match (own, due.channel) {
        ("", Some(channel)) => t.channel(channel).to_owned(),
        ("", None) => doing_of(t, due.kind).to_owned(),
        (own, _) => own.to_owned(),
    }
}

fn doing_of(t: Language, kind: DueKind) -> &'static str {
    match kind {
        DueKind::FirstReply => t.today_what_first_reply(),
        DueKind::CancelBy => t.today_what_cancel_by(),
        DueKind::Foreseen => t.today_what_foreseen(),
        DueKind::TrustCheck => t.today_what_trust_check(),
        DueKind::FeedbackCall => t.today_what_feedback_call(),
        DueKind::FeedbackSurvey => t.today_what_feedback_survey(),
        DueKind::Rhythm => t.today_what_rhythm(),
        DueKind::Birthday => t.today_what_birthday(),
        DueKind::Anniversary => t.today_what_anniversary(),
        DueKind::Need => t.today_what_need(),
        DueKind::Over => t.today_what_over(),
        DueKind::Review => t.today_what_review(),
        DueKind::Retention => t.today_what_retention(),
        kind => t.due_kind(kind),
    }
}

/// Why it is due, in one or two sentences; the facts behind it. A German day ends with a full stop of
/// its own, which ends the sentence as well.
pub fn why(t: Language, row: &Row, today: NaiveDate, day: WriteDay) -> String {
    reason(t, row, today, day).replace("..", ".")
}

fn reason(t: Language, row: &Row, today: NaiveDate, day: WriteDay) -> String {
    let text = row.due.text.as_str();
    let since = row.since.map(day).unwrap_or_default();
    match row.due.kind {
        DueKind::FirstReply => t.today_why_first_reply(row.number, text),
        DueKind::Promise => t.today_why_promise(&since),
        DueKind::CancelBy => t.today_why_cancel_by(text),
        DueKind::TrustCheck => t.today_why_trust_check(&since, text),
        DueKind::Step => t.today_why_step(&since),
        DueKind::FeedbackCall => t.today_why_feedback_call(&since, text),
        DueKind::FeedbackSurvey => t.today_why_feedback_survey(&since, text),
        DueKind::Rhythm => {
            let silent = row.since.map_or(0, |since| (today - since).num_days());
            t.today_why_rhythm(row.number, &silent.to_string())
        }
        DueKind::Gesture if row.note.is_empty() => t.due_kind(DueKind::Gesture).to_owned(),
        DueKind::Anniversary => t.today_why_anniversary(row.number),
        DueKind::Over => t.today_why_over(text),
        DueKind::Review => t.today_why_review(&since),
        DueKind::Retention => t.today_why_retention().to_owned(),
        DueKind::Task | DueKind::Gesture => row.note.clone(),
        DueKind::Foreseen | DueKind::Renewal | DueKind::Birthday | DueKind::Need => text.to_owned(),
    }
}

/// Since when an idea waits, and how many customers with it.
pub fn behind(t: Language, idea: &Undecided, day: WriteDay) -> String {
    let since = t.today_why_decision(&day(idea.since));
    let behind = (idea.behind > 0).then(|| [" ", &t.today_why_behind(idea.behind)].concat());
    [since, behind.unwrap_or_default()].concat().replace("..", ".")
}

/// What the button says with which it is done.
pub fn done(t: Language, kind: DueKind) -> &'static str {
    match (Doing::of(kind), kind) {
        (Doing::Contact, _) => t.today_do_contact(),
        (Doing::Answer, _) => t.today_do_answer(),
        (Doing::Page, _) => t.today_do_page(),
        (_, DueKind::FirstReply) => t.today_do_first_reply(),
        (_, DueKind::Promise) => t.today_do_promise(),
        (_, DueKind::FeedbackCall) => t.today_do_feedback_call(),
        (_, DueKind::FeedbackSurvey) => t.today_do_feedback_survey(),
        (_, DueKind::Birthday | DueKind::Anniversary) => t.today_do_birthday(),
        (_, DueKind::Review) => t.today_do_review(),
        _ => t.today_do_other(),
    }
}

/// The heading of a group.
pub fn group(t: Language, state: DueState) -> &'static str {
    match state {
        DueState::Late => t.today_group_late(),
        DueState::Today => t.today_group_today(),
        DueState::Soon => t.today_group_soon(),
        DueState::Later => t.today_group_later(),
    }
}

/// What became of something put off: its reason, or the day on which it comes back.
pub fn fate(t: Language, off: &PutOff, day: WriteDay) -> String {
    match off.until {
        Some(until) => t.today_until(&day(until)),
        None => off.reason.clone(),
    }
}

/// The icon of a line.
pub fn icon(row: &Row) -> &'static str {
    match row.due.kind {
        DueKind::FirstReply | DueKind::Foreseen => "alert",
        DueKind::Promise => "promise",
        DueKind::CancelBy | DueKind::Renewal => "rhythm",
        DueKind::TrustCheck => "shield",
        DueKind::Task => "check",
        DueKind::Step => match row.due.channel {
            Some(Channel::Call) => "phone",
            Some(Channel::Visit) => "visit",
            Some(Channel::Email | Channel::Letter) => "mail",
            _ => "go",
        },
        DueKind::FeedbackCall => "phone",
        DueKind::FeedbackSurvey => "feedback",
        DueKind::Rhythm => "clock",
        DueKind::Gesture | DueKind::Birthday | DueKind::Anniversary => "gift",
        DueKind::Need => "box",
        DueKind::Over => "help",
        DueKind::Review => "relations",
        DueKind::Retention => "data",
    }
}
