//! Which key means which command. Pure.
//!
//! Single keys are commands only where nobody types, no dialog lies on top and the person has not
//! switched them off (WCAG 2.1.4).

/// How long `g` waits for its letter, in milliseconds.
pub const GO_MS: f64 = 1_200.0;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Opens the palette, or closes it.
    Palette,
    /// Takes the last step back.
    Undo,
    /// Does it again.
    Redo,
    /// Goes to the search field.
    Search,
    /// Opens the help.
    Help,
    /// Opens the form of a new customer.
    NewCustomer,
    /// Opens the form of a new idea.
    NewIdea,
    /// Logs a contact with the customer at hand.
    LogContact,
    /// Edits the customer at hand.
    Edit,
    /// Waits for the letter of a screen.
    StartGo,
    /// Goes to a screen.
    Go(Screen),
    /// Takes away the message at the foot.
    Dismiss,
}

/// A screen with a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What is due.
    Today,
    /// The board.
    Board,
    /// The list of customers.
    Customers,
    /// The ideas.
    Ideas,
    /// The data.
    Data,
}

/// What has the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// Nothing that needs letters.
    #[default]
    Elsewhere,
    /// Something with a use for letters of its own: a choice, an open menu.
    Letters,
    /// A text, with an undo of its own.
    Text,
}

/// What lies on top of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnTop {
    /// Nothing.
    #[default]
    Nothing,
    /// The palette.
    Palette,
    /// Another dialog.
    Dialog,
}

/// A key as it was pressed, and in what situation.
#[derive(Clone, Copy, Debug, Default)]
pub struct Press<'a> {
    /// What the key gives, with the layout and Shift taken into account.
    pub key: &'a str,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Cmd was held.
    pub meta: bool,
    /// Whether Shift was held.
    pub shift: bool,
    /// Whether Alt was held; AltGr counts as Ctrl and Alt.
    pub alt: bool,
    /// Whether the key repeats because it is held.
    pub is_repeat: bool,
    /// What has the focus.
    pub focus: Focus,
    /// What lies on top.
    pub on_top: OnTop,
    /// Whether single keys are switched off.
    pub single_keys_off: bool,
    /// Milliseconds since `g`, if it was the key before.
    pub since_go: Option<f64>,
}

/// The command of a key, if it has one here.
pub fn command(press: &Press) -> Option<Command> {
    let key = press.key.to_lowercase();
    if press.ctrl || press.meta {
        return with_control(press, &key);
    }
    if press.alt || press.on_top != OnTop::Nothing || press.is_repeat {
        return None;
    }
    if key == "escape" && press.focus == Focus::Elsewhere {
        return Some(Command::Dismiss);
    }
    if press.single_keys_off || press.focus != Focus::Elsewhere {
        return None;
    }
    single(press, &key)
}

fn with_control(press: &Press, key: &str) -> Option<Command> {
    if press.alt {
        return None;
    }
    let can_travel = press.focus != Focus::Text && press.on_top == OnTop::Nothing;
    match (key, press.shift) {
        // A form keeps what was typed in it: the palette does not take its place.
        ("k", false) if press.on_top != OnTop::Dialog && !press.is_repeat => Some(Command::Palette),
        ("z", false) if can_travel => Some(Command::Undo),
        ("z", true) if can_travel => Some(Command::Redo),
        ("y", false) if can_travel && press.ctrl => Some(Command::Redo),
        _ => None,
    }
}

fn single(press: &Press, key: &str) -> Option<Command> {
    // On many layouts these two need Shift.
    match key {
        "/" => return Some(Command::Search),
        "?" => return Some(Command::Help),
        _ if press.shift => return None,
        _ => {}
    }
    if press.since_go.is_some_and(|since| since <= GO_MS) {
        return screen(key).map(Command::Go);
    }
    Some(match key {
        "n" => Command::NewCustomer,
        "i" => Command::NewIdea,
        "c" => Command::LogContact,
        "e" => Command::Edit,
        "g" => Command::StartGo,
        _ => return None,
    })
}

