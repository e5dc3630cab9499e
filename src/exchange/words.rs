//! The words that stand for choices in a list, German and English. Written as the app shows them,
//! read with their keys and other common words too.

use crate::domain::{
    Channel, ContactForm, ContactWish, Intensity, Kind, Mode, Phase, RelationType, Source,
    Standing, View,
};

use super::{columns::key, export::Dialect};

/// A choice with its German word, its English word, and others that mean it.
type Entry<T> = (T, &'static str, &'static str, &'static [&'static str]);

/// A choice that a list writes as a word.
pub(super) trait Word: Copy + PartialEq + 'static {
    /// Every choice that has a word.
    const WORDS: &'static [Entry<Self>];
}

/// The choice that a word stands for.
pub(super) fn from_word<T: Word>(word: &str) -> Option<T> {
    let word = key(word);
    let means = |(_, german, english, others): &&Entry<T>| {
        key(german) == word || key(english) == word || others.contains(&word.as_str())
    };
    T::WORDS.iter().find(means).map(|(choice, ..)| *choice)
}

/// The word for a choice; empty where the choice means that nothing is known.
pub(super) fn to_word<T: Word>(choice: T, dialect: Dialect) -> &'static str {
    let entry = T::WORDS.iter().find(|(other, ..)| *other == choice);
    entry.map_or("", |(_, german, english, _)| match dialect {
        Dialect::German => german,
        Dialect::English => english,
    })
}

impl Word for bool {
    const WORDS: &'static [Entry<Self>] = &[
        (true, "ja", "yes", &["wahr", "true", "x", "j", "y", "1"]),
        (false, "nein", "no", &["falsch", "false", "n", "0"]),
    ];
}

impl Word for Kind {
    const WORDS: &'static [Entry<Self>] = &[
        (
            Self::Firm,
            "Firma",
            "Firm",
            &[
                "b2b",
                "company",
                "unternehmen",
                "geschaeftskunde",
                "geschaeftlich",
                "gewerblich",
                "organisation",
                "organization",
                "business",
                "firmenkunde",
            ],
        ),
        (
            Self::Person,
            "Privat",
            "Person",
            &[
                "b2c",
                "privatperson",
                "privatkunde",
                "private",
                "individual",
                "consumer",
                "endkunde",
                "verbraucher",
            ],
        ),
    ];
}

impl Word for Phase {
    const WORDS: &'static [Entry<Self>] = &[
        (
            Self::Acquire,
            "Anbahnung",
            "Acquisition",
            &[
                "acquire",
                "akquisition",
                "akquise",
                "interessent",
                "lead",
                "prospect",
                "reachingout",
            ],
        ),
        (
            Self::FirstDeal,
            "Erster Auftrag",
            "First deal",
            &["firstdeal", "aufbau", "buildup", "neukunde"],
        ),
        (Self::Bind, "Bindung", "Retention", &["bind", "bestandskunde", "stammkunde", "binding"]),
        (Self::Develop, "Entwicklung", "Development", &["develop", "ausbau"]),
        (Self::Care, "Pflege", "Care", &[]),
    ];
}

impl Word for RelationType {
    const WORDS: &'static [Entry<Self>] = &[
        (Self::Transactional, "transaktional", "transactional", &[]),
        (Self::LongTerm, "langfristig", "long-term", &[]),
        (Self::Personal, "persönlich", "personal", &[]),
        (Self::Automated, "automatisiert", "automated", &[]),
        (Self::CoCreation, "Co-Creation", "co-creation", &["kokreation", "cokreation"]),
    ];
}

impl Word for Mode {
    const WORDS: &'static [Entry<Self>] = &[
        (Self::Transactional, "transaktional", "transactional", &[]),
        (Self::Reactive, "reaktiv", "reactive", &[]),
        (Self::Proactive, "proaktiv", "proactive", &[]),
        (Self::Participatory, "partizipativ", "participatory", &[]),
    ];
}

impl Word for Intensity {
    const WORDS: &'static [Entry<Self>] = &[
        (Self::Loose, "lose", "loose", &["locker"]),
        (Self::Stable, "stabil", "stable", &[]),
        (Self::Emotional, "emotional", "emotional", &[]),
    ];
}

impl Word for View {
    const WORDS: &'static [Entry<Self>] = &[
        (Self::Unknown, "", "", &["unknown", "unbekannt", "nochnichtgefragt", "notaskedyet"]),
        (Self::Transaction, "transaktionsbasiert", "transaction-based", &["transaction"]),
        (Self::Relation, "beziehungsorientiert", "relationship-oriented", &["relation"]),
    ];
}

