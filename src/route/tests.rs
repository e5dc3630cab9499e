//! There and back, for every route and for fragments that nobody should send.

use super::{query::VALUE_MAX, *};
use crate::domain::ColumnId;
use proptest::{collection::btree_set, option, prelude::*, sample::select};
use uuid::Uuid;

fn filters() -> impl Strategy<Value = Filter> {
    let kinds = option::of(select(vec![Kind::Firm, Kind::Person]));
    let types = option::of(select(RelationType::ALL));
    (any::<String>(), option::of(any::<String>()), types, kinds, option::of(".*"), any::<bool>())
        .prop_map(|(text, tag, relation_type, kind, our_contact, overdue)| Filter {
            text,
            tag,
            relation_type,
            kind,
            our_contact,
            overdue,
        })
}

fn groupings() -> impl Strategy<Value = Grouping> {
    let mut all: Vec<_> = Scheme::ALL.into_iter().map(Grouping::Phase).collect();
    all.extend([Grouping::Type, Grouping::Mode, Grouping::Intensity, Grouping::CustomerView]);
    select(all)
}

fn boards() -> impl Strategy<Value = BoardQuery> {
    (groupings(), filters(), btree_set(any::<u128>(), 0..3)).prop_flat_map(
        |(grouping, filter, own)| {
            let mut keys = grouping.columns(&[]);
            if grouping == Grouping::Phase(Scheme::Own) {
                let ids = own.into_iter().map(|id| ColumnId(Uuid::from_u128(id)));
                keys.extend(ids.map(ColumnKey::Own));
            }
            btree_set(select(keys), 0..4).prop_map(move |folded| BoardQuery {
                grouping,
                filter: filter.clone(),
                folded,
            })
        },
    )
}

fn tables() -> impl Strategy<Value = CustomersQuery> {
    let orders = select(vec![SortOrder::Ascending, SortOrder::Descending]);
    (filters(), select(Shelf::ALL.to_vec()), select(SortBy::ALL.to_vec()), orders).prop_map(
        |(filter, shelf, by, order)| CustomersQuery { filter, shelf, sort: Sort { by, order } },
    )
}

fn routes() -> impl Strategy<Value = Route> {
    prop_oneof![
        boards().prop_map(Route::Board),
        tables().prop_map(Route::Customers),
        any::<u128>().prop_map(|id| Route::Customer(CustomerId(Uuid::from_u128(id)))),
        select(vec![
            Route::Today,
            Route::Ideas(IdeasQuery::default()),
            Route::Feedback,
            Route::Instruments,
            Route::Insights,
            Route::Data,
            Route::Unknown("s1.AbC-_.xyz".to_owned()),
        ]),
    ]
}

/// Fragments that nearly are ours.
fn hostile_fragments() -> impl Strategy<Value = String> {
    let part = select(vec![
        "#",
        "/",
        "?",
        "&",
        "=",
        "%",
        "%F",
        "%C3",
        "%00",
        "%ff",
        ",",
        "board",
        "customers/",
        "q=",
        "off=none,",
        "by=type",
        "scheme=own",
        "00000000-0000-0000-0000-000000000001",
        "\u{202E}",
        "😀",
        "+",
        "=&=",
    ]);
    prop_oneof![
        any::<String>(),
        prop::collection::vec(part, 0..30).prop_map(|parts| parts.concat()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_route_comes_back_from_its_fragment(route in routes()) {
        let fragment = route.to_string();
        prop_assert!(fragment.is_ascii());
        prop_assert_eq!(Route::parse(&fragment), route.clone());
        prop_assert_eq!(Route::parse(fragment.trim_start_matches('#')), route);
    }

    #[test]
    fn any_fragment_is_read_and_then_stable(fragment in hostile_fragments()) {
        let route = Route::parse(&fragment);
        prop_assert_eq!(Route::parse(&route.to_string()), route);
    }
}

#[track_caller]
fn assert_route(fragment: &str, route: Route) {
    assert_eq!(Route::parse(fragment), route, "{fragment}");
}

#[test]
fn the_board_is_what_an_empty_fragment_means() {
    for fragment in ["", "#", "#/", "/", "#/board", "#/board?", "board/", "#/board?by=nonsense"] {
        assert_route(fragment, Route::default());
    }
}

#[test]
fn a_board_is_written_as_people_can_read_it() {
    let filter = Filter {
        text: "Glas & Söhne 100%".to_owned(),
        tag: Some("vip".to_owned()),
        relation_type: Some(RelationType::Personal),
        kind: Some(Kind::Firm),
        our_contact: Some("Jonas".to_owned()),
        overdue: true,
    };
    let folded = BTreeSet::from([ColumnKey::Phase(Phase::Acquire), ColumnKey::Phase(Phase::Care)]);
    let board = BoardQuery { grouping: Grouping::Phase(Scheme::B), filter, folded };
    assert_eq!(
        Route::Board(board).to_string(),
        "#/board?scheme=b&q=Glas%20%26%20S%C3%B6hne%20100%25&tag=vip&type=personal&kind=firm\
         &who=Jonas&due=overdue&off=acquire,care"
    );
}

#[test]
fn foreign_names_and_wrong_values_are_passed_over() {
    let query = "#/customers?utm=1&shelf=attic&sort=worth&order=down&type=friend&kind=&due=soon";
    let sort = Sort { by: SortBy::Worth, order: SortOrder::Descending };
    assert_route(query, Route::Customers(CustomersQuery { sort, ..Default::default() }));
}

#[test]
fn columns_of_another_grouping_stay_out_of_the_address() {
    let folded = BTreeSet::from([ColumnKey::Type(Some(RelationType::LongTerm))]);
    let board = BoardQuery { grouping: Grouping::Mode, folded, ..Default::default() };
    assert_eq!(Route::Board(board).to_string(), "#/board?by=mode");
}

#[test]
fn what_is_not_ours_is_kept_as_it_stands() {
    for fragment in ["s1.AbC_-.xyz", "/customers/nobody", "/customers/1/2", "/Board", "%2Fboard"] {
        assert_route(&format!("#{fragment}"), Route::Unknown(fragment.to_owned()));
    }
}

#[test]
fn a_value_that_is_far_too_long_is_cut() {
    let Route::Board(board) = Route::parse(&format!("#/board?q={}", "ä".repeat(5_000))) else {
        panic!("not the board");
    };
    assert_eq!(board.filter.text.chars().count(), VALUE_MAX);
}
