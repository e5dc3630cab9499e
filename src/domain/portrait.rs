//! What we understand of a customer beyond the axes: ratings, what counts for them, what both sides
//! gain, and under which conditions they stay.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    axes::axis,
    by_id::{ById, HasId},
    condition::{Condition, Verdict},
    ids::FieldId,
    level::{Dimension, Level},
    limits::OWN_FIELDS_MAX,
    sheet::{Input, sheet, value_words},
};

axis! {
    /// What counts for a customer (A5).
    WhatCounts {
        /// The price.
        Price = "price",
        /// That it is there when needed.
        Availability = "availability",
        /// Quality.
        Quality = "quality",
        /// Service.
        Service = "service",
        /// Fast reaction (B23).
        Speed = "speed",
        /// Advice.
        Advice = "advice",
        /// That they know whom they deal with.
        Persons = "persons",
        /// Sustainability.
        Sustainability = "sustainability",
        /// Health.
        Health = "health",
    }
}
value_words!(WhatCounts);

const COUNTS: Input = Input::Choices(&[
    "price",
    "availability",
    "quality",
    "service",
    "speed",
    "advice",
    "persons",
    "sustainability",
    "health",
]);

sheet! {
    /// What we understand of a customer. Empty places mean: not known.
    #[derive(Default)]
    Portrait {
        /// What solves their problem is what they buy (C8).
        problem: String = Problem Input::Text;
        /// Why now, and who gave the push (C4).
        trigger: String = Trigger Input::Text;
        /// What they take for granted (D5).
        expectations: String = Expectations Input::Text;
        /// What they would like (D9).
        wishes: String = Wishes Input::Text;
        /// How they like it (D15).
        preferences: String = Preferences Input::Text;
        /// What counts (A5).
        counts: std::collections::BTreeSet<WhatCounts> = Counts COUNTS;
        /// Trust.
        trust: Option<Level> = Trust Input::Level;
        /// Why trust is what it is (A16).
        trust_because: String = TrustBecause Input::Text;
        /// Communication.
        communication: Option<Level> = Communication Input::Level;
        /// Added value.
        value: Option<Level> = Value Input::Level;
        /// Emotional closeness.
        closeness: Option<Level> = Closeness Input::Level;
        /// Satisfaction with the product.
        product: Option<Level> = Product Input::Level;
        /// Satisfaction with the buying process.
        process: Option<Level> = Process Input::Level;
        /// Satisfaction with the relationship.
        relationship: Option<Level> = Relationship Input::Level;
        /// How dependent they are (E19).
        dependency: Option<Level> = Dependency Input::Level;
        /// What they feel they get for it (E20).
        benefit: Option<Level> = Benefit Input::Level;
        /// What we gain (C42).
        for_us: String = ForUs Input::Text;
        /// What they gain.
        for_them: String = ForThem Input::Text;
        /// Who else gains.
        for_others: String = ForOthers Input::Text;
        /// The conditions for buying again and for the bond.
        conditions: BTreeMap<Condition, Verdict> = Conditions Input::Verdicts;
        /// When a new need is to be expected (E14).
        next_need: Option<NaiveDate> = NextNeed Input::Day;
        /// Which of their people recommended us (C18, R24).
        referred_through: String = ReferredThrough Input::Line;
        /// When the classification was last looked at (D16).
        reviewed_on: Option<NaiveDate> = ReviewedOn Input::PastDay;
        /// When it is to be looked at again, where a day was set.
        review_on: Option<NaiveDate> = ReviewOn Input::Day;
        /// Until when the data may be kept (R35).
        keep_until: Option<NaiveDate> = KeepUntil Input::Day;
    }
}

