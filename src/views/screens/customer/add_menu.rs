//! What can be written into a customer's file.

use chrono::NaiveDate;

use crate::{
    domain::{Asset, CustomerId, Facts, MatterKind, Procedure, Slot, Step, Workspace},
    views::{
        parts::MenuItem,
        ui::{Dialog, Subject, Ui},
        wording::Language,
    },
};

/// One line for each kind of matter, then the picture of the customer, then messages and templates.
pub fn items(
    workspace: &Workspace,
    ui: Ui,
    t: Language,
    id: CustomerId,
    today: NaiveDate,
) -> Vec<MenuItem> {
    let new = |kind: MatterKind, facts: Facts, label: String, icon| {
        let subject = Subject::Matter(id, kind, None);
        MenuItem::action(label, icon, move || ui.open(Dialog::Sheet(subject, facts.clone())))
            .with_test_id("add-record")
    };
    let plain = MatterKind::ALL.iter().filter(|kind| **kind != MatterKind::Checklist);
    let mut items: Vec<MenuItem> = plain
        .map(|kind| new(*kind, Facts::default(), t.matter_kind(*kind).to_owned(), icon(*kind)))
        .collect();
    let difficult = checklist(t.record_difficult(), t.record_difficult_steps().lines(), today);
    items.push(
        new(MatterKind::Checklist, difficult, t.record_difficult().to_owned(), "check")
            .after_line(),
    );
    for asset in workspace.assets().values() {
        if let Asset::Procedure(Procedure { title, items: steps }) = asset.as_ref() {
            let facts = checklist(title, steps.iter().map(String::as_str), today);
            items.push(new(MatterKind::Checklist, facts, t.record_from_template(title), "check"));
        }
    }
    let open = |label: &str, icon, dialog: Dialog, handle| {
        MenuItem::action(label, icon, move || ui.open(dialog.clone())).with_test_id(handle)
    };
    let sheet = |subject| Dialog::Sheet(subject, Facts::default());
    items.push(
        open(t.record_portrait(), "relations", sheet(Subject::Portrait(id)), "edit-portrait")
            .after_line(),
    );
    if !workspace.settings().fields.is_empty() {
        items.push(open(t.field_own_fields(), "edit", sheet(Subject::Own(id)), "edit-own"));
    }
    items.push(open(t.record_own_define(), "edit", Dialog::OwnFields, "define-own"));
    items.push(open(t.record_write(), "mail", Dialog::Message(id), "write-message").after_line());
    items.push(open(t.record_assets(), "box", Dialog::Assets, "assets"));
    items
}

fn checklist<'a>(title: &str, steps: impl Iterator<Item = &'a str>, today: NaiveDate) -> Facts {
    let steps = steps.map(|text| Step { text: text.to_owned(), done: false }).collect();
    let list =
        crate::domain::Checklist { title: title.to_owned(), on: today, steps, contact: None };
    let mut facts = list.facts();
    facts.set(Slot::Title, title);
    facts
}

/// The icon of a kind of matter.
pub fn icon(kind: MatterKind) -> &'static str {
    match kind {
        MatterKind::Deal => "euro",
        MatterKind::Subscription => "rhythm",
        MatterKind::Case => "alert",
        MatterKind::Promise => "promise",
        MatterKind::Task | MatterKind::Checklist => "check",
        MatterKind::Gesture | MatterKind::Deed => "gift",
        MatterKind::Review => "feedback",
        MatterKind::Consent => "yes",
        MatterKind::Argument => "chat",
    }
}
