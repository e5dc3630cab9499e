//! The settings as they are stored.

use std::sync::Arc;

use uuid::Uuid;

use super::{Kept, kind::file};
use crate::{
    domain::{OwnColumn, OwnField, Settings, Workspace},
    storage::{
        RecordKey,
        codec::{Blank, shape},
    },
};

file! {
    Settings;
    "name" => name,
    "currency" => currency,
    "columns" => columns,
    "own_fields" => fields,
}

shape! {
    OwnField new ();
    "id" => id,
    "name" => name,
    "takes" => takes,
    "options" => options,
}

shape! {
    OwnColumn new ();
    "id" => id,
    "name" => name,
    "phase" => phase,
}

impl Blank for Settings {
    fn blank(_: Uuid) -> Self {
        Self::default()
    }
}

/// There is one such record, the same in every workspace.
impl Kept for Settings {
    const KIND: &'static str = RecordKey::SETTINGS;

    fn changed(before: &Workspace, after: &Workspace) -> Vec<Uuid> {
        let differ = before.settings() != after.settings();
        differ.then_some(Uuid::nil()).into_iter().collect()
    }

    fn get(workspace: &Workspace, _: Uuid) -> Option<&Arc<Self>> {
        Some(workspace.settings())
    }

    fn put(self, workspace: &mut Workspace) {
        workspace.put_settings(self);
    }

    fn remove(workspace: &mut Workspace, _: Uuid) {
        workspace.put_settings(Self::default());
    }
}
