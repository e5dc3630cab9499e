//! Everything a description promises, proved on a record that holds every sort of value.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use chrono::{NaiveDate, NaiveDateTime};
use litemap::LiteMap;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::{Amount, ById, ContactId, CustomerId, HasId, Mood, Phase, Rank, iso};

#[derive(Clone, Debug, PartialEq)]
struct Thing {
    id: ContactId,
    text: String,
    flag: bool,
    small: u16,
    large: i64,
    day: NaiveDate,
    at: NaiveDateTime,
    maybe: Option<NaiveDate>,
    money: Option<Amount>,
    rank: Rank,
    phase: Phase,
    mood: Mood,
    moods: Vec<Mood>,
    texts: Vec<String>,
    phases: BTreeSet<Phase>,
    friend: Option<CustomerId>,
    part: Option<Part>,
    parts: Vec<Part>,
}

shape! {
    Thing new (id);
    "text" => text,
    "flag" => flag,
    "small" => small,
    "large" => large,
    "day" => day,
    "at" => at,
    "maybe" => maybe,
    "money" => money,
    "rank" => rank,
    "phase" => phase,
    "mood" => mood,
    "moods" => moods,
    "texts" => texts,
    "phases" => phases,
    "friend" => friend,
    "part" => part,
    "parts" => parts,
}

#[derive(Clone, Debug, PartialEq)]
struct Part {
    id: CustomerId,
    name: String,
    parts: Vec<Part>,
}

shape! {
    Part new ();
    "id" => id,
    "name" => name,
    "parts" => parts,
}

impl HasId for Thing {
    fn id(&self) -> Uuid {
        self.id.0
    }
}

impl Timed for Thing {
    type Time = NaiveDateTime;

    fn time(&self) -> NaiveDateTime {
        self.at
    }
}

fn day(days: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(days).unwrap()
}

fn any_part() -> impl Strategy<Value = Part> {
    let leaf = (any::<u128>(), any::<String>()).prop_map(|(id, name)| Part {
        id: CustomerId(Uuid::from_u128(id)),
        name,
        parts: Vec::new(),
    });
    leaf.prop_recursive(3, 8, 3, |inner| {
        (inner.clone(), prop::collection::vec(inner, 0..3))
            .prop_map(|(part, parts)| Part { parts, ..part })
    })
}

fn any_thing() -> impl Strategy<Value = Thing> {
    let days = || (-2_000_000..5_000_000_i32).prop_map(day);
    let moods = || prop::sample::select(Mood::ALL);
    let phases = || prop::sample::select(Phase::ALL.to_vec());
    let numbers = (any::<bool>(), any::<u16>(), any::<i64>(), 0..86_400_u32, days(), 0..9_u8);
    let optional = (
        prop::option::of(days()),
        prop::option::of(any::<i64>().prop_map(Amount)),
        prop::option::of(any::<u128>().prop_map(|id| CustomerId(Uuid::from_u128(id)))),
        prop::option::of(any_part()),
    );
    let lists = (
        prop::collection::vec(moods(), 0..4),
        prop::collection::vec(any::<String>(), 0..4),
        prop::collection::btree_set(phases(), 0..4),
        prop::collection::vec(any_part(), 0..3),
    );
    let words = (any::<String>(), phases(), moods(), any::<u128>());
    (numbers, optional, lists, words).prop_map(|(numbers, optional, lists, words)| {
        let (flag, small, large, second, day, places) = numbers;
        let (maybe, money, friend, part) = optional;
        let (moods, texts, phases, parts) = lists;
        let (text, phase, mood, id) = words;
        let at = day.and_hms_opt(second / 3600, second / 60 % 60, second % 60).unwrap();
        let low = |rank: Rank, _| Rank::between(None, Some(&rank));
        let rank = (0..places).fold(Rank::default(), low);
        let id = ContactId(Uuid::from_u128(id));
        Thing {
            id,
            text,
            flag,
            small,
            large,
            day,
            at,
            maybe,
            money,
            rank,
            phase,
            mood,
            moods,
            texts,
            phases,
            friend,
            part,
            parts,
        }
    })
}

