//! What the palette shows for what was typed: customers first, then what can be done.
//!
//! Answers every keystroke in one pass over the cards; only the few that are shown are copied.

use std::{cmp::Reverse, sync::Arc};

use chrono::NaiveDate;

use super::{
    act::Act,
    commands::{Command, Group},
    matching::{Piece, Words},
};
use crate::{
    domain::{Card, DueState, Grouping, IdeaCard, Mood, Scheme, Standing, Workspace},
    views::{ui::Dialog, wording::Language},
};

/// Customers shown when something was typed.
const FOUND_MAX: usize = 8;
/// Customers shown when nothing was typed.
const RECENT_MAX: usize = 4;

/// One line of the palette.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it does.
    pub act: Act,
    /// What stands before it.
    pub sign: Sign,
    /// Its words.
    pub label: Vec<Piece>,
    /// The person by whom a customer was found.
    pub person: Vec<Piece>,
    /// What stands at its end.
    pub end: End,
}

/// What stands before a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Sign {
    /// The mood of the last contact.
    Mood(Mood),
    /// An icon.
    Icon(&'static str),
}

/// What stands at the end of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum End {
    /// Quiet words; may be none.
    Words(String),
    /// A key.
    Key(&'static str),
}

/// Lines under one title.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The title.
    pub title: &'static str,
    /// The place of its first line among all lines.
    pub first: usize,
    /// The lines.
    pub lines: Vec<Line>,
}

/// What the palette is asked with.
pub struct Question<'a> {
    /// The language.
    pub t: Language,
    /// All customers.
    pub workspace: &'a Workspace,
    /// All commands.
    pub commands: &'a [Command],
    /// What the board is divided by; its columns say where a customer stands.
    pub grouping: Grouping,
    /// The day.
    pub today: NaiveDate,
}

