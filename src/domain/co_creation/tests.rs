//! What ideas, polls and groups do together.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::{
    Amount, Channel, ContactWish, CustomerId, Details, GroupId, IdeaId, Kind, OptionId, Phase,
    PollId, Profile, Refusal, View, Workspace, Worth,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn noon(text: &str) -> NaiveDateTime {
    day(text).and_hms_opt(12, 0, 0).unwrap()
}

fn counter() -> impl FnMut() -> Uuid {
    let mut next = 1_000_000;
    move || {
        next += 1;
        Uuid::from_u128(next)
    }
}

fn customer(n: u8) -> CustomerId {
    CustomerId(Uuid::from_u128(u128::from(n) + 1))
}

fn idea(n: u8) -> IdeaId {
    IdeaId(Uuid::from_u128(u128::from(n) + 500))
}

fn with_customers(count: u8) -> Workspace {
    let (mut workspace, mut ids) = (Workspace::default(), counter());
    for n in 0..count {
        let details = Details { name: format!("Kunde {n}"), ..Details::default() };
        let today = day("2026-01-01");
        workspace.add_customer(customer(n), details, Profile::default(), today, &mut ids);
    }
    workspace
}

fn details(title: &str) -> IdeaDetails {
    IdeaDraft { title: title.into(), ..IdeaDraft::default() }.check().unwrap()
}

fn voice(on: &str) -> Voice {
    Voice { on: day(on), how: VoiceHow::Talk, votes: true, named: false }
}

fn add(workspace: &mut Workspace, n: u8, voices: &[u8]) {
    let voices = voices.iter().map(|n| (customer(*n), voice("2026-02-01")));
    let title = format!("Idee {n}");
    workspace.add_idea(idea(n), details(&title), [], voices, day("2026-02-01"));
}

fn voters(workspace: &Workspace, n: u8) -> BTreeSet<CustomerId> {
    workspace.idea(idea(n)).unwrap().voices.keys().copied().collect()
}

