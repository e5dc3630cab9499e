//! A record as JSON, so compact that ten thousand customers stay small.
//!
//! ```json
//! {"kind":"customer","id":"…","at":"<base stamp>","own":{"<stamp>":["fields/phase"]},
//!  "fields":{"name":"…","phase":"bind"},"contacts":{"<id>":{"~":"<stamp>","at":"…"}}}
//! ```
//!
//! `at` is the stamp of every entry that has none of its own; an entry's own stamp stands inside
//! its value under `~` where the value is an object, else in `own`. Every other key is a section.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
    fmt,
};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, MapAccess},
    ser::SerializeMap,
};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{
    record::{Entry, Record, RecordKey, Section},
    stamp::Stamp,
};

impl Record {
    /// Reads the JSON of a record.
    pub fn from_json(json: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(json)
    }

    /// The record as JSON.
    pub fn to_json(&self) -> Vec<u8> {
        // A map with text for keys cannot fail to be written into memory.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// The stamp that most entries share; the smallest of several.
    fn base(&self) -> Stamp {
        let mut counts: BTreeMap<Stamp, usize> = BTreeMap::new();
        for entry in self.entries() {
            *counts.entry(entry.stamp).or_default() += 1;
        }
        let most = counts.iter().max_by_key(|(stamp, count)| (**count, std::cmp::Reverse(**stamp)));
        most.map_or(Stamp::BEFORE_ALL, |(stamp, _)| *stamp)
    }

    fn own_stamps(&self, base: Stamp) -> BTreeMap<Stamp, Vec<String>> {
        let mut own: BTreeMap<Stamp, Vec<String>> = BTreeMap::new();
        for (section, entries) in &self.sections {
            for (name, entry) in entries {
                if entry.stamp != base && !entry.value.is_object() {
                    own.entry(entry.stamp).or_default().push(format!("{section}/{name}"));
                }
            }
        }
        own
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let base = self.base();
        let own = self.own_stamps(base);
        let mut map = out.serialize_map(None)?;
        map.serialize_entry("kind", &self.key.kind)?;
        map.serialize_entry("id", &self.key.id)?;
        map.serialize_entry("at", &base)?;
        if !own.is_empty() {
            map.serialize_entry("own", &own)?;
        }
        for (name, entries) in &self.sections {
            map.serialize_entry(name, &WrittenSection { entries, base })?;
        }
        map.end()
    }
}

struct WrittenSection<'a> {
    entries: &'a Section,
    base: Stamp,
}

impl Serialize for WrittenSection<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(Some(self.entries.len()))?;
        for (name, entry) in self.entries {
            match &entry.value {
                Value::Object(fields) if entry.stamp != self.base => {
                    map.serialize_entry(name, &Stamped { stamp: entry.stamp, fields })?;
                }
                value => map.serialize_entry(name, value)?,
            }
        }
        map.end()
    }
}

struct Stamped<'a> {
    stamp: Stamp,
    fields: &'a Map<String, Value>,
}

impl Serialize for Stamped<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(None)?;
        map.serialize_entry(Record::STAMP, &self.stamp)?;
        for (name, value) in self.fields {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(RecordVisitor)
    }
}

struct RecordVisitor;

impl<'de> de::Visitor<'de> for RecordVisitor {
    type Value = Record;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
        let (mut kind, mut id, mut base) = (None, None, None);
        let mut own = BTreeMap::new();
        let mut sections = BTreeMap::new();
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "kind" => kind = Some(map.next_value::<String>()?),
                "id" => id = Some(map.next_value::<Uuid>()?),
                "at" => base = Some(map.next_value::<Stamp>()?),
                "own" => own = map.next_value::<BTreeMap<Stamp, Vec<String>>>()?,
                _ => {
                    let section = map.next_value::<ReadSection>()?.0;
                    if sections.insert(name, section).is_some() {
                        return Err(de::Error::custom("a section comes twice"));
                    }
                }
            }
        }
        let kind = Cow::Owned(kind.ok_or_else(|| de::Error::missing_field("kind"))?);
        let id = id.ok_or_else(|| de::Error::missing_field("id"))?;
        let base = base.ok_or_else(|| de::Error::missing_field("at"))?;
        let sections = stamped(sections, base, own)?;
        Ok(Record { key: RecordKey { kind, id }, sections })
    }
}

/// The entries of a section before it is known which stamp they have.
struct ReadSection(BTreeMap<String, Value>);

impl<'de> Deserialize<'de> for ReadSection {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> de::Visitor<'de> for Entries {
            type Value = ReadSection;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a section")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ReadSection, A::Error> {
                let mut entries = BTreeMap::new();
                while let Some((name, value)) = map.next_entry::<String, Value>()? {
                    if entries.insert(name, value).is_some() {
                        return Err(de::Error::custom("an entry comes twice"));
                    }
                }
                Ok(ReadSection(entries))
            }
        }
        from.deserialize_map(Entries)
    }
}

fn stamped<E: de::Error>(
    sections: BTreeMap<String, BTreeMap<String, Value>>,
    base: Stamp,
    own: BTreeMap<Stamp, Vec<String>>,
) -> Result<BTreeMap<String, Section>, E> {
    let own: HashMap<String, Stamp> = own
        .into_iter()
        .flat_map(|(stamp, paths)| paths.into_iter().map(move |path| (path, stamp)))
        .collect();
    let mut stamped = BTreeMap::new();
    for (section, entries) in sections {
        let mut read = Section::new();
        for (name, mut value) in entries {
            let inside = value.as_object_mut().and_then(|fields| fields.remove(Record::STAMP));
            let stamp = match inside {
                Some(stamp) => serde_json::from_value(stamp).map_err(E::custom)?,
                None if own.is_empty() => base,
                None => own.get(&format!("{section}/{name}")).copied().unwrap_or(base),
            };
            read.insert(name, Entry { value, stamp });
        }
        if !read.is_empty() {
            stamped.insert(section, read);
        }
    }
    Ok(stamped)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::storage::trials::any_record;

    proptest! {
        #[test]
        fn a_written_record_reads_back(record in any_record()) {
            prop_assert_eq!(Record::from_json(&record.to_json()).unwrap(), record);
        }

        #[test]
        fn no_bytes_upset_the_reader(json in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = Record::from_json(&json);
        }
    }

    #[track_caller]
    fn refuses(json: &str) {
        assert!(Record::from_json(json.as_bytes()).is_err(), "{json}");
    }

    #[test]
    fn what_is_no_record() {
        const ID: &str =
            r#""id":"00000000-0000-0000-0000-000000000001","at":"----------------------""#;
        refuses("{}");
        refuses(r#"{"kind":"customer"}"#);
        refuses(&format!(r#"{{"kind":"customer",{ID},"flags":3}}"#));
        refuses(&format!(r#"{{"kind":"customer",{ID},"fields":{{"a":1,"a":2}}}}"#));
        refuses(&format!(r#"{{"kind":"customer",{ID},"fields":{{"a":{{"~":"now"}}}}}}"#));
        assert!(
            Record::from_json(format!(r#"{{"kind":"idea",{ID},"votes":{{}}}}"#).as_bytes()).is_ok()
        );
    }
}
