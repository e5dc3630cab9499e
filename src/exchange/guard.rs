//! Keeps a spreadsheet from running what stands in a cell (OWASP CSV injection, ASVS 1.2.10).

use std::borrow::Cow;

/// The cell with an apostrophe in front where a spreadsheet could take it for a formula. Numbers
/// and telephone numbers stay as they are.
pub(super) fn with_guard(cell: &str) -> Cow<'_, str> {
    if is_trigger(unquoted(cell)) && !is_plain_number(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The cell without the one apostrophe that guards it.
pub(super) fn without_guard(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_trigger(unquoted(rest))).unwrap_or(cell)
}

/// Without apostrophes: text that looks guarded needs a guard of its own, else it would lose one.
fn unquoted(cell: &str) -> &str {
    cell.trim_start_matches('\'')
}

fn is_trigger(cell: &str) -> bool {
    if cell.starts_with(['\t', '\r', '\n', '\0']) {
        return true;
    }
    let is_unseen =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}' | '\u{FEFF}');
    cell.trim_start_matches(is_unseen).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// A number or telephone number with its sign: digits and what stands between them, no letters, so
/// no function and no reference.
fn is_plain_number(cell: &str) -> bool {
    cell.starts_with(['+', '-'])
        && cell.chars().any(|c| c.is_ascii_digit())
        && cell.chars().all(|c| c.is_ascii_digit() || " +-.,()/\u{A0}\u{202F}".contains(c))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn guards(cell: &str) {
        assert_eq!(with_guard(cell), format!("'{cell}"));
    }

    #[track_caller]
    fn leaves(cell: &str) {
        assert_eq!(with_guard(cell), cell);
    }

    #[test]
    fn formulas_are_guarded() {
        guards("=1+1");
        guards("@SUM(A1)");
        guards("+cmd|' /C calc'!A0");
        guards("-2+3+cmd|'x'!A0");
        guards("  =HYPERLINK(\"x\")");
        guards("\t=1");
        guards("\n");
        guards("＝1");
        guards("- Regale zeigen");
        guards("'=1");
        guards("'+49 711");
    }

    #[test]
    fn numbers_and_words_are_left() {
        leaves("+49 (0) 711 / 12-34");
        leaves("-12,50");
        leaves("O'Neill");
        leaves("'n Abend");
        leaves("a=b");
        leaves("");
    }

    #[test]
    fn a_guarded_telephone_number_is_freed() {
        assert_eq!(without_guard("'+49 711"), "+49 711");
        assert_eq!(without_guard("''=1"), "'=1");
        assert_eq!(without_guard("'n Abend"), "'n Abend");
    }

    proptest! {
        #[test]
        fn exactly_the_guard_comes_off(cell in "[ '=+@\t\n-]{0,4}\\PC{0,8}") {
            let guarded = with_guard(&cell);
            prop_assert_eq!(without_guard(&guarded), &cell);
        }
    }
}
