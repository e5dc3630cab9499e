//! Made-up customers in any number, for benchmarks and for looking at a full board. The same
//! numbers and the same seed give the same workspace, byte by byte. Not part of the app.

use std::collections::BTreeSet;

use super::chance::Chance;
use super::words::{ENGLISH, GERMAN, OURS, Vocabulary};
use crate::domain::{
    Channel, Classification, Contact, ContactDraft, ContactForm, ContactId, ContactWish, Customer,
    CustomerDraft, CustomerId, Details, Direction, Intensity, Kind, Mode, Mood, NewIds,
    PersonDraft, Phase, Problems, Profile, Purpose, Rank, RelationType, Settings, Source, Standing,
    View, Workspace, fold,
};
use chrono::{Days, NaiveDate, NaiveTime};

/// How many days the contacts lie back at most.
const DAYS: u64 = 400;

/// A workspace with this many customers and, over all of them, this many contacts. Every customer
/// gets one as long as there are any; the others gather at every fifth customer, and no customer
/// gets more than [`CONTACTS_MAX`](crate::domain::CONTACTS_MAX). Without `ids` they come from the seed as well.
///
/// # Errors
/// The problems of a customer or contact that the domain refuses; a test shows that there are none.
pub fn generate(
    customers: u32,
    contacts: u32,
    seed: u64,
    today: NaiveDate,
    ids: Option<&mut dyn NewIds>,
) -> Result<Workspace, Problems> {
    let mut own_ids = Chance::new(seed.wrapping_mul(3).wrapping_add(1));
    let ids = ids.unwrap_or(&mut own_ids);
    let mut maker = Maker { chance: Chance::new(seed), today, ids, known: Vec::new() };
    let mut workspace = Workspace::default();
    workspace.put_settings(Settings {
        name: format!("{customers} × {contacts}"),
        ..Settings::default()
    });
    let shares = maker.chance.shares(customers as usize, contacts);
    for (share, rank) in shares.into_iter().zip(ranks(customers as usize)) {
        let mut customer = maker.customer(share)?;
        customer.rank = rank;
        workspace.put(customer);
    }
    Ok(workspace)
}

/// As many ranks as asked for, in order and as short as can be.
fn ranks(count: usize) -> Vec<Rank> {
    fn fill(ranks: &mut [Rank], low: Option<&Rank>, high: Option<&Rank>) {
        let (left, rest) = ranks.split_at_mut(ranks.len() / 2);
        let Some((middle, right)) = rest.split_first_mut() else {
            return;
        };
        *middle = Rank::between(low, high);
        fill(left, low, Some(middle));
        fill(right, Some(middle), high);
    }
    let mut ranks = vec![Rank::default(); count];
    fill(&mut ranks, None, None);
    ranks
}

/// Makes one customer after the other.
struct Maker<'a> {
    chance: Chance,
    today: NaiveDate,
    ids: &'a mut dyn NewIds,
    known: Vec<CustomerId>,
}

