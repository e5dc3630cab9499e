//! What the form holds while it is open: one signal per field, so that a keystroke draws one field.

use leptos::prelude::*;

use super::block::Block;
use crate::domain::{Field, RelationType};

/// Every field as text by name; how a draft is kept and compared.
pub type Texts = Vec<(String, String)>;

macro_rules! fields {
    ($($name:ident),+ $(,)?) => {
        /// The fields. Choices are held by their keys, empty for none.
        #[derive(Clone, Copy)]
        #[allow(missing_docs, reason = "each is named like the field of the draft")]
        pub struct Fields {
            $(pub $name: RwSignal<String>,)+
            pub worth_expected: RwSignal<bool>,
            /// One per type, in their order.
            pub further_types: [RwSignal<bool>; RelationType::ALL.len()],
            pub people: RwSignal<Vec<PersonFields>>,
        }

        impl Fields {
            /// Nothing filled in.
            pub fn blank() -> Self {
                Self {
                    $($name: RwSignal::new(String::new()),)+
                    worth_expected: RwSignal::new(false),
                    further_types: [(); RelationType::ALL.len()].map(|()| RwSignal::new(false)),
                    people: RwSignal::new(Vec::new()),
                }
            }

            fn lines(&self) -> Vec<(&'static str, RwSignal<String>)> {
                vec![$((stringify!($name), self.$name)),+]
            }
        }
    };
}

fields! {
    kind, name, sector, email, phone, street, postal_code, city, country, web, source, first_contact,
    referred_by, referrer_name, tags, our_contact, need, notes, contact_wish, preferred_channel,
    cadence, worth, phase, main_type, mode, intensity, trust, shared_values, experience, own_view,
    customer_view, view_evidence, asked_on, contact_form,
}

/// The fields of one person.
#[derive(Clone, Copy, PartialEq)]
#[allow(missing_docs, reason = "each is named like the field of the draft")]
pub struct PersonFields {
    /// Stays the same while others come and go.
    pub row: usize,
    pub name: RwSignal<String>,
    pub role: RwSignal<String>,
    pub email: RwSignal<String>,
    pub phone: RwSignal<String>,
    /// `yes` for those who lead the firm.
    pub executive: RwSignal<String>,
    pub salutation: RwSignal<String>,
    pub birthday: RwSignal<String>,
    pub knows: RwSignal<String>,
    pub facts: RwSignal<String>,
}

/// How many texts a person has.
pub const PERSON_TEXTS: usize = 9;

impl PersonFields {
    /// A person with these texts, in the order of the fields.
    pub fn new(row: usize, texts: [&str; PERSON_TEXTS]) -> Self {
        let [name, role, email, phone, executive, salutation, birthday, knows, facts] =
            texts.map(|text| RwSignal::new(text.to_owned()));
        Self { row, name, role, email, phone, executive, salutation, birthday, knows, facts }
    }

    fn texts(&self) -> [String; PERSON_TEXTS] {
        let Self {
            name, role, email, phone, executive, salutation, birthday, knows, facts, ..
        } = self;
        [name, role, email, phone, executive, salutation, birthday, knows, facts].map(RwSignal::get)
    }
}

const PERSON: &str = "person";
/// Between the texts of one person.
const BETWEEN: char = '\u{1D}';

impl Fields {
    fn flags(&self) -> Vec<(&'static str, RwSignal<bool>)> {
        let further =
            RelationType::ALL.iter().zip(self.further_types).map(|(kind, flag)| (kind.key(), flag));
        std::iter::once(("worth_expected", self.worth_expected)).chain(further).collect()
    }

    /// Everything that is filled in; tracks.
    pub fn texts(&self) -> Texts {
        let lines = self.lines().into_iter().map(|(name, text)| (name.to_owned(), text.get()));
        let flags = self.flags().into_iter().map(|(name, flag)| {
            let text = if flag.get() { "1" } else { "" };
            (name.to_owned(), text.to_owned())
        });
        let people = self
            .people
            .get()
            .into_iter()
            .map(|person| (PERSON.to_owned(), person.texts().join(&BETWEEN.to_string())));
        lines.chain(flags).chain(people).filter(|(_, text)| !text.is_empty()).collect()
    }

    /// Fills everything in anew.
    pub fn fill(&self, texts: &Texts) {
        let of = |name: &str| {
            let found = texts.iter().find(|(known, _)| known == name);
            found.map(|(_, text)| text.clone()).unwrap_or_default()
        };
        for (name, text) in self.lines() {
            text.set(of(name));
        }
        for (name, flag) in self.flags() {
            flag.set(!of(name).is_empty());
        }
        let next = self.next_row();
        let people = texts.iter().filter(|(name, _)| name == PERSON).enumerate().map(
            |(index, (_, text))| {
                let mut parts = text.split(BETWEEN);
                PersonFields::new(
                    next + index,
                    std::array::from_fn(|_| parts.next().unwrap_or_default()),
                )
            },
        );
        self.people.set(people.collect());
    }

    /// A row that no person has.
    pub fn next_row(&self) -> usize {
        self.people
            .with_untracked(|people| people.iter().map(|person| person.row + 1).max().unwrap_or(0))
    }

    /// Whether anything of a block is filled in; tracks.
    pub fn is_filled(&self, block: Block) -> bool {
        let any = |texts: &[RwSignal<String>]| {
            texts.iter().any(|text| text.with(|text| !text.is_empty()))
        };
        match block {
            Block::Address => any(&[
                self.sector,
                self.street,
                self.postal_code,
                self.city,
                self.country,
                self.web,
            ]),
            Block::People => self.people.with(|people| !people.is_empty()),
            Block::Relation => any(&[
                self.main_type,
                self.mode,
                self.intensity,
                self.contact_form,
                self.view_evidence,
            ]),
            Block::Wishes => any(&[
                self.need,
                self.contact_wish,
                self.preferred_channel,
                self.cadence,
                self.referred_by,
            ]),
            Block::Notes => any(&[self.tags, self.notes]),
        }
    }

    /// The id of a field's control.
    pub fn id_of(&self, field: Field) -> String {
        let person = |index: usize, part: &str| {
            let row =
                self.people.with_untracked(|people| people.get(index).map(|person| person.row));
            person_id(row.unwrap_or(index), part)
        };
        match field {
            Field::PersonName(index) => person(index, "name"),
            Field::PersonRole(index) => person(index, "role"),
            Field::PersonEmail(index) => person(index, "email"),
            Field::PersonPhone(index) => person(index, "phone"),
            Field::PersonBirthday(index) => person(index, "birthday"),
            Field::PersonKnows(index) => person(index, "knows"),
            Field::PersonFacts(index) => person(index, "facts"),
            plain => format!("customer-{plain:?}").to_lowercase(),
        }
    }
}

/// The id of a control of a person.
pub fn person_id(row: usize, part: &str) -> String {
    format!("customer-person-{row}-{part}")
}
