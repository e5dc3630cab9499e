//! What lies on top of a screen, one at a time.

mod columns_dialog;
mod contact_form;
mod contact_sheet;
mod customer_form;
mod filter_dialog;
mod help;
mod palette;

pub use columns_dialog::ColumnsDialog;
pub use contact_form::ContactForm;
pub use contact_sheet::ContactSheet;
pub use customer_form::CustomerForm;
pub use filter_dialog::FilterDialog;
pub use help::Help;
pub use palette::Palette;
