//! The sample workspace: whole, true to the articles, and alive on any day.

#![allow(clippy::unwrap_used, reason = "clippy knows only the test functions as tests")]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use rapport::{
    domain::{
        ContactDraft, ContactWish, Customer, CustomerDraft, Direction, DueState, Filter, Grouping,
        Intensity, Kind, Mode, Phase, Purpose, RelationType, Scheme, Source, Standing, View,
        Workspace, arrange,
    },
    sample::{Chance, Language, textbook},
};

const LANGUAGES: [Language; 2] = [Language::German, Language::English];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-03-12")
}

fn sample_on(language: Language, today: NaiveDate) -> Workspace {
    textbook(language, today, &mut Chance::new(7)).unwrap()
}

fn sample(language: Language) -> Workspace {
    sample_on(language, today())
}

fn customers(workspace: &Workspace) -> Vec<&Customer> {
    workspace.in_order().map(|card| card.customer.as_ref()).collect()
}

#[track_caller]
fn named<'a>(workspace: &'a Workspace, name: &str) -> &'a Customer {
    customers(workspace).into_iter().find(|customer| customer.details.name == name).unwrap()
}

/// What must be the same in every language.
fn bones(workspace: &Workspace) -> Vec<impl PartialEq + std::fmt::Debug + use<>> {
    let bones = |customer: &Customer| {
        let profile = (customer.profile.phase, customer.profile.main_type, customer.profile.mode);
        let people: Vec<String> =
            customer.details.people.iter().map(|person| person.name.clone()).collect();
        let contacts: Vec<_> = customer
            .contacts
            .values()
            .map(|contact| {
                let next =
                    contact.next.as_ref().map(|next| (next.due, next.done, next.text.is_empty()));
                let said = (contact.text.is_empty(), contact.heard.is_empty());
                (contact.at, contact.channel, contact.direction, contact.mood, next, said)
            })
            .collect();
        let history = customer.history.clone();
        (
            customer.id,
            customer.rank.clone(),
            people,
            profile,
            customer.details.worth,
            contacts,
            history,
        )
    };
    customers(workspace).into_iter().map(bones).collect()
}

#[test]
fn there_are_enough_customers_on_and_off_the_board() {
    for language in LANGUAGES {
        let workspace = sample(language);
        let board = arrange(&workspace, Grouping::default(), &Filter::default(), today());
        let sizes: Vec<usize> = board.columns.iter().map(|column| column.cards.len()).collect();
        assert!(workspace.len() >= 26);
        assert!(sizes.iter().sum::<usize>() >= 24);
        assert!(sizes.iter().all(|size| (5..=9).contains(size)), "{sizes:?}");
        for standing in Standing::ALL {
            assert!(customers(&workspace).iter().any(|customer| customer.standing == *standing));
        }
        assert!(customers(&workspace).iter().all(|customer| !customer.is_trashed()));
    }
}

#[test]
fn the_columns_begin_as_in_the_look() {
    let workspace = sample(Language::German);
    let board = arrange(&workspace, Grouping::Phase(Scheme::A), &Filter::default(), today());
    let heads = |column: usize| -> Vec<String> {
        let cards = board.columns[column].cards.iter().take(5);
        cards.map(|id| workspace.customer(*id).unwrap().details.name.clone()).collect()
    };
    assert_eq!(
        heads(0),
        [
            "Lindenhof-Klinik gGmbH",
            "Brauhaus Tannengrund",
            "Autohaus Brandt & Sohn",
            "Stadtbibliothek Neuwied",
            "Physiopraxis Amselweg",
        ]
    );
    assert_eq!(
        heads(1),
        [
            "Gunther Glas GmbH",
            "Kessler Metallbau GmbH",
            "Kita Regenbogenland e. V.",
            "Tischlerei Nord eG",
            "Tobias Krüger",
        ]
    );
    assert_eq!(
        heads(2),
        [
            "Volksbank Ammertal eG",
            "Planwerk Software GmbH",
            "Rathaus Bad Elmen",
            "Kanzlei Wendt & Partner",
            "Coworking Alter Hafen",
        ]
    );
}

#[test]
fn every_value_of_every_axis_occurs() {
    let workspace = sample(Language::German);
    let all = customers(&workspace);
    let any = |holds: &dyn Fn(&Customer) -> bool| all.iter().any(|customer| holds(customer));
    for phase in Phase::ALL {
        assert!(any(&|customer| customer.profile.phase == phase), "{phase:?}");
    }
    for main in RelationType::ALL {
        assert!(any(&|customer| customer.profile.main_type == Some(*main)), "{main:?}");
    }
    for mode in Mode::ALL {
        assert!(any(&|customer| customer.profile.mode == Some(*mode)), "{mode:?}");
    }
    for intensity in Intensity::ALL {
        assert!(any(&|customer| customer.profile.intensity == Some(*intensity)), "{intensity:?}");
    }
    for view in View::ALL {
        assert!(any(&|customer| customer.profile.customer_view.view == *view), "{view:?}");
    }
    for source in Source::ALL {
        assert!(any(&|customer| customer.details.source == Some(*source)), "{source:?}");
    }
    assert!(any(&|customer| customer.details.kind == Kind::Person));
    assert!(any(&|customer| customer.profile.main_type.is_none()));
    assert!(any(&|customer| customer.profile.mode.is_none()));
}

