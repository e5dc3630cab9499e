//! What Rapport writes it reads back unchanged, and no spreadsheet runs it.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rapport::domain::{
    Channel, ContactForm, ContactWish, Customer, CustomerDraft, CustomerId, Details, Intensity,
    Kind, Mode, PersonDraft, Phase, Profile, RelationType, Source, Standing, View, Workspace,
};
use rapport::exchange::{Dialect, Program, export};
use uuid::Uuid;

use super::list::{List, counter, today};

/// One line, as wild as people and attackers write it.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just(String::new()),
        3 => "[A-Za-zäöüßéş\"',;|=+@. -]{1,20}",
        2 => "[=+@'-]{1,3}[\\PC]{0,10}",
        1 => "\\PC{0,30}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![line(), "[\\PC\n\t]{0,60}", "[=+@'-]{0,3}[a-z\n ::*]{0,20}"]
}

fn some<T: Copy + std::fmt::Debug + 'static>(
    all: &'static [T],
) -> impl Strategy<Value = Option<T>> {
    prop::option::of(select(all))
}

fn a_person() -> impl Strategy<Value = PersonDraft> {
    let email = prop_oneof![Just(String::new()), "[a-z+=;'-]{1,6}@[a-z]{1,5}\\.de"];
    let phone = prop_oneof![Just(String::new()), "[+0-9][0-9 ()/-]{4,12}[0-9]{3}"];
    ("[A-Za-zäß=+' -]{0,12}[A-Z]", line(), email, phone).prop_map(|(name, role, email, phone)| {
        PersonDraft { name, role, email, phone, ..PersonDraft::default() }
    })
}

fn contact_data() -> impl Strategy<Value = CustomerDraft> {
    let lines = (line(), line(), line(), line(), line(), line());
    let web = prop_oneof![Just(String::new()), "https://[a-z]{1,8}\\.de(/[a-z=?]{0,5})?"];
    let people = prop::collection::vec(a_person(), 0..4);
    let tags = prop::collection::vec("[A-Za-z=+*' -]{0,10}", 0..4);
    let kind = select(&[Kind::Firm, Kind::Person][..]);
    (kind, lines, a_person(), web, people, tags, text(), text()).prop_map(
        |(kind, lines, own, web, people, tags, notes, need)| CustomerDraft {
            kind,
            name: own.name,
            email: own.email,
            phone: own.phone,
            sector: lines.0,
            street: lines.1,
            postal_code: lines.2,
            city: lines.3,
            country: lines.4,
            our_contact: lines.5,
            web,
            people,
            tags: tags.join(","),
            notes,
            need,
            ..CustomerDraft::default()
        },
    )
}

fn a_day() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        (1950..2026_i32, 1..13_u32, 1..29_u32).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}"))
    ]
}

fn a_draft() -> impl Strategy<Value = CustomerDraft> {
    let choices = (
        some(Source::ALL),
        some(ContactWish::ALL),
        some(Channel::ALL),
        some(ContactForm::ALL),
        select(&Phase::ALL[..]),
    );
    let axes = (
        some(RelationType::ALL),
        subsequence(RelationType::ALL, 0..=5),
        some(Mode::ALL),
        some(Intensity::ALL),
        select(View::ALL),
        select(View::ALL),
    );
    let worth = prop_oneof![
        Just(String::new()),
        (-1_000_000_000_i64..1_000_000_000)
            .prop_map(|cents| rapport::domain::Amount(cents).plain(','))
    ];
    let cadence =
        prop_oneof![Just(String::new()), (1..3_651_u16).prop_map(|days| days.to_string())];
    let evidence = (line(), line(), line(), text());
    (contact_data(), choices, axes, (worth, any::<bool>(), cadence), evidence, (a_day(), a_day()))
        .prop_map(|(data, choices, axes, (worth, worth_expected, cadence), evidence, days)| {
            CustomerDraft {
                source: choices.0,
                contact_wish: choices.1,
                preferred_channel: choices.2,
                contact_form: choices.3,
                phase: choices.4,
                main_type: axes.0,
                further_types: axes.1.into_iter().collect::<BTreeSet<_>>(),
                mode: axes.2,
                intensity: axes.3,
                own_view: axes.4,
                customer_view: axes.5,
                worth_expected: worth_expected && !worth.is_empty(),
                worth,
                cadence,
                trust: evidence.0,
                shared_values: evidence.1,
                experience: evidence.2,
                view_evidence: evidence.3,
                first_contact: days.0,
                asked_on: days.1,
                ..data
            }
        })
}

fn valid_customers() -> impl Strategy<Value = Vec<(Details, Profile, Standing)>> {
    let one = (a_draft(), select(Standing::ALL)).prop_filter_map(
        "the form refuses it",
        |(draft, standing)| {
            draft.check(today()).ok().map(|(details, profile)| (details, profile, standing))
        },
    );
    prop::collection::vec(one, 1..5)
}

/// Customers with different names; each but the first recommended by the one before.
fn a_workspace(customers: Vec<(Details, Profile, Standing)>) -> Workspace {
    let mut workspace = Workspace::default();
    let mut before = None;
    for (number, (mut details, profile, standing)) in customers.into_iter().enumerate().rev() {
        details.name = format!("{} {number}", details.name);
        details.referred_by = before;
        let id = CustomerId(Uuid::from_u128(1_000 + number as u128));
        workspace.add_customer(id, details, profile, today(), &mut counter());
        workspace.set_standing(id, standing).unwrap();
        before = Some(id);
    }
    workspace
}