impl Question<'_> {
    /// The answer to what was typed.
    pub fn answer(&self, typed: &str) -> Vec<Section> {
        let (t, words) = (self.t, Words::of(typed));
        let (title, cards) = if words.is_empty() {
            (t.palette_recent(), self.recent())
        } else {
            (t.palette_customers(), self.found(&words))
        };
        let mut sections = Sections::default();
        sections.add(title, cards.iter().map(|card| self.customer(card, &words)).collect());
        let mut acts = Vec::new();
        if let Some(card) = cards.first().filter(|_| !words.is_empty()) {
            acts.extend(self.with_customer(card, &words));
        }
        acts.extend(self.commands_in(Group::Acts, &words));
        sections.add(t.palette_acts(), acts);
        sections.add(t.ideas_title(), self.ideas(&words));
        let others = [
            (Group::Places, t.palette_places()),
            (Group::Groupings, t.palette_groupings()),
            (Group::Looks, t.palette_looks()),
        ];
        for (group, title) in others {
            sections.add(title, self.commands_in(group, &words));
        }
        // Last, so that Enter runs what was found by its name.
        if !words.is_empty() {
            sections.add(t.shell_find(), vec![self.search(typed)]);
        }
        sections.done
    }

    /// The customers with the latest contacts.
    fn recent(&self) -> Vec<&Arc<Card>> {
        let cards = self.workspace.in_order().filter(|card| !card.customer.is_trashed());
        best(cards, RECENT_MAX, |card| {
            card.customer.last_contact().map(|contact| Reverse(contact.at))
        })
    }

    /// The customers whose name fits best, then those found by a person, a town or a tag.
    fn found(&self, words: &Words) -> Vec<&Arc<Card>> {
        let cards = self.workspace.in_order().filter(|card| !card.customer.is_trashed());
        best(cards, FOUND_MAX, |card| {
            if !words.are_in(&card.searchable) {
                return None;
            }
            let by_name = words.fit(folded_name(card));
            Some((by_name.is_none(), by_name, card.customer.standing != Standing::Active))
        })
    }

    fn customer(&self, card: &Card, words: &Words) -> Line {
        let customer = &card.customer;
        let mood = customer.contacts.values().rev().find_map(|contact| contact.mood);
        let is_by_name = words.are_in(folded_name(card));
        let people = customer.details.people.iter().map(|person| words.marks(&person.name));
        let mut marked = people.filter(|name| name.iter().any(|piece| piece.is_marked));
        Line {
            act: Act::Show(customer.id),
            sign: mood.map_or(Sign::Icon("people"), Sign::Mood),
            label: words.marks(&customer.details.name),
            person: if is_by_name { None } else { marked.next() }.unwrap_or_default(),
            end: End::Words(self.whereabouts(card)),
        }
    }

    /// The ideas in which every word occurs.
    fn ideas(&self, words: &Words) -> Vec<Line> {
        if words.is_empty() {
            return Vec::new();
        }
        let cards = self.workspace.ideas().filter(|card| card.idea.counts());
        let found = cards.filter(|card| words.are_in(&card.searchable)).take(RECENT_MAX);
        let line = |card: &Arc<IdeaCard>| Line {
            act: Act::Idea(card.idea.id),
            sign: Sign::Icon("ideas"),
            label: words.marks(&card.idea.details.title),
            person: Vec::new(),
            end: End::Words(self.t.idea_state(card.idea.state).to_owned()),
        };
        found.map(line).collect()
    }

    /// The column, and what is due: `Aufbau, heute fällig`.
    fn whereabouts(&self, card: &Card) -> String {
        let (t, customer) = (self.t, &card.customer);
        if customer.standing != Standing::Active {
            return t.standing(customer.standing).to_owned();
        }
        let grouping = match self.grouping {
            phases @ Grouping::Phase(_) => phases,
            _ => Grouping::Phase(Scheme::default()),
        };
        let settings = self.workspace.settings();
        let column = grouping.column_of(customer, &settings.columns);
        let column = t.column(column, grouping, settings);
        let due = card.due.as_ref().and_then(|due| match due.state(self.today) {
            DueState::Today => Some(t.palette_due_today().to_owned()),
            DueState::Late => {
                let days = (self.today - due.on).num_days();
                Some(t.palette_due_late(usize::try_from(days).unwrap_or(0)))
            }
            DueState::Soon | DueState::Later => None,
        });
        due.map_or(column.clone(), |due| [&column, ", ", &due].concat())
    }

    /// What one can do with the customer that fits best.
    fn with_customer(&self, card: &Card, words: &Words) -> [Line; 2] {
        let (t, id, name) = (self.t, card.customer.id, &card.customer.details.name);
        let line = |dialog, icon, label: String| Line {
            act: Act::Open(dialog),
            sign: Sign::Icon(icon),
            label: words.marks(&label),
            person: Vec::new(),
            end: End::Words(String::new()),
        };
        [
            line(Dialog::LogContact(Some(id)), "phone", t.palette_log_with(name)),
            line(Dialog::EditCustomer(id), "edit", t.palette_edit(name)),
        ]
    }

    fn search(&self, typed: &str) -> Line {
        let typed = typed.trim();
        let label = self.t.palette_search(typed);
        Line {
            act: Act::Search(typed.to_owned()),
            sign: Sign::Icon("search"),
            label: vec![Piece { text: label, is_marked: false }],
            person: Vec::new(),
            end: End::Words(String::new()),
        }
    }

    fn commands_in(&self, group: Group, words: &Words) -> Vec<Line> {
        let here = self.commands.iter().filter(|command| command.group == group);
        let mut fitting: Vec<_> =
            here.filter_map(|command| Some((words.fit(&command.searchable)?, command))).collect();
        fitting.sort_by_key(|(fit, _)| *fit);
        let line = |command: &Command| Line {
            act: command.act.clone(),
            sign: Sign::Icon(command.icon),
            label: words.marks(&command.label),
            person: Vec::new(),
            end: match command.key {
                "" => End::Words(String::new()),
                key => End::Key(key),
            },
        };
        fitting.into_iter().map(|(_, command)| line(command)).collect()
    }
}

#[derive(Default)]
struct Sections {
    done: Vec<Section>,
    count: usize,
}

impl Sections {
    fn add(&mut self, title: &'static str, lines: Vec<Line>) {
        if !lines.is_empty() {
            let first = self.count;
            self.count += lines.len();
            self.done.push(Section { title, first, lines });
        }
    }
}

/// The name, which is the first line of what a search looks through.
fn folded_name(card: &Card) -> &str {
    card.searchable.split('\n').next().unwrap_or_default()
}

/// The cards with the smallest keys, equal ones in their order; cards without a key are left out.
fn best<'a, K: Ord>(
    cards: impl Iterator<Item = &'a Arc<Card>>,
    most: usize,
    key: impl Fn(&Card) -> Option<K>,
) -> Vec<&'a Arc<Card>> {
    let mut best: Vec<(K, &Arc<Card>)> = Vec::with_capacity(most + 1);
    for card in cards {
        let Some(key) = key(card) else { continue };
        let is_full = best.len() == most;
        if is_full && best.last().is_some_and(|(worst, _)| *worst <= key) {
            continue;
        }
        let place = best.partition_point(|(other, _)| *other <= key);
        best.insert(place, (key, card));
        best.truncate(most);
    }
    best.into_iter().map(|(_, card)| card).collect()
}
