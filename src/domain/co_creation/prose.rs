//! The small safe markdown of ideas and comments, as a small tree. There is no way in it to say
//! anything but words, emphasis, code, lists, quotes and links to the web: what looks like HTML is
//! text, an address with any other scheme is text, and nothing nests without end.

use crate::domain::draft::web_address;

/// How deep emphasis nests.
const DEPTH: u8 = 4;
/// The longest link that is one.
const ADDRESS_MAX: usize = 2_000;

/// One block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Another's words.
    Quote(Vec<Inline>),
    /// A list.
    List(Vec<Vec<Inline>>),
    /// A numbered list.
    Numbered(Vec<Vec<Inline>>),
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// The next line.
    Break,
    /// `*soft*` or `_soft_`.
    Emphasis(Vec<Inline>),
    /// `**strong**`.
    Strong(Vec<Inline>),
    /// `` `as typed` ``.
    Code(String),
    /// `[words](https://…)` or a bare `https://…`; the address is `http` or `https`.
    Link {
        /// The words, plain.
        words: String,
        /// The address.
        to: String,
    },
}

/// Reads a text. Every text is one; what means nothing stays as it was typed.
pub fn prose(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut continues = false;
    for line in text.lines() {
        let line = line.trim();
        if line.is_empty() {
            continues = false;
            continue;
        }
        let (kind, rest) = kind_of(line);
        let inlines = inline(rest, DEPTH);
        match (kind, blocks.last_mut()) {
            (Kind::Item, Some(Block::List(items)))
            | (Kind::Numbered, Some(Block::Numbered(items)))
                if continues =>
            {
                items.push(inlines);
            }
            (Kind::Words, Some(Block::Paragraph(words)))
            | (Kind::Quote, Some(Block::Quote(words)))
                if continues =>
            {
                words.push(Inline::Break);
                words.extend(inlines);
            }
            (Kind::Item, _) => blocks.push(Block::List(vec![inlines])),
            (Kind::Numbered, _) => blocks.push(Block::Numbered(vec![inlines])),
            (Kind::Quote, _) => blocks.push(Block::Quote(inlines)),
            (Kind::Words, _) => blocks.push(Block::Paragraph(inlines)),
        }
        continues = true;
    }
    blocks
}

enum Kind {
    Words,
    Quote,
    Item,
    Numbered,
}

fn kind_of(line: &str) -> (Kind, &str) {
    let item = ["- ", "* ", "• "].into_iter().find_map(|mark| line.strip_prefix(mark));
    let number = || {
        let (digits, rest) = line.split_once(". ")?;
        let is_number =
            (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        is_number.then_some(rest)
    };
    if let Some(rest) = item {
        (Kind::Item, rest)
    } else if let Some(rest) = number() {
        (Kind::Numbered, rest)
    } else if let Some(rest) = line.strip_prefix('>') {
        (Kind::Quote, rest.trim_start())
    } else {
        (Kind::Words, line)
    }
}

fn inline(text: &str, depth: u8) -> Vec<Inline> {
    let mut found = Vec::new();
    let (mut rest, mut plain) = (text, String::new());
    let mut last = None;
    while let Some(c) = rest.chars().next() {
        match special(rest, last, depth) {
            Some((piece, after)) => {
                if !plain.is_empty() {
                    found.push(Inline::Text(std::mem::take(&mut plain)));
                }
                found.push(piece);
                rest = after;
                last = None;
            }
            None => {
                plain.push(c);
                last = Some(c);
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
            }
        }
    }
    if !plain.is_empty() {
        found.push(Inline::Text(plain));
    }
    found
}

/// What begins here and is more than words, and what comes after it.
fn special(rest: &str, last: Option<char>, depth: u8) -> Option<(Inline, &str)> {
    let starts_word = last.is_none_or(|last| !last.is_alphanumeric());
    let between = |mark: &str| {
        let (inside, after) = rest.strip_prefix(mark)?.split_once(mark)?;
        let fits = !inside.is_empty() && inside.trim() == inside;
        fits.then_some((inside, after))
    };
    if let Some((inside, after)) = between("`") {
        return Some((Inline::Code(inside.to_owned()), after));
    }
    if depth > 0 && starts_word {
        if let Some((inside, after)) = between("**") {
            return Some((Inline::Strong(inline(inside, depth - 1)), after));
        }
        if let Some((inside, after)) = between("*").or_else(|| between("_")) {
            return Some((Inline::Emphasis(inline(inside, depth - 1)), after));
        }
    }
    if let Some(after) = rest.strip_prefix('[') {
        let (words, after) = after.split_at_checked(after.find(['[', ']'])?)?;
        let after = after.strip_prefix("](")?;
        let (to, after) = after.split_once(')')?;
        let words = if words.trim().is_empty() { to } else { words };
        return Some((Inline::Link { words: words.to_owned(), to: address(to)? }, after));
    }
    if starts_word && (rest.starts_with("https://") || rest.starts_with("http://")) {
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'));
        let (to, _) = rest.split_at(end.unwrap_or(rest.len()));
        let to = to.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '*', '_']);
        let after = rest.get(to.len()..)?;
        return Some((Inline::Link { words: to.to_owned(), to: address(to)? }, after));
    }
    None
}