proptest! {
    #[test]
    fn merging_counts_each_overlapping_voter_once(
        left in prop::collection::btree_map(0u8..12, (0u64..60, any::<bool>()), 0..12),
        right in prop::collection::btree_map(0u8..12, (0u64..60, any::<bool>()), 0..12),
    ) {
        let mut workspace = with_customers(12);
        let voices = |from: &BTreeMap<u8, (u64, bool)>| {
            from.iter().map(|(n, (days, votes))| {
                let on = day("2026-01-01") + Days::new(*days);
                (customer(*n), Voice { on, how: VoiceHow::Talk, votes: *votes, named: false })
            }).collect::<Vec<_>>()
        };
        workspace.add_idea(idea(1), details("a"), [], voices(&left), day("2026-02-01"));
        workspace.add_idea(idea(2), details("b"), [], voices(&right), day("2026-02-01"));
        let before = workspace.clone();
        workspace.merge_idea(idea(2), idea(1), noon("2026-03-10"), &mut counter()).unwrap();
        let both: BTreeSet<u8> = left.keys().chain(right.keys()).copied().collect();
        let merged = workspace.idea(idea(1)).unwrap();
        prop_assert_eq!(merged.voices.len(), both.len());
        let votes = both.iter().filter(|n| {
            [&left, &right].iter().any(|side| side.get(n).is_some_and(|(_, votes)| *votes))
        }).count();
        prop_assert_eq!(merged.votes(), votes);
        for n in &both {
            let first = [&left, &right].iter().filter_map(|side| side.get(n)).map(|v| v.0).min();
            let on = day("2026-01-01") + Days::new(first.unwrap());
            prop_assert_eq!(merged.voices.get(&customer(*n)).unwrap().on, on);
            let ideas: Vec<_> = workspace.ideas_of(customer(*n)).filter(|c| c.idea.counts()).collect();
            prop_assert_eq!(ideas.len(), 1);
        }
        // The way back: both ideas exactly as they were, with their indexes.
        for id in workspace.ideas_changed_since(&before) {
            workspace.put_idea(before.idea(id).unwrap().as_ref().clone());
        }
        prop_assert_eq!(workspace, before);
    }

    #[test]
    fn the_index_of_customers_is_the_voices_of_all_ideas(
        deeds in prop::collection::vec((0u8..4, 0u8..6, 0u8..4), 0..60),
    ) {
        let mut workspace = with_customers(6);
        for n in 0..4 {
            add(&mut workspace, n, &[]);
        }
        for (n, who, what) in deeds {
            let _ = match what {
                0 | 1 => workspace.put_voice(idea(n), customer(who), voice("2026-02-03")),
                2 => workspace.remove_voice(idea(n), customer(who)),
                _ => workspace.merge_idea(idea(n), idea(who % 4), noon("2026-03-01"), &mut counter()),
            };
        }
        for who in 0..6 {
            let indexed: Vec<_> = workspace.ideas_of(customer(who)).map(|card| card.idea.id).collect();
            let scanned: Vec<_> = workspace.ideas()
                .filter(|card| card.idea.voices.contains_key(&customer(who)))
                .map(|card| card.idea.id).collect();
            prop_assert_eq!(indexed, scanned);
        }
    }

    #[test]
    fn weights_that_follow_are_weights_worked_out_anew(
        deeds in prop::collection::vec((0u8..4, 0u8..6, 0u8..6), 1..40),
    ) {
        let mut workspace = with_customers(6);
        for n in 0..4 {
            add(&mut workspace, n, &[n]);
        }
        let mut followed = Weights::of(&workspace, Parts::default());
        for (n, who, what) in deeds {
            let mut file = workspace.customer(customer(who)).unwrap().as_ref().clone();
            match what {
                0 => file.details.worth =
                    Some(Worth { amount: Amount(i64::from(n) * 100), expected: false }),
                1 => file.profile.phase = Phase::ALL[usize::from(n)],
                2 => file.profile.own_view = View::ALL[usize::from(n % 3)],
                _ => {}
            }
            workspace.put(file);
            let _ = match what {
                3 => workspace.put_voice(idea(n), customer(who), voice("2026-02-03")),
                4 => workspace.remove_voice(idea(n), customer(who)),
                _ => Ok(()),
            };
            followed = followed.turned(&workspace, Parts::default());
            let anew = Weights::of(&workspace, Parts::default());
            for n in 0..4 {
                prop_assert_eq!(followed.of_idea(idea(n)), anew.of_idea(idea(n)));
            }
        }
    }
}

#[test]
fn a_decision_begins_with_yes_or_no_and_ends_when_it_is_open_again() {
    let (mut workspace, ids) = (with_customers(1), &mut counter());
    add(&mut workspace, 1, &[0]);
    let turn = |workspace: &mut Workspace, to, on, ids: &mut dyn crate::domain::NewIds| {
        workspace.turn_idea(idea(1), to, noon(on), ids).unwrap();
        workspace.idea(idea(1)).unwrap().decision.clone()
    };
    assert_eq!(turn(&mut workspace, IdeaState::Review, "2026-02-02", ids), None);
    let yes = turn(&mut workspace, IdeaState::Planned, "2026-02-03", ids).unwrap();
    assert_eq!(yes.on, day("2026-02-03"));
    let reason = Decision { reason: "Passt ins Programm".into(), ..yes };
    workspace.decide_idea(idea(1), reason.clone()).unwrap();
    assert_eq!(turn(&mut workspace, IdeaState::Shipped, "2026-05-01", ids), Some(reason));
    let no = turn(&mut workspace, IdeaState::Declined, "2026-06-01", ids).unwrap();
    assert_eq!((no.reason.as_str(), no.on), ("", day("2026-06-01")));
    assert_eq!(turn(&mut workspace, IdeaState::New, "2026-06-02", ids), None);
    assert_eq!(workspace.decide_idea(idea(1), no), Err(Refusal::Unknown));
}

#[test]
fn an_idea_is_due_after_thirty_days_until_it_is_decided() {
    let (mut workspace, ids) = (with_customers(0), &mut counter());
    add(&mut workspace, 1, &[]);
    let due = |workspace: &Workspace| workspace.idea(idea(1)).unwrap().decision_due();
    assert_eq!(due(&workspace), Some(day("2026-03-03")));
    workspace.turn_idea(idea(1), IdeaState::Declined, noon("2026-03-20"), ids).unwrap();
    assert_eq!(due(&workspace), None);
}

