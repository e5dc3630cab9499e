//! The columns of the person's own scheme: names, the phases they stand for, their order.

mod form;
mod rows;

use leptos::{ev, prelude::*};

use self::{form::Form, rows::Rows};
use crate::{
    domain::{COLUMNS_MAX, Field, Grouping, Scheme},
    route::{BoardQuery, Route},
    state::use_state,
    views::{
        parts::{DialogFrame, Icon},
        ui::{Ui, use_ui, use_words},
    },
};

/// The dialog.
#[component]
pub fn ColumnsDialog() -> impl IntoView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let form = Form::new(state, t);
    let refused = RwSignal::new(None::<String>);
    let save = move || match form.save(state) {
        Some(Ok(())) => leave(ui),
        Some(Err(refusal)) => refused.set(Some(t.refusal(refusal).to_owned())),
        None => form.show_problems(),
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        save();
    };
    let submit_by_keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            save();
        }
    };
    view! {
        <DialogFrame
            on_close=Callback::new(move |()| ui.close())
            labelled_by="columns-title"
            class="dialog columns-dialog"
            test_id="columns-dialog"
        >
            <form class="dialog-form" novalidate on:submit=submit on:keydown=submit_by_keys>
                <h2 id="columns-title">{t.columns_title()}</h2>
                <p class="lead">{t.columns_lead()}</p>
                <Summary form refused/>
                <Rows form/>
                <p class="dialog-actions">
                    <button type="button" class="button quiet" on:click=move |_| ui.close()>
                        {t.columns_cancel()}
                    </button>
                    <button type="submit" class="button primary" data-testid="columns-save">
                        {t.columns_save()}
                    </button>
                </p>
            </form>
        </DialogFrame>
    }
}

/// What stops the person from saving, said once above the rows.
#[component]
fn Summary(form: Form, refused: RwSignal<Option<String>>) -> impl IntoView {
    let t = use_words();
    let max = COLUMNS_MAX.to_string();
    move || {
        let refused = refused.get();
        let text = refused.or_else(|| {
            let problems = form.shown_problems();
            let is_full = problems.iter().any(|(_, problem)| problem.field == Field::Columns);
            let count = problems.len();
            (count > 0)
                .then(|| if is_full { t.columns_full(&max) } else { t.columns_problems(count) })
        });
        text.map(|text| {
            view! {
                <p class="banner is-grave" role="alert">
                    <Icon name="alert"/>
                    <span>{text}</span>
                </p>
            }
        })
    }
}

/// Closes and shows the board in the new columns, if a board is behind.
fn leave(ui: Ui) {
    ui.close();
    let grouping = Grouping::Phase(Scheme::Own);
    let filter = ui.route.with_untracked(|route| match route {
        Route::Board(query) if query.grouping != grouping => Some(query.filter.clone()),
        _ => None,
    });
    if let Some(filter) = filter {
        ui.go(Route::Board(BoardQuery { grouping, filter, ..BoardQuery::default() }));
    }
}
