//! Who a row is about: a firm with one of its people, or a private person.

use super::{
    assembly::RowDraft,
    cells::{Layout, Value},
    row::{Remedy, RowIssue},
};
use crate::{
    domain::{Field, Issue, Kind, PersonDraft, fold},
    exchange::{
        columns::{PersonPart, Program, Target, looks_like_email},
        words::from_word,
    },
};

/// Salutations as they are folded; what else stands with them belongs to the name.
const SALUTATIONS: &[&str] = &[
    "herr", "herrn", "frau", "hr.", "fr.", "fraulein", "mr", "mr.", "mrs", "mrs.", "ms", "ms.",
    "miss", "mx", "mx.", "familie", "firma", "divers", "eheleute",
];

/// Words in a name that only firms have.
const FIRM_WORDS: &[&str] = &[
    "gmbh", "mbh", "ag", "kg", "ohg", "gbr", "ug", "e.k.", "ek", "e.v.", "ev", "eg", "kgaa", "se",
    "partg", "ltd", "ltd.", "inc", "inc.", "llc", "corp", "corp.", "plc", "limited", "s.a.",
    "s.r.l.", "b.v.", "bv", "gesmbh", "sarl", "stiftung", "verein",
];

/// Whom a row names.
#[derive(Default)]
struct Named<'t> {
    firm: Option<Value<'t>>,
    human: Option<Value<'t>>,
    /// One more to talk to at the firm.
    second: Option<Value<'t>>,
}

/// Fills name, kind and people.
pub(super) fn read(row: &mut RowDraft, layout: &Layout, at: usize) {
    let human = human(row, layout, at);
    let contact = layout.first(at, Target::ContactPerson);
    let name = layout.joined(at, Target::Name, " ");
    let named = match layout.joined(at, Target::Company, ", ") {
        Some(firm) => with_company(row, layout, firm, [human, contact, name]),
        None => without_company(layout, [human, contact, name]),
    };
    row.has_firm = named.firm.is_some();
    row.draft.kind = kind(row, layout, at);
    if let Some(name) = named.firm.clone().or_else(|| named.human.clone()) {
        row.draft.name = row.fill(Field::Name, name);
    }
    add_human(row, layout, at, named.human.filter(|_| row.has_firm));
    if let Some(second) = named.second {
        let name = row.fill(Field::PersonName(row.draft.people.len()), second);
        row.draft.people.push(PersonDraft { name, ..PersonDraft::default() });
    }
    add_people(row, layout, at);
}

fn with_company<'t>(
    row: &mut RowDraft,
    layout: &Layout,
    firm: Value<'t>,
    [human, contact, name]: [Option<Value<'t>>; 3],
) -> Named<'t> {
    let firm = Some(firm);
    let second = contact.clone().filter(|contact| is_other(contact, human.as_ref()));
    match human.or(contact) {
        Some(human) => {
            // Programs repeat the human's name there; in a list kept by hand it may be news.
            let is_news =
                |name: &Value| layout.program == Program::Generic && is_other(name, Some(&human));
            if let Some(name) = name.filter(is_news) {
                row.leave(name.place, name.text);
            }
            Named { firm, human: Some(human), second }
        }
        None => Named { firm, human: name, second: None },
    }
}

/// Where no column names the firm: a name beside a human is the firm's, unless it is the human's.
fn without_company<'t>(
    layout: &Layout,
    [human, contact, name]: [Option<Value<'t>>; 3],
) -> Named<'t> {
    let second = contact.clone().filter(|contact| is_other(contact, human.as_ref()));
    let Some(human) = human.or(contact) else { return Named { human: name, ..Named::default() } };
    let of_firm = |name: &Value| layout.program == Program::Generic && is_other(name, Some(&human));
    let firm = name.filter(of_firm);
    let second = second.filter(|_| firm.is_some());
    Named { firm, human: Some(human), second }
}

fn is_other(value: &Value, human: Option<&Value>) -> bool {
    human.is_some_and(|human| !is_same_human(&value.text, &human.text))
}

