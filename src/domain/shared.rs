//! Things that belong to the whole workspace and are few.

use std::sync::Arc;

use litemap::LiteMap;

/// Things by id. Cloning is free; a change copies the list of what they are, not the things: some
/// thousand of them cost less than a tree costs in code.
pub type Shared<K, V> = Arc<LiteMap<K, Arc<V>>>;

/// The ids of what differs between two maps, in either direction.
pub fn differing<K: Copy + Ord, V: PartialEq>(
    before: &Shared<K, V>,
    after: &Shared<K, V>,
) -> Vec<K> {
    if Arc::ptr_eq(before, after) {
        return Vec::new();
    }
    let is_as_before = |(id, now): &(&K, &Arc<V>)| {
        before.get(*id).is_some_and(|then| Arc::ptr_eq(then, now) || then == *now)
    };
    let new = after.iter().filter(|entry| !is_as_before(entry)).map(|(id, _)| *id);
    let gone = before.keys().filter(|id| after.get(*id).is_none()).copied();
    new.chain(gone).collect()
}
