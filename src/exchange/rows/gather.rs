//! Rows with the same firm and different people become one firm with all of them.

use std::collections::{HashMap, HashSet};

use super::{
    assembly::RowDraft,
    cells::{Layout, Place},
    choices::{is_same_choice, take_choice},
    fields::{moved_down, texts_of},
    row::RowIssue,
};
use crate::{
    domain::{CustomerDraft, Field, Kind, PEOPLE_MAX, fold},
    exchange::columns::Program,
};

/// Collects the rows of a list.
pub(super) struct Gatherer<'l, 't> {
    layout: &'l Layout<'t>,
    rows: Vec<RowDraft>,
    /// The first row of each firm, by its name and whatever else tells it from others.
    firms: HashMap<String, usize>,
    /// The people of each of those rows, folded.
    people: HashSet<(usize, String)>,
}

impl<'l, 't> Gatherer<'l, 't> {
    pub fn new(layout: &'l Layout<'t>) -> Self {
        Self { layout, rows: Vec::new(), firms: HashMap::new(), people: HashSet::new() }
    }

    /// Takes a row: into the firm it belongs to, or as a customer of its own.
    pub fn take(&mut self, row: RowDraft) {
        if self.layout.program == Program::Rapport || !row.has_firm || row.draft.kind != Kind::Firm
        {
            self.rows.push(row);
            return;
        }
        let keys = keys(&row.draft);
        let known = keys.find(&self.firms);
        let at = known.filter(|at| self.adds_people(*at, &row)).unwrap_or(self.rows.len());
        self.people.extend(row.draft.people.iter().map(|person| (at, fold(&person.name))));
        match self.rows.get_mut(at) {
            Some(firm) => take_in(firm, row, self.layout),
            None => {
                let is_full = known.and_then(|at| self.rows.get(at)).is_some_and(is_full);
                for key in keys.all() {
                    let place = self.firms.entry(key).or_insert(at);
                    if is_full {
                        *place = at;
                    }
                }
                self.rows.push(row);
            }
        }
    }

    pub fn finish(self) -> Vec<RowDraft> {
        self.rows
    }

    /// Whether a row only adds people to a firm, none of them again, in no other town.
    fn adds_people(&self, at: usize, row: &RowDraft) -> bool {
        let people = &row.draft.people;
        let are_new =
            || people.iter().all(|person| !self.people.contains(&(at, fold(&person.name))));
        self.rows.get(at).is_some_and(|firm| {
            let room = PEOPLE_MAX.saturating_sub(firm.draft.people.len());
            (1..=room).contains(&people.len()) && is_same_town(&firm.draft, &row.draft) && are_new()
        })
    }
}

fn is_full(firm: &RowDraft) -> bool {
    firm.draft.people.len() >= PEOPLE_MAX
}

/// What a firm is known by. A town tells it from another of its name; where the row has no town the
/// part behind the `@` does; where it has neither, the name has to do.
struct Keys {
    name: String,
    town: Option<String>,
    domain: Option<String>,
}

fn keys(draft: &CustomerDraft) -> Keys {
    let name: String = fold(&draft.name).chars().filter(|c| c.is_alphanumeric()).collect();
    let filled = |text: &str| Some(fold(text.trim())).filter(|text| !text.is_empty());
    let emails = || draft.people.iter().map(|person| &person.email).chain([&draft.email]);
    let domain =
        emails().filter_map(|email| email.rsplit_once('@')).map(|(_, domain)| domain).next();
    Keys { name, town: filled(&draft.city), domain: domain.and_then(filled) }
}

impl Keys {
    fn find(&self, firms: &HashMap<String, usize>) -> Option<usize> {
        let by = |kind: &str, value: &Option<String>| {
            value.as_ref().and_then(|value| firms.get(&format!("{}|{kind}|{value}", self.name)))
        };
        let by_name = || {
            let has_neither = self.town.is_none() && self.domain.is_none();
            firms.get(&self.name).filter(|_| has_neither)
        };
        by("town", &self.town).or_else(|| by("domain", &self.domain)).or_else(by_name).copied()
    }

