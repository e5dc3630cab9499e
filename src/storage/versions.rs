//! What two devices or tabs wrote into the same field without knowing of each other: both stay.
//!
//! The winner stands in its section as ever. The others stand in the section `other` under
//! `<path>~<stamp>`, until an edit that knew them takes their place. What was overwritten by somebody
//! who knew it is noted in the section `seen` under `<path>~<device>` with the latest stamp of that
//! device, so that it never comes back; most files have neither section. An edit on its way to the
//! store carries `seen/*`: its maker knew everything in the record up to that stamp.
//!
//! This is the join of dotted version vectors, field by field: what one side has and the other has
//! not is kept unless the other had seen it.

use litemap::LiteMap;

use super::{
    merge::wins,
    record::{Entry, Record},
    stamp::Stamp,
};

/// The section of versions that did not win.
pub(super) const OTHER: &str = "other";
/// The section of what was overwritten by somebody who knew it.
const SEEN: &str = "seen";
/// Stands in `seen` for every device.
const ALL: &str = "*";
/// The section of a record whose person was erased.
const ERASED: &str = "erased";

/// The versions of one path by their stamps.
type Versions = LiteMap<Stamp, Entry>;
/// The latest stamp of each device whose versions were overwritten.
type Seen = LiteMap<u64, Stamp>;

/// One path in one record.
struct Side {
    versions: Versions,
    seen: Seen,
    all: Option<Stamp>,
}

impl Side {
    fn of(record: &Record, section: &str, name: &str) -> Self {
        let mut versions = Versions::default();
        if let Some(entry) = record.sections.get(section).and_then(|entries| entries.get(name)) {
            versions.insert(entry.stamp, entry.clone());
        }
        let path = format!("{section}/{name}~");
        for (rest, entry) in beneath(record, OTHER, &path) {
            if Stamp::parse(rest) == Some(entry.stamp) {
                versions.insert(entry.stamp, entry.clone());
            }
        }
        let seen = beneath(record, SEEN, &path).map(|(_, entry)| entry.stamp);
        let seen = seen.map(|stamp| (stamp.device(), stamp)).collect();
        let all = record.sections.get(SEEN).and_then(|seen| seen.get(ALL));
        Self { versions, seen, all: all.map(|entry| entry.stamp) }
    }

    fn has_seen(&self, stamp: Stamp) -> bool {
        let device = stamp.device();
        let of_device = self.versions.keys().filter(|own| own.device() == device);
        stamp == Stamp::BEFORE_ALL
            || self.all.is_some_and(|all| stamp <= all)
            || self.seen.get(&device).into_iter().chain(of_device).any(|seen| *seen >= stamp)
    }

    /// Whether another tab of the same device wrote this, unknown to the maker of this edit.
    fn overtakes(&self, stamp: Stamp) -> bool {
        self.all.is_some_and(|all| stamp > all)
            && self.versions.keys().any(|own| own.device() == stamp.device() && *own > stamp)
    }
}

/// The entries of a section whose names begin like this, by what follows.
fn beneath<'a>(
    record: &'a Record,
    section: &str,
    start: &'a str,
) -> impl Iterator<Item = (&'a str, &'a Entry)> {
    let entries = record.sections.get(section).into_iter().flatten();
    entries.filter_map(move |(name, entry)| Some((name.strip_prefix(start)?, entry)))
}

/// Merges what both records have at one path into the first. Both have an entry there.
pub(super) fn join(into: &mut Record, from: &Record, section: &str, name: &str) {
    let (here, there) = (Side::of(into, section, name), Side::of(from, section, name));
    let mut kept = Versions::default();
    let mut seen = here.seen.clone();
    for (device, stamp) in &there.seen {
        note(&mut seen, *device, *stamp);
    }
    for (side, other) in [(&here, &there), (&there, &here)] {
        for (stamp, entry) in &side.versions {
            match other.versions.get(stamp) {
                Some(same) if wins(same, entry) => {}
                Some(_) => drop(kept.insert(*stamp, entry.clone())),
                None if other.overtakes(*stamp) && !other.has_value(entry) => {
                    let stamp = stamp.of_another_tab();
                    kept.insert(stamp, Entry { stamp, ..entry.clone() });
                }
                None if other.has_seen(*stamp) => note(&mut seen, stamp.device(), *stamp),
                None => drop(kept.insert(*stamp, entry.clone())),
            }
        }
    }
    put(into, section, name, kept, seen);
}

