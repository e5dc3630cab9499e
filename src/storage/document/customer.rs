//! A customer file as it is stored: read in one pass from its bytes, written in one pass to them.

use imbl::OrdMap;
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::{Map, Value};
use std::{borrow::Cow, collections::HashMap, fmt, sync::Arc};
use uuid::Uuid;

use super::{
    Unreadable,
    contact::{ChangeOrder, StoredChange, StoredContact},
    fields::CustomerFields,
    word::ById,
};
use crate::{
    domain::{Change, Contact, ContactId, Customer, CustomerId},
    storage::{Record, RecordKey, Stamp},
};

/// A record of the kind `customer`, schema 1; see `record_text` for `at`, `own` and `~`.
#[derive(Serialize, Deserialize)]
struct StoredCustomer<'a> {
    kind: Cow<'a, str>,
    id: Uuid,
    at: Stamp,
    #[serde(default, skip_serializing)]
    own: LatestOwn,
    #[serde(default)]
    fields: CustomerFields<'a>,
    #[serde(default, skip_serializing_if = "ById::is_empty")]
    contacts: ById<StoredContact<'a>>,
    #[serde(default, skip_serializing_if = "ById::is_empty")]
    changes: ById<StoredChange>,
}

/// What a customer file holds.
#[derive(Debug)]
pub(in crate::storage) struct ReadCustomer {
    /// Which customer.
    pub id: CustomerId,
    /// The customer; none when the file was taken back.
    pub customer: Option<Customer>,
    /// The latest stamp in the file.
    pub latest: Stamp,
    /// What newer versions keep with a contact.
    pub unknown: Vec<(ContactId, Map<String, Value>)>,
}

/// Reads the JSON of a customer file.
pub(in crate::storage) fn read(json: &[u8]) -> Result<ReadCustomer, Unreadable> {
    let stored: StoredCustomer<'_> = serde_json::from_slice(json)?;
    if stored.kind != RecordKey::CUSTOMER {
        return Err(Unreadable::Missing("kind"));
    }
    let mut read = ReadCustomer {
        id: CustomerId(stored.id),
        customer: None,
        latest: stored.at.max(stored.own.0),
        unknown: Vec::new(),
    };
    let is_gone = stored.fields.gone == Some(true);
    let contacts = read.take_contacts(stored.contacts);
    let history = read.take_changes(stored.changes);
    if !is_gone {
        let fields = stored.fields.customer(read.id)?;
        read.customer = Some(Customer { contacts, history, ..fields });
    }
    Ok(read)
}

impl ReadCustomer {
    fn take_contacts(
        &mut self,
        stored: ById<StoredContact<'_>>,
    ) -> OrdMap<(chrono::NaiveDateTime, ContactId), Arc<Contact>> {
        let mut contacts = OrdMap::new();
        for (id, mut contact) in stored.0.into_iter().filter_map(present) {
            self.latest = self.latest.max(contact.stamp.unwrap_or_default());
            let unknown = std::mem::take(&mut contact.unknown);
            if !unknown.is_empty() {
                self.unknown.push((ContactId(id), unknown));
            }
            let contact = contact.contact(id);
            contacts.insert((contact.at, contact.id), Arc::new(contact));
        }
        contacts
    }

    fn take_changes(&mut self, stored: ById<StoredChange>) -> Vec<Change> {
        let changes = stored.0.into_iter().filter_map(present).map(|(id, change)| {
            self.latest = self.latest.max(change.stamp.unwrap_or_default());
            change.change(id)
        });
        in_order(changes.collect())
    }
}

fn present<T>((id, entry): (Uuid, Option<T>)) -> Option<(Uuid, T)> {
    Some((id, entry?))
}

fn in_order(mut changes: Vec<(ChangeOrder, Change)>) -> Vec<Change> {
    changes.sort_by_key(|(order, _)| *order);
    changes.into_iter().map(|(_, change)| change).collect()
}

/// The JSON of a whole customer file in which everything was written at `stamp`.
pub(in crate::storage) fn write(customer: &Customer, stamp: Stamp) -> Vec<u8> {
    let contacts = customer.contacts.values();
    let history = customer.history.iter().enumerate();
    let stored = StoredCustomer {
        kind: Cow::Borrowed(RecordKey::CUSTOMER),
        id: customer.id.0,
        at: stamp,
        own: LatestOwn::default(),
        fields: CustomerFields::of(customer),
        contacts: ById(contacts.map(|c| (c.id.0, Some(StoredContact::of(c)))).collect()),
        changes: ById(
            history.map(|(place, c)| (c.id.0, Some(StoredChange::of(c, place)))).collect(),
        ),
    };
    // A map with text for keys cannot fail to be written into memory.
    serde_json::to_vec(&stored).unwrap_or_default()
}

/// The entries in which two states of a customer differ, as paths and new values.
pub(super) fn differences(before: &Customer, after: &Customer) -> Vec<(String, Value)> {
    let mut found = differing_fields(before, after);
    found.extend(differing_contacts(before, after));
    found.extend(differing_changes(before, after));
    found
}

