//! Products and templates as they are stored: one kind of records for each, the facts as fields.

use std::sync::Arc;

use uuid::Uuid;

use super::{
    File,
    kind::{Fill, Kind, Reading},
    matter::{StoredFacts, holds},
};
use crate::{
    domain::{Asset, AssetId, AssetKind, Workspace},
    storage::codec::{Read, Section, Unreadable},
};

impl File for StoredFacts {
    fn sections(&self) -> &'static [&'static str] {
        &[]
    }

    fn section(&self, _: usize) -> Option<&dyn Section> {
        None
    }

    fn section_mut(&mut self, _: usize) -> Option<&mut dyn Section> {
        None
    }
}

/// The kind of records that holds the assets of the kind at this place.
pub(super) const fn kind<const K: usize>(name: &'static str) -> Kind {
    Kind {
        reading: Reading {
            name,
            read: |workspace, id, fill| {
                put::<K>(workspace, id, StoredFacts::default(), false, fill)
            },
        },
        changed: |before, after| {
            let of_kind = |workspace: &Workspace, id| asset::<K>(workspace, id).is_some();
            let changed = after.assets_changed_since(before).into_iter().map(|id| id.0);
            changed.filter(|id| of_kind(before, *id) || of_kind(after, *id)).collect()
        },
        get: |workspace, id| {
            let facts = asset::<K>(workspace, id)?.facts();
            Some(Arc::new(StoredFacts(facts)) as Arc<dyn File>)
        },
        edit: |workspace, id, fill| {
            let known = asset::<K>(workspace, id).map(|asset| StoredFacts(asset.facts()));
            let was_there = known.is_some();
            put::<K>(workspace, id, known.unwrap_or_default(), was_there, fill)
        },
        fits: |workspace, id| {
            asset::<K>(workspace, id)
                .is_none_or(|asset| holds(&asset.facts(), asset.kind().blanks()))
        },
    }
}

fn asset<const K: usize>(workspace: &Workspace, id: Uuid) -> Option<&Arc<Asset>> {
    let asset = workspace.assets().get(&AssetId(id))?;
    (AssetKind::ALL.get(K) == Some(&asset.kind())).then_some(asset)
}

fn put<const K: usize>(
    workspace: &mut Workspace,
    id: Uuid,
    mut file: StoredFacts,
    was_there: bool,
    fill: &mut Fill<'_>,
) -> Read<bool> {
    if !fill(&mut file, was_there)? {
        return Ok(workspace.remove_asset(AssetId(id)).is_some());
    }
    let kind = AssetKind::ALL.get(K).ok_or(Unreadable::Missing("kind"))?;
    let asset = Asset::of_facts(*kind, &file.0).ok_or(Unreadable::Missing(kind.key()))?;
    let changes = workspace.assets().get(&AssetId(id)).is_none_or(|shown| **shown != asset);
    if changes {
        workspace.take_asset(AssetId(id), asset);
    }
    Ok(changes)
}
