//! What a customer relationship is: one file per concept.
//!
//! Pure. Knows nothing of browsers, storage, languages, the clock or chance:
//! the time and new ids always come in as arguments.

mod amount;
mod arguments;
mod asset;
mod axes;
mod board;
mod by_id;
mod card;
mod classification;
mod co_creation;
mod condition;
mod contact;
mod customer;
mod deal;
mod details;
mod draft;
mod due;
mod duplicates;
mod filter;
mod folding;
mod ids;
pub mod iso;
mod level;
mod limits;
mod matter;
mod message;
mod phase;
mod portrait;
mod problem;
mod rank;
mod records;
mod referral;
mod scheme;
mod set_aside;
mod settings;
mod shared;
mod sheet;
mod standing;
mod text;
mod timeline;
mod workspace;
mod yearly;

pub use amount::{Amount, Worth, parse_amount};
pub use arguments::Telling;
pub use asset::{Asset, AssetKind, Message, Procedure, Product};
pub use axes::{ContactForm, ContactWish, Intensity, Mode, RelationType, Source, View};
pub use board::{Board, Column, ColumnKey, Grouping, Place, arrange};
pub use by_id::{ById, HasId};
pub use card::Card;
pub use classification::{Change, Classification};
pub use co_creation::*;
pub use condition::{Answer, Condition, Verdict, fulfilled, read_verdicts, verdicts_text};
pub use contact::{
    Channel, Contact, ContactDraft, Direction, Extra, Manner, Mood, NextStep, Purpose,
};
pub use customer::{Customer, Matters};
pub use details::{Address, CustomerView, Details, Evidence, Kind, Person, Profile, Salutation};
pub use draft::{CustomerDraft, PersonDraft};
pub use due::{Due, DueKind, DueState, PutOff};
pub use duplicates::Lookup;
pub use filter::Filter;
pub use folding::fold;
pub use ids::{
    AssetId, ChangeId, ColumnId, CommentId, ContactId, CustomerId, EventId, FieldId, GroupId,
    IdeaId, MatterId, NewIds, OptionId, OriginId, PollId, PostId, TurnId,
};
pub use level::{Dimension, Level};
pub use limits::*;
pub use matter::{
    Argument, Basis, Case, CaseKind, Checklist, Consent, Deal, DealNature, DealStage, Deed,
    DeedKind, Gesture, Interval, Matter, MatterKind, Promise, Review, Role, Subscription, Task,
};
pub use message::{Filled, MergeField, fill, is_impersonal};
pub use phase::Phase;
pub use portrait::{
    Balance, OwnField, OwnInput, OwnValue, OwnValues, Portrait, WhatCounts, check_own_fields,
};
pub use problem::{Field, Issue, Problem, Problems};
pub use rank::Rank;
pub use records::Assets;
pub use referral::{Referral, weight};
pub use scheme::{OwnColumn, Scheme};
pub use settings::{Settings, Targets};
pub use sheet::{Blank, DealLine, Facts, Input, Slot, Step};
pub use standing::Standing;
pub use text::{clean_line, clean_text};
pub use timeline::{EventKind, Happening, Looking, Moment, timeline};
pub use workspace::{Refusal, Workspace};
pub use yearly::next_renewal;
