//! Everything the palette can do besides opening a customer, in the order of its groups.

use super::act::Act;
use crate::{
    domain::{Grouping, Scheme, fold},
    route::IdeasPart,
    views::{
        ui::{Dialog, IdeaDialog, IdeaSeed, Stock, Theme},
        wording::Language,
    },
};

/// The groups of the commands, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// What one does.
    Acts,
    /// Where one goes.
    Places,
    /// How the board is divided.
    Groupings,
    /// Language and theme.
    Looks,
}

/// A command.
pub struct Command {
    /// What it does.
    pub act: Act,
    /// Where it stands.
    pub group: Group,
    /// Its icon.
    pub icon: &'static str,
    /// Its words.
    pub label: String,
    /// Its key, where it has one.
    pub key: &'static str,
    /// Its words and others that mean the same, folded.
    pub searchable: String,
}

/// Every command, in this language.
pub fn commands(t: Language, stock: Stock) -> Vec<Command> {
    let mut all = acts(t, stock);
    all.extend(places(t));
    all.extend(groupings(t));
    all.extend(looks(t));
    all
}

impl Command {
    fn new(
        group: Group,
        act: Act,
        icon: &'static str,
        label: impl Into<String>,
        also: &str,
    ) -> Self {
        let label = label.into();
        let searchable = fold(&[&label, " ", also].concat());
        Self { act, group, icon, label, key: "", searchable }
    }

    fn with_key(mut self, key: &'static str) -> Self {
        self.key = key;
        self
    }
}

fn acts(t: Language, stock: Stock) -> Vec<Command> {
    let open = |dialog, icon, label: &str, also| {
        Command::new(Group::Acts, Act::Open(dialog), icon, label, also)
    };
    let act = |act, icon, label: &str, also| Command::new(Group::Acts, act, icon, label, also);
    let (new, log) = (t.palette_new_customer(), t.palette_log_contact());
    let (other, sample) = match stock {
        Stock::Own => (Stock::Sample, t.palette_sample_open()),
        Stock::Sample => (Stock::Own, t.palette_sample_leave()),
    };
    vec![
        open(Dialog::NewCustomer, "plus", new, t.palette_also_customer()).with_key("N"),
        open(Dialog::LogContact(None), "phone", log, t.palette_also_contact()).with_key("C"),
        open(
            Dialog::Idea(IdeaDialog::New(IdeaSeed::default())),
            "ideas",
            t.palette_new_idea(),
            t.palette_also_ideas(),
        )
        .with_key("I"),
        act(Act::Undo, "undo", t.palette_undo(), t.palette_also_undo())
            .with_key(t.palette_key_undo()),
        act(Act::Redo, "redo", t.palette_redo(), t.palette_also_redo())
            .with_key(t.palette_key_redo()),
        open(Dialog::Filter, "filter", t.palette_filter(), t.palette_also_filter()),
        open(Dialog::Columns, "board", t.palette_columns(), t.palette_also_columns()),
        act(Act::Turn(other), "box", sample, t.palette_also_sample()),
        open(Dialog::Help, "help", t.palette_help(), t.palette_also_help()).with_key("?"),
    ]
}

fn places(t: Language) -> [Command; 9] {
    let place = |act, icon, label: &str, also| Command::new(Group::Places, act, icon, label, also);
    [
        place(Act::Today, "today", t.today_palette(), t.today_also()).with_key("G T"),
        place(Act::Board, "board", t.palette_go_board(), t.palette_also_board()).with_key("G B"),
        place(Act::Customers, "table", t.palette_go_customers(), t.palette_also_customers())
            .with_key("G K"),
        place(Act::Ideas(IdeasPart::Board), "ideas", t.ideas_title(), t.palette_also_ideas())
            .with_key("G I"),
        place(Act::Ideas(IdeasPart::Roadmap), "ideas", t.ideas_roadmap(), t.palette_also_ideas()),
        place(Act::Ideas(IdeasPart::Polls), "ideas", t.ideas_polls(), t.palette_also_ideas()),
        place(Act::Ideas(IdeasPart::Groups), "ideas", t.ideas_groups(), t.palette_also_ideas()),
        place(Act::Ideas(IdeasPart::Report), "ideas", t.ideas_report(), t.palette_also_ideas()),
        place(Act::Data, "data", t.palette_go_data(), t.palette_also_data()).with_key("G D"),
    ]
}

fn groupings(t: Language) -> impl Iterator<Item = Command> {
    let phases = Scheme::ALL.into_iter().map(Grouping::Phase);
    let others = [Grouping::Type, Grouping::Mode, Grouping::Intensity, Grouping::CustomerView];
    phases.chain(others).map(move |grouping| {
        let label = match grouping {
            Grouping::Phase(scheme) => t.palette_by_phase(&t.scheme(scheme)),
            other => t.palette_by(t.grouping(other)),
        };
        Command::new(Group::Groupings, Act::Group(grouping), "board", label, t.palette_also_group())
    })
}

fn looks(t: Language) -> impl Iterator<Item = Command> {
    let languages = Language::ALL.into_iter().map(move |language| {
        let label = t.palette_language(language.name());
        let name = match language {
            Language::German => t.palette_also_german(),
            Language::English => t.palette_also_english(),
        };
        let also = [t.palette_also_language(), " ", name].concat();
        Command::new(Group::Looks, Act::Speak(language), "language", label, &also)
    });
    let themes = Theme::ALL.into_iter().map(move |theme| {
        let (label, name) = match theme {
            Theme::System => (t.palette_theme_system(), ""),
            Theme::Light => (t.palette_theme_light(), t.palette_also_light()),
            Theme::Dark => (t.palette_theme_dark(), t.palette_also_dark()),
        };
        let also = [t.palette_also_theme(), " ", name].concat();
        Command::new(Group::Looks, Act::Dress(theme), "theme", label, &also)
    });
    languages.chain(themes)
}
