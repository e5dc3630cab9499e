//! The stored names of matters, portraits, own fields and assets open for ever. **The file is frozen.**

use rapport::{domain::*, storage::file};
use uuid::{Uuid, uuid};

const FULL: CustomerId = CustomerId(uuid!("0198c1a2-0000-7000-8000-0000000000f1"));

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn opened() -> Workspace {
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-1-records/workspace.json");
    file::read(&std::fs::read(path).unwrap()).unwrap().workspace().unwrap()
}

fn text(facts: &Facts) -> Vec<(&'static str, &str)> {
    facts.0.iter().map(|(slot, text)| (slot.key(), text.as_str())).collect()
}

#[test]
fn every_place_of_every_matter_has_its_name() {
    let workspace = opened();
    let customer = workspace.customer(FULL).unwrap();
    // One matter is of a kind that only a newer version knows: it is not shown.
    assert_eq!(customer.matters.len(), MatterKind::ALL.len());
    for matter in customer.matters.values() {
        let kind = matter.kind();
        let facts = matter.facts();
        let filled = text(&facts).into_iter().map(|(key, _)| key).collect::<Vec<_>>();
        for blank in kind.blanks() {
            let is_left_open = matches!(
                (kind, blank.slot),
                (MatterKind::Deal, Slot::Lost) | (MatterKind::Subscription, Slot::Notes)
            );
            assert_eq!(filled.contains(&blank.slot.key()), !is_left_open, "{kind:?} {blank:?}");
        }
    }
    let deal = customer.matter::<Deal>(MatterId(id(0xD1))).unwrap();
    assert_eq!(deal.amount, Some(Amount(3_840_000)));
    assert_eq!(deal.lines[0].product, Some(AssetId(id(0xB1))));
    assert_eq!((deal.stage(), deal.over), (DealStage::Paid, Some(Answer::No)));
}

#[test]
fn every_place_of_the_portrait_has_its_name() {
    let workspace = opened();
    let portrait = &workspace.customer(FULL).unwrap().portrait;
    let facts = portrait.facts();
    for blank in Portrait::BLANKS {
        assert!(!facts.get(blank.slot).is_empty(), "{blank:?}");
    }
    assert_eq!(portrait.balance(), Some(Balance::Healthy));
    assert_eq!(portrait.conditions[&Condition::Reorder].answer, Some(Answer::No));
}

#[test]
fn contacts_people_ratings_own_fields_and_what_was_put_off_open() {
    let workspace = opened();
    let customer = workspace.customer(FULL).unwrap();
    let extra = customer.last_contact().unwrap().extra.clone().unwrap();
    assert!(Extra::BLANKS.iter().all(|blank| !extra.facts().get(blank.slot).is_empty()));
    let person = &customer.details.people[0];
    assert_eq!((person.executive, person.salutation), (true, Some(Salutation::Sie)));
    assert_eq!((person.knows.as_str(), person.facts.as_str()), ("Anke Topp", "segelt"));
    let ratings: Vec<_> = customer.history.iter().skip(1).map(|change| change.to).collect();
    let trust = |level| Classification::Rating(Dimension::Trust, level);
    assert_eq!(ratings, [trust(Level::new(4)), trust(None)]);
    let field = &workspace.settings().fields[0];
    assert_eq!((field.takes, field.options.len()), (OwnInput::Choice, 2));
    assert_eq!(customer.own.get(field.id.0).unwrap().value, "groß");
    let off = customer.put_off.iter().next().unwrap();
    assert_eq!((off.kind, off.of, off.reason.as_str()), (DueKind::Rhythm, FULL.0, "Urlaub"));
}

#[test]
fn products_and_templates_are_kinds_of_their_own() {
    let workspace = opened();
    let kinds: Vec<_> = workspace.assets().values().map(|asset| asset.kind()).collect();
    assert_eq!(kinds, [AssetKind::Product, AssetKind::Message, AssetKind::Procedure]);
    for asset in workspace.assets().values() {
        let facts = asset.facts();
        for blank in asset.kind().blanks() {
            assert!(!facts.get(blank.slot).is_empty(), "{blank:?}");
        }
    }
}