#[test]
fn every_record_could_have_been_typed_in() {
    for language in LANGUAGES {
        for customer in customers(&sample(language)) {
            let (details, profile) = CustomerDraft::of(customer, ',').check(today()).unwrap();
            assert_eq!((&details, &profile), (&customer.details, &customer.profile));
            for contact in customer.contacts.values() {
                let now = today().and_hms_opt(0, 0, 0).unwrap();
                assert_eq!(
                    &ContactDraft::of(contact).check(contact.id, now).unwrap(),
                    contact.as_ref()
                );
            }
        }
    }
}

/// Over a whole year, so that every weekday and the leap day have their turn.
#[test]
fn nothing_but_next_steps_lies_ahead_on_any_day() {
    for today in day("2027-12-20").iter_days().take(366) {
        let workspace = sample_on(Language::English, today);
        for customer in customers(&workspace) {
            let name = &customer.details.name;
            assert!(customer.contacts.values().all(|contact| contact.at.date() < today), "{name}");
            assert!(customer.history.iter().all(|change| change.on < today), "{name}");
            assert!(customer.history.iter().map(|change| change.on).is_sorted(), "{name} {today}");
            assert!(
                customer.contacts.values().all(|contact| contact
                    .at
                    .weekday()
                    .num_days_from_monday()
                    < 5)
            );
            assert!(customer.profile.customer_view.asked_on.is_none_or(|asked| asked < today));
        }
    }
}

/// A weekend moves a contact to the Friday before; the story must keep its order all the same.
#[test]
fn the_story_keeps_its_order_on_any_day() {
    let told = |workspace: &Workspace| -> Vec<Vec<String>> {
        let texts = |customer: &Customer| {
            customer.contacts.values().map(|contact| contact.text.clone()).collect()
        };
        customers(workspace).into_iter().map(texts).collect()
    };
    let expected = told(&sample(Language::German));
    for today in day("2026-03-12").iter_days().take(7) {
        for (told, expected) in told(&sample_on(Language::German, today)).iter().zip(&expected) {
            assert_eq!(told, expected, "{today}");
        }
    }
}

#[test]
fn both_languages_tell_the_same_story() {
    assert_eq!(bones(&sample(Language::German)), bones(&sample(Language::English)));
}

#[test]
fn no_words_of_the_other_language_are_left() {
    let german = [" und ", " der ", " die ", " nicht ", " wir ", " für ", " ist ", " mit "];
    let english = [" and ", " the ", " not ", " we ", " for ", " with ", " of ", " has "];
    for (language, foreign) in [(Language::German, english), (Language::English, german)] {
        for customer in customers(&sample(language)) {
            let text = words(customer);
            for word in foreign {
                assert!(!text.contains(word), "{word:?} in {text}");
            }
        }
    }
    for customer in customers(&sample(Language::English)) {
        assert!(!words(customer).contains('ß') && !words(customer).contains('„'));
    }
}

/// Everything said about a customer; names are the same in every language.
fn words(customer: &Customer) -> String {
    let (details, profile) = (&customer.details, &customer.profile);
    let mut words =
        vec![&details.sector, &details.need, &details.notes, &profile.customer_view.evidence];
    words.extend(&details.tags);
    words.extend(details.people.iter().map(|person| &person.role));
    words.extend([
        &profile.evidence.trust,
        &profile.evidence.shared_values,
        &profile.evidence.experience,
    ]);
    for contact in customer.contacts.values() {
        words.extend([&contact.text, &contact.heard]);
        words.extend(contact.next.iter().map(|next| &next.text));
    }
    let words: Vec<String> =
        words.into_iter().map(|text| format!(" {} ", text.to_lowercase())).collect();
    words.join("\n")
}

#[test]
fn the_board_has_late_present_and_coming_steps() {
    for today in today().iter_days().take(7) {
        let workspace = sample_on(Language::German, today);
        let mut states: BTreeMap<DueState, usize> = BTreeMap::new();
        for due in workspace.in_order().filter_map(|card| card.due.as_ref()) {
            *states.entry(due.state(today)).or_default() += 1;
        }
        for state in [DueState::Late, DueState::Today, DueState::Soon, DueState::Later] {
            assert!(states.get(&state).is_some_and(|count| *count >= 3), "{today} {states:?}");
        }
    }
}