fn customers(workspace: &Workspace) -> Vec<Customer> {
    workspace.in_order().map(|card| card.customer.as_ref().clone()).collect()
}

/// Everything a list keeps, with the name of who recommended the customer instead of the id.
fn kept(workspace: &Workspace) -> Vec<(Details, Profile, Standing, Option<String>)> {
    let of = |customer: Customer| {
        let referrer = customer.details.referred_by.and_then(|id| workspace.customer(id));
        let referrer = referrer.map(|referrer| referrer.details.name.clone());
        (
            Details { referred_by: None, ..customer.details },
            customer.profile,
            customer.standing,
            referrer,
        )
    };
    customers(workspace).into_iter().map(of).collect()
}

fn written(workspace: &Workspace, dialect: Dialect) -> Vec<u8> {
    export(customers(workspace).iter(), workspace, dialect)
}

fn there_and_back(workspace: &Workspace, dialect: Dialect) -> Workspace {
    let list = List::of(&written(workspace, dialect));
    assert_eq!(list.table.program(), Program::Rapport);
    let rows = list.rows();
    assert!(rows.iter().all(|row| row.problems.is_empty()), "{rows:?}");
    let mut back = Workspace::default();
    list.import(&mut back);
    back
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_list_comes_back_unchanged(customers in valid_customers()) {
        let workspace = a_workspace(customers);
        for dialect in [Dialect::German, Dialect::English] {
            prop_assert_eq!(kept(&there_and_back(&workspace, dialect)), kept(&workspace));
        }
    }

    #[test]
    fn no_cell_is_a_formula(customers in valid_customers()) {
        let workspace = a_workspace(customers);
        let bytes = written(&workspace, Dialect::English);
        let text = std::str::from_utf8(&bytes).unwrap().trim_start_matches('\u{FEFF}');
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        for cell in reader.records().flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
            let starts = cell.trim_start().starts_with(['=', '@', '+', '-', '＝', '＋', '－', '＠']);
            let has_letters = cell.contains(|c: char| c.is_alphabetic() || matches!(c, '!' | '|' | '='));
            prop_assert!(!(starts && has_letters), "{}", cell);
        }
    }
}

fn a_firm() -> Workspace {
    let draft = CustomerDraft {
        name: "Gunther Glas GmbH".into(),
        phone: "+49 711 123456".into(),
        notes: "=cmd|' /C calc'!A0\n\"Stehtische\"; bald".into(),
        first_contact: "2025-12-31".into(),
        worth: "-12,50".into(),
        people: vec![PersonDraft {
            name: "Jana Bühler".into(),
            role: "Betriebsrat".into(),
            ..PersonDraft::default()
        }],
        ..CustomerDraft::default()
    };
    let (details, profile) = draft.check(today()).unwrap();
    let mut workspace = Workspace::default();
    workspace.add_customer(
        CustomerId(Uuid::from_u128(7)),
        details,
        profile,
        today(),
        &mut counter(),
    );
    workspace
}

#[test]
fn a_german_list_is_what_a_german_spreadsheet_opens() {
    let text = String::from_utf8(written(&a_firm(), Dialect::German)).unwrap();
    assert!(text.starts_with("\u{FEFF}\"Name\";\"Firma oder Privat\";"));
    assert!(text.ends_with("\"Jana Bühler\";\"Betriebsrat\";\"\";\"\"\r\n"));
    for cell in [
        "\"+49 711 123456\"",
        "\"31.12.2025\"",
        "\"-12,50\"",
        "\"'=cmd|' /C calc'!A0\n\"\"Stehtische\"\"; bald\"",
    ] {
        assert!(text.contains(cell), "{cell} in {text}");
    }
}

#[test]
fn an_english_list_has_commas_and_iso_days() {
    let text = String::from_utf8(written(&a_firm(), Dialect::English)).unwrap();
    assert!(text.starts_with("\u{FEFF}\"Name\",\"Firm or person\","));
    assert!(text.contains("\"2025-12-31\"") && text.contains("\"-12.50\""));
}

#[test]
fn an_own_list_that_a_spreadsheet_saved_anew_still_comes_back() {
    let workspace = a_firm();
    let text = String::from_utf8(written(&workspace, Dialect::German)).unwrap();
    let text = text.trim_start_matches('\u{FEFF}').replace("Straße", "Strasse");
    let (latin, _): (Vec<u8>, Vec<char>) = text.chars().map(|c| (c as u32 as u8, c)).unzip();
    let mut back = Workspace::default();
    List::of(&latin).import(&mut back);
    assert_eq!(kept(&back), kept(&workspace));
}

#[test]
fn twins_stay_apart_in_an_own_list() {
    let mut workspace = a_firm();
    let twin = workspace.in_order().next().unwrap().customer.details.clone();
    let id = CustomerId(Uuid::from_u128(8));
    workspace.add_customer(id, twin, Profile::default(), today(), &mut counter());
    assert_eq!(there_and_back(&workspace, Dialect::German).len(), 2);
}
