//! Message templates: fields that are filled from the customer, and the warning when nothing
//! personal is left (B14, B26, R23).

use super::axes::axis;

axis! {
    /// A place in a template, written `{name}`.
    MergeField {
        /// How they are greeted.
        Greeting = "greeting",
        /// The customer's name.
        Customer = "customer",
        /// The person addressed.
        Person = "person",
        /// What the last contact was about.
        LastTopic = "last-topic",
        /// What they bought last.
        Product = "product",
        /// Our contact person.
        OurContact = "our-contact",
        /// Our firm.
        OurFirm = "our-firm",
    }
}

impl MergeField {
    /// The German word for it; both languages are understood everywhere.
    pub fn german(self) -> &'static str {
        match self {
            Self::Greeting => "anrede",
            Self::Customer => "kunde",
            Self::Person => "person",
            Self::LastTopic => "letztes-thema",
            Self::Product => "produkt",
            Self::OurContact => "zuständig",
            Self::OurFirm => "firma",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase();
        Self::ALL.iter().copied().find(|field| field.key() == word || field.german() == word)
    }

    /// Whether it makes a message personal: a name or what was talked about (R23).
    pub fn is_personal(self) -> bool {
        matches!(self, Self::Greeting | Self::Person | Self::LastTopic)
    }
}

/// A template filled for one customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// The text.
    pub text: String,
    /// Fields for which nothing is known; they are left out of the text.
    pub missing: Vec<MergeField>,
    /// Words in braces that are no field; they stay as they are.
    pub unknown: Vec<String>,
    /// Whether something personal is in it.
    pub personal: bool,
}

/// Fills a template. A field for which `known` has nothing is left out and named.
pub fn fill(template: &str, known: &dyn Fn(MergeField) -> String) -> Filled {
    let mut filled = Filled::default();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.text.push_str(before);
        let Some((word, behind)) = after.split_once('}') else {
            rest = after;
            filled.text.push('{');
            continue;
        };
        match MergeField::from_word(word) {
            Some(field) => {
                let value = known(field);
                if value.is_empty() {
                    filled.missing.push(field);
                } else {
                    filled.personal |= field.is_personal();
                    filled.text.push_str(&value);
                }
            }
            None => {
                filled.unknown.push(word.to_owned());
                filled.text.extend(["{", word, "}"]);
            }
        }
        rest = behind;
    }
    filled.text.push_str(rest);
    filled
}

/// Whether nothing personal is left in a message: no personal field was filled, and the text is
/// still the template's own (R23).
pub fn is_impersonal(filled: &Filled, text: &str) -> bool {
    !filled.personal && text.trim() == filled.text.trim()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn known(field: MergeField) -> String {
        match field {
            MergeField::Greeting => "Guten Tag, Frau Rother".to_owned(),
            MergeField::OurFirm => "Topp Desk AG".to_owned(),
            _ => String::new(),
        }
    }

    #[test]
    fn fields_are_understood_in_both_languages() {
        let filled = fill("{Anrede}, {greeting}! {firma}", &known);
        assert_eq!(filled.text, "Guten Tag, Frau Rother, Guten Tag, Frau Rother! Topp Desk AG");
        assert!(filled.personal);
    }

    #[test]
    fn what_is_not_known_is_named_and_what_is_no_field_stays() {
        let filled = fill("Zu {letztes-thema} {etwas} {", &known);
        assert_eq!(filled.text, "Zu  {etwas} {");
        assert_eq!(filled.missing, [MergeField::LastTopic]);
        assert_eq!(filled.unknown, ["etwas"]);
        assert!(!filled.personal);
    }

    #[test]
    fn a_message_is_impersonal_until_a_sentence_of_ones_own_is_in_it() {
        let filled = fill("Neu von {firma}.", &known);
        assert!(is_impersonal(&filled, "Neu von Topp Desk AG."));
        assert!(!is_impersonal(&filled, "Neu von Topp Desk AG. Stehen alle gern?"));
    }

    proptest! {
        #[test]
        fn a_text_without_fields_stays_as_it_is(text in "[^{]*") {
            let filled = fill(&text, &known);
            prop_assert_eq!(filled.text, text);
        }
    }
}
