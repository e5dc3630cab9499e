//! The one merge. Recovery, a second tab, an import and another device all go through it.

use super::{
    record::{Entry, Record},
    versions,
};

/// Merges two states or parts of one record: per field the larger stamp wins, between equal stamps
/// the larger bytes; what lost without having been seen by the winner stays beside it (`versions`).
/// A person's erasure beats everything. Commutative, associative and idempotent, so that neither
/// order nor repetition matters. The key is the first one's; both must be of the same record.
#[must_use]
pub fn merge(mut into: Record, from: Record) -> Record {
    let is_erased = versions::erased(&into).is_some() || versions::erased(&from).is_some();
    let is_plain = !has_beside(&into) && !has_beside(&from);
    let mut joined = Vec::new();
    for (section, entries) in &from.sections {
        if versions::is_beside(section) {
            continue;
        }
        for (name, entry) in entries {
            let here = into.sections.get(section).and_then(|entries| entries.get(name));
            match here {
                Some(here) if is_plain && here == entry => {}
                Some(_) => {
                    versions::join(&mut into, &from, section, name);
                    joined.push([section, "/", name].concat());
                }
                None => {
                    let entries = into.sections.entry(section.clone()).or_default();
                    entries.insert(name.clone(), entry.clone());
                }
            }
        }
    }
    for (section, entries) in from.sections {
        if versions::is_beside(&section) {
            for (name, entry) in entries {
                if !versions::is_settled(&name, &joined) {
                    put(&mut into, &section, name, entry);
                }
            }
        }
    }
    versions::forget_all(&mut into);
    match is_erased {
        true => versions::erased(&into).unwrap_or(into),
        false => into,
    }
}

fn has_beside(record: &Record) -> bool {
    record.sections.keys().any(|section| versions::is_beside(section))
}

fn put(into: &mut Record, section: &str, name: String, entry: Entry) {
    let entries = into.sections.entry(section.to_owned()).or_default();
    if entries.get(&name).is_none_or(|over| wins(&entry, over)) {
        entries.insert(name, entry);
    }
}

/// Whether an entry is later than another, or as late and larger.
pub(super) fn wins(entry: &Entry, over: &Entry) -> bool {
    (entry.stamp, &entry.value) > (over.stamp, &over.value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::storage::trials::{any_record, key};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn the_order_does_not_matter(a in any_record(), b in any_record()) {
            prop_assert_eq!(merge(a.clone(), b.clone()), merge(b, a));
        }

        #[test]
        fn the_grouping_does_not_matter(a in any_record(), b in any_record(), c in any_record()) {
            let left = merge(merge(a.clone(), b.clone()), c.clone());
            prop_assert_eq!(left, merge(a, merge(b, c)));
        }

        #[test]
        fn repetition_does_not_matter(a in any_record(), b in any_record()) {
            let both = merge(a.clone(), b.clone());
            prop_assert_eq!(merge(both.clone(), a), both.clone());
            prop_assert_eq!(merge(both.clone(), b), both.clone());
            prop_assert_eq!(merge(both.clone(), both.clone()), both);
        }
    }

    #[test]
    fn a_removed_field_stays_removed_under_an_older_value() {
        use crate::storage::Stamp;
        let (mut removed, mut older) = (Record::new(key(1)), Record::new(key(1)));
        removed.set("fields/notes", Record::REMOVED, Stamp::new(2, 0, 1));
        older.set("fields/notes", "\"x\"", Stamp::new(1, 0, 9));
        let path = "fields/notes";
        assert_eq!(merge(older, removed.clone()).get(path), removed.get(path));
    }
}
