//! What lies on top of a screen, one at a time.

mod assets_dialog;
mod columns_dialog;
mod contact_form;
mod contact_sheet;
mod customer_form;
mod filter_dialog;
mod help;
mod message_dialog;
mod own_fields_dialog;
mod palette;
mod sheet_form;

pub use assets_dialog::AssetsDialog;
pub use columns_dialog::ColumnsDialog;
pub use contact_form::ContactForm;
pub use contact_sheet::ContactSheet;
pub use customer_form::CustomerForm;
pub use filter_dialog::FilterDialog;
pub use help::Help;
pub use message_dialog::MessageDialog;
pub use own_fields_dialog::OwnFieldsDialog;
pub use palette::Palette;
pub use sheet_form::SheetForm;
