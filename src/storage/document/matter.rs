//! Matters and portraits as they are stored: the facts of a sheet, each place under its own name.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{NaiveDate, NaiveTime};
use uuid::Uuid;

use crate::{
    domain::{
        Blank as Place, Condition, Customer, Extra, Facts, Level, MATTERS_MAX, Matter, MatterId,
        MatterKind, Matters, OwnValue, Portrait, PutOff, Slot, Verdict, read_verdicts,
        verdicts_text,
    },
    storage::codec::{
        Blank, Entries, Inside, Item, Read, Section, Shape, Token, Unreadable, Value, Wrong, shape,
        text, written_shape,
    },
};

/// The facts of a sheet as a shape: every place a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct StoredFacts(pub Facts);

static EMPTY: String = String::new();

impl Shape for StoredFacts {
    fn names(&self) -> &'static [&'static str] {
        const { assert!(Slot::KEYS.len() <= 128) };
        Slot::KEYS
    }

    fn value(&self, place: usize) -> Option<&dyn Value> {
        let slot = Slot::ALL.get(place)?;
        Some(self.0.0.get(slot).unwrap_or(&EMPTY))
    }

    fn value_mut(&mut self, place: usize) -> Option<&mut dyn Value> {
        let slot = Slot::ALL.get(place)?;
        Some(self.0.0.entry(*slot).or_default())
    }
}

impl StoredFacts {
    fn of(matter: &Matter) -> Self {
        let mut facts = matter.facts();
        facts.set(Slot::Is, matter.kind().key());
        Self(facts)
    }

    /// The matter; none when it is of a kind of a newer version.
    fn matter(&self) -> Read<Option<Matter>> {
        let Some(kind) = MatterKind::from_key(self.0.get(Slot::Is)) else { return Ok(None) };
        Matter::of_facts(kind, &self.0).map(Some).ok_or(Unreadable::Missing(kind.key()))
    }
}

impl Section for Matters {
    fn each<'a>(&'a self, each: &mut dyn FnMut(Uuid, Item<'a>)) {
        for (id, matter) in self {
            each(id.0, Item::Made(Box::new(StoredFacts::of(matter))));
        }
    }

    fn merge(&mut self, entries: &mut dyn Entries) -> Read {
        while let Some(id) = entries.next()? {
            let mut stored = StoredFacts::default();
            let is_there = entries.fill(&mut stored)?;
            match if is_there { stored.matter()? } else { None } {
                Some(matter) => {
                    self.insert(MatterId(id), Arc::new(matter));
                }
                None => {
                    self.remove(&MatterId(id));
                }
            }
        }
        Ok(())
    }
}

shape! {
    OwnValue new (id);
    "value" => value,
}

shape! {
    PutOff new ();
    "kind" => kind,
    "of" => of,
    "on" => on,
    "until" => until,
    "reason" => reason,
}

/// Whether facts hold no more than their form lets in, on whatever day.
pub(super) fn holds(facts: &Facts, places: &[Place]) -> bool {
    let far = NaiveDate::from_ymd_opt(2300, 1, 1).unwrap_or_default();
    facts.shown(places, '.').check(places, far.and_time(NaiveTime::MIN)).is_ok()
}

/// Whether a customer's records hold no more than their forms let in.
pub(super) fn fits(customer: &Customer) -> bool {
    customer.matters.len() <= MATTERS_MAX
        && holds(&customer.portrait.facts(), Portrait::BLANKS)
        && customer.matters.values().all(|matter| holds(&matter.facts(), matter.kind().blanks()))
        && customer.contacts.values().all(|contact| {
            contact.extra.as_ref().is_none_or(|extra| holds(&extra.facts(), Extra::BLANKS))
        })
}

impl Blank for Level {
    fn blank(_: Uuid) -> Self {
        Level::ALL[2]
    }
}

/// 1 to 5.
impl Value for Level {
    fn is_needed(&self) -> bool {
        true
    }

    fn write(&self, out: &mut String) {
        out.push_str(&self.to_string());
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Wrong> {
        let Token::Number(number) = token else { return Err(Wrong) };
        *self = u8::try_from(number).ok().and_then(Self::new).ok_or(Wrong)?;
        Ok(())
    }
}

/// As one text, for its lines are read together.
impl Value for BTreeMap<Condition, Verdict> {
    fn is_new(&self) -> bool {
        self.is_empty()
    }

    fn write(&self, out: &mut String) {
        text(&verdicts_text(self), out);
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Wrong> {
        *self = match token {
            Token::Text(text) => read_verdicts(text).ok_or(Wrong)?,
            Token::Null => Self::new(),
            _ => return Err(Wrong),
        };
        Ok(())
    }
}

impl Value for Arc<Extra> {
    fn is_needed(&self) -> bool {
        true
    }

    fn write(&self, out: &mut String) {
        written_shape(self.as_ref(), out);
    }

    fn take(&mut self, _: Token<'_>) -> Result<(), Wrong> {
        Err(Wrong)
    }

    fn inside(&mut self) -> Inside<'_> {
        *self = Blank::blank(Uuid::nil());
        Inside::Shape(self)
    }
}
