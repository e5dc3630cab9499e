//! Ideas, polls and groups on the disk: whatever they hold comes back, two tabs that vote at once
//! lose nothing, and what was written once opens for ever.

use std::{fs, path::PathBuf};

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use proptest::prelude::*;
use rapport::{
    domain::*,
    storage::{apply, difference, file},
};
use uuid::Uuid;

use crate::{
    made_up::{Dice, ids, workspace},
    shop::{Shop, there_and_back, wait},
};

fn uuid(n: usize) -> Uuid {
    Uuid::from_u128(n as u128 + 1)
}

fn day(n: usize) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + TimeDelta::days(n as i64)
}

fn at(n: usize) -> NaiveDateTime {
    day(n).and_hms_opt(9, 0, 0).unwrap() + TimeDelta::milliseconds(n as i64 * 137)
}

fn idea_id(n: usize) -> IdeaId {
    IdeaId(uuid(0x1_0000 + n))
}

fn details(n: usize) -> IdeaDetails {
    let draft = IdeaDraft {
        title: format!("Idee {n} „mit Ü“"),
        text: if n.is_multiple_of(2) { String::new() } else { "Zeile\n- **a**".into() },
        source: IdeaSource::ALL[n % 4],
        category: Category::ALL[n % 3],
        tags: if n.is_multiple_of(3) { String::new() } else { "a, b".into() },
    };
    draft.check().unwrap()
}

fn voice(n: usize) -> Voice {
    Voice {
        on: day(n),
        how: VoiceHow::ALL[n % VoiceHow::ALL.len()],
        votes: !n.is_multiple_of(3),
        named: n.is_multiple_of(5),
    }
}

fn poll_details(n: usize) -> PollDetails {
    let option =
        |n: usize| (OptionId(uuid(n)), format!("Antwort {n}"), (n == 1).then(|| idea_id(0)));
    let draft = PollDraft {
        question: format!("Frage {n}?"),
        text: "Warum".into(),
        closes: if n.is_multiple_of(2) { String::new() } else { day(n).to_string() },
        options: (0..2 + n % 3).map(option).collect(),
    };
    draft.check().unwrap()
}

fn group_details(n: usize) -> GroupDetails {
    let draft = GroupDraft {
        name: format!("Gruppe {n}"),
        kind: GroupKind::ALL[n % 3],
        topic: "Büro".into(),
        tips: "- eins".into(),
    };
    draft.check().unwrap()
}

/// One thing a person may do. What is refused changes nothing.
fn edit(ws: &mut Workspace, dice: &mut Dice) {
    let (n, m) = (dice.roll(4), dice.roll(30));
    let customer = dice.of(&ids(ws));
    let (poll, group) = (PollId(uuid(0x2_0000 + n)), GroupId(uuid(0x3_0000 + n)));
    let mut new = || dice.id();
    let _ = match m % 19 {
        0 | 1 => {
            ws.add_idea(idea_id(n), details(m), [], [(customer, voice(m))], day(m));
            Ok(())
        }
        2 => ws.edit_idea(idea_id(n), details(m)),
        3 => ws.turn_idea(idea_id(n), IdeaState::BOARD[m % 6], at(m), &mut new),
        4 => ws.decide_idea(idea_id(n), Decision { reason: "Weil".into(), on: day(m) }),
        5 | 6 => ws.put_voice(idea_id(n), customer, voice(m)),
        7 => ws.remove_voice(idea_id(n), customer),
        8 => {
            let comment = CommentDraft { customer: Some(customer), text: "Ja".into() };
            ws.comment_idea(idea_id(n), CommentId(new()), comment.check(at(m)).unwrap())
        }
        9 => {
            let kind = OriginKind::ALL[m % 4];
            ws.link_idea(idea_id(n), OriginId(new()), Origin { kind, customer: Some(customer) })
        }
        10 => {
            let (role, invitation) = (GuestRole::ALL[m % 3], Invitation::ALL[m % 5]);
            ws.put_guest(idea_id(n), customer, Guest { role, invitation, on: day(m) })
        }
        11 => ws.tell(idea_id(n), customer, Channel::ALL[m % 8], day(m), None),
        12 => ws.merge_idea(idea_id(n), idea_id((n + 1) % 4), at(m), &mut new),
        13 => {
            ws.add_poll(poll, poll_details(m), day(m));
            Ok(())
        }
        14 => {
            let ballot = Ballot { option: OptionId(uuid(m % 2)), on: day(m), how: VoiceHow::Call };
            ws.put_ballot(poll, customer, ballot)
        }
        15 => {
            let decision = Decision { reason: "Klar".into(), on: day(m) };
            ws.decide_poll(poll, Some((Some(OptionId(uuid(0))), decision)))
        }
        16 => {
            ws.add_group(group, group_details(m), day(m));
            Ok(())
        }
        17 => {
            let event = EventDraft { on: day(m).to_string(), title: "Treffen".into() };
            let member = Member { state: Membership::ALL[m % 3], on: day(m) };
            ws.put_member(group, customer, member)
                .and_then(|()| ws.put_event(group, EventId(new()), event.check().unwrap()))
        }
        _ => {
            let on = day(m).to_string();
            let post = PostDraft { on, customer: Some(customer), text: "Beitrag".into() };
            let id = PostId(new());
            let link = match m % 3 {
                0 => Some(PostLink::Idea(idea_id(n))),
                1 => Some(PostLink::Contact(ContactId(uuid(m)))),
                _ => None,
            };
            ws.put_post(group, id, post.check().unwrap())
                .and_then(|()| link.map_or(Ok(()), |link| ws.link_post(group, id, link)))
        }
    };
}

