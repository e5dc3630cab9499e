//! All records and the rules between them. Cloning is free and two workspaces are compared in the
//! time of their difference, so a change works on a clone that is thrown away when it is refused.

use std::sync::Arc;

use chrono::NaiveDate;
use imbl::{OrdMap, ordmap::DiffItem};

use super::{
    asset::Asset,
    axes::Intensity,
    board::{ColumnKey, Grouping, Place},
    card::Card,
    classification::Classification,
    co_creation::CoCreation,
    contact::Contact,
    customer::Customer,
    details::{Details, Profile},
    ids::{AssetId, ContactId, CustomerId, NewIds},
    limits::CONTACTS_MAX,
    rank::Rank,
    records::Assets,
    scheme::{OwnColumn, Scheme},
    settings::Settings,
    shared::differing,
    standing::Standing,
};

/// Everything one person keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workspace {
    customers: OrdMap<CustomerId, Arc<Card>>,
    order: OrdMap<(Rank, CustomerId), Arc<Card>>,
    assets: Assets,
    settings: Arc<Settings>,
    pub(super) shaping: CoCreation,
}

/// Why a change was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such customer (any more).
    UnknownCustomer,
    /// There is no such contact (any more).
    UnknownContact,
    /// There is no such column (any more).
    UnknownColumn,
    /// Emotional needs trust, shared values or a special experience (R31).
    NeedsEvidence(CustomerId),
    /// A customer file holds no more than [`CONTACTS_MAX`] contacts.
    TooManyContacts,
    /// There is no such matter (any more), or it is of another kind.
    UnknownMatter,
    /// A customer file holds no more than [`MATTERS_MAX`](super::MATTERS_MAX) matters.
    TooManyMatters,
    /// A workspace holds no more than [`ASSETS_MAX`](super::ASSETS_MAX) products and templates.
    TooManyAssets,
    /// There is no such idea, poll or group (any more).
    Unknown,
    /// An idea cannot be merged into itself, nor one that was merged be changed.
    AlreadyMerged,
    /// A record holds no more entries of this sort.
    Full,
}

impl Workspace {
    /// How many customers there are, wherever they are.
    pub fn len(&self) -> usize {
        self.customers.len()
    }

    /// Whether there is no customer at all.
    pub fn is_empty(&self) -> bool {
        self.customers.is_empty()
    }

    /// The settings.
    pub fn settings(&self) -> &Arc<Settings> {
        &self.settings
    }

    /// A customer's file.
    pub fn customer(&self, id: CustomerId) -> Option<&Arc<Customer>> {
        self.customers.get(&id).map(|card| &card.customer)
    }

    /// A customer's card.
    pub fn card(&self, id: CustomerId) -> Option<&Arc<Card>> {
        self.customers.get(&id)
    }

    /// Every card in the order of the board, the trash included.
    pub fn in_order(&self) -> impl DoubleEndedIterator<Item = &Arc<Card>> {
        self.order.values()
    }

    /// Takes a customer file as it is: from storage, another tab or an undo.
    pub fn put(&mut self, customer: Customer) {
        let id = customer.id;
        let card = Arc::new(Card::of(Arc::new(customer)));
        self.remove(id);
        self.order.insert((card.customer.rank.clone(), id), Arc::clone(&card));
        self.customers.insert(id, card);
    }

    /// Takes a customer file out altogether: the undo of a new one.
    pub fn remove(&mut self, id: CustomerId) -> Option<Arc<Card>> {
        let card = self.customers.remove(&id)?;
        self.order.remove(&(card.customer.rank.clone(), id));
        Some(card)
    }

    /// Products and templates.
    pub fn assets(&self) -> &Assets {
        &self.assets
    }

    /// Takes an asset as it is.
    pub fn take_asset(&mut self, id: AssetId, asset: Asset) {
        Arc::make_mut(&mut self.assets).insert(id, Arc::new(asset));
    }

    /// Takes an asset out.
    pub fn remove_asset(&mut self, id: AssetId) -> Option<Arc<Asset>> {
        Arc::make_mut(&mut self.assets).remove(&id)
    }

    /// The assets that differ from an earlier workspace, in either direction.
    pub fn assets_changed_since(&self, earlier: &Self) -> Vec<AssetId> {
        differing(&earlier.assets, &self.assets)
    }

    /// Takes settings as they are.
    pub fn put_settings(&mut self, settings: Settings) {
        self.settings = Arc::new(settings);
    }

