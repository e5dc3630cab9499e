//! Each program's list becomes the customers that a person would make of it.

use rapport::domain::{Issue, Kind, Source};
use rapport::exchange::{Delimiter, Encoding, Program, RowIssue, SkipReason, Target};

use super::list::{details, fixture, issues};

#[track_caller]
fn comes_from(name: &str, program: Program, encoding: Encoding, delimiter: Delimiter) {
    let table = fixture(name).table;
    assert_eq!(
        (table.program(), table.encoding(), table.delimiter()),
        (program, encoding, delimiter),
        "{name}"
    );
    assert_eq!((table.ragged(), table.damaged()), (&[][..], 0), "{name}");
}

#[test]
fn programs_encodings_and_delimiters_are_found_out() {
    use Delimiter::{Comma, Semicolon, Tab};
    use Encoding::{Utf8, Utf16Le, Windows1252};
    comes_from("google.csv", Program::Google, Utf8, Comma);
    comes_from("google_old.csv", Program::GoogleOld, Utf8, Comma);
    comes_from("outlook_english.csv", Program::Outlook, Windows1252, Comma);
    comes_from("outlook_german.csv", Program::OutlookGerman, Windows1252, Comma);
    comes_from("outlook_web.csv", Program::OutlookWeb, Utf8, Comma);
    comes_from("hubspot_contacts.csv", Program::HubSpot, Utf8, Comma);
    comes_from("hubspot_companies.csv", Program::HubSpot, Utf8, Comma);
    comes_from("pipedrive_english.csv", Program::Pipedrive, Utf8, Comma);
    comes_from("pipedrive_german.csv", Program::Pipedrive, Utf8, Comma);
    comes_from("thunderbird_german.csv", Program::Thunderbird, Utf8, Comma);
    comes_from("german_excel.csv", Program::Generic, Windows1252, Semicolon);
    comes_from("excel_unicode.txt", Program::Generic, Utf16Le, Tab);
    comes_from("sep.csv", Program::Generic, Utf8, Semicolon);
}

/// What every program's list says of the firm of the articles.
#[track_caller]
fn knows_gunther_glas(name: &str) {
    let rows = fixture(name).rows();
    let customer = details(&rows[0]);
    assert_eq!((customer.kind, customer.name.as_str()), (Kind::Firm, "Gunther Glas GmbH"));
    let person = &customer.people[0];
    assert!(person.name.ends_with("Gunther Glas"), "{}", person.name);
    assert_eq!(person.email, "gunther@glas-gmbh.example");
    assert!(customer.phone.contains("711 12"), "{}", customer.phone);
}

#[test]
fn a_company_with_a_human_is_a_firm_with_one_of_its_people() {
    for name in [
        "google.csv",
        "outlook_english.csv",
        "outlook_german.csv",
        "hubspot_contacts.csv",
        "pipedrive_english.csv",
        "thunderbird_german.csv",
        "german_excel.csv",
    ] {
        knows_gunther_glas(name);
    }
}

#[test]
fn every_row_of_every_program_is_valid_or_says_why_not() {
    for file in
        std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/csv")).unwrap()
    {
        let name = file.unwrap().file_name().into_string().unwrap();
        for row in fixture_rows(&name) {
            if row.skipped.is_none() {
                details(&row);
            }
        }
    }
}

fn fixture_rows(name: &str) -> Vec<rapport::exchange::ImportRow> {
    if name.ends_with(".md") { Vec::new() } else { fixture(name).rows() }
}

#[test]
fn google_joins_values_and_marks_the_preferred() {
    let rows = fixture("google.csv").rows();
    let glas = details(&rows[0]);
    assert_eq!(glas.tags, ["Großkunden", "VIP"]);
    assert_eq!(glas.email, "info@glas-gmbh.example");
    assert_eq!(glas.people[0].name, "Dr. Gunther Glas");
    assert_eq!(glas.people[0].role, "Geschäftsführer, Leitung");
    assert_eq!(glas.people[0].phone, "+49 151 2345678");
    assert_eq!(glas.address.street, "Fensterstraße 12");
    for line in [
        "Fragt nach Stehtischen.",
        "Work Fax: +49 711 123457",
        "Mobile: +49 160 111222",
        "Reifen: Winter",
    ] {
        assert!(glas.notes.contains(line), "{line} in {}", glas.notes);
    }
    let ayse = details(&rows[1]);
    assert_eq!(
        (ayse.kind, ayse.name.as_str(), ayse.phone.as_str()),
        (Kind::Person, "Ayşe Öztürk", "+49 170 9998877")
    );
    assert!(ayse.tags.is_empty());
    assert!(ayse.notes.contains("Birthday: --03-12"));
}

