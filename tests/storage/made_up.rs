//! Made-up workspaces and edits: the same seed gives the same ones.

use std::sync::Arc;

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use rapport::domain::*;
use uuid::Uuid;

/// Chance that can be repeated.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }

    pub fn id(&mut self) -> Uuid {
        let half = |dice: &mut Self| dice.roll(usize::MAX) as u128;
        Uuid::from_u128((half(self) << 64) | half(self))
    }

    pub fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.roll(all.len())].clone()
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.roll(2) == 0).then(|| make(self))
    }

    fn several<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.roll(most + 1)).map(|_| make(self)).collect()
    }

    pub fn text(&mut self) -> String {
        let texts =
            ["", "", "Glas", "Zwei\nZeilen", "\"quoted\" \\ back", "Ünïcödé 🏢", "null", "{}", "~"];
        self.of(&texts).to_owned()
    }

    pub fn day(&mut self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + Days::new(self.roll(2_500) as u64)
    }

    pub fn moment(&mut self) -> NaiveDateTime {
        let seconds = self.of(&[0, 0, 0, 17]);
        self.day().and_hms_opt(self.roll(24) as u32, self.roll(60) as u32, seconds).unwrap()
            + TimeDelta::milliseconds(self.of(&[0, 0, 0, 250]))
    }
}

pub fn contact(dice: &mut Dice) -> Contact {
    Contact {
        id: ContactId(dice.id()),
        at: dice.moment(),
        channel: dice.of(Channel::ALL),
        direction: dice.of(Direction::ALL),
        purpose: dice.maybe(|dice| dice.of(Purpose::ALL)),
        mood: dice.maybe(|dice| dice.of(Mood::ALL)),
        with: dice.text(),
        text: dice.text(),
        heard: dice.text(),
        next: dice.maybe(|dice| NextStep {
            text: dice.text(),
            due: dice.day(),
            done: dice.roll(2) == 0,
        }),
        extra: dice.maybe(|dice| {
            let facts = dice.facts(Extra::BLANKS);
            Arc::new(Extra::of_facts(&facts).unwrap())
        }),
    }
}

fn details(dice: &mut Dice) -> Details {
    let person = |dice: &mut Dice| Person {
        name: dice.text(),
        role: dice.text(),
        email: dice.text(),
        phone: dice.text(),
        executive: dice.roll(2) == 0,
        salutation: dice.maybe(|dice| dice.of(Salutation::ALL)),
        birthday: dice.maybe(Dice::day),
        knows: dice.text(),
        facts: dice.text(),
    };
    Details {
        kind: dice.of(&[Kind::Firm, Kind::Person]),
        name: dice.text(),
        sector: dice.text(),
        people: dice.several(3, person),
        email: dice.text(),
        phone: dice.text(),
        address: Address {
            street: dice.text(),
            postal_code: dice.text(),
            city: dice.text(),
            country: dice.text(),
        },
        web: dice.text(),
        source: dice.maybe(|dice| dice.of(Source::ALL)),
        first_contact: dice.maybe(Dice::day),
        referred_by: dice.maybe(|dice| CustomerId(dice.id())),
        tags: dice.several(3, Dice::text),
        our_contact: dice.text(),
        need: dice.text(),
        notes: dice.text(),
        contact_wish: dice.maybe(|dice| dice.of(ContactWish::ALL)),
        preferred_channel: dice.maybe(|dice| dice.of(Channel::ALL)),
        cadence: dice.maybe(|dice| 1 + dice.roll(3_650) as u16),
        worth: dice.maybe(|dice| Worth {
            amount: Amount(dice.roll(2_000_000) as i64 - 1_000_000),
            expected: dice.roll(2) == 0,
        }),
    }
}

fn profile(dice: &mut Dice) -> Profile {
    Profile {
        phase: dice.of(&Phase::ALL),
        main_type: dice.maybe(|dice| dice.of(RelationType::ALL)),
        further_types: dice.several(3, |dice| dice.of(RelationType::ALL)).into_iter().collect(),
        mode: dice.maybe(|dice| dice.of(Mode::ALL)),
        intensity: dice.maybe(|dice| dice.of(Intensity::ALL)),
        evidence: Evidence {
            trust: dice.text(),
            shared_values: dice.text(),
            experience: dice.text(),
        },
        own_view: dice.of(View::ALL),
        customer_view: CustomerView {
            view: dice.of(View::ALL),
            evidence: dice.text(),
            asked_on: dice.maybe(Dice::day),
        },
        contact_form: dice.maybe(|dice| dice.of(ContactForm::ALL)),
    }
}

