//! What is due, and what is not.

use proptest::prelude::*;
use rapport::domain::*;

use super::builder::*;

fn delivered(kind: Kind) -> (Stage, MatterId) {
    let mut stage = Stage::new(kind);
    let deal = stage.with(
        MatterKind::Deal,
        &[
            (Slot::Title, "50 Tische"),
            (Slot::Ordered, "2026-01-10"),
            (Slot::Delivered, "2026-01-20"),
        ],
    );
    (stage, deal)
}

#[test]
fn a_delivered_deal_of_a_firm_makes_a_call_and_one_of_a_person_a_survey() {
    assert_eq!(delivered(Kind::Firm).0.kinds("2026-01-27"), [DueKind::FeedbackCall]);
    assert_eq!(delivered(Kind::Person).0.kinds("2026-01-27"), [DueKind::FeedbackSurvey]);
    let due = delivered(Kind::Firm).0.due("2026-01-20");
    assert_eq!(due[0].on, day("2026-01-27"));
}

#[test]
fn feedback_is_asked_for_once() {
    let (mut stage, deal) = delivered(Kind::Firm);
    let due = stage.due("2026-01-27").remove(0);
    stage.workspace.finish_due(stage.id, &due, noon("2026-01-27")).unwrap();
    assert!(stage.due("2026-01-28").is_empty());
    let asked = stage.customer().matter::<Deal>(deal).unwrap().feedback_asked;
    assert_eq!(asked, Some(day("2026-01-27")));
}

#[test]
fn a_self_service_customer_is_never_overdue_by_rhythm_gesture_or_feedback() {
    let (mut stage, _) = delivered(Kind::Firm);
    stage.with(MatterKind::Gesture, &[(Slot::Title, "Karte"), (Slot::On, "2026-01-10")]);
    stage.edit(|details, _| {
        details.cadence = Some(7);
        details.first_contact = Some(day("2024-02-01"));
        details.contact_wish = Some(ContactWish::SelfService);
    });
    assert_eq!(stage.kinds("2026-12-01"), []);
    assert_eq!(stage.workspace.card(stage.id).unwrap().due, None);
}

#[test]
fn a_finished_single_purchase_has_no_rhythm_and_is_asked_about_once() {
    let mut stage = Stage::new(Kind::Person);
    stage.edit(|details, profile| {
        details.cadence = Some(7);
        profile.main_type = Some(RelationType::Transactional);
        profile.own_view = View::Transaction;
    });
    let deal = stage.with(
        MatterKind::Deal,
        &[(Slot::Title, "Stuhl"), (Slot::Paid, "2026-01-10"), (Slot::FeedbackAsked, "2026-01-10")],
    );
    assert_eq!(stage.kinds("2026-03-01"), [DueKind::Over]);
    stage.workspace.answer_over(stage.id, deal, Answer::No).unwrap();
    assert_eq!(stage.kinds("2026-03-01"), []);
}

#[test]
fn any_contact_begins_the_rhythm_anew() {
    let mut stage = Stage::new(Kind::Firm);
    stage.edit(|details, _| details.cadence = Some(30));
    assert_eq!(stage.due("2026-02-04")[0].on, day("2026-02-04"));
    stage.contact("2026-02-01");
    assert_eq!(stage.kinds("2026-02-04"), []);
    assert_eq!(stage.due("2026-03-03")[0].on, day("2026-03-03"));
}

