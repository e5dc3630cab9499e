//! What a customer relationship is: one file per concept.
//!
//! Pure. Knows nothing of browsers, storage, languages, the clock or chance:
//! the time and new ids always come in as arguments.

mod amount;
mod axes;
mod board;
mod by_id;
mod card;
mod classification;
mod contact;
mod customer;
mod details;
mod draft;
mod due;
mod duplicates;
mod filter;
mod folding;
mod ids;
pub mod iso;
mod limits;
mod phase;
mod problem;
mod rank;
mod scheme;
mod settings;
mod standing;
mod text;
mod workspace;

pub use amount::{Amount, Worth, parse_amount};
pub use axes::{ContactForm, ContactWish, Intensity, Mode, RelationType, Source, View};
pub use board::{Board, Column, ColumnKey, Grouping, Place, arrange};
pub use by_id::{ById, HasId};
pub use card::Card;
pub use classification::{Change, Classification};
pub use contact::{Channel, Contact, ContactDraft, Direction, Mood, NextStep, Purpose};
pub use customer::Customer;
pub use details::{Address, CustomerView, Details, Evidence, Kind, Person, Profile};
pub use draft::{CustomerDraft, PersonDraft};
pub use due::{Due, DueState, DueWhat};
pub use duplicates::Lookup;
pub use filter::Filter;
pub use folding::fold;
pub use ids::{ChangeId, ColumnId, ContactId, CustomerId, NewIds};
pub use limits::*;
pub use phase::Phase;
pub use problem::{Field, Issue, Problem, Problems};
pub use rank::Rank;
pub use scheme::{OwnColumn, Scheme};
pub use settings::Settings;
pub use standing::Standing;
pub use text::{clean_line, clean_text};
pub use workspace::{Refusal, Workspace};