fn json(thing: &Thing) -> String {
    written(thing)
}

fn read(json: &str, id: ContactId) -> Read<Thing> {
    let mut thing = Thing::blank(id.0);
    object(json, &mut thing).map(|()| thing)
}

/// Entries for a section; one without JSON is removed.
struct Given(Vec<(Uuid, Option<String>)>);

impl Entries for Given {
    fn next(&mut self) -> Read<Option<Uuid>> {
        Ok(self.0.last().map(|(id, _)| *id))
    }

    fn fill(&mut self, shape: &mut dyn Shape) -> Read<bool> {
        match self.0.pop() {
            Some((_, Some(json))) => object(&json, shape).map(|()| true),
            _ => Ok(false),
        }
    }
}

fn held(section: &dyn Section) -> Vec<(Uuid, String)> {
    let mut held = Vec::new();
    section.each(&mut |id, item| {
        let mut json = String::new();
        written_shape(item.shape(), &mut json);
        held.push((id, json));
    });
    held.sort();
    held
}

proptest! {
    #[test]
    fn what_is_written_reads_back(thing in any_thing()) {
        prop_assert_eq!(read(&json(&thing), thing.id), Ok(thing));
    }

    #[test]
    fn what_is_written_is_json_in_its_shortest_form(thing in any_thing()) {
        let json = json(&thing);
        let tree: serde_json::Value = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(tree.to_string().len(), json.len());
        prop_assert_eq!(tree["text"].as_str().unwrap_or_default(), &thing.text);
    }

    #[test]
    fn the_order_and_unknown_names_do_not_matter(thing in any_thing()) {
        let mut tree: serde_json::Value = serde_json::from_str(&json(&thing)).unwrap();
        tree["aaa"] = serde_json::json!({ "text": [1.5, null, { "at": 7 }] });
        tree["zzz"] = serde_json::json!(1e300);
        let json = serde_json::to_string_pretty(&tree).unwrap();
        prop_assert_eq!(read(&json, thing.id), Ok(thing.clone()));
        let mut unknown = Vec::new();
        let mut again = Thing::blank(thing.id.0);
        members(&json, |members| {
            fill(&mut again, members, &mut |name, members| {
                unknown.push((name.to_owned(), members.raw()?.to_owned()));
                Ok(())
            }).map(|_| ())
        }).unwrap();
        prop_assert_eq!(again, thing);
        prop_assert_eq!(unknown.len(), 2);
        prop_assert_eq!(&*unknown[1].1, "1e+300");
    }

    #[test]
    fn a_broken_text_upsets_nothing(thing in any_thing(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = json(&thing).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(json) = std::str::from_utf8(&bytes) {
            let _ = read(json, thing.id);
        }
        if let Some(cut) = json(&thing).get(..at) {
            prop_assert!(read(cut, thing.id).is_err());
        }
    }

    #[test]
    fn no_text_upsets_the_reader(json in "[\\[\\]{}\",:0-9a-z\\\\ ]{0,60}|.{0,60}") {
        let _ = read(&json, ContactId(Uuid::nil()));
        let _ = list(&json);
    }

    #[test]
    fn sections_of_every_sort_hold_the_same(
        things in prop::collection::vec((0..6_u128, prop::option::of(any_thing())), 0..14),
        cut in any::<prop::sample::Index>(),
    ) {
        type Things = BTreeMap<u128, Option<Thing>>;
        let given = |things: &Things| {
            let entry = |(id, thing): (&u128, &Option<Thing>)| (Uuid::from_u128(*id), thing.as_ref().map(json));
            Given(things.iter().map(entry).collect())
        };
        let mut by_id: ById<Thing> = ById::default();
        let mut by_key: LiteMap<CustomerId, Thing> = LiteMap::new();
        let mut by_time: LiteMap<(NaiveDateTime, ContactId), Arc<Thing>> = LiteMap::new();
        let (first, rest) = things.split_at(cut.index(things.len() + 1));
        for part in [first, rest].map(|part| part.iter().cloned().collect::<Things>()) {
            by_id.merge(&mut given(&part)).unwrap();
            by_key.merge(&mut given(&part)).unwrap();
            by_time.merge(&mut given(&part)).unwrap();
        }
        prop_assert_eq!(held(&by_id), held(&by_key));
        prop_assert_eq!(held(&by_id), held(&by_time));
        let last = things.into_iter().collect::<Things>().into_iter();
        let last = last.filter_map(|(id, thing)| Some((Uuid::from_u128(id), json(&thing?))));
        prop_assert_eq!(held(&by_id), last.collect::<Vec<_>>());
    }
}

const LEAST: &str = r#""day":"2026-01-02","at":"2026-01-02T09:00","mood":"5""#;

#[track_caller]
fn refuses(members: &str) {
    let json = format!("{{{members}}}");
    assert!(read(&json, ContactId(Uuid::nil())).is_err(), "{json}");
}

#[track_caller]
fn takes(members: &str) -> Thing {
    read(&format!("{{{LEAST},{members}}}"), ContactId(Uuid::nil())).unwrap()
}

#[test]
fn what_is_missing_or_null_is_new_unless_it_is_needed() {
    let thing = takes(
        r#""text":null,"flag":null,"small":null,"rank":null,"phase":null,"moods":null,"part":null"#,
    );
    assert_eq!(json(&thing), format!("{{{LEAST}}}"));
    refuses(r#""day":"2026-01-02","at":"2026-01-02T09:00""#);
    refuses(&LEAST.replace("\"5\"", "null"));
    refuses(&format!(r#"{LEAST},"part":{{"name":"without an id"}}"#));
}

#[test]
fn what_is_of_another_sort_is_refused() {
    for wrong in [
        r#""text":1"#,
        r#""text":["a"]"#,
        r#""text":{}"#,
        r#""flag":"true""#,
        r#""small":65536"#,
        r#""small":-1"#,
        r#""small":1.5"#,
        r#""large":9223372036854775808"#,
        r#""maybe":"2026-02-30""#,
        r#""phase":"wedding""#,
        r#""moods":"5""#,
        r#""moods":["6"]"#,
        r#""texts":[1]"#,
        r#""rank":"zz""#,
        r#""rank":"80f""#,
        r#""friend":"me""#,
        r#""part":[]"#,
        r#""parts":{}"#,
        r#""parts":[[]]"#,
        r#""text":"a","text":"b""#,
    ] {
        refuses(&format!("{LEAST},{wrong}"));
    }
    takes(r#""large":-9223372036854775808"#);
}

#[test]
fn a_list_has_an_end_and_so_has_the_nesting() {
    let texts = |n: usize| format!(r#""texts":[{}]"#, vec![r#""a""#; n].join(","));
    assert_eq!(takes(&texts(1_000)).texts.len(), 1_000);
    refuses(&format!("{LEAST},{}", texts(1_001)));
    let id = Uuid::nil();
    let part = |depth: usize| {
        let open = format!(r#"{{"id":"{id}","parts":["#).repeat(depth);
        format!(r#"{LEAST},"parts":[{open}{}]"#, "]}".repeat(depth))
    };
    refuses(&part(10_000));
    // What is left out is not built, so it may nest as it likes.
    takes(&format!(r#""unknown":{}{}"#, "[".repeat(100_000), "]".repeat(100_000)));
    assert!(read(&format!("{{{}}}", part(30)), ContactId(id)).is_ok());
}

#[test]
fn the_usual_forms() {
    let mut thing = takes(r#""text":"a\"\\\u000b\n\u00e9","money":-5"#);
    assert_eq!((&*thing.text, thing.money), ("a\"\\\u{b}\né", Some(Amount(-5))));
    thing.day = iso::read_day("2026-03-12").unwrap();
    let text = r#"{"text":"a\"\\\u000b\né","day":"2026-03-12","at":"2026-01-02T09:00","money":-5,"mood":"5"}"#;
    assert_eq!(json(&thing), text);
}
