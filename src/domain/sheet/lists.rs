//! Places that hold several entries, one on each line, its parts separated by tabs.

use std::collections::BTreeMap;

use super::Value;
use crate::domain::{
    condition::{Answer, Condition, Verdict},
    ids::AssetId,
    limits::{ITEMS_MAX, LINE_MAX, QUANTITY_MAX},
    problem::Issue,
    text::clean_line,
};

/// One product of a deal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DealLine {
    /// How many, at least 1.
    pub quantity: u32,
    /// Its name; never empty. Kept beside the id, so that a deal outlives the product.
    pub name: String,
    /// Which product of ours.
    pub product: Option<AssetId>,
}

/// One step of a checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What; never empty.
    pub text: String,
    /// Whether it is done.
    pub done: bool,
}

impl Value for Vec<DealLine> {
    /// `quantity ⇥ name ⇥ product`.
    fn write(&self) -> String {
        let lines = self.iter().map(|line| {
            [line.quantity.to_string(), line.name.clone(), line.product.write()].join("\t")
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    fn read(text: &str) -> Option<Self> {
        text.lines().map(deal_line).collect()
    }
}

fn deal_line(text: &str) -> Option<DealLine> {
    let mut parts = text.split('\t');
    let quantity = parts.next()?.parse().ok()?;
    let name = parts.next()?.to_owned();
    let product = Option::read(parts.next().unwrap_or_default())?;
    Some(DealLine { quantity, name, product })
}

impl Value for Vec<Step> {
    /// `x ⇥ text` when done, `- ⇥ text` when not.
    fn write(&self) -> String {
        let steps =
            self.iter().map(|step| [if step.done { "x" } else { "-" }, "\t", &step.text].concat());
        steps.collect::<Vec<_>>().join("\n")
    }

    fn read(text: &str) -> Option<Self> {
        let step = |line: &str| {
            let (mark, text) = line.split_once('\t')?;
            Some(Step { text: text.to_owned(), done: mark == "x" })
        };
        text.lines().map(step).collect()
    }
}

impl Value for BTreeMap<Condition, Verdict> {
    /// `condition ⇥ answer ⇥ note`.
    fn write(&self) -> String {
        let lines = self.iter().map(|(condition, verdict)| {
            [condition.key(), &verdict.answer.write(), &verdict.note].join("\t")
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    fn read(text: &str) -> Option<Self> {
        let verdict = |line: &str| {
            let mut parts = line.split('\t');
            let condition = Condition::from_key(parts.next()?)?;
            let answer: Option<Answer> = Option::read(parts.next()?)?;
            let note = parts.next().unwrap_or_default().to_owned();
            Some((condition, Verdict { answer, note }))
        };
        text.lines().map(verdict).collect()
    }
}

/// Every line with its parts cleaned; lines without any text are left out.
fn rows(text: &str) -> Result<Vec<Vec<String>>, Issue> {
    let rows: Vec<Vec<String>> =
        text.lines().map(|line| line.split('\t').map(clean_line).collect()).collect();
    if rows.len() > ITEMS_MAX {
        return Err(Issue::TooMany(ITEMS_MAX));
    }
    if rows.iter().flatten().any(|part| part.chars().count() > LINE_MAX) {
        return Err(Issue::TooLong(LINE_MAX));
    }
    Ok(rows)
}

pub(super) fn deal_lines(text: &str) -> Result<String, Issue> {
    let mut lines = Vec::new();
    for row in rows(text)? {
        let part = |at: usize| row.get(at).map_or("", String::as_str);
        if part(1).is_empty() {
            continue;
        }
        let quantity = if part(0).is_empty() { "1" } else { part(0) };
        let quantity = quantity.parse().ok().filter(|n| (1..=QUANTITY_MAX).contains(n));
        lines.push(DealLine {
            quantity: quantity.ok_or(Issue::NotACount(QUANTITY_MAX))?,
            name: part(1).to_owned(),
            product: part(2).parse().ok(),
        });
    }
    Ok(lines.write())
}

pub(super) fn steps(text: &str) -> Result<String, Issue> {
    let step = |row: Vec<String>| {
        let text = row.last().filter(|text| !text.is_empty())?.clone();
        let done = row.len() > 1 && row.first().is_some_and(|mark| mark == "x");
        Some(Step { text, done })
    };
    Ok(rows(text)?.into_iter().filter_map(step).collect::<Vec<_>>().write())
}

pub(super) fn verdicts(text: &str) -> Result<String, Issue> {
    let mut verdicts = BTreeMap::new();
    for row in rows(text)? {
        let part = |at: usize| row.get(at).map_or("", String::as_str);
        let verdict = Verdict { answer: Answer::from_key(part(1)), note: part(2).to_owned() };
        if let Some(condition) = Condition::from_key(part(0))
            && verdict != Verdict::default()
        {
            verdicts.insert(condition, verdict);
        }
    }
    Ok(verdicts.write())
}
