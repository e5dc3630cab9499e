//! Makes a row valid: whatever the form refuses goes to the notes, with the name of its column.

use chrono::NaiveDate;

use super::{
    assembly::RowDraft,
    cells::{Layout, Place},
    fields::texts_of,
    notes::written,
    row::{ImportRow, Referrer, Remedy, RowIssue, SkipReason},
};
use crate::{
    domain::{CustomerDraft, Field, Issue, NOTE_MAX, Problem, TAG_MAX, TAGS_MAX, clean_line},
    exchange::columns::Target,
};

/// Each round ends with fewer problems; a mended field is empty or short.
const ROUNDS: usize = 3;

/// The customer of a row.
pub(super) fn finish(mut row: RowDraft, layout: &Layout, today: NaiveDate) -> ImportRow {
    let mut skipped = clean_line(&row.draft.name).is_empty().then_some(SkipReason::NoName);
    if skipped.is_none() {
        skipped = Some(SkipReason::Unreadable);
        for _ in 0..ROUNDS {
            match row.draft.check(today) {
                Ok(_) => {
                    skipped = None;
                    break;
                }
                Err(problems) => mend(&mut row, layout, &problems.0),
            }
        }
    }
    let (notes, is_cut) = written(&row, layout);
    if is_cut {
        let place = layout.first(row.at, Target::Notes).map(|notes| notes.place);
        let place = place.or_else(|| row.leftovers.last().map(|last| last.place));
        let place = place.unwrap_or(Place { row: row.at, column: 0 });
        row.note(
            layout,
            place,
            &notes,
            RowIssue::Refused(Issue::TooLong(NOTE_MAX)),
            Remedy::CutOff,
        );
    }
    row.draft.notes = notes;
    row.problems.sort_by_key(|problem| (problem.line, problem.column));
    ImportRow {
        line: row.line,
        referred_by: row.referred_by.map(|(place, name)| Referrer {
            name: clean_line(&name),
            column: place.column,
            label: layout.label(place).into_owned(),
        }),
        draft: row.draft,
        standing: row.standing,
        gathered: row.gathered,
        problems: row.problems,
        skipped,
    }
}

fn mend(row: &mut RowDraft, layout: &Layout, problems: &[Problem]) {
    for Problem { field, issue } in problems {
        let place = row.places.get(field).copied().unwrap_or(Place { row: row.at, column: 0 });
        let refusal = RowIssue::Refused(*issue);
        match (field, issue) {
            (Field::Tags, _) => {
                for tag in excess_tags(&mut row.draft.tags) {
                    row.refuse(layout, place, &tag, refusal);
                }
            }
            (Field::People, Issue::TooMany(most)) => {
                for person in row.draft.people.split_off(*most) {
                    let parts = [person.name, person.role, person.email, person.phone];
                    row.refuse(layout, place, &parts.join(" "), refusal);
                }
            }
            (Field::Intensity, Issue::NeedsEvidence) => {
                row.draft.intensity = None;
                row.refuse(layout, place, layout.raw(place), refusal);
            }
            (Field::FirstContact | Field::AskedOn | Field::Worth, _) => {
                clear(&mut row.draft, *field);
                row.refuse(layout, place, layout.raw(place), refusal);
            }
            (_, Issue::TooLong(most)) if !is_whole(*field) => {
                shorten(row, layout, place, *field, *most)
            }
            _ => {
                let text = clear(&mut row.draft, *field);
                row.refuse(layout, place, &text, refusal);
            }
        }
    }
}

/// Keeps what fits of every text of the field. Short texts go to the notes as a whole; what is too
/// long for a note of its own is cut off.
fn shorten(row: &mut RowDraft, layout: &Layout, place: Place, field: Field, most: usize) {
    let mut cut = Vec::new();
    for text in texts_of(&mut row.draft, field) {
        if text.chars().count() > most {
            let kept: String = text.chars().take(most).collect();
            cut.push(std::mem::replace(text, kept.trim_end().to_owned()));
        }
    }
    let issue = RowIssue::Refused(Issue::TooLong(most));
    for text in cut {
        if most < NOTE_MAX {
            row.leave(place, text.as_str());
            row.note(layout, place, &text, issue, Remedy::Shortened);
        } else {
            row.note(layout, place, &text, issue, Remedy::CutOff);
        }
    }
}

/// Whether a part of a value would be another value.
fn is_whole(field: Field) -> bool {
    matches!(
        field,
        Field::Email | Field::Phone | Field::Web | Field::PersonEmail(_) | Field::PersonPhone(_)
    )
}

fn clear(draft: &mut CustomerDraft, field: Field) -> String {
    let texts = texts_of(draft, field).into_iter().map(std::mem::take);
    texts.collect::<Vec<_>>().join(", ")
}

/// Takes the tags out that are too long or too many.
fn excess_tags(tags: &mut String) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    let mut excess = Vec::new();
    for tag in tags.split([',', ';', '\n']).map(clean_line).filter(|tag| !tag.is_empty()) {
        if kept.contains(&tag) {
            continue;
        }
        let fits = kept.len() < TAGS_MAX && tag.chars().count() <= TAG_MAX;
        if fits { kept.push(tag) } else { excess.push(tag) }
    }
    *tags = kept.join(", ");
    excess
}
