//! What is done with the rows: duplicates, decisions, one step or none.

use rapport::domain::{CustomerId, Phase, Refusal, Standing, Workspace};
use rapport::exchange::{Counts, Decision, Duplicate, ImportResult, RowIssue, apply};
use uuid::Uuid;

use super::list::{counter, fixture, list, today};

fn names(workspace: &Workspace) -> Vec<String> {
    workspace.in_order().map(|card| card.customer.details.name.clone()).collect()
}

fn a_workspace_of(text: &str) -> Workspace {
    let mut workspace = Workspace::default();
    list(text).import(&mut workspace);
    workspace
}

#[test]
fn new_customers_stand_in_the_order_of_the_file_above_the_others() {
    let mut workspace = a_workspace_of("Name\nAlt GmbH\n");
    list("Name\nEins\nZwei\nDrei\n").import(&mut workspace);
    assert_eq!(names(&workspace), ["Eins", "Zwei", "Drei", "Alt GmbH"]);
    let first = &workspace.in_order().next().unwrap().customer;
    assert_eq!(
        (first.profile.phase, first.standing, first.created),
        (Phase::Acquire, Standing::Active, today())
    );
}

#[test]
fn customers_that_are_there_are_flagged_and_skipped() {
    let workspace = a_workspace_of("Name;E-Mail\nGlas GmbH;g@glas.example\n");
    let plan =
        list("Name;E-Mail\nGunther Glas;G@GLAS.example\nBau;b@bau.example\n").plan(&workspace);
    let id = workspace.in_order().next().unwrap().customer.id;
    assert_eq!(
        (plan.rows[0].duplicate, plan.rows[0].decision),
        (Some(Duplicate::Known(id)), Decision::Skip)
    );
    assert_eq!(plan.counts(), Counts { new: 1, skip: 1, duplicates: 1, ..Counts::default() });
}

#[test]
fn the_trash_holds_no_duplicates() {
    let mut workspace = a_workspace_of("Name\nGlas GmbH\n");
    let id = workspace.in_order().next().unwrap().customer.id;
    workspace.trash(id, today()).unwrap();
    assert_eq!(list("Name\nGlas GmbH\n").plan(&workspace).rows[0].decision, Decision::New);
}

#[test]
fn a_list_is_compared_with_itself() {
    let plan =
        list("Name;Telefon;Ort\nGlas;0711 1234567;Ulm\nGlas;;Ulm\nBau;+49 711 1234567;Bonn\n")
            .plan(&Workspace::default());
    let above = Some(Duplicate::Above { line: 2 });
    assert_eq!((plan.rows[1].duplicate, plan.rows[1].decision), (above, Decision::Skip));
    assert_eq!((plan.rows[2].duplicate, plan.rows[2].decision), (above, Decision::New));
}

#[test]
fn a_firm_that_comes_again_with_other_people_is_not_skipped() {
    let text = "Firma;Ort;Ansprechpartner;Telefon\nGlas;Ulm;Anna;0731 1234567\nGlas;Bonn;Ben;0731 1234567\n";
    let plan = list(text).plan(&Workspace::default());
    assert_eq!(plan.rows[1].duplicate, Some(Duplicate::Above { line: 2 }));
    assert_eq!(plan.rows[1].decision, Decision::New);
}

#[test]
fn filling_changes_only_what_is_empty() {
    let mut workspace =
        a_workspace_of("Firma;Ansprechpartner;Ort;Branche\nGlas GmbH;Anna Bau;Ulm;Autoglas\n");
    let id = workspace.in_order().next().unwrap().customer.id;
    let list = list(
        "Firma;Ansprechpartner;Ort;Branche;E-Mail;Umsatz\nGlas GmbH;Ben Glas;Ulm;Fenster;g@glas.example;12,5\n",
    );
    let mut plan = list.plan(&workspace);
    assert_eq!(plan.rows[0].duplicate, Some(Duplicate::Known(id)));
    plan.decide_known(Decision::Fill);
    let result = apply(&mut workspace, &plan, today(), &mut counter()).unwrap();
    assert_eq!(result, ImportResult { filled: vec![id], ..ImportResult::default() });
    let details = &workspace.customer(id).unwrap().details;
    assert_eq!((details.sector.as_str(), details.email.as_str()), ("Autoglas", "g@glas.example"));
    assert_eq!(details.worth.map(|worth| worth.amount.0), Some(1_250));
    assert_eq!(
        details.people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(),
        ["Anna Bau", "Ben Glas"]
    );
    let again = apply(&mut workspace, &plan, today(), &mut counter()).unwrap();
    assert_eq!(again, ImportResult::default());
}

#[test]
fn a_plan_that_cannot_be_kept_changes_nothing() {
    let mut workspace = a_workspace_of("Name\nAlt GmbH\n");
    let before = workspace.clone();
    let mut plan = list("Name\nEins\nZwei\n").plan(&workspace);
    plan.decide(1, Decision::Fill(CustomerId(Uuid::from_u128(404))));
    let refused = apply(&mut workspace, &plan, today(), &mut counter());
    assert_eq!((refused, workspace == before), (Err(Refusal::UnknownCustomer), true));
}

#[test]
fn who_recommended_a_customer_is_found_by_name() {
    let mut workspace = a_workspace_of("Name\nAlt GmbH\n");
    let list = list("Name;Empfohlen von\nEins;Zwei\nZwei;alt gmbh\nDrei;Niemand\n");
    let plan = list.plan(&workspace);
    assert_eq!(plan.rows[2].row.problems[0].issue, RowIssue::UnknownReferrer);
    list.import(&mut workspace);
    let all: Vec<_> = workspace.in_order().map(|card| card.customer.clone()).collect();
    assert_eq!(all[0].details.referred_by, Some(all[1].id));
    assert_eq!(all[1].details.referred_by, Some(all[3].id));
    assert_eq!(
        (all[2].details.referred_by, all[2].details.notes.as_str()),
        (None, "Empfohlen von: Niemand")
    );
}

#[test]
fn rows_without_a_customer_are_left_out_and_counted() {
    let mut workspace = Workspace::default();
    let plan = fixture("german_excel.csv").plan(&workspace);
    assert_eq!(plan.counts().unusable, 1);
    let result = apply(&mut workspace, &plan, today(), &mut counter()).unwrap();
    assert_eq!((result.added.len(), result.skipped, workspace.len()), (4, 1, 4));
}

#[test]
fn the_same_file_twice_adds_nothing() {
    for name in ["google.csv", "outlook_german.csv", "german_excel.csv", "hubspot_contacts.csv"] {
        let (mut workspace, list) = (Workspace::default(), fixture(name));
        list.import(&mut workspace);
        let before = workspace.clone();
        assert_eq!(list.import(&mut workspace), [], "{name}");
        assert!(workspace == before, "{name}");
    }
}
