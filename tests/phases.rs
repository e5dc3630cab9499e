//! Stories of the board that need no browser: schemes, places, and what a move keeps.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what cannot be read is a failed test"
)]

use chrono::NaiveDate;
use proptest::prelude::*;
use rapport::domain::{
    Amount, ColumnId, ColumnKey, CustomerDraft, CustomerId, Details, Evidence, Filter, Grouping,
    Intensity, OwnColumn, Phase, Place, Profile, Refusal, Scheme, Settings, Standing, Workspace,
    Worth, arrange,
};
use uuid::Uuid;

fn today() -> NaiveDate {
    "2026-03-12".parse().unwrap()
}

fn counter() -> impl FnMut() -> Uuid {
    let mut next = 0_u128;
    move || {
        next += 1;
        Uuid::from_u128(next)
    }
}

struct Story {
    workspace: Workspace,
    ids: Box<dyn FnMut() -> Uuid>,
}

fn a_workspace() -> Story {
    Story { workspace: Workspace::default(), ids: Box::new(counter()) }
}

impl Story {
    fn with_customer(mut self, name: &str, phase: Phase) -> Self {
        let id = CustomerId((self.ids)());
        let details = Details { name: name.to_owned(), ..Details::default() };
        let profile = Profile { phase, ..Profile::default() };
        self.workspace.add_customer(id, details, profile, today(), &mut self.ids);
        self
    }

    fn id(&self, name: &str) -> CustomerId {
        let found = self.workspace.in_order().find(|card| card.customer.details.name == name);
        found.unwrap().customer.id
    }

    fn moved(mut self, name: &str, grouping: Grouping, to: ColumnKey, place: Place) -> Self {
        let id = self.id(name);
        self.workspace.move_customer(id, grouping, to, place, today(), &mut self.ids).unwrap();
        self
    }

    #[track_caller]
    fn shows(&self, grouping: Grouping, column: ColumnKey, names: &[&str]) {
        let board = arrange(&self.workspace, grouping, &Filter::default(), today());
        let column = board.columns.iter().find(|here| here.key == column).unwrap();
        let shown: Vec<_> = column.cards.iter().map(|id| self.name(*id)).collect();
        assert_eq!(shown, names);
    }

    fn name(&self, id: CustomerId) -> String {
        self.workspace.customer(id).unwrap().details.name.clone()
    }
}

const A: Grouping = Grouping::Phase(Scheme::A);

#[test]
fn a_new_customer_comes_to_the_top_of_its_column() {
    let story = a_workspace()
        .with_customer("Erste", Phase::Acquire)
        .with_customer("Zweite", Phase::Acquire);
    story.shows(A, ColumnKey::Phase(Phase::Acquire), &["Zweite", "Erste"]);
}

#[test]
fn a_card_keeps_the_place_it_was_dropped_at() {
    let story = a_workspace()
        .with_customer("c", Phase::Bind)
        .with_customer("b", Phase::Bind)
        .with_customer("a", Phase::Bind)
        .with_customer("x", Phase::Acquire);
    let place = Place { after: Some(story.id("a")), before: Some(story.id("b")) };
    let story = story.moved("x", A, ColumnKey::Phase(Phase::Bind), place);
    story.shows(A, ColumnKey::Phase(Phase::Bind), &["a", "x", "b", "c"]);
    let last = Place { after: Some(story.id("c")), before: None };
    let story = story.moved("a", A, ColumnKey::Phase(Phase::Bind), last);
    story.shows(A, ColumnKey::Phase(Phase::Bind), &["x", "b", "c", "a"]);
}

#[test]
fn customers_off_the_board_are_in_no_column() {
    let mut story =
        a_workspace().with_customer("ruht", Phase::Bind).with_customer("weg", Phase::Bind);
    let (rests, gone) = (story.id("ruht"), story.id("weg"));
    story.workspace.set_standing(rests, Standing::Resting).unwrap();
    story.workspace.trash(gone, today()).unwrap();
    story.shows(A, ColumnKey::Phase(Phase::Bind), &[]);
    story.workspace.restore(gone).unwrap();
    story.shows(A, ColumnKey::Phase(Phase::Bind), &["weg"]);
}

#[test]
fn emotional_is_refused_without_evidence_and_changes_nothing() {
    let mut story = a_workspace().with_customer("a", Phase::Bind);
    let (id, before) = (story.id("a"), story.workspace.clone());
    let to = ColumnKey::Intensity(Some(Intensity::Emotional));
    let moved = story.workspace.move_customer(
        id,
        Grouping::Intensity,
        to,
        Place::default(),
        today(),
        &mut story.ids,
    );
    assert_eq!(moved, Err(Refusal::NeedsEvidence(id)));
    assert!(story.workspace.changed_since(&before).is_empty());
    let evidence = Evidence { trust: "hält Zusagen".into(), ..Evidence::default() };
    let profile = Profile { evidence, ..Profile::default() };
    let details = story.workspace.customer(id).unwrap().details.clone();
    story.workspace.edit_customer(id, details, profile, today(), &mut story.ids).unwrap();
    let place = Place::default();
    let moved =
        story.workspace.move_customer(id, Grouping::Intensity, to, place, today(), &mut story.ids);
    assert_eq!(moved, Ok(()));
}

