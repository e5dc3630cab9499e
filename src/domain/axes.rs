//! The axes on which the articles describe a relationship. They contradict each other on names,
//! so each axis stands for itself and none is derived from another (`domain` axes table).

/// An axis value with a stable key for addresses, files and styles.
macro_rules! axis {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $value:ident = $key:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $value),+ }

        impl $name {
            /// Every value, in the order of the articles.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The stable words, in the same order.
            pub const KEYS: &'static [&'static str] = &[$($key),+];

            /// The stable word for addresses, files and styles.
            pub fn key(self) -> &'static str {
                match self { $(Self::$value => $key),+ }
            }

            /// The value with this key.
            pub fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$value),)+ _ => None }
            }
        }
    };
}
pub(super) use axis;

axis! {
    /// The five types of article 000. Firms often combine them (C40): one main type, others beside it.
    RelationType {
        /// Short-term, aimed at a single sale (A1).
        Transactional = "transactional",
        /// Lasting cooperation (A7).
        LongTerm = "long-term",
        /// Direct, often human contact (A12).
        Personal = "personal",
        /// E-mail, chatbots, personalised offers (A17).
        Automated = "automated",
        /// The customer takes part in developing products or services (A22).
        CoCreation = "co-creation",
    }
}

axis! {
    /// The four modes of article 003 (D7). Overlaps are allowed (D27, D29).
    Mode {
        /// Exchange only (D26).
        Transactional = "transactional",
        /// Answers inquiries instead of acting first (D27).
        Reactive = "reactive",
        /// Makes contact first (D29).
        Proactive = "proactive",
        /// Customers shape products or marketing (D31).
        Participatory = "participatory",
    }
}

axis! {
    /// How strong the bond is (A25, A27, A28).
    Intensity {
        /// Occasional or one-off contact.
        Loose = "loose",
        /// Regularly active.
        Stable = "stable",
        /// The customer identifies with us; needs evidence (R31).
        Emotional = "emotional",
    }
}

axis! {
    /// How one side sees the relationship (E5, E6). `Unknown` is a full value: nobody has asked yet.
    View {
        /// Not asked yet.
        Unknown = "unknown",
        /// Each purchase stands alone (E7).
        Transaction = "transaction",
        /// A bond from which both profit (E18).
        Relation = "relation",
    }
}

axis! {
    /// The form of contact that fits the customer (A37).
    ContactForm {
        /// From person to person.
        Personal = "personal",
        /// By digital means.
        Digital = "digital",
        /// Both.
        Combined = "combined",
    }
}

axis! {
    /// Whether the customer wants to hear from us (C26, R11).
    ContactWish {
        /// Contact is welcome.
        Welcome = "welcome",
        /// Leave me alone; I help myself.
        SelfService = "self-service",
    }
}

axis! {
    /// The first touch point (B4, C5).
    Source {
        /// An advertisement.
        Advertising = "advertising",
        /// A social network.
        SocialMedia = "social-media",
        /// A visit to our web site.
        Website = "website",
        /// A search on the internet.
        Search = "search",
        /// A fair or an event.
        Fair = "fair",
        /// A recommendation (B10, C16).
        Referral = "referral",
        /// Walked in.
        WalkIn = "walk-in",
        /// We called or wrote first.
        Outreach = "outreach",
        /// Something else.
        Other = "other",
    }
}
