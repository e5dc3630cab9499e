//! Files that are broken, hostile or no lists at all: refused with a reason or read as far as they
//! go, never a panic, never more memory than they are worth.

use proptest::prelude::*;
use rapport::domain::NOTE_MAX;
use rapport::exchange::{
    Delimiter, Encoding, FILE_MAX, FileKind, Mapping, ReadAs, ReadProblem, read, read_as, rows,
};

use super::list::{list, today};

#[track_caller]
fn refuses(bytes: &[u8], problem: ReadProblem) {
    assert_eq!(read(bytes).map(|table| table.len()), Err(problem));
}

#[test]
fn files_that_are_no_lists_are_refused_with_the_reason() {
    refuses(b"", ReadProblem::Empty);
    refuses(b"\xEF\xBB\xBF", ReadProblem::Empty);
    refuses(b"\r\n\r\n", ReadProblem::Empty);
    refuses(b";;;;\r\n;;;;\r\n", ReadProblem::Empty);
    refuses(b"sep=;\r\n", ReadProblem::Empty);
    refuses(b"Name;E-Mail\r\n", ReadProblem::NoRows);
    refuses("Glas;a@b.example\nBau;c@d.example".as_bytes(), ReadProblem::NoHeader { line: 1 });
    refuses(b"Name;Ort\nGl\0as;Ulm", ReadProblem::NotAList(FileKind::Binary));
    refuses(b"PK\x03\x04\x14\0\x06\0", ReadProblem::NotAList(FileKind::Archive));
    refuses(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ReadProblem::NotAList(FileKind::OldWorkbook));
    refuses(b"\x89PNG\r\n\x1A\n", ReadProblem::NotAList(FileKind::Picture));
    refuses(b"BEGIN:VCARD\nVERSION:3.0\n", ReadProblem::NotAList(FileKind::VCard));
    refuses(b"{\"a\": 1}", ReadProblem::NotAList(FileKind::Json));
    let noise: Vec<u8> =
        (0..20_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    refuses(&noise, ReadProblem::NotAList(FileKind::Binary));
}

#[test]
fn an_open_quote_is_told_with_its_line_and_swallows_nothing() {
    refuses(b"Name;Ort\nGlas;\"Ulm\nBau;Bonn\n", ReadProblem::UnclosedQuote { line: 2 });
    refuses(
        b"Name;Ort\nGlas;Ulm\n\"Bau;Bonn\nHaus;\"K\xC3\xB6ln\"\n",
        ReadProblem::UnclosedQuote { line: 3 },
    );
    refuses(b"sep=;\nName;Ort\nGlas;\"Ulm", ReadProblem::UnclosedQuote { line: 3 });
}

#[test]
fn rows_that_do_not_fit_are_read_and_told() {
    let list = list("Name;Ort;Land\nGlas\nBau;Bonn;DE;mehr;;\n\nHaus;Ulm;DE\n");
    let told: Vec<_> =
        list.table.ragged().iter().map(|it| (it.line, it.expected, it.found)).collect();
    assert_eq!(told, [(2, 3, 1), (3, 3, 6)]);
    let rows = list.rows();
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[1].draft.notes, "D: mehr");
    assert_eq!(rows[2].line, 5);
}

#[test]
fn line_ends_of_every_kind_count_as_lines() {
    for end in ["\n", "\r\n", "\r"] {
        let list = list(&["Name;Notiz", "Glas;\"a", "b\"", "Bau;c", ""].join(end));
        let lines: Vec<_> = list.rows().iter().map(|row| row.line).collect();
        assert_eq!(lines, [2, 4], "{end:?}");
    }
}

#[test]
fn a_wrong_encoding_or_delimiter_can_be_put_right() {
    let bytes = "Name;Ort\nMüller;Köln\n".as_bytes();
    let how = ReadAs { encoding: Some(Encoding::Windows1252), delimiter: Some(Delimiter::Comma) };
    let table = read_as(bytes, how).unwrap();
    assert_eq!((table.headings().len(), table.cell(0, 0)), (1, "MÃ¼ller;KÃ¶ln"));
    let how = ReadAs { encoding: Some(Encoding::Utf8), delimiter: None };
    let table = read_as(b"Name;Ort\nM\xFCller;Ulm\n", how).unwrap();
    assert_eq!((table.damaged(), table.cell(0, 0)), (1, "M\u{FFFD}ller"));
}

#[test]
fn too_much_is_refused_before_it_is_read() {
    refuses(
        &vec![b'a'; FILE_MAX + 1],
        ReadProblem::TooLarge { bytes: FILE_MAX + 1, limit: FILE_MAX },
    );
    refuses("Name\n".repeat(200_002).as_bytes(), ReadProblem::TooManyRows { limit: 200_000 });
    let wide = format!("Name{}\nGlas\n", ";x".repeat(1_000));
    refuses(wide.as_bytes(), ReadProblem::TooManyColumns { line: 1, limit: 1_000 });
    let many = format!("Name{}\n", ";x".repeat(999)).repeat(10_001);
    refuses(many.as_bytes(), ReadProblem::TooManyCells { limit: 10_000_000 });
}