    fn all(&self) -> impl Iterator<Item = String> {
        let town = self.town.as_ref().map(|town| format!("{}|town|{town}", self.name));
        let domain = self.domain.as_ref().map(|domain| format!("{}|domain|{domain}", self.name));
        [Some(self.name.clone()), town, domain].into_iter().flatten()
    }
}

/// Whether two rows do not lie in different towns.
fn is_same_town(one: &CustomerDraft, other: &CustomerDraft) -> bool {
    let either_is_open = one.city.is_empty() || other.city.is_empty();
    either_is_open || fold(&one.city) == fold(&other.city)
}

/// Fields that a firm has once.
const ONCE: [Field; 15] = [
    Field::Sector,
    Field::Email,
    Field::Phone,
    Field::Street,
    Field::PostalCode,
    Field::City,
    Field::Country,
    Field::Web,
    Field::FirstContact,
    Field::OurContact,
    Field::Worth,
    Field::Cadence,
    Field::Need,
    Field::Intensity,
    Field::CustomerView,
];

/// Adds the people of a row to a firm. What the firm has not it takes; what differs goes to the
/// notes.
fn take_in(firm: &mut RowDraft, mut row: RowDraft, layout: &Layout) {
    let whom = row.draft.people.first().map(|person| person.name.clone()).unwrap_or_default();
    let known = firm.leftovers.len();
    let mut differing = take_texts(firm, &mut row);
    differing.extend(take_choices(firm, &row, layout));
    differing.extend(take_referrer(firm, row.referred_by.take()));
    for (place, text) in differing {
        firm.refuse(layout, place, &text, RowIssue::Differs);
    }
    firm.leftovers.append(&mut row.leftovers);
    for leftover in firm.leftovers.iter_mut().skip(known) {
        leftover.whom.clone_from(&whom);
    }
    let below = firm.draft.people.len();
    let places =
        row.places.iter().filter_map(|(field, place)| Some((moved_down(*field, below)?, *place)));
    firm.places.extend(places);
    firm.draft.people.append(&mut row.draft.people);
    firm.gathered.push(row.line);
    firm.notes.append(&mut row.notes);
    firm.problems.append(&mut row.problems);
}

/// Fills the firm's empty texts; gives back those that differ. A number or address at the firm that
/// is the human's own is no difference.
fn take_texts(firm: &mut RowDraft, row: &mut RowDraft) -> Vec<(Place, String)> {
    let people = row.draft.people.clone();
    let is_humans =
        |text: &str| people.iter().any(|person| person.email == text || person.phone == text);
    let mut differing = Vec::new();
    for field in ONCE {
        let Some(place) = row.places.get(&field).copied() else { continue };
        let theirs = texts_of(&mut row.draft, field).into_iter().map(std::mem::take);
        for (mine, theirs) in texts_of(&mut firm.draft, field).into_iter().zip(theirs) {
            if mine.is_empty() {
                *mine = theirs;
                firm.places.entry(field).or_insert(place);
            } else if !theirs.is_empty() && *mine != theirs && !is_humans(&theirs) {
                differing.push((place, theirs));
            }
        }
    }
    if !row.draft.tags.is_empty() {
        firm.draft.tags = format!("{}, {}", firm.draft.tags, row.draft.tags);
        firm.places.extend(row.places.get(&Field::Tags).map(|place| (Field::Tags, *place)));
    }
    differing
}

/// Takes the choices that the firm has not made; gives back those that differ.
fn take_choices(firm: &mut RowDraft, row: &RowDraft, layout: &Layout) -> Vec<(Place, String)> {
    let mut differing = Vec::new();
    for (target, place) in &row.choices {
        if !firm.choices.contains_key(target) {
            take_choice(*target, firm, row);
            firm.choices.insert(*target, *place);
        } else if !is_same_choice(*target, firm, row) {
            differing.push((*place, layout.raw(*place).to_owned()));
        }
    }
    differing
}

/// Takes who recommended the firm, if it does not know; gives back another name.
fn take_referrer(firm: &mut RowDraft, theirs: Option<(Place, String)>) -> Option<(Place, String)> {
    let Some((_, known)) = &firm.referred_by else {
        firm.referred_by = theirs;
        return None;
    };
    theirs.filter(|(_, name)| fold(name) != fold(known))
}