#[test]
fn everyone_behind_an_idea_is_to_be_told_of_each_change() {
    let (mut workspace, ids) = (with_customers(3), &mut counter());
    add(&mut workspace, 1, &[0, 1]);
    assert_eq!(told_back(&workspace).percent(), None);
    workspace.turn_idea(idea(1), IdeaState::Planned, noon("2026-03-01"), ids).unwrap();
    workspace.put_voice(idea(1), customer(2), voice("2026-03-05")).unwrap();
    let open = |workspace: &Workspace| workspace.idea_card(idea(1)).unwrap().untold.clone();
    assert_eq!(open(&workspace), [customer(0), customer(1)], "who came later knew");
    workspace.tell(idea(1), customer(0), Channel::Call, day("2026-03-06"), None).unwrap();
    assert_eq!(told_back(&workspace).percent(), Some(50));
    workspace.turn_idea(idea(1), IdeaState::Shipped, noon("2026-04-01"), ids).unwrap();
    assert_eq!(open(&workspace).len(), 3, "a new change is news again");
    for n in 0..3 {
        workspace.tell(idea(1), customer(n), Channel::Email, day("2026-04-02"), None).unwrap();
    }
    assert_eq!(told_back(&workspace).percent(), Some(100));
    workspace.trash(customer(0), day("2026-04-03")).unwrap();
    workspace.turn_idea(idea(1), IdeaState::Progress, noon("2026-04-04"), ids).unwrap();
    assert_eq!(told_back(&workspace).open_count(), 2, "nobody is told who is gone");
}

#[test]
fn two_changes_in_one_instant_keep_their_order() {
    let (mut workspace, ids) = (with_customers(0), &mut counter());
    add(&mut workspace, 1, &[]);
    for to in [IdeaState::Shipped, IdeaState::Review, IdeaState::Declined] {
        workspace.turn_idea(idea(1), to, noon("2026-03-01"), ids).unwrap();
    }
    let turns: Vec<_> =
        workspace.idea(idea(1)).unwrap().turns.values().map(|turn| turn.to).collect();
    assert_eq!(turns, [IdeaState::Shipped, IdeaState::Review, IdeaState::Declined]);
}

#[test]
fn a_chain_of_merges_ends_at_the_idea_that_lives() {
    let (mut workspace, ids) = (with_customers(3), &mut counter());
    (1..=3).for_each(|n| add(&mut workspace, n, &[n - 1]));
    workspace.merge_idea(idea(1), idea(2), noon("2026-03-01"), ids).unwrap();
    workspace.merge_idea(idea(2), idea(3), noon("2026-03-02"), ids).unwrap();
    assert_eq!(workspace.idea(idea(1)).unwrap().merged_into, Some(idea(3)));
    assert_eq!(voters(&workspace, 3).len(), 3);
    let again = workspace.merge_idea(idea(1), idea(3), noon("2026-03-03"), ids);
    assert_eq!(again, Err(Refusal::AlreadyMerged));
    let into_itself = workspace.merge_idea(idea(3), idea(3), noon("2026-03-03"), ids);
    assert_eq!(into_itself, Err(Refusal::AlreadyMerged));
    let late = workspace.put_voice(idea(1), customer(0), voice("2026-03-04"));
    assert_eq!(late, Err(Refusal::AlreadyMerged));
}

