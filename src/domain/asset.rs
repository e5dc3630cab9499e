//! What belongs to the whole workspace: products, message templates, checklist templates.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;

use super::{
    amount::Amount,
    ids::AssetId,
    limits::LIFETIME_MAX,
    problem::{Field, Issue, Problem, Problems},
    sheet::{Facts, Input, Slot, Step, sheets},
};

sheets! {
    /// Something of the workspace that many customers share.
    Asset,
    /// The kinds of assets.
    AssetKind:

    /// A product (C5, C11, R7).
    Product = "product" {
        /// Its name.
        title: String = Title Input::Line, must;
        /// Products of one family are no cross-selling to each other.
        family: String = Family Input::Line;
        /// What one costs the customer.
        price: Option<Amount> = Price Input::Money;
        /// What speaks for it (C5, C15).
        arguments: Vec<String> = Arguments Input::Items;
        /// How long it lasts, in years (E15).
        lifetime: Option<u32> = Lifetime Input::Count(LIFETIME_MAX);
        /// What goes with it (C11, E24).
        goes_with: BTreeSet<AssetId> = GoesWith Input::Products;
        /// Why the whole is more than its parts (E24).
        synergy: String = Synergy Input::Text;
        /// Anything else.
        notes: String = Notes Input::Text;
    }
    /// A message with merge fields (B14, A17).
    Message = "message" {
        /// Its name.
        title: String = Title Input::Line, must;
        /// The subject.
        subject: String = Subject Input::Line;
        /// The text.
        text: String = Text Input::Text, must;
        /// Whether it is sent without anyone looking at it (R23).
        automated: bool = Automated Input::Flag;
    }
    /// A checklist to start from (A21).
    Procedure = "procedure" {
        /// What it is for.
        title: String = Title Input::Line, must;
        /// Its steps.
        items: Vec<String> = Items Input::Items, must;
    }
}

impl Asset {
    /// The asset a filled form describes, or every problem of the form.
    pub fn check(kind: AssetKind, form: &Facts, now: NaiveDateTime) -> Result<Self, Problems> {
        let facts = form.check(kind.blanks(), now)?;
        Self::of_facts(kind, &facts).ok_or(Problems(vec![Problem {
            field: Field::Slot(Slot::Title),
            issue: Issue::Missing,
        }]))
    }

    /// Its name.
    pub fn title(&self) -> &str {
        match self {
            Self::Product(product) => &product.title,
            Self::Message(message) => &message.title,
            Self::Procedure(procedure) => &procedure.title,
        }
    }
}

impl Procedure {
    /// Its steps, none of them done.
    pub fn steps(&self) -> Vec<Step> {
        self.items.iter().map(|text| Step { text: text.clone(), done: false }).collect()
    }
}
