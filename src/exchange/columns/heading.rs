//! Headings made comparable.

use crate::domain::fold;

/// Lower case, `ä` as `ae`, `ß` as `ss`, letters and digits only: `E-Mail-Adresse` is
/// `emailadresse`.
pub(in crate::exchange) fn key(heading: &str) -> String {
    let mut spelled = String::with_capacity(heading.len());
    for c in heading.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => spelled.push_str("ae"),
            'ö' => spelled.push_str("oe"),
            'ü' => spelled.push_str("ue"),
            '\u{308}' if spelled.ends_with(['a', 'o', 'u']) => spelled.push('e'),
            other => spelled.push(other),
        }
    }
    fold(&spelled).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a key is one of these, which are written with spaces between them.
pub(super) fn has(keys: &str, key: &str) -> bool {
    keys.split(' ').any(|other| other == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter() {
        assert_eq!(key("E-Mail-Adresse "), "emailadresse");
        assert_eq!(key("STRASSE geschäftlich"), key("Straße gescha\u{308}ftlich"));
        assert_eq!(key("Téléphone"), "telephone");
        assert_eq!(key("Kunden-Nr."), "kundennr");
    }
}
