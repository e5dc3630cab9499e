//! The one merge, a hundred thousand times: neither order nor grouping nor repetition matters.

use std::collections::BTreeSet;

use rapport::storage::{Entry, Record, Stamp, file, merge};

use crate::{
    made_up::{Dice, workspace},
    world::announce,
};

const TRIPLES: u64 = 100_000;

/// A record of one customer as any version might have written it, with few names and stamps, so that
/// the same ones meet.
fn record(dice: &mut Dice) -> Record {
    let stamp = |dice: &mut Dice| {
        Stamp::new(dice.roll(4) as u64, dice.roll(2) as u16, dice.roll(3) as u64).to_string()
    };
    let mut sections = String::new();
    for section in ["fields", "contacts", "later"] {
        let names: Vec<&str> = ["a", "b", "é"].into_iter().filter(|_| dice.roll(2) == 0).collect();
        let entries: Vec<String> = names
            .iter()
            .map(|name| {
                let value = match dice.roll(4) {
                    0 => "null".to_owned(),
                    1 => format!(r#""x{}""#, dice.roll(3)),
                    2 => dice.roll(3).to_string(),
                    _ => format!(r#"{{"~":"{}","y":{}}}"#, stamp(dice), dice.roll(2)),
                };
                format!(r#""{name}":{value}"#)
            })
            .collect();
        if !entries.is_empty() {
            sections += &format!(r#","{section}":{{{}}}"#, entries.join(","));
        }
    }
    let json = format!(
        r#"{{"kind":"customer","id":"00000000-0000-0000-0000-000000000001","at":"{}"{sections}}}"#,
        stamp(dice)
    );
    Record::from_json(json.as_bytes()).unwrap()
}

#[test]
fn merging_is_commutative_associative_and_idempotent() {
    for seed in 0..TRIPLES {
        let mut dice = Dice(seed);
        let [a, b, c] = [(); 3].map(|()| record(&mut dice));
        let both = merge(a.clone(), b.clone());
        assert_eq!(both, merge(b.clone(), a.clone()), "seed {seed}: order");
        let left = merge(both.clone(), c.clone());
        assert_eq!(left, merge(a.clone(), merge(b.clone(), c)), "seed {seed}: grouping");
        assert_eq!(merge(both.clone(), a), both, "seed {seed}: repetition");
        let again = Record::from_json(&left.to_json()).unwrap();
        assert_eq!(again, left, "seed {seed}: written and read");
        assert_eq!(again.to_json(), left.to_json(), "seed {seed}: byte for byte");
    }
    announce("merge triples", TRIPLES as usize, 0);
}

#[test]
fn a_file_that_was_read_is_written_byte_for_byte() {
    let cases = 2_000;
    for seed in 0..cases {
        let stamp = Stamp::new(1_800_000_000_000, 0, 7);
        let bytes = file::write(&workspace(3, seed), stamp);
        let read = file::read(&bytes).unwrap();
        let (workspace, records) = (read.workspace().unwrap(), read.records().unwrap());
        assert_eq!(file::write(&workspace, stamp), bytes, "seed {seed}");
        for record in records {
            let json = record.to_json();
            assert_eq!(Record::from_json(&json).unwrap(), record, "seed {seed}");
        }
    }
    announce("files written again", cases as usize, 0);
}

/// What devices have that edit, hear of each other and forget each other.
#[derive(Clone, Default)]
struct Device {
    record: Option<Record>,
    /// Every value written here or heard of, and those that somebody overwrote who knew them.
    written: BTreeSet<(usize, u64)>,
    overwritten: BTreeSet<(usize, u64)>,
}

const NAMES: [&str; 2] = ["a", "b"];

impl Device {
    fn visible(&self) -> BTreeSet<(usize, u64)> {
        self.written.difference(&self.overwritten).copied().collect()
    }

    /// Writes a value that nobody wrote before, as a tab does that knows all of its record.
    fn edit(&mut self, device: u64, name: usize, value: u64) {
        let over = self.record.as_ref().map_or(Stamp::BEFORE_ALL, Record::latest);
        let stamp = over.successor(device);
        let json = format!(
            r#"{{"kind":"customer","id":"{ID}","at":"{stamp}","own":{{"{over}":["seen/*"]}},"fields":{{"{}":{value}}},"seen":{{"*":null}}}}"#,
            NAMES[name]
        );
        let part = Record::from_json(json.as_bytes()).unwrap();
        let seen: Vec<_> = self.visible().into_iter().filter(|(at, _)| *at == name).collect();
        self.overwritten.extend(seen);
        self.written.insert((name, value));
        let before = self.record.take().unwrap_or_else(|| Record::new(part.key.clone()));
        self.record = Some(merge(before, part));
    }

    fn hear(&mut self, other: &Self) {
        self.written.extend(&other.written);
        self.overwritten.extend(&other.overwritten);
        self.record = match (self.record.take(), other.record.clone()) {
            (Some(own), Some(other)) => Some(merge(own, other)),
            (own, other) => own.or(other),
        };
    }

    /// Every value in the record, shown or beside it.
    fn values(&self) -> BTreeSet<(usize, u64)> {
        let Some(record) = &self.record else { return BTreeSet::new() };
        let sections = record.sections.iter().filter(|(name, _)| name.as_str() != "seen");
        let entries = sections.flat_map(|(_, entries)| entries);
        let value = |(name, entry): (&String, &Entry)| {
            let name = name.trim_start_matches("fields/");
            let at = NAMES.iter().position(|known| name.starts_with(known)).unwrap();
            (at, entry.value.to_string().parse().unwrap())
        };
        entries.map(value).collect()
    }
}

const ID: &str = "00000000-0000-0000-0000-000000000001";

#[test]
fn of_what_devices_write_at_once_nothing_is_lost_and_nothing_comes_back() {
    let mut triples = 0;
    for seed in 0..TRIPLES / 10 {
        let mut dice = Dice(seed);
        let mut devices = vec![Device::default(); 3];
        let mut past = Vec::new();
        for value in 0..14 {
            let (at, other) = (dice.roll(3), dice.roll(3));
            if dice.roll(3) > 0 {
                devices[at].edit(at as u64 + 1, dice.roll(2), value);
            } else {
                let heard = devices[other].clone();
                devices[at].hear(&heard);
            }
            past.push(devices[at].clone());
            assert_eq!(devices[at].values(), devices[at].visible(), "seed {seed}");
        }
        for _ in 0..10 {
            let [a, b, c] = [(); 3].map(|()| dice.of(&past));
            let (mut left, mut right, mut bc) = (a.clone(), a.clone(), b.clone());
            left.hear(&b);
            left.hear(&c);
            bc.hear(&c);
            right.hear(&bc);
            assert_eq!(left.record, right.record, "seed {seed}: grouping");
            let mut turned = bc.clone();
            turned.hear(&a);
            assert_eq!(turned.record, right.record, "seed {seed}: order");
            let before = right.record.clone();
            right.hear(&bc);
            assert_eq!(right.record, before, "seed {seed}: repetition");
            assert_eq!(right.values(), right.visible(), "seed {seed}: lost or come back");
            triples += 1;
        }
    }
    announce("merge triples of devices that know each other in part", triples, 0);
}

#[test]
fn an_erasure_beats_everything() {
    for seed in 0..TRIPLES / 2 {
        let mut dice = Dice(seed);
        let stamp = Stamp::new(dice.roll(3) as u64, 0, dice.roll(3) as u64);
        let json =
            format!(r#"{{"kind":"customer","id":"{ID}","at":"{stamp}","erased":{{"at":true}}}}"#);
        let erased = Record::from_json(json.as_bytes()).unwrap();
        let [a, b] = [(); 2].map(|()| record(&mut dice));
        let left = merge(merge(a.clone(), erased.clone()), b.clone());
        assert_eq!(left, merge(a.clone(), merge(erased.clone(), b.clone())), "seed {seed}");
        assert_eq!(left, merge(merge(b, a), erased), "seed {seed}");
        let sections: Vec<&str> = left.sections.keys().map(String::as_str).collect();
        assert_eq!(sections, ["erased", "fields"], "seed {seed}");
        assert_eq!(
            left.get("fields/gone").map(|entry| entry.value.as_ref()),
            Some("true"),
            "seed {seed}"
        );
    }
    announce("erasures", TRIPLES as usize / 2, 0);
}
