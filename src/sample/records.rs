//! The records of the sample: products, templates, deals, promises and everything else, from
//! `records.json`. A text is one for both languages or a pair, German first; `@-28` is 28 days ago,
//! `@+1` tomorrow, `@-49T08:50` with a time, `%desk` the product of that name.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::Deserialize;

use super::{
    calendar::{due, past},
    cast::Fault,
    textbook::Language,
};
use crate::domain::{
    Asset, AssetId, AssetKind, Blank, Customer, CustomerId, Extra, Facts, Level, Matter, MatterId,
    MatterKind, NewIds, Portrait, Problems, Salutation, Slot, Workspace, iso,
};

#[derive(Deserialize)]
struct Records {
    assets: Vec<(String, String, Places)>,
    customers: Vec<(String, File)>,
}

/// The records of one customer.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    /// In the order of the customer's people.
    people: Vec<Places>,
    portrait: Places,
    /// Every rating of trust, with its day.
    trust: Vec<(String, String)>,
    /// By the day of the contact.
    extras: Vec<(String, Places)>,
    matters: Vec<(String, Places)>,
}

type Places = BTreeMap<String, Said>;

#[derive(Deserialize)]
#[serde(untagged)]
enum Said {
    Both(String),
    Each(String, String),
}

/// Writes every record into the workspace.
pub(super) fn tell(
    workspace: &mut Workspace,
    known: &BTreeMap<&str, CustomerId>,
    language: Language,
    today: NaiveDate,
    ids: &mut dyn NewIds,
) -> Result<(), Fault> {
    let records: Records = serde_json::from_str(include_str!("records.json"))
        .map_err(|error| Fault::Unreadable { line: error.line(), column: error.column() })?;
    let names = records.assets.iter().map(|(name, ..)| (name.clone(), AssetId(ids.next())));
    let telling = Telling { language, today, assets: names.collect() };
    for (name, kind, places) in &records.assets {
        let kind = AssetKind::from_key(kind).ok_or(Fault::Unknown("asset"))?;
        let asset = Asset::check(kind, &telling.facts(places)?, telling.now());
        let id = telling.assets.get(name).ok_or(Fault::Unknown("asset"))?;
        workspace.take_asset(*id, asset.map_err(refused)?);
    }
    for (name, file) in &records.customers {
        let id = known.get(name.as_str()).ok_or(Fault::Unknown("customer"))?;
        let customer = workspace.customer(*id).ok_or(Fault::Unknown("customer"))?;
        let mut customer = customer.as_ref().clone();
        telling.file(&mut customer, file, ids)?;
        workspace.put(customer);
    }
    Ok(())
}

struct Telling {
    language: Language,
    today: NaiveDate,
    assets: BTreeMap<String, AssetId>,
}

impl Telling {
    fn now(&self) -> NaiveDateTime {
        self.today.and_time(NaiveTime::MIN)
    }

    fn file(
        &self,
        customer: &mut Customer,
        file: &File,
        ids: &mut dyn NewIds,
    ) -> Result<(), Fault> {
        for (person, places) in customer.details.people.iter_mut().zip(&file.people) {
            let text = |name| places.get(name).map(|said| self.text(said)).unwrap_or_default();
            person.salutation = Salutation::from_key(text("salutation"));
            person.executive = !text("executive").is_empty();
            person.knows = text("knows").to_owned();
        }
        for (day, level) in &file.trust {
            let (on, level) = (self.day(day)?, level.parse::<Level>().ok());
            let portrait = Portrait { trust: level, ..customer.portrait.clone() };
            customer.set_portrait(portrait, on, ids);
        }
        let trust = customer.portrait.trust;
        let facts = self.checked(&file.portrait, Portrait::BLANKS)?;
        let portrait = Portrait::of_facts(&facts).ok_or(Fault::Unknown("portrait"))?;
        let last = customer.history.last().map_or(customer.created, |change| change.on);
        customer.set_portrait(Portrait { trust, ..portrait }, last, ids);
        customer.history.sort_by_key(|change| change.on);
        for (day, places) in &file.extras {
            let on = self.day(&["@", day].concat())?;
            let contact = customer.contacts.values().find(|contact| contact.at.date() == on);
            let mut contact = contact.ok_or(Fault::Unknown("contact"))?.as_ref().clone();
            let facts = self.checked(places, Extra::BLANKS)?;
            contact.extra = Extra::of_facts(&facts).map(Arc::new);
            customer.put_contact(contact);
        }
        for (kind, places) in &file.matters {
            let kind = MatterKind::from_key(kind).ok_or(Fault::Unknown("matter"))?;
            let matter = Matter::check(kind, &self.facts(places)?, self.now()).map_err(refused)?;
            customer.matters.insert(MatterId(ids.next()), Arc::new(matter));
        }
        Ok(())
    }

    fn checked(&self, places: &Places, blanks: &[Blank]) -> Result<Facts, Fault> {
        self.facts(places)?.check(blanks, self.now()).map_err(refused)
    }

    fn facts(&self, places: &Places) -> Result<Facts, Fault> {
        let mut facts = Facts::default();
        for (name, said) in places {
            let slot = Slot::from_key(name).ok_or(Fault::Unknown("slot"))?;
            facts.set(slot, self.resolved(self.text(said))?);
        }
        Ok(facts)
    }

    fn text<'a>(&self, said: &'a Said) -> &'a str {
        match (said, self.language) {
            (Said::Both(text), _) | (Said::Each(text, _), Language::German) => text,
            (Said::Each(_, text), Language::English) => text,
        }
    }

    /// Days and products in the place of what stands for them.
    fn resolved(&self, text: &str) -> Result<String, Fault> {
        if text.starts_with('@') {
            let (day, time) = text.split_once('T').unwrap_or((text, ""));
            let day = iso::day_text(self.day(day)?);
            return Ok(if time.is_empty() { day } else { [&day, "T", time].concat() });
        }
        let mut text = text.to_owned();
        for (name, id) in &self.assets {
            text = text.replace(&["%", name].concat(), &id.to_string());
        }
        Ok(text)
    }

    fn day(&self, text: &str) -> Result<NaiveDate, Fault> {
        let days = text.strip_prefix('@').and_then(|days| days.parse::<i64>().ok());
        let days = days.ok_or(Fault::Unknown("day"))?;
        Ok(if days > 0 { due(self.today, days) } else { past(self.today, days) })
    }
}

fn refused(problems: Problems) -> Fault {
    Fault::Refused("records", problems)
}
