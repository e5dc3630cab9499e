//! Ideas whose decision is due (R17).

use chrono::{Days, NaiveDate};

use super::Group;
use crate::domain::{DueState, IdeaId, Workspace};

/// How many days before its decision is due an idea is shown.
const AHEAD: u64 = 7;

/// An idea that waits for a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// Which.
    pub id: IdeaId,
    /// What it is called.
    pub title: String,
    /// By when it is to be decided.
    pub on: NaiveDate,
    /// How urgent.
    pub state: DueState,
    /// The day it was written down.
    pub since: NaiveDate,
    /// How many customers are behind it.
    pub behind: usize,
}

/// The ideas that are to be decided by now or within days, the oldest first.
pub fn undecided(workspace: &Workspace, today: NaiveDate) -> Vec<Undecided> {
    let until = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    let due = workspace.ideas().filter_map(|card| {
        let idea = &card.idea;
        let on = idea.decision_due().filter(|on| *on <= until)?;
        Some(Undecided {
            id: idea.id,
            title: idea.details.title.clone(),
            on,
            state: DueState::of(on, today),
            since: idea.created,
            behind: idea.voices.len(),
        })
    });
    let mut due: Vec<Undecided> = due.collect();
    due.sort_by_key(|idea| idea.on);
    due
}

/// Puts each idea behind the lines of its urgency.
pub fn add_to(groups: &mut Vec<Group>, ideas: Vec<Undecided>) {
    for idea in ideas {
        let at = groups.iter().take_while(|group| group.state < idea.state).count();
        if groups.get(at).is_none_or(|group| group.state != idea.state) {
            groups.insert(at, Group::of(idea.state));
        }
        if let Some(group) = groups.get_mut(at) {
            group.count += 1;
            group.ideas.push(idea);
        }
    }
}
