//! Finds the customer that a newly entered one may already be: by e-mail, then telephone, then
//! name and town (formats: order of proof).

use std::collections::HashMap;

use super::{
    customer::Customer, details::Details, folding::fold, ids::CustomerId, workspace::Workspace,
};

/// Everything a duplicate can be recognised by.
#[derive(Default)]
pub struct Lookup {
    emails: HashMap<String, CustomerId>,
    phones: HashMap<String, CustomerId>,
    names: HashMap<String, CustomerId>,
}

impl Lookup {
    /// The lookup over a whole workspace.
    pub fn of(workspace: &Workspace) -> Self {
        let mut lookup = Self::default();
        for card in workspace.in_order() {
            lookup.add(&card.customer);
        }
        lookup
    }

    fn add(&mut self, customer: &Customer) {
        self.add_details(customer.id, &customer.details);
    }

    /// Remembers one more, so that a list is also compared with itself.
    pub fn add_details(&mut self, id: CustomerId, details: &Details) {
        for email in emails(details) {
            self.emails.entry(email).or_insert(id);
        }
        for phone in phones(details) {
            self.phones.entry(phone).or_insert(id);
        }
        self.names.entry(name_key(details)).or_insert(id);
    }

    /// The customer this may be.
    pub fn find(&self, details: &Details) -> Option<CustomerId> {
        let by_email = emails(details).find_map(|email| self.emails.get(&email));
        let by_phone = || phones(details).find_map(|phone| self.phones.get(&phone));
        let by_name = || self.names.get(&name_key(details));
        by_email.or_else(by_phone).or_else(by_name).copied()
    }
}

fn emails(details: &Details) -> impl Iterator<Item = String> {
    let people = details.people.iter().map(|person| &person.email);
    people.chain([&details.email]).filter(|email| !email.is_empty()).map(|email| fold(email))
}

/// The last nine digits: country codes and leading zeros are written in many ways.
fn phones(details: &Details) -> impl Iterator<Item = String> {
    let people = details.people.iter().map(|person| &person.phone);
    people.chain([&details.phone]).filter_map(|phone| {
        let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
        (digits.len() >= 7).then(|| digits.iter().rev().take(9).collect())
    })
}

fn name_key(details: &Details) -> String {
    let name: String = fold(&details.name).chars().filter(|c| c.is_alphanumeric()).collect();
    format!("{name}|{}", fold(&details.address.city))
}