#[test]
fn a_poll_counts_one_answer_per_customer() {
    let mut workspace = with_customers(3);
    let (poll, ids) = (PollId(Uuid::from_u128(9)), [1u128, 2, 3].map(Uuid::from_u128));
    let draft = PollDraft {
        question: "Welche Farbe?".into(),
        options: ids.map(|id| (OptionId(id), id.to_string(), None)).to_vec(),
        ..PollDraft::default()
    };
    workspace.add_poll(poll, draft.check().unwrap(), day("2026-02-01"));
    let ballot = |option: usize| Ballot {
        option: OptionId(ids[option]),
        on: day("2026-02-02"),
        how: VoiceHow::Call,
    };
    workspace.put_ballot(poll, customer(0), ballot(0)).unwrap();
    workspace.put_ballot(poll, customer(1), ballot(1)).unwrap();
    workspace.put_ballot(poll, customer(0), ballot(1)).unwrap();
    let result = workspace.poll(poll).unwrap().result();
    let counts: Vec<_> = result.iter().map(|t| (t.count, t.percent, t.leads)).collect();
    assert_eq!(counts, [(0, 0, false), (2, 100, true), (0, 0, false)]);
    let mut fewer = draft;
    fewer.options.remove(1);
    workspace.edit_poll(poll, fewer.check().unwrap()).unwrap();
    assert!(workspace.poll(poll).unwrap().ballots.is_empty());
    fewer.options.remove(0);
    assert!(fewer.check().is_err(), "one answer is no question");
}

#[test]
fn who_shares_the_topic_and_a_bond_could_be_invited() {
    let (mut workspace, ids) = (Workspace::default(), &mut counter());
    let people = [
        ("Software", View::Relation, None),
        ("Büro und Software", View::Transaction, None),
        ("Gesundheit", View::Relation, None),
        ("Gesundheit und Büro", View::Relation, Some(ContactWish::SelfService)),
        ("Schreinerei", View::Relation, None),
        ("Gesundheit, Büro", View::Relation, None),
    ];
    for (n, (sector, view, wish)) in (0u8..).zip(people) {
        let details = Details {
            kind: Kind::Firm,
            name: format!("Kunde {n}"),
            sector: sector.into(),
            contact_wish: wish,
            ..Details::default()
        };
        let profile = Profile { own_view: view, ..Profile::default() };
        workspace.add_customer(customer(n), details, profile, day("2026-01-01"), ids);
    }
    let id = GroupId(Uuid::from_u128(9));
    let draft = GroupDraft {
        name: "Software für die Gesundheit".into(),
        topic: "im Büro".into(),
        ..GroupDraft::default()
    };
    workspace.add_group(id, draft.check().unwrap(), day("2026-01-01"));
    let member = Member { state: Membership::Invited, on: day("2026-01-02") };
    workspace.put_member(id, customer(5), member).unwrap();
    let hints = invitation_hints(&workspace, workspace.group(id).unwrap(), 10);
    let found: Vec<_> = hints.iter().map(|h| (h.customer, h.ties, h.shared.as_str())).collect();
    let strong = (customer(0), Ties::Strong, "software");
    assert_eq!(found, [strong, (customer(2), Ties::Fine, "gesundheit")]);
}

#[test]
fn the_board_sorts_and_filters() {
    let (mut workspace, ids) = (with_customers(4), &mut counter());
    add(&mut workspace, 1, &[0]);
    add(&mut workspace, 2, &[0, 1, 2]);
    add(&mut workspace, 3, &[3, 1]);
    workspace.turn_idea(idea(3), IdeaState::Planned, noon("2026-02-05"), ids).unwrap();
    workspace.trash_idea(idea(1), day("2026-02-06")).unwrap();
    let weights = Weights::of(&workspace, Parts::default());
    let list = |filter: &IdeaFilter| {
        let found = in_list(&workspace, filter, IdeaSort::Votes, &weights, day("2026-02-10"));
        found.iter().map(|card| card.idea.id).collect::<Vec<_>>()
    };
    assert_eq!(list(&IdeaFilter::default()), [idea(2), idea(3)]);
    let of = IdeaFilter { customer: Some(customer(3)), ..IdeaFilter::default() };
    assert_eq!(list(&of), [idea(3)]);
    assert_eq!(list(&IdeaFilter { text: "IDEE 2".into(), ..IdeaFilter::default() }), [idea(2)]);
    assert_eq!(list(&IdeaFilter { due: true, ..IdeaFilter::default() }), [idea(3)]);
    let board = arrange_ideas(
        &workspace,
        &IdeaFilter::default(),
        IdeaSort::Newest,
        &weights,
        day("2026-02-10"),
    );
    assert_eq!(board.len(), 6);
    assert_eq!(board[2].ideas, [idea(3)]);
}