#[test]
fn a_column_head_counts_worth_and_days() {
    let mut story = a_workspace().with_customer("a", Phase::Bind).with_customer("b", Phase::Bind);
    let id = story.id("a");
    let mut customer = story.workspace.customer(id).unwrap().as_ref().clone();
    customer.details.worth = Some(Worth { amount: Amount(1_250_000), expected: true });
    customer.history[0].on = today() - chrono::Days::new(10);
    story.workspace.put(customer);
    let board = arrange(&story.workspace, A, &Filter::default(), today());
    let bind =
        board.columns.iter().find(|column| column.key == ColumnKey::Phase(Phase::Bind)).unwrap();
    assert_eq!(bind.sum, Worth { amount: Amount(1_250_000), expected: true });
    assert_eq!(bind.median_days, Some(0));
}

#[test]
fn a_search_finds_every_word_wherever_it_stands() {
    let mut story = a_workspace().with_customer("Müller & Söhne", Phase::Bind);
    let id = story.id("Müller & Söhne");
    let mut draft = CustomerDraft::of(story.workspace.customer(id).unwrap(), ',');
    draft.city = "Köln".into();
    draft.tags = "VIP, Messe".into();
    let (details, profile) = draft.check(today()).unwrap();
    story.workspace.edit_customer(id, details, profile, today(), &mut story.ids).unwrap();
    let finds = |text: &str| {
        let filter = Filter { text: text.into(), ..Filter::default() };
        let board = arrange(&story.workspace, A, &filter, today());
        board.columns.iter().any(|column| !column.cards.is_empty())
    };
    assert!(finds("koln muller") && finds("VIP") && finds("söhne  messe"));
    assert!(!finds("müller berlin"));
}

fn any_phase() -> impl Strategy<Value = Phase> {
    prop::sample::select(Phase::ALL.to_vec())
}

fn own_columns(phases: &[Phase]) -> Vec<OwnColumn> {
    let column = |(at, phase): (usize, &Phase)| OwnColumn {
        id: ColumnId(Uuid::from_u128(1_000 + at as u128)),
        name: format!("Spalte {at}"),
        phase: *phase,
    };
    phases.iter().enumerate().map(column).collect()
}

fn columns_of(workspace: &Workspace, scheme: Scheme) -> Vec<(ColumnKey, Vec<CustomerId>)> {
    let board = arrange(workspace, Grouping::Phase(scheme), &Filter::default(), today());
    board.columns.into_iter().map(|column| (column.key, column.cards)).collect()
}

proptest! {
    /// Switching A, B, C, own, A leaves every customer where it was: schemes only group.
    #[test]
    fn switching_schemes_leaves_every_customer_where_it_was(
        phases in prop::collection::vec(any_phase(), 0..40),
        own in prop::collection::vec(any_phase(), 0..8),
    ) {
        let mut story = a_workspace();
        for (at, phase) in phases.iter().enumerate() {
            story = story.with_customer(&format!("k{at}"), *phase);
        }
        let settings = Settings { columns: own_columns(&own), ..Settings::default() };
        story.workspace.put_settings(settings);
        let before = story.workspace.clone();
        let first = columns_of(&story.workspace, Scheme::A);
        for scheme in [Scheme::B, Scheme::C, Scheme::Own] {
            let seen: usize = columns_of(&story.workspace, scheme).iter().map(|(_, cards)| cards.len()).sum();
            prop_assert_eq!(seen, phases.len(), "nobody is missing in {:?}", scheme);
        }
        prop_assert_eq!(columns_of(&story.workspace, Scheme::A), first);
        prop_assert_eq!(story.workspace, before);
    }

    /// Taking a card up and putting it into the column it is in, in any scheme, changes no phase.
    #[test]
    fn a_move_inside_a_column_changes_no_phase(phase in any_phase(), scheme in prop::sample::select(Scheme::ALL.to_vec())) {
        let mut story = a_workspace().with_customer("a", phase);
        let id = story.id("a");
        let grouping = Grouping::Phase(scheme);
        let here = grouping.column_of(story.workspace.customer(id).unwrap(), &[]);
        story.workspace.move_customer(id, grouping, here, Place::default(), today(), &mut story.ids).unwrap();
        prop_assert_eq!(story.workspace.customer(id).unwrap().profile.phase, phase);
        prop_assert_eq!(story.workspace.customer(id).unwrap().history.len(), 1);
    }

    /// A card moved anywhere in the own scheme is found in the column it was moved to.
    #[test]
    fn a_move_in_the_own_scheme_arrives(
        phase in any_phase(),
        own in prop::collection::vec(any_phase(), 1..8),
        to in any::<prop::sample::Index>(),
    ) {
        let mut story = a_workspace().with_customer("a", phase);
        let columns = own_columns(&own);
        let target = ColumnKey::Own(columns[to.index(columns.len())].id);
        story.workspace.put_settings(Settings { columns: columns.clone(), ..Settings::default() });
        let id = story.id("a");
        let grouping = Grouping::Phase(Scheme::Own);
        story.workspace.move_customer(id, grouping, target, Place::default(), today(), &mut story.ids).unwrap();
        prop_assert_eq!(grouping.column_of(story.workspace.customer(id).unwrap(), &columns), target);
    }
}
