//! Made-up records for the tests beside the code.

use proptest::prelude::*;
use serde_json::json;
use uuid::Uuid;

use super::{
    record::{Record, RecordKey},
    stamp::Stamp,
};
use crate::domain::CustomerId;

/// The key of the n-th customer.
pub fn key(n: u128) -> RecordKey {
    RecordKey::customer(CustomerId(Uuid::from_u128(n)))
}

/// Few stamps, so that equal ones meet.
pub fn any_stamp() -> impl Strategy<Value = Stamp> {
    (0..4u64, 0..3u16, 0..2u64)
        .prop_map(|(wall, counter, device)| Stamp::new(wall, counter, device))
}

fn any_value() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(json!(null)),
        Just(json!({})),
        any::<bool>().prop_map(|flag| json!(flag)),
        (-3..3i64).prop_map(|number| json!(number)),
        "[a-c\"~\\\\é ]{0,3}".prop_map(|text| json!(text)),
        ("[a-c]", "[x-z~ ]").prop_map(|(name, text)| json!({ name: text })),
        prop::collection::vec("[a-c]", 0..3).prop_map(|texts| json!(texts)),
    ]
    .prop_map(|json| json.to_string())
}

/// A record of customer 1 with few names, so that the same ones meet.
pub fn any_record() -> impl Strategy<Value = Record> {
    let path = ("fields|contacts|later", "[a-d]|é/")
        .prop_map(|(section, name)| format!("{section}/{name}"));
    let entries = prop::collection::vec((path, any_value(), any_stamp()), 0..8);
    entries.prop_map(|entries| {
        let mut record = Record::new(key(1));
        for (path, value, stamp) in entries {
            record.set(&path, value, stamp);
        }
        record
    })
}