#[test]
fn a_row_without_a_name_is_named_after_its_address_or_skipped_with_its_line() {
    let list = fixture("google.csv");
    let rows = list.rows();
    assert_eq!(details(&rows[3]).name, "nur.adresse@example.net");
    assert_eq!(
        issues(&list, &rows[3]),
        [(8, "E-mail 1 - Value".to_owned(), RowIssue::Refused(Issue::Missing))]
    );
    assert_eq!((rows[4].line, rows[4].skipped), (9, Some(SkipReason::NoName)));
    let companies = fixture("hubspot_companies.csv").rows();
    assert_eq!(
        (companies[1].draft.name.as_str(), companies[1].draft.kind),
        ("nur-domain.example", Kind::Firm)
    );
}

#[test]
fn the_older_google_list_names_the_human_once() {
    let weiss = details(&fixture("google_old.csv").rows()[0]);
    assert_eq!(weiss.people.len(), 1);
    assert_eq!(weiss.people[0].name, "Jürgen Karl Weiß");
    assert_eq!(weiss.tags, ["Messe 2024"]);
    assert!(weiss.notes.contains("Home: jk@example.org"));
}

#[test]
fn outlooks_empty_words_and_directory_paths_are_dropped() {
    for name in ["outlook_english.csv", "outlook_german.csv"] {
        for row in fixture(name).rows() {
            let notes = details(&row).notes;
            for word in ["0/0/00", "Unspecified", "Keine Angabe", "/o=", "False", "Falsch"] {
                assert!(!notes.contains(word), "{word} in {notes}");
            }
            assert!(row.problems.iter().all(|problem| problem.target != Target::FurtherEmail));
        }
    }
    assert_eq!(fixture("outlook_english.csv").rows()[1].draft.name, "Zoë Normal");
}

#[test]
fn outlook_keeps_a_second_address_and_quoted_lines_in_the_notes() {
    let rows = fixture("outlook_english.csv").rows();
    let glas = details(&rows[0]);
    assert_eq!(glas.address.street, "Fensterstraße 12, Hinterhaus");
    assert_eq!(glas.phone, "+49 711 1234-0");
    assert_eq!(glas.tags, ["Großkunden", "VIP"]);
    assert!(glas.notes.contains("Home Street: Am Hang 3, 73728 Esslingen"));
    assert!(glas.notes.starts_with("Autoglas.\nRuft \"gern\" zurück; zahlt pünktlich."));
    assert_eq!(rows[1].line, 4);
    let home = details(&rows[1]).address;
    assert_eq!((home.street.as_str(), home.city.as_str()), ("Sonnenallee 5", "Berlin"));
    assert_eq!(rows[1].referred_by.as_ref().unwrap().name, "Gunther Glas GmbH");
}

#[test]
fn words_that_are_outlooks_mean_so_only_in_its_own_lists() {
    let outlook = fixture("outlook_german.csv");
    let glas = details(&outlook.rows()[0]);
    assert_eq!(
        (glas.address.city.as_str(), glas.people[0].role.as_str()),
        ("Stuttgart", "Geschäftsführer")
    );
    assert!(!glas.notes.contains("Besprechungsraum"));
    let by_hand = super::list::list("Firma;Ort;Privat;Position\nGlas GmbH;Ulm;0731 1234;7\n");
    assert_eq!(
        by_hand.mapping.targets(),
        [Target::Company, Target::City, Target::KeepInNotes, Target::KeepInNotes]
    );
    let with_humans = super::list::list("Nachname;Position\nGlas;Chef\n");
    assert_eq!(with_humans.mapping.target(1), Target::Role);
}

#[test]
fn rows_of_the_same_firm_are_gathered() {
    let rows = fixture("outlook_german.csv").rows();
    assert_eq!((rows.len(), rows[0].gathered.as_slice()), (2, &[4][..]));
    let glas = details(&rows[0]);
    let people: Vec<_> =
        glas.people.iter().map(|person| (person.name.as_str(), person.role.as_str())).collect();
    assert_eq!(
        people,
        [("Gunther Glas", "Geschäftsführer"), ("Jana Bühler", "Vorsitzende, Betriebsrat")]
    );
    assert_eq!(glas.tags, ["Großkunden", "VIP", "Autoglas"]);
}

