//! The parts every screen is made of. They know nothing of a screen or of the state.

mod dialog_frame;
pub mod drag;
mod field;
mod icon;
mod live;
mod menu;
mod mood_disc;
mod strands;
mod view_stroke;

pub use dialog_frame::DialogFrame;
pub use field::{CheckField, DayField, SelectField, TextAreaField, TextField};
pub use icon::{Icon, Symbols};
pub use live::{maybe, part, whether, words};
pub use menu::{Menu, MenuItem, MenuMark, OpenMenu};
pub use mood_disc::MoodDisc;
pub use strands::Strands;
pub use view_stroke::ViewStroke;
