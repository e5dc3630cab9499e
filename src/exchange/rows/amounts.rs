//! Amounts of money as lists write them.

use crate::domain::{AMOUNT_MAX, Amount, parse_amount};

/// What stands before the cents. Decided for a whole column, because `1.234` alone may be either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    /// `1.234,56`
    Comma,
    /// `1,234.56`
    Point,
}

impl DecimalMark {
    /// As it stands in a number.
    pub fn sign(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }
}

/// Reads an amount, rounded to cents. Where the column shows no decimal mark, or the value does not
/// fit it, a mark before exactly three digits separates thousands.
pub(super) fn read_amount(text: &str, mark: Option<DecimalMark>) -> Option<Amount> {
    if text.contains('%') {
        return None;
    }
    mark.and_then(|mark| with_mark(text, mark)).or_else(|| parse_amount(text))
}

/// Which mark a value shows, if it shows one.
pub(super) fn shown_mark(text: &str) -> Option<DecimalMark> {
    let number: String =
        text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    let mark = |sign| if sign == ',' { DecimalMark::Comma } else { DecimalMark::Point };
    let last = number.chars().rev().find(|c| !c.is_ascii_digit())?;
    let other = if last == ',' { '.' } else { ',' };
    if number.matches(last).count() > 1 {
        return (!number.contains(other)).then(|| mark(other));
    }
    let (whole, cents) = number.split_once(last)?;
    let shows =
        whole.contains(other) || cents.len() != 3 || whole.len() > 3 || whole.starts_with('0');
    shows.then(|| mark(last))
}

fn with_mark(text: &str, mark: DecimalMark) -> Option<Amount> {
    let unspaced: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_currency = |c: char| c.is_alphabetic() || matches!(c, '€' | '$' | '£');
    let (number, is_negative) = unsigned(unspaced.trim_matches(is_currency))?;
    let number = number.trim_matches(is_currency);
    let (whole, minor) = number.split_once(mark.sign()).unwrap_or((number, ""));
    let cents = joined(whole)?.checked_mul(100)?.checked_add(rounded(minor)?)?;
    (cents <= AMOUNT_MAX).then_some(Amount(if is_negative { -cents } else { cents }))
}

fn unsigned(text: &str) -> Option<(&str, bool)> {
    if let Some(inner) = text.strip_prefix('(') {
        return Some((inner.strip_suffix(')')?, true));
    }
    let negative = text.strip_prefix(['-', '−']).or_else(|| text.strip_suffix('-'));
    Some(negative.map_or((text.trim_start_matches('+'), false), |rest| (rest, true)))
}

/// The whole number, its thousands joined: three digits in every group behind the first.
fn joined(whole: &str) -> Option<i64> {
    let mut groups = whole.split(['.', ',', '\'', '’']);
    let mut digits = groups.next()?.to_owned();
    for group in groups {
        if group.len() != 3 || digits.is_empty() {
            return None;
        }
        digits.push_str(group);
    }
    digits.bytes().all(|byte| byte.is_ascii_digit()).then_some(())?;
    digits.parse().ok()
}

/// The cents, with as many digits behind them as a spreadsheet likes.
fn rounded(minor: &str) -> Option<i64> {
    let mut digits = minor.chars().map(|c| c.to_digit(10));
    let mut next = || digits.next().unwrap_or(Some(0)).map(i64::from);
    let (tens, ones, rest) = (next()?, next()?, next()?);
    digits.all(|digit| digit.is_some()).then_some(tens * 10 + ones + i64::from(rest >= 5))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, mark: DecimalMark, cents: i64) {
        assert_eq!(read_amount(text, Some(mark)), Some(Amount(cents)), "{text}");
    }

    #[track_caller]
    fn refuses(text: &str) {
        assert_eq!(read_amount(text, Some(DecimalMark::Comma)), None, "{text}");
    }

    #[test]
    fn amounts_of_a_german_column() {
        let mark = DecimalMark::Comma;
        reads("1.234", mark, 123_400);
        reads("1.234,56 €", mark, 123_456);
        reads("1234,5", mark, 123_450);
        reads("EUR 12,00", mark, 1_200);
        reads("12,00-", mark, -1_200);
        reads("(12,00)", mark, -1_200);
        reads("-12,5", mark, -1_250);
        reads("1\u{A0}234,567", mark, 123_457);
        reads("1,234", mark, 123);
        reads("1.234.567", mark, 123_456_700);
    }

    #[test]
    fn amounts_of_an_english_column() {
        let mark = DecimalMark::Point;
        reads("1.234", mark, 123);
        reads("$1,234.56", mark, 123_456);
        reads("1'234.50", mark, 123_450);
        reads("12500", mark, 1_250_000);
    }

    #[test]
    fn what_is_no_amount() {
        refuses("12,5 %");
        refuses("");
        refuses("viel");
        refuses("99999999999999999999");
        refuses("1e9");
        refuses("(12");
    }

    #[test]
    fn some_values_show_their_mark() {
        assert_eq!(shown_mark("1.234,56"), Some(DecimalMark::Comma));
        assert_eq!(shown_mark("1,234.56 €"), Some(DecimalMark::Point));
        assert_eq!(shown_mark("12,5"), Some(DecimalMark::Comma));
        assert_eq!(shown_mark("0,125"), Some(DecimalMark::Comma));
        assert_eq!(shown_mark("1.234.567"), Some(DecimalMark::Comma));
        assert_eq!(shown_mark("1.234"), None);
        assert_eq!(shown_mark("1234"), None);
    }
}
