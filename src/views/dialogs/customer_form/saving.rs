//! From the form to a change of the workspace.

use leptos::prelude::*;

use super::{form::Form, keeping, referrer};
use crate::{
    domain::{CustomerDraft, CustomerId, Details, NewIds, Profile, Refusal},
    platform::announce::announce,
    state::{AppState, Done},
    views::{ui::Ui, wording::Language},
};

/// Saves and closes, or shows every problem at once.
pub fn save(state: AppState, ui: Ui, t: Language, form: Form) {
    if let Some(id) = form.existing {
        take_over_news(state, t, form, id);
    }
    let today = state.moment().today();
    let checked = untrack(|| form.fields.draft()).check(today);
    match checked {
        Err(_) => {
            form.has_tried.set(true);
            form.show_problems();
        }
        Ok((details, profile)) => match commit(state, form, details, profile) {
            Ok(_) => {
                keeping::forget(form.keep);
                ui.close();
            }
            Err(refusal) => announce(t.refusal(refusal)),
        },
    }
}

fn commit(
    state: AppState,
    form: Form,
    mut details: Details,
    profile: Profile,
) -> Result<bool, Refusal> {
    match form.existing {
        Some(id) => state.commit(Done::Edited(id), |ws, moment| {
            ws.edit_customer(id, details, profile, moment.today(), moment)
        }),
        None => {
            let mut moment = state.moment();
            let id = CustomerId(moment.next());
            details.first_contact = details.first_contact.or_else(|| Some(moment.today()));
            state.commit(Done::Created(id), |ws, moment| {
                ws.add_customer(id, details, profile, moment.today(), moment);
                Ok(())
            })
        }
    }
}

/// Takes over what another window changed meanwhile, wherever this form was left as it was.
fn take_over_news(state: AppState, t: Language, form: Form, id: CustomerId) {
    let Some((draft, referrer)) = state.peek(|ws| {
        let customer = ws.customer(id)?;
        let draft = CustomerDraft::of(customer, t.decimal_mark());
        let referrer = referrer::name_of(ws, draft.referred_by);
        Some((draft, referrer))
    }) else {
        return;
    };
    let now = untrack(|| super::fields::Fields::of(&draft, referrer).texts());
    let (mine, initial) =
        (untrack(|| form.fields.texts()), form.keep.with_value(|keep| keep.initial().to_vec()));
    if now != initial {
        form.fields.fill(&keeping::overlay(&now, &keeping::difference(&initial, &mine)));
    }
}

/// Puts the customer into the trash and closes.
pub fn trash(state: AppState, ui: Ui, form: Form, id: CustomerId) {
    let done = state.commit(Done::Trashed(id), |ws, moment| ws.trash(id, moment.today()));
    if done.is_ok() {
        keeping::forget(form.keep);
    }
    ui.close();
}