#[test]
fn a_complaint_waits_hours_for_its_reply_and_weeks_for_the_trust_check() {
    let mut stage = Stage::new(Kind::Firm);
    let case = stage.with(
        MatterKind::Case,
        &[
            (Slot::CaseKind, "complaint"),
            (Slot::Title, "Kratzer"),
            (Slot::Opened, "2026-01-22T09:00"),
        ],
    );
    assert_eq!(stage.kinds("2026-01-22"), [DueKind::FirstReply]);
    let due = stage.due("2026-01-22").remove(0);
    stage.workspace.finish_due(stage.id, &due, noon("2026-01-22")).unwrap();
    assert_eq!(stage.kinds("2026-01-22"), []);
    let replied = stage.customer().matter::<Case>(case).unwrap().replied;
    assert_eq!(replied, Some(noon("2026-01-22")));
    stage
        .workspace
        .change_matter(stage.id, case, |matter| match matter {
            Matter::Case(case) => {
                case.solved = Some(noon("2026-01-23"));
                true
            }
            _ => false,
        })
        .unwrap();
    assert_eq!(stage.kinds("2026-02-05"), []);
    assert_eq!(stage.kinds("2026-02-06"), [DueKind::TrustCheck]);
    stage.workspace.answer_trust(stage.id, case, Answer::No).unwrap();
    assert_eq!(stage.kinds("2026-02-06"), []);
}

#[test]
fn renewals_and_the_last_day_to_cancel_are_told_ahead() {
    let mut stage = Stage::new(Kind::Firm);
    stage.with(
        MatterKind::Subscription,
        &[
            (Slot::Title, "Wartung"),
            (Slot::Interval, "year"),
            (Slot::Start, "2026-01-01"),
            (Slot::Notice, "20"),
        ],
    );
    stage
        .workspace
        .edit_portrait(
            stage.id,
            Portrait { review_on: Some(day("2030-01-01")), ..Portrait::default() },
            day("2026-01-05"),
            &mut counter(),
        )
        .unwrap();
    assert_eq!(stage.kinds("2026-11-30"), [DueKind::CancelBy]);
    assert_eq!(stage.kinds("2026-12-05"), [DueKind::CancelBy, DueKind::Renewal]);
    assert_eq!(stage.kinds("2026-12-20"), [DueKind::Renewal]);
}

#[test]
fn a_classification_is_looked_at_again_after_six_months() {
    let mut stage = Stage::new(Kind::Firm);
    assert_eq!(stage.kinds("2026-07-04"), []);
    assert_eq!(stage.kinds("2026-07-05"), [DueKind::Review]);
    let due = stage.due("2026-07-05").remove(0);
    stage.workspace.finish_due(stage.id, &due, noon("2026-07-05")).unwrap();
    assert_eq!(stage.kinds("2026-07-06"), []);
    assert_eq!(stage.kinds("2027-01-05"), [DueKind::Review]);
}

#[test]
fn a_birthday_done_this_year_comes_back_next_year() {
    let mut stage = Stage::new(Kind::Firm);
    stage.edit(|details, _| {
        details.people = vec![Person {
            name: "Emre Yildiz".into(),
            birthday: Some(day("1990-03-10")),
            ..Person::default()
        }];
    });
    let due = stage.due("2026-03-10").remove(0);
    assert_eq!((due.kind, due.text.as_str()), (DueKind::Birthday, "Emre Yildiz"));
    stage.workspace.finish_due(stage.id, &due, noon("2026-03-10")).unwrap();
    assert_eq!(stage.kinds("2026-03-10"), []);
    assert!(stage.kinds("2027-03-08").contains(&DueKind::Birthday));
}

#[test]
fn what_was_put_off_comes_on_its_new_day_and_what_was_dismissed_when_it_is_due_anew() {
    let mut stage = Stage::new(Kind::Firm);
    stage.edit(|details, _| details.cadence = Some(30));
    let due = stage.due("2026-02-04").remove(0);
    stage.workspace.snooze(stage.id, &due, day("2026-02-20")).unwrap();
    assert_eq!(stage.kinds("2026-02-05"), []);
    let again = stage.due("2026-02-20").remove(0);
    assert_eq!((again.kind, again.on), (DueKind::Rhythm, day("2026-02-20")));
    stage.workspace.snooze(stage.id, &again, day("2026-03-01")).unwrap();
    assert_eq!(stage.due("2026-03-01")[0].on, day("2026-03-01"));
    let again = stage.due("2026-03-01").remove(0);
    stage.workspace.dismiss(stage.id, &again, "ist im Urlaub".into()).unwrap();
    assert_eq!(stage.kinds("2026-06-01"), []);
    stage.contact("2026-04-01");
    assert_eq!(stage.due("2026-05-02")[0].on, day("2026-05-01"));
}