    /// The customers that differ from an earlier workspace, in either direction.
    pub fn changed_since<'a>(&'a self, earlier: &'a Self) -> Vec<CustomerId> {
        earlier
            .customers
            .diff(&self.customers)
            .map(|item| match item {
                DiffItem::Add(id, _) | DiffItem::Remove(id, _) => *id,
                DiffItem::Update { old: (id, _), .. } => *id,
            })
            .collect()
    }

    /// Opens a customer file at the top of its column.
    pub fn add_customer(
        &mut self,
        id: CustomerId,
        details: Details,
        profile: Profile,
        today: NaiveDate,
        ids: &mut dyn NewIds,
    ) {
        let mut customer = Customer::new(id, details, profile, today, ids);
        customer.rank = self.top();
        self.put(customer);
    }

    /// Replaces the master data and the profile; changes of the profile go to the history.
    pub fn edit_customer(
        &mut self,
        id: CustomerId,
        details: Details,
        profile: Profile,
        today: NaiveDate,
        ids: &mut dyn NewIds,
    ) -> Result<(), Refusal> {
        self.change(id, |customer| {
            customer.details = details;
            customer.set_profile(profile, today, ids);
            Ok(())
        })
    }

    /// Adds a contact or replaces the one with its id.
    pub fn put_contact(&mut self, id: CustomerId, contact: Contact) -> Result<(), Refusal> {
        self.change(id, |customer| {
            customer.put_contact(contact);
            if customer.contacts.len() > CONTACTS_MAX {
                return Err(Refusal::TooManyContacts);
            }
            Ok(())
        })
    }

    /// Takes a contact out.
    pub fn remove_contact(&mut self, id: CustomerId, contact: ContactId) -> Result<(), Refusal> {
        self.change(id, |customer| {
            customer.remove_contact(contact).map(|_| ()).ok_or(Refusal::UnknownContact)
        })
    }

    /// Marks the next step agreed in a contact as done.
    pub fn finish_step(&mut self, id: CustomerId, contact: ContactId) -> Result<(), Refusal> {
        self.change(id, |customer| {
            let mut done =
                customer.contact(contact).ok_or(Refusal::UnknownContact)?.as_ref().clone();
            let next = done.next.as_mut().ok_or(Refusal::UnknownContact)?;
            next.done = true;
            customer.put_contact(done);
            Ok(())
        })
    }

    /// Puts a customer on or off the board.
    pub fn set_standing(&mut self, id: CustomerId, standing: Standing) -> Result<(), Refusal> {
        self.change(id, |customer| {
            customer.standing = standing;
            Ok(())
        })
    }

    /// Puts a customer into the trash.
    pub fn trash(&mut self, id: CustomerId, today: NaiveDate) -> Result<(), Refusal> {
        self.change(id, |customer| {
            customer.trashed = Some(today);
            Ok(())
        })
    }

    /// Takes a customer back out of the trash.
    pub fn restore(&mut self, id: CustomerId) -> Result<(), Refusal> {
        self.change(id, |customer| {
            customer.trashed = None;
            Ok(())
        })
    }

    /// Moves a customer into a column and to a place in it.
    pub fn move_customer(
        &mut self,
        id: CustomerId,
        grouping: Grouping,
        to: ColumnKey,
        place: Place,
        today: NaiveDate,
        ids: &mut dyn NewIds,
    ) -> Result<(), Refusal> {
        let rank = self.rank_at(id, place);
        let own = Arc::clone(&self.settings);
        self.change(id, |customer| {
            if grouping.column_of(customer, &own.columns) != to {
                enter(customer, grouping, to, &own.columns, today, ids)?;
            }
            if let Some(rank) = rank {
                customer.rank = rank;
            }
            Ok(())
        })
    }

    /// The rank before every other, for new files.
    pub fn top(&self) -> Rank {
        match self.order.get_min() {
            Some(((first, _), _)) => Rank::between(None, Some(first)),
            None => Rank::default(),
        }
    }

    /// The rank for a place; `None` when the place asks for nothing or the customer is there.
    fn rank_at(&self, id: CustomerId, place: Place) -> Option<Rank> {
        let rank = |neighbour: Option<CustomerId>| {
            let neighbour = neighbour.filter(|neighbour| *neighbour != id)?;
            self.customer(neighbour).map(|customer| customer.rank.clone())
        };
        let (low, high) = (rank(place.after), rank(place.before));
        if low.is_none() && high.is_none() {
            return None;
        }
        Some(Rank::between(low.as_ref(), high.as_ref()))
    }

    pub(super) fn change(
        &mut self,
        id: CustomerId,
        change: impl FnOnce(&mut Customer) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let mut customer = self.customer(id).ok_or(Refusal::UnknownCustomer)?.as_ref().clone();
        change(&mut customer)?;
        self.put(customer);
        Ok(())
    }
}

/// Classifies a customer by the column it enters.
fn enter(
    customer: &mut Customer,
    grouping: Grouping,
    to: ColumnKey,
    own: &[OwnColumn],
    today: NaiveDate,
    ids: &mut dyn NewIds,
) -> Result<(), Refusal> {
    let classification = match to {
        ColumnKey::Phase(column) => Classification::Phase(match grouping {
            Grouping::Phase(scheme @ (Scheme::A | Scheme::B | Scheme::C)) => {
                scheme.enter(column, customer.profile.phase)
            }
            _ => column,
        }),
        ColumnKey::Own(id) => {
            let column = own.iter().find(|column| column.id == id).ok_or(Refusal::UnknownColumn)?;
            customer.column = Some(id);
            Classification::Phase(column.phase)
        }
        ColumnKey::Type(value) => Classification::Type(value),
        ColumnKey::Mode(value) => Classification::Mode(value),
        ColumnKey::Intensity(Some(Intensity::Emotional))
            if customer.profile.evidence.is_empty() =>
        {
            return Err(Refusal::NeedsEvidence(customer.id));
        }
        ColumnKey::Intensity(value) => Classification::Intensity(value),
        ColumnKey::View(view) => Classification::CustomerView(view),
    };
    customer.classify(classification, today, ids);
    Ok(())
}
