//! The customer file: ratings, arguments, referrals, and one line of everything.

use rapport::domain::*;
use uuid::Uuid;

use super::builder::*;

#[test]
fn every_rating_has_a_history() {
    let (mut stage, ids) = (Stage::new(Kind::Firm), &mut counter());
    for (on, trust) in [("2026-02-01", 3), ("2026-03-01", 3), ("2026-04-01", 5)] {
        let portrait = Portrait { trust: Level::new(trust), ..Portrait::default() };
        stage.workspace.edit_portrait(stage.id, portrait, day(on), ids).unwrap();
    }
    let of_trust = |change: &&Change| matches!(change.to, Classification::Rating(..));
    let days: Vec<_> = stage.customer().history.iter().filter(of_trust).map(|c| c.on).collect();
    assert_eq!(days, [day("2026-02-01"), day("2026-04-01")]);
}

#[test]
fn a_form_of_the_master_data_leaves_the_portrait_alone() {
    let (mut stage, ids) = (Stage::new(Kind::Firm), &mut counter());
    let portrait = Portrait { wishes: "leise Motoren".into(), ..Portrait::default() };
    stage.workspace.edit_portrait(stage.id, portrait.clone(), day("2026-02-01"), ids).unwrap();
    stage.edit(|details, _| details.address.city = "Bielefeld".into());
    assert_eq!(stage.customer().portrait, portrait);
}

#[test]
fn benefit_must_outweigh_dependency() {
    let balance = |dependency, benefit| {
        let (dependency, benefit) = (Level::new(dependency), Level::new(benefit));
        Portrait { dependency, benefit, ..Portrait::default() }.balance()
    };
    assert_eq!(balance(3, 3), Some(Balance::Burden));
    assert_eq!(balance(2, 3), Some(Balance::Close));
    assert_eq!(balance(2, 4), Some(Balance::Healthy));
    assert_eq!(balance(2, 0), None);
}

#[test]
fn an_argument_that_was_told_is_not_offered_again_however_it_is_written() {
    let mut stage = Stage::new(Kind::Firm);
    let desk = AssetId(Uuid::from_u128(1));
    let asset = Asset::check(
        AssetKind::Product,
        &form(&[
            (Slot::Title, "Tisch"),
            (Slot::Arguments, "Nachhaltiges Holz\nOrthopädisches Siegel"),
        ]),
        noon("2026-01-01"),
    );
    stage.workspace.put_asset(desk, asset.unwrap()).unwrap();
    stage.with(
        MatterKind::Argument,
        &[(Slot::Title, "nachhaltiges HOLZ"), (Slot::Told, "2026-01-10")],
    );
    let all = stage.workspace.arguments(stage.customer());
    let untold: Vec<_> = all.iter().filter(|a| a.told.is_none()).map(|a| a.text.as_str()).collect();
    assert_eq!((all.len(), untold), (2, vec!["Orthopädisches Siegel"]));
}

#[test]
fn what_goes_with_a_bought_product_is_an_idea_in_either_direction() {
    let mut stage = Stage::new(Kind::Firm);
    let ids = [1, 2, 3].map(|n| AssetId(Uuid::from_u128(n)));
    let shelf_goes_with = ids[0].to_string();
    for (id, title, goes_with) in
        [(ids[0], "Tisch", ""), (ids[1], "Regal", shelf_goes_with.as_str()), (ids[2], "Lampe", "")]
    {
        let places = form(&[(Slot::Title, title), (Slot::GoesWith, goes_with)]);
        let asset = Asset::check(AssetKind::Product, &places, noon("2026-01-01")).unwrap();
        stage.workspace.put_asset(id, asset).unwrap();
    }
    let lines = format!("50\tTisch\t{}", ids[0]);
    stage.with(
        MatterKind::Deal,
        &[(Slot::Title, "Tische"), (Slot::Lines, &lines), (Slot::Paid, "2026-01-10")],
    );
    let found = stage.workspace.goes_with(stage.customer());
    assert_eq!(found.into_iter().map(|(id, _)| id).collect::<Vec<_>>(), [ids[1]]);
}

#[test]
fn the_tree_of_referrals_ends_where_two_name_each_other() {
    let (mut stage, ids) = (Stage::new(Kind::Firm), &mut counter());
    stage.edit(|details, _| {
        details.people =
            vec![Person { name: "Dr. Gunther".into(), executive: true, ..Person::default() }];
    });
    let other = CustomerId(Uuid::from_u128(99));
    let details =
        Details { name: "Brandt".into(), referred_by: Some(stage.id), ..Details::default() };
    stage.workspace.add_customer(other, details, Profile::default(), day("2026-02-01"), ids);
    let through = Portrait { referred_through: "dr. gunther".into(), ..Portrait::default() };
    stage.workspace.edit_portrait(other, through, day("2026-02-01"), ids).unwrap();
    stage.edit(|details, _| details.referred_by = Some(other));
    let tree = stage.workspace.referrals(stage.id);
    assert_eq!(tree, [Referral { customer: other, weight: 2, brought: vec![] }]);
}

#[test]
fn one_line_holds_everything_and_its_filters_part_it() {
    let mut stage = Stage::new(Kind::Firm);
    stage.contact("2026-01-12");
    stage.with(
        MatterKind::Deal,
        &[(Slot::Title, "Tische"), (Slot::Inquiry, "2026-01-06"), (Slot::Quote, "2026-01-08")],
    );
    stage.with(
        MatterKind::Case,
        &[
            (Slot::CaseKind, "complaint"),
            (Slot::Title, "Kratzer"),
            (Slot::Opened, "2026-01-22T09:00"),
            (Slot::Replied, "2026-01-22T11:00"),
        ],
    );
    let all = timeline(stage.customer(), Looking::default());
    assert!(all.windows(2).all(|pair| pair[0].0 >= pair[1].0));
    assert_eq!(all.len(), 6, "{all:?}");
    let of = |kind| timeline(stage.customer(), Looking { kind: Some(kind), role: None }).len();
    assert_eq!(EventKind::ALL.iter().map(|kind| of(*kind)).sum::<usize>(), all.len());
    let service = Looking { kind: None, role: Some(Role::Service) };
    assert_eq!(timeline(stage.customer(), service).len(), 2);
}

#[test]
fn a_contact_and_its_promise_are_logged_together() {
    let mut stage = Stage::new(Kind::Firm);
    let mut draft = ContactDraft::new(noon("2026-01-12"));
    draft.promise = "Muster schicken".into();
    draft.promise_due = "2026-01-20".into();
    draft.extra = form(&[(Slot::Minutes, "95"), (Slot::Access, "Rampe Nord")]);
    let contact = draft.check(ContactId(Uuid::from_u128(5)), noon("2026-01-12")).unwrap();
    let promise = draft.promise(&contact);
    stage.workspace.log_contact(stage.id, contact, promise, &mut counter()).unwrap();
    assert_eq!(stage.kinds("2026-01-14"), [DueKind::Promise]);
    let extra = stage.customer().last_contact().unwrap().extra.clone().unwrap();
    assert_eq!((extra.minutes, extra.access.as_str()), (Some(95), "Rampe Nord"));
}

#[test]
fn a_promise_without_a_day_is_refused() {
    let mut draft = ContactDraft::new(noon("2026-01-12"));
    draft.promise = "Muster schicken".into();
    let problems = draft.check(ContactId(Uuid::from_u128(5)), noon("2026-01-12")).unwrap_err();
    assert_eq!(problems.0, [Problem { field: Field::PromiseDue, issue: Issue::Missing }]);
}
