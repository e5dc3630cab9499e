//! From the workspace into the form of a record, and back.

use chrono::NaiveDateTime;
use leptos::prelude::RwSignal;

use super::Place;
use crate::{
    domain::{
        Asset, AssetId, Blank, Facts, Field, Input, Level, Matter, MatterId, MatterKind, NewIds,
        OwnField, OwnInput, OwnValue, OwnValues, Portrait, Problem, Problems, Slot, Workspace, iso,
    },
    platform::announce::announce,
    state::{AppState, Done},
    views::{ui::Subject, wording::Language},
};

/// The name under which an unfinished form is kept.
pub fn name(subject: Subject) -> String {
    match subject {
        Subject::Matter(customer, kind, at) => {
            let at = at.map(|at| at.to_string()).unwrap_or_default();
            [kind.key(), "/", &customer.to_string(), "/", &at].concat()
        }
        Subject::Portrait(customer) => ["portrait/", &customer.to_string()].concat(),
        Subject::Own(customer) => ["own/", &customer.to_string()].concat(),
        Subject::Asset(kind, at) => {
            [kind.key(), "/", &at.map(|at| at.to_string()).unwrap_or_default()].concat()
        }
    }
}

/// The heading of the form.
pub fn title(workspace: &Workspace, t: Language, subject: Subject) -> String {
    let name = |id| workspace.customer(id).map_or("", |customer| customer.details.name.as_str());
    let of = |word: &'static str| {
        if subject.is_kept() { t.record_edit(word) } else { t.record_new(word) }
    };
    match subject {
        Subject::Matter(_, kind, _) => of(t.matter_kind(kind)),
        Subject::Asset(kind, _) => of(t.asset_kind(kind)),
        Subject::Portrait(id) => t.record_portrait_title(name(id)),
        Subject::Own(id) => t.record_own_title(name(id)),
    }
}

/// The places of the form with what they hold.
pub fn places(
    workspace: &Workspace,
    t: Language,
    subject: Subject,
    prefill: &Facts,
    now: NaiveDateTime,
) -> Vec<Place> {
    let place = |blank: &Blank, facts: &Facts| Place {
        field: Field::Slot(blank.slot),
        blank: *blank,
        label: t.slot(blank.slot).to_owned(),
        options: options(workspace, t, blank.input, subject),
        value: RwSignal::new(facts.get(blank.slot).to_owned()),
    };
    let (blanks, facts) = match subject {
        Subject::Own(id) => {
            let known = workspace.customer(id).map(|customer| customer.own.clone());
            let known = known.unwrap_or_default();
            let fields = workspace.settings().fields.iter().enumerate();
            return fields.map(|(at, field)| own_place(t, at, field, &known)).collect();
        }
        Subject::Matter(id, kind, at) => {
            let kept = at.and_then(|at| workspace.customer(id)?.matters.get(&at));
            let new = || begun(kind, prefill, now);
            (kind.blanks(), kept.map_or_else(new, |matter| matter.facts()))
        }
        Subject::Portrait(id) => {
            let portrait = workspace.customer(id).map(|customer| customer.portrait.facts());
            (Portrait::BLANKS, portrait.unwrap_or_default())
        }
        Subject::Asset(kind, at) => {
            let kept = at.and_then(|at| workspace.assets().get(&at));
            (kind.blanks(), kept.map_or_else(|| prefill.clone(), |asset| asset.facts()))
        }
    };
    let facts = facts.shown(blanks, t.decimal_mark());
    blanks.iter().map(|blank| place(blank, &facts)).collect()
}

/// What a new matter begins with: today, where that is most likely right.
fn begun(kind: MatterKind, prefill: &Facts, now: NaiveDateTime) -> Facts {
    let mut facts = prefill.clone();
    let slot = match kind {
        MatterKind::Deal => Slot::Inquiry,
        MatterKind::Subscription => Slot::Start,
        MatterKind::Case => Slot::Opened,
        MatterKind::Promise => Slot::Made,
        MatterKind::Consent => Slot::ConsentOn,
        MatterKind::Task | MatterKind::Argument => return facts,
        _ => Slot::On,
    };
    let minute = iso::minute_text(now);
    let is_begun = |slot: Slot| !facts.get(slot).is_empty();
    let has_stage = kind == MatterKind::Deal && facts.0.keys().any(|slot| is_begun(*slot));
    if !is_begun(slot) && !has_stage {
        let day = minute.get(..10).unwrap_or_default().to_owned();
        facts.set(slot, if slot == Slot::Opened { minute } else { day });
    }
    if kind == MatterKind::Case && facts.get(Slot::CaseKind).is_empty() {
        facts.set(Slot::CaseKind, "complaint");
    }
    facts
}

fn own_place(t: Language, at: usize, field: &OwnField, known: &OwnValues) -> Place {
    let open = (String::new(), t.form_no_choice().to_owned());
    let options = field.options.iter().map(|option| (option.clone(), option.clone()));
    let input = match field.takes {
        OwnInput::Text => Input::Line,
        OwnInput::Number => Input::Money,
        OwnInput::Date => Input::Day,
        OwnInput::Choice => Input::Choice(&[]),
    };
    Place {
        field: Field::Own(at),
        blank: Blank { slot: Slot::Text, input, must: false },
        label: field.name.clone(),
        options: std::iter::once(open).chain(options).collect(),
        value: RwSignal::new(
            known.get(field.id.0).map(|own| own.value.clone()).unwrap_or_default(),
        ),
    }
}

