//! A workspace in a few words.

use chrono::{NaiveDate, NaiveDateTime};
use rapport::domain::*;
use uuid::Uuid;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn noon(text: &str) -> NaiveDateTime {
    day(text).and_hms_opt(12, 0, 0).unwrap()
}

pub fn counter() -> impl FnMut() -> Uuid {
    let mut next = 1_000;
    move || {
        next += 1;
        Uuid::from_u128(next)
    }
}

/// A form, filled in by the keys of its places.
pub fn form(places: &[(Slot, &str)]) -> Facts {
    let mut facts = Facts::default();
    for (slot, text) in places {
        facts.set(*slot, *text);
    }
    facts
}

pub fn matter(kind: MatterKind, places: &[(Slot, &str)]) -> Matter {
    Matter::check(kind, &form(places), noon("2026-12-31")).unwrap()
}

/// One customer in a workspace.
pub struct Stage {
    pub workspace: Workspace,
    pub id: CustomerId,
    next: u128,
}

impl Stage {
    pub fn new(kind: Kind) -> Self {
        let (mut workspace, id) = (Workspace::default(), CustomerId(Uuid::from_u128(7 << 64)));
        let details = Details { kind, name: "Gunther Glas GmbH".into(), ..Details::default() };
        let opened = day("2026-01-05");
        workspace.add_customer(id, details, Profile::default(), opened, &mut counter());
        Self { workspace, id, next: 1 << 32 }
    }

    pub fn edit(&mut self, edit: impl FnOnce(&mut Details, &mut Profile)) {
        let customer = self.customer();
        let (mut details, mut profile) = (customer.details.clone(), customer.profile.clone());
        edit(&mut details, &mut profile);
        let ids = &mut counter();
        self.workspace.edit_customer(self.id, details, profile, day("2026-01-05"), ids).unwrap();
    }

    pub fn with(&mut self, kind: MatterKind, places: &[(Slot, &str)]) -> MatterId {
        self.next += 1;
        let at = MatterId(Uuid::from_u128(self.next));
        self.workspace.put_matter(self.id, at, matter(kind, places)).unwrap();
        at
    }

    pub fn contact(&mut self, on: &str) -> ContactId {
        self.next += 1;
        let id = ContactId(Uuid::from_u128(self.next));
        let contact = ContactDraft::new(noon(on)).check(id, noon(on)).unwrap();
        self.workspace.put_contact(self.id, contact).unwrap();
        id
    }

    pub fn customer(&self) -> &Customer {
        self.workspace.customer(self.id).unwrap()
    }

    /// What is due on a day, in order.
    pub fn due(&self, on: &str) -> Vec<Due> {
        self.workspace.agenda(noon(on)).into_iter().map(|(_, due)| due).collect()
    }

    pub fn kinds(&self, on: &str) -> Vec<DueKind> {
        self.due(on).into_iter().map(|due| due.kind).collect()
    }
}
