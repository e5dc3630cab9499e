//! Everything of a row that is one text, one choice, one day or one amount.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    amounts::read_amount,
    assembly::RowDraft,
    cells::{Layout, Place},
    days::read_day,
    readings::ColumnReading,
    row::RowIssue,
};
use crate::{
    domain::{CADENCE_MAX, Field, Issue, RelationType},
    exchange::{
        columns::{Program, Target, key},
        words::{Word, from_word},
    },
};

/// Fills texts, choices, days and amounts.
pub(super) fn read(row: &mut RowDraft, layout: &Layout, at: usize, today: NaiveDate) {
    let reader = &mut Reader { row, layout, at };
    texts(reader);
    choices(reader);
    reader.row.draft.first_contact = reader.day(Field::FirstContact, Target::FirstContact, today);
    reader.row.draft.asked_on = reader.day(Field::AskedOn, Target::AskedOn, today);
    reader.row.draft.worth = reader.worth();
    reader.row.draft.cadence = reader.cadence();
    reader.row.draft.web = reader.web();
    let referrer = layout.joined(at, Target::ReferredBy, ", ");
    row.referred_by = referrer.map(|value| (value.place, value.text.into_owned()));
}

fn texts(reader: &mut Reader) {
    reader.row.draft.sector = reader.text(Field::Sector, Target::Sector, ", ");
    reader.row.draft.tags = reader.tags();
    reader.row.draft.our_contact = reader.text(Field::OurContact, Target::OurContact, ", ");
    reader.row.draft.need = reader.text(Field::Need, Target::Need, "\n");
    reader.row.draft.trust = reader.text(Field::Intensity, Target::Trust, ", ");
    reader.row.draft.shared_values = reader.text(Field::Intensity, Target::SharedValues, ", ");
    reader.row.draft.experience = reader.text(Field::Intensity, Target::Experience, ", ");
    reader.row.draft.view_evidence = reader.text(Field::CustomerView, Target::ViewEvidence, "\n");
}

fn choices(reader: &mut Reader) {
    reader.row.draft.source = reader.choice(Target::Source);
    reader.row.draft.contact_wish = reader.choice(Target::ContactWish);
    reader.row.draft.preferred_channel = reader.choice(Target::PreferredChannel);
    reader.row.draft.worth_expected = reader.choice(Target::WorthExpected).unwrap_or_default();
    reader.row.draft.phase = reader.choice(Target::Phase).unwrap_or_default();
    let mut types = reader.types(Target::MainType);
    reader.row.draft.main_type = types.pop_front();
    let further = reader.types(Target::FurtherTypes);
    reader.row.draft.further_types = types.into_iter().chain(further).collect::<BTreeSet<_>>();
    reader.row.draft.mode = reader.choice(Target::Mode);
    reader.row.draft.intensity = reader.choice(Target::Intensity);
    let views = (reader.choice(Target::OwnView), reader.choice(Target::CustomerView));
    let draft = &mut reader.row.draft;
    draft.own_view = views.0.unwrap_or(draft.own_view);
    draft.customer_view = views.1.unwrap_or(draft.customer_view);
    reader.row.draft.contact_form = reader.choice(Target::ContactForm);
    reader.row.standing = reader.choice(Target::Standing).unwrap_or(reader.row.standing);
}

struct Reader<'r, 't> {
    row: &'r mut RowDraft,
    layout: &'r Layout<'t>,
    at: usize,
}

impl Reader<'_, '_> {
    fn text(&mut self, field: Field, target: Target, between: &str) -> String {
        let value = self.layout.joined(self.at, target, between);
        value.map(|value| self.row.fill(field, value)).unwrap_or_default()
    }

    /// The first word that means something; every other value goes to the notes.
    fn choice<T: Word>(&mut self, target: Target) -> Option<T> {
        let mut choice = None;
        for value in self.layout.values(self.at, target) {
            match (from_word(&value.text), choice) {
                (Some(found), None) => {
                    if target == Target::Intensity {
                        self.row.places.insert(Field::Intensity, value.place);
                    }
                    self.row.choices.insert(target, value.place);
                    choice = Some(found);
                }
                (Some(found), Some(known)) if found == known => {}
                (Some(_), Some(_)) => self.row.leave(value.place, value.text),
                (None, _) => {
                    self.row.refuse(self.layout, value.place, &value.text, RowIssue::UnknownWord);
                }
            }
        }
        choice
    }