fn differing_fields(before: &Customer, after: &Customer) -> Vec<(String, Value)> {
    let (mut old, new) = (object(&CustomerFields::of(before)), object(&CustomerFields::of(after)));
    let mut found = Vec::new();
    for (name, value) in new {
        if old.remove(&name).as_ref() != Some(&value) {
            found.push((path(Record::FIELDS, name), value));
        }
    }
    found.extend(old.into_iter().map(|(name, _)| (path(Record::FIELDS, name), Value::Null)));
    found
}

fn differing_contacts(before: &Customer, after: &Customer) -> HashMap<String, Value> {
    use imbl::ordmap::DiffItem;
    let mut found = HashMap::new();
    for item in before.contacts.diff(&after.contacts) {
        match item {
            // A contact that moved in time is removed under one key and added under another.
            DiffItem::Remove((_, id), _) => {
                found.entry(path(Record::CONTACTS, id)).or_insert(Value::Null);
            }
            DiffItem::Add((_, id), contact) | DiffItem::Update { new: ((_, id), contact), .. } => {
                let value = Value::Object(object(&StoredContact::of(contact)));
                found.insert(path(Record::CONTACTS, id), value);
            }
        }
    }
    found
}

fn differing_changes(before: &Customer, after: &Customer) -> Vec<(String, Value)> {
    let mut old: HashMap<_, _> = before.history.iter().map(|change| (change.id, change)).collect();
    let mut found = Vec::new();
    for (place, change) in after.history.iter().enumerate() {
        if old.remove(&change.id) != Some(change) {
            let value = Value::Object(object(&StoredChange::of(change, place)));
            found.push((path(Record::CHANGES, change.id), value));
        }
    }
    found.extend(old.into_keys().map(|id| (path(Record::CHANGES, id), Value::Null)));
    found
}

fn path(section: &str, name: impl fmt::Display) -> String {
    format!("{section}/{name}")
}

fn object(stored: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(stored) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// A customer after these entries were written; `None` when they take the file back.
pub(super) fn patched(
    id: CustomerId,
    before: Option<&Customer>,
    entries: &[(String, Value)],
) -> Result<Option<Customer>, Unreadable> {
    let mut fields =
        before.map(|customer| object(&CustomerFields::of(customer))).unwrap_or_default();
    let mut contacts: Vec<(Uuid, Option<StoredContact<'_>>)> = Vec::new();
    let mut changes: Vec<(Uuid, Option<StoredChange>)> = Vec::new();
    for (path, value) in entries {
        match path.split_once('/') {
            Some((Record::FIELDS, name)) => {
                fields.insert(name.to_owned(), value.clone());
            }
            Some((Record::CONTACTS, name)) => contacts.push((uuid(name)?, read_value(value)?)),
            Some((Record::CHANGES, name)) => changes.push((uuid(name)?, read_value(value)?)),
            _ => {}
        }
    }
    let fields: CustomerFields<'_> = serde_json::from_value(Value::Object(fields))?;
    if fields.gone == Some(true) {
        return Ok(None);
    }
    let mut customer = fields.customer(id)?;
    if let Some(before) = before {
        customer.contacts = before.contacts.clone();
        customer.history = before.history.clone();
    }
    for (id, contact) in contacts {
        customer.remove_contact(ContactId(id));
        if let Some(contact) = contact {
            customer.put_contact(contact.contact(id));
        }
    }
    patch_history(&mut customer, changes);
    Ok(Some(customer))
}

/// Replaces, adds and removes changes, each at the place it was written with.
fn patch_history(customer: &mut Customer, changes: Vec<(Uuid, Option<StoredChange>)>) {
    if changes.is_empty() {
        return;
    }
    let kept =
        customer.history.iter().filter(|change| !changes.iter().any(|(id, _)| *id == change.id.0));
    let mut history: Vec<_> = kept
        .enumerate()
        .map(|(place, change)| StoredChange::of(change, place).change(change.id.0))
        .collect();
    history.extend(changes.into_iter().filter_map(present).map(|(id, change)| change.change(id)));
    customer.history = in_order(history);
}

fn uuid(text: &str) -> Result<Uuid, Unreadable> {
    text.parse().map_err(|_| Unreadable::Missing("id"))
}

fn read_value<'v, T: Deserialize<'v>>(value: &'v Value) -> Result<Option<T>, Unreadable> {
    Ok(Option::<T>::deserialize(value)?)
}

/// The latest of the stamps in `own`; their paths do not matter to a reader.
#[derive(Default)]
struct LatestOwn(Stamp);

impl<'de> Deserialize<'de> for LatestOwn {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Stamps;
        impl<'de> de::Visitor<'de> for Stamps {
            type Value = LatestOwn;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("paths by stamp")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<LatestOwn, A::Error> {
                let mut latest = Stamp::BEFORE_ALL;
                while let Some((stamp, _)) = map.next_entry::<Stamp, de::IgnoredAny>()? {
                    latest = latest.max(stamp);
                }
                Ok(LatestOwn(latest))
            }
        }
        from.deserialize_map(Stamps)
    }
}
