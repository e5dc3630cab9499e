//! The blocks that are folded away, and which fields they hold.

use leptos::prelude::*;

use crate::domain::{CustomerDraft, Field};

/// A block of the form below the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// Sector, address and web.
    Address,
    /// People.
    People,
    /// The profile of the relationship.
    Relation,
    /// Need, wishes, rhythm, referral.
    Wishes,
    /// Tags and notes.
    Notes,
}

impl Block {
    /// The stable word for scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Address => "block-address",
            Self::People => "block-people",
            Self::Relation => "block-relation",
            Self::Wishes => "block-wishes",
            Self::Notes => "block-notes",
        }
    }

    /// The block that holds a field; the first block holds the rest.
    pub fn of(field: Field) -> Option<Self> {
        Some(match field {
            Field::Sector
            | Field::Street
            | Field::PostalCode
            | Field::City
            | Field::Country
            | Field::Web => Self::Address,
            Field::People
            | Field::PersonName(_)
            | Field::PersonRole(_)
            | Field::PersonEmail(_)
            | Field::PersonPhone(_)
            | Field::PersonBirthday(_)
            | Field::PersonKnows(_)
            | Field::PersonFacts(_) => Self::People,
            Field::Intensity | Field::CustomerView | Field::AskedOn => Self::Relation,
            Field::Need | Field::Cadence => Self::Wishes,
            Field::Tags | Field::Notes => Self::Notes,
            _ => return None,
        })
    }
}

/// Which blocks are open.
#[derive(Clone, Copy)]
pub struct Folds {
    address: RwSignal<bool>,
    people: RwSignal<bool>,
    relation: RwSignal<bool>,
    wishes: RwSignal<bool>,
    notes: RwSignal<bool>,
}

impl Folds {
    /// All folded, but for the people there are.
    pub fn new(draft: &CustomerDraft) -> Self {
        let closed = || RwSignal::new(false);
        Self {
            address: closed(),
            people: RwSignal::new(!draft.people.is_empty()),
            relation: closed(),
            wishes: closed(),
            notes: closed(),
        }
    }

    /// Whether a block is open.
    pub fn signal(&self, block: Block) -> RwSignal<bool> {
        match block {
            Block::Address => self.address,
            Block::People => self.people,
            Block::Relation => self.relation,
            Block::Wishes => self.wishes,
            Block::Notes => self.notes,
        }
    }

    /// Opens the block of a field.
    pub fn unfold(&self, field: Field) {
        if let Some(block) = Block::of(field) {
            self.signal(block).set(true);
        }
    }
}

/// The most proposals below a field.
pub const PROPOSALS: usize = 50;
