//! The day as a list: its order, its words, and what putting off and putting away do to it.

use chrono::{Days, NaiveDate, NaiveDateTime};
use uuid::Uuid;

use super::{Day, Doing, Used, urgent, words};
use crate::{
    domain::{
        ContactDraft, ContactId, Customer, CustomerId, Details, Due, DueKind, DueState, Facts,
        IdeaDraft, IdeaId, Kind, Matter, MatterId, MatterKind, Profile, Slot, Workspace,
    },
    views::wording::Language,
};

const TODAY: &str = "2026-03-12";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(hour: u32) -> NaiveDateTime {
    day(TODAY).and_hms_opt(hour, 0, 0).unwrap()
}

#[derive(Default)]
struct Book {
    workspace: Workspace,
    next: u128,
}

impl Book {
    fn id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next << 64)
    }

    fn customer(&mut self, name: &str, kind: Kind, cadence: Option<u16>) -> CustomerId {
        let id = CustomerId(self.id());
        let details = Details { name: name.into(), kind, cadence, ..Details::default() };
        let mut ids = || Uuid::from_u128(id.0.as_u128() + 1);
        let opened = day("2026-03-01");
        self.workspace.add_customer(id, details, Profile::default(), opened, &mut ids);
        id
    }

    fn matter(&mut self, id: CustomerId, kind: MatterKind, places: &[(Slot, &str)]) {
        let mut facts = Facts::default();
        for (slot, text) in places {
            facts.set(*slot, *text);
        }
        let matter = Matter::check(kind, &facts, at(23)).unwrap();
        let place = MatterId(self.id());
        self.workspace.put_matter(id, place, matter).unwrap();
    }

    fn promise(&mut self, id: CustomerId, title: &str, due: &str) {
        let places = [(Slot::Title, title), (Slot::Made, "2026-02-20"), (Slot::Due, due)];
        self.matter(id, MatterKind::Promise, &places);
    }

    fn complaint(&mut self, id: CustomerId, opened: &str) {
        let places =
            [(Slot::CaseKind, "complaint"), (Slot::Title, "Kratzer"), (Slot::Opened, opened)];
        self.matter(id, MatterKind::Case, &places);
    }

    fn lines(&self, now: NaiveDateTime) -> Vec<(DueState, String)> {
        let day = Day::of(&self.workspace, now, 100);
        let rows = day.groups.into_iter().flat_map(|group| group.rows);
        rows.map(|row| (row.state, words::what(Language::English, &row))).collect()
    }

    fn only(&self) -> super::Row {
        let day = Day::of(&self.workspace, at(12), 100);
        day.groups.into_iter().next().unwrap().rows.remove(0)
    }

    fn why(&self, t: Language) -> String {
        words::why(t, &self.only(), day(TODAY), &|day| day.to_string())
    }
}

#[test]
fn what_is_late_comes_first_and_inside_a_group_the_order_of_a_person() {
    let mut book = Book::default();
    let glas = book.customer("Gunther Glas GmbH", Kind::Firm, None);
    let due = [(Slot::Title, "Send the sample"), (Slot::Due, TODAY)];
    book.matter(glas, MatterKind::Task, &due);
    book.promise(glas, "Light plan", TODAY);
    book.promise(glas, "Late plan", "2026-03-09");
    book.promise(glas, "Next week", "2026-03-18");
    book.complaint(glas, "2026-03-12T08:00");
    assert_eq!(
        book.lines(at(9)),
        [
            (DueState::Late, "Late plan".to_owned()),
            (DueState::Today, "reply to the complaint".to_owned()),
            (DueState::Today, "Light plan".to_owned()),
            (DueState::Today, "Send the sample".to_owned()),
            (DueState::Soon, "Next week".to_owned()),
        ]
    );
}

#[test]
fn a_complaint_is_late_after_its_hours_on_the_same_day() {
    let mut book = Book::default();
    let glas = book.customer("Gunther Glas GmbH", Kind::Firm, None);
    book.promise(glas, "Late plan", "2026-03-09");
    book.complaint(glas, "2026-03-12T08:00");
    assert_eq!(book.lines(at(11))[1].0, DueState::Today);
    let row = Day::of(&book.workspace, at(11), 9).groups.remove(1).rows.remove(0);
    assert_eq!((row.customer, row.by, row.mood), (glas, Some(at(12)), None));
    assert_eq!(row.name, "Gunther Glas GmbH");
    let late = book.lines(at(13));
    assert_eq!(late[0], (DueState::Late, "reply to the complaint".to_owned()));
    assert_eq!(book.workspace.agenda(at(13))[1].1.state(day(TODAY)), DueState::Today);
}

