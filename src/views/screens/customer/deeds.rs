//! What the page does to the customer: each one step that can be undone.

use crate::{
    domain::{
        ColumnKey, ContactId, CustomerId, Due, Grouping, Phase, Place, Refusal, Scheme, Standing,
    },
    platform::announce::announce,
    state::{AppState, Done},
    views::wording::Language,
};

/// The grouping by which the page names and moves.
pub const GROUPING: Grouping = Grouping::Phase(Scheme::A);

/// Says why something was not done. What was done is said by the message with *Undo*.
fn tell(t: Language, result: Result<bool, Refusal>) {
    if let Err(refusal) = result {
        announce(t.refusal(refusal));
    }
}

/// Moves the customer into a column of the first scheme.
pub fn move_to(state: AppState, t: Language, id: CustomerId, column: Phase) {
    let to = ColumnKey::Phase(column);
    let done = Done::Moved { customer: id, to };
    tell(
        t,
        state.commit(done, |ws, moment| {
            let today = moment.today();
            ws.move_customer(id, GROUPING, to, Place::default(), today, moment)
        }),
    );
}

/// Puts the customer on the board or off it.
pub fn stand(state: AppState, t: Language, id: CustomerId, standing: Standing) {
    let done = Done::Standing(id, standing);
    tell(t, state.commit(done, |ws, _| ws.set_standing(id, standing)));
}

/// Puts the customer into the trash.
pub fn trash(state: AppState, t: Language, id: CustomerId) {
    let done = Done::Trashed(id);
    tell(t, state.commit(done, |ws, moment| ws.trash(id, moment.today())));
}

/// Takes the customer out of the trash.
pub fn restore(state: AppState, t: Language, id: CustomerId) {
    tell(t, state.commit(Done::Restored(id), |ws, _| ws.restore(id)));
}

/// Takes a contact out.
pub fn remove_contact(state: AppState, t: Language, id: CustomerId, contact: ContactId) {
    let done = Done::ContactRemoved(id);
    tell(t, state.commit(done, |ws, _| ws.remove_contact(id, contact)));
}

/// Does something due.
pub fn finish_due(state: AppState, t: Language, id: CustomerId, due: &Due) {
    let done = Done::StepDone(id);
    tell(t, state.commit(done, |ws, moment| ws.finish_due(id, due, moment.now)));
}

/// Notes that the next step agreed in a contact is done.
pub fn finish_step(state: AppState, t: Language, id: CustomerId, contact: ContactId) {
    let done = Done::StepDone(id);
    tell(t, state.commit(done, |ws, _| ws.finish_step(id, contact)));
}
