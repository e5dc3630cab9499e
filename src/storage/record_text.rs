//! A record as JSON, so compact that ten thousand customers stay small.
//!
//! ```json
//! {"kind":"customer","id":"…","at":"<base stamp>","own":{"<stamp>":["fields/phase"]},
//!  "fields":{"name":"…","phase":"bind"},"contacts":{"<id>":{"~":"<stamp>","at":"…"}}}
//! ```
//!
//! `at` is the stamp of every entry that has none of its own; an entry's own stamp stands inside
//! its value under `~` where the value is an object, else in `own`. Every other key is a section.

use std::borrow::Cow;

use litemap::LiteMap;

use uuid::Uuid;

use super::{
    codec::{Members, Read, Unreadable, list, members, text, value},
    record::{Entry, Record, RecordKey, Section},
    stamp::Stamp,
};

impl RecordKey {
    /// Begins the JSON of a record, up to the base stamp.
    pub(super) fn write_head(&self, base: Stamp, out: &mut String) {
        out.push_str(r#"{"kind":"#);
        text(&self.kind, out);
        out.push_str(r#","id":"#);
        text(&self.id.to_string(), out);
        out.push_str(r#","at":"#);
        text(&base.to_string(), out);
    }
}

impl Record {
    /// Reads the JSON of a record.
    pub fn from_json(json: &[u8]) -> Result<Self, Unreadable> {
        let mut read = Reading::default();
        members(utf8(json)?, |members| read.record(members))?;
        read.finish()
    }

    /// The record as JSON.
    pub fn to_json(&self) -> Vec<u8> {
        let (base, mut out) = (self.base(), String::with_capacity(512));
        self.key.write_head(base, &mut out);
        self.write_own_stamps(base, &mut out);
        for (name, entries) in &self.sections {
            out.push(',');
            text(name, &mut out);
            out.push(':');
            write_section(entries, base, &mut out);
        }
        out.push('}');
        out.into_bytes()
    }

    /// The stamp that most entries share; the smallest of several.
    fn base(&self) -> Stamp {
        let mut counts: LiteMap<Stamp, usize> = LiteMap::new();
        for entry in self.entries() {
            *counts.entry(entry.stamp).or_default() += 1;
        }
        let most = counts.iter().max_by_key(|(stamp, count)| (**count, std::cmp::Reverse(**stamp)));
        most.map_or(Stamp::BEFORE_ALL, |(stamp, _)| *stamp)
    }

    fn write_own_stamps(&self, base: Stamp, out: &mut String) {
        let mut own: LiteMap<Stamp, Vec<String>> = LiteMap::new();
        for (section, entries) in &self.sections {
            for (name, entry) in entries {
                if entry.stamp != base && !entry.is_object() {
                    own.entry(entry.stamp).or_default().push([section, "/", name].concat());
                }
            }
        }
        if own.is_empty() {
            return;
        }
        out.push_str(r#","own":"#);
        let mut next = '{';
        for (stamp, paths) in own {
            out.push(std::mem::replace(&mut next, ','));
            text(&stamp.to_string(), out);
            out.push(':');
            let mut next = '[';
            for path in paths {
                out.push(std::mem::replace(&mut next, ','));
                text(&path, out);
            }
            out.push(']');
        }
        out.push('}');
    }
}

fn write_section(entries: &Section, base: Stamp, out: &mut String) {
    out.push('{');
    for (index, (name, entry)) in entries.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        text(name, out);
        out.push(':');
        match entry.value.strip_prefix('{') {
            Some(inside) if entry.stamp != base => {
                out.push_str(r#"{"~":"#);
                text(&entry.stamp.to_string(), out);
                if inside != "}" {
                    out.push(',');
                }
                out.push_str(inside);
            }
            _ => out.push_str(&entry.value),
        }
    }
    out.push('}');
}

fn utf8(json: &[u8]) -> Read<&str> {
    std::str::from_utf8(json).map_err(|error| Unreadable::Shape(error.to_string()))
}

fn twice(what: &str) -> Unreadable {
    Unreadable::Shape([what, " comes twice"].concat())
}

/// What was read of a record before it is known which stamps its entries have.
#[derive(Default)]
struct Reading<'de> {
    kind: Option<String>,
    id: Option<Uuid>,
    base: Option<Stamp>,
    own: LiteMap<String, Stamp>,
    sections: LiteMap<String, LiteMap<String, &'de str>>,
}

impl<'de> Reading<'de> {
    fn record(&mut self, members: &mut dyn Members<'de>) -> Read {
        while let Some(name) = members.name()? {
            match name.as_ref() {
                "kind" => members.value(&mut self.kind)?,
                "id" => members.value(&mut self.id)?,
                "at" => members.value(&mut self.base)?,
                "own" => self.own = own_stamps(members)?,
                _ => {
                    let section = section(members)?;
                    if self.sections.insert(name.into_owned(), section).is_some() {
                        return Err(twice("a section"));
                    }
                }
            }
        }
        Ok(())
    }

    fn finish(self) -> Read<Record> {
        let kind = Cow::Owned(self.kind.ok_or(Unreadable::Missing("kind"))?);
        let id = self.id.ok_or(Unreadable::Missing("id"))?;
        let base = self.base.ok_or(Unreadable::Missing("at"))?;
        let mut record = Record::new(RecordKey { kind, id });
        for (name, entries) in self.sections {
            let mut section = Section::new();
            for (entry, raw) in entries {
                let (value, inside) = without_stamp(raw)?;
                let own = || self.own.get(&[&name, "/", &entry].concat()).copied();
                let stamp = inside.or_else(own).unwrap_or(base);
                section.insert(entry, Entry { value, stamp });
            }
            if !section.is_empty() {
                record.sections.insert(name, section);
            }
        }
        Ok(record)
    }
}

fn own_stamps(members: &mut dyn Members<'_>) -> Read<LiteMap<String, Stamp>> {
    let mut own = LiteMap::new();
    members.members(&mut |members| {
        while let Some(name) = members.name()? {
            let stamp = Stamp::parse(&name).ok_or(Unreadable::Missing("a stamp"))?;
            for raw in list(members.raw()?)? {
                let mut path = String::new();
                value(raw, &mut path)?;
                own.insert(path, stamp);
            }
        }
        Ok(())
    })?;
    Ok(own)
}

fn section<'de>(members: &mut dyn Members<'de>) -> Read<LiteMap<String, &'de str>> {
    let mut entries = LiteMap::new();
    let is_there = members.members(&mut |members| {
        while let Some(name) = members.name()? {
            if entries.insert(name.into_owned(), members.raw()?).is_some() {
                return Err(twice("an entry"));
            }
        }
        Ok(())
    })?;
    if is_there { Ok(entries) } else { Err(Unreadable::Missing("a section")) }
}

/// A value without the stamp inside it, in its shortest form.
fn without_stamp(raw: &str) -> Read<(Box<str>, Option<Stamp>)> {
    let mut stamp = None;
    let may_be_stamped = raw.starts_with('{') && (raw.contains('~') || raw.contains("\\u"));
    if !may_be_stamped {
        return Ok((compact(raw).into(), None));
    }
    let (mut rest, mut next) = (String::with_capacity(raw.len()), '{');
    members(raw, |members| {
        while let Some(name) = members.name()? {
            if name == Record::STAMP {
                members.value(&mut stamp)?;
            } else {
                rest.push(std::mem::replace(&mut next, ','));
                text(&name, &mut rest);
                rest.push(':');
                rest.push_str(&compact(members.raw()?));
            }
        }
        Ok(())
    })?;
    if next == '{' {
        rest.push('{');
    }
    rest.push('}');
    Ok((rest.into(), stamp))
}

/// JSON without the white space between its tokens.
fn compact(json: &str) -> Cow<'_, str> {
    let is_space = |byte: u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
    if !json.bytes().any(is_space) {
        return Cow::Borrowed(json);
    }
    let (mut in_text, mut escaped) = (false, false);
    let keeps = |c: &char| {
        match (in_text, c) {
            (true, _) if escaped => escaped = false,
            (true, '\\') => escaped = true,
            (_, '"') => in_text = !in_text,
            _ => {}
        }
        in_text || !matches!(c, ' ' | '\n' | '\r' | '\t')
    };
    Cow::Owned(json.chars().filter(keeps).collect())
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
        fn white_space_and_order_do_not_matter(record in any_record()) {
            let tree: serde_json::Value = serde_json::from_slice(&record.to_json()).unwrap();
            let pretty = serde_json::to_string_pretty(&tree).unwrap();
            prop_assert_eq!(Record::from_json(pretty.as_bytes()).unwrap(), record);
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

    const ID: &str = r#""id":"00000000-0000-0000-0000-000000000001","at":"----------------------""#;

    #[test]
    fn what_is_no_record() {
        refuses("{}");
        refuses(r#"{"kind":"customer"}"#);
        refuses(&format!(r#"{{"kind":"customer",{ID},"flags":3}}"#));
        refuses(&format!(r#"{{"kind":"customer",{ID},"flags":null}}"#));
        refuses(&format!(r#"{{"kind":"customer",{ID},"fields":{{"a":1,"a":2}}}}"#));
        refuses(&format!(r#"{{"kind":"customer",{ID},"fields":{{"a":{{"~":"now"}}}}}}"#));
        assert!(
            Record::from_json(format!(r#"{{"kind":"idea",{ID},"votes":{{}}}}"#).as_bytes()).is_ok()
        );
    }

    #[test]
    fn a_stamp_in_disguise_is_a_stamp() {
        let stamp = Stamp::new(5, 0, 1);
        let json =
            format!(r#"{{"kind":"idea",{ID},"votes":{{"a":{{"b":"~","\u007e":"{stamp}"}}}}}}"#);
        let record = Record::from_json(json.as_bytes()).unwrap();
        let entry = record.get("votes/a").unwrap();
        assert_eq!((&*entry.value, entry.stamp), (r#"{"b":"~"}"#, stamp));
    }
}
