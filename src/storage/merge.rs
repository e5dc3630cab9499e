//! The one merge. Recovery, a second tab, an import and another device all go through it.

use litemap::{Entry as Slot, LiteMap};

use super::record::{Entry, Record};

/// Merges two states or parts of one record: per field the larger stamp wins, between equal stamps
/// the larger bytes. Commutative, associative and idempotent, so that neither order nor repetition
/// matters. The key is the first one's; both must be of the same record.
#[must_use]
pub fn merge(mut into: Record, from: Record) -> Record {
    for (name, section) in from.sections {
        match into.sections.entry(name) {
            Slot::Vacant(free) => {
                free.insert(section);
            }
            Slot::Occupied(mut both) => merge_section(both.get_mut(), section),
        }
    }
    into
}

fn merge_section(into: &mut LiteMap<String, Entry>, from: LiteMap<String, Entry>) {
    for (name, entry) in from {
        match into.entry(name) {
            Slot::Vacant(free) => {
                free.insert(entry);
            }
            Slot::Occupied(mut both) => {
                if wins(&entry, both.get()) {
                    both.insert(entry);
                }
            }
        }
    }
}

fn wins(entry: &Entry, over: &Entry) -> bool {
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
        assert_eq!(merge(older, removed.clone()), removed);
    }
}
