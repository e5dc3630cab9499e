//! Sections: entries by id, each of which is merged as one whole.

use std::sync::Arc;

use litemap::LiteMap;
use uuid::Uuid;

use super::{Blank, Read, Shape};
use crate::domain::{ById, HasId};

/// A section of a record.
pub trait Section {
    /// Hands on every entry.
    fn each<'a>(&'a self, each: &mut dyn FnMut(Uuid, Item<'a>));

    /// Puts entries in and takes removed ones out. Each id comes once.
    fn merge(&mut self, entries: &mut dyn Entries) -> Read;
}

/// One entry of a section.
pub enum Item<'a> {
    /// It lies there as it is stored.
    Kept(&'a dyn Shape),
    /// It was put together.
    Made(Box<dyn Shape>),
}

impl Item<'_> {
    /// Its fields.
    pub fn shape(&self) -> &dyn Shape {
        match self {
            Self::Kept(shape) => *shape,
            Self::Made(shape) => shape.as_ref(),
        }
    }
}

/// Entries that are being read: first the id, then one call that fills the entry.
pub trait Entries {
    /// The id of the next one; none at the end.
    fn next(&mut self) -> Read<Option<Uuid>>;
    /// Reads it; false when it was removed.
    fn fill(&mut self, shape: &mut dyn Shape) -> Read<bool>;
}

/// A typed id.
pub trait Id: Copy + Ord {
    /// The id with this number.
    fn of(id: Uuid) -> Self;
    /// Its number.
    fn uuid(self) -> Uuid;
}

/// What belongs to a day or a moment and lies in a map by `(time, id)`.
pub trait Timed {
    /// A day or a moment.
    type Time: Copy + Ord;
    /// Which.
    fn time(&self) -> Self::Time;
}

/// The key of an entry in a map.
pub trait Key<V>: Clone + Ord {
    /// The key of an entry.
    fn of(id: Uuid, entry: &V) -> Self;
    /// The id in a key.
    fn id(&self) -> Uuid;
}

impl<V, I: Id> Key<V> for I {
    fn of(id: Uuid, _: &V) -> Self {
        I::of(id)
    }

    fn id(&self) -> Uuid {
        self.uuid()
    }
}

impl<V: Timed, I: Id> Key<V> for (V::Time, I) {
    fn of(id: Uuid, entry: &V) -> Self {
        (entry.time(), I::of(id))
    }

    fn id(&self) -> Uuid {
        self.1.uuid()
    }
}

impl<T: Timed> Timed for Arc<T> {
    type Time = T::Time;

    fn time(&self) -> T::Time {
        self.as_ref().time()
    }
}

impl<T: Blank> Blank for Arc<T> {
    fn blank(id: Uuid) -> Self {
        Arc::new(T::blank(id))
    }
}

impl<T: Shape + Clone> Shape for Arc<T> {
    fn names(&self) -> &'static [&'static str] {
        self.as_ref().names()
    }

    fn value(&self, place: usize) -> Option<&dyn super::Value> {
        self.as_ref().value(place)
    }

    fn value_mut(&mut self, place: usize) -> Option<&mut dyn super::Value> {
        Arc::make_mut(self).value_mut(place)
    }
}

impl<K: Key<V>, V: Shape + Blank + Clone> Section for LiteMap<K, V> {
    fn each<'a>(&'a self, each: &mut dyn FnMut(Uuid, Item<'a>)) {
        self.iter().for_each(|(key, entry)| each(key.id(), Item::Kept(entry)));
    }

    fn merge(&mut self, entries: &mut dyn Entries) -> Read {
        let was_empty = self.is_empty();
        while let Some(id) = entries.next()? {
            let mut entry = V::blank(id);
            let is_there = entries.fill(&mut entry)?;
            if !was_empty && let Some(old) = self.keys().find(|key| key.id() == id).cloned() {
                self.remove(&old);
            }
            if is_there {
                self.insert(K::of(id, &entry), entry);
            }
        }
        Ok(())
    }
}

impl<T: HasId + Shape + Blank + Clone> Section for ById<T> {
    fn each<'a>(&'a self, each: &mut dyn FnMut(Uuid, Item<'a>)) {
        self.iter().for_each(|entry| each(entry.id(), Item::Kept(entry.as_ref())));
    }

    fn merge(&mut self, entries: &mut dyn Entries) -> Read {
        while let Some(id) = entries.next()? {
            let mut entry = T::blank(id);
            match entries.fill(&mut entry)? {
                true => self.put(entry),
                false => drop(self.remove(id)),
            }
        }
        Ok(())
    }
}
