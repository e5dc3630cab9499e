//! What boards and lists need to know of a customer, worked out once when the customer changes.

use std::sync::Arc;

use super::{customer::Customer, due::Due, folding::fold};

/// A customer as boards and lists see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The whole file.
    pub customer: Arc<Customer>,
    /// Everything a search looks through, folded.
    pub searchable: String,
    /// What is next.
    pub due: Option<Due>,
}

impl Card {
    /// The card of a customer.
    pub fn of(customer: Arc<Customer>) -> Self {
        Self { searchable: searchable(&customer), due: Due::of(&customer), customer }
    }
}

fn searchable(customer: &Customer) -> String {
    let details = &customer.details;
    let mut text = details.name.clone();
    let lines = [
        &details.sector,
        &details.email,
        &details.phone,
        &details.address.postal_code,
        &details.address.city,
        &details.our_contact,
    ];
    let people = details.people.iter().flat_map(|person| [&person.name, &person.email]);
    for line in lines.into_iter().chain(&details.tags).chain(people) {
        if !line.is_empty() {
            text.push('\n');
            text.push_str(line);
        }
    }
    fold(&text)
}
