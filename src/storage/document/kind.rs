//! The kinds of records, in one list. What they share is written once, for all of them.

use std::sync::Arc;

use uuid::Uuid;

use crate::{
    domain::{Customer, Group, Idea, Poll, Settings, Workspace},
    storage::codec::{Blank, Read, Section, Shape},
};

/// The kinds that the first look at what is stored reads: what the board shows.
pub(super) const FIRST: &[Reading] = &[Reading::of::<Settings>(), Reading::of::<Customer>()];

/// The words for all kinds. Apart from [`KINDS`], so that who needs a word has no more of a kind.
pub(super) const NAMES: &[&str] =
    &["settings", "customer", "product", "message", "checklist", "proposal", "poll", "group"];

/// Every kind there is. Records of other kinds come from newer versions and are kept as they are.
pub(super) const KINDS: &[Kind] = &[
    Kind::of::<Settings>(),
    Kind::of::<Customer>(),
    super::asset::kind::<0>("product"),
    super::asset::kind::<1>("message"),
    super::asset::kind::<2>("checklist"),
    Kind::of::<Idea>(),
    Kind::of::<Poll>(),
    Kind::of::<Group>(),
];

/// A record of its own: fields, each merged by itself, and sections of entries, each entry merged as
/// one whole. Made by [`file!`].
pub(in crate::storage) trait File: Shape {
    /// The names of the sections.
    fn sections(&self) -> &'static [&'static str];
    /// The section at this place.
    fn section(&self, place: usize) -> Option<&dyn Section>;
    /// The same, to be read into.
    fn section_mut(&mut self, place: usize) -> Option<&mut dyn Section>;
}

/// How a kind of records lies in a workspace.
pub(super) trait Kept: File + Blank + Clone + PartialEq + 'static {
    /// The word for the kind, for ever.
    const KIND: &'static str;

    /// Which records differ between two workspaces, in the time of their difference.
    fn changed(before: &Workspace, after: &Workspace) -> Vec<Uuid>;

    /// A record.
    fn get(workspace: &Workspace, id: Uuid) -> Option<&Arc<Self>>;

    /// Takes a record as it is.
    fn put(self, workspace: &mut Workspace);

    /// Takes a record out.
    fn remove(workspace: &mut Workspace, id: Uuid);

    /// Whether it holds no more than a form lets in. What does not, no file brings in.
    fn fits(&self) -> bool {
        true
    }
}

/// Fills a record in; false when it was taken back. It is told whether it was there before.
pub(in crate::storage) type Fill<'a> = dyn FnMut(&mut dyn File, bool) -> Read<bool> + 'a;

/// How records of a kind are read, without their type.
pub(in crate::storage) struct Reading {
    /// [`Kept::KIND`]
    pub name: &'static str,
    /// Reads a record anew. Gives whether the workspace changed.
    pub read: fn(&mut Workspace, Uuid, &mut Fill<'_>) -> Read<bool>,
}

impl Reading {
    const fn of<T: Kept>() -> Self {
        Self {
            name: T::KIND,
            read: |workspace, id, fill| put(workspace, id, T::blank(id), false, fill),
        }
    }

    /// How the first look reads a kind.
    pub fn first(name: &str) -> Option<&'static Self> {
        FIRST.iter().find(|kind| kind.name == name)
    }

    /// How a kind is read.
    pub fn any(name: &str) -> Option<&'static Self> {
        Kind::named(name).map(|kind| &kind.reading)
    }
}

/// A kind of records without its type.
pub(super) struct Kind {
    /// How it is read.
    pub reading: Reading,
    /// [`Kept::changed`]
    pub changed: fn(&Workspace, &Workspace) -> Vec<Uuid>,
    /// [`Kept::get`]
    pub get: fn(&Workspace, Uuid) -> Option<Arc<dyn File>>,
    /// Changes a record, or begins it.
    pub edit: fn(&mut Workspace, Uuid, &mut Fill<'_>) -> Read<bool>,
    /// [`Kept::fits`]; also when there is none.
    pub fits: fn(&Workspace, Uuid) -> bool,
}

impl Kind {
    /// The kind with this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.reading.name == name)
    }

    const fn of<T: Kept>() -> Self {
        Self {
            reading: Reading::of::<T>(),
            changed: T::changed,
            get: |workspace, id| T::get(workspace, id).map(|file| Arc::clone(file) as _),
            edit: |workspace, id, fill| match T::get(workspace, id).cloned() {
                Some(file) => put(workspace, id, T::clone(&file), true, fill),
                None => put(workspace, id, T::blank(id), false, fill),
            },
            fits: |workspace, id| T::get(workspace, id).is_none_or(|file| file.fits()),
        }
    }
}

fn put<T: Kept>(
    workspace: &mut Workspace,
    id: Uuid,
    mut file: T,
    was_there: bool,
    fill: &mut Fill<'_>,
) -> Read<bool> {
    let stands = fill(&mut file, was_there)?;
    let changes = match T::get(workspace, id) {
        Some(shown) => !stands || **shown != file,
        None => stands,
    };
    match (changes, stands) {
        (false, _) => {}
        (true, true) => file.put(workspace),
        (true, false) => T::remove(workspace, id),
    }
    Ok(changes)
}

/// Describes a record of its own: its fields as [`shape!`] does, then the word `sections` and its
/// sections, if it has any.
macro_rules! file {
    (
        $record:ident; $($name:literal => $($field:ident).+),+ $(,)?
        $(sections $($section:literal => $($entries:ident).+),+ $(,)?)?
    ) => {
        $crate::storage::codec::shape!($record; $($name => $($field).+),+);

        impl $crate::storage::document::File for $record {
            fn sections(&self) -> &'static [&'static str] {
                &[$($($section),+)?]
            }

            #[allow(unused, reason = "there may be no section, and the last has none behind it")]
            fn section(&self, place: usize) -> Option<&dyn $crate::storage::codec::Section> {
                let mut here = 0;
                $($(
                    if place == here {
                        return Some(&self.$($entries).+);
                    }
                    here += 1;
                )+)?
                None
            }

            #[allow(unused, reason = "there may be no section, and the last has none behind it")]
            fn section_mut(
                &mut self,
                place: usize,
            ) -> Option<&mut dyn $crate::storage::codec::Section> {
                let mut here = 0;
                $($(
                    if place == here {
                        return Some(&mut self.$($entries).+);
                    }
                    here += 1;
                )+)?
                None
            }
        }
    };
}
pub(super) use file;