/// An address of the web with its scheme written out, and nothing that hides where it leads.
fn address(text: &str) -> Option<String> {
    let is_plain = !text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\');
    let has_scheme = text.starts_with("https://") || text.starts_with("http://");
    let fits = is_plain && has_scheme && text.len() <= ADDRESS_MAX;
    web_address(text).filter(|_| fits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    #[test]
    fn what_people_write_is_read() {
        let read =
            prose("Ein **fester** Tisch\nmit `A-7`\n\n- leise\n- _schnell_\n\n1. erst\n> „nie“");
        assert_eq!(
            read,
            [
                Block::Paragraph(vec![
                    text("Ein "),
                    Inline::Strong(vec![text("fester")]),
                    text(" Tisch"),
                    Inline::Break,
                    text("mit "),
                    Inline::Code("A-7".into()),
                ]),
                Block::List(vec![
                    vec![text("leise")],
                    vec![Inline::Emphasis(vec![text("schnell")])]
                ]),
                Block::Numbered(vec![vec![text("erst")]]),
                Block::Quote(vec![text("„nie“")]),
            ]
        );
    }

    #[test]
    fn a_link_leads_to_the_web() {
        let link = |words: &str, to: &str| Inline::Link { words: words.into(), to: to.into() };
        assert_eq!(
            prose("siehe [Muster](https://example.org/a?b=1), oder https://example.org."),
            [Block::Paragraph(vec![
                text("siehe "),
                link("Muster", "https://example.org/a?b=1"),
                text(", oder "),
                link("https://example.org", "https://example.org"),
                text("."),
            ])]
        );
    }

    #[test]
    fn hostile_markdown_stays_text() {
        for hostile in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x]( javascript:alert(1))",
            "[x](data:text/html;base64,AAAA)",
            "[x](vbscript:x)",
            "[x](//evil.example)",
            "[x](https://user@evil.example)",
            "[x](https://evil.example\\@good.example)",
            "[x](https:evil)",
        ] {
            let read = prose(hostile);
            assert!(links(&read).is_empty(), "{hostile}: {read:?}");
            assert_eq!(words(&read), hostile.trim(), "{hostile}");
        }
    }

    #[test]
    fn deep_nesting_ends_and_takes_no_time() {
        let deep = "**a *b ".repeat(2_000) + &"[".repeat(4_000) + &"> ".repeat(2_000);
        assert!(depth(&prose(&deep)) <= usize::from(DEPTH));
        let quotes = ">".repeat(10_000);
        assert_eq!(prose(&quotes).len(), 1);
    }

    #[test]
    fn marks_that_turn_the_reading_direction_do_not_come_in() {
        let cleaned = crate::domain::clean_text("[gut\u{202E}sob](https://example.org)\u{2066}");
        assert!(!cleaned.chars().any(|c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}')));
        assert_eq!(links(&prose(&cleaned)), ["https://example.org"]);
    }

    proptest! {
        #[test]
        fn no_text_gives_another_scheme_or_loses_a_letter(text in "[-a-z <>*_`\\[\\]()!>:/.\n]{0,200}") {
            let read = prose(&text);
            prop_assert!(links(&read).iter().all(|to| to.starts_with("http")));
            prop_assert!(depth(&read) <= usize::from(DEPTH));
            let letters = |text: &str| text.chars().filter(char::is_ascii_lowercase).count();
            let told: usize = letters(&words(&read)) + links(&read).iter().map(|to| letters(to)).sum::<usize>();
            prop_assert!(told >= letters(&text));
        }
    }

    fn all(blocks: &[Block]) -> Vec<&Inline> {
        let mut found = Vec::new();
        for block in blocks {
            match block {
                Block::Paragraph(line) | Block::Quote(line) => found.extend(line),
                Block::List(items) | Block::Numbered(items) => found.extend(items.iter().flatten()),
            }
        }
        found
    }

    fn links(blocks: &[Block]) -> Vec<String> {
        fn walk(inline: &Inline, into: &mut Vec<String>) {
            match inline {
                Inline::Link { to, .. } => into.push(to.clone()),
                Inline::Emphasis(inner) | Inline::Strong(inner) => {
                    inner.iter().for_each(|inline| walk(inline, into));
                }
                _ => {}
            }
        }
        let mut into = Vec::new();
        all(blocks).into_iter().for_each(|inline| walk(inline, &mut into));
        into
    }

    fn words(blocks: &[Block]) -> String {
        fn walk(inline: &Inline, into: &mut String) {
            match inline {
                Inline::Text(words) | Inline::Code(words) | Inline::Link { words, .. } => {
                    into.push_str(words);
                }
                Inline::Emphasis(inner) | Inline::Strong(inner) => {
                    inner.iter().for_each(|inline| walk(inline, into));
                }
                Inline::Break => into.push('\n'),
            }
        }
        let mut into = String::new();
        all(blocks).into_iter().for_each(|inline| walk(inline, &mut into));
        into
    }

    fn depth(blocks: &[Block]) -> usize {
        fn of(inline: &Inline) -> usize {
            match inline {
                Inline::Emphasis(inner) | Inline::Strong(inner) => {
                    1 + inner.iter().map(of).max().unwrap_or(0)
                }
                _ => 0,
            }
        }
        all(blocks).into_iter().map(of).max().unwrap_or(0)
    }
}
