//! Rows with the same firm and different people become one firm with all of them.

use std::collections::HashMap;

use super::{
    assembly::RowDraft,
    cells::{Layout, Place},
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
}

impl<'l, 't> Gatherer<'l, 't> {
    pub fn new(layout: &'l Layout<'t>) -> Self {
        Self { layout, rows: Vec::new(), firms: HashMap::new() }
    }

    /// Takes a row: into the firm it belongs to, or as a customer of its own.
    pub fn take(&mut self, row: RowDraft) {
        if self.layout.program == Program::Rapport || !row.has_firm || row.draft.kind != Kind::Firm
        {
            self.rows.push(row);
            return;
        }
        let keys = keys(&row.draft);
        let known = keys.find(&self.firms).and_then(|at| self.rows.get_mut(at));
        match known.filter(|firm| fits(firm, &row)) {
            Some(firm) => take_in(firm, row, self.layout),
            None => {
                for key in keys.all() {
                    self.firms.entry(key).or_insert(self.rows.len());
                }
                self.rows.push(row);
            }
        }
    }

    pub fn finish(self) -> Vec<RowDraft> {
        self.rows
    }
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

/// Whether a row only adds people: no other town, no other choice, none of the people again.
fn fits(firm: &RowDraft, row: &RowDraft) -> bool {
    fn agree<T: PartialEq>(one: &Option<T>, other: &Option<T>) -> bool {
        one.is_none() || other.is_none() || one == other
    }
    let (one, other) = (&firm.draft, &row.draft);
    let same_town =
        one.city.is_empty() || other.city.is_empty() || fold(&one.city) == fold(&other.city);
    let is_known = |name: &str| one.people.iter().any(|person| fold(&person.name) == fold(name));
    let adds_people =
        !other.people.is_empty() && !other.people.iter().any(|person| is_known(&person.name));
    same_town
        && adds_people
        && one.people.len() + other.people.len() <= PEOPLE_MAX
        && agree(&one.source, &other.source)
        && agree(&one.contact_wish, &other.contact_wish)
        && agree(&one.preferred_channel, &other.preferred_channel)
        && agree(&one.main_type, &other.main_type)
        && agree(&one.mode, &other.mode)
        && agree(&one.intensity, &other.intensity)
        && agree(&one.contact_form, &other.contact_form)
        && (one.phase, one.own_view, one.customer_view)
            == (other.phase, other.own_view, other.customer_view)
        && firm.standing == row.standing
        && agree(&names(firm), &names(row))
}

fn names(row: &RowDraft) -> Option<&str> {
    row.referred_by.as_ref().map(|(_, name)| name.as_str())
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
    for (place, text) in take_texts(firm, &mut row) {
        firm.refuse(layout, place, &text, RowIssue::Differs);
    }
    firm.leftovers.append(&mut row.leftovers);
    for leftover in firm.leftovers.iter_mut().skip(known) {
        leftover.whom.clone_from(&whom);
    }
    take_choices(&mut firm.draft, &row.draft);
    let below = firm.draft.people.len();
    let places =
        row.places.iter().filter_map(|(field, place)| Some((moved_down(*field, below)?, *place)));
    firm.places.extend(places);
    firm.draft.people.append(&mut row.draft.people);
    firm.gathered.push(row.line);
    firm.notes.append(&mut row.notes);
    firm.problems.append(&mut row.problems);
    firm.referred_by = firm.referred_by.take().or(row.referred_by);
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

fn take_choices(mine: &mut CustomerDraft, theirs: &CustomerDraft) {
    mine.source = mine.source.or(theirs.source);
    mine.contact_wish = mine.contact_wish.or(theirs.contact_wish);
    mine.preferred_channel = mine.preferred_channel.or(theirs.preferred_channel);
    mine.worth_expected |= theirs.worth_expected;
    mine.main_type = mine.main_type.or(theirs.main_type);
    mine.further_types.extend(&theirs.further_types);
    mine.mode = mine.mode.or(theirs.mode);
    mine.intensity = mine.intensity.or(theirs.intensity);
    mine.contact_form = mine.contact_form.or(theirs.contact_form);
}