/// The human by title, first and last name.
fn human<'t>(row: &mut RowDraft, layout: &Layout<'t>, at: usize) -> Option<Value<'t>> {
    let first = layout.joined(at, Target::FirstName, " ");
    let last = layout.joined(at, Target::LastName, " ");
    let suffix = layout.joined(at, Target::NameSuffix, " ");
    let title = layout.joined(at, Target::Salutation, " ");
    let is_salutation = |word: &&str| SALUTATIONS.contains(&fold(word).as_str());
    let (salutations, titles): (Vec<&str>, Vec<&str>) = title
        .as_ref()
        .map(|title| title.text.split_whitespace().partition(is_salutation))
        .unwrap_or_default();
    let mut human = first.clone().or_else(|| last.clone());
    if let Some(human) = &mut human {
        let parts = [&first, &last, &suffix].into_iter().flatten().map(|part| part.text.as_ref());
        human.text = titles.iter().copied().chain(parts).collect::<Vec<_>>().join(" ").into();
    }
    if let Some(title) = title.as_ref().filter(|_| !salutations.is_empty() || human.is_none()) {
        let name = human.as_ref().map(|human| human.text.as_ref());
        let words =
            salutations.iter().copied().chain(titles.iter().copied().filter(|_| name.is_none()));
        row.leave(title.place, words.chain(name).collect::<Vec<_>>().join(" "));
    }
    human
}

fn kind(row: &mut RowDraft, layout: &Layout, at: usize) -> Kind {
    for value in layout.values(at, Target::Kind) {
        match from_word(&value.text) {
            Some(kind) => return kind,
            None => row.refuse(layout, value.place, &value.text, RowIssue::UnknownWord),
        }
    }
    let salutation = layout.first(at, Target::Salutation);
    let is_addressed_as_firm = salutation.is_some_and(|word| fold(&word.text) == "firma");
    let name = layout.joined(at, Target::Name, " ");
    let is_named_like_firm = name.is_some_and(|name| has_firm_word(&name.text));
    if row.has_firm || is_addressed_as_firm || is_named_like_firm {
        Kind::Firm
    } else {
        Kind::Person
    }
}

fn has_firm_word(name: &str) -> bool {
    name.contains(" & Co") || fold(name).split_whitespace().any(|word| FIRM_WORDS.contains(&word))
}

/// Puts the human of a firm among its people. A private person has no role: it goes to the notes.
fn add_human(row: &mut RowDraft, layout: &Layout, at: usize, human: Option<Value>) {
    let role = layout.joined(at, Target::Role, ", ");
    let department = layout.joined(at, Target::Department, ", ");
    let work: Vec<Value> = [role, department].into_iter().flatten().collect();
    let Some(human) = human else {
        for value in work {
            row.leave(value.place, value.text);
        }
        return;
    };
    if let Some(first) = work.first() {
        row.places.insert(Field::PersonRole(0), first.place);
    }
    let role = work.iter().map(|value| value.text.as_ref()).collect::<Vec<_>>().join(", ");
    let name = row.fill(Field::PersonName(0), human);
    row.draft.people.push(PersonDraft { name, role, ..PersonDraft::default() });
    row.human = Some(0);
}

/// The people that have columns of their own.
fn add_people(row: &mut RowDraft, layout: &Layout, at: usize) {
    for number in layout.people() {
        let index = row.draft.people.len();
        let mut part = |part, field| {
            let value = layout.person(at, number, part);
            value.map(|value| row.fill(field, value)).unwrap_or_default()
        };
        let mut person = PersonDraft {
            name: part(PersonPart::Name, Field::PersonName(index)),
            role: part(PersonPart::Role, Field::PersonRole(index)),
            email: part(PersonPart::Email, Field::PersonEmail(index)),
            phone: part(PersonPart::Phone, Field::PersonPhone(index)),
            ..PersonDraft::default()
        };
        if person.is_empty() {
            continue;
        }
        if person.name.is_empty() {
            let known = [&person.email, &person.role, &person.phone];
            person.name =
                known.into_iter().find(|text| !text.is_empty()).cloned().unwrap_or_default();
        }
        row.draft.people.push(person);
    }
}

/// Whether every word of the shorter name is in the longer one.
fn is_same_human(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let folded = fold(name);
        folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.iter().all(|word| long.contains(word))
}

/// A row that names nobody is named after its e-mail address or its web site.
pub(super) fn name_after_addresses(row: &mut RowDraft, layout: &Layout) {
    if !row.draft.name.is_empty() {
        return;
    }
    let host = row.draft.web.trim_start_matches("https://").trim_start_matches("http://");
    let addresses = [(Field::Email, row.draft.email.as_str()), (Field::Web, host)];
    let usable = |(field, text): &(Field, &str)| {
        if *field == Field::Email { looks_like_email(text) } else { text.contains('.') }
    };
    let Some((field, text)) = addresses.into_iter().find(usable) else { return };
    let (name, place) = (text.to_owned(), row.places.get(&field).copied());
    if field == Field::Web {
        row.draft.kind = Kind::Firm;
    }
    if let Some(place) = place {
        row.note(layout, place, &name, RowIssue::Refused(Issue::Missing), Remedy::Mended);
    }
    row.draft.name = name;
}
