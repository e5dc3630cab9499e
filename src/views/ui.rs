//! What the person is looking at: address, language, theme, and what lies on top. None of it is
//! part of the workspace.

use leptos::prelude::*;

use super::wording::Language;
use crate::{
    domain::{
        AssetId, AssetKind, ContactId, CustomerId, Facts, GroupId, Grouping, IdeaId, IdeaSource,
        MatterId, MatterKind, Origin, OriginId, PollId, PostId,
    },
    platform::{appearance, hash, preferences},
    route::Route,
    state::LaneError,
};

pub use crate::platform::appearance::Theme;

/// Which customers the app is open on. The sample never mixes with the person's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stock {
    /// The person's own customers.
    Own,
    /// The sample workspace.
    Sample,
}

impl Stock {
    /// The name in storage.
    pub fn key(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Sample => "sample",
        }
    }
}

/// What lies on top of the screen. One at a time.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// The form of a new customer.
    NewCustomer,
    /// The form of a customer.
    EditCustomer(CustomerId),
    /// A contact in two taps; first the customer where none is given.
    LogContact(Option<CustomerId>),
    /// The whole form of a contact.
    EditContact(CustomerId, ContactId),
    /// The form of a record, with what a new one begins with.
    Sheet(Subject, Facts),
    /// A message to a customer from a template.
    Message(CustomerId),
    /// Products and templates.
    Assets,
    /// The fields that the person defines.
    OwnFields,
    /// A form about ideas, polls or groups.
    Idea(IdeaDialog),
    /// The filters of a board or list.
    Filter,
    /// The columns of the own scheme.
    Columns,
    /// Commands and customers by name.
    Palette,
    /// The keys.
    Help,
}

/// What the form of a record is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A matter of a customer; none for a new one.
    Matter(CustomerId, MatterKind, Option<MatterId>),
    /// What is understood of a customer.
    Portrait(CustomerId),
    /// The values of the person's own fields.
    Own(CustomerId),
    /// A product or a template; none for a new one.
    Asset(AssetKind, Option<AssetId>),
}

impl Subject {
    /// Whether it is there already.
    pub fn is_kept(self) -> bool {
        match self {
            Self::Matter(_, _, at) => at.is_some(),
            Self::Asset(_, at) => at.is_some(),
            Self::Portrait(_) | Self::Own(_) => true,
        }
    }
}

/// A form about ideas, polls or groups.
#[derive(Clone, Debug, PartialEq)]
pub enum IdeaDialog {
    /// A new idea, with what it comes out of and words to begin with.
    New(IdeaSeed),
    /// What an idea is.
    Edit(IdeaId),
    /// Why and when an idea was decided.
    Decide(IdeaId),
    /// Which idea it lives on in.
    Merge(IdeaId),
    /// Who is to be told.
    Tell(IdeaId),
    /// Order, filters and weights.
    Arrange,
    /// A poll; a new one where none is given.
    Poll(Option<PollId>),
    /// What was decided by a poll.
    DecidePoll(PollId),
    /// A group; a new one where none is given.
    Group(Option<GroupId>),
}

/// What a new idea begins with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IdeaSeed {
    /// What it comes out of.
    pub origin: Option<(OriginId, Origin)>,
    /// Where that is in a group's log.
    pub post: Option<(GroupId, PostId)>,
    /// The words that were said.
    pub text: String,
    /// How it came.
    pub source: Option<IdeaSource>,
}

/// Why what is typed is not kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Keeping {
    /// In this browser.
    Kept,
    /// Only until this page is closed.
    OnlyHere(LaneError),
    /// Readable, but a newer version wrote it; nothing may be changed.
    ReadOnly,
    /// A newer version of the app runs in another window; this one must be loaded again.
    Outdated,
}

/// The person's surroundings.
#[derive(Clone, Copy)]
pub struct Ui {
    /// Where they are.
    pub route: RwSignal<Route>,
    /// The language.
    pub language: RwSignal<Language>,
    /// The theme.
    pub theme: RwSignal<Theme>,
    /// What lies on top.
    pub dialog: RwSignal<Option<Dialog>>,
    /// Whose customers these are.
    pub stock: RwSignal<Stock>,
    /// Whether what is typed is kept.
    pub keeping: RwSignal<Keeping>,
    /// A sentence to read, such as why something was not done.
    pub warning: RwSignal<Option<String>>,
    /// Whether single keys are commands (WCAG 2.1.4).
    pub single_keys: RwSignal<bool>,
}

impl Ui {
    /// From the preferences, the browser and the address.
    pub fn new() -> Self {
        let language = Language::from_tag(appearance::language()).unwrap_or_default();
        let stock = match preferences::get(preferences::WORKSPACE).as_deref() {
            Some("sample") => Stock::Sample,
            _ => Stock::Own,
        };
        Self {
            route: RwSignal::new(Route::parse(&hash::current_fragment())),
            language: RwSignal::new(language),
            theme: RwSignal::new(appearance::theme()),
            dialog: RwSignal::new(None),
            stock: RwSignal::new(stock),
            keeping: RwSignal::new(Keeping::Kept),
            warning: RwSignal::new(None),
            single_keys: RwSignal::new(
                preferences::get(preferences::SINGLE_KEYS).as_deref() != Some("off"),
            ),
        }
    }

    /// The words, for views that are drawn anew when the language changes.
    pub fn words(&self) -> Language {
        self.language.get_untracked()
    }

    /// Goes somewhere; the way back is kept.
    pub fn go(&self, route: Route) {
        hash::go(&route.to_string());
        self.route.set(route);
    }

    /// Corrects the address without a step in the history: for filters while they are typed.
    pub fn refine(&self, route: Route) {
        hash::replace(&route.to_string());
        self.route.set(route);
    }

    /// Puts something on top.
    pub fn open(&self, dialog: Dialog) {
        self.dialog.set(Some(dialog));
    }

    /// Says something in passing.
    pub fn warn(&self, sentence: impl Into<String>) {
        self.warning.set(Some(sentence.into()));
    }

    /// Takes away what lies on top.
    pub fn close(&self) {
        self.dialog.set(None);
    }

    /// Changes the language, at once and for good.
    pub fn speak(&self, language: Language) {
        appearance::set_language(language.tag());
        self.language.set(language);
    }

    /// Changes the theme, at once and for good.
    pub fn dress(&self, theme: Theme) {
        appearance::set_theme(theme);
        self.theme.set(theme);
    }

    /// What the board is grouped by.
    pub fn grouping(&self) -> Grouping {
        self.route.with_untracked(|route| match route {
            Route::Board(query) => query.grouping,
            _ => Grouping::default(),
        })
    }
}

impl Default for Ui {
    fn default() -> Self {
        Self::new()
    }
}

/// The surroundings.
pub fn use_ui() -> Ui {
    expect_context::<Ui>()
}

/// The words of the language in use.
pub fn use_words() -> Language {
    use_ui().words()
}