proptest! {
    #[test]
    fn a_difference_of_ideas_leads_there_and_back(seed in any::<u64>(), edits in 0..60) {
        let mut dice = Dice(seed | 1);
        let mut before = workspace(4, seed);
        (0..20).for_each(|_| edit(&mut before, &mut dice));
        let mut after = before.clone();
        (0..edits).for_each(|_| edit(&mut after, &mut dice));
        there_and_back(&before, &after);
    }

    #[test]
    fn any_ideas_are_there_again_after_a_restart(seed in any::<u64>()) {
        let (shop, mut dice) = (Shop::default(), Dice(seed | 1));
        let mut tab = shop.open(1).0;
        tab.save(|shown| *shown = workspace(3, seed)).unwrap();
        for _ in 0..25 {
            let receipt = tab.change(|shown| edit(shown, &mut dice));
            receipt.map(|receipt| wait(tab.book.save(&receipt)).unwrap());
        }
        prop_assert_eq!(shop.stored(), tab.shown);
    }

    #[test]
    fn two_tabs_that_vote_and_comment_at_once_lose_nothing(
        votes in prop::collection::vec((0usize..2, 0usize..8), 1..16),
    ) {
        let shop = Shop::default();
        let mut first = shop.open(1).0;
        first.save(|shown| {
            *shown = workspace(8, 3);
            shown.add_idea(idea_id(0), details(1), [], [], day(0));
        }).unwrap();
        let mut tabs = [shop.open(2).0, shop.open(3).0];
        let customers = ids(&tabs[0].shown);
        let mut comments = 0;
        for (tab, customer) in &votes {
            comments += 1;
            tabs[*tab].change(|shown| {
                shown.put_voice(idea_id(0), customers[*customer], voice(1)).unwrap();
                let comment = CommentDraft { customer: None, text: "Ja".into() };
                let comment = comment.check(at(comments)).unwrap();
                shown.comment_idea(idea_id(0), CommentId(uuid(comments)), comment).unwrap();
            });
        }
        tabs.iter().for_each(|tab| tab.save_all().unwrap());
        tabs.iter_mut().for_each(|tab| tab.hear_all());
        let voted: std::collections::BTreeSet<_> = votes.iter().map(|(_, c)| customers[*c]).collect();
        for shown in [&tabs[0].shown, &tabs[1].shown, &shop.stored()] {
            let idea = shown.idea(idea_id(0)).unwrap();
            prop_assert!(idea.voices.keys().eq(voted.iter()));
            prop_assert_eq!(idea.comments.len(), comments);
        }
        prop_assert_eq!(&tabs[0].shown, &tabs[1].shown);
    }
}

#[test]
fn the_undo_of_a_merge_brings_both_ideas_back_and_leaves_a_later_vote_alone() {
    let mut before = workspace(4, 5);
    let customers = ids(&before);
    before.add_idea(idea_id(0), details(1), [], [(customers[0], voice(1))], day(0));
    let both = [(customers[0], voice(2)), (customers[1], voice(3))];
    before.add_idea(idea_id(1), details(2), [], both, day(0));
    let mut merged = before.clone();
    merged.merge_idea(idea_id(1), idea_id(0), at(9), &mut || uuid(99)).unwrap();
    let mut now = merged.clone();
    now.put_voice(idea_id(0), customers[2], voice(4)).unwrap();
    apply(&mut now, &difference(&merged, &before)).unwrap();
    assert_eq!(now.idea(idea_id(1)), before.idea(idea_id(1)));
    let left: Vec<_> = now.idea(idea_id(0)).unwrap().voices.keys().copied().collect();
    let mut wanted = vec![customers[0], customers[2]];
    wanted.sort();
    assert_eq!(left, wanted);
}

