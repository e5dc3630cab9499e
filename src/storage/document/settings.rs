//! The settings as they are stored.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{Unreadable, word::W};
use crate::{
    domain::{ColumnId, OwnColumn, Phase, Settings},
    storage::{Record, RecordKey, Stamp},
};

/// The section `fields` of the settings, schema 1. The names are a contract; a field that is
/// missing or `null` holds what new settings hold.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct SettingsFields {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// ISO 4217; `EUR` when missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    columns: Option<Vec<StoredColumn>>,
}

#[derive(Debug, Serialize, Deserialize)]
struct StoredColumn {
    id: Uuid,
    name: String,
    phase: W<Phase>,
}

impl SettingsFields {
    fn of(settings: &Settings) -> Self {
        let new = Settings::default();
        let columns = settings.columns.iter().map(|column| StoredColumn {
            id: column.id.0,
            name: column.name.clone(),
            phase: W(column.phase),
        });
        Self {
            name: (settings.name != new.name).then(|| settings.name.clone()),
            currency: (settings.currency != new.currency).then(|| settings.currency.clone()),
            columns: (settings.columns != new.columns).then(|| columns.collect()),
        }
    }

    fn settings(self) -> Settings {
        let new = Settings::default();
        let columns = self.columns.into_iter().flatten().map(|column| OwnColumn {
            id: ColumnId(column.id),
            name: column.name,
            phase: column.phase.0,
        });
        Settings {
            name: self.name.unwrap_or(new.name),
            currency: self.currency.unwrap_or(new.currency),
            columns: columns.collect(),
            ..new
        }
    }
}

fn fields(settings: &Settings) -> Map<String, Value> {
    match serde_json::to_value(SettingsFields::of(settings)) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// The settings in a record.
pub(in crate::storage) fn of_record(record: &Record) -> Result<Settings, Unreadable> {
    let section = record.sections.get(Record::FIELDS).into_iter().flatten();
    let fields = section.map(|(name, entry)| (name.clone(), entry.value.clone())).collect();
    Ok(serde_json::from_value::<SettingsFields>(Value::Object(fields))?.settings())
}

/// The record of settings in which everything was written at `stamp`.
pub(in crate::storage) fn to_record(settings: &Settings, stamp: Stamp) -> Record {
    let mut record = Record::new(RecordKey::settings());
    for (name, value) in fields(settings) {
        record.set(&format!("{}/{name}", Record::FIELDS), value, stamp);
    }
    record
}

/// The entries in which two settings differ, as paths and new values.
pub(super) fn differences(before: &Settings, after: &Settings) -> Vec<(String, Value)> {
    let (mut old, new) = (fields(before), fields(after));
    let path = |name: String| format!("{}/{name}", Record::FIELDS);
    let mut found = Vec::new();
    for (name, value) in new {
        if old.remove(&name).as_ref() != Some(&value) {
            found.push((path(name), value));
        }
    }
    found.extend(old.into_iter().map(|(name, _)| (path(name), Value::Null)));
    found
}

/// The settings after these entries were written.
pub(super) fn patched(
    before: &Settings,
    entries: &[(String, Value)],
) -> Result<Settings, Unreadable> {
    let mut fields = fields(before);
    for (path, value) in entries {
        if let Some((Record::FIELDS, name)) = path.split_once('/') {
            fields.insert(name.to_owned(), value.clone());
        }
    }
    Ok(serde_json::from_value::<SettingsFields>(Value::Object(fields))?.settings())
}
