//! What text may come in: no control characters, no marks that turn the reading direction.

/// One line: control and direction marks dropped, white space folded, trimmed.
pub fn clean_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        let word: String = word.chars().filter(|c| is_welcome(*c)).collect();
        if word.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&word);
    }
    out
}

/// Several lines: line breaks and tabs stay, everything else as in [`clean_line`].
pub fn clean_text(text: &str) -> String {
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String =
        unified.chars().filter(|c| matches!(c, '\n' | '\t') || is_welcome(*c)).collect();
    kept.trim().to_owned()
}

fn is_welcome(c: char) -> bool {
    let turns_direction = matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    !c.is_control() && !turns_direction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_loses_control_and_direction_marks() {
        assert_eq!(clean_line("  Gunther\u{202E}\tGlas\u{0} \u{FEFF}GmbH\n"), "Gunther Glas GmbH");
    }

    #[test]
    fn a_text_keeps_its_lines() {
        assert_eq!(clean_text(" a\r\nb\rc\td\u{7} "), "a\nb\nc\td");
    }
}