fn screen(key: &str) -> Option<Screen> {
    Some(match key {
        "t" | "h" => Screen::Today,
        "b" => Screen::Board,
        "k" | "c" => Screen::Customers,
        "i" => Screen::Ideas,
        "d" => Screen::Data,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: &str) -> Press<'_> {
        Press { key, ..Press::default() }
    }

    fn control(key: &str) -> Press<'_> {
        Press { key, ctrl: true, ..Press::default() }
    }

    #[track_caller]
    fn means(press: Press, wanted: impl Into<Option<Command>>) {
        assert_eq!(command(&press), wanted.into(), "{press:?}");
    }

    #[test]
    fn single_keys() {
        means(key("n"), Command::NewCustomer);
        means(key("N"), Command::NewCustomer);
        means(key("c"), Command::LogContact);
        means(key("e"), Command::Edit);
        means(key("i"), Command::NewIdea);
        means(key("/"), Command::Search);
        means(Press { shift: true, ..key("/") }, Command::Search);
        means(Press { shift: true, ..key("?") }, Command::Help);
        means(Press { shift: true, ..key("N") }, None);
        means(Press { is_repeat: true, ..key("n") }, None);
        means(key("x"), None);
        means(key("Enter"), None);
    }

    #[test]
    fn single_keys_are_silent_where_they_would_disturb() {
        for single in ["n", "i", "c", "e", "g", "/", "?"] {
            means(Press { focus: Focus::Text, ..key(single) }, None);
            means(Press { focus: Focus::Letters, ..key(single) }, None);
            means(Press { on_top: OnTop::Dialog, ..key(single) }, None);
            means(Press { on_top: OnTop::Palette, ..key(single) }, None);
            means(Press { single_keys_off: true, ..key(single) }, None);
            means(Press { alt: true, ..key(single) }, None);
            means(Press { ctrl: true, ..key(single) }, None);
            means(Press { meta: true, ..key(single) }, None);
        }
    }

    #[test]
    fn g_waits_for_a_letter() {
        let after_go = |name, since| Press { since_go: Some(since), ..key(name) };
        means(key("g"), Command::StartGo);
        means(after_go("t", 200.0), Command::Go(Screen::Today));
        means(after_go("h", 200.0), Command::Go(Screen::Today));
        means(after_go("b", 200.0), Command::Go(Screen::Board));
        means(after_go("c", 200.0), Command::Go(Screen::Customers));
        means(after_go("k", 200.0), Command::Go(Screen::Customers));
        means(after_go("i", 200.0), Command::Go(Screen::Ideas));
        means(after_go("d", 1_200.0), Command::Go(Screen::Data));
        means(after_go("n", 200.0), None);
        means(after_go("c", 1_201.0), Command::LogContact);
    }

    #[test]
    fn undo_and_redo_leave_texts_to_the_browser() {
        means(control("z"), Command::Undo);
        means(Press { is_repeat: true, ..control("z") }, Command::Undo);
        means(Press { shift: true, ..control("Z") }, Command::Redo);
        means(control("y"), Command::Redo);
        means(Press { meta: true, ..key("z") }, Command::Undo);
        means(Press { meta: true, ..key("y") }, None);
        means(Press { focus: Focus::Text, ..control("z") }, None);
        means(Press { focus: Focus::Letters, ..control("z") }, Command::Undo);
        means(Press { on_top: OnTop::Dialog, ..control("z") }, None);
        means(Press { alt: true, ..control("z") }, None);
        means(Press { single_keys_off: true, ..control("z") }, Command::Undo);
    }

    #[test]
    fn the_palette_opens_from_everywhere_but_over_a_form() {
        means(control("k"), Command::Palette);
        means(Press { meta: true, ..key("k") }, Command::Palette);
        means(Press { focus: Focus::Text, ..control("k") }, Command::Palette);
        means(
            Press { on_top: OnTop::Palette, focus: Focus::Text, ..control("k") },
            Command::Palette,
        );
        means(Press { on_top: OnTop::Dialog, ..control("k") }, None);
        means(Press { shift: true, ..control("K") }, None);
    }

    #[test]
    fn escape_takes_a_message_away_unless_something_else_needs_it() {
        means(key("Escape"), Command::Dismiss);
        means(Press { single_keys_off: true, ..key("Escape") }, Command::Dismiss);
        means(Press { focus: Focus::Text, ..key("Escape") }, None);
        means(Press { on_top: OnTop::Dialog, ..key("Escape") }, None);
    }
}
