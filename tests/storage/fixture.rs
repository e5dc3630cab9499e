//! What schema 1 wrote opens for ever. **The files are frozen**: a failure here means that
//! somebody's workspace does not open any more. Change the code, never the files; a new schema gets
//! a folder of its own beside this one.

use std::{fs, path::PathBuf, sync::Arc};

use chrono::{NaiveDate, NaiveDateTime};
use rapport::{
    domain::*,
    storage::{Record, RecordKey, Stamp, file},
};
use uuid::{Uuid, uuid};

use crate::shop::{Shop, wait};

const FULL: CustomerId = CustomerId(uuid!("0198c1a2-0000-7000-8000-0000000000f1"));
const BARE: CustomerId = CustomerId(uuid!("0198c1a2-0000-7000-8000-0000000000f2"));
const GONE: CustomerId = CustomerId(uuid!("0198c1a2-0000-7000-8000-0000000000f3"));
const LATE: CustomerId = CustomerId(uuid!("0198c1a2-0000-7000-8000-0000000000f4"));

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/schema-1")
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn moment(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn uuid(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// Every field that schema 1 has, filled.
fn full() -> Customer {
    let history = [
        Classification::Phase(Phase::Acquire),
        Classification::Type(Some(RelationType::LongTerm)),
        Classification::Mode(Some(Mode::Proactive)),
        Classification::Intensity(None),
        Classification::OwnView(View::Relation),
        Classification::CustomerView(View::Transaction),
        Classification::Phase(Phase::Develop),
    ];
    let on = |place: usize| if place < 6 { day("2026-01-12") } else { day("2026-03-01") };
    let history = history.into_iter().enumerate().map(|(place, to)| Change {
        id: ChangeId(uuid(0xC0 - place as u128)),
        on: on(place),
        to,
    });
    Customer {
        id: FULL,
        details: full_details(),
        profile: full_profile(),
        column: Some(ColumnId(uuid(0xC01))),
        standing: Standing::Resting,
        trashed: Some(day("2026-04-30")),
        rank: Rank::parse("7f80").unwrap(),
        created: day("2026-01-12"),
        contacts: full_contacts().into_iter().map(|c| ((c.at, c.id), Arc::new(c))).collect(),
        history: history.collect(),
        ..bare(FULL, "")
    }
}

fn full_details() -> Details {
    Details {
        kind: Kind::Person,
        name: "Gunther Glas GmbH".into(),
        sector: "Glaserei".into(),
        people: vec![
            Person {
                name: "Gunther Glas".into(),
                role: "Inhaber".into(),
                email: "g@glas.example".into(),
                phone: "+49 731 1".into(),
                ..Person::default()
            },
            Person { name: "Uwe \"U\" Ünal".into(), ..Person::default() },
        ],
        email: "info@glas.example".into(),
        phone: "+49 731 0".into(),
        address: Address {
            street: "Gasse 1".into(),
            postal_code: "89073".into(),
            city: "Ulm".into(),
            country: "Deutschland".into(),
        },
        web: "https://glas.example".into(),
        source: Some(Source::WalkIn),
        first_contact: Some(day("2025-12-01")),
        referred_by: Some(BARE),
        tags: vec!["A".into(), "Tische 🏢".into()],
        our_contact: "Toni Topp".into(),
        need: "Neue Tische".into(),
        notes: "Zeile 1\nZeile 2".into(),
        contact_wish: Some(ContactWish::SelfService),
        preferred_channel: Some(Channel::Letter),
        cadence: Some(90),
        worth: Some(Worth { amount: Amount(1_250_050), expected: true }),
    }
}

fn full_profile() -> Profile {
    Profile {
        phase: Phase::Develop,
        main_type: Some(RelationType::LongTerm),
        further_types: [RelationType::Personal, RelationType::CoCreation].into(),
        mode: Some(Mode::Proactive),
        intensity: Some(Intensity::Emotional),
        evidence: Evidence {
            trust: "Vertrauen".into(),
            shared_values: "Werte".into(),
            experience: "Messe".into(),
        },
        own_view: View::Relation,
        customer_view: CustomerView {
            view: View::Transaction,
            evidence: "Sagt er".into(),
            asked_on: Some(day("2026-02-12")),
        },
        contact_form: Some(ContactForm::Combined),
    }
}

fn full_contacts() -> Vec<Contact> {
    let contact = |n: u128, at: &str, channel, direction| Contact {
        id: ContactId(uuid(n)),
        at: moment(at),
        channel,
        direction,
        purpose: None,
        mood: None,
        with: String::new(),
        text: String::new(),
        heard: String::new(),
        next: None,
        extra: None,
    };
    let done = NextStep { text: "Regale zeigen".into(), due: day("2026-03-20"), done: true };
    let open = NextStep { text: String::new(), due: day("2026-04-01"), done: false };
    vec![
        Contact {
            purpose: Some(Purpose::Gesture),
            mood: Some(Mood::Warm),
            with: "Gunther Glas".into(),
            text: "Lange gesprochen".into(),
            heard: "Die Leute stehen auf.".into(),
            next: Some(done),
            ..contact(0xA1, "2026-03-12T10:30:00", Channel::Visit, Direction::Inbound)
        },
        Contact {
            next: Some(open),
            ..contact(0xA2, "2026-03-13T23:59:30.250", Channel::Email, Direction::Outbound)
        },
        contact(0xA3, "2026-03-14T00:00:00", Channel::Call, Direction::Outbound),
    ]
}

fn bare(id: CustomerId, name: &str) -> Customer {
    Customer {
        id,
        details: Details { name: name.into(), ..Details::default() },
        profile: Profile::default(),
        column: None,
        standing: Standing::Active,
        trashed: None,
        rank: Rank::default(),
        created: day("2026-01-13"),
        contacts: Default::default(),
        history: Vec::new(),
        portrait: Portrait::default(),
        own: OwnValues::default(),
        matters: Default::default(),
        put_off: Default::default(),
    }
}

fn settings() -> Settings {
    let column =
        |n, name: &str, phase| OwnColumn { id: ColumnId(uuid(n)), name: name.into(), phase };
    Settings {
        name: "Topp Desk AG".into(),
        currency: "CHF".into(),
        columns: vec![
            column(0xC01, "Kennenlernen", Phase::Acquire),
            column(0xC02, "Stammkunde", Phase::Bind),
        ],
        ..Settings::default()
    }
}

/// What the pages hold, without what still waits in the journal.
fn stored() -> Workspace {
    let mut workspace = Workspace::default();
    workspace.put_settings(settings());
    workspace.put(full());
    workspace.put(bare(BARE, "Bernd Bar"));
    workspace
}

fn expected() -> Workspace {
    let mut workspace = stored();
    workspace.put(bare(LATE, "Letzte Lampe"));
    workspace
}

fn shop() -> Shop {
    let shop = Shop::default();
    for entry in fs::read_dir(folder().join("pages")).unwrap() {
        let path = entry.unwrap().path();
        let number = u8::from_str_radix(path.file_stem().unwrap().to_str().unwrap(), 16).unwrap();
        shop.lane.put(number, fs::read(path).unwrap());
    }
    let journal = fs::read_to_string(folder().join("journal.txt")).unwrap();
    let (key, text) = journal.trim_end().split_once(' ').unwrap();
    shop.journal.put(key, text);
    shop
}

#[test]
fn the_pages_and_the_journal_of_schema_1_open() {
    let (_, opened) = shop().open(7);
    assert_eq!(opened.workspace, expected());
    assert_eq!((opened.damage, opened.replayed, opened.read_only), (vec![], 1, false));
}

#[test]
fn the_workspace_file_of_schema_1_opens() {
    let bytes = fs::read(folder().join("workspace.json")).unwrap();
    let file = file::read(&bytes).unwrap();
    assert_eq!(file.workspace(), Ok(expected()));
    let colour = |record: &Record| record.get("fields/colour").map(|entry| entry.value.clone());
    let blue = || Some("\"blue\"".into());
    assert!(file.records().unwrap().iter().any(|record| colour(record) == blue()));
}

/// Wrote the files once. For a new schema: a new folder, and `WRITE_FIXTURE=1 cargo test fixture`.
#[test]
fn the_files_are_written_once_and_only_when_asked_for() {
    if std::env::var_os("WRITE_FIXTURE").is_none() {
        return;
    }
    let (shop, folder) = (Shop::default(), folder());
    assert!(!folder.exists(), "the files are frozen");
    let mut tab = shop.open(1).0;
    let mut early = full();
    early.details.name = "Glas".into();
    early.contacts.remove(&(moment("2026-03-14T00:00:00"), ContactId(uuid(0xA3))));
    early.put_contact(Contact { id: ContactId(uuid(0xA4)), ..full_contacts().remove(0) });
    tab.save(|shown| {
        shown.put_settings(settings());
        shown.put(early);
        shown.put(bare(BARE, "Bernd Bar"));
        shown.put(bare(GONE, "Geh Fort"));
    })
    .unwrap();
    tab.save(|shown| shown.put(full())).unwrap();
    tab.save(|shown| drop(shown.remove(GONE))).unwrap();
    let mut later = Record::new(RecordKey::customer(BARE));
    later.set("fields/colour", "\"blue\"", Stamp::new(1_900_000_000_000, 1, 5));
    let mut idea = Record::new(RecordKey { kind: "idea".into(), id: uuid(0x1D) });
    idea.set("votes/one", r#"{"weight":3}"#, Stamp::new(1_900_000_000_000, 2, 5));
    wait(tab.book.save(&tab.book.adopt(vec![later, idea]).unwrap())).unwrap();
    assert_eq!(tab.shown, stored());
    tab.change(|shown| shown.put(bare(LATE, "Letzte Lampe"))).unwrap();
    fs::create_dir_all(folder.join("pages")).unwrap();
    for (number, bytes) in shop.lane.pages() {
        fs::write(folder.join(format!("pages/{number:02x}.bin")), bytes).unwrap();
    }
    let (key, text) = rapport::storage::Journal::entries(&*shop.journal).remove(0);
    fs::write(folder.join("journal.txt"), format!("{key} {text}\n")).unwrap();
    let backup = wait(tab.book.backup(1_800_000_000_000)).unwrap();
    fs::write(folder.join("workspace.json"), backup).unwrap();
}