#[test]
fn hubspot_tells_owner_and_source() {
    let list = fixture("hubspot_contacts.csv");
    let rows = list.rows();
    let glas = details(&rows[0]);
    assert_eq!((glas.our_contact.as_str(), glas.source), ("Tina Topp", Some(Source::Search)));
    assert_eq!(glas.name, "Gunther Glas GmbH");
    assert!(glas.notes.contains("Lead Status: OPEN_DEAL"));
    let unknown = (4, "Original Source".to_owned(), RowIssue::UnknownWord);
    assert!(issues(&list, &rows[1]).contains(&unknown));
    assert_eq!(details(&rows[1]).notes, "Original Source: Sternschnuppe");
}

#[test]
fn pipedrive_is_read_in_both_languages() {
    let english = details(&fixture("pipedrive_english.csv").rows()[0]);
    assert_eq!(english.tags, ["Hot lead", "Customer"]);
    assert_eq!(english.email, "einkauf@glas-gmbh.example");
    assert_eq!(english.our_contact, "Tina Topp");
    let german = details(&fixture("pipedrive_german.csv").rows()[0]);
    assert_eq!(
        (german.name.as_str(), german.people[0].name.as_str()),
        ("Holzbau Weiß KG", "Jürgen Weiß")
    );
    assert_eq!(
        (
            german.address.street.as_str(),
            german.address.postal_code.as_str(),
            german.address.city.as_str()
        ),
        ("Sägeweg 4", "89073", "Ulm")
    );
}

#[test]
fn thunderbird_and_outlook_on_the_web_are_read() {
    let rows = fixture("thunderbird_german.csv").rows();
    assert_eq!(details(&rows[0]).people[0].role, "Geschäftsführer");
    assert_eq!(
        (details(&rows[1]).name.as_str(), details(&rows[1]).address.city.as_str()),
        ("Kegelclub Alle Neune", "Fürth")
    );
    let rows = fixture("outlook_web.csv").rows();
    assert_eq!(details(&rows[0]).address.postal_code, "0155");
    assert_eq!(details(&rows[1]).notes, "Zeile 1\nZeile 2\n\nNickname: Maxl");
}

#[test]
fn a_list_kept_in_german_excel_is_read_with_its_problems() {
    let list = fixture("german_excel.csv");
    let rows = list.rows();
    let glas = details(&rows[0]);
    assert_eq!(glas.address.street, "Fensterstraße 12");
    assert_eq!(glas.first_contact, "2024-02-01".parse().ok());
    assert_eq!(glas.worth.map(|worth| (worth.amount.0, worth.expected)), Some((123_400, false)));
    assert!(glas.notes.contains("Rückruf € klären") && glas.notes.contains("Farbe: blau"));
    assert!(glas.notes.contains("Erstkontakt (Jana Bühler): morgen"));
    let elbe = details(&rows[1]);
    assert_eq!(elbe.address.postal_code, "01067");
    assert_eq!(elbe.worth.map(|worth| (worth.amount.0, worth.expected)), Some((1_250_050, true)));
    assert!(
        elbe.notes.contains("Telefon: 4,91512E+11")
            && elbe.notes.contains("E-Mail: heike(at)elbe.example")
    );
    let column = |label: &str| label.to_owned();
    assert_eq!(
        issues(&list, &rows[1]),
        [
            (4, column("PLZ"), RowIssue::LostZero),
            (4, column("Telefon"), RowIssue::DamagedPhone),
            (4, column("E-Mail"), RowIssue::Refused(Issue::NotAnEmail)),
        ]
    );
    assert_eq!((rows[3].line, rows[3].skipped), (6, Some(SkipReason::NoName)));
    assert_eq!(details(&rows[4]).first_contact, "2023-03-15".parse().ok());
    assert_eq!(issues(&list, &rows[4]), [(7, column("PLZ"), RowIssue::MaybeLostZero)]);
}

#[test]
fn a_first_line_that_names_the_delimiter_counts_as_a_line() {
    let rows = fixture("sep.csv").rows();
    assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [3, 4]);
    assert_eq!(details(&rows[1]).worth.map(|worth| worth.amount.0), Some(100_000));
}