fn options(
    workspace: &Workspace,
    t: Language,
    input: Input,
    subject: Subject,
) -> Vec<(String, String)> {
    let open = std::iter::once((String::new(), t.form_no_choice().to_owned()));
    let word = |key: &&str| ((*key).to_owned(), t.choice(key).to_owned());
    match input {
        Input::Choice(keys) => open.chain(keys.iter().map(word)).collect(),
        Input::Choices(keys) => keys.iter().map(word).collect(),
        Input::Level => {
            let level = |level: &Level| (level.to_string(), t.level(*level).to_owned());
            open.chain(Level::ALL.iter().map(level)).collect()
        }
        Input::Lines | Input::Products => {
            let own = match subject {
                Subject::Asset(_, own) => own,
                _ => None,
            };
            let others = workspace.products().filter(|(id, _)| Some(*id) != own);
            others.map(|(id, product)| (id.to_string(), product.title.clone())).collect()
        }
        _ => Vec::new(),
    }
}

/// Every problem of a filled form.
pub fn check(
    state: AppState,
    subject: Subject,
    filled: &[(Field, String)],
    now: NaiveDateTime,
) -> Result<(), Problems> {
    let facts = facts(filled);
    match subject {
        Subject::Matter(_, kind, _) => Matter::check(kind, &facts, now).map(drop),
        Subject::Asset(kind, _) => Asset::check(kind, &facts, now).map(drop),
        Subject::Portrait(_) => facts.check(Portrait::BLANKS, now).map(drop),
        Subject::Own(_) => state.peek(|ws| own_values(&ws.settings().fields, filled)).map(drop),
    }
}

/// Keeps what is filled in; false when something is wrong with it.
pub fn save(state: AppState, t: Language, subject: Subject, filled: &[(Field, String)]) -> bool {
    let (facts, mut moment) = (facts(filled), state.moment());
    let now = moment.now;
    let result = match subject {
        Subject::Matter(id, kind, at) => {
            let Ok(matter) = Matter::check(kind, &facts, now) else { return false };
            let at = at.unwrap_or_else(|| MatterId(moment.next()));
            state.commit(Done::Recorded(kind), |ws, _| ws.put_matter(id, at, matter))
        }
        Subject::Asset(kind, at) => {
            let Ok(asset) = Asset::check(kind, &facts, now) else { return false };
            let at = at.unwrap_or_else(|| AssetId(moment.next()));
            state.commit(Done::AssetKept(kind), |ws, _| ws.put_asset(at, asset))
        }
        Subject::Portrait(id) => {
            let checked = facts.check(Portrait::BLANKS, now).ok();
            let Some(portrait) = checked.and_then(|facts| Portrait::of_facts(&facts)) else {
                return false;
            };
            state.commit(Done::Edited(id), |ws, moment| {
                ws.edit_portrait(id, portrait, now.date(), moment)
            })
        }
        Subject::Own(id) => {
            let own = state.peek(|ws| own_values(&ws.settings().fields, filled));
            let Ok(own) = own else { return false };
            state.commit(Done::Edited(id), |ws, _| ws.edit_own(id, own))
        }
    };
    match result {
        Ok(_) => true,
        Err(refusal) => {
            announce(t.refusal(refusal));
            true
        }
    }
}

/// Takes a record out.
pub fn remove(state: AppState, t: Language, subject: Subject) -> bool {
    let result = match subject {
        Subject::Matter(id, kind, Some(at)) => {
            state.commit(Done::RecordRemoved(kind), |ws, _| ws.remove_matter(id, at))
        }
        Subject::Asset(kind, Some(at)) => state.commit(Done::AssetRemoved(kind), |ws, _| {
            ws.remove_asset(at);
            Ok(())
        }),
        _ => return false,
    };
    if let Err(refusal) = result {
        announce(t.refusal(refusal));
    }
    true
}

fn facts(filled: &[(Field, String)]) -> Facts {
    let mut facts = Facts::default();
    for (field, text) in filled {
        if let Field::Slot(slot) = field {
            facts.set(*slot, text.clone());
        }
    }
    facts
}

fn own_values(fields: &[OwnField], filled: &[(Field, String)]) -> Result<OwnValues, Problems> {
    let (mut own, mut problems) = (OwnValues::default(), Vec::new());
    for (field, text) in filled {
        let Field::Own(at) = field else { continue };
        let Some(known) = fields.get(*at) else { continue };
        match known.canonical(text) {
            Ok(value) if value.is_empty() => {}
            Ok(value) => own.put(OwnValue { id: known.id, value }),
            Err(issue) => problems.push(Problem { field: *field, issue }),
        }
    }
    if problems.is_empty() { Ok(own) } else { Err(Problems(problems)) }
}