#[test]
fn the_count_holds_what_is_late_or_due_today_only() {
    let mut book = Book::default();
    let glas = book.customer("Gunther Glas GmbH", Kind::Firm, None);
    for due in ["2026-03-01", TODAY, "2026-03-13", "2026-06-01"] {
        book.promise(glas, "Plan", due);
    }
    assert_eq!(urgent(&book.workspace, at(12)), 2);
    let day = Day::of(&book.workspace, at(12), 100);
    assert_eq!((day.count(DueState::Late), day.count(DueState::Today)), (1, 1));
    assert_eq!(day.count(DueState::Soon), 1);
    assert!(!day.is_done());
}

#[test]
fn an_idea_without_a_decision_after_thirty_days_is_due() {
    let mut book = Book::default();
    let glas = book.customer("Gunther Glas GmbH", Kind::Firm, None);
    book.promise(glas, "Late plan", "2026-03-09");
    for (title, created) in [
        ("Fresh", "2026-03-01"),
        ("Soon", "2026-02-15"),
        ("Due", "2026-02-10"),
        ("Late", "2026-02-08"),
    ] {
        let id = IdeaId(book.id());
        let details = IdeaDraft { title: title.into(), ..IdeaDraft::default() }.check().unwrap();
        book.workspace.add_idea(id, details, [], [], day(created));
    }
    let titles = |group: &super::Group| {
        let ideas = group.ideas.iter().map(|idea| idea.title.clone()).collect::<Vec<_>>();
        (group.state, group.count, ideas.join(" "))
    };
    let today = Day::of(&book.workspace, at(12), 0);
    assert_eq!(
        today.groups.iter().map(titles).collect::<Vec<_>>(),
        [
            (DueState::Late, 2, "Late".to_owned()),
            (DueState::Today, 1, "Due".to_owned()),
            (DueState::Soon, 1, "Soon".to_owned()),
        ]
    );
    assert_eq!((today.groups[0].more(), urgent(&book.workspace, at(12))), (1, 3));
    let late = &today.groups[0].ideas[0];
    let why = words::behind(Language::German, late, &|_| "08.02.".to_owned());
    assert_eq!(why, "Notiert: 08.02.");
}

#[test]
fn a_long_group_counts_all_and_shows_the_first() {
    let mut book = Book::default();
    let glas = book.customer("Gunther Glas GmbH", Kind::Firm, None);
    for _ in 0..7 {
        book.promise(glas, "Plan", "2026-03-13");
    }
    let day = Day::of(&book.workspace, at(12), 3);
    assert_eq!((day.groups[0].count, day.groups[0].rows.len()), (7, 3));
    assert!(day.is_done());
}

#[test]
fn a_delivered_deal_says_how_to_ask() {
    for (kind, wanted, word) in [
        (Kind::Firm, DueKind::FeedbackCall, "Bei Firmen im Gespräch"),
        (Kind::Person, DueKind::FeedbackSurvey, "Bei Privatkunden"),
    ] {
        let mut book = Book::default();
        let id = book.customer("Glas", kind, None);
        let places = [(Slot::Title, "50 Tische"), (Slot::Delivered, "2026-03-02")];
        book.matter(id, MatterKind::Deal, &places);
        let row = book.only();
        assert_eq!((row.due.kind, row.due.on), (wanted, day("2026-03-09")));
        let why = book.why(Language::German);
        assert!(why.starts_with("50 Tische, geliefert: 2026-03-02."), "{why}");
        assert!(why.contains(word), "{why}");
    }
}

#[test]
fn a_german_day_at_the_end_of_a_sentence_has_one_full_stop() {
    let mut book = Book::default();
    let id = book.customer("Glas", Kind::Firm, None);
    book.promise(id, "Lichtplan", TODAY);
    let why = words::why(Language::German, &book.only(), day(TODAY), &|_| "20.02.".to_owned());
    assert_eq!(why, "Versprochen: 20.02.");
}

