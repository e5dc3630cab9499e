//! The postal address of a row.

use super::{
    assembly::RowDraft,
    cells::{Layout, Value},
    row::{Remedy, RowIssue},
};
use crate::{
    domain::{Field, fold},
    exchange::columns::{Program, Target},
};

/// An address, each part where it was found.
#[derive(Default)]
struct Found<'t> {
    street: Option<Value<'t>>,
    postal_code: Option<Value<'t>>,
    city: Option<Value<'t>>,
    country: Option<Value<'t>>,
}

/// Fills the address: the first that the row has; a second one goes to the notes.
pub(super) fn read(row: &mut RowDraft, layout: &Layout, at: usize) {
    let mut first = first(row, layout, at);
    let second = second(layout, at);
    if first.is_empty() {
        let country = first.country;
        first = second;
        first.country = first.country.or(country);
    } else {
        leave(row, second);
    }
    let country = first.country.as_ref().map(|country| fold(&country.text)).unwrap_or_default();
    if let Some(code) = first.postal_code {
        let text = postal_code(row, layout, &code, &country);
        row.draft.postal_code = row.fill(Field::PostalCode, Value { text: text.into(), ..code });
    }
    let mut fill =
        |field, value: Option<Value>| value.map(|value| row.fill(field, value)).unwrap_or_default();
    let street = fill(Field::Street, first.street);
    let city = fill(Field::City, first.city);
    let country = fill(Field::Country, first.country);
    (row.draft.street, row.draft.city, row.draft.country) = (street, city, country);
}

impl Found<'_> {
    fn is_empty(&self) -> bool {
        self.street.is_none() && self.postal_code.is_none() && self.city.is_none()
    }
}

fn first<'t>(row: &mut RowDraft, layout: &Layout<'t>, at: usize) -> Found<'t> {
    let mut found = Found {
        street: street(layout, at),
        postal_code: layout.first(at, Target::PostalCode),
        city: layout.joined(at, Target::City, ", "),
        country: layout.first(at, Target::Country),
    };
    if let Some(both) = layout.first(at, Target::PostalCodeAndCity) {
        let (code, city) = code_and_city(&both.text).unwrap_or(("", &both.text));
        let part = |text: &str| {
            (!text.is_empty()).then(|| Value { text: text.to_owned().into(), ..both.clone() })
        };
        found.postal_code = found.postal_code.or_else(|| part(code));
        found.city = found.city.or_else(|| part(city));
    }
    if let Some(whole) = layout.joined(at, Target::Address, ", ") {
        if found.is_empty() {
            split_whole(&whole, &mut found);
        } else if found.street.is_none() {
            found.street = Some(whole);
        } else if !layout.program.is_google() {
            row.leave(whole.place, whole.text);
        }
    }
    found
}

/// The street with the number of the house.
fn street<'t>(layout: &Layout<'t>, at: usize) -> Option<Value<'t>> {
    let mut street = layout.joined(at, Target::Street, ", ")?;
    if let Some(number) = layout.first(at, Target::HouseNumber) {
        street.text = format!("{} {}", street.text, number.text).into();
    }
    Some(street)
}

fn second<'t>(layout: &Layout<'t>, at: usize) -> Found<'t> {
    Found {
        street: layout.joined(at, Target::OtherStreet, ", "),
        postal_code: layout.first(at, Target::OtherPostalCode),
        city: layout.joined(at, Target::OtherCity, ", "),
        country: layout.first(at, Target::OtherCountry),
    }
}

/// Keeps a second address in one line: street, code and town, country.
fn leave(row: &mut RowDraft, address: Found) {
    if address.is_empty() {
        return;
    }
    let text =
        |part: &Option<Value>| part.as_ref().map(|part| part.text.to_string()).unwrap_or_default();
    let town = format!("{} {}", text(&address.postal_code), text(&address.city));
    let parts = [text(&address.street), town.trim().to_owned(), text(&address.country)];
    let filled: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let place = [address.street, address.city, address.postal_code].into_iter().flatten().next();
    if let Some(value) = place {
        row.leave(value.place, filled.join(", "));
    }
}

/// Cuts `Musterstr. 1, 70173 Stuttgart, Germany` into its parts; what has no town is a street.
fn split_whole<'t>(whole: &Value<'t>, found: &mut Found<'t>) {
    let part = |text: &str| Some(Value { text: text.to_owned().into(), ..whole.clone() });
    let lines: Vec<&str> =
        whole.text.split([',', '\n']).map(str::trim).filter(|line| !line.is_empty()).collect();
    let town = lines.iter().position(|line| code_and_city(line).is_some());
    let Some((at, (code, city))) = town.and_then(|at| Some((at, code_and_city(lines.get(at)?)?)))
    else {
        found.street = part(&lines.join(", "));
        return;
    };
    let street = lines.get(..at).unwrap_or_default().join(", ");
    let country = lines.get(at + 1..).unwrap_or_default().join(", ");
    found.street = part(&street).filter(|_| !street.is_empty());
    found.postal_code = part(code);
    found.city = part(city);
    found.country = found.country.take().or_else(|| part(&country).filter(|_| !country.is_empty()));
}

/// `70173 Stuttgart`, also with `D-` in front.
fn code_and_city(text: &str) -> Option<(&str, &str)> {
    let (code, city) = text.trim().split_once(char::is_whitespace)?;
    let digits = code.split_once('-').map_or(code, |(_, digits)| digits);
    let fits = matches!(digits.len(), 4 | 5) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_name = city.trim().starts_with(char::is_alphabetic);
    (fits && is_name).then(|| (code, city.trim()))
}

/// Spreadsheets take `01067` for a number and drop the zero.
fn postal_code(row: &mut RowDraft, layout: &Layout, code: &Value, country: &str) -> String {
    let text = code.text.trim_start_matches('\'');
    let is_short = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_short || layout.program == Program::Rapport {
        return if is_short { text.to_owned() } else { code.text.to_string() };
    }
    if matches!(country, "de" | "d" | "deu" | "ger" | "germany" | "deutschland" | "brd") {
        row.note(layout, code.place, text, RowIssue::LostZero, Remedy::Mended);
        return format!("0{text}");
    }
    if country.is_empty() && layout.is_five_digit(code.place.column) {
        row.note(layout, code.place, text, RowIssue::MaybeLostZero, Remedy::Kept);
    }
    text.to_owned()
}
