//! The own list: one row for each customer, one column for each field, the people at the end.

use crate::{
    domain::{Customer, CustomerDraft, Person, Workspace, iso},
    exchange::{
        columns::{PersonPart, Target},
        guard::with_guard,
        own,
        words::to_word,
    },
};

/// How a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// German headings, semicolons, decimal comma, `31.12.2025`: what a German spreadsheet opens.
    German,
    /// English headings, commas, decimal point, `2025-12-31`.
    English,
}

/// Writes customers as a list, with a byte order mark, every cell quoted and none a formula. Their
/// contacts and their history are not in it.
pub fn export<'c>(
    customers: impl IntoIterator<Item = &'c Customer>,
    workspace: &Workspace,
    dialect: Dialect,
) -> Vec<u8> {
    let customers: Vec<&Customer> = customers.into_iter().collect();
    let people = customers.iter().map(|customer| customer.details.people.len()).max().unwrap_or(0);
    let mut sheet = Sheet { text: String::from("\u{FEFF}"), dialect };
    sheet.row(headings(people, dialect).iter().map(String::as_str));
    for customer in customers {
        let row = Row {
            customer,
            draft: CustomerDraft::of(customer, dialect.decimal_mark()),
            workspace,
            dialect,
        };
        let cells = own::COLUMNS.iter().map(|(target, ..)| row.cell(*target));
        let persons = (0..people).flat_map(|at| person_cells(customer.details.people.get(at)));
        let cells: Vec<String> = cells.chain(persons).collect();
        sheet.row(cells.iter().map(String::as_str));
    }
    sheet.text.into_bytes()
}

impl Dialect {
    fn delimiter(self) -> char {
        match self {
            Self::German => ';',
            Self::English => ',',
        }
    }

    fn decimal_mark(self) -> char {
        match self {
            Self::German => ',',
            Self::English => '.',
        }
    }

    fn pick<T>(self, german: T, english: T) -> T {
        match self {
            Self::German => german,
            Self::English => english,
        }
    }

    fn day(self, day: Option<chrono::NaiveDate>) -> String {
        let text = day.map(iso::day_text).unwrap_or_default();
        match (self, text.rsplitn(3, '-').collect::<Vec<_>>().as_slice()) {
            (Self::German, [day, month, year]) => [day, ".", month, ".", year].concat(),
            _ => text,
        }
    }
}

struct Sheet {
    text: String,
    dialect: Dialect,
}

impl Sheet {
    fn row<'a>(&mut self, cells: impl Iterator<Item = &'a str>) {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                self.text.push(self.dialect.delimiter());
            }
            self.text.push('"');
            self.text.push_str(&with_guard(cell).replace('"', "\"\""));
            self.text.push('"');
        }
        self.text.push_str("\r\n");
    }
}

fn headings(people: usize, dialect: Dialect) -> Vec<String> {
    let simple =
        own::COLUMNS.iter().map(|(_, german, english)| dialect.pick(*german, *english).to_owned());
    let persons = (1..=people).flat_map(|number| {
        own::PERSON.iter().map(move |(_, german, english)| {
            format!("Person {number} {}", dialect.pick(*german, *english))
        })
    });
    simple.chain(persons).collect()
}

fn person_cells(person: Option<&Person>) -> impl Iterator<Item = String> {
    own::PERSON.iter().map(move |(part, ..)| {
        let text = person.map(|person| match part {
            PersonPart::Name => &person.name,
            PersonPart::Role => &person.role,
            PersonPart::Email => &person.email,
            PersonPart::Phone => &person.phone,
        });
        text.cloned().unwrap_or_default()
    })
}

/// One customer, cell by cell.
struct Row<'c> {
    customer: &'c Customer,
    draft: CustomerDraft,
    workspace: &'c Workspace,
    dialect: Dialect,
}

impl Row<'_> {
    fn cell(&self, target: Target) -> String {
        self.text(target).map(str::to_owned).unwrap_or_else(|| self.word(target))
    }

    /// What is text in the form.
    fn text(&self, target: Target) -> Option<&str> {
        let draft = &self.draft;
        Some(match target {
            Target::Name => &draft.name,
            Target::Sector => &draft.sector,
            Target::Email => &draft.email,
            Target::PhoneBusiness => &draft.phone,
            Target::Street => &draft.street,
            Target::PostalCode => &draft.postal_code,
            Target::City => &draft.city,
            Target::Country => &draft.country,
            Target::Web => &draft.web,
            Target::Tags => &draft.tags,
            Target::OurContact => &draft.our_contact,
            Target::Need => &draft.need,
            Target::Notes => &draft.notes,
            Target::Cadence => &draft.cadence,
            Target::Worth => &draft.worth,
            Target::Trust => &draft.trust,
            Target::SharedValues => &draft.shared_values,
            Target::Experience => &draft.experience,
            Target::ViewEvidence => &draft.view_evidence,
            _ => return None,
        })
    }

    /// What is a choice, a day or another customer.
    fn word(&self, target: Target) -> String {
        let (details, profile) = (&self.customer.details, &self.customer.profile);
        let dialect = self.dialect;
        let word = match target {
            Target::Kind => to_word(details.kind, dialect),
            Target::Source => details.source.map_or("", |source| to_word(source, dialect)),
            Target::ContactWish => details.contact_wish.map_or("", |wish| to_word(wish, dialect)),
            Target::PreferredChannel => {
                details.preferred_channel.map_or("", |channel| to_word(channel, dialect))
            }
            Target::WorthExpected => {
                details.worth.map_or("", |worth| to_word(worth.expected, dialect))
            }
            Target::Standing => to_word(self.customer.standing, dialect),
            Target::Phase => to_word(profile.phase, dialect),
            Target::MainType => profile.main_type.map_or("", |main| to_word(main, dialect)),
            Target::Mode => profile.mode.map_or("", |mode| to_word(mode, dialect)),
            Target::Intensity => {
                profile.intensity.map_or("", |intensity| to_word(intensity, dialect))
            }
            Target::OwnView => to_word(profile.own_view, dialect),
            Target::CustomerView => to_word(profile.customer_view.view, dialect),
            Target::ContactForm => profile.contact_form.map_or("", |form| to_word(form, dialect)),
            Target::FirstContact => return dialect.day(details.first_contact),
            Target::AskedOn => return dialect.day(profile.customer_view.asked_on),
            Target::FurtherTypes => return self.further_types(),
            Target::ReferredBy => return self.referrer(),
            _ => "",
        };
        word.to_owned()
    }

    fn further_types(&self) -> String {
        let types = self.customer.profile.further_types.iter();
        types.map(|further| to_word(*further, self.dialect)).collect::<Vec<_>>().join(", ")
    }

    fn referrer(&self) -> String {
        let referrer = self.customer.details.referred_by.and_then(|id| self.workspace.customer(id));
        referrer.map(|customer| customer.details.name.clone()).unwrap_or_default()
    }
}
