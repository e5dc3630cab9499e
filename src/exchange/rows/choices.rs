//! The choices of a row by what their column stands for.

use super::assembly::RowDraft;
use crate::exchange::columns::Target;

macro_rules! choices {
    ($($target:ident => $($field:ident).+),+ $(,)?) => {
        /// Whether two rows make the same choice.
        pub(super) fn is_same_choice(target: Target, one: &RowDraft, other: &RowDraft) -> bool {
            match target {
                $(Target::$target => one.$($field).+ == other.$($field).+,)+
                _ => true,
            }
        }

        /// Lets a row make the choice of another.
        pub(super) fn take_choice(target: Target, mine: &mut RowDraft, theirs: &RowDraft) {
            match target {
                $(Target::$target => mine.$($field).+.clone_from(&theirs.$($field).+),)+
                _ => {}
            }
        }
    };
}

choices! {
    Source => draft.source,
    ContactWish => draft.contact_wish,
    PreferredChannel => draft.preferred_channel,
    WorthExpected => draft.worth_expected,
    Phase => draft.phase,
    MainType => draft.main_type,
    FurtherTypes => draft.further_types,
    Mode => draft.mode,
    Intensity => draft.intensity,
    OwnView => draft.own_view,
    CustomerView => draft.customer_view,
    ContactForm => draft.contact_form,
    Standing => standing,
}
