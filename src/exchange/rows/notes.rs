//! The notes of a customer from a list: the list's own, and whatever has no field.

use super::{
    assembly::{Leftover, RowDraft},
    cells::Layout,
};
use crate::{
    domain::{NOTE_MAX, clean_text},
    exchange::columns::Target,
};

/// Reads notes, and the columns that go to the notes with their headings.
pub(super) fn read(row: &mut RowDraft, layout: &Layout, at: usize) {
    if let Some(notes) = layout.joined(at, Target::Notes, "\n") {
        row.notes.push(notes.text.into_owned());
    }
    for target in [Target::CustomerNumber, Target::Birthday, Target::KeepInNotes] {
        for value in layout.values(at, target) {
            row.leave(value.place, value.text);
        }
    }
}

/// The notes as they are kept, and whether something had to be cut off. What comes from other
/// fields is kept before the list's own notes are.
pub(super) fn written(row: &RowDraft, layout: &Layout) -> (String, bool) {
    let own = clean_text(&row.notes.join("\n\n"));
    let lines: Vec<String> = row.leftovers.iter().map(|leftover| line(leftover, layout)).collect();
    let lines = clean_text(&lines.join("\n"));
    let between = if own.is_empty() || lines.is_empty() { "" } else { "\n\n" };
    let room = NOTE_MAX.saturating_sub(lines.chars().count() + between.len());
    let is_cut = own.chars().count() > room || lines.chars().count() > NOTE_MAX;
    if !is_cut {
        return (format!("{own}{between}{lines}"), false);
    }
    let own: String = own.chars().take(room).collect();
    let all = format!("{}{between}{lines}", own.trim_end());
    (all.trim_start().chars().take(NOTE_MAX).collect(), true)
}

fn line(leftover: &Leftover, layout: &Layout) -> String {
    let label = layout.label(leftover.place);
    match leftover.whom.as_str() {
        "" => format!("{label}: {}", leftover.text),
        whom => format!("{label} ({whom}): {}", leftover.text),
    }
}
