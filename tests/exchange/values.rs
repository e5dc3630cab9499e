//! Single values: what is read, what is put right, what goes to the notes.

use rapport::domain::{Field, Intensity, Issue, Kind, NOTE_MAX, Source};
use rapport::exchange::{
    ColumnReading, DayOrder, DecimalMark, PersonPart, Remedy, RowIssue, Target, column_readings,
};

use super::list::{details, issues, list};

#[test]
fn the_order_of_day_and_month_is_decided_for_a_column() {
    let american = list("Name;Erstkontakt\nA;02/03/2025\nB;12/31/2025\n");
    assert_eq!(details(&american.rows()[0]).first_contact, "2025-02-03".parse().ok());
    let german = list("Name;Erstkontakt\nA;02/03/2025\nB;31/12/2025\n");
    assert_eq!(details(&german.rows()[0]).first_contact, "2025-03-02".parse().ok());
    let reading = |list: &super::list::List| column_readings(&list.table, &list.mapping)[1];
    assert_eq!(reading(&american), Some(ColumnReading::Days(DayOrder::MonthFirst)));
    assert_eq!(reading(&german), Some(ColumnReading::Days(DayOrder::DayFirst)));
}

#[test]
fn the_decimal_mark_is_decided_for_a_column() {
    let english = list("Name;Umsatz\nA;1.234\nB;12.50\n");
    assert_eq!(details(&english.rows()[0]).worth.unwrap().amount.0, 123);
    let german = list("Name;Umsatz\nA;1.234\nB;12,50\n");
    assert_eq!(details(&german.rows()[0]).worth.unwrap().amount.0, 123_400);
    let reading = column_readings(&german.table, &german.mapping)[1];
    assert_eq!(reading, Some(ColumnReading::Amounts(Some(DecimalMark::Comma))));
}

#[test]
fn what_the_form_refuses_goes_to_the_notes_with_its_column() {
    let list = list(
        "Name;E-Mail;Telefon;Webseite;Erstkontakt;Rhythmus\nGlas;glas(at)x;keins;kommt noch;2030-01-01;oft\n",
    );
    let row = &list.rows()[0];
    let glas = details(row);
    for line in [
        "E-Mail: glas(at)x",
        "Telefon: keins",
        "Webseite: kommt noch",
        "Erstkontakt: 2030-01-01",
        "Rhythmus: oft",
    ] {
        assert!(glas.notes.lines().any(|other| other == line), "{line} in {}", glas.notes);
    }
    let found: Vec<RowIssue> = issues(&list, row).into_iter().map(|(_, _, issue)| issue).collect();
    let refused = RowIssue::Refused;
    assert_eq!(
        found,
        [
            refused(Issue::NotAnEmail),
            refused(Issue::NotAPhone),
            refused(Issue::NotAWebAddress),
            refused(Issue::InTheFuture),
            refused(Issue::NotACount(rapport::domain::CADENCE_MAX.into())),
        ]
    );
    assert!(
        row.problems
            .iter()
            .all(|problem| problem.line == 2 && problem.remedy == Remedy::MovedToNotes)
    );
}

#[test]
fn several_columns_for_one_target_are_joined() {
    let mut list = list(
        "Vorname;Zweitname;Nachname;Straße;Zusatz;Bemerkung;Notiz\nGunther;Karl;Glas;Weg 1;Hof;eins;zwei\n",
    );
    list.mapping.set(1, Target::FirstName);
    list.mapping.set(4, Target::Street);
    let glas = details(&list.rows()[0]);
    assert_eq!(
        (glas.name.as_str(), glas.address.street.as_str()),
        ("Gunther Karl Glas", "Weg 1, Hof")
    );
    assert_eq!(glas.notes, "eins\nzwei");
}