fn classification(dice: &mut Dice) -> Classification {
    match dice.roll(7) {
        6 => {
            Classification::Rating(dice.of(Dimension::ALL), dice.maybe(|dice| dice.of(&Level::ALL)))
        }
        0 => Classification::Phase(dice.of(&Phase::ALL)),
        1 => Classification::Type(dice.maybe(|dice| dice.of(RelationType::ALL))),
        2 => Classification::Mode(dice.maybe(|dice| dice.of(Mode::ALL))),
        3 => Classification::Intensity(dice.maybe(|dice| dice.of(Intensity::ALL))),
        4 => Classification::OwnView(dice.of(View::ALL)),
        _ => Classification::CustomerView(dice.of(View::ALL)),
    }
}

/// What a place may hold as canonical text.
impl Dice {
    fn facts(&mut self, blanks: &[Blank]) -> Facts {
        let mut facts = Facts::default();
        for blank in blanks {
            if blank.must || self.roll(2) == 0 {
                let text = self.canonical(blank.input);
                facts
                    .set(blank.slot, if blank.must && text.is_empty() { "x".into() } else { text });
            }
        }
        facts
    }

    fn canonical(&mut self, input: Input) -> String {
        match input {
            Input::Line | Input::Text => self.text(),
            Input::Day | Input::PastDay => self.day().to_string(),
            Input::Minute => {
                self.day().and_hms_opt(7, 5, 0).unwrap().format("%Y-%m-%dT%H:%M").to_string()
            }
            Input::Money => self.roll(1_000_000).to_string(),
            Input::Count(max) => (1 + self.roll(max as usize)).to_string(),
            Input::Level => (1 + self.roll(5)).to_string(),
            Input::Choice(keys) | Input::Choices(keys) => self.of(keys).to_owned(),
            Input::Flag => "yes".to_owned(),
            Input::Link => "https://glas.example".to_owned(),
            Input::Items => "Holz\nSiegel \"x\"".to_owned(),
            Input::Steps => "x\tEins\n-\tZwei".to_owned(),
            Input::Lines => format!("50\tTisch\t{}\n1\tStuhl\t", self.id()),
            Input::Products | Input::Hidden => self.id().to_string(),
            Input::Verdicts => "product\tyes\tgut\nhuman\tno\t".to_owned(),
        }
    }
}

pub fn matter(dice: &mut Dice) -> Matter {
    let kind = dice.of(MatterKind::ALL);
    Matter::of_facts(kind, &dice.facts(kind.blanks())).unwrap()
}

fn portrait(dice: &mut Dice) -> Portrait {
    if dice.roll(2) == 0 {
        return Portrait::default();
    }
    Portrait::of_facts(&dice.facts(Portrait::BLANKS)).unwrap()
}

fn own(dice: &mut Dice) -> OwnValues {
    let mut own = OwnValues::default();
    for _ in 0..dice.roll(3) {
        own.put(OwnValue { id: FieldId(dice.id()), value: dice.text() });
    }
    own
}

fn put_off(dice: &mut Dice) -> ById<PutOff> {
    let mut all = ById::default();
    for _ in 0..dice.roll(3) {
        all.put(PutOff {
            kind: dice.of(DueKind::ALL),
            of: dice.id(),
            on: dice.day(),
            until: dice.maybe(Dice::day),
            reason: dice.text(),
        });
    }
    all
}

fn edit_matter(customer: &mut Customer, dice: &mut Dice) {
    let ids: Vec<MatterId> = customer.matters.keys().copied().collect();
    if ids.is_empty() {
        return;
    }
    let id = dice.of(&ids);
    if dice.roll(3) == 0 {
        customer.matters.remove(&id);
    } else {
        customer.matters.insert(id, Arc::new(matter(dice)));
    }
}

fn edit_asset(workspace: &mut Workspace, dice: &mut Dice) {
    let ids: Vec<AssetId> = workspace.assets().keys().copied().collect();
    if ids.is_empty() || dice.roll(2) == 0 {
        workspace.take_asset(AssetId(dice.id()), asset(dice));
        return;
    }
    let id = dice.of(&ids);
    if dice.roll(3) == 0 {
        workspace.remove_asset(id);
    } else {
        let kind = workspace.assets()[&id].kind();
        workspace.take_asset(id, asset_of(kind, dice));
    }
}

fn asset(dice: &mut Dice) -> Asset {
    let kind = dice.of(AssetKind::ALL);
    asset_of(kind, dice)
}