#[test]
fn a_resting_customer_has_nothing_due_and_a_lost_one_only_what_was_agreed() {
    let (mut stage, _) = delivered(Kind::Firm);
    stage.with(
        MatterKind::Promise,
        &[(Slot::Title, "Muster"), (Slot::Made, "2026-01-10"), (Slot::Due, "2026-01-12")],
    );
    stage.workspace.set_standing(stage.id, Standing::Lost).unwrap();
    assert_eq!(stage.kinds("2026-02-01"), [DueKind::Promise]);
    stage.workspace.set_standing(stage.id, Standing::Resting).unwrap();
    assert_eq!(stage.kinds("2026-02-01"), []);
}

#[test]
fn a_promise_is_kept_in_time_or_not() {
    let mut stage = Stage::new(Kind::Firm);
    for (kept, due) in
        [("2026-01-09", "2026-01-10"), ("2026-01-12", "2026-01-11"), ("", "2026-01-12")]
    {
        stage.with(
            MatterKind::Promise,
            &[
                (Slot::Title, "Muster"),
                (Slot::Made, "2026-01-08"),
                (Slot::Due, due),
                (Slot::Kept, kept),
            ],
        );
    }
    assert_eq!(stage.customer().reliability(day("2026-01-12")), (1, 2));
    assert_eq!(stage.customer().reliability(day("2026-01-13")), (1, 3));
}

proptest! {
    #[test]
    fn doing_what_is_due_makes_it_go_away(which in 0usize..8, days in 0u64..400) {
        let mut stage = Stage::new(Kind::Firm);
        stage.edit(|details, _| {
            details.cadence = Some(20);
            details.first_contact = Some(day("2024-06-01"));
        });
        let (kind, places): (_, &[_]) = [
            (MatterKind::Promise, &[(Slot::Title, "a"), (Slot::Made, "2026-01-01"), (Slot::Due, "2026-02-01")][..]),
            (MatterKind::Task, &[(Slot::Title, "a"), (Slot::Due, "2026-02-01")][..]),
            (MatterKind::Gesture, &[(Slot::Title, "a"), (Slot::On, "2026-02-01")][..]),
            (MatterKind::Deal, &[(Slot::Title, "a"), (Slot::Delivered, "2026-02-01")][..]),
            (MatterKind::Case, &[(Slot::CaseKind, "complaint"), (Slot::Title, "a"), (Slot::Opened, "2026-02-01T08:00")][..]),
            (MatterKind::Case, &[(Slot::CaseKind, "complaint"), (Slot::Title, "a"), (Slot::Opened, "2026-02-01T08:00"), (Slot::Solved, "2026-02-02T08:00")][..]),
            (MatterKind::Case, &[(Slot::CaseKind, "foreseen"), (Slot::Title, "a"), (Slot::Opened, "2026-02-01T08:00"), (Slot::Due, "2026-03-01")][..]),
            (MatterKind::Subscription, &[(Slot::Title, "a"), (Slot::Interval, "quarter"), (Slot::Start, "2026-02-01"), (Slot::Notice, "10")][..]),
        ][which];
        stage.with(kind, places);
        let now = noon("2026-01-05") + chrono::Days::new(days);
        // Each is done once; nothing that was done is shown on the same day again.
        for (id, due) in stage.workspace.agenda(now) {
            stage.workspace.finish_due(id, &due, now).unwrap();
            prop_assert!(!stage.workspace.agenda(now).iter().any(|(_, other)| *other == due));
        }
    }
}
