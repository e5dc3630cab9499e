//! Money: whole minor units, one currency per workspace.

use super::limits::AMOUNT_MAX;

/// An amount in minor units (cents).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(pub i64);

impl Amount {
    /// The sum, held at the ends of the range instead of turning over.
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// As a plain number with this decimal mark, as a form holds it: `12500` or `12500,50`.
    pub fn plain(self, decimal_mark: char) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, minor) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        if minor == 0 {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}{decimal_mark}{minor:02}")
        }
    }
}

/// What a customer is worth per year: earned, or only expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Worth {
    /// How much.
    pub amount: Amount,
    /// Whether this is still hoped for.
    pub expected: bool,
}

/// Reads an amount as people write it: `12.500`, `12.500,50`, `12,500.50`, `1'234.50`, `12,00-`,
/// `(12,00)`, with a currency sign or three letters around it.
///
/// A single mark followed by exactly three digits separates thousands. `None` when the text is no
/// amount or the amount is beyond [`AMOUNT_MAX`].
pub fn parse_amount(text: &str) -> Option<Amount> {
    let text = strip_currency(text);
    let (text, negative) = strip_sign(&text)?;
    let (whole, minor) = split_decimal(text)?;
    let whole = join_thousands(whole)?;
    let mut cents: i64 = whole.parse::<i64>().ok()?.checked_mul(100)?;
    cents = cents.checked_add(match minor.len() {
        0 => 0,
        1 => minor.parse::<i64>().ok()? * 10,
        2 => minor.parse::<i64>().ok()?,
        _ => return None,
    })?;
    (cents <= AMOUNT_MAX).then_some(Amount(if negative { -cents } else { cents }))
}

fn strip_currency(text: &str) -> String {
    let unspaced: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_word = |c: char| c.is_alphabetic() || matches!(c, '€' | '$' | '£');
    unspaced.trim_matches(is_word).to_owned()
}

fn strip_sign(text: &str) -> Option<(&str, bool)> {
    if let Some(inner) = text.strip_prefix('(') {
        return Some((inner.strip_suffix(')')?, true));
    }
    let lead = ['-', '−'].into_iter().find_map(|sign| text.strip_prefix(sign));
    let tail = text.strip_suffix('-');
    Some(match (lead, tail) {
        (Some(rest), _) | (None, Some(rest)) => (rest, true),
        (None, None) => (text, false),
    })
}

/// Parts a number at its decimal mark; the thousands stay in the first part.
fn split_decimal(text: &str) -> Option<(&str, &str)> {
    let Some(last) = text.rfind(['.', ',']) else { return Some((text, "")) };
    let mark = &text[last..=last];
    let (whole, minor) = (&text[..last], &text[last + 1..]);
    if !minor.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let other_marks = whole.chars().filter(|c| matches!(c, '.' | ',' | '\'' | '’')).count();
    let same_again = whole.contains(mark);
    if minor.len() == 3 && (other_marks == 0 || same_again) {
        return Some((text, ""));
    }
    (!same_again).then_some((whole, minor))
}

/// Takes the marks between thousands out, if every group behind the first has three digits.
fn join_thousands(text: &str) -> Option<String> {
    let mut groups = text.split(['.', ',', '\'', '’']);
    let first = groups.next()?;
    let mut joined = first.to_owned();
    let mut grouped = false;
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        grouped = true;
        joined.push_str(group);
    }
    let first_fits = !first.is_empty() && (!grouped || first.len() <= 3);
    (first_fits && joined.chars().all(|c| c.is_ascii_digit())).then_some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, cents: i64) {
        assert_eq!(parse_amount(text), Some(Amount(cents)), "{text}");
    }

    #[track_caller]
    fn refuses(text: &str) {
        assert_eq!(parse_amount(text), None, "{text}");
    }

    #[test]
    fn amounts_as_people_write_them() {
        reads("12.500", 1_250_000);
        reads("12.500,50 €", 1_250_050);
        reads("12,500.50", 1_250_050);
        reads("1.234.567", 123_456_700);
        reads("1'234.50", 123_450);
        reads("1 234,5", 123_450);
        reads("1\u{202F}234,5", 123_450);
        reads("EUR 12,00", 1_200);
        reads("12,00-", -1_200);
        reads("(12,00)", -1_200);
        reads("-7", -700);
        reads("0,5", 50);
    }

    #[test]
    fn what_is_no_amount() {
        refuses("");
        refuses("€");
        refuses("12.50.0");
        refuses("12,5,0");
        refuses("1,2345");
        refuses("zwölf");
        refuses("1e9");
        refuses("99999999999999999999");
        refuses("10000000001");
        refuses(".5.");
        refuses("1234.567,00");
    }

    #[test]
    fn the_plain_form_reads_back() {
        for cents in [0, 5, 99, 100, 123_456, -123_456] {
            reads(&Amount(cents).plain(','), cents);
            reads(&Amount(cents).plain('.'), cents);
        }
    }
}