impl Side {
    fn has_value(&self, entry: &Entry) -> bool {
        self.versions.values().any(|own| own.value == entry.value)
    }
}

fn note(seen: &mut Seen, device: u64, stamp: Stamp) {
    let latest = seen.entry(device).or_insert(stamp);
    *latest = (*latest).max(stamp);
}

/// Writes the versions of a path: the latest in its place, the others beside it.
fn put(into: &mut Record, section: &str, name: &str, mut kept: Versions, mut seen: Seen) {
    let path = format!("{section}/{name}~");
    seen.retain(|device, stamp| {
        let of_device = kept.keys().filter(|kept| kept.device() == *device);
        *stamp != Stamp::BEFORE_ALL && of_device.max().is_none_or(|kept| kept < stamp)
    });
    // Only records that nobody could have written contradict each other so far that none is left.
    let Some((stamp, latest)) = kept.last().map(|(stamp, entry)| (*stamp, entry.clone())) else {
        return;
    };
    kept.remove(&stamp);
    into.sections.entry(section.to_owned()).or_default().insert(name.to_owned(), latest);
    let others = kept.into_iter().map(|(stamp, entry)| (stamp.to_string(), entry)).collect();
    replace(into, OTHER, &path, others);
    let seen = seen.into_iter().map(|(device, stamp)| {
        (format!("{device:016x}"), Entry { value: Record::REMOVED.into(), stamp })
    });
    replace(into, SEEN, &path, seen.collect());
}

fn replace(into: &mut Record, section: &str, path: &str, entries: Vec<(String, Entry)>) {
    if let Some(old) = into.sections.get_mut(section) {
        old.retain(|name, _| !name.starts_with(path));
    }
    if !entries.is_empty() {
        let beside = into.sections.entry(section.to_owned()).or_default();
        for (rest, entry) in entries {
            beside.insert([path, &rest].concat(), entry);
        }
    }
    into.sections.retain(|_, entries| !entries.is_empty());
}

/// Whether a section is of the kind that follows from others.
pub(super) fn is_beside(section: &str) -> bool {
    section == OTHER || section == SEEN
}

/// Whether an entry beside the others belongs to one of these paths, or to no one.
pub(super) fn is_settled(name: &str, joined: &[String]) -> bool {
    name == ALL
        || name.rsplit_once('~').is_some_and(|(path, _)| joined.iter().any(|joined| joined == path))
}

/// Forgets what an edit knew: a record that is stored speaks for itself.
pub(super) fn forget_all(record: &mut Record) {
    if let Some(seen) = record.sections.get_mut(SEEN) {
        seen.remove(ALL);
        if seen.is_empty() {
            record.sections.remove(SEEN);
        }
    }
}

/// What the erasure of a person leaves of a record, if it was erased: nothing but when.
pub(super) fn erased(record: &Record) -> Option<Record> {
    let erased = record.sections.get(ERASED)?.clone();
    let latest = erased.values().max_by_key(|entry| entry.stamp)?.clone();
    let mut left = Record::new(record.key.clone());
    left.sections.insert(ERASED.to_owned(), erased);
    left.set(&[Record::FIELDS, "/", Record::GONE].concat(), latest.value, latest.stamp);
    Some(left)
}

impl Record {
    /// Notes that the maker of this edit knew the record up to this stamp.
    pub(super) fn knows_up_to(&mut self, stamp: Stamp) {
        self.set(&format!("{SEEN}/{ALL}"), Record::REMOVED, stamp);
    }

    /// Turns the record into the trace of an erased person.
    pub(super) fn erase(key: super::record::RecordKey, stamp: Stamp) -> Self {
        let mut record = Self::new(key);
        record.set(&format!("{ERASED}/at"), "true", stamp);
        erased(&record).unwrap_or(record)
    }

    /// Every path with more than one value: the path, the value that is shown, and another.
    pub(super) fn versions(&self) -> impl Iterator<Item = (&str, &Entry, &Entry)> {
        let others = self.sections.get(OTHER).into_iter().flatten();
        others.filter_map(|(name, other)| {
            let (path, _) = name.rsplit_once('~')?;
            let shown = self.get(path)?;
            (shown.value != other.value).then_some((path, shown, other))
        })
    }
}