    fn types(&mut self, target: Target) -> std::collections::VecDeque<RelationType> {
        let mut types = std::collections::VecDeque::new();
        for value in self.layout.values(self.at, target) {
            for word in
                value.text.split([',', ';', '|', '\n']).filter(|word| !word.trim().is_empty())
            {
                match from_word(word) {
                    Some(found) => {
                        self.row.choices.insert(target, value.place);
                        types.push_back(found);
                    }
                    None => {
                        self.row.refuse(
                            self.layout,
                            value.place,
                            word.trim(),
                            RowIssue::UnknownWord,
                        );
                    }
                }
            }
        }
        types
    }

    /// Labels without the groups that every address book of Google's has.
    fn tags(&mut self) -> String {
        let is_own_group = |text: &str| self.layout.program.is_google() && text.starts_with("* ");
        let values = self.layout.values(self.at, Target::Tags);
        let kept: Vec<_> = values.into_iter().filter(|value| !is_own_group(&value.text)).collect();
        if let Some(first) = kept.first() {
            self.row.places.insert(Field::Tags, first.place);
        }
        kept.iter().map(|value| value.text.as_ref()).collect::<Vec<_>>().join(", ")
    }

    fn day(&mut self, field: Field, target: Target, today: NaiveDate) -> String {
        let layout = self.layout;
        self.first_readable(field, target, Issue::NotADay, |text, place| {
            let order = match layout.reading(place.column) {
                Some(ColumnReading::Days(order)) => order,
                _ => Default::default(),
            };
            read_day(text, order, today).map(|day| day.to_string())
        })
    }

    fn worth(&mut self) -> String {
        let layout = self.layout;
        self.first_readable(Field::Worth, Target::Worth, Issue::NotAnAmount, |text, place| {
            let mark = match layout.reading(place.column) {
                Some(ColumnReading::Amounts(mark)) => mark,
                _ => None,
            };
            read_amount(text, mark).map(|amount| amount.plain(','))
        })
    }

    fn cadence(&mut self) -> String {
        let issue = Issue::NotACount(CADENCE_MAX.into());
        self.first_readable(Field::Cadence, Target::Cadence, issue, |text, _| read_rhythm(text))
    }

    fn web(&mut self) -> String {
        let is_exact = self.layout.program == Program::Rapport;
        let is_address = |text: &str| {
            text.contains('.') && !text.contains(char::is_whitespace) && !text.contains('@')
        };
        self.first_readable(Field::Web, Target::Web, Issue::NotAWebAddress, |text, _| {
            (is_exact || is_address(text)).then(|| text.to_owned())
        })
    }

    /// The first value that can be read; the others go to the notes.
    fn first_readable(
        &mut self,
        field: Field,
        target: Target,
        issue: Issue,
        read: impl Fn(&str, Place) -> Option<String>,
    ) -> String {
        let mut found: Option<String> = None;
        for value in self.layout.values(self.at, target) {
            match (read(&value.text, value.place), &found) {
                (Some(text), None) => {
                    self.row.places.insert(field, value.place);
                    found = Some(text);
                }
                (Some(text), Some(known)) if text == *known => {}
                (Some(_), Some(_)) => self.row.leave(value.place, value.text),
                (None, _) => {
                    self.row.refuse(
                        self.layout,
                        value.place,
                        &value.text,
                        RowIssue::Refused(issue),
                    );
                }
            }
        }
        found.unwrap_or_default()
    }
}

/// A rhythm in days: a number, with or without the word, or a common word.
fn read_rhythm(text: &str) -> Option<String> {
    let days = match key(text).as_str() {
        "woechentlich" | "weekly" => 7,
        "zweiwoechentlich" | "14taegig" | "biweekly" => 14,
        "monatlich" | "monthly" => 30,
        "quartalsweise" | "vierteljaehrlich" | "quarterly" => 91,
        "halbjaehrlich" | "halfyearly" => 182,
        "jaehrlich" | "yearly" | "annually" => 365,
        _ => {
            let number = text.trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace());
            number.parse().ok().filter(|days| (1..=CADENCE_MAX).contains(days))?
        }
    };
    Some(days.to_string())
}