/// The worked example of article 002 (C3 to C22, C41, C42) and the gap of article 004 (E6).
#[test]
fn gunther_glas_is_told_to_the_end() {
    let workspace = sample(Language::German);
    let gunther = named(&workspace, "Gunther Glas GmbH");
    let profile = &gunther.profile;
    assert_eq!(gunther.details.source, Some(Source::Search));
    assert_eq!((profile.own_view, profile.customer_view.view), (View::Transaction, View::Relation));
    assert!(profile.has_gap());
    assert_eq!(profile.customer_view.asked_on, Some(day("2026-02-12")));
    assert!(gunther.contacts.len() >= 10);
    let story = words(gunther);
    for part in [
        "betriebsrat",
        "internetsuche",
        "50 höhenverstellbare tische",
        "50 stühle",
        "rampe",
        "nachhaltigem anbau",
        "orthopädisches siegel",
        "preis und leistung",
        "nimmt den preis an",
        "bestellung unterschrieben",
        "geliefert",
        "beschwerde",
        "fall gelöst",
        "regalen",
        "gesundes büro",
        "nützliche tipps",
        "feedback",
    ] {
        assert!(story.contains(part), "{part}");
    }
    let since = Grouping::Phase(Scheme::A).there_since(gunther, &[]);
    assert_eq!(since, day("2025-11-13"));
    let brandt = named(&workspace, "Autohaus Brandt & Sohn");
    assert_eq!(brandt.details.referred_by, Some(gunther.id));
}

#[test]
fn the_scenes_of_the_articles_are_there() {
    let workspace = sample(Language::German);
    let lindner = named(&workspace, "Petra Lindner");
    assert_eq!(lindner.details.contact_wish, Some(ContactWish::SelfService));
    assert_eq!(
        (lindner.contacts.len(), workspace.card(lindner.id).unwrap().due.clone()),
        (1, None)
    );
    for gap in ["Gunther Glas GmbH", "Kanzlei Wendt & Partner", "Tischlerei Nord eG"] {
        assert!(named(&workspace, gap).profile.has_gap(), "{gap}");
    }
    let rathaus = named(&workspace, "Rathaus Bad Elmen");
    let last_six: Vec<_> = rathaus.contacts.values().rev().take(6).collect();
    assert!(last_six.iter().all(|contact| contact.direction == Direction::Outbound));
    let selling = last_six.iter().filter(|contact| contact.purpose == Some(Purpose::Sale));
    assert_eq!(selling.count(), 4);
    let moods: BTreeSet<_> = customers(&workspace)
        .iter()
        .flat_map(|customer| customer.contacts.values().filter_map(|contact| contact.mood))
        .collect();
    assert_eq!(moods.len(), 5);
}

#[test]
fn the_sample_stays_small() {
    let files = ["cast", "de", "en"].map(|name| {
        let path = format!("{}/src/sample/{name}.json", env!("CARGO_MANIFEST_DIR"));
        std::fs::metadata(path).unwrap().len()
    });
    assert!(files.iter().sum::<u64>() < 50_000, "{files:?}");
}

#[test]
fn the_story_of_gunther_glas_is_whole() {
    use rapport::domain::{
        Asset, Balance, Case, Checklist, Condition, Deal, DealStage, Dimension, fulfilled,
    };
    for language in LANGUAGES {
        let workspace = sample(language);
        let gunther = named(&workspace, "Gunther Glas GmbH");
        let deals: Vec<&Deal> = gunther.each::<Deal>().map(|(_, deal)| deal).collect();
        let stages: Vec<DealStage> = deals.iter().map(|deal| deal.stage()).collect();
        assert_eq!(stages, [DealStage::Paid, DealStage::Inquiry]);
        assert!(deals.iter().all(|deal| deal.lines.iter().all(|line| line.product.is_some())));
        let (_, case) = gunther.each::<Case>().next().unwrap();
        assert!(case.replied.unwrap() - case.opened < chrono::TimeDelta::hours(4));
        assert_eq!(gunther.reliability(today()), (3, 3));
        assert_eq!(gunther.each::<Checklist>().count(), 1);
        let told = workspace.arguments(gunther);
        let untold = told.iter().filter(|one| one.told.is_none()).count();
        assert_eq!((told.len() - untold, untold > 0), (3, true));
        assert_eq!(workspace.goes_with(gunther).len(), 1, "a shelf to the desks");
        assert_eq!(workspace.referrals(gunther.id).first().map(|one| one.weight), Some(2));
        let portrait = &gunther.portrait;
        assert!(Dimension::ALL.iter().all(|dimension| portrait.rating(*dimension).is_some()));
        assert_eq!(portrait.balance(), Some(Balance::Healthy));
        let held = |all| fulfilled(&portrait.conditions, all);
        assert_eq!((held(Condition::rebuy()), held(Condition::bond())), (4, 3));
        let messages =
            workspace.assets().values().filter(|asset| matches!(***asset, Asset::Message(_)));
        assert_eq!(messages.count(), 2);
    }
}