#[test]
fn a_mapping_can_be_changed_and_offers_as_many_people_as_there_are() {
    let mut list = list("Kunde;A;B\nGlas GmbH;Anna Bau;anna@bau.example\n");
    list.mapping.set(1, Target::Person(7, PersonPart::Name));
    list.mapping.set(2, Target::Person(7, PersonPart::Email));
    assert!(list.mapping.choices().contains(&Target::Person(7, PersonPart::Role)));
    let person = &details(&list.rows()[0]).people[0];
    assert_eq!((person.name.as_str(), person.email.as_str()), ("Anna Bau", "anna@bau.example"));
}

#[test]
fn last_names_are_often_headed_name() {
    let rows = list("Vorname;Name;Firma\nGunther;Glas;Glas GmbH\n").rows();
    let glas = details(&rows[0]);
    assert_eq!((glas.name.as_str(), glas.people[0].name.as_str()), ("Glas GmbH", "Gunther Glas"));
}

#[test]
fn a_name_beside_a_contact_person_is_the_firms() {
    let rows =
        list("Kunde;Ansprechpartner;Ansprechpartner 2\nGlas & Söhne;Gunther Glas;Jana Bühler\n")
            .rows();
    let glas = details(&rows[0]);
    assert_eq!((glas.kind, glas.name.as_str(), glas.people.len()), (Kind::Firm, "Glas & Söhne", 2));
}

#[test]
fn names_tell_firms_from_people() {
    let kinds = |text: &str| list(text).rows().iter().map(|row| row.draft.kind).collect::<Vec<_>>();
    assert_eq!(
        kinds("Name\nGlas GmbH\nGunther Glas\nBau AG & Co. KG\n"),
        [Kind::Firm, Kind::Person, Kind::Firm]
    );
    assert_eq!(kinds("Name;Kundenart\nGlas;B2B\nBau;privat\n"), [Kind::Firm, Kind::Person]);
    assert_eq!(kinds("Anrede;Name\nFirma;Glas\nHerr;Bau\n"), [Kind::Firm, Kind::Person]);
}

#[test]
fn area_codes_postal_codes_and_whole_addresses_are_put_together() {
    let rows = list("Name;Vorwahl;Telefon;PLZ/Ort\nGlas;0711;1234567;70173 Stuttgart\n").rows();
    let glas = details(&rows[0]);
    assert_eq!(
        (glas.phone.as_str(), glas.address.postal_code.as_str(), glas.address.city.as_str()),
        ("0711 1234567", "70173", "Stuttgart")
    );
    let rows =
        list("Name;Anschrift\nGlas;\"Weg 1\nD-70173 Stuttgart\nDeutschland\"\nBau;Hof 3\n").rows();
    let glas = details(&rows[0]).address;
    assert_eq!(
        (glas.street.as_str(), glas.postal_code.as_str(), glas.country.as_str()),
        ("Weg 1", "D-70173", "Deutschland")
    );
    assert_eq!(details(&rows[1]).address.street, "Hof 3");
}

#[test]
fn several_addresses_in_a_cell_are_taken_apart() {
    let glas = details(
        &list("Name;E-Mail\nGlas;Gunther <g@glas.example>; mailto:x@glas.example\n").rows()[0],
    );
    assert_eq!(glas.email, "g@glas.example");
    assert!(glas.notes.contains("x@glas.example"));
    let glas = details(&list("Name,E-Mail\nGlas,\"g@glas.example, x@glas.example\"\n").rows()[0]);
    assert_eq!(
        (glas.email.as_str(), glas.notes.as_str()),
        ("g@glas.example", "E-Mail: x@glas.example")
    );
}

#[test]
fn an_address_of_outlooks_directory_is_none() {
    let header = "First Name,Last Name,Company,Business Phone,E-mail Address,E-mail Type";
    let rows =
        list(&format!("{header}\nGunther,Glas,Glas,0711 123,GGLAS@intern.example,EX\n")).rows();
    assert_eq!((details(&rows[0]).email.as_str(), details(&rows[0]).notes.as_str()), ("", ""));
}

#[test]
fn a_guard_comes_off_and_telephone_numbers_stay() {
    let glas = details(&list("Name;Telefon;Notiz\nGlas;'+49 711 123;'=1+1\n").rows()[0]);
    assert_eq!((glas.phone.as_str(), glas.notes.as_str()), ("+49 711 123", "=1+1"));
}

