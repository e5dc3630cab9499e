//! The form of a customer. A new one needs only a name; everything else waits folded away.

mod address_block;
mod block;
mod controls;
mod duplicates;
mod fields;
mod first_block;
mod folded;
mod form;
pub(super) mod keeping;
pub(super) mod kept_note;
mod notes_block;
mod people_block;
pub(super) mod problem_list;
mod reading;
mod referrer;
mod relation_block;
mod saving;
mod wishes_block;

use leptos::{ev, prelude::*};

use self::{
    address_block::AddressBlock, block::Block, duplicates::Duplicates, first_block::FirstBlock,
    folded::Folded, form::Form, kept_note::KeptNote, notes_block::NotesBlock,
    people_block::PeopleBlock, problem_list::ProblemList, relation_block::RelationBlock,
    wishes_block::WishesBlock,
};
use crate::{
    domain::CustomerId,
    state::use_state,
    views::{
        parts::{DialogFrame, Icon},
        ui::{use_ui, use_words},
    },
};

/// The form of a new or an existing customer.
#[component]
pub fn CustomerForm(
    /// Whom to change; a new customer without one.
    existing: Option<CustomerId>,
) -> impl IntoView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let form = Form::new(existing);
    keeping::follow(form.keep, move || form.fields.texts());
    let close = Callback::new(move |()| ui.close());
    let id_of = Callback::new(move |field| form.fields.id_of(field));
    let go = Callback::new(move |field| form.go_to(field));
    let fill = Callback::new(move |texts| form.start_over(&texts));
    let save = move || saving::save(state, ui, t, form);
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            event.stop_propagation();
            save();
        }
    };
    view! {
        <DialogFrame on_close=close labelled_by="customer-form-title" class="dialog form-dialog">
            <form
                class="customer-form"
                data-testid="customer-form"
                novalidate
                autocomplete="off"
                on:keydown=keys
                on:submit=move |event| {
                    event.prevent_default();
                    save();
                }
            >
                <div class="form-body">
                    <h2 id="customer-form-title">{title(form)}</h2>
                    <KeptNote keep=form.keep fill/>
                    <ProblemList problems=form.problems id_of go/>
                    <FirstBlock form/>
                    <Duplicates form/>
                    <Blocks form/>
                </div>
                <Buttons form/>
            </form>
        </DialogFrame>
    }
}

fn title(form: Form) -> String {
    let (state, t) = (use_state(), use_words());
    let name = state.peek(|ws| {
        let customer = form.existing.and_then(|id| ws.customer(id));
        customer.map(|customer| customer.details.name.clone())
    });
    name.map_or_else(|| t.form_new_title().to_owned(), |name| t.form_edit_title(&name))
}

#[component]
fn Blocks(form: Form) -> impl IntoView {
    let t = use_words();
    view! {
        <Folded form block=Block::People title=t.form_block_people()>
            <PeopleBlock form/>
        </Folded>
        <Folded form block=Block::Address title=t.form_block_address()>
            <AddressBlock form/>
        </Folded>
        <Folded form block=Block::Relation title=t.form_block_relation()>
            <RelationBlock form/>
        </Folded>
        <Folded form block=Block::Wishes title=t.form_block_wishes()>
            <WishesBlock form/>
        </Folded>
        <Folded form block=Block::Notes title=t.form_block_notes()>
            <NotesBlock form/>
        </Folded>
    }
}

#[component]
fn Buttons(form: Form) -> impl IntoView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let discard = move |_| {
        keeping::forget(form.keep);
        ui.close();
    };
    let trash = form.existing.map(|id| {
        view! {
            <button
                type="button"
                class="button quiet at-start"
                data-testid="trash-customer"
                on:click=move |_| saving::trash(state, ui, form, id)
            >
                <Icon name="trash"/>
                {t.form_trash()}
            </button>
        }
    });
    let label = if form.existing.is_some() { t.form_save() } else { t.form_create() };
    view! {
        <p class="dialog-actions">
            {trash}
            <button type="button" class="button quiet" data-testid="discard" on:click=discard>
                {t.form_discard()}
            </button>
            <button type="submit" class="button primary" data-testid="save-customer">
                {label}
                <kbd class="key" aria-hidden="true">
                    {t.form_keys()}
                </kbd>
            </button>
        </p>
    }
}
