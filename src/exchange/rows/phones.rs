//! The telephone numbers of a row: the firm's, the human's, and the rest.

use super::{
    assembly::RowDraft,
    cells::{Layout, Place, Value},
    row::RowIssue,
};
use crate::{
    domain::{Field, Kind, fold},
    exchange::columns::{Program, Target},
};

/// The kinds of numbers.
const KINDS: [Target; 5] = [
    Target::PhoneCompany,
    Target::PhoneBusiness,
    Target::PhoneMobile,
    Target::PhoneHome,
    Target::PhoneOther,
];

struct Number {
    kind: Target,
    place: Place,
    text: String,
}

/// Fills the numbers of the customer and of the human; further ones go to the notes.
pub(super) fn read(row: &mut RowDraft, layout: &Layout, at: usize) {
    let numbers = numbers(row, layout, at);
    let first = |order: &[Target]| {
        order.iter().find_map(|kind| numbers.iter().position(|number| number.kind == *kind))
    };
    let [company, business, mobile, home, other] = KINDS;
    let own = match (row.human, row.draft.kind) {
        (None, Kind::Person) => first(&[mobile, home, business, company, other]),
        _ => first(&[company, business, mobile, home, other]),
    };
    let humans = row.human.and_then(|_| first(&[mobile, business, home, other]));
    for (index, number) in numbers.into_iter().enumerate() {
        if Some(index) == own {
            row.places.insert(Field::Phone, number.place);
            row.draft.phone.clone_from(&number.text);
        }
        if Some(index) == humans {
            row.places.insert(Field::PersonPhone(0), number.place);
            if let Some(human) = row.human.and_then(|human| row.draft.people.get_mut(human)) {
                human.phone.clone_from(&number.text);
            }
        }
        if Some(index) != own && Some(index) != humans {
            row.leave(number.place, number.text);
        }
    }
}

fn numbers(row: &mut RowDraft, layout: &Layout, at: usize) -> Vec<Number> {
    let area = layout.first(at, Target::AreaCode);
    let mut numbers = Vec::new();
    for target in KINDS.into_iter().chain([Target::Phone]) {
        for value in layout.values(at, target) {
            let is_exact = layout.program == Program::Rapport;
            if !is_exact && is_damaged(&value.text) {
                row.refuse(layout, value.place, &value.text, RowIssue::DamagedPhone);
                continue;
            }
            let Some(kind) = kind(target, &value) else {
                row.leave(value.place, value.text);
                continue;
            };
            let text =
                if is_exact { value.text.to_string() } else { dialled(&value.text, area.as_ref()) };
            if !numbers.iter().any(|number: &Number| number.text == text) {
                numbers.push(Number { kind, place: value.place, text });
            }
        }
    }
    numbers
}

/// The kind of a number by the column beside it; nothing for a fax or a pager.
fn kind(target: Target, value: &Value) -> Option<Target> {
    if target != Target::Phone {
        return Some(target);
    }
    let label = fold(value.label);
    let has = |words: &[&str]| words.iter().any(|word| label.contains(word));
    match () {
        () if has(&["fax", "pager"]) => None,
        () if has(&["mobil", "handy", "cell", "iphone"]) => Some(Target::PhoneMobile),
        () if has(&["home", "privat"]) => Some(Target::PhoneHome),
        () if has(&["main", "zentrale"]) => Some(Target::PhoneCompany),
        () if has(&["other", "sonstig", "andere"]) => Some(Target::PhoneOther),
        () => Some(Target::PhoneBusiness),
    }
}

/// The number with its area code, without what a link or a spreadsheet puts in front.
fn dialled(text: &str, area: Option<&Value>) -> String {
    let number = text.trim_start_matches("tel:").trim_start_matches('\'').trim();
    match area {
        Some(area) if !number.starts_with(['0', '+']) => format!("{} {number}", area.text),
        _ => number.to_owned(),
    }
}

/// `4,91512E+11`: digits are lost for good.
fn is_damaged(text: &str) -> bool {
    let Some((number, power)) = text.trim().split_once(['E', 'e']) else { return false };
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let has_power = power.strip_prefix('+').is_some_and(|power| power.parse::<u8>().is_ok());
    has_power && !number.is_empty() && number.chars().all(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_no_telephone_number() {
        assert!(is_damaged("4,91512E+11"));
        assert!(is_damaged("4.9E+11"));
        assert!(!is_damaged("+49 151 2345"));
        assert!(!is_damaged("Ella+1"));
        assert!(!is_damaged("E+1"));
    }
}
