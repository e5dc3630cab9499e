//! Entries of a record in the order of their ids: few, so a sorted list serves them best, and it
//! costs a tenth of the code of a map.

use std::sync::Arc;

use uuid::Uuid;

/// What can be told apart by its id.
pub trait HasId {
    /// The id.
    fn id(&self) -> Uuid;
}

/// Entries by id. Ids grow with time, so a new entry comes last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ById<T>(Vec<Arc<T>>);

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: HasId> ById<T> {
    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every entry, in the order of the ids.
    pub fn iter(&self) -> std::slice::Iter<'_, Arc<T>> {
        self.0.iter()
    }

    /// The entry with this id.
    pub fn get(&self, id: Uuid) -> Option<&Arc<T>> {
        self.0.get(self.place(id).ok()?)
    }

    /// Adds an entry, or replaces the one with its id.
    pub fn put(&mut self, entry: T) {
        let entry = Arc::new(entry);
        match self.place(entry.id()) {
            Ok(place) => {
                if let Some(old) = self.0.get_mut(place) {
                    *old = entry;
                }
            }
            Err(place) => self.0.insert(place, entry),
        }
    }

    /// Takes an entry out.
    pub fn remove(&mut self, id: Uuid) -> Option<Arc<T>> {
        self.place(id).ok().map(|place| self.0.remove(place))
    }

    fn place(&self, id: Uuid) -> Result<usize, usize> {
        self.0.binary_search_by_key(&id, |entry| entry.id())
    }
}

impl<'a, T: HasId> IntoIterator for &'a ById<T> {
    type Item = &'a Arc<T>;
    type IntoIter = std::slice::Iter<'a, Arc<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    use super::*;

    #[derive(Debug, Clone, PartialEq)]
    struct Word(u8, u8);

    impl HasId for Word {
        fn id(&self) -> Uuid {
            Uuid::from_u128(self.0.into())
        }
    }

    proptest! {
        #[test]
        fn it_holds_what_a_map_holds(deeds in prop::collection::vec((0..6u8, any::<Option<u8>>()), 0..40)) {
            let (mut entries, mut map) = (ById::default(), BTreeMap::new());
            for (id, word) in deeds {
                match word {
                    Some(word) => {
                        entries.put(Word(id, word));
                        map.insert(id, Word(id, word));
                    }
                    None => {
                        let removed = entries.remove(Word(id, 0).id());
                        prop_assert_eq!(removed.map(Arc::unwrap_or_clone), map.remove(&id));
                    }
                }
                prop_assert_eq!(entries.get(Word(id, 0).id()).map(AsRef::as_ref), map.get(&id));
            }
            prop_assert!(entries.iter().map(AsRef::as_ref).eq(map.values()));
            prop_assert_eq!((entries.len(), entries.is_empty()), (map.len(), map.is_empty()));
        }
    }
}