const FIFTY_MEGABYTES: usize = 50_000_000;

#[test]
fn fifty_megabytes_in_one_cell_are_cut_to_a_note() {
    let text = format!("Name;Notiz\nGlas;\"{}\"\n", "lang ".repeat(FIFTY_MEGABYTES / 5));
    let rows = list(&text).rows();
    let kept = rows[0].draft.notes.chars().count();
    assert!(kept <= NOTE_MAX && kept > NOTE_MAX - 10, "{kept}");
    let open = text.trim_end().trim_end_matches('"');
    refuses(open.as_bytes(), ReadProblem::UnclosedQuote { line: 2 });
}

#[test]
fn fifty_megabytes_of_delimiters_quotes_or_rows_end_in_a_reason() {
    refuses(&vec![b';'; FIFTY_MEGABYTES], ReadProblem::TooManyColumns { line: 1, limit: 1_000 });
    refuses(&vec![b'\n'; FIFTY_MEGABYTES], ReadProblem::Empty);
    refuses(
        "a;b\n".repeat(FIFTY_MEGABYTES / 4).as_bytes(),
        ReadProblem::TooManyRows { limit: 200_000 },
    );
    let quotes = read(&vec![b'"'; FIFTY_MEGABYTES]).map(|table| table.len());
    assert!(quotes.is_err());
}

#[test]
fn a_long_list_is_read_in_seconds() {
    let row = "Glas GmbH;Gunther Glas;Weg 1;70173;Stuttgart;0711 1234;g@glas.example;1.234,56;01.02.2024;";
    let lines: String =
        (0..60_000).map(|at| format!("Firma {at} {row}{}\n", "Notiz ".repeat(130))).collect();
    let text = format!(
        "Firma;Ansprechpartner;Straße;PLZ;Ort;Telefon;E-Mail;Umsatz;Erstkontakt;Notiz\n{lines}"
    );
    assert!(text.len() > FIFTY_MEGABYTES);
    let started = std::time::Instant::now();
    let list = list(&text);
    assert_eq!(list.rows().len(), 60_000);
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

/// Everything that can be done with a file, short of applying it.
fn look_through(bytes: &[u8]) {
    if let Ok(table) = read(bytes) {
        let mapping = Mapping::guess(&table);
        for row in rows(&table, &mapping, today()) {
            assert!(row.skipped.is_some() || row.draft.check(today()).is_ok(), "{row:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        look_through(&bytes);
    }

    #[test]
    fn arbitrary_cells_under_known_headings_are_valid_or_skipped(
        header in prop::sample::select(vec![
            "Name;E-Mail;Telefon;Umsatz;Erstkontakt;PLZ;Land;Tags;Intensität;Rhythmus;Webseite;Notiz",
            "First Name;Organization Name;Labels;E-mail 1 - Label;E-mail 1 - Value;Phone 1 - Label;Phone 1 - Value",
            "Firma;Ansprechpartner;Ort;E-Mail;Telefon;Funktion;Anrede;Anschrift;PLZ/Ort;Kundenart",
            "Person - Name;Person - Organization;Person - Email - Work;Person - Phone - Work",
            "Vorname;Nachname;Firma;Straße geschäftlich;E-Mail-Adresse;E-Mail-Typ;Kategorien",
        ]),
        cells in prop::collection::vec("[\\PC;\"\n,=+@'0-9./:-]{0,24}", 0..60),
    ) {
        let width = header.split(';').count();
        let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let body: Vec<String> = quoted.chunks(width).map(|row| row.join(";")).collect();
        look_through(format!("{header}\n{}\n", body.join("\n")).as_bytes());
    }

    #[test]
    fn text_with_signs_of_lists_never_panics(text in "[\\PC\"';,|\t\r\n=]{0,400}") {
        look_through(text.as_bytes());
        look_through(format!("Name;E-Mail\n{text}").as_bytes());
    }

    #[test]
    fn well_formed_lists_are_cut_as_the_csv_crate_cuts_them(
        records in prop::collection::vec(prop::collection::vec("[a-zäß \",;\n\r]{0,12}", 3), 1..12),
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
        writer.write_record(["Name", "Ort", "Notiz"]).unwrap();
        for record in &records {
            writer.write_record(record).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let mut oracle = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes.as_slice());
        let expected: Vec<Vec<String>> = oracle
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .filter(|record: &Vec<String>| record.iter().any(|cell| !cell.trim().is_empty()))
            .collect();
        let how = ReadAs { delimiter: Some(Delimiter::Semicolon), encoding: None };
        let found = read_as(&bytes, how).map_or_else(|_| Vec::new(), |table| {
            let cells = |row| (0..3).map(|column| table.cell(row, column).to_owned()).collect();
            (0..table.len()).map(cells).collect::<Vec<Vec<String>>>()
        });
        prop_assert_eq!(found, expected);
    }
}