#[test]
fn a_rhythm_says_how_long_it_has_been_silent() {
    let mut book = Book::default();
    let id = book.customer("Rathaus", Kind::Firm, Some(7));
    let at = day("2026-03-03").and_hms_opt(9, 0, 0).unwrap();
    let contact = ContactDraft::new(at).check(ContactId(Uuid::from_u128(9)), at).unwrap();
    book.workspace.put_contact(id, contact).unwrap();
    assert_eq!(book.why(Language::German), "Abgemacht sind 7 Tage, still ist es seit 9.");
    let used = book.only().used.unwrap();
    assert_eq!(used, Used { passed: 9, agreed: 7 });
    assert_eq!(used.places(90.0), (70.0, 90.0));
    assert_eq!(Used { passed: 2, agreed: 8 }.places(80.0), (80.0, 20.0));
}

#[test]
fn every_kind_has_words_and_a_sign_in_both_languages() {
    let mut book = Book::default();
    let glas = book.customer("Gunther Glas GmbH", Kind::Firm, None);
    book.promise(glas, "Plan", TODAY);
    let row = book.only();
    for kind in DueKind::ALL {
        for t in Language::ALL {
            let due = Due { kind: *kind, text: "Tische".into(), ..row.due.clone() };
            let row = super::Row { due, ..row.clone() };
            assert!(!words::what(t, &row).is_empty(), "{kind:?}");
            assert!(!words::done(t, *kind).is_empty(), "{kind:?}");
            assert!(!words::icon(&row).is_empty(), "{kind:?}");
        }
    }
    for state in [DueState::Late, DueState::Today, DueState::Soon, DueState::Later] {
        assert_ne!(words::group(Language::German, state), words::group(Language::English, state));
    }
}

#[test]
fn a_rhythm_is_done_by_a_contact_alone() {
    // A rhythm that is ticked off would never come back before the next contact.
    assert_eq!(Doing::of(DueKind::Rhythm), Doing::Contact);
    assert_eq!(Doing::of(DueKind::TrustCheck), Doing::Answer);
    assert_eq!(Doing::of(DueKind::Retention), Doing::Page);
    assert_eq!(Doing::of(DueKind::Promise), Doing::Tick);
}

#[test]
fn what_was_put_away_keeps_its_reason_and_can_be_taken_up() {
    let mut book = Book::default();
    let glas = book.customer("Gunther Glas GmbH", Kind::Firm, Some(7));
    let due = |book: &Book| book.workspace.agenda(at(12)).remove(0).1;
    let rhythm = due(&book);
    book.workspace.dismiss(glas, &rhythm, "im Urlaub".into()).unwrap();
    let aside = book.workspace.set_aside(at(12));
    let (id, off) = aside.first().unwrap();
    assert_eq!((aside.len(), *id), (1, glas));
    assert_eq!(words::fate(Language::German, off, &|day| day.to_string()), "im Urlaub");
    book.workspace.take_up(glas, off).unwrap();
    assert_eq!(due(&book), rhythm);
    book.workspace.snooze(glas, &rhythm, day("2026-05-01")).unwrap();
    let later = book.workspace.set_aside(at(12)).remove(0).1;
    let fate = words::fate(Language::English, &later, &|day| day.to_string());
    assert_eq!(fate, "comes back: 2026-05-01");
}

#[test]
fn what_was_done_or_still_shows_is_not_put_away() {
    let mut book = Book::default();
    let glas = book.customer("Gunther Glas GmbH", Kind::Firm, Some(7));
    book.promise(glas, "Plan", TODAY);
    for (id, due) in book.workspace.agenda(at(12)) {
        match due.kind {
            DueKind::Promise => book.workspace.finish_due(id, &due, at(12)).unwrap(),
            _ => book.workspace.snooze(id, &due, day(TODAY) + Days::new(1)).unwrap(),
        }
    }
    assert!(book.workspace.set_aside(at(12)).is_empty());
    let left = Day::of(&book.workspace, at(12), 9);
    assert_eq!((left.count(DueState::Soon), left.is_done()), (1, true));
    let customer: &Customer = book.workspace.customer(glas).unwrap();
    assert_eq!(customer.put_off.len(), 1);
}