impl Word for ContactForm {
    const WORDS: &'static [Entry<Self>] = &[
        (Self::Personal, "persönlich", "personal", &[]),
        (Self::Digital, "digital", "digital", &[]),
        (Self::Combined, "kombiniert", "combined", &[]),
    ];
}

impl Word for ContactWish {
    const WORDS: &'static [Entry<Self>] = &[
        (
            Self::Welcome,
            "Kontakt willkommen",
            "Contact welcome",
            &["welcome", "willkommen", "ja", "yes"],
        ),
        (
            Self::SelfService,
            "möchte Ruhe, hilft sich selbst",
            "wants quiet, helps themselves",
            &["selfservice", "moechteruhe", "keinkontakt", "donotcontact", "nein", "no"],
        ),
    ];
}

impl Word for Channel {
    const WORDS: &'static [Entry<Self>] = &[
        (
            Self::Call,
            "Anruf",
            "Call",
            &["telefon", "phone", "telephone", "telefonisch", "mobil", "handy"],
        ),
        (Self::Visit, "Besuch", "Visit", &["persoenlich", "inperson"]),
        (Self::Email, "E-Mail", "E-mail", &["mail"]),
        (Self::Chat, "Chat", "Chat", &["whatsapp", "messenger", "sms"]),
        (Self::Event, "Treffen", "Meeting", &["event", "veranstaltung"]),
        (Self::Letter, "Brief", "Letter", &["post", "postalisch", "mailing"]),
        (
            Self::Social,
            "Soziales Netz",
            "Social network",
            &["social", "socialmedia", "linkedin", "xing"],
        ),
        (Self::Web, "Website", "Website", &["web", "portal", "webseite"]),
    ];
}

impl Word for Source {
    const WORDS: &'static [Entry<Self>] = &[
        (
            Self::Advertising,
            "Werbung",
            "Advertising",
            &["anzeige", "ad", "ads", "paidsearch", "paidsocial", "flyer", "printwerbung"],
        ),
        (
            Self::SocialMedia,
            "Soziale Medien",
            "Social media",
            &["socialmedia", "organicsocial", "facebook", "instagram", "linkedin", "xing"],
        ),
        (
            Self::Website,
            "Website",
            "Website",
            &["webseite", "homepage", "directtraffic", "web", "onlineshop", "kontaktformular"],
        ),
        (
            Self::Search,
            "Internetsuche",
            "Internet search",
            &["search", "organicsearch", "google", "suchmaschine", "internet"],
        ),
        (Self::Fair, "Messe", "Fair", &["event", "veranstaltung", "tradeshow", "events"]),
        (
            Self::Referral,
            "Empfehlung",
            "Referral",
            &["referrals", "empfohlen", "mundpropaganda", "wordofmouth"],
        ),
        (Self::WalkIn, "Laufkundschaft", "Walk-in", &["ladengeschaeft"]),
        (
            Self::Outreach,
            "Eigene Ansprache",
            "Outreach",
            &["kaltakquise", "coldcall", "akquise", "emailmarketing"],
        ),
        (
            Self::Other,
            "Anderes",
            "Other",
            &["sonstige", "sonstiges", "offlinesources", "othercampaigns"],
        ),
    ];
}

impl Word for Standing {
    const WORDS: &'static [Entry<Self>] = &[
        (Self::Active, "Aktiv", "Active", &[]),
        (Self::Resting, "Ruht", "Resting", &["ruhend", "inaktiv", "inactive", "dormant"]),
        (Self::Lost, "Verloren", "Lost", &["ehemalig", "former"]),
        (Self::Archived, "Archiv", "Archive", &["archived", "archiviert"]),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn every_word_reads_back<T: Word + std::fmt::Debug>() {
        for (choice, german, english, others) in T::WORDS {
            for word in [german, english].into_iter().chain(*others) {
                assert_eq!(from_word::<T>(word), Some(*choice), "{word}");
            }
        }
    }

    #[test]
    fn no_word_stands_for_two_choices() {
        every_word_reads_back::<bool>();
        every_word_reads_back::<Kind>();
        every_word_reads_back::<Phase>();
        every_word_reads_back::<RelationType>();
        every_word_reads_back::<Mode>();
        every_word_reads_back::<Intensity>();
        every_word_reads_back::<View>();
        every_word_reads_back::<ContactForm>();
        every_word_reads_back::<ContactWish>();
        every_word_reads_back::<Channel>();
        every_word_reads_back::<Source>();
        every_word_reads_back::<Standing>();
    }

    #[test]
    fn spreadsheets_own_words_for_yes_and_no_are_read() {
        assert_eq!(from_word::<bool>("WAHR"), Some(true));
        assert_eq!(from_word::<bool>("Falsch"), Some(false));
        assert_eq!(from_word::<bool>("vielleicht"), None);
    }
}