impl Portrait {
    /// The rating on a dimension.
    pub fn rating(&self, dimension: Dimension) -> Option<Level> {
        match dimension {
            Dimension::Trust => self.trust,
            Dimension::Communication => self.communication,
            Dimension::Value => self.value,
            Dimension::Closeness => self.closeness,
            Dimension::Product => self.product,
            Dimension::Process => self.process,
            Dimension::Relationship => self.relationship,
            Dimension::Dependency => self.dependency,
            Dimension::Benefit => self.benefit,
        }
    }

    /// How dependency and benefit stand to each other; `None` while one of them is not rated (R14).
    pub fn balance(&self) -> Option<Balance> {
        let (dependency, benefit) = (self.dependency?.get(), self.benefit?.get());
        Some(match benefit {
            benefit if benefit <= dependency => Balance::Burden,
            benefit if benefit >= dependency + HEALTHY_MARGIN => Balance::Healthy,
            _ => Balance::Close,
        })
    }
}

/// By how much the benefit exceeds the dependency in a healthy relationship (R14).
const HEALTHY_MARGIN: u8 = 2;

/// Whether an accepted dependency is outweighed (E20, R14).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Balance {
    /// The benefit clearly outweighs it.
    Healthy,
    /// The benefit is a little more.
    Close,
    /// It may be felt as a burden.
    Burden,
}

/// A field that the person defined (settings).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnField {
    /// Its id.
    pub id: FieldId,
    /// Its name; never empty.
    pub name: String,
    /// What it takes.
    pub takes: OwnInput,
    /// What to choose from, for [`OwnInput::Choice`].
    pub options: Vec<String>,
}

axis! {
    /// What an own field takes.
    OwnInput {
        /// One line.
        Text = "text",
        /// A number, with a decimal mark where needed.
        Number = "number",
        /// A day.
        Date = "date",
        /// One of the options.
        Choice = "choice",
    }
}

/// The value of an own field, as canonical text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnValue {
    /// Which field.
    pub id: FieldId,
    /// The value; never empty.
    pub value: String,
}

impl HasId for OwnValue {
    fn id(&self) -> uuid::Uuid {
        self.id.0
    }
}

/// The values of own fields.
pub type OwnValues = ById<OwnValue>;

impl OwnField {
    /// The canonical value of what was typed.
    pub fn canonical(&self, text: &str) -> Result<String, super::problem::Issue> {
        use super::problem::Issue;
        let line = super::text::clean_line(text);
        if line.is_empty() {
            return Ok(line);
        }
        match self.takes {
            OwnInput::Text if line.chars().count() > super::limits::LINE_MAX => {
                Err(Issue::TooLong(super::limits::LINE_MAX))
            }
            OwnInput::Text => Ok(line),
            OwnInput::Number => {
                let plain = line.replace(',', ".");
                let number = plain.parse::<f64>().ok().filter(|number| number.is_finite());
                number.map(|_| plain).ok_or(Issue::NotANumber)
            }
            OwnInput::Date => {
                super::contact::read_day(&line).map(|day| day.to_string()).ok_or(Issue::NotADay)
            }
            OwnInput::Choice if self.options.contains(&line) => Ok(line),
            OwnInput::Choice => Err(Issue::Missing),
        }
    }
}

/// The fields as the settings may hold them: named, not too many, choices with options.
pub fn check_own_fields(fields: &[OwnField]) -> Result<(), super::problem::Problems> {
    use super::problem::{Check, Field, Issue};
    let mut check = Check::default();
    if fields.len() > OWN_FIELDS_MAX {
        check.note(Field::OwnFields, Issue::TooMany(OWN_FIELDS_MAX));
    }
    for (at, field) in fields.iter().enumerate() {
        let name = check.short(Field::OwnName(at), field.name.clone(), super::limits::TAG_MAX);
        if name.trim().is_empty() {
            check.note(Field::OwnName(at), Issue::Missing);
        }
        if field.takes == OwnInput::Choice && field.options.is_empty() {
            check.note(Field::OwnOptions(at), Issue::Missing);
        }
    }
    check.finish(())
}
