//! Under which conditions a customer buys again, and what strengthens the bond: six and six, each
//! answered by what we know (E9–E14, E21–E26).

use std::collections::BTreeMap;

use super::{axes::axis, sheet::Value};

axis! {
    /// One condition.
    Condition {
        /// Satisfied with the product (E9).
        Product = "product",
        /// Satisfied with the buying process (E10).
        Process = "process",
        /// Our values and image fit theirs (E11).
        Values = "values",
        /// Buying again is easy (E12).
        Reorder = "reorder",
        /// The surroundings confirm the choice (E13).
        Surroundings = "surroundings",
        /// A new need arises (E14).
        Need = "need",
        /// Satisfied with the relationship; weighs more than the product (E21).
        Relationship = "relationship",
        /// The relationship itself is worth something, is recognised (E22).
        Standing = "standing",
        /// It is uncomplicated (E23).
        Easy = "easy",
        /// Further products add up to more than their sum (E24).
        Synergy = "synergy",
        /// People know and value each other (E25).
        Persons = "persons",
        /// They value each other as humans, apart from business (E26).
        Human = "human",
    }
}

axis! {
    /// Whether something holds.
    Answer {
        /// It does.
        Yes = "yes",
        /// It does not.
        No = "no",
    }
}

/// What we know of a condition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it holds; `None` while nobody knows.
    pub answer: Option<Answer>,
    /// How we know, or what is missing.
    pub note: String,
}

impl Condition {
    /// The conditions for buying again.
    pub fn rebuy() -> &'static [Self] {
        Self::ALL.split_at(6).0
    }

    /// The conditions that strengthen the bond.
    pub fn bond() -> &'static [Self] {
        Self::ALL.split_at(6).1
    }
}

/// Verdicts as one text.
pub fn verdicts_text(verdicts: &BTreeMap<Condition, Verdict>) -> String {
    verdicts.write()
}

/// Reads what [`verdicts_text`] wrote.
pub fn read_verdicts(text: &str) -> Option<BTreeMap<Condition, Verdict>> {
    Value::read(text)
}

/// How many of these conditions hold.
pub fn fulfilled(verdicts: &BTreeMap<Condition, Verdict>, of: &[Condition]) -> usize {
    let holds = |condition: &&Condition| {
        verdicts.get(condition).is_some_and(|verdict| verdict.answer == Some(Answer::Yes))
    };
    of.iter().filter(holds).count()
}
