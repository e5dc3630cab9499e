//! Which column stands for what: guessed first, then as the person wants it.

use std::collections::BTreeSet;

use super::{
    contains, generic, google,
    heading::{has, key},
    hubspot, outlook, pipedrive,
    program::Program,
    target::{PersonPart, Target},
    thunderbird,
};
use crate::exchange::{file::Table, own};

/// What each column stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    targets: Vec<Target>,
}

impl Mapping {
    /// What the columns of a table stand for, as far as its headings and its program tell. Blank
    /// columns stand for nothing; a filled one of a list kept by hand that no one knows is kept in
    /// the notes.
    pub fn guess(table: &Table) -> Self {
        let program = table.program();
        let keys: Vec<String> = table.headings().iter().map(|heading| key(heading)).collect();
        let headings = table.headings().iter().zip(&keys).enumerate();
        let targets = headings.map(|(column, (heading, key))| {
            if table.values(column).next().is_none() {
                return Target::Ignore;
            }
            guess(program, heading, key)
        });
        let mut mapping = Self { targets: targets.collect() };
        if matches!(program, Program::Generic | Program::HubSpot) {
            mapping.settle(&keys);
        }
        mapping
    }

    /// What a column stands for.
    pub fn target(&self, column: usize) -> Target {
        self.targets.get(column).copied().unwrap_or(Target::Ignore)
    }

    /// What every column stands for.
    pub fn targets(&self) -> &[Target] {
        &self.targets
    }

    /// Lets a column stand for something else.
    pub fn set(&mut self, column: usize, target: Target) {
        if let Some(place) = self.targets.get_mut(column) {
            *place = target;
        }
    }

    /// Everything a column of this list may stand for: [`Target::ALL`] and as many people as the
    /// list has.
    pub fn choices(&self) -> Vec<Target> {
        let people = self.targets.iter().filter_map(|target| match target {
            Target::Person(number, _) => Some(*number),
            _ => None,
        });
        let most = people.max().unwrap_or(0);
        let further =
            (4..=most).flat_map(|number| PersonPart::ALL.map(|part| Target::Person(number, part)));
        Target::ALL.iter().copied().chain(further).collect()
    }

    /// Headings that mean one thing alone and another beside others.
    fn settle(&mut self, keys: &[String]) {
        let has = |target| self.targets.contains(&target);
        let has_humans =
            has(Target::FirstName) || has(Target::LastName) || has(Target::ContactPerson);
        let lacks_last_name = has(Target::FirstName) && !has(Target::LastName);
        let has_company_name = keys.iter().any(|key| key == "companyname");
        for (target, key) in self.targets.iter_mut().zip(keys) {
            match key.as_str() {
                "name" if lacks_last_name && *target == Target::Name => *target = Target::LastName,
                "associatedcompany" if has_company_name => *target = Target::Ignore,
                role if generic::ROLE_BESIDE_HUMANS.contains(&role)
                    && has_humans
                    && *target == Target::KeepInNotes =>
                {
                    *target = Target::Role;
                }
                _ => {}
            }
        }
    }
}

fn guess(program: Program, heading: &str, key: &str) -> Target {
    match program {
        Program::Rapport => own::target(key),
        Program::Google | Program::GoogleOld => google::target(key),
        Program::Outlook | Program::OutlookGerman | Program::OutlookWeb => outlook::target(key),
        Program::Pipedrive => pipedrive::target(heading),
        Program::Thunderbird => thunderbird::target(key),
        Program::HubSpot => hubspot::target(key).or_else(|| known(key)).unwrap_or(Target::Ignore),
        Program::Generic => {
            let found = known(key).or_else(|| numbered_person(key));
            found.or_else(|| contains::target(key)).unwrap_or(Target::KeepInNotes)
        }
    }
}

fn known(key: &str) -> Option<Target> {
    let found = generic::HEADINGS.iter().find(|(_, keys)| has(keys, key));
    found.map(|(target, _)| *target)
}

/// `Ansprechpartner 2`: one of several people in a row.
fn numbered_person(key: &str) -> Option<Target> {
    let words = ["ansprechpartner", "kontaktperson", "contactperson", "contact", "person"];
    let number = words.iter().find_map(|word| key.strip_prefix(word))?;
    number
        .parse()
        .ok()
        .filter(|number| (1..=9).contains(number))
        .map(|number| Target::Person(number, PersonPart::Name))
}

/// How many of these headings mean something, whatever the program.
pub(in crate::exchange) fn known_headings<'a>(headings: impl Iterator<Item = &'a str>) -> usize {
    let headings: Vec<&str> =
        headings.map(str::trim).filter(|heading| !heading.is_empty()).collect();
    let keys: BTreeSet<String> = headings.iter().map(|heading| key(heading)).collect();
    if own::is_own(&keys) {
        return keys.len();
    }
    let is_known = |heading: &&&str| {
        let key = key(heading);
        let by_program = [google::target(&key), outlook::target(&key), thunderbird::target(&key)];
        known(&key).is_some()
            || by_program.iter().any(|target| *target != Target::Ignore)
            || pipedrive::target(heading) != Target::Ignore
    };
    headings.iter().filter(is_known).count()
}

/// Whether a cell looks like an e-mail address.
pub(in crate::exchange) fn looks_like_email(cell: &str) -> bool {
    cell.split_once('@').is_some_and(|(local, host)| {
        let has_name = !local.is_empty() && !local.contains(char::is_whitespace);
        has_name && host.contains('.') && !host.contains(|c: char| c.is_whitespace() || c == '@')
    })
}