impl Maker<'_> {
    fn customer(&mut self, contacts: usize) -> Result<Customer, Problems> {
        let vocabulary = if self.chance.odds(70) { &GERMAN } else { &ENGLISH };
        let id = CustomerId(self.ids.next());
        let days = 30 + self.chance.under(DAYS * 2);
        let draft = self.draft(vocabulary, days);
        let (details, profile) = draft.check(self.today)?;
        let mut customer = self.open(id, details, profile, days);
        customer.standing = self.standing();
        for day in self.contact_days(contacts, days) {
            let contact = self.contact(vocabulary, &customer, day)?;
            customer.put_contact(contact);
        }
        self.open_step(vocabulary, &mut customer)?;
        self.known.push(id);
        Ok(customer)
    }

    /// Opens the file in the first phase and walks it through the others.
    fn open(&mut self, id: CustomerId, details: Details, profile: Profile, days: u64) -> Customer {
        let early = Profile { phase: Phase::Acquire, ..profile.clone() };
        let mut customer = Customer::new(id, details, early, self.ago(days), self.ids);
        let passed =
            Phase::ALL.into_iter().filter(|phase| (Phase::Acquire..=profile.phase).contains(phase));
        let mut left = days;
        for phase in passed.skip(1) {
            left = left.saturating_sub(1 + self.chance.under(left / 2 + 1));
            customer.classify(Classification::Phase(phase), self.ago(left), self.ids);
        }
        customer
    }

    fn draft(&mut self, vocabulary: &Vocabulary, days: u64) -> CustomerDraft {
        let number = self.known.len();
        let private = self.chance.odds(12);
        let person = self.person_name(vocabulary);
        let (name, sector) = if private { (person.clone(), "") } else { self.firm(vocabulary) };
        let (postal_code, city) =
            self.chance.pick(vocabulary.towns).split_once(' ').unwrap_or_default();
        let phase = self.phase();
        CustomerDraft {
            kind: if private { Kind::Person } else { Kind::Firm },
            email: format!("post@{}{number}.example", host(&name)),
            name,
            sector: sector.to_owned(),
            people: if private { Vec::new() } else { self.people(vocabulary, person) },
            phone: format!("0221 4710 {number:06}"),
            postal_code: postal_code.to_owned(),
            city: city.to_owned(),
            source: self.chance.maybe(95, Source::ALL),
            first_contact: self.ago(days).to_string(),
            referred_by: self.chance.maybe(8, &self.known),
            tags: self.tags(vocabulary),
            our_contact: self.chance.pick(OURS).to_owned(),
            need: self.chance.pick(vocabulary.needs).to_owned(),
            contact_wish: self.chance.odds(6).then_some(ContactWish::SelfService),
            preferred_channel: self.chance.maybe(50, Channel::ALL),
            cadence: self
                .chance
                .maybe(60, &["14", "30", "45", "60", "90", "180"])
                .unwrap_or_default()
                .to_owned(),
            worth: self.worth(),
            worth_expected: phase == Phase::Acquire,
            phase,
            ..self.axes(vocabulary, days)
        }
    }

    /// The part of the form that classifies the relationship.
    fn axes(&mut self, vocabulary: &Vocabulary, days: u64) -> CustomerDraft {
        let further = self.chance.maybe(25, RelationType::ALL);
        let customer_view = self.chance.maybe(100, View::ALL).unwrap_or(View::Unknown);
        let intensity = self.chance.maybe(92, Intensity::ALL);
        let asked = self.chance.under(days);
        let (evidence, asked_on) = match customer_view {
            View::Unknown => ("", String::new()),
            _ => (self.chance.pick(vocabulary.heard), self.ago(asked).to_string()),
        };
        CustomerDraft {
            main_type: self.chance.maybe(88, RelationType::ALL),
            further_types: BTreeSet::from_iter(further),
            mode: self.chance.maybe(88, Mode::ALL),
            intensity,
            trust: if intensity == Some(Intensity::Emotional) { vocabulary.trust } else { "" }
                .to_owned(),
            own_view: self.chance.maybe(100, View::ALL).unwrap_or(View::Unknown),
            customer_view,
            view_evidence: evidence.to_owned(),
            asked_on,
            contact_form: self.chance.maybe(70, ContactForm::ALL),
            ..CustomerDraft::default()
        }
    }

    fn firm(&mut self, vocabulary: &Vocabulary) -> (String, &'static str) {
        let trade = self.chance.pick(vocabulary.trades);
        let family = self.family_name(vocabulary);
        (format!("{family} {trade} {}", self.chance.pick(vocabulary.forms)), trade)
    }

    fn person_name(&mut self, vocabulary: &Vocabulary) -> String {
        let first = self.chance.pick(vocabulary.first_names);
        format!("{first} {}", self.family_name(vocabulary))
    }

    fn family_name(&mut self, vocabulary: &Vocabulary) -> String {
        let head = self.chance.pick(vocabulary.name_heads);
        format!("{head}{}", self.chance.pick(vocabulary.name_tails))
    }

    fn people(&mut self, vocabulary: &Vocabulary, first: String) -> Vec<PersonDraft> {
        let others = self.chance.under(3);
        let mut names = vec![first];
        names.extend((0..others).map(|_| self.person_name(vocabulary)));
        let mut with_role = |name| PersonDraft {
            name,
            role: self.chance.pick(vocabulary.roles).to_owned(),
            ..PersonDraft::default()
        };
        names.into_iter().map(&mut with_role).collect()
    }

    fn tags(&mut self, vocabulary: &Vocabulary) -> String {
        let count = self.chance.under(4);
        let tags: Vec<&str> = (0..count).map(|_| self.chance.pick(vocabulary.tags)).collect();
        tags.join(", ")
    }

    fn worth(&mut self) -> String {
        let hundreds = 1 + self.chance.under(40) * self.chance.under(40);
        if self.chance.odds(85) { (hundreds * 100).to_string() } else { String::new() }
    }

    fn phase(&mut self) -> Phase {
        match self.chance.under(100) {
            0..35 => Phase::Acquire,
            35..55 => Phase::FirstDeal,
            55..75 => Phase::Bind,
            75..85 => Phase::Develop,
            _ => Phase::Care,
        }
    }

    fn standing(&mut self) -> Standing {
        match self.chance.under(100) {
            0..94 => Standing::Active,
            94..97 => Standing::Resting,
            97..99 => Standing::Lost,
            _ => Standing::Archived,
        }
    }

    /// How many days ago each contact was, never before the relationship began.
    fn contact_days(&mut self, count: usize, days: u64) -> Vec<u64> {
        (0..count).map(|_| 1 + self.chance.under(days.min(DAYS))).collect()
    }

    fn contact(
        &mut self,
        vocabulary: &Vocabulary,
        customer: &Customer,
        day: u64,
    ) -> Result<Contact, Problems> {
        let (hour, minute) = (7 + self.chance.under(12), self.chance.under(60));
        let deed = self.chance.pick(vocabulary.deeds);
        let with = customer.details.people.first().map(|person| person.name.clone());
        let draft = ContactDraft {
            at: format!("{}T{hour:02}:{minute:02}", self.ago(day)),
            channel: self.chance.maybe(100, Channel::ALL).unwrap_or(Channel::Call),
            direction: self.chance.maybe(100, Direction::ALL).unwrap_or(Direction::Outbound),
            purpose: self.chance.maybe(90, Purpose::ALL),
            mood: self.chance.maybe(95, Mood::ALL),
            with: with.unwrap_or_default(),
            text: format!("{deed} {}", self.chance.pick(vocabulary.outcomes)),
            heard: self.chance.maybe(25, vocabulary.heard).unwrap_or_default().to_owned(),
            ..ContactDraft::new(self.today.and_time(NaiveTime::MIN))
        };
        draft.check(ContactId(self.ids.next()), self.today.and_time(NaiveTime::MIN))
    }

    /// Two of five customers have something agreed: late, today or soon.
    fn open_step(
        &mut self,
        vocabulary: &Vocabulary,
        customer: &mut Customer,
    ) -> Result<(), Problems> {
        let (wanted, shift) = (self.chance.odds(40), self.chance.under(40));
        let Some(last) = customer.last_contact().filter(|_| wanted) else {
            return Ok(());
        };
        let due = self.ago(12).checked_add_days(Days::new(shift)).unwrap_or(self.today);
        let draft = ContactDraft {
            next_text: self.chance.pick(vocabulary.steps).to_owned(),
            next_due: due.to_string(),
            ..ContactDraft::of(last)
        };
        let contact = draft.check(last.id, self.today.and_time(NaiveTime::MIN))?;
        customer.put_contact(contact);
        Ok(())
    }

    fn ago(&self, days: u64) -> NaiveDate {
        self.today.checked_sub_days(Days::new(days)).unwrap_or(self.today)
    }
}

/// The letters and digits of a name, as a host may hold them.
fn host(name: &str) -> String {
    fold(name).chars().filter(char::is_ascii_alphanumeric).collect()
}
