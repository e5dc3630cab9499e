//! What concerns one person as a whole: fields with two values, everything that is stored, erasure.

use std::future::Future;

use leptos::prelude::*;

use super::{AppState, Done, steps::Steps};
use crate::{
    domain::{CustomerId, Refusal},
    storage::{LaneError, RecordKey, StoredEntry, Version, apply},
};

impl AppState {
    /// The fields of a customer that two devices or tabs filled differently at once.
    pub fn versions(&self, id: CustomerId) -> impl Future<Output = Vec<Version>> + use<> {
        let reading = self.book().map(|book| book.versions(RecordKey::customer(id)));
        async move {
            match reading {
                Some(reading) => reading.await.unwrap_or_default(),
                None => Vec::new(),
            }
        }
    }

    /// Every entry that is stored of a customer.
    pub fn stored(&self, id: CustomerId) -> impl Future<Output = Vec<StoredEntry>> + use<> {
        let reading = self.book().map(|book| book.stored(RecordKey::customer(id)));
        async move {
            match reading {
                Some(reading) => reading.await.unwrap_or_default(),
                None => Vec::new(),
            }
        }
    }

    /// Puts the other value in the place of the one that is shown.
    pub fn choose_other(&self, id: CustomerId, version: &Version) -> Result<bool, Refusal> {
        let choice = version.choose_other();
        self.commit(Done::Edited(id), |workspace, _| {
            apply(workspace, &[choice]).map_err(|_| Refusal::UnknownCustomer)
        })
    }

    /// Lets the value stand that is shown. Nothing that is seen changes, so there is nothing to undo.
    pub fn keep_shown(&self, version: &Version) {
        self.save_receipt(|book, now_ms| book.keep_shown(version, now_ms));
    }

    /// Erases a customer from everywhere on this device; other devices follow with the next file.
    /// There is no way back, so what was done before can no longer be undone either. An error means
    /// that it was noted and is still to be stored.
    pub fn erase(&self, id: CustomerId) -> impl Future<Output = Result<(), LaneError>> + use<> {
        let (state, key) = (*self, RecordKey::customer(id));
        async move {
            let Some(book) = state.book() else { return Err(LaneError::Closed) };
            for receipt in book.unsaved() {
                book.save(&receipt).await?;
            }
            let now_ms = state.inner.try_with_value(|inner| (inner.ports.now_ms)());
            let receipt = book.erase(key.clone(), now_ms.unwrap_or_default());
            let receipt = receipt.ok_or(LaneError::Closed)?;
            let pages = book.save(&receipt).await?;
            state.inner.try_update_value(|inner| {
                inner.steps = Steps::default();
                (inner.ports.tell)(&pages);
            });
            state.notice.try_set(None);
            state.absorb(&pages);
            // A point that cannot be read any more holds nothing that anyone could find.
            let _ = book.erase_in_points(key).await;
            Ok(())
        }
    }
}
