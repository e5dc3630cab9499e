//! What was already said to a customer and what was not yet: nobody needs to hear twice that the
//! wood is sustainable (C15, R19).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    asset::{Asset, Product},
    customer::Customer,
    folding::fold,
    ids::MatterId,
    matter::{Argument, Deal},
    workspace::Workspace,
};

/// An argument as it stands with one customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// The argument.
    pub text: String,
    /// When it was told; `None` when it was not yet.
    pub told: Option<NaiveDate>,
    /// The matter that holds it; `None` while it stands with a product only.
    pub matter: Option<MatterId>,
}

impl Workspace {
    /// Every argument for a customer: those noted in the file, then those of products they have or
    /// that go with these (all products while they have none), each only once.
    pub fn arguments(&self, customer: &Customer) -> Vec<Telling> {
        let mut seen = BTreeSet::new();
        let mut all: Vec<Telling> = Vec::new();
        for (id, argument) in customer.each::<Argument>() {
            if seen.insert(fold(&argument.title)) {
                let text = argument.title.clone();
                all.push(Telling { text, told: argument.told, matter: Some(id) });
            }
        }
        for product in self.products_for(customer) {
            for text in product.arguments.iter().filter(|text| seen.insert(fold(text))) {
                all.push(Telling { text: text.clone(), told: None, matter: None });
            }
        }
        all
    }

    fn products_for(&self, customer: &Customer) -> Vec<&Product> {
        let bought: BTreeSet<_> = customer
            .each::<Deal>()
            .flat_map(|(_, deal)| deal.lines.iter().filter_map(|line| line.product))
            .collect();
        let fits = |(id, product): &(super::AssetId, &Product)| {
            bought.is_empty()
                || bought.contains(id)
                || product.goes_with.iter().any(|other| bought.contains(other))
        };
        self.products().filter(fits).map(|(_, product)| product).collect()
    }

    /// Every product.
    pub fn products(&self) -> impl Iterator<Item = (super::AssetId, &Product)> {
        self.assets().iter().filter_map(|(id, asset)| match asset.as_ref() {
            Asset::Product(product) => Some((*id, product)),
            _ => None,
        })
    }

    /// What goes with the products a customer ordered and is not among them: ideas for cross-selling
    /// (C11, E16).
    pub fn goes_with(&self, customer: &Customer) -> Vec<(super::AssetId, &Product)> {
        let bought: BTreeSet<_> = customer
            .each::<Deal>()
            .filter(|(_, deal)| deal.is_won())
            .flat_map(|(_, deal)| deal.lines.iter().filter_map(|line| line.product))
            .collect();
        let links = |id: &super::AssetId| {
            self.products().find(|(other, _)| other == id).map(|(_, product)| &product.goes_with)
        };
        self.products()
            .filter(|(id, product)| {
                let named = bought.iter().filter_map(links).any(|links| links.contains(id));
                let names = product.goes_with.iter().any(|other| bought.contains(other));
                !bought.contains(id) && (named || names)
            })
            .collect()
    }
}