/// Every field that an idea, a poll and a group have, filled.
fn full() -> Workspace {
    let mut ws = Workspace::default();
    let who = CustomerId(uuid(0xC0));
    let named = Details { name: "Gunther Glas GmbH".into(), ..Details::default() };
    ws.add_customer(who, named, Profile::default(), day(0), &mut || uuid(0xC1));
    let mut next = 0x100;
    let mut new = || {
        next += 1;
        uuid(next)
    };
    ws.add_idea(idea_id(0), details(1), [], [(who, voice(5))], day(1));
    ws.link_idea(
        idea_id(0),
        OriginId(uuid(0xA1)),
        Origin { kind: OriginKind::Case, customer: Some(who) },
    )
    .unwrap();
    ws.turn_idea(idea_id(0), IdeaState::Review, at(2), &mut new).unwrap();
    ws.turn_idea(idea_id(0), IdeaState::Shipped, at(3), &mut new).unwrap();
    ws.decide_idea(idea_id(0), Decision { reason: "Weil es passt".into(), on: day(3) }).unwrap();
    ws.tell(idea_id(0), who, Channel::Letter, day(4), None).unwrap();
    let guest = Guest { role: GuestRole::Beta, invitation: Invitation::Attended, on: day(5) };
    ws.put_guest(idea_id(0), who, guest).unwrap();
    let comment = CommentDraft { customer: Some(who), text: "Gut so".into() };
    ws.comment_idea(idea_id(0), CommentId(uuid(0xA2)), comment.check(at(6)).unwrap()).unwrap();
    ws.add_idea(idea_id(1), details(2), [], [(who, voice(6))], day(2));
    ws.merge_idea(idea_id(1), idea_id(0), at(7), &mut new).unwrap();
    ws.trash_idea(idea_id(1), day(8)).unwrap();
    let poll = PollId(uuid(0x2_0000));
    ws.add_poll(poll, poll_details(1), day(1));
    let ballot = Ballot { option: OptionId(uuid(1)), on: day(2), how: VoiceHow::Group };
    ws.put_ballot(poll, who, ballot).unwrap();
    let decision = Decision { reason: "Eindeutig".into(), on: day(3) };
    ws.decide_poll(poll, Some((Some(OptionId(uuid(1))), decision))).unwrap();
    let group = GroupId(uuid(0x3_0000));
    ws.add_group(group, group_details(1), day(1));
    ws.put_member(group, who, Member { state: Membership::Member, on: day(2) }).unwrap();
    let event = EventDraft { on: day(3).to_string(), title: "Treffen".into() };
    ws.put_event(group, EventId(uuid(0xA3)), event.check().unwrap()).unwrap();
    let post = PostDraft { on: day(4).to_string(), customer: Some(who), text: "Idee!".into() };
    ws.put_post(group, PostId(uuid(0xA4)), post.check().unwrap()).unwrap();
    ws.link_post(group, PostId(uuid(0xA4)), PostLink::Idea(idea_id(0))).unwrap();
    ws
}

fn frozen() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/schema-1-ideas.json")
}

#[test]
fn the_frozen_file_with_ideas_opens_for_ever() {
    let bytes = fs::read(frozen()).unwrap();
    let file = file::read(&bytes).unwrap();
    assert_eq!(file.workspace(), Ok(full()));
}

/// Wrote the file once: `WRITE_FIXTURE=1 cargo test --test storage ideas`.
#[test]
fn the_file_with_ideas_is_written_once_and_only_when_asked_for() {
    if std::env::var_os("WRITE_FIXTURE").is_none() {
        return;
    }
    assert!(!frozen().exists(), "the file is frozen");
    let mut tab = Shop::default().open(1).0;
    tab.save(|shown| *shown = full()).unwrap();
    let backup = wait(tab.book.backup(1_800_000_000_000)).unwrap();
    fs::write(frozen(), backup).unwrap();
}

#[test]
fn a_file_with_more_than_a_form_lets_in_brings_nothing_in() {
    let mut idea = full().idea(idea_id(0)).unwrap().as_ref().clone();
    idea.details.title = "x".repeat(LINE_MAX + 1);
    let mut tab = Shop::default().open(1).0;
    tab.save(|shown| shown.put_idea(idea)).unwrap();
    let backup = wait(tab.book.backup(1_800_000_000_000)).unwrap();
    assert!(file::read(&backup).unwrap().workspace().is_err());
}