#[test]
fn emotional_without_evidence_is_left_to_the_notes() {
    let mut list = list("Name;Intensität;Vertrauen\nGlas;emotional;\nBau;emotional;seit Jahren\n");
    list.mapping.set(2, Target::Trust);
    let rows = list.rows();
    assert_eq!(rows[0].draft.intensity, None);
    assert_eq!(
        issues(&list, &rows[0]),
        [(2, "Intensität".to_owned(), RowIssue::Refused(Issue::NeedsEvidence))]
    );
    assert_eq!(details(&rows[0]).notes, "Intensität: emotional");
    assert_eq!(rows[1].draft.intensity, Some(Intensity::Emotional));
}

#[test]
fn what_is_too_long_is_cut_and_kept() {
    let (name, note, tag) = ("N".repeat(300), "n".repeat(NOTE_MAX + 50), "t".repeat(60));
    let list = list(&format!("Name;Notiz;Tags\n{name};{note};kurz,{tag}\n"));
    let row = &list.rows()[0];
    let customer = details(row);
    assert_eq!((customer.name.len(), customer.tags.as_slice()), (200, &["kurz".to_owned()][..]));
    assert!(customer.notes.contains(&name) && customer.notes.contains(&tag));
    assert_eq!(customer.notes.chars().count(), NOTE_MAX);
    assert!(row.problems.iter().any(|problem| problem.remedy == Remedy::CutOff));
}

#[test]
fn a_second_value_that_differs_within_a_firm_is_kept() {
    let list = list(
        "Firma;Ort;Ansprechpartner;Homepage\nGlas;Ulm;Anna;glas.example\nGlas;Ulm;Ben;bau.example\nGlas;Köln;Cem;\n",
    );
    let rows = list.rows();
    assert_eq!((rows.len(), rows[0].gathered.as_slice()), (2, &[3][..]));
    assert_eq!(details(&rows[0]).notes, "Homepage (Ben): bau.example");
    assert_eq!(issues(&list, &rows[0]), [(3, "Homepage".to_owned(), RowIssue::Differs)]);
}

#[test]
fn more_people_than_a_customer_holds_become_another_one() {
    let people: String = (0..250).map(|number| format!("Glas;Ulm;Mensch {number}\n")).collect();
    let rows = list(&format!("Firma;Ort;Ansprechpartner\n{people}")).rows();
    let counts: Vec<usize> = rows.iter().map(|row| details(row).people.len()).collect();
    assert_eq!(counts, [200, 50]);
}

#[test]
fn a_choice_that_differs_within_a_firm_is_kept() {
    let text =
        "Firma;Ansprechpartner;Quelle;Empfohlen von\nGlas;Anna;Messe;Bau\nGlas;Ben;Werbung;Haus\n";
    let list = list(text);
    let glas = &list.rows()[0];
    assert_eq!(details(glas).source, Some(Source::Fair));
    assert_eq!(details(glas).notes, "Quelle (Ben): Werbung\nEmpfohlen von (Ben): Haus");
    assert_eq!(glas.problems.len(), 2);
}

#[test]
fn the_same_human_twice_is_not_gathered() {
    let rows = list("Firma;Ansprechpartner\nGlas;Anna Bau\nGlas;anna bau\n").rows();
    assert_eq!(rows.len(), 2);
}

#[test]
fn the_person_of_a_problem_is_found_after_gathering() {
    let list = list(
        "Firma;Ort;Ansprechpartner;E-Mail\nGlas;Ulm;Anna;a@b.example\nGlas;Ulm;Ben;ben(at)b\n",
    );
    let row = &list.rows()[0];
    assert_eq!(details(row).people[1].email, "");
    assert!(issues(&list, row).contains(&(
        3,
        "E-Mail".to_owned(),
        RowIssue::Refused(Issue::NotAnEmail)
    )));
    assert!(row.draft.check(super::list::today()).is_ok(), "{:?}", Field::PersonEmail(1));
}