/// An asset never changes its kind.
fn asset_of(kind: AssetKind, dice: &mut Dice) -> Asset {
    Asset::of_facts(kind, &dice.facts(kind.blanks())).unwrap()
}

fn rank(dice: &mut Dice) -> Rank {
    (0..dice.roll(5)).fold(Rank::default(), |rank, _| Rank::between(None, Some(&rank)))
}

/// A customer in which anything may be set, with a history that is oldest first.
pub fn customer(dice: &mut Dice) -> Customer {
    let mut history = dice.several(5, |dice| Change {
        id: ChangeId(dice.id()),
        on: dice.day(),
        to: classification(dice),
    });
    history.sort_by_key(|change| change.on);
    let contacts = dice.several(6, contact);
    Customer {
        id: CustomerId(dice.id()),
        details: details(dice),
        profile: profile(dice),
        column: dice.maybe(|dice| ColumnId(dice.id())),
        standing: dice.of(Standing::ALL),
        trashed: dice.maybe(Dice::day),
        rank: rank(dice),
        created: dice.day(),
        contacts: contacts.into_iter().map(|c| ((c.at, c.id), Arc::new(c))).collect(),
        history,
        portrait: portrait(dice),
        own: own(dice),
        matters: dice
            .several(5, |dice| (MatterId(dice.id()), Arc::new(matter(dice))))
            .into_iter()
            .collect(),
        put_off: put_off(dice),
    }
}

fn settings(dice: &mut Dice) -> Settings {
    Settings {
        name: dice.text(),
        currency: dice.of(&["EUR", "CHF"]).to_owned(),
        columns: dice.several(3, |dice| OwnColumn {
            id: ColumnId(dice.id()),
            name: dice.text(),
            phase: dice.of(&Phase::ALL),
        }),
        fields: dice.several(3, |dice| OwnField {
            id: FieldId(dice.id()),
            name: dice.text(),
            takes: dice.of(OwnInput::ALL),
            options: dice.several(3, Dice::text),
        }),
        ..Settings::default()
    }
}

/// A workspace of this many customers.
pub fn workspace(customers: usize, seed: u64) -> Workspace {
    let mut dice = Dice(seed);
    let mut workspace = Workspace::default();
    workspace.put_settings(settings(&mut dice));
    for _ in 0..customers {
        workspace.put(customer(&mut dice));
    }
    for _ in 0..customers.min(5) {
        workspace.take_asset(AssetId(dice.id()), asset(&mut dice));
    }
    workspace
}

/// The ids of a workspace, always in the same order.
pub fn ids(workspace: &Workspace) -> Vec<CustomerId> {
    workspace.in_order().map(|card| card.customer.id).collect()
}

/// One edit of any kind, on any customer.
pub fn edit(workspace: &mut Workspace, dice: &mut Dice) {
    let ids = ids(workspace);
    if ids.is_empty() || dice.roll(8) == 0 {
        return workspace.put(customer(dice));
    }
    let id = dice.of(&ids);
    let mut edited = workspace.customer(id).unwrap().as_ref().clone();
    match dice.roll(14) {
        8 => edited.portrait = portrait(dice),
        9 => {
            edited.matters.insert(MatterId(dice.id()), Arc::new(matter(dice)));
        }
        10 => edit_matter(&mut edited, dice),
        11 => edited.own = own(dice),
        12 => edited.put_off = put_off(dice),
        13 => return edit_asset(workspace, dice),
        0 => edited.details = details(dice),
        1 => edited.profile = profile(dice),
        2 => edited.rank = rank(dice),
        3 => edited.trashed = dice.maybe(Dice::day),
        4 => edited.put_contact(contact(dice)),
        5 => edit_contact(&mut edited, dice),
        6 => note_change(&mut edited, dice),
        7 => return workspace.put_settings(settings(dice)),
        _ => {
            workspace.remove(id);
            return;
        }
    }
    workspace.put(edited);
}

fn edit_contact(customer: &mut Customer, dice: &mut Dice) {
    let ids: Vec<ContactId> = customer.contacts.keys().map(|(_, id)| *id).collect();
    if ids.is_empty() {
        return;
    }
    let id = dice.of(&ids);
    if dice.roll(3) == 0 {
        customer.remove_contact(id);
    } else {
        customer.put_contact(Contact { id, ..contact(dice) });
    }
}

fn note_change(customer: &mut Customer, dice: &mut Dice) {
    let last = customer.history.last().map_or(customer.created, |change| change.on);
    let id = ChangeId(dice.id());
    customer.history.push(Change { id, on: last, to: classification(dice) });
}
