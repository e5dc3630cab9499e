//! Forms of all records: what comes in reads back, and every problem is told at once.

use proptest::prelude::*;
use rapport::domain::*;

use super::builder::*;

#[test]
fn every_problem_of_a_form_is_told_at_once() {
    let places = form(&[
        (Slot::Title, " "),
        (Slot::Amount, "viel"),
        (Slot::Ordered, "2026-03-01"),
        (Slot::Delivered, "2026-02-01"),
        (Slot::Paid, "2027-02-01"),
        (Slot::Lines, "0\tTisch"),
        (Slot::DeliveryRating, "6"),
    ]);
    let problems = Matter::check(MatterKind::Deal, &places, noon("2026-04-01")).unwrap_err();
    let found: Vec<_> = problems.0.iter().map(|problem| (problem.field, problem.issue)).collect();
    assert_eq!(
        found,
        [
            (Field::Slot(Slot::Title), Issue::Missing),
            (Field::Slot(Slot::Lines), Issue::NotACount(QUANTITY_MAX)),
            (Field::Slot(Slot::Amount), Issue::NotAnAmount),
            (Field::Slot(Slot::Paid), Issue::InTheFuture),
            (Field::Slot(Slot::DeliveryRating), Issue::NotACount(5)),
            (Field::Slot(Slot::Delivered), Issue::BeforeEarlier),
        ]
    );
}

#[test]
fn a_deal_without_any_day_is_nothing_yet() {
    let problems =
        Matter::check(MatterKind::Deal, &form(&[(Slot::Title, "Tische")]), noon("2026-04-01"));
    let missing = Problem { field: Field::Slot(Slot::Inquiry), issue: Issue::Missing };
    assert_eq!(problems.unwrap_err().0, [missing]);
}

#[test]
fn a_form_shows_money_in_the_persons_own_way_and_reads_it_back() {
    let deal = matter(
        MatterKind::Deal,
        &[(Slot::Title, "Tische"), (Slot::Amount, "38.400,50 €"), (Slot::Paid, "2026-02-01")],
    );
    let shown = deal.facts().shown(Deal::BLANKS, ',');
    assert_eq!(shown.get(Slot::Amount), "38400,50");
    assert_eq!(Matter::check(MatterKind::Deal, &shown, noon("2026-12-31")), Ok(deal));
}

#[test]
fn the_stages_of_a_deal_follow_each_other() {
    let Matter::Deal(mut deal) =
        matter(MatterKind::Deal, &[(Slot::Title, "Tische"), (Slot::Inquiry, "2026-02-01")])
    else {
        panic!("a deal")
    };
    for expected in &DealStage::ALL[1..6] {
        let next = deal.stage().next().unwrap();
        assert_eq!(next, *expected);
        deal.reach(next, day("2026-02-02"));
        assert_eq!(deal.stage(), next);
    }
    assert_eq!(deal.stage().next(), None);
}

#[test]
fn own_fields_take_what_they_were_made_for() {
    let field = |takes, options: &[&str]| OwnField {
        id: FieldId(uuid::Uuid::nil()),
        name: "Feld".into(),
        takes,
        options: options.iter().map(|option| (*option).to_owned()).collect(),
    };
    let number = field(OwnInput::Number, &[]);
    assert_eq!(number.canonical("12,5"), Ok("12.5".into()));
    assert_eq!(number.canonical("zwölf"), Err(Issue::NotANumber));
    assert_eq!(field(OwnInput::Date, &[]).canonical("2026-02-30"), Err(Issue::NotADay));
    let choice = field(OwnInput::Choice, &["rot", "blau"]);
    assert_eq!(choice.canonical("rot"), Ok("rot".into()));
    assert_eq!(choice.canonical("grün"), Err(Issue::Missing));
    let nameless = OwnField { name: " ".into(), ..field(OwnInput::Choice, &[]) };
    assert_eq!(check_own_fields(&[nameless]).unwrap_err().0.len(), 2);
}

/// Text as people and hostile files write it, for any place.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "\\PC{0,12}",
        "[0-9]{1,6}",
        "20[0-9]{2}-[01][0-9]-[0-3][0-9]",
        "2026-0[1-6]-1[0-9]T0[0-9]:30",
        prop::sample::select(vec![
            "yes",
            "no",
            "complaint",
            "foreseen",
            "month",
            "year",
            "consent",
            "tip",
            "personal",
            "price quality",
            "x\tSchritt\n-\tnoch",
            "3\tTisch\t",
            "product\tyes\tgut",
            "a\nb\n\nc",
            "firma.de",
            "12.500,50 €",
            "first",
        ])
        .prop_map(str::to_owned),
    ]
}

fn any_form() -> impl Strategy<Value = Facts> {
    let places = prop::collection::vec((0..Slot::ALL.len(), any_text()), 0..60);
    places.prop_map(|places| {
        let mut facts = Facts::default();
        for (slot, text) in places {
            facts.set(Slot::ALL[slot], text);
        }
        facts
    })
}

/// A form whose needed places hold something fitting.
fn filled(kind: MatterKind, mut facts: Facts) -> Facts {
    for blank in kind.blanks().iter().filter(|blank| blank.must) {
        let text = match blank.input {
            Input::Choice(keys) => keys[0],
            Input::Day | Input::PastDay => "2026-01-01",
            Input::Minute => "2026-01-01T08:00",
            Input::Steps => "-\tSchritt",
            _ => "Text",
        };
        facts.set(blank.slot, text);
    }
    facts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn whatever_a_form_lets_in_reads_back_the_same(which in 0..MatterKind::ALL.len(), form in any_form(), full in any::<bool>()) {
        let kind = MatterKind::ALL[which];
        let form = if full { filled(kind, form) } else { form };
        if let Ok(matter) = Matter::check(kind, &form, noon("2026-06-30")) {
            let facts = matter.facts();
            prop_assert_eq!(Matter::of_facts(kind, &facts), Some(matter.clone()));
            let shown = facts.shown(kind.blanks(), '.');
            prop_assert_eq!(Matter::check(kind, &shown, noon("2026-06-30")), Ok(matter));
        }
    }

    #[test]
    fn whatever_a_portrait_lets_in_reads_back_the_same(form in any_form()) {
        if let Ok(facts) = form.check(Portrait::BLANKS, noon("2026-06-30")) {
            let portrait = Portrait::of_facts(&facts).unwrap();
            prop_assert_eq!(portrait.facts(), facts);
        }
    }

    #[test]
    fn facts_of_strangers_are_read_or_refused_and_never_harm(which in 0..MatterKind::ALL.len(), facts in any_form()) {
        let kind = MatterKind::ALL[which];
        if let Some(matter) = Matter::of_facts(kind, &facts) {
            prop_assert_eq!(Matter::of_facts(kind, &matter.facts()), Some(matter));
        }
    }
}
